//! The whole standing as one flat table, as CSV and the sheet "Peringkat" have it.

use super::{Apart, Row, Winners, remark};
use crate::award;
use crate::cell::Cell;
use crate::page::{Column, column};
use judging::{CategoryCode, StageCode};

impl Winners<'_> {
    pub(super) fn columns(&self) -> Vec<Column> {
        let mut columns = vec![
            column("Kategori", 27.0),
            column("Peringkat", 10.0),
            column("Predikat", 18.0),
            column("Kode", 12.0),
            column("Judul inovasi", 46.0),
            column("Instansi", 30.0),
        ];
        columns.extend(self.stage_columns());
        columns.extend([
            column(self.score_name(), 12.0),
            column("Nilai eksak", 20.0),
            column("Keterangan", 34.0),
        ]);
        columns
    }

    pub(super) fn stage_columns(&self) -> impl Iterator<Item = Column> {
        let name = |code| column(self.stage_name(code), 12.0);
        self.stages.iter().map(name)
    }

    pub(super) fn ranked_cells(&self, category: &CategoryCode, row: &Row) -> Vec<Cell> {
        let mut cells = vec![
            Cell::Text(self.category_name(category).into()),
            Cell::Count(row.rank),
            award(row.rank).map_or(Cell::Blank, |award| Cell::Centred(award.into())),
            Cell::Centred(row.entry.to_string()),
            Cell::Text(row.title.clone()),
            Cell::Text(row.agency.clone()),
        ];
        cells.extend(self.stage_cells(row));
        cells.extend([
            Cell::Total(row.score.clone()),
            Cell::Fraction(row.score.clone()),
            Cell::Text(remark::of_row(self, row)),
        ]);
        cells
    }

    /// One cell for each stage's column, whatever the row brings.
    pub(super) fn stage_cells(&self, row: &Row) -> impl Iterator<Item = Cell> {
        (0..self.stages.len()).map(|at| Cell::score(row.stages.get(at).and_then(Option::as_ref)))
    }

    pub(super) fn apart_cells(&self, category: &CategoryCode, apart: &Apart) -> Vec<Cell> {
        let mut cells = vec![
            Cell::Text(self.category_name(category).into()),
            Cell::Blank,
            Cell::Blank,
            Cell::Centred(apart.entry.to_string()),
            Cell::Text(apart.title.clone()),
            Cell::Text(apart.agency.clone()),
        ];
        cells.resize_with(self.columns().len() - 1, || Cell::Blank);
        cells.push(Cell::Text(remark::of_apart(self, apart)));
        cells
    }

    pub(super) fn score_name(&self) -> &'static str {
        match self.stage {
            Some(_) => "Nilai tahap",
            None => "Nilai akhir",
        }
    }

    pub(super) fn category_name<'a>(&'a self, code: &'a CategoryCode) -> &'a str {
        let known = self.rules.category(code);
        known.map_or(code.as_str(), |category| &category.name)
    }

    pub(super) fn stage_name<'a>(&'a self, code: &'a StageCode) -> &'a str {
        self.rules
            .stage(code)
            .map_or(code.as_str(), |stage| &stage.name)
    }
}
