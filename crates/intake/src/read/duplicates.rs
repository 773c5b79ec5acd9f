//! Entries that may be one and the same: held back when title and agency are equal, asked about when they are close.

use super::convert::{Entry, hash_of};
use crate::cores::in_parts;
use crate::{Choices, Finding, FindingCode, Reading, RowPlace, SkipReason, Skipped};
use judging::entry::Registration;
use judging::entry::RowAnswer;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Neighbours in alphabetical order that are compared, forwards and backwards: a slip of the pen leaves the beginning or
/// the end as it was.
const NEIGHBOURS: usize = 4;
/// Likeness from which two titles are asked about, in hundredths.
const ALIKE: usize = 88;
/// Shorter titles differ by a letter and mean something else.
const SHORTEST: usize = 8;

/// Moves entries into the reading, duplicates to the skipped rows.
pub(super) fn hold_back(mut entries: Vec<Entry>, choices: &Choices, reading: &mut Reading) {
    let doubles = doubles(&entries, choices);
    for (&index, &before) in &doubles {
        let other = entries[before].place();
        let place = entries[index].place();
        if wants(choices, &place, RowAnswer::Merge) {
            merge(&mut entries, index, before, reading);
            continue;
        }
        let mut finding = of(FindingCode::SuspectedDuplicate, &place, &other);
        finding.cell = Some(entries[index].taken.registration.title.clone());
        reading.findings.push(finding);
        let reason = SkipReason::SuspectedDuplicate(other);
        reading.skipped.push(skipped(place, reason));
        reading.held.push(entries[index].taken.clone());
    }
    leave(&mut entries, &doubles);
    let mut pairs = pairs(&entries);
    let merged = merged(&entries, &pairs, choices);
    // From the end, so that what was merged into a row goes with it into the next.
    for (&index, &before) in merged.iter().rev() {
        merge(&mut entries, index, before, reading);
    }
    pairs.retain(|(_, _, other)| !merged.contains_key(other));
    ask(&entries, &pairs, choices, &mut reading.findings);
    leave(&mut entries, &merged);
    reading.taken = entries.into_iter().map(|entry| entry.taken).collect();
}

fn wants(choices: &Choices, place: &RowPlace, choice: RowAnswer) -> bool {
    choices.rows.get(place) == Some(&choice)
}

/// One row fills the gaps of another, and is no entry of its own.
fn merge(entries: &mut [Entry], index: usize, into: usize, reading: &mut Reading) {
    let (place, other) = (entries[index].place(), entries[into].place());
    let double = std::mem::take(&mut entries[index].taken.registration);
    fill(&mut entries[into].taken.registration, double);
    let reason = SkipReason::Merged(other);
    reading.skipped.push(skipped(place, reason));
}

fn leave(entries: &mut Vec<Entry>, left: &BTreeMap<usize, usize>) {
    let mut index = 0..entries.len();
    entries.retain(|_| index.next().is_some_and(|index| !left.contains_key(&index)));
}

/// The rows of the pairs that the user wants merged, each with the first of the rows it is most like.
fn merged(
    entries: &[Entry],
    pairs: &[(FindingCode, usize, usize)],
    choices: &Choices,
) -> BTreeMap<usize, usize> {
    let mut merged = BTreeMap::new();
    for &(_, one, other) in pairs {
        if wants(choices, &entries[one].place(), RowAnswer::Merge) {
            merged.entry(one).or_insert(other);
        }
    }
    merged
}

/// The entries that have title and agency of an earlier one, by their places, and that the user does not want kept.
fn doubles(entries: &[Entry], choices: &Choices) -> BTreeMap<usize, usize> {
    let hashes = entries.iter().map(|entry| entry.hashes.both);
    let equal = |one: &Entry, other: &Entry| one.title == other.title && one.agency == other.agency;
    let again = again(hashes, |one, other| equal(&entries[one], &entries[other]));
    let wanted =
        again.filter(|(index, _)| !wants(choices, &entries[*index].place(), RowAnswer::Keep));
    wanted.collect()
}

/// The places where something stands again, each with that where it stands first. What has not the same hash is not equal.
fn again(
    hashes: impl ExactSizeIterator<Item = u64>,
    equal: impl Fn(usize, usize) -> bool,
) -> impl Iterator<Item = (usize, usize)> {
    let mut firsts: HashMap<u64, usize> = HashMap::with_capacity(hashes.len());
    hashes.enumerate().filter_map(move |(index, mut hash)| {
        loop {
            let first = *firsts.entry(hash).or_insert(index);
            if first == index {
                return None;
            }
            if equal(first, index) {
                return Some((index, first));
            }
            // Another text of the same hash has the place: the next one is as good.
            hash = hash.wrapping_add(1);
        }
    })
}

fn skipped(place: RowPlace, reason: SkipReason) -> Skipped {
    Skipped {
        sheet: place.sheet,
        row: place.row,
        reason,
    }
}

/// What the duplicate says and the first one does not.
fn fill(into: &mut Registration, from: Registration) {
    for (field, text) in from.fields {
        into.fields.entry(field).or_insert(text);
    }
    for (heading, text) in from.other {
        if !into.other.iter().any(|(known, _)| *known == heading) {
            into.other.push((heading, text));
        }
    }
}

fn of(code: FindingCode, place: &RowPlace, other: &RowPlace) -> Finding {
    let mut finding = Finding::of_sheet(code, &place.sheet);
    finding.row = Some(place.row);
    finding.other = Some(other.clone());
    finding
}

/// Rows that may be one innovation though both are taken, the later one first: an equal title of another agency, a near
/// one of the same.
fn pairs(entries: &[Entry]) -> Vec<(FindingCode, usize, usize)> {
    let keys: Vec<_> = entries
        .iter()
        .map(|entry| (entry.agency.as_str(), entry.title.as_str()))
        .collect();
    let (near, same) = (
        near_titles(&keys).into_iter(),
        same_titles(entries).into_iter(),
    );
    near.map(|(one, other)| (FindingCode::SimilarTitle, one, other))
        .chain(same.map(|(one, other)| (FindingCode::SameTitle, one, other)))
        .collect()
}

/// Asks about such pairs, where nothing was said yet.
fn ask(
    entries: &[Entry],
    pairs: &[(FindingCode, usize, usize)],
    choices: &Choices,
    findings: &mut Vec<Finding>,
) {
    for &(code, one, other) in pairs {
        let (one, other) = (&entries[one], &entries[other]);
        if choices.rows.contains_key(&one.place()) {
            continue;
        }
        let mut finding = of(code, &one.place(), &other.place());
        finding.cell = Some(one.taken.registration.title.clone());
        finding.made = Some(other.taken.registration.title.clone());
        findings.push(finding);
    }
}

fn same_titles(entries: &[Entry]) -> Vec<(usize, usize)> {
    let hashes = entries.iter().map(|entry| entry.hashes.title);
    let again = again(hashes, |one, other| {
        entries[one].title == entries[other].title
    });
    let differs = |&(index, first): &(usize, usize)| entries[first].agency != entries[index].agency;
    again.filter(differs).collect()
}

/// Pairs of near titles of one agency, the later first, of agencies and titles in the form of [`agency_key`] and
/// [`title_key`]. Not every pair is compared: those that lie close in alphabetical order, read forwards or backwards.
///
/// [`agency_key`]: crate::agency_key
/// [`title_key`]: crate::title_key
#[must_use]
pub fn near_titles(keys: &[(&str, &str)]) -> BTreeSet<(usize, usize)> {
    let hashed = in_parts(0..keys.len(), |part| {
        let hashed = part.map(|index| (hash_of(keys[index].0), index));
        hashed.collect::<Vec<_>>()
    });
    let mut order = hashed.concat();
    order.sort_unstable();
    let agencies = order.chunk_by(|one, other| one.0 == other.0);
    let several: Vec<_> = agencies.filter(|agency| agency.len() > 1).collect();
    let parts = in_parts(0..several.len(), |part| near(&several[part], keys));
    parts.into_iter().flatten().collect()
}

/// The pairs within each of these agencies, which are known by their hashes.
fn near(agencies: &[&[(u64, usize)]], keys: &[(&str, &str)]) -> BTreeSet<(usize, usize)> {
    let title = |index: usize| keys[index].1;
    let mut pairs = BTreeSet::new();
    for agency in agencies {
        let mut order: Vec<usize> = agency.iter().map(|(_, index)| *index).collect();
        order.sort_unstable_by(|&one, &other| title(one).cmp(title(other)));
        compare(&order, keys, &mut pairs);
        let backwards = |index| title(index).bytes().rev();
        order.sort_unstable_by(|&one, &other| backwards(one).cmp(backwards(other)));
        compare(&order, keys, &mut pairs);
    }
    pairs
}

fn compare(order: &[usize], keys: &[(&str, &str)], pairs: &mut BTreeSet<(usize, usize)>) {
    for (at, &one) in order.iter().enumerate() {
        for &other in order[at + 1..].iter().take(NEIGHBOURS) {
            if are_near(keys[one].1, keys[other].1) && keys[one].0 == keys[other].0 {
                pairs.insert((one.max(other), one.min(other)));
            }
        }
    }
}

fn are_near(one: &str, other: &str) -> bool {
    let (short, long) = match one.len() <= other.len() {
        true => (one, other),
        false => (other, one),
    };
    // Series are numbered: “Posyandu 1” is not “Posyandu 2”.
    let digits = |text: &'_ str| text.bytes().filter(u8::is_ascii_digit).collect::<Vec<_>>();
    one != other
        && short.len() >= SHORTEST
        && short.len() * 100 >= long.len() * ALIKE
        && share_letters(short, long)
        && digits(short) == digits(long)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: &str, other: &str, near: bool) {
        assert_eq!((are_near(one, other), are_near(other, one)), (near, near));
    }

    #[test]
    fn a_slip_of_the_pen_is_near_and_another_number_is_not() {
        check("jemput bola adminduk", "jemput bola admindukk", true);
        check("jemput bola adminduk", "jmeput bola adminduk", true);
        check("posyandu lansia 1", "posyandu lansia 2", false);
        check("sapa warga", "sapu warga", true);
        check("simpel", "simpul", false);
        check("klinik inovasi daerah", "rumah inovasi daerah", false);
    }

    #[test]
    fn what_stands_again_is_found_though_all_hashes_are_equal() {
        let texts = ["a", "b", "a", "c", "b", "a"];
        for hashes in [[7; 6], [7, 8, 7, 6, 8, 7], [u64::MAX; 6]] {
            let again = again(hashes.into_iter(), |one, other| texts[one] == texts[other]);
            assert_eq!(again.collect::<Vec<_>>(), [(2, 0), (4, 1), (5, 0)]);
        }
    }

    #[test]
    fn only_titles_of_one_agency_are_near() {
        let keys = [
            ("dinas a", "jemput bola adminduk"),
            ("dinas b", "jemput bola admindukk"),
            ("dinas a", "lapor kades"),
            ("dinas a", "jemput bola admindukk"),
        ];
        assert_eq!(near_titles(&keys), [(3, 0)].into());
    }
}
