//! Answers as they are typed on the command line.

use crate::Error;
use judging::entry::RowAnswer;

/// Reads `ROW=keep`, `ROW=drop`, `ROW=merge`; the row may be `SHEET!ROW`.
///
/// # Errors
/// `bad-choice` when it is not of that form.
pub fn row_answer(text: &str) -> Result<(String, RowAnswer), Error> {
    let answer = || {
        let (row, choice) = text.rsplit_once('=')?;
        let number = row.rsplit_once('!').map_or(row, |(_, number)| number);
        number.parse::<u32>().ok()?;
        Some((row.to_owned(), choice.parse().ok()?))
    };
    answer().ok_or_else(|| bad(text, "ROW=keep, ROW=drop or ROW=merge"))
}

/// Reads `TEXT=CODE`: what a text means that the rules do not know.
///
/// # Errors
/// `bad-choice` when it is not of that form.
pub fn meaning(text: &str) -> Result<(String, String), Error> {
    let (what, code) = text
        .rsplit_once('=')
        .filter(|(_, code)| !code.is_empty())
        .ok_or_else(|| bad(text, "TEXT=CODE"))?;
    Ok((what.to_owned(), code.to_owned()))
}

/// Reads `6` or `6-7`: the rows of a heading.
///
/// # Errors
/// `bad-choice` when it is not of that form.
pub fn heading(text: &str) -> Result<(u32, u32), Error> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let row = |text: &str| text.trim().parse().ok();
    let rows = row(first).zip(row(last));
    rows.ok_or_else(|| bad(text, "ROW or FIRST-LAST"))
}

fn bad(text: &str, form: &str) -> Error {
    Error::new("bad-choice", format!("“{text}” is not of the form {form}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, RowAnswer)>) {
        let expected = expected.map(|(row, answer)| (row.to_owned(), answer));
        assert_eq!(row_answer(text).ok(), expected);
    }

    #[test]
    fn a_row_is_answered_by_number_with_its_sheet_where_there_are_several() {
        check("12=keep", Some(("12", RowAnswer::Keep)));
        check("Guru = A!7=merge", Some(("Guru = A!7", RowAnswer::Merge)));
        check("12=take", None);
        check("Guru=drop", None);
        check("12", None);
    }

    #[test]
    fn a_meaning_may_speak_of_rows_that_name_nothing() {
        assert_eq!(meaning("=OPD").ok(), Some((String::new(), "OPD".into())));
        assert!(meaning("OPD=").is_err());
        assert_eq!(heading("6-7").ok(), Some((6, 7)));
        assert!(heading("enam").is_err());
    }
}
