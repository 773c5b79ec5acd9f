//! The forms in which texts are compared.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without accents; every run of anything but letters and digits is one space.
#[must_use]
pub(crate) fn words(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    if text.is_ascii() {
        for word in text
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty())
        {
            if !key.is_empty() {
                key.push(' ');
            }
            key.push_str(word);
        }
        key.make_ascii_lowercase();
    } else {
        let plain = text.nfkd().filter(|&c| !is_combining_mark(c));
        push_words(&mut key, plain.flat_map(char::to_lowercase));
    }
    key
}

fn push_words(key: &mut String, characters: impl Iterator<Item = char>) {
    let mut gap = false;
    for c in characters {
        if c.is_alphanumeric() {
            if gap && !key.is_empty() {
                key.push(' ');
            }
            gap = false;
            key.push(c.to_ascii_lowercase());
        } else {
            gap = true;
        }
    }
}

/// The form in which titles are compared: two titles that differ in case, accents, punctuation or spacing are the same.
#[must_use]
pub fn title_key(title: &str) -> String {
    words(title)
}

/// The form in which agencies are compared, as [`title_key`].
#[must_use]
pub fn agency_key(agency: &str) -> String {
    words(agency)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_punctuation_and_spacing_do_not_matter() {
        assert_eq!(
            title_key("  SI-GEMBIRA (Café)  2.0 "),
            "si gembira cafe 2 0"
        );
        assert_eq!(title_key("Ｆｕｌｌ　Width"), "full width");
        assert_eq!(agency_key("…"), "");
    }
}
