use super::nominees::nominees;
use super::row::{Registered, registered, row};
use super::settled::claims;
use super::to_visit::to_visit;
use crate::api::returns::PredecessorRow;
use crate::api::visits::{GateState, NotVisited, VisitRow, Visits, VisitsAsked};
use crate::desk::Own;
use crate::session::{Chair, Opened};
use crate::{Error, Session, predecessor, visit_content};
use exchange::handover::Persons;
use judging::case::Case;
use judging::decision::{Act, Gated, in_force};
use judging::handover::{AttachmentKind, VisitInForce};
use judging::rules::{Stage, VisitEffect};
use judging::visit::VisitPersons;
use judging::{EntryCode, Hash, VisitId};
use std::collections::{BTreeMap, BTreeSet};
use store::Contents;
use store::visits::KeptVisit;

/// All visits: of the chair's file those in force, of a working copy the verifier's own.
///
/// # Errors
/// `unknown-entry`; that nothing is open or something in the file does not hold.
pub fn visits(session: &Session, asked: VisitsAsked) -> Result<Visits, Error> {
    let mut visits = session.with(|opened| match opened {
        Opened::Chair(chair) => of_chair(chair),
        Opened::Desk(desk) => {
            let own = desk.own()?;
            Ok(Visits {
                rows: of_desk(desk, &own)?,
                not_visited: Vec::new(),
                to_visit: to_visit(desk, &own)?,
                predecessors: predecessors(desk)?,
            })
        }
    })?;
    if let Some(entry) = asked.entry {
        visits.rows.retain(|row| row.entry == entry);
        visits.not_visited.retain(|row| row.entry == entry);
        visits.to_visit.retain(|row| row.entry == entry);
        visits.predecessors.retain(|row| row.entry == entry);
    }
    Ok(visits)
}

/// Those in force over all hand-overs.
fn of_chair(chair: &mut Chair) -> Result<Visits, Error> {
    let case = chair.case()?;
    let view = case.view();
    let registered = registered(&case.entries);
    let persons = persons(chair, &case)?;
    let here = store::attachments::names(chair)?;
    let mut rows = Vec::new();
    let same = |a: &VisitInForce<'_>, b: &VisitInForce<'_>| {
        (&a.visit.stage, &a.visit.entry) == (&b.visit.stage, &b.visit.entry)
    };
    for of_entry in view.visits.chunk_by(same) {
        let (settled, differs) = claims(&case, of_entry);
        let first = of_entry[0].visit;
        let stage = case.rules().stage(&first.stage);
        let gate = stage.and_then(|stage| gate(&case, stage, &first.entry));
        for visited in of_entry {
            let people = persons.get(&(visited.hand_over, visited.visit.id));
            rows.push(VisitRow {
                judge: visited.judge.to_string(),
                hand_over: Some(visited.hand_over.to_string()),
                settled: settled.clone(),
                differs: differs.clone(),
                gate,
                ..row(visited.visit, people, &registered, &here, case.rules())
            });
        }
    }
    Ok(Visits {
        not_visited: not_visited(chair, &case, &registered, &rows)?,
        to_visit: Vec::new(),
        predecessors: predecessors(chair)?,
        rows,
    })
}

/// What entries were in an earlier competition.
fn predecessors(contents: &Contents) -> Result<Vec<PredecessorRow>, Error> {
    let kept = store::predecessors::all(contents)?;
    kept.iter().map(predecessor::row).collect()
}

/// The nominees that no visit is to.
fn not_visited(
    chair: &mut Chair,
    case: &Case,
    registered: &BTreeMap<&EntryCode, Registered>,
    rows: &[VisitRow],
) -> Result<Vec<NotVisited>, Error> {
    let visited: BTreeSet<(&str, &str)> = rows
        .iter()
        .map(|row| (row.stage.as_str(), row.entry.as_str()))
        .collect();
    let results = chair.results()?;
    let nominees = nominees(case, &results).into_iter();
    let left =
        nominees.filter(|(stage, entry)| !visited.contains(&(stage.code.as_str(), entry.as_str())));
    let row = |(stage, entry): (&Stage, &EntryCode)| {
        let known = registered.get(entry);
        let said = |what: fn(&Registered) -> &String| known.map(what).cloned().unwrap_or_default();
        NotVisited {
            stage: stage.code.to_string(),
            entry: entry.to_string(),
            title: said(|known| &known.title),
            agency: said(|known| &known.agency),
            district: said(|known| &known.district),
            gate: gate(case, stage, entry),
        }
    };
    Ok(left.map(row).collect())
}

/// What was decided last of the entry, where the stage is a gate.
fn gate(case: &Case, stage: &Stage, entry: &EntryCode) -> Option<GateState> {
    if stage.effect != VisitEffect::Gate {
        return None;
    }
    let decisions = in_force(&case.decisions).into_iter().rev();
    let mut decided = decisions.filter_map(|decision| match &decision.act {
        Act::Pass(gated) => Some((gated, GateState::Passed)),
        Act::Fail(gated) => Some((gated, GateState::Failed)),
        _ => None,
    });
    let is_about = |gated: &Gated| {
        let mut seen = gated.visits.iter();
        gated.stage == stage.code && seen.any(|seen| seen.entry == *entry)
    };
    let found = decided.find(|(gated, _)| is_about(gated));
    Some(found.map_or(GateState::Waiting, |(_, state)| state))
}

fn of_desk(contents: &Contents, own: &Own) -> Result<Vec<VisitRow>, Error> {
    let kept = store::visits::all(contents)?;
    let entries = store::entries::all(contents)?;
    let here = store::attachments::names(contents)?;
    let registered = registered(&entries);
    let row = |kept: &KeptVisit| own_row(own, kept, &registered, &here);
    kept.iter().map(row).collect()
}

/// One of the verifier's own visits.
///
/// # Errors
/// `unknown-visit`; that the working copy is damaged.
pub(super) fn one(contents: &Contents, own: &Own, id: VisitId) -> Result<VisitRow, Error> {
    let kept = store::visits::get(contents, id)?;
    let kept = kept.ok_or_else(|| Error::unknown("visit", id))?;
    let entry = store::entries::get(contents, &kept.entry)?;
    let entries: Vec<_> = entry.into_iter().collect();
    let here = store::attachments::names(contents)?;
    own_row(own, &kept, &registered(&entries), &here)
}

fn own_row(
    own: &Own,
    kept: &KeptVisit,
    registered: &BTreeMap<&EntryCode, Registered>,
    here: &BTreeSet<Hash>,
) -> Result<VisitRow, Error> {
    let (visit, persons) = visit_content::read(kept)?;
    Ok(VisitRow {
        judge: own.judge.code.to_string(),
        ..row(&visit, Some(&persons), registered, here, &own.rules)
    })
}

/// The people of each visit, by the hand-over that words it.
fn persons(
    contents: &Contents,
    case: &Case,
) -> Result<BTreeMap<(Hash, VisitId), VisitPersons>, Error> {
    let mut all = BTreeMap::new();
    for said in &case.hand_overs {
        let named = said.attachments.iter();
        for attachment in named.filter(|attachment| attachment.kind == AttachmentKind::Persons) {
            let Some(bytes) = store::attachments::get(contents, attachment.name)? else {
                continue;
            };
            for persons in Persons::read(&bytes)?.visits {
                all.insert((said.hash, persons.visit), persons);
            }
        }
    }
    Ok(all)
}
