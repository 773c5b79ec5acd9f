//! Text in columns: encoding and separator found out.
//!
//! The records are split here and not by a library, because the libraries at hand drop blank lines, and a row must keep
//! the number under which a spreadsheet program shows it.

use super::parse::deliver;
use super::{OpenError, Sink};
use crate::workbook::Value;
#[cfg(any(test, feature = "fuzzing"))]
use crate::workbook::{Builder, Merged};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Read;

/// Separators, the likelier first: spreadsheet programs set to Indonesian write semicolons.
const SEPARATORS: [char; 4] = [';', ',', '\t', '|'];
/// Records from which the separator is found out.
const SAMPLE: usize = 100;

/// Reads the whole text into one sheet without a name of its own.
pub(super) fn read(mut file: impl Read, sink: &mut dyn Sink) -> Result<(), OpenError> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    let text = decode(&bytes);
    if is_binary(&text) {
        return Err(OpenError::NotAWorkbook("a file of an unknown kind".into()));
    }
    sink.sheet("CSV", false)?;
    split(&text, sink)
}

/// Splits a text into cells of the sheet begun last.
pub(crate) fn split(text: &str, sink: &mut dyn Sink) -> Result<(), OpenError> {
    let (separator, text) = match declared_separator(text) {
        Some(declared) => declared,
        None => (likely_separator(text), text),
    };
    let (mut row, mut column) = (1, 0);
    for (field, end) in (Fields {
        rest: Some(text),
        separator,
    }) {
        if !field.trim().is_empty() {
            deliver(row, column, Value::Text(&field), sink)?;
        }
        match end {
            End::Field => column += 1,
            End::Record => (row, column) = (row.saturating_add(1), 0),
        }
    }
    Ok(())
}

/// By byte order mark; without one UTF-16 shows in its zeros, and what is not UTF-8 is Windows-1252.
fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let head = &bytes[..bytes.len().min(4096)];
    let zeros = |odd| {
        head.iter()
            .skip(odd)
            .step_by(2)
            .filter(|&&b| b == 0)
            .count()
    };
    let many = head.len() / 4;
    let guess: &Encoding = if zeros(1) > many {
        UTF_16LE
    } else if zeros(0) > many {
        UTF_16BE
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1252
    };
    // A byte order mark overrules the guess.
    guess.decode(bytes).0
}

fn is_binary(text: &str) -> bool {
    let odd = |c: &char| c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    let odd = text.chars().take(100_000).filter(odd).count();
    odd > 8 && odd * 200 > text.len().min(100_000)
}

/// `sep=;` in the first line, which spreadsheet programs obey and do not show.
fn declared_separator(text: &str) -> Option<(char, &str)> {
    let rest = text.strip_prefix("sep=")?;
    let separator = rest.chars().next()?;
    let rest = &rest[separator.len_utf8()..];
    let rest = rest.strip_prefix('\r').unwrap_or(rest);
    Some((separator, rest.strip_prefix('\n')?))
}

/// The separator by which most records have the same number of fields.
fn likely_separator(text: &str) -> char {
    let agreement = |&separator: &char| {
        let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
        let (mut size, mut records) = (0, 0);
        for (_, end) in (Fields {
            rest: Some(text),
            separator,
        }) {
            size += 1;
            if end == End::Record {
                *sizes.entry(size).or_default() += 1;
                (size, records) = (0, records + 1);
                if records == SAMPLE {
                    break;
                }
            }
        }
        let several = sizes.into_iter().filter(|&(size, _)| size > 1);
        several
            .map(|(size, records)| (records, size))
            .max()
            .unwrap_or((0, 0))
    };
    // Of equal ones `max_by_key` takes the last.
    let likely = SEPARATORS.into_iter().rev().max_by_key(agreement);
    likely.unwrap_or(';')
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Field,
    Record,
}

/// The fields of a text, each with what ends it.
struct Fields<'a> {
    rest: Option<&'a str>,
    separator: char,
}

impl<'a> Iterator for Fields<'a> {
    type Item = (Cow<'a, str>, End);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.rest?;
        let (quoted, rest) = quoted(rest).map_or((None, rest), |(q, rest)| (Some(q), rest));
        let ends = |c| c == self.separator || c == '\n' || c == '\r';
        let (plain, end, rest) = match rest.find(ends) {
            None => (rest, End::Record, None),
            Some(at) => {
                let (plain, after) = rest.split_at(at);
                if let Some(after) = after.strip_prefix(self.separator) {
                    (plain, End::Field, Some(after))
                } else {
                    let after = after.strip_prefix("\r\n").unwrap_or_else(|| &after[1..]);
                    // A line end at the end of the text begins no further record.
                    (
                        plain,
                        End::Record,
                        Some(after).filter(|after| !after.is_empty()),
                    )
                }
            }
        };
        self.rest = rest;
        // What stands between a closing quote and the separator is no CSV, but no reason to lose it.
        let field = match quoted {
            None => Cow::Borrowed(plain),
            Some(quoted) if plain.is_empty() => quoted,
            Some(quoted) => Cow::Owned(quoted.into_owned() + plain),
        };
        Some((field, end))
    }
}

/// A field in quotes and what follows it; `None` if there is none or it is never closed.
fn quoted(text: &str) -> Option<(Cow<'_, str>, &str)> {
    let inside = text.strip_prefix('"')?;
    let mut from = 0;
    loop {
        let at = from + inside[from..].find('"')?;
        let after = &inside[at + 1..];
        if !after.starts_with('"') {
            let field = &inside[..at];
            let field = match from {
                0 => Cow::Borrowed(field),
                _ => Cow::Owned(field.replace("\"\"", "\"")),
            };
            return Some((field, after));
        }
        from = at + 2;
    }
}

/// A whole text as a workbook, for tests and fuzzing.
#[cfg(any(test, feature = "fuzzing"))]
pub(crate) fn workbook(bytes: &[u8]) -> Result<crate::Workbook, OpenError> {
    let mut builder = Builder::new("x.csv".into(), judging::Hash([1; 32]));
    read(bytes, &mut builder)?;
    Ok(builder.finish())
}

#[cfg(any(test, feature = "fuzzing"))]
impl Sink for Builder {
    fn hash(&mut self, _: judging::Hash) -> Result<(), OpenError> {
        Ok(())
    }
    fn sheet(&mut self, name: &str, hidden: bool) -> Result<(), OpenError> {
        Self::sheet(self, name.to_owned(), hidden);
        Ok(())
    }
    fn merged(&mut self, _: Merged) -> Result<(), OpenError> {
        Ok(())
    }
    fn cell(&mut self, row: u32, column: u32, value: Value<'_>) -> Result<(), OpenError> {
        Self::cell(self, row, column, value);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::Builder;

    /// Cells as `A1=text`, joined by ` | `.
    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        let workbook = workbook(bytes).unwrap();
        let cells = workbook.sheets[0].rows().flat_map(|row| {
            row.cells().map(move |(column, value)| {
                let letter = crate::column_letter(column);
                format!("{letter}{}={}", row.number, value.shown())
            })
        });
        assert_eq!(cells.collect::<Vec<_>>().join(" | "), expected);
    }

    #[test]
    fn the_separator_is_the_one_that_makes_columns() {
        check(
            b"No;Judul\n1;A, B, dan C\n",
            "A1=No | B1=Judul | A2=1 | B2=A, B, dan C",
        );
        check(
            b"No,Judul\r\n1,x;y\r\n2,z",
            "A1=No | B1=Judul | A2=1 | B2=x;y | A3=2 | B3=z",
        );
        check(b"No\tJudul\n1\tx, y\n", "A1=No | B1=Judul | A2=1 | B2=x, y");
        check(b"sep=|\nNo|a;b\n", "A1=No | B1=a;b");
    }

    #[test]
    fn blank_lines_keep_their_numbers() {
        check(b"a;b\n\n;;\nc;d\n", "A1=a | B1=b | A4=c | B4=d");
    }

    #[test]
    fn quotes_hide_separators_line_ends_and_quotes() {
        check(
            b"a;\"b;c\nd \"\"e\"\"\"\nf;g",
            "A1=a | B1=b;c\nd \"e\" | A2=f | B2=g",
        );
        check(b"a;\"b\" c\nd;e", "A1=a | B1=b c | A2=d | B2=e");
        check(b"a;\"b\nd;e", "A1=a | B1=\"b | A2=d | B2=e");
    }

    #[test]
    fn the_encoding_is_found_out() {
        let text = "No;Judul\n1;Café “Ñ”\n";
        let expected = "A1=No | B1=Judul | A2=1 | B2=Café “Ñ”";
        check(text.as_bytes(), expected);
        check(format!("\u{FEFF}{text}").as_bytes(), expected);
        check(&WINDOWS_1252.encode(text).0, expected);
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&little, expected);
        check(&big, expected);
        check(&[b"\xFF\xFE".to_vec(), little].concat(), expected);
        check(&[b"\xFE\xFF".to_vec(), big].concat(), expected);
    }

    #[test]
    fn what_is_not_text_is_refused() {
        let noise: Vec<u8> = (0..2000_u32).map(|i| (i * 7919 % 32) as u8).collect();
        let error = read(
            noise.as_slice(),
            &mut Builder::new("x".into(), judging::Hash([1; 32])),
        )
        .unwrap_err();
        assert_eq!(error.name(), "not-a-workbook");
    }
}
