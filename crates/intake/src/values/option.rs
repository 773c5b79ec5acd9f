//! Options of the registration forms, folded to their usual spelling.

use crate::key::words;
use judging::entry::Field;
use std::collections::HashMap;
use std::sync::LazyLock;

/// An option that was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Known {
    /// Its usual spelling.
    pub text: &'static str,
    /// Whether it differed by more than case, spaces and punctuation.
    pub folded: bool,
}

/// By field and by words without spaces.
static OPTIONS: LazyLock<HashMap<(Field, String), Known>> = LazyLock::new(|| {
    let document: toml::Table = include_str!("options.toml").parse().unwrap_or_default();
    let mut options = HashMap::new();
    for (field, spellings) in &document {
        let Some(field) = Field::from_name(field) else {
            continue;
        };
        for (usual, others) in spellings.as_table().into_iter().flatten() {
            let text: &'static str = usual.clone().leak();
            options.insert(
                (field, joined(text)),
                Known {
                    text,
                    folded: false,
                },
            );
            let others = others.as_array().into_iter().flatten();
            for other in others.filter_map(toml::Value::as_str) {
                let known = Known { text, folded: true };
                options.entry((field, joined(other))).or_insert(known);
            }
        }
    }
    options
});

fn joined(text: &str) -> String {
    words(text).replace(' ', "")
}

/// Recognises an option of a field that has options.
pub(crate) fn known(field: Field, text: &str) -> Option<Known> {
    // Longer than any option; spares the folding of long texts.
    if text.len() > 200 {
        return None;
    }
    OPTIONS.get(&(field, joined(text))).copied()
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
