//! Any format into a [`Sink`], through calamine.

use super::kind::{Kind, damaged, kind};
use super::limits::MIB;
use super::unpacked::{Unpacked, unpacked};
use super::{Limits, OpenError, Sink, csv, repeats};
use crate::workbook::{Merged, Value, moment_of_iso, moment_of_serial};
use calamine::{
    CellErrorType, Data, DataRef, Dimensions, Ods, OdsError, Reader, SheetType, SheetVisible, Xls,
    XlsError, Xlsb, XlsbError, Xlsx, XlsxError,
};
use judging::Hash;
use std::fs::File;
use std::io::{BufReader, Seek};
use std::panic::{AssertUnwindSafe, catch_unwind};

type Input = BufReader<File>;

/// Columns of a sheet, as many as spreadsheet programs know.
const COLUMNS: u32 = 16_384;

/// Reads the file into the sink.
pub(super) fn parse(file: File, limits: &Limits, sink: &mut dyn Sink) -> Result<(), OpenError> {
    let mut file = BufReader::with_capacity(1 << 16, file);
    let length = file.get_ref().metadata()?.len();
    if length > limits.file {
        let (length, most) = (length / MIB, limits.file / MIB);
        return Err(OpenError::TooLarge(format!(
            "the file has {length} MB, more than {most}"
        )));
    }
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(&mut file)?;
    sink.hash(Hash(*hasher.finalize().as_bytes()))?;
    file.rewind()?;
    let kind = kind(&mut file)?;
    // The parsers are libraries that see a stranger's file: a panic in one is a damaged file, not the end of the program.
    let parsed = catch_unwind(AssertUnwindSafe(|| read(kind, file, limits, sink)));
    parsed.unwrap_or_else(|_| Err(OpenError::Damaged("its parts contradict each other".into())))
}

fn read(kind: Kind, file: Input, limits: &Limits, sink: &mut dyn Sink) -> Result<(), OpenError> {
    match kind {
        Kind::Text => csv::read(file, sink),
        Kind::Xls => xls(Xls::new(file).map_err(xls_error)?, sink),
        Kind::Xlsx => unpacked(kind, file, limits, |parts| {
            xlsx(Xlsx::new(parts.clone()).map_err(xlsx_error)?, &parts, sink)
        }),
        Kind::Xlsb => unpacked(kind, file, limits, |parts| {
            xlsb(Xlsb::new(parts).map_err(xlsb_error)?, sink)
        }),
        Kind::Ods => unpacked(kind, file, limits, |parts| {
            repeats::check(parts.clone(), limits)?;
            ods(Ods::new(parts).map_err(ods_error)?, sink)
        }),
    }
}

/// The sheets that have cells, by name, and whether they are hidden.
fn worksheets(sheets: &[calamine::Sheet]) -> Result<Vec<(String, bool)>, OpenError> {
    let worksheet = |sheet: &&calamine::Sheet| sheet.typ == SheetType::WorkSheet;
    let described = |sheet: &calamine::Sheet| {
        let hidden = sheet.visible != SheetVisible::Visible;
        (sheet.name.clone(), hidden)
    };
    let found: Vec<_> = sheets.iter().filter(worksheet).map(described).collect();
    if found.is_empty() && !sheets.is_empty() {
        return Err(OpenError::ChartsOnly);
    }
    Ok(found)
}

fn area(dimensions: Dimensions) -> Merged {
    Merged {
        first_column: dimensions.start.1,
        first_row: dimensions.start.0 + 1,
        last_column: dimensions.end.1,
        last_row: dimensions.end.0 + 1,
    }
}

fn xlsx(mut book: Xlsx<Unpacked>, parts: &Unpacked, sink: &mut dyn Sink) -> Result<(), OpenError> {
    let is_1904 = book.has_1904_epoch();
    for (name, hidden) in worksheets(book.sheets_metadata())? {
        sink.sheet(&name, hidden)?;
        let mut cells = match book.worksheet_cells_reader(&name) {
            Err(XlsxError::NotAWorksheet(_)) => continue,
            cells => cells.map_err(xlsx_error)?,
        };
        while let Some(cell) = cells.next_cell().map_err(xlsx_error)? {
            hand_on(cell.get_position(), cell.get_value(), is_1904, sink)?;
        }
        drop(cells);
        if parts.merged()? {
            for dimensions in book.merge_cells_by_sheet_name(&name).map_err(xlsx_error)? {
                sink.merged(area(dimensions))?;
            }
        }
    }
    Ok(())
}

fn xlsb(mut book: Xlsb<Unpacked>, sink: &mut dyn Sink) -> Result<(), OpenError> {
    let is_1904 = book.has_1904_epoch();
    for (name, hidden) in worksheets(book.sheets_metadata())? {
        sink.sheet(&name, hidden)?;
        let mut cells = book.worksheet_cells_reader(&name).map_err(xlsb_error)?;
        while let Some(cell) = cells.next_cell().map_err(xlsb_error)? {
            hand_on(cell.get_position(), cell.get_value(), is_1904, sink)?;
        }
    }
    Ok(())
}

fn xls(mut book: Xls<Input>, sink: &mut dyn Sink) -> Result<(), OpenError> {
    let is_1904 = book.has_1904_epoch();
    for (name, hidden) in worksheets(book.sheets_metadata())? {
        sink.sheet(&name, hidden)?;
        for dimensions in book.merge_cells_by_sheet_name(&name).map_err(xls_error)? {
            sink.merged(area(dimensions))?;
        }
        let range = book.worksheet_range(&name).map_err(xls_error)?;
        hand_on_range(&range, is_1904, sink)?;
    }
    Ok(())
}

fn ods(mut book: Ods<Unpacked>, sink: &mut dyn Sink) -> Result<(), OpenError> {
    for (name, hidden) in worksheets(book.sheets_metadata())? {
        sink.sheet(&name, hidden)?;
        let range = book.worksheet_range(&name).map_err(ods_error)?;
        hand_on_range(&range, false, sink)?;
    }
    Ok(())
}

fn hand_on_range(
    range: &calamine::Range<Data>,
    is_1904: bool,
    sink: &mut dyn Sink,
) -> Result<(), OpenError> {
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let number = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        let place = (
            top.saturating_add(number(row)),
            left.saturating_add(number(column)),
        );
        hand_on(place, &borrowed(value), is_1904, sink)?;
    }
    Ok(())
}

fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) | Data::DurationIso(text) => DataRef::SharedString(text),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::Bool(truth) => DataRef::Bool(*truth),
        Data::DateTime(date) => DataRef::DateTime(*date),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

fn hand_on(
    (row, column): (u32, u32),
    value: &DataRef<'_>,
    is_1904: bool,
    sink: &mut dyn Sink,
) -> Result<(), OpenError> {
    let moment = |serial: f64, otherwise| moment_of_serial(serial).map_or(otherwise, Value::Moment);
    let value = match value {
        DataRef::Empty => return Ok(()),
        DataRef::String(text) => Value::Text(text),
        DataRef::SharedString(text) => Value::Text(text),
        DataRef::Int(number) => Value::Number(*number as f64),
        DataRef::Float(number) => Value::Number(*number),
        DataRef::Bool(truth) => Value::Bool(*truth),
        DataRef::DateTime(date) => {
            let serial = date.as_f64();
            let shift = if is_1904 { 1462.0 } else { 0.0 };
            moment(serial + shift, Value::Number(serial))
        }
        DataRef::DateTimeIso(text) => moment_of_iso(text).map_or(Value::Text(text), Value::Moment),
        DataRef::DurationIso(text) => Value::Text(text),
        DataRef::Error(error) => Value::Error(error_text(error)),
    };
    deliver(row.saturating_add(1), column, value, sink)
}

/// Hands on a cell that has something in it; row from 1.
pub(super) fn deliver(
    row: u32,
    column: u32,
    value: Value<'_>,
    sink: &mut dyn Sink,
) -> Result<(), OpenError> {
    if column >= COLUMNS {
        return Err(OpenError::TooLarge(format!(
            "row {row} has more than {COLUMNS} columns"
        )));
    }
    match value {
        Value::Text(text) if text.chars().all(char::is_whitespace) => Ok(()),
        value => sink.cell(row, column, value),
    }
}

const fn error_text(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        _ => "#ERROR!",
    }
}

fn xlsx_error(error: XlsxError) -> OpenError {
    match error {
        XlsxError::Password => OpenError::Encrypted,
        error => damaged(&error),
    }
}

fn xlsb_error(error: XlsbError) -> OpenError {
    match error {
        XlsbError::Password => OpenError::Encrypted,
        error => damaged(&error),
    }
}

fn xls_error(error: XlsError) -> OpenError {
    match error {
        XlsError::Password => OpenError::Encrypted,
        error => damaged(&error),
    }
}

fn ods_error(error: OdsError) -> OpenError {
    match error {
        OdsError::Password => OpenError::Encrypted,
        OdsError::InvalidMime(_) => {
            OpenError::NotAWorkbook("another kind of OpenDocument file".into())
        }
        OdsError::CellLimitExceeded { requested, .. } => {
            OpenError::TooLarge(format!("by repetition it claims {requested} cells"))
        }
        error => damaged(&error),
    }
}
