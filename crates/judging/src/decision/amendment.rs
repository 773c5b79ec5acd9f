//! What the chair changes of an entry that judges have already.

use super::{Act, Decision, in_force};
use crate::entry::Entry;
use crate::{CategoryCode, EntryCode};
use std::collections::BTreeMap;

/// What an entry is known by: what judges and winners' lists name it with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Particulars {
    /// Its title, not empty.
    pub title: String,
    /// The agency or person behind it; may be empty.
    pub agency: String,
    /// The category it is ranked in.
    pub category: CategoryCode,
}

impl Particulars {
    /// Those of an entry as it stands.
    #[must_use]
    pub fn of(entry: &Entry) -> Self {
        Self {
            title: entry.registration.title.clone(),
            agency: entry.registration.agency.clone(),
            category: entry.category.clone(),
        }
    }

    /// Makes the entry be known by these.
    pub fn give(&self, entry: &mut Entry) {
        entry.registration.title.clone_from(&self.title);
        entry.registration.agency.clone_from(&self.agency);
        entry.category.clone_from(&self.category);
    }
}

/// That an entry is known by other particulars from now on. Its code stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amendment {
    /// Which entry.
    pub entry: EntryCode,
    /// What it was known by when this was decided.
    pub before: Particulars,
    /// What it is known by now.
    pub after: Particulars,
}

/// What each entry that was ever amended is known by: as the last amendment in force says, or as before the first one when
/// all are undone.
#[must_use]
pub fn amended(decisions: &[Decision]) -> BTreeMap<&EntryCode, &Particulars> {
    let mut all: Vec<_> = decisions.iter().filter_map(amendment).collect();
    all.sort_by_key(|(decision, _)| (decision.number, decision.hash));
    let mut known = BTreeMap::new();
    for (_, amendment) in all {
        known.entry(&amendment.entry).or_insert(&amendment.before);
    }
    for decision in in_force(decisions) {
        if let Some((_, amendment)) = amendment(decision) {
            known.insert(&amendment.entry, &amendment.after);
        }
    }
    known
}

/// Gives the entries the particulars that decisions say, whatever they are known by so far.
pub fn amend(entries: &mut [Entry], decisions: &[Decision]) {
    let known = amended(decisions);
    if known.is_empty() {
        return;
    }
    for entry in entries {
        if let Some(particulars) = known.get(&entry.code) {
            particulars.give(entry);
        }
    }
}

fn amendment(decision: &Decision) -> Option<(&Decision, &Amendment)> {
    match &decision.act {
        Act::AmendEntry(amendment) => Some((decision, amendment)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Hash;

    fn titled(title: &str) -> Particulars {
        Particulars {
            title: title.into(),
            agency: "Dinas".into(),
            category: "OPD".parse().unwrap(),
        }
    }

    fn decision(number: u8, act: Act) -> Decision {
        Decision {
            hash: Hash([number; 32]),
            number: number.into(),
            made_at: 0,
            reason: "r".into(),
            act,
        }
    }

    fn renamed(number: u8, before: &str, after: &str) -> Decision {
        let amendment = Amendment {
            entry: "OPD-001".parse().unwrap(),
            before: titled(before),
            after: titled(after),
        };
        decision(number, Act::AmendEntry(amendment))
    }

    fn undone(number: u8, target: u8) -> Decision {
        let decision_of = Hash([target; 32]);
        decision(
            number,
            Act::Undo {
                decision: decision_of,
            },
        )
    }

    #[track_caller]
    fn check(decisions: &[Decision], expected: &str) {
        for stored in ["A", "B", "C"] {
            let mut entry = Entry {
                code: "OPD-001".parse().unwrap(),
                category: "KEC".parse().unwrap(),
                registration: Default::default(),
            };
            entry.registration.title = stored.into();
            let mut other = entry.clone();
            other.code = "OPD-002".parse().unwrap();
            let mut entries = [entry, other];
            amend(&mut entries, decisions);
            assert_eq!(entries[0].registration.title, expected, "from {stored}");
            assert_eq!(Particulars::of(&entries[0]), titled(expected));
            assert_eq!(entries[1].registration.title, stored, "another entry");
        }
    }

    #[test]
    fn the_last_amendment_in_force_holds_and_without_one_what_was_before_the_first() {
        let (first, second) = (renamed(1, "A", "B"), renamed(2, "B", "C"));
        check(std::slice::from_ref(&first), "B");
        check(&[second.clone(), first.clone()], "C");
        check(&[first.clone(), second, undone(3, 2)], "B");
        check(&[first.clone(), undone(2, 1)], "A");
        check(&[first, undone(2, 1), undone(3, 2)], "B");
    }
}
