//! What a verifier is assigned to visit, and what a new visit to it checks.

use super::registered::REGISTERED;
use crate::api::visits::{ToVisit, VisitClaim};
use crate::desk::Own;
use crate::{Error, predecessor};
use judging::EntryCode;
use judging::entry::Entry;
use judging::rules::{Claim, Stage, StageKind};
use judging::visit::{Predecessor, same_claim};
use std::collections::BTreeMap;
use store::Contents;
use store::notes::Note;
use store::predecessors::KeptPredecessor;

/// The entries of each stage of verification that are this verifier's.
pub(super) fn to_visit(contents: &Contents, own: &Own) -> Result<Vec<ToVisit>, Error> {
    let entries = own.entries(contents)?;
    let stages = own.rules.stages.iter();
    let visited = stages.filter(|stage| stage.kind == StageKind::Verification);
    let notes = store::notes::all(contents)?;
    let before = before(contents)?;
    let mut all = Vec::new();
    for stage in visited {
        let scope = &own.judge.scope;
        let concerns = |entry: &&Entry| scope.concerns(stage, &entry.category, &entry.code);
        let here = entries.iter().filter(concerns);
        all.extend(here.map(|entry| to_entry(stage, entry, &notes, before.get(&entry.code))));
    }
    Ok(all)
}

/// What a new visit to the entry checks.
pub(super) fn claims_of(
    stage: &Stage,
    entry: &Entry,
    before: Option<&Predecessor>,
) -> Vec<VisitClaim> {
    let registration = &entry.registration;
    let mut claims: Vec<VisitClaim> = stage.claims.iter().map(|claim| new(claim, entry)).collect();
    for known in &REGISTERED {
        let is_there = claims.iter().any(|claim| known.is_meant_by(&claim.text));
        if !is_there && known.said_in(registration).is_some() {
            claims.push(new(&plain(known.text), entry));
        }
    }
    for found in before.into_iter().flat_map(|before| &before.claims) {
        let mut known = claims.iter();
        if !known.any(|known| same_claim(&known.text, &found.text)) {
            let again = Claim {
                unit: found.unit.clone(),
                ..plain(&found.text)
            };
            claims.push(new(&again, entry));
        }
    }
    claims
}

/// What entries were in an earlier competition.
///
/// # Errors
/// `file-damaged` when that cannot be read.
pub(super) fn before(contents: &Contents) -> Result<BTreeMap<EntryCode, Predecessor>, Error> {
    let kept = store::predecessors::all(contents)?.into_iter();
    let read = |kept: KeptPredecessor| Ok((kept.entry.clone(), predecessor::read(&kept)?));
    kept.map(read).collect()
}

fn to_entry(stage: &Stage, entry: &Entry, notes: &[Note], before: Option<&Predecessor>) -> ToVisit {
    let registration = &entry.registration;
    let mut notes = notes.iter();
    let note = notes.find(|note| note.stage == stage.code && note.entry == entry.code);
    ToVisit {
        stage: stage.code.to_string(),
        stage_name: stage.name.clone(),
        entry: entry.code.to_string(),
        title: registration.title.clone(),
        agency: registration.agency.clone(),
        claims: claims_of(stage, entry, before),
        note: note.map_or_else(String::new, |note| note.text.clone()),
        note_handed_over: note.is_some_and(|note| note.hand_over),
    }
}

/// A claim of no rules.
fn plain(text: &str) -> Claim {
    Claim {
        text: text.to_owned(),
        criterion: None,
        unit: None,
    }
}

/// A claim that is not checked yet, with what the entry says of it.
fn new(claim: &Claim, entry: &Entry) -> VisitClaim {
    let mut registered = REGISTERED.iter();
    let meant = registered.find(|known| known.is_meant_by(&claim.text));
    let said = meant.and_then(|known| known.said_in(&entry.registration));
    VisitClaim {
        text: claim.text.clone(),
        criterion: claim.criterion.as_ref().map(ToString::to_string),
        claimed: said.unwrap_or_default().to_owned(),
        found: String::new(),
        unit: claim.unit.clone(),
        method: None,
        verdict: None,
        note: String::new(),
        photos: Vec::new(),
    }
}
