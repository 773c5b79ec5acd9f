//! From cells to canonical texts, each doubt noted.
//!
//! **Never**: a damaged number reconstructed, a doubtful one decided.

pub(crate) mod date;
pub(crate) mod identity;
pub(crate) mod number;
pub(crate) mod option;
pub(crate) mod phone;
pub(crate) mod text;

use crate::workbook::{DAMAGED, Value};
use crate::{FindingCode, Severity};
use date::Oddity;
use judging::entry::Field;
use number::Doubt;
use text::{Lines, clean, is_nothing};

/// Takes what is to be said of a cell, and what was made of it.
pub(crate) type Note<'a> = dyn FnMut(FindingCode, Option<&str>) + 'a;

/// A text of one line: a title, an agency, a heading. `None` when nothing is there.
pub(crate) fn line(value: Value<'_>, note: &mut Note<'_>) -> Option<String> {
    written(value, Lines::Join, note)
}

/// A field's value in canonical form; `None` when nothing is there or nothing can be taken.
pub(crate) fn field(field: Field, value: Value<'_>, note: &mut Note<'_>) -> Option<String> {
    match field {
        Field::Nip => person(
            value,
            FindingCode::DamagedNip,
            FindingCode::OddNip,
            identity::is_nip,
            note,
        ),
        Field::Nik => person(
            value,
            FindingCode::DamagedNik,
            FindingCode::OddNik,
            identity::is_nik,
            note,
        ),
        Field::Phone => phone(value, note),
        Field::Email => email(value, note),
        Field::Kind | Field::Form | Field::Phase => option(field, value, note),
        Field::TrialDate | Field::StartDate => date(value, note),
        Field::Timestamp => moment(value, note),
        Field::OwnScore => score(value, note),
        Field::Latitude => degrees(value, 90, ["LU", "N", "LS", "S"], note),
        Field::Longitude => degrees(value, 180, ["BT", "E", "BB", "W"], note),
        Field::Number | Field::Innovator | Field::Position => line(value, note),
        _ => written(value, Lines::Keep, note),
    }
}

/// A text of one line that somebody typed: a title, an agency. `None` when nothing is there.
#[must_use]
pub fn typed_line(text: &str) -> Option<String> {
    line(typed(text)?, &mut |_, _| {})
}

/// A field's value that somebody typed, in canonical form; `None` when nothing is there.
///
/// # Errors
/// What is doubtful about it; for an import the same would be a finding.
pub fn typed_field(field: Field, text: &str) -> Result<Option<String>, FindingCode> {
    let Some(value) = typed(text) else {
        return Ok(None);
    };
    let mut doubt = None;
    let read = self::field(field, value, &mut |code, _| doubt = doubt.or(Some(code)));
    match doubt {
        Some(code) if code.severity() != Severity::Info || read.is_none() => Err(code),
        _ => Ok(read),
    }
}

fn typed(text: &str) -> Option<Value<'_>> {
    (!text.trim().is_empty()).then_some(Value::Text(text))
}

/// Whatever a column without a known meaning holds.
pub(crate) fn other(value: Value<'_>, note: &mut Note<'_>) -> Option<String> {
    written(value, Lines::Keep, note)
}

fn written(value: Value<'_>, lines: Lines, note: &mut Note<'_>) -> Option<String> {
    match value {
        Value::Error(_) => {
            note(FindingCode::ErrorCell, None);
            return None;
        }
        Value::Number(number) if number.abs() >= DAMAGED => {
            note(FindingCode::DamagedNumber, Some(&value.shown()));
        }
        _ => {}
    }
    let shown = value.shown();
    let clean = clean(&shown, lines);
    if clean.hidden {
        note(FindingCode::HiddenCharacters, Some(&clean.text));
    }
    if clean.cut {
        note(FindingCode::TextCut, None);
    }
    (!is_nothing(&clean.text)).then(|| clean.text.into_owned())
}

fn person(
    value: Value<'_>,
    damaged: FindingCode,
    odd: FindingCode,
    is_valid: fn(&str) -> bool,
    note: &mut Note<'_>,
) -> Option<String> {
    if matches!(value, Value::Number(number) if number.abs() >= DAMAGED) {
        note(damaged, None);
        return None;
    }
    let text = line(value, note)?;
    if text.bytes().all(|b| b.is_ascii_digit()) && is_valid(&text) {
        return Some(text);
    }
    if identity::is_damaged(&text) {
        note(damaged, None);
        return None;
    }
    match identity::digits(&text) {
        Some(digits) if is_valid(&digits) => Some(digits),
        _ => {
            note(odd, Some(&text));
            Some(text)
        }
    }
}

fn phone(value: Value<'_>, note: &mut Note<'_>) -> Option<String> {
    let text = line(value, note)?;
    let Some(phone) = phone::phone(&text) else {
        note(FindingCode::OddPhone, Some(&text));
        return Some(text);
    };
    if phone.restored {
        note(FindingCode::PhoneRestored, Some(&phone.text));
    }
    Some(phone.text)
}

fn email(value: Value<'_>, note: &mut Note<'_>) -> Option<String> {
    let text = line(value, note)?;
    if !is_email(&text) {
        note(FindingCode::OddEmail, Some(&text));
    }
    Some(text)
}

/// One `@` with something before it and a name with a point behind it.
pub(crate) fn is_email(text: &str) -> bool {
    let host = |host: &str| {
        host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && !host.contains('@')
    };
    let parts = text.split_once('@');
    parts.is_some_and(|(name, at)| !name.is_empty() && host(at))
        && !text.contains(char::is_whitespace)
}

fn option(field: Field, value: Value<'_>, note: &mut Note<'_>) -> Option<String> {
    let text = line(value, note)?;
    let Some(known) = option::known(field, &text) else {
        note(FindingCode::UnknownOption, Some(&text));
        return Some(text);
    };
    if known.folded {
        note(FindingCode::OptionFolded, Some(known.text));
    }
    Some(known.text.to_owned())
}

fn date(value: Value<'_>, note: &mut Note<'_>) -> Option<String> {
    // What cannot be seen is no part of a date.
    let text = match value {
        Value::Text(_) => line(value, note)?,
        _ => String::new(),
    };
    let value = match value {
        Value::Text(_) => Value::Text(&text),
        value => value,
    };
    let Some(dated) = date::date(value) else {
        let text = line(value, note)?;
        note(FindingCode::UnreadableDate, Some(&text));
        return Some(text);
    };
    let oddity = dated.oddity.map(|oddity| match oddity {
        Oddity::Serial => FindingCode::DateFromNumber,
        Oddity::MonthFirst => FindingCode::MonthFirst,
        Oddity::ShortYear => FindingCode::ShortYear,
    });
    if let Some(code) = oddity {
        note(code, Some(&dated.text));
    }
    if !(2000..=2100).contains(&dated.year) {
        note(FindingCode::OddYear, Some(&dated.text));
    }
    Some(dated.text)
}

/// A moment keeps its time where it has one.
fn moment(value: Value<'_>, note: &mut Note<'_>) -> Option<String> {
    match value {
        Value::Moment(moment) if moment.date().year() > 1899 => Some(value.shown().into_owned()),
        Value::Text(text) => {
            let made = date(value, note)?;
            let text = clean(text, Lines::Join).text;
            let time = date::time(&text).filter(|_| date::written(&text).is_some());
            Some(match time {
                Some(time) => format!("{made} {time}"),
                None => made,
            })
        }
        _ => date(value, note),
    }
}

fn score(value: Value<'_>, note: &mut Note<'_>) -> Option<String> {
    let text = line(value, note)?;
    // A number cell comes in its shortest form, whose point is never one of thousands.
    if matches!(value, Value::Number(_)) {
        return Some(text);
    }
    match number::decimal(&text) {
        Ok(number) => Some(number),
        Err(doubt) => {
            let code = match doubt {
                Doubt::Ambiguous => FindingCode::AmbiguousNumber,
                Doubt::Unreadable => FindingCode::UnreadableNumber,
            };
            note(code, Some(&text));
            Some(text)
        }
    }
}

/// Degrees as a decimal, up to `most` on either side; of `halves` the first two are above zero.
fn degrees(value: Value<'_>, most: u32, halves: [&str; 4], note: &mut Note<'_>) -> Option<String> {
    let text = line(value, note)?;
    match number::degrees(&text, most, halves) {
        Some(degrees) => Some(degrees),
        None => {
            note(FindingCode::UnreadableNumber, Some(&text));
            Some(text)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(of: Field, value: Value<'_>, expected: Option<&str>, codes: &[&str]) {
        let mut said = Vec::new();
        let made = field(of, value, &mut |kind, _| said.push(kind.code()));
        assert_eq!((made.as_deref(), said.as_slice()), (expected, codes));
    }

    #[test]
    fn a_damaged_number_is_left_out_and_said() {
        check(
            Field::Nip,
            Value::Number(1.969_050_519_940_51e17),
            None,
            &["damaged-nip"],
        );
        check(Field::Nip, Value::Text("1,99E+17"), None, &["damaged-nip"]);
        check(
            Field::Nik,
            Value::Number(6_402_015_009_860_001.0),
            None,
            &["damaged-nik"],
        );
        check(
            Field::Number,
            Value::Number(1e20),
            Some("1E+20"),
            &["damaged-number"],
        );
    }

    #[test]
    fn canonical_forms_come_without_a_word_and_oddities_with_one() {
        check(
            Field::Nip,
            Value::Text("19860926 201505 1 001"),
            Some("198609262015051001"),
            &[],
        );
        check(
            Field::Nip,
            Value::Text("130123456"),
            Some("130123456"),
            &["odd-nip"],
        );
        check(
            Field::Phone,
            Value::Number(81_252_806_087.0),
            Some("081252806087"),
            &["phone-restored"],
        );
        check(
            Field::StartDate,
            Value::Text("10 Oktober 2021"),
            Some("2021-10-10"),
            &[],
        );
        check(
            Field::StartDate,
            Value::Number(44_883.0),
            Some("2022-11-18"),
            &["date-from-number"],
        );
        check(Field::StartDate, Value::Number(2022.0), Some("2022"), &[]);
        check(
            Field::StartDate,
            Value::Text("17/08/1945"),
            Some("1945-08-17"),
            &["odd-year"],
        );
        check(
            Field::StartDate,
            Value::Text("segera"),
            Some("segera"),
            &["unreadable-date"],
        );
        check(
            Field::Timestamp,
            Value::Text("11/10/2023 8:00:00"),
            Some("2023-10-11 08:00:00"),
            &[],
        );
        check(Field::OwnScore, Value::Text("104,62"), Some("104.62"), &[]);
        check(Field::OwnScore, Value::Number(86.69), Some("86.69"), &[]);
        check(
            Field::OwnScore,
            Value::Text("1.234"),
            Some("1.234"),
            &["ambiguous-number"],
        );
        check(Field::Latitude, Value::Text("0,43 LS"), Some("-0.43"), &[]);
        check(Field::Latitude, Value::Number(-0.43), Some("-0.43"), &[]);
        let beyond = Value::Text("91");
        check(Field::Latitude, beyond, Some("91"), &["unreadable-number"]);
        let turned = Value::Text("117,01 LS");
        check(
            Field::Longitude,
            turned,
            Some("117,01 LS"),
            &["unreadable-number"],
        );
        check(
            Field::Longitude,
            Value::Text("117.010"),
            Some("117.01"),
            &[],
        );
        check(
            Field::Email,
            Value::Text("a@b.go.id"),
            Some("a@b.go.id"),
            &[],
        );
        check(
            Field::Email,
            Value::Text("a at b"),
            Some("a at b"),
            &["odd-email"],
        );
        check(
            Field::Kind,
            Value::Text("Robotik"),
            Some("Robotik"),
            &["unknown-option"],
        );
    }

    #[test]
    fn nothing_is_nothing_in_every_field() {
        for &of in Field::ALL {
            check(of, Value::Text("-"), None, &[]);
            check(of, Value::Error("#REF!"), None, &["error-cell"]);
        }
    }
}
