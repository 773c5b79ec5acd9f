//! The panel with the conflicts of interest that were declared, one line each.

use super::{Conflict, Declared, Recap};
use crate::ReportError;
use crate::cell::{Cell, write_row};
use crate::page::{self, Column, HEADING_ROW, column};
use judging::declaration::{ConflictGround, ConflictKind};
use rust_xlsxwriter::Workbook;

/// Writes the sheet “Tim penilai”.
pub(super) fn sheet(workbook: &mut Workbook, recap: &Recap<'_>) -> Result<(), ReportError> {
    let columns = columns();
    let (rules, heading) = (recap.rules, &recap.heading);
    let title = "Tim Penilai dan Pernyataan Benturan Kepentingan";
    let sheet = page::begin(workbook, "Tim penilai", title, rules, heading, &columns)?;
    let lines = recap.panel.iter().flat_map(lines);
    for (at, cells) in (HEADING_ROW + 1..).zip(lines) {
        write_row(sheet, at, &cells, &columns, rules.rounding)?;
    }
    Ok(())
}

fn columns() -> Vec<Column> {
    vec![
        column("Kode", 9.0),
        column("Nama", 34.0),
        column("Menyatakan pada", 20.0),
        column("Benturan", 14.0),
        column("Inovasi", 11.0),
        column("Judul inovasi", 46.0),
        column("Karena", 24.0),
    ]
}

fn lines(judge: &Declared) -> Vec<Vec<Cell>> {
    let before = || {
        vec![
            Cell::Centred(judge.judge.clone()),
            Cell::Text(judge.name.clone()),
            Cell::Text(judge.stated.clone()),
        ]
    };
    let line = |conflict: &Conflict| {
        let mut cells = before();
        cells.extend([
            Cell::Text(kind(conflict.kind).into()),
            Cell::Centred(conflict.entry.clone()),
            Cell::Text(conflict.title.clone()),
            Cell::Text(ground(conflict.ground).into()),
        ]);
        cells
    };
    if judge.conflicts.is_empty() {
        let mut cells = before();
        let said = if judge.stated.is_empty() {
            "–"
        } else {
            "tidak ada"
        };
        cells.extend([
            Cell::Text(said.into()),
            Cell::Blank,
            Cell::Blank,
            Cell::Blank,
        ]);
        return vec![cells];
    }
    judge.conflicts.iter().map(line).collect()
}

const fn kind(kind: ConflictKind) -> &'static str {
    match kind {
        ConflictKind::Actual => "nyata",
        ConflictKind::Potential => "potensial",
    }
}

const fn ground(ground: ConflictGround) -> &'static str {
    match ground {
        ConflictGround::Business => "bisnis atau finansial",
        ConflictGround::Family => "keluarga atau kerabat",
        ConflictGround::Affiliation => "afiliasi",
        ConflictGround::OtherWork => "pekerjaan lain",
        ConflictGround::Other => "lainnya",
    }
}
