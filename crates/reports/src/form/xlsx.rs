use super::{COLUMNS_ROW, Form, KEYS, SHEET, VERSION, guide, scale};
use crate::page::{self, Column, HEADING_ROW, column};
use crate::text::fit;
use crate::{ReportError, height, style};
use judging::entry::Entry;
use judging::rules::{Criterion, RemarkRule, Stage};
use rust_xlsxwriter::{ProtectionOptions, Workbook, Worksheet};

/// Widths of the columns for title and agency, in characters.
const TITLE: f64 = 44.0;
const AGENCY: f64 = 28.0;

/// What one column of the form holds.
enum Holds<'a> {
    Number,
    Entry,
    Title,
    Agency,
    Mark(&'a Criterion),
    MarkRemark(&'a Criterion),
    Remark,
}

/// The form as a workbook.
///
/// # Errors
/// [`ReportError::UnknownStage`], or that it cannot be written.
pub fn xlsx(form: &Form<'_>) -> Result<Vec<u8>, ReportError> {
    let stage = form.rules.stage(form.stage);
    let stage = stage.ok_or_else(|| ReportError::UnknownStage(form.stage.clone()))?;
    let mut workbook = page::workbook(form.rules, &form.heading)?;
    marks_sheet(&mut workbook, form, stage)?;
    let sheet = guide::sheet(&mut workbook, stage)?;
    page::printed(sheet, form.rules, &form.heading);
    keys_sheet(&mut workbook, form)?;
    Ok(workbook.save_to_buffer()?)
}

fn marks_sheet(workbook: &mut Workbook, form: &Form<'_>, stage: &Stage) -> Result<(), ReportError> {
    let holds = columns_of(form, stage);
    let columns: Vec<Column> = holds.iter().map(Holds::column).collect();
    let title = format!(
        "Lembar Nilai · Tahap {} · {} ({})",
        stage.name, form.judge.name, form.judge.code
    );
    let sheet = page::begin(workbook, SHEET, &title, form.rules, &form.heading, &columns)?;
    sheet.write_string_with_format(
        3,
        0,
        "Isilah hanya kolom berwarna. Nilai yang dikosongkan berarti belum dinilai, bukan nol. Skala tiap kriteria ada di lembar “Petunjuk”.",
        &style::note(),
    )?;
    for (at, one) in (0..).zip(&holds) {
        sheet.write_string(COLUMNS_ROW, at, one.code())?;
    }
    sheet.set_row_hidden(COLUMNS_ROW)?;
    let first = HEADING_ROW + 1;
    let mut row = first;
    for (number, entry) in (1_u32..).zip(form.entries) {
        for (at, one) in (0..).zip(&holds) {
            one.write(sheet, (row, at), number, entry)?;
        }
        let registration = &entry.registration;
        let texts = [(&registration.title, TITLE), (&registration.agency, AGENCY)];
        let texts = texts.map(|(text, width)| (text.as_str(), width));
        sheet.set_row_height(row, height::of(texts.into_iter()))?;
        row += 1;
    }
    for (at, one) in (0..).zip(&holds) {
        if let Holds::Mark(criterion) = one
            && let Some(range) = &criterion.scale
            && row > first
        {
            let rule = scale::validation(range, &criterion.name, (first, at))?;
            sheet.add_data_validation(first, at, row - 1, at, &rule)?;
        }
    }
    sheet.set_freeze_panes(first, 4)?;
    sheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::new()
    });
    Ok(())
}

/// The columns, left to right: only criteria that this judge marks.
fn columns_of<'a>(form: &Form<'_>, stage: &'a Stage) -> Vec<Holds<'a>> {
    let mut holds = vec![Holds::Number, Holds::Entry, Holds::Title, Holds::Agency];
    let scope = &form.judge.scope;
    for leaf in stage.leaves().filter(|leaf| scope.marks(stage, &leaf.code)) {
        holds.push(Holds::Mark(leaf));
        if leaf.remark == RemarkRule::Required {
            holds.push(Holds::MarkRemark(leaf));
        }
    }
    holds.push(Holds::Remark);
    holds
}

impl Holds<'_> {
    fn code(&self) -> String {
        match self {
            Self::Number => "number".into(),
            Self::Entry => "entry".into(),
            Self::Title => "title".into(),
            Self::Agency => "agency".into(),
            Self::Mark(criterion) => format!("mark:{}", criterion.code),
            Self::MarkRemark(criterion) => format!("remark:{}", criterion.code),
            Self::Remark => "remark".into(),
        }
    }

    fn column(&self) -> Column {
        match self {
            Self::Number => column("No.", 6.0),
            Self::Entry => column("Kode", 12.0),
            Self::Title => column("Judul inovasi", TITLE),
            Self::Agency => column("Instansi", AGENCY),
            Self::Mark(criterion) => column(scale::heading(criterion), 15.0),
            Self::MarkRemark(criterion) => {
                column(fit(&format!("Catatan: {}", criterion.name)), 28.0)
            }
            Self::Remark => column("Catatan", 36.0),
        }
    }

    fn write(
        &self,
        sheet: &mut Worksheet,
        (row, at): (u32, u16),
        number: u32,
        entry: &Entry,
    ) -> Result<(), ReportError> {
        let text = style::text();
        match self {
            Self::Number => sheet.write_number_with_format(row, at, number, &style::centred()),
            Self::Entry => {
                sheet.write_string_with_format(row, at, entry.code.as_str(), &style::centred())
            }
            Self::Title => {
                sheet.write_string_with_format(row, at, fit(&entry.registration.title), &text)
            }
            Self::Agency => {
                sheet.write_string_with_format(row, at, fit(&entry.registration.agency), &text)
            }
            Self::Mark(_) => sheet.write_blank(row, at, &style::open_mark()),
            Self::MarkRemark(_) | Self::Remark => sheet.write_blank(row, at, &style::open_text()),
        }?;
        Ok(())
    }
}

fn keys_sheet(workbook: &mut Workbook, form: &Form<'_>) -> Result<(), ReportError> {
    let sheet = workbook.add_worksheet().set_name(KEYS)?;
    let keys = [
        ("timbang-form", VERSION.to_string()),
        ("competition", form.competition.to_string()),
        ("rules", form.rules_hash.to_string()),
        ("stage", form.stage.to_string()),
        ("judge", form.judge.code.to_string()),
        ("sheet", SHEET.to_owned()),
    ];
    for (row, (key, text)) in (0..).zip(keys) {
        sheet.write_string(row, 0, key)?;
        sheet.write_string(row, 1, text)?;
    }
    sheet.set_very_hidden(true);
    sheet.protect();
    Ok(())
}
