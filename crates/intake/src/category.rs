//! Which category a text means: never a guess between two.

use crate::key::words;
use crate::{CategoryText, Mapping};
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
    /// What the user said of texts that the rules do not know; the empty one speaks of rows that name none.
    said: HashMap<String, &'a CategoryCode>,
}

/// A category that was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Recognised<'a> {
    pub code: &'a CategoryCode,
    /// Whether only by a part of its name.
    pub by_part: bool,
    /// Whether because the user said so.
    pub said: bool,
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
        names.remove("");
        let said = mapping.iter().flat_map(|mapping| &mapping.categories);
        Self {
            rules,
            names,
            parts,
            said: said.map(|(text, code)| (sorted(text), code)).collect(),
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
        let key = sorted(text);
        let said = self.said.get(&key).filter(|_| !key.is_empty());
        said.or_else(|| self.names.get(&key)).copied()
    }

    /// The category that the user said a text means; that of rows which name none, for an empty one.
    pub fn said(&self, text: &str) -> Option<&'a CategoryCode> {
        if self.said.is_empty() || text.len() > 120 {
            return None;
        }
        self.said.get(&sorted(text)).copied()
    }

    /// The category that a cell means: by its name, or by a part of a name that no other category has. “Umum / Masyarakat”
    /// is one category when both parts mean the same.
    pub fn recognise(&self, text: &str) -> Option<Recognised<'a>> {
        let how = |by_part, said| {
            move |code| Recognised {
                code,
                by_part,
                said,
            }
        };
        let plain = without_label(text);
        let said = self.said(text).filter(|_| !plain.is_empty());
        said.map(how(false, true))
            .or_else(|| self.named(text).map(how(false, false)))
            .or_else(|| self.named(plain).map(how(false, false)))
            .or_else(|| self.part(plain).map(how(true, false)))
            .or_else(|| self.in_parts(plain).map(how(true, false)))
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

/// The texts that the rules do not know, counted.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    pub all: Vec<CategoryText>,
    /// Where each spelling is counted; the first of its key, where it was not seen before.
    places: HashMap<String, usize>,
}

impl Texts {
    /// One more entry under a text.
    pub fn count(&mut self, text: &str, meant: Option<&CategoryCode>) {
        let place = self.places.get(text).copied().unwrap_or_else(|| {
            let next = self.all.len();
            // No text is its own key and another's spelling: keys are marked.
            let place = *self
                .places
                .entry(format!("\0{}", sorted(text)))
                .or_insert(next);
            if place == next {
                self.all.push(CategoryText {
                    text: text.to_owned(),
                    rows: 0,
                    meant: meant.cloned(),
                });
            }
            self.places.insert(text.to_owned(), place);
            place
        });
        if let Some(known) = self.all.get_mut(place) {
            known.rows += 1;
        }
    }
}

/// The form in which texts for categories are compared: their words in alphabetical order.
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
    fn what_the_user_said_of_a_text_counts_before_the_rules() {
        let rules = rules(&[("OPD", "OPD", ""), ("KES", "Kesehatan", "")]);
        let code = |code| CategoryCode::new(code).unwrap();
        let mapping = Mapping {
            categories: [
                ("Dinkes, RSUD".to_owned(), code("KES")),
                (String::new(), code("OPD")),
            ]
            .into(),
            ..Mapping::default()
        };
        let categories = Categories::new(&rules, Some(&mapping));
        let found = categories.recognise("RSUD / Dinkes").unwrap();
        assert_eq!((found.code, found.said), (&code("KES"), true));
        assert_eq!(categories.recognise("  "), None);
        assert_eq!(categories.said(" "), Some(&code("OPD")));
        assert_eq!(categories.said("Kesehatan"), None);
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
