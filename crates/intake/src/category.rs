//! Which category a text means: never a guess between two.

use crate::Mapping;
use crate::key::words;
use judging::CategoryCode;
use judging::rules::Rules;
use std::collections::HashMap;

/// The categories of the rules, and what the user said of other texts.
#[derive(Debug)]
pub(crate) struct Categories<'a> {
    rules: &'a Rules,
    /// By words in alphabetical order: “Desa/Kelurahan” is “Kelurahan/Desa”.
    names: HashMap<String, &'a CategoryCode>,
    /// By a part of a name: “Desa”; `None` where two names have it.
    parts: HashMap<String, Option<&'a CategoryCode>>,
}

/// A category that was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Recognised<'a> {
    pub code: &'a CategoryCode,
    /// Whether only by a part of its name.
    pub by_part: bool,
}

impl<'a> Categories<'a> {
    pub fn new(rules: &'a Rules, mapping: Option<&'a Mapping>) -> Self {
        let mut names = HashMap::new();
        let mut parts: HashMap<String, Option<&CategoryCode>> = HashMap::new();
        // Codes before names before synonyms: whoever comes first has the text.
        for category in &rules.categories {
            names
                .entry(sorted(category.code.as_str()))
                .or_insert(&category.code);
        }
        for category in &rules.categories {
            names
                .entry(sorted(&category.name))
                .or_insert(&category.code);
        }
        for category in &rules.categories {
            let spellings = category.synonyms.iter().chain([&category.name]);
            for spelling in spellings {
                names.entry(sorted(spelling)).or_insert(&category.code);
                for part in spelling
                    .split(['/', ',', '&'])
                    .flat_map(|part| part.split(" dan "))
                {
                    let part = parts.entry(sorted(part)).or_insert(Some(&category.code));
                    if *part != Some(&category.code) {
                        *part = None;
                    }
                }
            }
        }
        parts.remove("");
        for (text, code) in mapping.iter().flat_map(|mapping| &mapping.categories) {
            names.insert(sorted(text), code);
        }
        names.remove("");
        Self {
            rules,
            names,
            parts,
        }
    }

    /// The category, where there is only one.
    pub fn only(&self) -> Option<&'a CategoryCode> {
        match self.rules.categories.as_slice() {
            [only] => Some(&only.code),
            _ => None,
        }
    }

    /// The category whose code, name or synonym the text is, in whatever order its words stand.
    pub fn named(&self, text: &str) -> Option<&'a CategoryCode> {
        // Longer than any name; spares the folding of long texts.
        if text.len() > 120 {
            return None;
        }
        self.names.get(&sorted(text)).copied()
    }

    /// The category that a cell means: by its name, or by a part of a name that no other category has. “Umum / Masyarakat”
    /// is one category when both parts mean the same.
    pub fn recognise(&self, text: &str) -> Option<Recognised<'a>> {
        let exact = |code| Recognised {
            code,
            by_part: false,
        };
        let by_part = |code| Recognised {
            code,
            by_part: true,
        };
        let plain = without_label(text);
        self.named(text)
            .or_else(|| self.named(plain))
            .map(exact)
            .or_else(|| self.part(plain).map(by_part))
            .or_else(|| self.in_parts(plain).map(by_part))
    }

    fn in_parts(&self, text: &str) -> Option<&'a CategoryCode> {
        if text.len() > 120 {
            return None;
        }
        let mut codes = parts(text).map(|part| self.named(part).or_else(|| self.part(part)));
        let first = codes.next()??;
        codes.all(|code| code == Some(first)).then_some(first)
    }

    fn part(&self, text: &str) -> Option<&'a CategoryCode> {
        if text.len() > 120 {
            return None;
        }
        self.parts.get(&sorted(text)).copied().flatten()
    }
}

/// What is joined by a slash, a comma or an “and”.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(['/', ',', '&'])
        .flat_map(|part| part.split(" dan "))
}

fn sorted(text: &str) -> String {
    let key = words(text);
    if !key.contains(' ') {
        return key;
    }
    let mut words: Vec<_> = key.split(' ').collect();
    words.sort_unstable();
    words.join(" ")
}

/// Without numbering (`A.`, `II.`, `1)`) and without “Kategori” before the name.
pub(crate) fn without_label(text: &str) -> &str {
    let text = text.trim();
    let numbered = text.split_once(['.', ')']).filter(|(number, _)| {
        let roman = |c: char| matches!(c, 'I' | 'V' | 'X' | 'i' | 'v' | 'x');
        let letter = number.len() == 1 && number.chars().all(char::is_alphabetic);
        letter || (!number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || roman(c)))
    });
    let text = numbered.map_or(text, |(_, rest)| rest.trim());
    let labels = ["kategori inovasi", "kategori", "kelompok", "category"];
    let label = labels.iter().find_map(|label| {
        let (start, rest) = text.split_at_checked(label.len())?;
        let ends = !rest.starts_with(char::is_alphanumeric);
        (start.eq_ignore_ascii_case(label) && ends).then_some(rest)
    });
    label.map_or(text, |rest| {
        rest.trim_start_matches([' ', ':', '-', '\u{A0}', '\t'])
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use judging::rules::{Category, Rounding, RoundingLevel, RoundingMode};

    /// Rules with these categories: code, name, synonyms joined by `|`.
    pub(crate) fn rules(categories: &[(&str, &str, &str)]) -> Rules {
        let category = |&(code, name, synonyms): &(&str, &str, &str)| Category {
            code: CategoryCode::new(code).unwrap(),
            name: name.to_owned(),
            synonyms: synonyms
                .split('|')
                .filter(|s| !s.is_empty())
                .map(str::to_owned)
                .collect(),
        };
        Rules {
            name: String::new(),
            organizer: String::new(),
            source: String::new(),
            rounding: Rounding {
                digits: 2,
                mode: RoundingMode::HalfUp,
                at: RoundingLevel::Final,
            },
            obligation: None,
            categories: categories.iter().map(category).collect(),
            stages: Vec::new(),
        }
    }

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, bool)>) {
        let rules = rules(&[
            ("OPD", "Organisasi Perangkat Daerah", "Perangkat Daerah"),
            ("KD", "Kelurahan/Desa", ""),
            ("GURU", "Guru", ""),
            ("SMP", "Sekolah Menengah, Guru Honorer", ""),
            ("MP", "Mahasiswa dan Pemuda", ""),
        ]);
        let categories = Categories::new(&rules, None);
        let found = categories.recognise(text);
        let found = found.map(|found| (found.code.as_str(), found.by_part));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_category_is_known_by_code_name_and_synonym_in_any_order_of_words() {
        check("opd", Some(("OPD", false)));
        check("PERANGKAT DAERAH", Some(("OPD", false)));
        check("Desa / Kelurahan", Some(("KD", false)));
        check("B. Kategori: Guru", Some(("GURU", false)));
        check("II. OPD", Some(("OPD", false)));
        check("Kelompok Guru", Some(("GURU", false)));
    }

    #[test]
    fn a_part_of_one_name_only_is_enough_but_is_said() {
        check("Desa", Some(("KD", true)));
        check("Pemuda", Some(("MP", true)));
        check("Pemuda / Mahasiswa", Some(("MP", true)));
        check("Pemuda / Guru", None);
        check("Sekolah Menengah", Some(("SMP", true)));
    }

    #[test]
    fn nothing_is_guessed() {
        for text in [
            "",
            "Kesehatan",
            "Desa Sukamaju",
            "Dinas Desa",
            "dan",
            "Kategori",
        ] {
            check(text, None);
        }
    }
}
