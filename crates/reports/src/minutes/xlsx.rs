use super::{Minutes, words};
use crate::cell::{Cell, write_row};
use crate::page::{self, Column, HEADING_ROW, column};
use crate::text::fit;
use crate::{ReportError, height, style};
use judging::visit::{CheckedClaim, FoundBefore, Person, Predecessor, same_claim};
use rust_xlsxwriter::Worksheet;

const DOTS: &str = "……………………………………";
const SIGNING_ROWS: u32 = 4;
/// The place of the column of a return visit.
const BEFORE: usize = 3;

/// The minutes as a workbook of one page: who, when and where; claims with what was found; notes; room for all to sign.
///
/// # Errors
/// [`ReportError`] when it cannot be written.
pub fn xlsx(minutes: &Minutes<'_>) -> Result<Vec<u8>, ReportError> {
    let columns = columns(minutes.before.is_some());
    let mut workbook = page::workbook(minutes.rules, &minutes.heading)?;
    let title = format!(
        "Berita Acara Verifikasi · {} {}",
        minutes.visit.entry, minutes.title
    );
    let (rules, heading) = (minutes.rules, &minutes.heading);
    let sheet = page::begin(
        &mut workbook,
        "Berita Acara",
        &title,
        rules,
        heading,
        &columns,
    )?;
    sheet.set_portrait();
    let mut at = HEADING_ROW;
    for (number, claim) in (1..).zip(&minutes.visit.claims) {
        at += 1;
        let cells = cells(number, claim, minutes.before);
        write_row(sheet, at, &cells, &columns, rules.rounding)?;
    }
    for (label, text) in said(minutes) {
        at += 1;
        line(sheet, at, label, &text, &columns)?;
    }
    signatures(sheet, at + 2, minutes)?;
    Ok(workbook.save_to_buffer()?)
}

/// The fourth on a return visit only.
fn columns(returns: bool) -> Vec<Column> {
    let mut columns = vec![
        column("No.", 5.0),
        column("Klaim", 24.0),
        column("Tertulis di proposal", 22.0),
        column("Ditemukan di lapangan", 26.0),
        column("Cara", 14.0),
        column("Hasil", 16.0),
    ];
    if returns {
        columns.insert(BEFORE, column("Hasil lomba lalu", 24.0));
    }
    columns
}

fn cells(number: u32, claim: &CheckedClaim, before: Option<&Predecessor>) -> Vec<Cell> {
    let with_unit = |text: &str| match &claim.unit {
        Some(unit) if !text.is_empty() => format!("{text} {unit}"),
        _ => text.to_owned(),
    };
    let found = [with_unit(&claim.found), claim.note.clone()];
    let found: Vec<String> = found.into_iter().filter(|text| !text.is_empty()).collect();
    let mut cells = vec![
        Cell::Count(number),
        Cell::Text(claim.text.clone()),
        Cell::Text(with_unit(&claim.claimed)),
        Cell::Text(found.join("; ")),
        Cell::Text(claim.method.map_or("", words::method).to_owned()),
        Cell::Text(claim.verdict.map_or("", words::verdict).to_owned()),
    ];
    if let Some(before) = before {
        let found = before.claims.iter();
        let found = found.filter(|found| same_claim(&found.text, &claim.text));
        let found: Vec<String> = found.map(words::found_before).collect();
        cells.insert(BEFORE, Cell::Text(found.join("; ")));
    }
    cells
}

/// The earlier competition, and what was found there of claims that were not checked again.
fn returned(minutes: &Minutes<'_>) -> Option<(&'static str, String)> {
    let before = minutes.before?;
    let again = |found: &FoundBefore| {
        let mut claims = minutes.visit.claims.iter();
        claims.any(|claim| same_claim(&claim.text, &found.text))
    };
    let left = before.claims.iter().filter(|found| !again(found));
    let left = left.map(|found| format!("{}: {}", found.text, words::found_before(found)));
    let named = format!("{}, {} {}", before.competition, before.code, before.title);
    let all: Vec<String> = [named].into_iter().chain(left).collect();
    Some(("Lomba lalu", all.join("; ")))
}

/// What stands below the claims, with its name.
fn said(minutes: &Minutes<'_>) -> Vec<(&'static str, String)> {
    let (visit, persons) = (minutes.visit, minutes.persons);
    let position = visit.position.map(|place| place.position.to_string());
    let place = [Some(visit.place.clone()), position];
    let place: Vec<String> = place
        .into_iter()
        .flatten()
        .filter(|text| !text.is_empty())
        .collect();
    let asked = persons.respondents.iter().map(|asked| {
        let satisfied = asked.satisfied.map_or(
            "",
            |satisfied| if satisfied { "puas" } else { "tidak puas" },
        );
        let parts = [&*asked.initials, &*asked.role, satisfied, &*asked.why];
        parts
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    });
    let recommended = visit.recommendation.map_or(DOTS, words::recommendation);
    let all = [
        ("Instansi", minutes.agency.to_owned()),
        (
            "Waktu",
            format!("{} · {}", words::when(visit), words::mode(visit.mode)),
        ),
        ("Tempat", place.join(" · ")),
        ("Kantor yang ditemui", visit.office.clone()),
        (
            "Penerima manfaat yang diwawancarai",
            asked.collect::<Vec<_>>().join("; "),
        ),
        ("Catatan", visit.notes.clone()),
        ("Tanggapan instansi", visit.objection.clone()),
        (
            "Catatan anggota yang berbeda pendapat",
            visit.dissent.clone(),
        ),
        ("Foto", visit.photos.len().to_string()),
        (
            "Rekomendasi",
            [recommended, &visit.reason].join(if visit.reason.is_empty() { "" } else { ": " }),
        ),
    ];
    all.into_iter().chain(returned(minutes)).collect()
}

/// A name over two columns and its text over the others.
fn line(
    sheet: &mut Worksheet,
    row: u32,
    label: &str,
    text: &str,
    columns: &[Column],
) -> Result<(), ReportError> {
    let width = |of: &[Column]| of.iter().map(|column| column.width).sum::<f64>();
    let texts = [(label, width(&columns[..2])), (text, width(&columns[2..]))];
    sheet.set_row_height(row, height::of(texts.into_iter()))?;
    sheet.merge_range(row, 0, row, 1, label, &style::section().set_text_wrap())?;
    let last = page::last(columns);
    sheet.merge_range(row, 2, row, last, &fit(text), &style::text())?;
    Ok(())
}

/// The team on the left, the officer met on the right, each with room to sign.
fn signatures(sheet: &mut Worksheet, row: u32, minutes: &Minutes<'_>) -> Result<(), ReportError> {
    let unnamed = Person::default();
    sheet.write_string(row, 0, "Tim verifikasi,")?;
    sheet.write_string(row, 3, "Pihak yang dikunjungi,")?;
    let team = &minutes.persons.team;
    let team: Vec<&Person> = if team.is_empty() {
        vec![&unnamed]
    } else {
        team.iter().collect()
    };
    for (at, person) in (0..).zip(team) {
        signature(sheet, row + 1 + at * (SIGNING_ROWS + 1), 0, person)?;
    }
    let officer = minutes.persons.officer.as_ref().unwrap_or(&unnamed);
    signature(sheet, row + 1, 3, officer)
}

fn signature(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    person: &Person,
) -> Result<(), ReportError> {
    let name = if person.name.is_empty() {
        DOTS
    } else {
        &person.name
    };
    let nip = if person.nip.is_empty() {
        String::new()
    } else {
        format!("NIP {}", person.nip)
    };
    let about = [&*person.post, &*nip]
        .into_iter()
        .filter(|text| !text.is_empty());
    let about = about.collect::<Vec<_>>().join(" · ");
    sheet.write_string_with_format(
        row + SIGNING_ROWS - 1,
        column,
        fit(name),
        &style::subtitle(),
    )?;
    sheet.write_string_with_format(row + SIGNING_ROWS, column, fit(&about), &style::note())?;
    Ok(())
}
