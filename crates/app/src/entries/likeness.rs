//! For each row of a workbook: the entry that it is almost like, among the entries that the workbook does not name.

use super::answers::{Answers, like_name};
use super::keys_of;
use crate::api::import::Likeness;
use intake::{Taken, near_titles};
use judging::EntryCode;
use judging::entry::Entry;
use std::collections::{BTreeMap, HashMap};
use store::entries::Keys;

/// For each row the entry that it is like, of those that no row is known to be.
pub(super) fn likenesses(
    stored: &BTreeMap<EntryCode, Entry>,
    rows: &[(Taken, Keys)],
    answers: &Answers,
) -> Vec<Option<(Likeness, EntryCode)>> {
    let mut like = vec![None; rows.len()];
    if stored.is_empty() || rows.is_empty() {
        return like;
    }
    let entries: Vec<_> = stored
        .values()
        .map(|entry| (keys_of(&entry.registration), &entry.code))
        .collect();
    let of_both = entries.iter().map(|(keys, _)| keys);
    let keys: Vec<_> = of_both
        .chain(rows.iter().map(|(_, keys)| keys))
        .map(|keys| (keys.agency.as_str(), keys.title.as_str()))
        .collect();
    for (row, entry) in near_titles(&keys) {
        if let (Some(row), Some((_, code))) = (row.checked_sub(entries.len()), entries.get(entry)) {
            like[row].get_or_insert((Likeness::NearTitle, (*code).clone()));
        }
    }
    let mut titles: HashMap<&str, &EntryCode> = HashMap::new();
    for (keys, code) in &entries {
        titles.entry(&keys.title).or_insert(code);
    }
    for ((_, keys), like) in rows.iter().zip(&mut like) {
        let same = titles.get(keys.title.as_str());
        if like.is_none() {
            *like = same.map(|&code| (Likeness::SameTitle, code.clone()));
        }
        // An answer goes before what the row looks like.
        let merged = answers.merged_into(&like_name(Likeness::NearTitle, keys));
        if let Some(code) = merged.filter(|code| stored.contains_key(*code)) {
            *like = Some((Likeness::NearTitle, code.clone()));
        }
    }
    like
}
