//! Options of the registration forms, folded to their usual spelling.

use crate::key::words;
use judging::entry::Field;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

/// An option that was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Known {
    /// Its usual spelling.
    pub text: &'static str,
    /// Whether it differed by more than case, spaces and punctuation.
    pub folded: bool,
}

/// By words without spaces, for each field that has options.
static OPTIONS: LazyLock<BTreeMap<Field, HashMap<String, Known>>> = LazyLock::new(|| {
    let document: toml::Table = include_str!("options.toml").parse().unwrap_or_default();
    let named = document.iter().filter_map(|(field, spellings)| {
        let options = spellings.as_table()?.iter().flat_map(spellings_of);
        Some((field.parse().ok()?, options.collect()))
    });
    named.collect()
});

fn spellings_of((usual, others): (&String, &toml::Value)) -> Vec<(String, Known)> {
    // Options live as long as the program: a dozen short texts.
    let text: &'static str = usual.clone().leak();
    let others = others.as_array().into_iter().flatten();
    let folded = others.filter_map(toml::Value::as_str);
    let mut spellings: Vec<_> = folded
        .map(|other| (joined(other), Known { text, folded: true }))
        .collect();
    // Last, so that the usual spelling is never counted as folded.
    spellings.push((
        joined(text),
        Known {
            text,
            folded: false,
        },
    ));
    spellings
}

fn joined(text: &str) -> String {
    words(text).replace(' ', "")
}

/// Recognises an option of a field that has options.
pub(crate) fn known(field: Field, text: &str) -> Option<Known> {
    // Longer than any option; spares the folding of long texts.
    if text.len() > 200 {
        return None;
    }
    let options = OPTIONS.get(&field)?;
    // Most cells have the usual spelling.
    let usual = options.values().find(|known| known.text == text);
    let usual = usual.map(|known| Known {
        folded: false,
        ..*known
    });
    usual.or_else(|| options.get(&joined(text)).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(field: Field, text: &str, expected: Option<(&str, bool)>) {
        let read = known(field, text).map(|known| (known.text, known.folded));
        assert_eq!(read, expected);
    }

    #[test]
    fn options_are_known_in_every_spelling() {
        check(Field::Kind, "non-digital", Some(("Non Digital", false)));
        check(Field::Kind, "NonDigital", Some(("Non Digital", false)));
        check(Field::Phase, "ujicoba", Some(("Uji Coba", false)));
        check(Field::Phase, "Implementasi", Some(("Penerapan", true)));
        check(
            Field::Form,
            "PELAYANAN PUBLIK",
            Some(("Pelayanan Publik", false)),
        );
        check(Field::Form, "Digital", None);
        check(Field::Kind, "", None);
    }
}
