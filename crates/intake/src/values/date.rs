//! Dates as people write them, into `2022-11-18`, `2022-11` or `2022`.

use crate::workbook::{Value, moment_of_serial};
use jiff::civil::{Date, Time};

/// A date that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dated {
    /// `2022-11-18`, `2022-11` or `2022`.
    pub text: String,
    /// For a look at whether it can be.
    pub year: i16,
    /// What was a little odd about it.
    pub oddity: Option<Oddity>,
}

/// What was odd about a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Oddity {
    /// It was the day number of a spreadsheet.
    Serial,
    /// `12/25/2022`.
    MonthFirst,
    /// `25/12/22`.
    ShortYear,
}

/// Day numbers of the years 1970 to 2100: smaller whole numbers may be years, or anything.
const SERIALS: std::ops::Range<f64> = 25_569.0..73_415.0;

/// Understands a cell of a column of dates.
pub(crate) fn date(value: Value<'_>) -> Option<Dated> {
    match value {
        Value::Moment(moment) if moment.date().year() > 1899 => Some(day(moment.date(), None)),
        Value::Number(number) if SERIALS.contains(&number) => {
            Some(day(moment_of_serial(number)?.date(), Some(Oddity::Serial)))
        }
        Value::Number(number) => written(&crate::workbook::shortest(number)),
        Value::Text(text) => written(text),
        _ => None,
    }
}

fn day(date: Date, oddity: Option<Oddity>) -> Dated {
    Dated {
        text: date.to_string(),
        year: date.year(),
        oddity,
    }
}

#[derive(Debug, Clone, Copy)]
enum Token {
    /// Its value and its number of digits.
    Number(u32, usize),
    Month(u8),
}
use Token::{Month, Number};

/// Understands a written date. Weekdays may be wrong and are ignored, as are times after the date.
pub(crate) fn written(text: &str) -> Option<Dated> {
    let separates = |c: char| {
        let mark = matches!(
            c,
            '.' | ',' | '/' | '-' | '–' | ':' | '\'' | '’' | '‘' | '`' | '(' | ')'
        );
        mark || c.is_whitespace()
    };
    let is_plain = |c: char| c.is_alphanumeric() || separates(c);
    if text.len() > 100 || !text.chars().all(is_plain) {
        return None;
    }
    let mut tokens = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        match token(word) {
            Word::Token(token) => tokens.push(token),
            Word::Ignored => {}
            Word::Unknown => return None,
        }
    }
    let has_time = text.contains(':');
    match *tokens.as_slice() {
        [Number(year, 4)] => (1900..=2100).contains(&year).then(|| Dated {
            text: year.to_string(),
            year: i16::try_from(year).unwrap_or_default(),
            oddity: None,
        }),
        [Number(digits, 8)] => ymd(digits / 10_000, digits / 100 % 100, digits % 100),
        [Number(serial, 5)] if SERIALS.contains(&f64::from(serial)) => {
            date(Value::Number(f64::from(serial)))
        }
        [Month(month), Number(year, 4)] => month_of(u32::from(month), year),
        [Number(month, 1 | 2), Number(year, 4)] => month_of(month, year),
        [
            Number(d, 1 | 2),
            Month(m),
            Number(year, digits),
            ref rest @ ..,
        ]
        | [
            Month(m),
            Number(d, 1 | 2),
            Number(year, digits),
            ref rest @ ..,
        ] if rest.is_empty() || has_time => dmy(d, u32::from(m), year, digits),
        [
            Number(year, 4),
            Number(month, 1 | 2),
            Number(d, 1 | 2),
            ref rest @ ..,
        ] if rest.is_empty() || has_time => ymd(year, month, d),
        [
            Number(d, 1 | 2),
            Number(month, 1 | 2),
            Number(year, digits),
            ref rest @ ..,
        ] if rest.is_empty() || has_time => dmy(d, month, year, digits),
        _ => None,
    }
}

/// The time of day in a written moment, `08:30:15`; nothing when it is midnight or not there.
pub(crate) fn time(text: &str) -> Option<Time> {
    let word = text
        .split([' ', 'T', '\u{A0}'])
        .find(|word| word.contains(':'))?;
    let mut parts = word.split(':').map(|part| part.parse::<i8>().ok());
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().unwrap_or(Some(0))?;
    let time = Time::new(hour, minute, second, 0).ok()?;
    (time != Time::midnight()).then_some(time)
}

enum Word {
    Token(Token),
    Ignored,
    Unknown,
}

fn token(word: &str) -> Word {
    if word.is_empty() {
        return Word::Ignored;
    }
    if word.bytes().all(|b| b.is_ascii_digit()) {
        return match word.parse() {
            Ok(number) => Word::Token(Number(number, word.len())),
            Err(_) => Word::Unknown,
        };
    }
    // `2022-11-18T08:00` has its T between digits.
    if let Some((date, time)) = word.split_once('T')
        && [date, time]
            .iter()
            .all(|part| part.bytes().all(|b| b.is_ascii_digit()))
        && let Ok(number) = date.parse()
    {
        return Word::Token(Number(number, date.len()));
    }
    let word = word.to_lowercase();
    if let Some(month) = MONTHS
        .iter()
        .position(|names| names.contains(&word.as_str()))
    {
        return Word::Token(Month(u8::try_from(month + 1).unwrap_or_default()));
    }
    match IGNORED.contains(&word.as_str()) {
        true => Word::Ignored,
        false => Word::Unknown,
    }
}

const MONTHS: [&[&str]; 12] = [
    &["januari", "jan", "january"],
    &["februari", "pebruari", "febuari", "feb", "peb", "february"],
    &["maret", "mar", "mart", "march"],
    &["april", "apr"],
    &["mei", "may"],
    &["juni", "jun", "june"],
    &["juli", "jul", "july"],
    &["agustus", "agt", "ags", "agu", "agust", "aug", "august"],
    &["september", "sep", "sept"],
    &["oktober", "okt", "october", "oct"],
    &["november", "nopember", "nov", "nop"],
    &["desember", "des", "december", "dec"],
];

const IGNORED: &[&str] = &[
    "senin",
    "selasa",
    "rabu",
    "kamis",
    "jumat",
    "jum",
    "at",
    "sabtu",
    "minggu",
    "ahad",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "tanggal",
    "tgl",
    "bulan",
    "tahun",
    "hari",
    "pukul",
    "jam",
    "wib",
    "wita",
    "wit",
];

fn month_of(month: u32, year: u32) -> Option<Dated> {
    let first = ymd(year, month, 1)?;
    Some(Dated {
        text: first.text[..7].to_owned(),
        ..first
    })
}

fn ymd(year: u32, month: u32, day_of_month: u32) -> Option<Dated> {
    let year = i16::try_from(year).ok().filter(|&year| year >= 1000)?;
    let part = |number: u32| i8::try_from(number).ok();
    Some(day(
        Date::new(year, part(month)?, part(day_of_month)?).ok()?,
        None,
    ))
}

/// Day before month, unless that is no date and the other is.
fn dmy(d: u32, month: u32, year: u32, digits: usize) -> Option<Dated> {
    let (year, short) = match digits {
        4 => (year, None),
        2 => (2000 + year, Some(Oddity::ShortYear)),
        _ => return None,
    };
    let first = ymd(year, month, d).map(|dated| (dated, short));
    let read = first.or_else(|| Some((ymd(year, d, month)?, Some(Oddity::MonthFirst))));
    read.map(|(dated, oddity)| Dated { oddity, ..dated })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, Option<Oddity>)>) {
        let read = written(text);
        let read = read
            .as_ref()
            .map(|dated| (dated.text.as_str(), dated.oddity));
        assert_eq!(read, expected, "{text}");
    }

    #[test]
    fn dates_are_read_however_they_are_written() {
        for text in [
            "18 November 2022",
            "18 Nopember 2022",
            "18 nov 2022",
            "18-Nov-2022",
            "Senin, 18 November 2022",
            "Jum'at, 18 November 2022",
            "18/11/2022",
            "18-11-2022",
            "18.11.2022",
            "2022-11-18",
            "2022/11/18",
            "20221118",
            "November 18, 2022",
            "18/11/2022 08:00:00",
            "2022-11-18T08:00:00",
        ] {
            check(text, Some(("2022-11-18", None)));
        }
        check("02/03/2020", Some(("2020-03-02", None)));
    }

    #[test]
    fn month_and_year_alone_are_kept_so() {
        check("Pebruari 2021", Some(("2021-02", None)));
        check("11/2022", Some(("2022-11", None)));
        check("Tahun 2022", Some(("2022", None)));
    }

    #[test]
    fn odd_ways_of_writing_are_said() {
        check("25/12/22", Some(("2022-12-25", Some(Oddity::ShortYear))));
        check("12/25/2022", Some(("2022-12-25", Some(Oddity::MonthFirst))));
        check("44883", Some(("2022-11-18", Some(Oddity::Serial))));
    }

    #[test]
    fn what_is_no_single_date_is_not_made_one() {
        for text in [
            "",
            "-",
            "2021 - 2022",
            "31/02/2022",
            "Januari 2021 s.d. sekarang",
            "belum",
            "18",
            "1 2 3 4",
            "99/99/9999",
        ] {
            check(text, None);
        }
    }
}
