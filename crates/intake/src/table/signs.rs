//! What a row looks like by itself, whatever stands above it: a heading of rows, a numbering, a sum, a signature.

use crate::key::words;
use crate::workbook::{Row, Value};

/// The one text of a row, in one cell or the same in all; a short number or letter before it does not count.
pub(super) fn only_text<'r>(row: Row<'r>) -> Option<(u32, &'r str)> {
    let mut cells = row.cells();
    let (column, value) = cells.next()?;
    let first = match value {
        Value::Text(text) => Some(text),
        _ => None,
    };
    let Some((second_column, second)) = cells.next() else {
        return first.map(|text| (column, text));
    };
    let Value::Text(second) = second else {
        return None;
    };
    if first == Some(second) {
        return cells
            .all(|(_, value)| value == Value::Text(second))
            .then_some((column, second));
    }
    let label = |text: &str| text.trim_end_matches(['.', ')']).len() <= 4;
    let enumerated =
        first.is_some_and(|text| label(text) && number_of(Value::Text(text)).is_none());
    (enumerated && cells.next().is_none()).then_some((second_column, second))
}

/// At least three whole numbers that count up from one.
pub(crate) fn is_numbering(row: Row<'_>) -> bool {
    let counts = row
        .cells()
        .zip(1..)
        .all(|((_, value), expected)| match value {
            Value::Number(_) => value.shown().parse() == Ok(expected),
            Value::Text(text) => {
                let digits = text.trim_matches(['(', ')', ' ', '.']);
                digits.parse() == Ok(expected)
            }
            _ => false,
        });
    row.cells().len() >= 3 && counts
}

/// The number in a cell, also one written as text.
pub(super) fn number_of(value: Value<'_>) -> Option<f64> {
    match value {
        Value::Number(number) => Some(number),
        Value::Text(text) => {
            let text = text.trim().trim_end_matches(['.', ')']);
            let digits = !text.is_empty()
                && text
                    .bytes()
                    .all(|b| b.is_ascii_digit() || b == b'.' || b == b',');
            digits.then_some(0.0)
        }
        _ => None,
    }
}

pub(super) fn begins_sum(text: &str) -> bool {
    if text.len() > 100 {
        return false;
    }
    let key = words(text);
    let key = key
        .strip_prefix("sub ")
        .or(key.strip_prefix("grand "))
        .unwrap_or(&key);
    let first = key.split(' ').next().unwrap_or_default();
    matches!(first, "jumlah" | "total" | "subtotal" | "jml") || key.starts_with("rata rata")
}

/// Words that stand under a table and not in it.
pub(super) fn is_signature(row: Row<'_>) -> bool {
    row.cells().any(|(_, value)| {
        let Value::Text(text) = value else {
            return false;
        };
        if text.len() > 300 {
            return false;
        }
        let key = words(text);
        let first = key.split(' ').next().unwrap_or_default();
        let opens = matches!(
            first,
            "mengetahui"
                | "menyetujui"
                | "kepala"
                | "ketua"
                | "sekretaris"
                | "catatan"
                | "sumber"
                | "keterangan"
                | "nip"
                | "plt"
                | "plh"
                | "bupati"
                | "walikota"
                | "ttd"
        );
        let lined = key.is_empty() && text.trim().len() >= 3;
        let dated = text.split_once(',').is_some_and(|(place, date)| {
            place.len() <= 40 && crate::values::date::written(date.trim()).is_some()
        });
        let starred = text.trim_start().starts_with('*');
        opens || lined || dated || starred
    })
}
