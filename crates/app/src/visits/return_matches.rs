use super::earlier::{Earlier, EarlierEntry, earlier};
use super::matching::matching;
use crate::api::common::{File, count};
use crate::api::returns::{ReturnLikeness, ReturnMatch, ReturnMatches};
use crate::entries::keys_of;
use crate::predecessor::shown;
use crate::session::Chair;
use crate::{Error, Session};
use judging::EntryCode;
use judging::entry::Entry;
use judging::visit::Predecessor;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use store::Contents;

/// What an earlier competition's file says of entries that are alike by title and agency, to be confirmed one by one.
///
/// # Errors
/// `same-competition`, `not-the-chairs-file`; that the earlier file cannot be read.
pub fn return_matches(session: &Session, asked: File) -> Result<ReturnMatches, Error> {
    session.chair(|chair| {
        let proposed = proposed(chair, Path::new(&asked.file))?;
        proposed.answer(chair)
    })
}

/// An entry that is perhaps an earlier one.
pub(super) struct Proposed {
    pub now: Entry,
    pub before: Predecessor,
    likeness: ReturnLikeness,
}

/// All that are alike.
pub(super) struct AllProposed {
    competition: String,
    pub pairs: Vec<Proposed>,
    not_visited: u32,
}

/// Reads the earlier file and compares.
pub(super) fn proposed(chair: &mut Chair, file: &Path) -> Result<AllProposed, Error> {
    let own = store::competition::birth(chair)?.id;
    let Earlier {
        competition,
        entries,
    } = earlier(file, own)?;
    let case = chair.case()?;
    let now = case.entries.iter().map(|entry| &entry.registration);
    let now: Vec<_> = now.map(keys_of).collect();
    let before: Vec<_> = entries
        .iter()
        .map(|entry| keys_of(&entry.registration))
        .collect();
    let mut not_visited: BTreeSet<&EntryCode> = BTreeSet::new();
    let mut pairs = Vec::new();
    for (place, earlier, likeness) in matching(&now, &before) {
        let (now, earlier) = (&case.entries[place], &entries[earlier]);
        if earlier.claims.is_empty() {
            not_visited.insert(&now.code);
            continue;
        }
        pairs.push(Proposed {
            now: now.clone(),
            before: predecessor(&now.code, &competition, earlier),
            likeness,
        });
    }
    Ok(AllProposed {
        not_visited: count(not_visited.len()),
        competition,
        pairs,
    })
}

fn predecessor(entry: &EntryCode, competition: &str, earlier: &EarlierEntry) -> Predecessor {
    Predecessor {
        entry: entry.clone(),
        competition: competition.to_owned(),
        code: earlier.code.clone(),
        title: earlier.registration.title.clone(),
        agency: earlier.registration.agency.clone(),
        claims: earlier.claims.clone(),
    }
}

impl AllProposed {
    /// As it is shown, with what is confirmed already.
    pub fn answer(&self, contents: &Contents) -> Result<ReturnMatches, Error> {
        let mut confirmed = BTreeMap::new();
        for kept in store::predecessors::all(contents)? {
            let known = crate::predecessor::read(&kept)?;
            confirmed.insert(kept.entry, (known.competition, known.code));
        }
        let row = |proposed: &Proposed| {
            let before = &proposed.before;
            let known = confirmed.get(&proposed.now.code);
            ReturnMatch {
                title: proposed.now.registration.title.clone(),
                agency: proposed.now.registration.agency.clone(),
                before: shown(before),
                likeness: proposed.likeness,
                confirmed: known.is_some_and(|(competition, code)| {
                    (competition, code) == (&before.competition, &before.code)
                }),
            }
        };
        Ok(ReturnMatches {
            competition: self.competition.clone(),
            rows: self.pairs.iter().map(row).collect(),
            not_visited: self.not_visited,
        })
    }
}
