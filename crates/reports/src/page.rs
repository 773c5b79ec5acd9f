//! A sheet as a page: title block, heading row, print setup.

use crate::{Heading, ReportError, height, style, text};
use judging::rules::Rules;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet};

/// The row of the headings; the title block stands above it.
pub const HEADING_ROW: u32 = 5;
const A4: u8 = 9;

/// A column: heading and width in characters.
pub struct Column {
    pub heading: String,
    pub width: f64,
}

pub fn column(heading: impl Into<String>, width: f64) -> Column {
    Column {
        heading: heading.into(),
        width,
    }
}

/// The column of entries' codes, of which the longest has that many letters: a code must not break over two lines.
pub fn code_column(longest: usize) -> Column {
    let letters = u32::try_from(longest).unwrap_or(u32::MAX).min(60);
    column("Kode", (f64::from(letters) * 1.15 + 2.0).max(11.0))
}

/// A workbook that says when it was made and by what, and nothing about who.
pub fn workbook(rules: &Rules, heading: &Heading) -> Result<Workbook, ReportError> {
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_timestamp(heading.made_at)?;
    let properties = DocProperties::new()
        .set_title(text::fit(&rules.name))
        .set_company(text::fit(&rules.organizer))
        .set_comment("Dibuat dengan Timbang")
        .set_creation_datetime(&created);
    workbook.set_properties(&properties);
    Ok(workbook)
}

/// Begins a sheet with its title block and headings, ready to print on A4.
pub fn begin<'a>(
    workbook: &'a mut Workbook,
    name: &str,
    title: &str,
    rules: &Rules,
    heading: &Heading,
    columns: &[Column],
) -> Result<&'a mut Worksheet, ReportError> {
    let sheet = workbook.add_worksheet().set_name(name)?;
    sheet.set_row_height(0, 22)?;
    let lines = [
        (text::fit(&rules.name), style::title()),
        (text::fit(title), style::subtitle()),
        (text::fit(&rules.organizer), style::note()),
        (
            text::fit(&format!("{} · dihitung {}", heading.status, heading.as_of))
                .into_owned()
                .into(),
            style::note(),
        ),
    ];
    for (row, (line, format)) in (0..).zip(lines) {
        sheet.write_string_with_format(row, 0, line, &format)?;
    }
    let headings = columns
        .iter()
        .map(|column| (column.heading.as_str(), column.width));
    let height = height::of(headings).max(2.0 * height::LINE);
    sheet.set_row_height(HEADING_ROW, height)?;
    for (at, column) in (0..).zip(columns) {
        sheet.set_column_width(at, column.width)?;
        sheet.write_string_with_format(HEADING_ROW, at, &column.heading, &style::heading())?;
    }
    sheet.set_freeze_panes(HEADING_ROW + 1, 0)?;
    sheet.set_repeat_rows(HEADING_ROW, HEADING_ROW)?;
    printed(sheet, rules, heading);
    Ok(sheet)
}

/// A4 across, as wide as the sheet, pages numbered. The blank after a font size keeps it from swallowing a digit.
pub fn printed(sheet: &mut Worksheet, rules: &Rules, heading: &Heading) {
    sheet
        .set_paper_size(A4)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3)
        .set_footer(format!(
            "&L&8 {}&C&8 Halaman &P dari &N&R&8 {}",
            text::margin(&rules.name),
            text::margin(&heading.as_of)
        ));
}

/// The place of the last column.
pub fn last(columns: &[Column]) -> u16 {
    u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX)
}

/// Room to sign, under the table and to the right.
pub fn signature(sheet: &mut Worksheet, row: u32, last: u16) -> Result<(), ReportError> {
    let at = last.saturating_sub(1);
    let dots = "……………………………………";
    let lines = [
        (0, format!("………………, {dots}")),
        (1, "Ketua Tim Penilai,".to_owned()),
        (6, dots.to_owned()),
    ];
    for (below, line) in lines {
        sheet.write_string(row + below, at, line)?;
    }
    Ok(())
}
