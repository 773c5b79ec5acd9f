//! What a heading means, by the words in it.

use crate::Target;
use crate::key::words;
use judging::ClosedSet;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

/// What a heading was found to mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Meaning {
    pub target: Target,
    /// From 1; the higher, the surer. [`SURE`] is a heading known as it stands.
    pub score: u32,
}

/// The score of a heading that is known as it stands.
pub(crate) const SURE: u32 = 100;
/// Known once what stands in brackets is left out.
const WITHOUT_BRACKETS: u32 = 95;
/// Known with the heading above it: “Nama” under “Inovator”.
const WITH_GROUP: u32 = 90;
/// A known heading of several words among others; its length is added.
const AMONG_OTHERS: u32 = 40;
/// A word that means the field wherever it stands.
const WITHIN: u32 = 20;
/// Longest heading that is looked at, in bytes: a question of a form may be long, a paragraph is none.
const LONGEST: usize = 300;

struct Synonyms {
    known: HashMap<String, Target>,
    /// The most words that one of them has.
    most_words: usize,
    within: BTreeMap<String, Target>,
}

static SYNONYMS: LazyLock<Synonyms> = LazyLock::new(|| {
    let document: toml::Table = include_str!("headings.toml").parse().unwrap_or_default();
    let mut known = HashMap::new();
    let mut within = BTreeMap::new();
    for (name, value) in &document {
        match (Target::from_code(name).ok(), value) {
            (Some(target), value) => {
                known.extend(strings(value).map(|heading| (words(heading), target)));
            }
            (None, value) => {
                for (name, value) in value.as_table().into_iter().flatten() {
                    let target = Target::from_code(name).ok();
                    let words = strings(value).map(str::to_owned);
                    within.extend(words.filter_map(|word| Some((word, target?))));
                }
            }
        }
    }
    let words = known.keys().map(|heading| heading.split(' ').count());
    Synonyms {
        most_words: words.max().unwrap_or_default(),
        known,
        within,
    }
});

fn strings(value: &toml::Value) -> impl Iterator<Item = &str> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(toml::Value::as_str)
}

/// What a heading known as it stands means.
pub(crate) fn known(heading: &str) -> Option<Target> {
    if heading.len() > LONGEST {
        return None;
    }
    SYNONYMS.known.get(&words(heading)).copied()
}

/// What a heading means, with the one of the group above it (empty for none).
pub(crate) fn meaning(heading: &str, group: &str) -> Option<Meaning> {
    if heading.is_empty() || heading.len() > LONGEST {
        return None;
    }
    let found = |target, score| Some(Meaning { target, score });
    let key = words(heading);
    if let Some(&target) = SYNONYMS.known.get(&key) {
        return found(target, SURE);
    }
    if let Some(&target) = SYNONYMS.known.get(&words(&without_brackets(heading))) {
        return found(target, WITHOUT_BRACKETS);
    }
    if !group.is_empty() {
        let group = words(group);
        let group = group.strip_prefix("data ").unwrap_or(&group);
        let group = group.strip_prefix("identitas ").unwrap_or(group);
        let joined = [format!("{key} {group}"), format!("{group} {key}")];
        if let Some(&target) = joined.iter().find_map(|both| SYNONYMS.known.get(both)) {
            return found(target, WITH_GROUP);
        }
    }
    if let Some((length, target)) = among(&key) {
        let length = u32::try_from(length).unwrap_or_default();
        return found(target, AMONG_OTHERS + length.min(40));
    }
    let mut single = key.split(' ').filter_map(|word| SYNONYMS.within.get(word));
    single.next().and_then(|&target| found(target, WITHIN))
}

/// The longest known heading of several words that stands in a text, of equal ones the first in the alphabet: its length
/// with the spaces around it, and what it means.
fn among(key: &str) -> Option<(usize, Target)> {
    let starts = || std::iter::once(0).chain(key.match_indices(' ').map(|(at, _)| at + 1));
    let ends = key.match_indices(' ').map(|(at, _)| at).chain([key.len()]);
    let ends: Vec<usize> = ends.collect();
    let phrases = starts().enumerate().flat_map(|(word, start)| {
        let several = ends
            .iter()
            .skip(word + 1)
            .take(SYNONYMS.most_words.saturating_sub(1));
        several.map(move |&end| &key[start..end])
    });
    let known = phrases.filter_map(|phrase| Some((phrase, *SYNONYMS.known.get(phrase)?)));
    let longest = known.max_by_key(|(phrase, _)| (phrase.len(), Reverse(*phrase)))?;
    Some((longest.0.len() + 2, longest.1))
}

/// The heading without what stands in brackets, and without numbering before or a star behind.
fn without_brackets(heading: &str) -> String {
    let mut depth = 0_u32;
    let outside = heading.chars().filter(|&c| match c {
        '(' | '[' => {
            depth += 1;
            false
        }
        ')' | ']' => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => depth == 0,
    });
    let outside: String = outside.collect();
    let numbering = |c: char| c.is_ascii_digit() || matches!(c, '.' | ' ' | '\n');
    outside.trim_start_matches(numbering).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use judging::entry::Field;

    #[track_caller]
    fn check(heading: &str, group: &str, expected: Option<Target>) {
        assert_eq!(
            meaning(heading, group).map(|meaning| meaning.target),
            expected,
            "{heading}"
        );
    }

    #[test]
    fn the_data_file_names_only_what_there_is() {
        let document: toml::Table = include_str!("headings.toml").parse().unwrap();
        for (name, value) in &document {
            match value.as_table() {
                Some(within) => {
                    assert!(within.keys().all(|name| Target::from_code(name).is_ok()));
                }
                None => assert!(Target::from_code(name).is_ok(), "{name}"),
            }
        }
        for field in Field::ALL {
            assert!(document.contains_key(field.code()), "{field}");
        }
    }

    #[test]
    fn no_heading_means_two_things() {
        let document: toml::Table = include_str!("headings.toml").parse().unwrap();
        let mut seen = BTreeMap::new();
        for (name, value) in document.iter().filter(|(_, value)| value.is_array()) {
            for heading in strings(value) {
                let before = seen.insert(words(heading), name);
                assert!(
                    before.is_none_or(|other| other == name),
                    "{heading}: {name}, {before:?}"
                );
            }
        }
    }

    #[test]
    fn headings_are_known_however_they_are_written() {
        check("JUDUL  INOVASI", "", Some(Target::Title));
        check("nama_karya", "", Some(Target::Title));
        check(
            "1. Judul Inovasi (maks. 10 kata) *",
            "",
            Some(Target::Title),
        );
        check("Pengusul / OPD", "", Some(Target::Agency));
        check("No. Tlpn.", "", Some(Target::Field(Field::Phone)));
        check("NO.", "", Some(Target::Field(Field::Number)));
        check("KET.", "", Some(Target::Field(Field::Remarks)));
        check(
            "Mohon isi Tanggal dimulai implementasi Inovasi",
            "",
            Some(Target::Field(Field::StartDate)),
        );
    }

    #[test]
    fn a_group_says_whose_name_it_is() {
        check(
            "Nama",
            "DATA INOVATOR",
            Some(Target::Field(Field::Innovator)),
        );
        check("Nama", "", None);
        check("Judul", "Inovasi", Some(Target::Title));
    }

    #[test]
    fn some_words_mean_the_field_wherever_they_stand() {
        check(
            "Alamat surel aktif peserta",
            "",
            Some(Target::Field(Field::Email)),
        );
        check("NIP/NRP pengusul", "", Some(Target::Field(Field::Nip)));
        check("Alamat rumah", "", None);
        check(&"judul inovasi ".repeat(30), "", None);
    }
}
