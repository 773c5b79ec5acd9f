//! Reads one table of the file key by key. Every key asked for is known; what is left over at the end is unknown.

use super::problem::{Problem, What};
use jiff::civil::Date;
use judging::visit::{LocalTime, microdegrees};
use judging::{ClosedSet, Fixed, UnknownCode};
use std::cell::RefCell;
use std::str::FromStr;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Everything found wrong so far, and the text to count lines in.
pub(crate) struct Problems<'a> {
    text: &'a str,
    found: RefCell<Vec<(usize, Problem)>>,
}

impl<'a> Problems<'a> {
    pub(crate) fn in_text(text: &'a str) -> Self {
        Self {
            text,
            found: RefCell::default(),
        }
    }

    /// Notes a problem at a byte of the text.
    pub(crate) fn note(&self, byte: usize, key: String, what: What) {
        let before = self.text.as_bytes().iter().take(byte);
        let line = 1 + before.filter(|&&b| b == b'\n').count();
        self.found
            .borrow_mut()
            .push((byte, Problem { line, key, what }));
    }

    /// All problems in the order of the text.
    pub(crate) fn into_sorted(self) -> Vec<Problem> {
        let mut found = self.found.into_inner();
        found.sort_by_key(|(byte, _)| *byte);
        found.into_iter().map(|(_, problem)| problem).collect()
    }

    pub(crate) fn any(&self) -> bool {
        !self.found.borrow().is_empty()
    }
}

/// What may be written as a text alone, or as a table that says more.
pub(crate) enum TextOrTable<'a> {
    Text(String),
    Table(Table<'a>),
}

/// One table of the file.
pub(crate) struct Table<'a> {
    keys: &'a DeTable<'a>,
    byte: usize,
    path: String,
    known: Vec<&'static str>,
    problems: &'a Problems<'a>,
}

impl<'a> Table<'a> {
    pub(crate) fn top(keys: &'a DeTable<'a>, problems: &'a Problems<'a>) -> Self {
        Self {
            keys,
            byte: 0,
            path: String::new(),
            known: Vec::new(),
            problems,
        }
    }

    fn below(&self, keys: &'a DeTable<'a>, byte: usize, path: String) -> Self {
        Self {
            keys,
            byte,
            path,
            known: Vec::new(),
            problems: self.problems,
        }
    }

    fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.path)
        }
    }

    fn get(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.known.push(key);
        self.keys.get(key)
    }

    /// Whether the key is there.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.keys.get(key).is_some()
    }

    /// Whether the key is there with a list of nothing.
    pub(crate) fn is_empty_list(&self, key: &str) -> bool {
        let list = self
            .keys
            .get(key)
            .and_then(|value| value.get_ref().as_array());
        list.is_some_and(|list| list.is_empty())
    }

    /// Notes a problem with a key, at its value if it is there, else at the table.
    pub(crate) fn wrong(&self, key: &str, what: What) {
        let byte = self
            .keys
            .get(key)
            .map_or(self.byte, |value| value.span().start);
        self.problems.note(byte, self.path_of(key), what);
    }

    fn not_a(&self, key: &str, expected: &'static str, value: &DeValue<'_>) {
        let found = in_words(value);
        self.wrong(key, What::NotA { expected, found });
    }

    /// The value of a key that must be there.
    pub(crate) fn require<T>(&self, key: &str, value: Option<T>) -> Option<T> {
        if value.is_none() && !self.has(key) {
            self.wrong(key, What::Missing);
        }
        value
    }

    /// The value of a key, or `default` where the key is missing.
    pub(crate) fn or<T>(&self, key: &str, value: Option<T>, default: T) -> Option<T> {
        if self.has(key) { value } else { Some(default) }
    }

    /// A text; none where it is missing or wrong.
    pub(crate) fn text(&mut self, key: &'static str) -> Option<String> {
        let value = self.get(key)?.get_ref();
        let Some(text) = value.as_str() else {
            self.not_a(key, "a text in quotes", value);
            return None;
        };
        self.clean(key, text)
    }

    fn clean(&self, key: &str, text: &str) -> Option<String> {
        let text = text.replace("\r\n", "\n"); // the same rules, whichever editor saved them
        let Some(unseen) = text.chars().find(|&c| crate::text::is_unseen(c)) else {
            return Some(text);
        };
        let message = format!(
            "may not hold the invisible character U+{:04X}",
            u32::from(unseen)
        );
        self.wrong(key, What::Value(message));
        None
    }

    /// A text that must be of some form, such as a code.
    pub(crate) fn parsed<T: FromStr<Err: ToString>>(&mut self, key: &'static str) -> Option<T> {
        let text = self.text(key)?;
        let read = text
            .parse::<T>()
            .map_err(|e| self.wrong(key, What::Value(e.to_string())));
        read.ok()
    }

    /// Several texts; none of them where the key is missing.
    pub(crate) fn texts(&mut self, key: &'static str) -> Vec<String> {
        const EXPECTED: &str = "a list of texts in quotes";
        let Some(value) = self.get(key).map(Spanned::get_ref) else {
            return Vec::new();
        };
        let Some(list) = value.as_array() else {
            self.not_a(key, EXPECTED, value);
            return Vec::new();
        };
        let one = |item: &Spanned<DeValue<'_>>| {
            let text = item.get_ref().as_str();
            if text.is_none() {
                self.not_a(key, EXPECTED, item.get_ref());
            }
            self.clean(key, text?)
        };
        list.iter().filter_map(one).collect()
    }

    /// A list in which a text and a table may stand for the same thing; empty where the key is missing.
    pub(crate) fn texts_or_tables(&mut self, key: &'static str) -> Vec<TextOrTable<'a>> {
        const EXPECTED: &str = "a list of texts in quotes or tables { … }";
        let Some(value) = self.get(key).map(Spanned::get_ref) else {
            return Vec::new();
        };
        let Some(list) = value.as_array() else {
            self.not_a(key, EXPECTED, value);
            return Vec::new();
        };
        let one = |(n, item): (usize, &'a Spanned<DeValue<'a>>)| match item.get_ref() {
            DeValue::String(text) => self.clean(key, text).map(TextOrTable::Text),
            DeValue::Table(keys) => {
                let path = format!("{}[{}]", self.path_of(key), n + 1);
                let table = self.below(keys, item.span().start, path);
                Some(TextOrTable::Table(table))
            }
            other => {
                self.not_a(key, EXPECTED, other);
                None
            }
        };
        list.iter().enumerate().filter_map(one).collect()
    }

    /// A word of a closed set, or `default` where the key is missing.
    pub(crate) fn word<T: ClosedSet>(&mut self, key: &'static str, default: T) -> Option<T> {
        let Some(value) = self.get(key).map(Spanned::get_ref) else {
            return Some(default);
        };
        let Some(found) = value.as_str() else {
            self.not_a(key, "a word in quotes", value);
            return None;
        };
        let meant = T::from_code(found);
        meant
            .map_err(|unknown| self.wrong(key, not_one_of(unknown)))
            .ok()
    }

    /// Yes or no, or `default` where the key is missing.
    pub(crate) fn flag(&mut self, key: &'static str, default: bool) -> Option<bool> {
        let Some(value) = self.get(key).map(Spanned::get_ref) else {
            return Some(default);
        };
        if value.as_bool().is_none() {
            self.not_a(key, "true or false", value);
        }
        value.as_bool()
    }

    /// A whole number from 0.
    pub(crate) fn count(&mut self, key: &'static str) -> Option<u32> {
        let value = self.get(key)?.get_ref();
        let number = value
            .as_integer()
            .and_then(|int| u32::from_str_radix(int.as_str(), int.radix()).ok());
        if number.is_none() {
            self.not_a(key, "a whole number from 0", value);
        }
        number
    }

    /// A decimal, written as a number or in quotes, taken from the text of its token.
    pub(crate) fn decimal(&mut self, key: &'static str) -> Option<Fixed> {
        let value = self.get(key)?.get_ref();
        let token = match value {
            DeValue::Integer(int) if int.radix() == 10 => int.as_str(),
            DeValue::Float(float) => float.as_str(),
            DeValue::String(text) => text,
            other => {
                self.not_a(key, "a decimal number", other);
                return None;
            }
        };
        let read = token.strip_prefix('+').unwrap_or(token).parse::<Fixed>();
        read.map_err(|e| self.wrong(key, What::Value(e.to_string())))
            .ok()
    }

    /// A day.
    pub(crate) fn date(&mut self, key: &'static str) -> Option<Date> {
        const EXPECTED: &str = "a day such as 2023-11-20, without quotes";
        let value = self.get(key)?.get_ref();
        let day = value
            .as_datetime()
            .filter(|moment| moment.time.is_none() && moment.offset.is_none())
            .and_then(|moment| moment.date)
            .and_then(|date| {
                let (year, month, day) = (
                    date.year.try_into(),
                    date.month.try_into(),
                    date.day.try_into(),
                );
                Date::new(year.ok()?, month.ok()?, day.ok()?).ok()
            });
        if day.is_none() {
            self.not_a(key, EXPECTED, value);
        }
        day
    }

    /// A word of a closed set; none where the key is missing or its word is none of the set.
    pub(crate) fn optional_word<T: ClosedSet>(&mut self, key: &'static str) -> Option<T> {
        if !self.has(key) {
            self.known.push(key);
            return None;
        }
        // The default is not used: the key is there.
        self.word(key, *T::ALL.first()?)
    }

    /// A moment with its distance from UTC, without quotes.
    pub(crate) fn moment(&mut self, key: &'static str) -> Option<LocalTime> {
        const EXPECTED: &str = "a moment such as 2023-11-21T09:10:00+08:00, without quotes";
        let value = self.get(key)?.get_ref();
        let read = value.as_datetime().map(ToString::to_string);
        let read = read.and_then(|text| text.parse::<LocalTime>().ok());
        let read = read.filter(|moment| moment.offset.is_some());
        if read.is_none() {
            self.not_a(key, EXPECTED, value);
        }
        read
    }

    /// Degrees as a decimal, in whole microdegrees, taken from the text of its token.
    pub(crate) fn degrees(&mut self, key: &'static str) -> Option<i32> {
        const EXPECTED: &str = "degrees such as -0.43, at most six digits behind the point";
        let value = self.get(key)?.get_ref();
        let token = match value {
            DeValue::Integer(int) if int.radix() == 10 => int.as_str(),
            DeValue::Float(float) => float.as_str(),
            DeValue::String(text) => text,
            _ => "",
        };
        let read = microdegrees(token);
        if read.is_none() {
            self.not_a(key, EXPECTED, value);
        }
        read
    }

    /// A table such as `{ … }`.
    pub(crate) fn table(&mut self, key: &'static str) -> Option<Table<'a>> {
        let value = self.get(key)?;
        let Some(keys) = value.get_ref().as_table() else {
            self.not_a(key, "a table { … }", value.get_ref());
            return None;
        };
        Some(self.below(keys, value.span().start, self.path_of(key)))
    }

    /// A list of tables, such as `[[stage]]` or `[{ … }, { … }]`.
    pub(crate) fn tables(&mut self, key: &'static str) -> Vec<Table<'a>> {
        const EXPECTED: &str = "a list of tables";
        let Some(value) = self.get(key).map(Spanned::get_ref) else {
            return Vec::new();
        };
        let Some(list) = value.as_array() else {
            self.not_a(key, EXPECTED, value);
            return Vec::new();
        };
        let one = |(n, item): (usize, &'a Spanned<DeValue<'a>>)| {
            let keys = item.get_ref().as_table();
            if keys.is_none() {
                self.not_a(key, EXPECTED, item.get_ref());
            }
            let path = format!("{}[{}]", self.path_of(key), n + 1);
            Some(self.below(keys?, item.span().start, path))
        };
        list.iter().enumerate().filter_map(one).collect()
    }

    /// Notes the keys that nobody asked for. Call it when all known keys were read.
    pub(crate) fn finish(self) {
        for key in self.keys.keys() {
            let name: &str = key.get_ref();
            if !self.known.contains(&name) {
                let nearest = nearest(name, &self.known);
                self.problems.note(
                    key.span().start,
                    self.path_of(name),
                    What::UnknownKey { nearest },
                );
            }
        }
    }
}

/// That a word is none of its set, with the nearest one that is.
pub(crate) fn not_one_of(unknown: UnknownCode) -> What {
    What::NotOneOf {
        nearest: nearest(&unknown.found, &unknown.known),
        found: unknown.found,
        allowed: unknown.known,
    }
}

/// The known word that looks most like the one found.
pub(crate) fn nearest(found: &str, known: &[&str]) -> String {
    let distance = |word: &&&str| strsim::damerau_levenshtein(&found.to_lowercase(), word);
    known
        .iter()
        .min_by_key(distance)
        .copied()
        .unwrap_or_default()
        .to_owned()
}

fn in_words(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a decimal number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
