//! Entries that may be one and the same: held back when title and agency are equal, asked about when they are close.

use super::convert::Entry;
use crate::{Choices, Finding, FindingCode, Place, Reading, RowChoice, SkipReason, Skipped, Taken};
use std::collections::{BTreeSet, HashMap};

/// Neighbours in alphabetical order that are compared, forwards and backwards: a slip of the pen leaves the beginning or
/// the end as it was.
const NEIGHBOURS: usize = 4;
/// Likeness from which two titles are asked about, in hundredths.
const ALIKE: usize = 88;
/// Shorter titles differ by a letter and mean something else.
const SHORTEST: usize = 8;

/// Moves entries into the reading, duplicates to the skipped rows.
pub(super) fn hold_back(entries: Vec<Entry>, choices: &Choices, reading: &mut Reading) {
    let mut first: HashMap<(String, String), usize> = HashMap::with_capacity(entries.len());
    let mut kept: Vec<Entry> = Vec::with_capacity(entries.len());
    for entry in entries {
        let choice = choices.rows.get(&entry.place);
        let keys = (entry.title.clone(), entry.agency.clone());
        match (first.get(&keys).copied(), choice) {
            (Some(before), Some(RowChoice::Merge)) => {
                let reason = SkipReason::Merged(kept[before].place.clone());
                fill(&mut kept[before].taken, entry.taken);
                reading.skipped.push(skipped(entry.place, reason));
            }
            (Some(before), None) => {
                let other = kept[before].place.clone();
                let mut finding = of(FindingCode::SuspectedDuplicate, &entry.place, &other);
                finding.cell = Some(entry.taken.registration.title);
                reading.findings.push(finding);
                let reason = SkipReason::SuspectedDuplicate(other);
                reading.skipped.push(skipped(entry.place, reason));
            }
            _ => {
                first.entry(keys).or_insert(kept.len());
                kept.push(entry);
            }
        }
    }
    ask(&kept, choices, &mut reading.findings);
    reading.taken = kept.into_iter().map(|entry| entry.taken).collect();
}

fn skipped(place: Place, reason: SkipReason) -> Skipped {
    Skipped {
        sheet: place.sheet,
        row: place.row,
        reason,
    }
}

/// What the duplicate says and the first one does not.
fn fill(into: &mut Taken, from: Taken) {
    for (field, text) in from.registration.fields {
        into.registration.fields.entry(field).or_insert(text);
    }
    for (heading, text) in from.registration.other {
        let other = &mut into.registration.other;
        if !other.iter().any(|(known, _)| *known == heading) {
            other.push((heading, text));
        }
    }
}

fn of(code: FindingCode, place: &Place, other: &Place) -> Finding {
    let mut finding = Finding::of_sheet(code, &place.sheet);
    finding.row = Some(place.row);
    finding.other = Some(other.clone());
    finding
}

/// Asks about near titles of one agency and equal titles of different ones; both are taken.
fn ask(entries: &[Entry], choices: &Choices, findings: &mut Vec<Finding>) {
    let decided = |entry: &Entry| choices.rows.contains_key(&entry.place);
    let say = |code, one: usize, other: usize| {
        let (one, other) = (&entries[one.max(other)], &entries[one.min(other)]);
        let mut finding = of(code, &one.place, &other.place);
        finding.cell = Some(one.taken.registration.title.clone());
        finding.made = Some(other.taken.registration.title.clone());
        (!decided(one)).then_some(finding)
    };
    let same = same_titles(entries).into_iter();
    findings.extend(same.filter_map(|(one, other)| say(FindingCode::SameTitle, one, other)));
    let near = near_titles(entries).into_iter();
    findings.extend(near.filter_map(|(one, other)| say(FindingCode::SimilarTitle, one, other)));
}

fn same_titles(entries: &[Entry]) -> Vec<(usize, usize)> {
    let mut first: HashMap<&str, usize> = HashMap::with_capacity(entries.len());
    let later = entries.iter().enumerate().filter_map(|(index, entry)| {
        let before = *first.entry(&entry.title).or_insert(index);
        let differs = entries[before].agency != entry.agency;
        (before != index && differs).then_some((index, before))
    });
    later.collect()
}

fn near_titles(entries: &[Entry]) -> BTreeSet<(usize, usize)> {
    let mut pairs = BTreeSet::new();
    let backwards: Vec<String> = entries
        .iter()
        .map(|entry| entry.title.chars().rev().collect())
        .collect();
    let mut order: Vec<usize> = (0..entries.len()).collect();
    for forwards in [true, false] {
        order.sort_by_key(|&index| {
            let entry = &entries[index];
            let title = if forwards {
                &entry.title
            } else {
                &backwards[index]
            };
            (&entry.agency, title)
        });
        for (at, &one) in order.iter().enumerate() {
            for &other in order[at + 1..].iter().take(NEIGHBOURS) {
                if are_near(&entries[one], &entries[other]) {
                    pairs.insert((one.max(other), one.min(other)));
                }
            }
        }
    }
    pairs
}

fn are_near(one: &Entry, other: &Entry) -> bool {
    if one.agency != other.agency || one.title == other.title {
        return false;
    }
    let (short, long) = match one.title.len() <= other.title.len() {
        true => (&one.title, &other.title),
        false => (&other.title, &one.title),
    };
    // Series are numbered: “Posyandu 1” is not “Posyandu 2”.
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).collect::<Vec<_>>();
    short.len() >= SHORTEST
        && short.len() * 100 >= long.len() * ALIKE
        && digits(short) == digits(long)
        && share_letters(short, long)
        && strsim::osa_distance(short, long) * 100 <= long.chars().count() * (100 - ALIKE)
}

/// Whether two texts have nearly the same letters, in any order: quick to see, and without it they cannot be near.
fn share_letters(one: &str, other: &str) -> bool {
    let mut counts = [0_i32; 64];
    for byte in one.bytes() {
        counts[usize::from(byte % 64)] += 1;
    }
    for byte in other.bytes() {
        counts[usize::from(byte % 64)] -= 1;
    }
    let differ: u32 = counts.iter().map(|count| count.unsigned_abs()).sum();
    differ as usize * 50 <= other.len() * (100 - ALIKE)
}
