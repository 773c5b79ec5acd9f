//! What a verifier is assigned to visit, and what a new visit to it checks.

use crate::api::visits::{ToVisit, VisitClaim};
use crate::desk::Own;
use crate::{Error, predecessor};
use judging::EntryCode;
use judging::entry::{Entry, Field};
use judging::rules::{Claim, Stage, StageKind};
use judging::visit::{Predecessor, same_claim};
use std::collections::BTreeMap;
use store::Contents;
use store::notes::Note;
use store::predecessors::KeptPredecessor;

/// Words in a claim of the rules by which the entry's own answer to it is known.
const ANSWERED_BY: [(&str, Field); 3] = [
    ("mulai diterapkan", Field::StartDate),
    ("bukti dukung", Field::Evidence),
    ("uji coba", Field::TrialDate),
];

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
    let evidence = registration.fields.get(&Field::Evidence);
    let is_there = claims.iter().any(|claim| Some(&claim.claimed) == evidence);
    if let Some(evidence) = evidence.filter(|_| !is_there) {
        let own = Claim {
            text: "Bukti dukung".to_owned(),
            criterion: None,
            unit: None,
        };
        claims.push(VisitClaim {
            claimed: evidence.clone(),
            ..new(&own, entry)
        });
    }
    for found in before.into_iter().flat_map(|before| &before.claims) {
        let mut known = claims.iter();
        if !known.any(|known| same_claim(&known.text, &found.text)) {
            let again = Claim {
                text: found.text.clone(),
                criterion: None,
                unit: found.unit.clone(),
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

/// A claim that is not checked yet, with what the entry says of it.
fn new(claim: &Claim, entry: &Entry) -> VisitClaim {
    let text = claim.text.to_lowercase();
    let answered = ANSWERED_BY.iter().find(|(words, _)| text.contains(words));
    let says = answered.and_then(|(_, field)| entry.registration.fields.get(field));
    VisitClaim {
        text: claim.text.clone(),
        criterion: claim.criterion.as_ref().map(ToString::to_string),
        claimed: says.cloned().unwrap_or_default(),
        found: String::new(),
        unit: claim.unit.clone(),
        method: None,
        verdict: None,
        note: String::new(),
        photos: Vec::new(),
    }
}
