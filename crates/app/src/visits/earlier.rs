//! An earlier competition's file, read to return to what it found. It is copied and only ever read.

use super::settled::claims;
use crate::Error;
use crate::case::{Archive, read_case};
use judging::case::Case;
use judging::entry::Registration;
use judging::handover::VisitInForce;
use judging::sheet::SheetState;
use judging::visit::{FoundBefore, same_claim};
use judging::{CompetitionId, EntryCode};
use std::collections::BTreeMap;
use std::path::Path;
use store::{Role, Store};

/// What an earlier competition says of its entries.
pub(super) struct Earlier {
    /// Its name.
    pub competition: String,
    pub entries: Vec<EarlierEntry>,
}

/// An entry as it was, with what finished visits found of it.
pub(super) struct EarlierEntry {
    pub code: EntryCode,
    pub registration: Registration,
    pub claims: Vec<FoundBefore>,
}

/// Reads the file of another competition than `own`.
///
/// # Errors
/// `not-the-chairs-file` for a judge's working copy, `same-competition`; that the file cannot be read or something in it does not
/// hold.
pub(super) fn earlier(file: &Path, own: CompetitionId) -> Result<Earlier, Error> {
    let copy = Store::copy_of(file)?;
    let birth = store::competition::birth(&copy)?;
    if birth.role != Role::Chair {
        let message = "this is a judge's working copy, not the file of a competition";
        return Err(Error::new("not-the-chairs-file", message).in_file(file));
    }
    if birth.id == own {
        let message = "this is the competition that is open, or a copy of it";
        return Err(Error::new("same-competition", message).in_file(file));
    }
    let case = read_case(&copy, &mut Archive::default())?;
    let mut found = found(&case);
    let entries = case.entries.iter().map(|entry| EarlierEntry {
        code: entry.code.clone(),
        registration: entry.registration.clone(),
        claims: found.remove(&entry.code).unwrap_or_default(),
    });
    Ok(Earlier {
        entries: entries.collect(),
        competition: case.rules().name.clone(),
    })
}

/// What finished visits found of each entry, by stage and visit. Where the chair settled a claim, only what was right.
fn found(case: &Case) -> BTreeMap<EntryCode, Vec<FoundBefore>> {
    let view = case.view();
    let of_one = |a: &VisitInForce<'_>, b: &VisitInForce<'_>| {
        (&a.visit.stage, &a.visit.entry) == (&b.visit.stage, &b.visit.entry)
    };
    let mut all: BTreeMap<EntryCode, Vec<FoundBefore>> = BTreeMap::new();
    for of_entry in view.visits.chunk_by(of_one) {
        let (settled, _) = claims(case, of_entry);
        let finished = of_entry
            .iter()
            .map(|visited| visited.visit)
            .filter(|visit| visit.state == SheetState::Final);
        for visit in finished {
            let id = visit.id.to_string();
            let is_wrong = |text: &str| {
                let mut settled = settled.iter();
                settled.any(|known| same_claim(&known.claim, text) && known.chosen != id)
            };
            let right = visit.claims.iter().filter(|claim| !is_wrong(&claim.text));
            let found = right.filter_map(|claim| {
                Some(FoundBefore {
                    text: claim.text.clone(),
                    claimed: claim.claimed.clone(),
                    found: claim.found.clone(),
                    unit: claim.unit.clone(),
                    verdict: claim.verdict?,
                    day: visit.began.map(|began| began.at.date()),
                })
            });
            all.entry(visit.entry.clone()).or_default().extend(found);
        }
    }
    all
}
