use super::{Ranked, Winners, remark};
use crate::cell::{Cell, write_row};
use crate::page::{self, Column, HEADING_ROW, column};
use crate::text::fit;
use crate::{ReportError, award, method, style};
use rust_xlsxwriter::{Workbook, Worksheet};

/// The standing as a workbook: the winners by category, ready to be signed; the whole ranking with the exact fractions,
/// to be sorted and filtered; what was not ranked, with the reason; and how it was computed.
///
/// # Errors
/// [`ReportError`] when it cannot be written.
pub fn xlsx(winners: &Winners<'_>) -> Result<Vec<u8>, ReportError> {
    let mut workbook = page::workbook(winners.rules, &winners.heading)?;
    awards_sheet(&mut workbook, winners)?;
    ranking_sheet(&mut workbook, winners)?;
    if winners
        .categories
        .iter()
        .any(|ranked| !ranked.apart.is_empty())
    {
        apart_sheet(&mut workbook, winners)?;
    }
    let sheet = method::sheet(&mut workbook, winners.rules, winners.rules_hash)?;
    page::printed(sheet, winners.rules, &winners.heading);
    Ok(workbook.save_to_buffer()?)
}

fn title(winners: &Winners<'_>, what: &str) -> String {
    match &winners.stage {
        Some(code) => format!("{what} · Tahap {}", winners.stage_name(code)),
        None => what.to_owned(),
    }
}

/// The winners, category by category.
fn awards_sheet(workbook: &mut Workbook, winners: &Winners<'_>) -> Result<(), ReportError> {
    let mut columns = vec![
        column("Peringkat", 10.0),
        column("Predikat", 18.0),
        winners.code_column(),
        column("Judul inovasi", 50.0),
        column("Instansi", 34.0),
    ];
    columns.extend(winners.stage_columns());
    columns.extend([
        column(winners.score_name(), 12.0),
        column("Keterangan", 34.0),
    ]);
    let what = if winners.provisional {
        "Urutan Sementara, Belum Ada Pemenang"
    } else {
        "Daftar Pemenang"
    };
    let title = title(winners, what);
    let (rules, heading) = (winners.rules, &winners.heading);
    let sheet = page::begin(workbook, "Pemenang", &title, rules, heading, &columns)?;
    let last = page::last(&columns);
    let mut row = HEADING_ROW + 1;
    for ranked in &winners.categories {
        let name = winners.category_name(&ranked.category);
        section(sheet, row, last, name)?;
        row = category(sheet, row + 1, &columns, winners, ranked)?;
    }
    page::signature(sheet, row + 2, last)
}

/// One category's winners; gives the row after them.
fn category(
    sheet: &mut Worksheet,
    mut row: u32,
    columns: &[Column],
    winners: &Winners<'_>,
    ranked: &Ranked,
) -> Result<u32, ReportError> {
    let awarded = ranked
        .rows
        .iter()
        .filter(|winner| award(winner.rank).is_some());
    let first = row;
    for winner in awarded {
        let mut cells = vec![
            Cell::Count(winner.rank),
            winners.title_cell(winner.rank),
            Cell::Centred(winner.entry.to_string()),
            Cell::Text(winner.title.clone()),
            Cell::Text(winner.agency.clone()),
        ];
        cells.extend(winners.stage_cells(winner));
        cells.extend([
            Cell::Total(winner.score.clone()),
            Cell::Text(remark::of_row(winners, winner)),
        ]);
        write_row(sheet, row, &cells, columns, winners.rules.rounding)?;
        row += 1;
    }
    if row == first {
        let none = "Belum ada inovasi yang diperingkat.";
        sheet.merge_range(row, 0, row, page::last(columns), none, &style::text())?;
        row += 1;
    }
    Ok(row)
}

fn section(sheet: &mut Worksheet, row: u32, last: u16, name: &str) -> Result<(), ReportError> {
    sheet.set_row_height(row, 20)?;
    sheet.merge_range(row, 0, row, last, &fit(name), &style::section())?;
    Ok(())
}

/// Every ranked entry in one table.
fn ranking_sheet(workbook: &mut Workbook, winners: &Winners<'_>) -> Result<(), ReportError> {
    let columns = winners.columns();
    let title = title(winners, "Peringkat Lengkap");
    let (rules, heading) = (winners.rules, &winners.heading);
    let sheet = page::begin(workbook, "Peringkat", &title, rules, heading, &columns)?;
    let mut row = HEADING_ROW;
    for ranked in &winners.categories {
        for entry in &ranked.rows {
            row += 1;
            let cells = winners.ranked_cells(&ranked.category, entry);
            write_row(sheet, row, &cells, &columns, rules.rounding)?;
        }
    }
    sheet.autofilter(
        HEADING_ROW,
        0,
        row.max(HEADING_ROW + 1),
        page::last(&columns),
    )?;
    Ok(())
}

/// Every entry without a rank.
fn apart_sheet(workbook: &mut Workbook, winners: &Winners<'_>) -> Result<(), ReportError> {
    let columns = [
        column("Kategori", 26.0),
        winners.code_column(),
        column("Judul inovasi", 54.0),
        column("Instansi", 34.0),
        column("Alasan", 60.0),
    ];
    let title = title(winners, "Inovasi yang Tidak Diperingkat");
    let (rules, heading) = (winners.rules, &winners.heading);
    let sheet = page::begin(
        workbook,
        "Tidak diperingkat",
        &title,
        rules,
        heading,
        &columns,
    )?;
    let mut row = HEADING_ROW;
    for ranked in &winners.categories {
        for apart in &ranked.apart {
            row += 1;
            let cells = [
                Cell::Text(winners.category_name(&ranked.category).into()),
                Cell::Centred(apart.entry.to_string()),
                Cell::Text(apart.title.clone()),
                Cell::Text(apart.agency.clone()),
                Cell::Text(remark::of_apart(winners, apart)),
            ];
            write_row(sheet, row, &cells, &columns, rules.rounding)?;
        }
    }
    sheet.autofilter(HEADING_ROW, 0, row, page::last(&columns))?;
    Ok(())
}
