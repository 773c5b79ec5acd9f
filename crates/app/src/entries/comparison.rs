//! The registrations of a workbook beside the entries of the competition: which are new, which changed, which may be the
//! same. Nothing is changed here.

use super::answers::{AnswerToRow, Answers, Like, like_name};
use super::changes::changes;
use super::keys_of;
use super::likeness::likenesses;
use super::side_by_side::side_by_side;
use crate::api::import::{DuplicateRow, Likeness};
use intake::{Finding, FindingCode, RowPlace, SkipReason, Skipped, Taken};
use judging::EntryCode;
use judging::entry::{Entry, Registration, RowAnswer};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::entries::Keys;
use store::{Contents, StoreError};

/// What becomes of the registrations of a workbook.
#[derive(Default)]
pub(super) struct Comparison {
    /// Not here yet.
    pub new: Vec<Taken>,
    /// Here, but written differently now.
    pub changed: Vec<Changed>,
    /// Here, the same.
    pub unchanged: u32,
    /// Rows that are like an entry that is here, and that are not known to be it.
    pub alike: Vec<LikeEntry>,
    /// Rows left out because of an answer, or because they wait for one.
    pub left: Vec<Skipped>,
    /// Doubts that only show beside what is here.
    pub findings: Vec<Finding>,
    /// The entries of those rows that were asked for.
    pub matched: BTreeMap<RowPlace, EntryCode>,
}

/// An entry that is here, written differently now.
pub(super) struct Changed {
    pub before: Entry,
    pub after: Registration,
    /// Whether judges have it already.
    pub given_out: bool,
}

/// A row that is like an entry of which the workbook does not speak otherwise: that entry, written anew, or another one.
pub(super) struct LikeEntry {
    this: Taken,
    entry: Entry,
    likeness: Likeness,
    answer: Option<AnswerToRow>,
}

/// Compares registrations with the entries that are there. An entry is known again by title and agency, however they are
/// spelled; where several share both, they are matched in order. For the rows of `asked_for` the result says which entry
/// they are.
pub(super) fn compare(
    contents: &Contents,
    registrations: Vec<Taken>,
    answers: &mut Answers,
    asked_for: &BTreeSet<RowPlace>,
) -> Result<Comparison, StoreError> {
    let mut known: HashMap<Keys, Vec<EntryCode>> = HashMap::new();
    for entry in store::entries::keys(contents)?.into_iter().rev() {
        known.entry(entry.keys).or_default().push(entry.code);
    }
    let mut comparison = Comparison::default();
    if known.is_empty() {
        for taken in registrations {
            comparison.take_or_leave(taken, answers);
        }
        return Ok(comparison);
    }
    let all = store::entries::all(contents)?.into_iter();
    let mut stored: BTreeMap<EntryCode, Entry> =
        all.map(|entry| (entry.code.clone(), entry)).collect();
    let mut unknown = Vec::new();
    for taken in registrations {
        let keys = keys_of(&taken.registration);
        let code = known.get_mut(&keys).and_then(Vec::pop);
        let Some(before) = code.and_then(|code| stored.remove(&code)) else {
            unknown.push((taken, keys));
            continue;
        };
        if !asked_for.is_empty() {
            let place = taken.place();
            if asked_for.contains(&place) {
                comparison.matched.insert(place, before.code.clone());
            }
        }
        if answers.leaves_out(&taken) {
            comparison.leave(&taken, SkipReason::Dropped);
        } else {
            comparison.match_entry(before, taken);
        }
    }
    let likenesses = likenesses(&stored, &unknown, answers);
    for ((taken, keys), like) in unknown.into_iter().zip(likenesses) {
        let like = like.and_then(|(likeness, code)| Some((likeness, stored.get(&code)?.clone())));
        let Some((likeness, entry)) = like else {
            comparison.take_or_leave(taken, answers);
            continue;
        };
        let alike = LikeEntry::of(taken, &keys, entry, likeness, answers);
        if alike.is_merged() {
            stored.remove(&alike.entry.code);
        }
        comparison.like_entry(alike);
    }
    Ok(comparison)
}

impl Comparison {
    fn leave(&mut self, taken: &Taken, reason: SkipReason) {
        let RowPlace { sheet, row } = taken.place();
        self.left.push(Skipped { sheet, row, reason });
    }

    /// A row that is like no entry.
    fn take_or_leave(&mut self, taken: Taken, answers: &mut Answers) {
        match answers.leaves_out(&taken) {
            true => self.leave(&taken, SkipReason::Dropped),
            false => self.new.push(taken),
        }
    }

    /// A row that is an entry.
    fn match_entry(&mut self, before: Entry, after: Taken) {
        if before.category != after.category {
            self.findings.push(other_category(&before, &after));
        }
        match changes(&before, &after.registration).is_empty() {
            true => self.unchanged += 1,
            false => self.changed.push(Changed {
                before,
                after: after.registration,
                given_out: false,
            }),
        }
    }

    /// A row that is like an entry.
    fn like_entry(&mut self, alike: LikeEntry) {
        let this = &alike.this;
        match alike.answer.map(|row| row.answer) {
            Some(RowAnswer::Merge) => self.match_entry(alike.entry.clone(), this.clone()),
            Some(RowAnswer::Drop) => self.leave(this, SkipReason::Dropped),
            None if alike.waits() => {
                self.leave(this, SkipReason::SuspectedDuplicate(this.place()));
            }
            Some(RowAnswer::Keep) | None => self.new.push(this.clone()),
        }
        self.alike.push(alike);
    }
}

/// That a row is an entry, but names another category. Entries do not move by import.
fn other_category(before: &Entry, after: &Taken) -> Finding {
    let RowPlace { sheet, row } = after.place();
    let mut finding = Finding::of_sheet(FindingCode::OtherCategory, &sheet);
    finding.row = Some(row);
    finding.cell = Some(after.category.to_string());
    finding.made = Some(format!("{} {}", before.category, before.code));
    finding
}

impl LikeEntry {
    /// With the answer that holds, which is remembered if it was given now.
    fn of(
        this: Taken,
        keys: &Keys,
        entry: Entry,
        likeness: Likeness,
        answers: &mut Answers,
    ) -> Self {
        let name = like_name(Likeness::NearTitle, keys);
        let place = this.place();
        let answer = answers.to(&place, &name);
        let like = Like::Entry(entry.code.clone());
        answers.remember(&place, &this.registration, name, like);
        Self {
            this,
            entry,
            likeness,
            answer,
        }
    }

    fn is_merged(&self) -> bool {
        self.answer
            .is_some_and(|row| row.answer == RowAnswer::Merge)
    }

    /// A near title where the old one has gone is most often a corrected one: to take it for another innovation would
    /// have one innovation judged twice. The same title of another agency is more often a copy.
    fn waits(&self) -> bool {
        self.likeness == Likeness::NearTitle && self.answer.is_none()
    }

    /// That a row is like an entry that is here, as long as there is no answer.
    pub fn finding(&self) -> Option<Finding> {
        if self.answer.is_some() {
            return None;
        }
        let code = match self.likeness {
            Likeness::SameTitle => FindingCode::SameTitle,
            Likeness::NearTitle | Likeness::Same => FindingCode::SimilarEntry,
        };
        let place = self.this.place();
        let mut finding = Finding::of_sheet(code, &place.sheet);
        finding.row = Some(place.row);
        finding.cell = Some(self.this.registration.title.clone());
        let entry = &self.entry;
        finding.made = Some(format!("{} {}", entry.code, entry.registration.title));
        Some(finding)
    }

    /// Row and entry side by side.
    pub fn shown(&self) -> DuplicateRow {
        let place = self.this.place();
        DuplicateRow {
            sheet: place.sheet,
            row: place.row,
            likeness: self.likeness,
            other_sheet: None,
            other_row: None,
            other_entry: Some(self.entry.code.to_string()),
            fields: side_by_side(
                (&self.this.registration, self.this.category.as_str()),
                (&self.entry.registration, self.entry.category.as_str()),
            ),
            waits: self.waits(),
            choice: self.answer.map(|row| row.answer.into()),
            remembered: self.answer.is_some_and(|row| row.remembered),
        }
    }
}
