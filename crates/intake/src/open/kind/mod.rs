//! What a file is, by its content. The name is never asked: `.xls` files are often web pages or XLSX.

mod compound;
mod package;

use super::OpenError;
use std::io::{Read, Seek, SeekFrom};

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Also XLSM.
    Xlsx,
    Xlsb,
    Xls,
    Ods,
    /// Text in columns: CSV, TSV.
    Text,
}

const ZIP: &[u8] = b"PK\x03\x04";
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

const WEB_PAGE: &str = "a web page or XML saved under a spreadsheet's name: open it in the spreadsheet program and save it as XLSX";

/// Beginnings of files that are something else.
const OTHERS: &[(&[u8], &str)] = &[
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a text document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xBC\xAF", "a 7-Zip archive"),
    (b"\x1F\x8B", "a compressed file"),
    (b"SQLite format 3\0", "a database"),
    (b"MZ", "a program"),
    (b"\x7FELF", "a program"),
];

/// Finds out what a file is and leaves it at its beginning.
pub(super) fn kind(file: &mut (impl Read + Seek)) -> Result<Kind, OpenError> {
    let mut head = Vec::new();
    file.by_ref().take(4096).read_to_end(&mut head)?;
    file.seek(SeekFrom::Start(0))?;
    if head.is_empty() {
        return Err(OpenError::Empty);
    }
    if head.starts_with(ZIP) {
        let kind = package::kind(&mut *file)?;
        file.seek(SeekFrom::Start(0))?;
        return Ok(kind);
    }
    if head.starts_with(COMPOUND) {
        return compound::kind(file);
    }
    if let Some((_, what)) = OTHERS.iter().find(|(start, _)| head.starts_with(start)) {
        return Err(OpenError::NotAWorkbook((*what).into()));
    }
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&head);
    if text.trim_ascii_start().starts_with(b"<") {
        return Err(OpenError::NotAWorkbook(WEB_PAGE.into()));
    }
    Ok(Kind::Text)
}

pub(super) fn damaged(error: &dyn std::fmt::Display) -> OpenError {
    OpenError::Damaged(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    #[track_caller]
    fn check(content: &[u8], expected: Result<Kind, &str>) {
        let kind = kind(&mut Cursor::new(content));
        assert_eq!(
            kind.map_err(|error| error.to_string()),
            expected.map_err(str::to_owned)
        );
    }

    #[test]
    fn what_is_no_spreadsheet_is_named() {
        check(
            b"",
            Err("the workbook is empty: no sheet has anything in it"),
        );
        check(
            b"%PDF-1.7",
            Err("this is not a spreadsheet but a PDF document"),
        );
        let page = format!("this is not a spreadsheet but {WEB_PAGE}");
        check(b"\xEF\xBB\xBF \n<html>", Err(&page));
        check(
            b"PK\x05\x06",
            Err("this is not a spreadsheet but an empty ZIP archive"),
        );
    }

    #[test]
    fn everything_else_is_text() {
        check(b"No;Judul\n", Ok(Kind::Text));
        check(b"\xFF\xFEN\0o\0", Ok(Kind::Text));
    }
}
