use super::{Recap, Row, StageRecap, panel};
use crate::cell::{Cell, write_row};
use crate::page::{self, Column, HEADING_ROW, column};
use crate::text::{fit, sheet_name};
use crate::{ReportError, method, obstacle, style};
use judging::results::SheetOutcome;
use judging::rules::{Rounding, RoundingLevel, Rules, Stage};
use rust_xlsxwriter::{Workbook, Worksheet};

/// Columns before those of the judges.
const BEFORE: usize = 5;

/// The recapitulation as a workbook: one sheet a stage with every judge's sheet score, every criterion's mean and the
/// stage score; the panel with what was declared; and how it was computed.
///
/// # Errors
/// [`ReportError::UnknownStage`], or that it cannot be written.
pub fn xlsx(recap: &Recap<'_>) -> Result<Vec<u8>, ReportError> {
    let mut workbook = page::workbook(recap.rules, &recap.heading)?;
    for (number, one) in (1..).zip(&recap.stages) {
        let stage = recap.rules.stage(&one.stage);
        let stage = stage.ok_or_else(|| ReportError::UnknownStage(one.stage.clone()))?;
        stage_sheet(&mut workbook, number, recap, one, stage)?;
    }
    if !recap.panel.is_empty() {
        panel::sheet(&mut workbook, recap)?;
    }
    let sheet = method::sheet(&mut workbook, recap.rules, recap.rules_hash)?;
    page::printed(sheet, recap.rules, &recap.heading);
    Ok(workbook.save_to_buffer()?)
}

fn stage_sheet(
    workbook: &mut Workbook,
    number: usize,
    recap: &Recap<'_>,
    one: &StageRecap,
    stage: &Stage,
) -> Result<(), ReportError> {
    let columns = columns(one, stage);
    let title = format!("Rekapitulasi Nilai · Tahap {}", stage.name);
    let name = sheet_name(number, &stage.name);
    let rules = recap.rules;
    let sheet = page::begin(workbook, &name, &title, rules, &recap.heading, &columns)?;
    let judges = BEFORE + one.judges.len();
    band(sheet, BEFORE..judges, "Nilai lembar tiap juri")?;
    band(
        sheet,
        judges..judges + one.criteria.len(),
        "Nilai tiap kriteria",
    )?;
    let mut at = HEADING_ROW;
    for row in &one.rows {
        at += 1;
        write_row(sheet, at, &cells(rules, one, row), &columns, rules.rounding)?;
    }
    sheet.autofilter(
        HEADING_ROW,
        0,
        at.max(HEADING_ROW + 1),
        page::last(&columns),
    )?;
    Ok(())
}

fn columns(one: &StageRecap, stage: &Stage) -> Vec<Column> {
    let mut columns = vec![
        column("Kategori", 27.0),
        column("Peringkat", 10.0),
        column("Kode", 11.0),
        column("Judul inovasi", 42.0),
        column("Instansi", 28.0),
    ];
    let judge = |(code, name): &(String, String)| column(fit(&format!("{code}\n{name}")), 13.0);
    columns.extend(one.judges.iter().map(judge));
    let criterion = |code| {
        stage
            .criterion(code)
            .map_or("", |criterion| &criterion.name)
    };
    columns.extend(
        one.criteria
            .iter()
            .map(|code| column(fit(criterion(code)), 13.0)),
    );
    columns.extend([
        column("Nilai tahap", 12.0),
        column("Nilai eksak", 16.0),
        column("Keterangan", 22.0),
    ]);
    columns
}

fn cells(rules: &Rules, one: &StageRecap, row: &Row) -> Vec<Cell> {
    let category = rules.category(&row.category);
    let category = category.map_or(row.category.as_str(), |category| &category.name);
    let mut cells = vec![
        Cell::Text(category.into()),
        row.rank.map_or(Cell::Blank, Cell::Count),
        Cell::Centred(row.entry.to_string()),
        Cell::Text(row.title.clone()),
        Cell::Text(row.agency.clone()),
    ];
    cells.extend(
        (0..one.judges.len())
            .map(|at| sheet(row.sheets.get(at).and_then(Option::as_ref), rules.rounding)),
    );
    let criteria = 0..one.criteria.len();
    cells.extend(criteria.map(|at| Cell::score(row.criteria.get(at).and_then(Option::as_ref))));
    match &row.score {
        Some(score) => cells.extend([Cell::Total(score.clone()), Cell::Fraction(score.clone())]),
        None => cells.extend([Cell::Blank, Cell::Blank]),
    }
    let stage = rules.stage(&one.stage);
    let against = row.obstacle.as_ref();
    cells.push(Cell::Text(against.map_or_else(String::new, |against| {
        obstacle::text(rules, stage, against)
    })));
    cells
}

/// A score stands only where the sheet counts; every other sheet says why it does not.
fn sheet(outcome: Option<&SheetOutcome>, rounding: Rounding) -> Cell {
    let said = match outcome {
        Some(SheetOutcome::Counted { score: Some(score) }) => {
            let is_rounded = rounding.at == RoundingLevel::Sheet;
            let counted = if is_rounded {
                &score.rounded
            } else {
                &score.exact
            };
            return Cell::Score(counted.clone());
        }
        Some(SheetOutcome::Counted { score: None }) => "masuk",
        Some(SheetOutcome::Draft) => "draf",
        Some(SheetOutcome::LacksMarks(_)) => "kurang nilai",
        Some(SheetOutcome::NoWeight) => "tanpa bobot",
        Some(SheetOutcome::NotFiled) => "belum",
        Some(SheetOutcome::Recused) => "benturan",
        Some(SheetOutcome::Conflict) => "bertentangan",
        Some(SheetOutcome::NotAssigned) => "tidak ditugaskan",
        None => "–",
    };
    Cell::Centred(said.into())
}

/// A heading over several headings.
fn band(
    sheet: &mut Worksheet,
    columns: std::ops::Range<usize>,
    text: &str,
) -> Result<(), ReportError> {
    let place = |column: usize| u16::try_from(column).unwrap_or(u16::MAX);
    let (row, first, last) = (
        HEADING_ROW - 1,
        place(columns.start),
        place(columns.end.max(1) - 1),
    );
    match columns.len() {
        0 => {}
        1 => {
            sheet.write_string_with_format(row, first, text, &style::band())?;
        }
        _ => {
            sheet.merge_range(row, first, row, last, text, &style::band())?;
        }
    }
    Ok(())
}
