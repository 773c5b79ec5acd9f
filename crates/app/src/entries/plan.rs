//! What importing a reading would do to the entries that are there: nothing is changed here.

use super::answers::{Answers, Like, like_name, place_of};
use crate::api::import::{Likeness, RowAnswer};
use intake::{
    Finding, FindingCode, Place, Reading, SkipReason, Skipped, Taken, agency_key, near_titles,
    title_key,
};
use judging::EntryCode;
use judging::entry::{Entry, Registration};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::entries::Keys;
use store::{Contents, StoreError};

/// What becomes of the registrations of one reading.
#[derive(Default)]
pub(super) struct Plan {
    /// Not here yet.
    pub new: Vec<Taken>,
    /// Here, but written differently now.
    pub changed: Vec<(Entry, Registration)>,
    /// Here, the same.
    pub unchanged: u32,
    /// Rows that are like an entry that is here, and that are not known to be it.
    pub alike: Vec<Alike>,
    /// Rows left because of what was said, or because nothing was said yet.
    pub left: Vec<Skipped>,
    /// Doubts that only show beside what is here.
    pub findings: Vec<Finding>,
    /// The entries of those rows that were asked for.
    pub matched: BTreeMap<Place, EntryCode>,
}

/// A row that is like an entry of which the workbook does not speak otherwise: that entry, written anew, or another one.
pub(super) struct Alike {
    pub this: Taken,
    pub entry: Entry,
    pub likeness: Likeness,
    /// What was said, and whether at an earlier import.
    pub answer: Option<(RowAnswer, bool)>,
}

impl Alike {
    /// A near title where the old one has gone is most often a corrected one: to take it for another innovation would
    /// have one innovation judged twice. The same title of another agency is more often a copy.
    pub fn waits(&self) -> bool {
        self.likeness == Likeness::NearTitle && self.answer.is_none()
    }
}

/// Compares a reading with the entries that are there. An entry is known again by title and agency, however they are
/// spelled; where several share both, they are matched in order. Of the rows of `asked_for` it is told which entry they are.
pub(super) fn plan(
    contents: &Contents,
    reading: &mut Reading,
    answers: &mut Answers,
    asked_for: &BTreeSet<Place>,
) -> Result<Plan, StoreError> {
    let mut known: HashMap<Keys, Vec<EntryCode>> = HashMap::new();
    for one in store::entries::keys(contents)?.into_iter().rev() {
        known.entry(one.keys).or_default().push(one.code);
    }
    let mut plan = Plan::default();
    if known.is_empty() {
        for taken in std::mem::take(&mut reading.taken) {
            match answers.leaves(&taken) {
                true => plan.leave(&taken, SkipReason::Dropped),
                false => plan.new.push(taken),
            }
        }
        return Ok(plan);
    }
    let all = store::entries::all(contents)?.into_iter();
    let mut stored: BTreeMap<EntryCode, Entry> =
        all.map(|entry| (entry.code.clone(), entry)).collect();
    let mut unknown = Vec::new();
    for taken in std::mem::take(&mut reading.taken) {
        let keys = keys_of(&taken.registration);
        let code = known.get_mut(&keys).and_then(Vec::pop);
        let Some(before) = code.and_then(|code| stored.remove(&code)) else {
            unknown.push((taken, keys));
            continue;
        };
        if !asked_for.is_empty() {
            let place = place_of(&taken);
            if asked_for.contains(&place) {
                plan.matched.insert(place, before.code.clone());
            }
        }
        if answers.leaves(&taken) {
            plan.leave(&taken, SkipReason::Dropped);
        } else {
            plan.note_category(&before, &taken);
            plan.compare(before, taken.registration);
        }
    }
    let likenesses = likenesses(&stored, &unknown, answers);
    for ((taken, keys), like) in unknown.into_iter().zip(likenesses) {
        let like = like.and_then(|(likeness, code)| Some((likeness, stored.get(&code)?.clone())));
        match like {
            None if answers.leaves(&taken) => plan.leave(&taken, SkipReason::Dropped),
            None => plan.new.push(taken),
            Some((likeness, entry)) => {
                let code = entry.code.clone();
                if plan.like(likeness, entry, taken, keys, answers) {
                    stored.remove(&code);
                }
            }
        }
    }
    Ok(plan)
}

impl Plan {
    fn leave(&mut self, taken: &Taken, reason: SkipReason) {
        let Place { sheet, row } = place_of(taken);
        self.left.push(Skipped { sheet, row, reason });
    }

    fn compare(&mut self, before: Entry, after: Registration) {
        if super::changes::changes(&before, &after).next().is_none() {
            self.unchanged += 1;
        } else {
            self.changed.push((before, after));
        }
    }

    fn note_category(&mut self, before: &Entry, taken: &Taken) {
        if before.category == taken.category {
            return;
        }
        let Place { sheet, row } = place_of(taken);
        let mut finding = Finding::of_sheet(FindingCode::OtherCategory, &sheet);
        finding.row = Some(row);
        finding.cell = Some(taken.category.to_string());
        finding.made = Some(format!("{} {}", before.category, before.code));
        self.findings.push(finding);
    }

    /// A row that is like an entry; whether it was said to speak of it.
    fn like(
        &mut self,
        likeness: Likeness,
        entry: Entry,
        this: Taken,
        keys: Keys,
        answers: &mut Answers,
    ) -> bool {
        let name = like_name(Likeness::NearTitle, &keys);
        let place = place_of(&this);
        let alike = Alike {
            answer: answers.about(&place, &name),
            this,
            entry,
            likeness,
        };
        let (code, row) = (alike.entry.code.clone(), &alike.this.registration);
        answers.note(&place, row, name, Like::Entry(code));
        let merged = match alike.answer {
            Some((RowAnswer::Merge, _)) => {
                self.note_category(&alike.entry, &alike.this);
                self.compare(alike.entry.clone(), row.clone());
                true
            }
            Some((RowAnswer::Drop, _)) => {
                self.leave(&alike.this, SkipReason::Dropped);
                false
            }
            None if alike.waits() => {
                self.leave(&alike.this, SkipReason::SuspectedDuplicate(place));
                false
            }
            _ => {
                self.new.push(alike.this.clone());
                false
            }
        };
        self.alike.push(alike);
        merged
    }
}

/// For each row the entry that it is like, of those that no row is known to be.
fn likenesses(
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
        // What was said of a row goes before what it looks like.
        let merged = answers.merged_into(&like_name(Likeness::NearTitle, keys));
        if let Some(code) = merged.filter(|code| stored.contains_key(*code)) {
            *like = Some((Likeness::NearTitle, code.clone()));
        }
    }
    like
}

/// Title and agency as they are compared.
pub(crate) fn keys_of(registration: &Registration) -> Keys {
    Keys {
        title: title_key(&registration.title),
        agency: agency_key(&registration.agency),
    }
}
