//! What each criterion asks, on a sheet of its own.

use crate::text::fit;
use crate::{ReportError, height, method, style};
use judging::rules::{RemarkRule, Stage};
use rust_xlsxwriter::{Workbook, Worksheet};

/// Writes the sheet "Petunjuk".
pub fn sheet<'a>(
    workbook: &'a mut Workbook,
    stage: &Stage,
) -> Result<&'a mut Worksheet, ReportError> {
    let sheet = workbook.add_worksheet().set_name("Petunjuk")?;
    let title = format!("Petunjuk · Tahap {}", stage.name);
    sheet.write_string_with_format(0, 0, fit(&title), &style::title())?;
    sheet.set_row_height(0, 22)?;
    let columns = [
        ("Kriteria", 36.0),
        ("Bobot", 10.0),
        ("Yang boleh diisi", 50.0),
        ("Yang dinilai", 70.0),
    ];
    for (at, (heading, width)) in (0..).zip(columns) {
        sheet.set_column_width(at, width)?;
        sheet.write_string_with_format(2, at, heading, &style::heading())?;
    }
    let widths = columns.map(|(_, width)| width);
    for (row, leaf) in (3..).zip(stage.leaves()) {
        let mut allowed = leaf.scale.as_ref().map(method::scale).unwrap_or_default();
        if !leaf.required {
            allowed.push_str(" (boleh dikosongkan)");
        }
        if leaf.remark == RemarkRule::Required {
            allowed.push_str(" (wajib dengan catatan)");
        }
        let guidance = leaf.guidance.as_deref().unwrap_or_default();
        let texts = [leaf.name.as_str(), "", &allowed, guidance];
        sheet.set_row_height(row, height::of(texts.into_iter().zip(widths)))?;
        let weight = method::figure(leaf.weight);
        sheet.write_string_with_format(row, 0, fit(&leaf.name), &style::text())?;
        sheet.write_string_with_format(row, 1, weight, &style::centred())?;
        sheet.write_string_with_format(row, 2, fit(&allowed), &style::text())?;
        sheet.write_string_with_format(row, 3, fit(guidance), &style::text())?;
    }
    sheet.set_freeze_panes(3, 0)?;
    sheet.protect();
    Ok(sheet)
}
