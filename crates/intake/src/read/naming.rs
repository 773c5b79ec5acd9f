//! Titles that give away the agency behind an entry, where a stage is judged without knowing it.

use super::convert::Entry;
use super::sort::{SortedRow, SortedRows};
use crate::key::words;
use crate::{Finding, FindingCode, Target};
use judging::entry::BlindField;
use judging::rules::Rules;

/// Kinds of agencies whose own name follows: of “Kecamatan Loa Kulu” the words “Loa Kulu” alone give it away. After a
/// “Dinas” or “Badan” follows what it is about, which a title may well speak of.
const NAMED: [&str; 22] = [
    "bumdes",
    "desa",
    "kec",
    "kecamatan",
    "kel",
    "kelurahan",
    "puskesmas",
    "rs",
    "rsud",
    "sd",
    "sdn",
    "sekolah",
    "sma",
    "sman",
    "smk",
    "smkn",
    "smp",
    "smpn",
    "tk",
    "upt",
    "uptd",
    "universitas",
];

/// Where the name of the region begins, which every agency has at its end.
const REGIONS: [&str; 4] = ["kab", "kabupaten", "kota", "provinsi"];

/// Words that initials pass over.
const SMALL: [&str; 3] = ["dan", "di", "untuk"];

/// Fewest letters of an abbreviation.
const SHORTEST: usize = 3;

/// Whether the title names the agency: in full, by its own name without its kind, by its initials, or by an abbreviation
/// that stands in the agency's name in capitals. Abbreviations by syllables (*Disdikbud*) are not known.
#[must_use]
pub fn names_agency(title: &str, agency: &str) -> bool {
    let title = format!(" {} ", words(title));
    let has = |part: &str| !part.is_empty() && title.contains(&format!(" {part} "));
    let key = words(agency);
    let all: Vec<&str> = key.split(' ').filter(|word| !word.is_empty()).collect();
    let end = all.iter().skip(1).position(|word| REGIONS.contains(word));
    let own = end.map_or(all.as_slice(), |before| &all[..=before]);
    let name = match own.first() {
        Some(kind) if NAMED.contains(kind) => {
            let begin = own.iter().position(|word| !NAMED.contains(word));
            begin.map_or_else(String::new, |begin| own[begin..].join(" "))
        }
        _ => own.join(" "),
    };
    let is_number = name.chars().all(|c| c.is_ascii_digit() || c == ' ');
    has(&key)
        || !is_number && has(&name)
        || abbreviations(agency, own).iter().any(|short| has(short))
}

/// A finding for each entry whose title names the agency that a blind stage keeps from its judges. Entries stand in the
/// order of the rows they were made of.
pub(super) fn telling_titles(
    rules: &Rules,
    sorted: &SortedRows<'_>,
    entries: &[Entry],
) -> Vec<Finding> {
    if !rules.is_blind() {
        return Vec::new();
    }
    let finding = |(row, entry): (&SortedRow<'_>, &Entry)| {
        let registration = &entry.taken.registration;
        let is_telling = rules.is_blind_for(&entry.taken.category, BlindField::Agency)
            && names_agency(&registration.title, &registration.agency);
        let columns = &sorted.tables[row.table].columns;
        let title = columns.iter().find(|column| column.target == Target::Title);
        is_telling.then(|| Finding {
            row: Some(registration.source.row),
            column: title.map(|column| column.letter.clone()),
            cell: Some(registration.title.clone()),
            ..Finding::of_sheet(FindingCode::TitleNamesAgency, &registration.source.sheet)
        })
    };
    sorted
        .rows
        .iter()
        .zip(entries)
        .filter_map(finding)
        .collect()
}

/// The initials of an agency's words, and what stands in its name in capitals.
fn abbreviations(agency: &str, words_of_it: &[&str]) -> Vec<String> {
    let initials = words_of_it.iter().filter(|word| !SMALL.contains(word));
    let initials: String = initials.filter_map(|word| word.chars().next()).collect();
    let is_capital = |word: &&str| {
        word.chars().all(|c| c.is_uppercase()) && agency.chars().any(char::is_lowercase)
    };
    let parts = agency.split(|c: char| !c.is_alphanumeric());
    let mut found: Vec<String> = parts.filter(is_capital).map(words).collect();
    found.retain(|word| !NAMED.contains(&word.as_str()));
    found.push(initials);
    found.retain(|short| short.chars().count() >= SHORTEST);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(agency: &str, title: &str, named: bool) {
        assert_eq!(names_agency(title, agency), named, "{title} / {agency}");
    }

    #[test]
    fn a_title_names_the_agency_in_full_by_its_own_name_or_by_an_abbreviation() {
        check("Dinas Kesehatan", "Inovasi DINAS KESEHATAN untuk ibu", true);
        check(
            "Dinas Kesehatan Kabupaten Kutai Kartanegara",
            "Sehat bersama Dinas Kesehatan",
            true,
        );
        check("Kecamatan Loa Kulu", "Lumbung digital Loa Kulu", true);
        check("UPTD Puskesmas Rapak Mahang", "Rapak Mahang Sigap", true);
        check("Badan Penanggulangan Bencana Daerah", "SIAGA-BPBD", true);
        check(
            "Dinas Pemberdayaan Masyarakat dan Desa",
            "Desa cerdas DPMD",
            true,
        );
        check(
            "Badan Riset dan Inovasi Daerah (BRIDA)",
            "Brida menyapa",
            true,
        );
    }

    #[test]
    fn a_title_that_speaks_of_the_same_thing_does_not_name_the_agency() {
        check("Dinas Kesehatan", "Kesehatan ibu dan anak", false);
        check("Kecamatan Loa Kulu", "Kecamatan cepat tanggap", false);
        check("SDN 005", "Program 005", false);
        check("Kelurahan Baru", "Pembaruan data", false);
        check("DINAS KESEHATAN", "Kesehatan untuk semua", false);
        check("", "Apa saja", false);
        check("Kecamatan", "Kecamatan sigap", true);
    }
}
