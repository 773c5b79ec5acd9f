use super::distance::metres;
use super::settled::claims;
use super::to_visit::to_visit;
use crate::api::common::count;
use crate::api::visits::{
    GateState, MissingInVisit, NotVisited, PhotoNote, VisitRow, Visits, VisitsAsked,
};
use crate::session::{Chair, Opened};
use crate::visit_content::{self, content};
use crate::{Error, Session};
use exchange::handover::Persons;
use judging::case::Case;
use judging::decision::{Act, Gated, in_force};
use judging::entry::{Entry, Field};
use judging::handover::{AttachmentKind, VisitInForce};
use judging::results::PublicationBlock;
use judging::rules::VisitEffect;
use judging::visit::{Position, Visit, VisitPersons, VisitPhoto, microdegrees, missing};
use judging::{EntryCode, Hash, VisitId};
use std::collections::{BTreeMap, BTreeSet};
use store::Contents;

/// How many metres a photo may lie off the visit's place before that is said.
const FAR: u32 = 500;
/// How many seconds a photo may lie before or after the visit before that is said.
const LONG: i64 = 30 * 60;

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
                rows: of_desk(desk, own.judge.code.as_str())?,
                not_visited: Vec::new(),
                to_visit: to_visit(desk, &own)?,
            })
        }
    })?;
    if let Some(entry) = asked.entry {
        visits.rows.retain(|row| row.entry == entry);
        visits.not_visited.retain(|row| row.entry == entry);
        visits.to_visit.retain(|row| row.entry == entry);
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
        let gate = gate(&case, of_entry[0].visit);
        for visited in of_entry {
            let people = persons.get(&(visited.hand_over, visited.visit.id));
            rows.push(VisitRow {
                judge: visited.judge.to_string(),
                hand_over: Some(visited.hand_over.to_string()),
                settled: settled.clone(),
                differs: differs.clone(),
                gate,
                ..row(visited.visit, people, &registered, &here)
            });
        }
    }
    let visited: BTreeSet<(&str, &str)> = rows
        .iter()
        .map(|row| (row.stage.as_str(), row.entry.as_str()))
        .collect();
    let results = chair.results()?;
    let waiting = results.blocks.iter().filter_map(|block| match block {
        PublicationBlock::AtGate { stage, entry } => Some((stage, entry)),
        _ => None,
    });
    let not_visited = waiting
        .filter(|(stage, entry)| !visited.contains(&(stage.as_str(), entry.as_str())))
        .map(|(stage, entry)| NotVisited {
            stage: stage.to_string(),
            entry: entry.to_string(),
            title: registered
                .get(entry)
                .map_or_else(String::new, |known| known.title.clone()),
        });
    Ok(Visits {
        not_visited: not_visited.collect(),
        to_visit: Vec::new(),
        rows,
    })
}

/// What was decided last of the visited entry, where the stage is a gate.
fn gate(case: &Case, visit: &Visit) -> Option<GateState> {
    let stage = case.rules().stage(&visit.stage)?;
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
        gated.stage == visit.stage && seen.any(|seen| seen.entry == visit.entry)
    };
    let found = decided.find(|(gated, _)| is_about(gated));
    Some(found.map_or(GateState::Waiting, |(_, state)| state))
}

fn of_desk(contents: &Contents, judge: &str) -> Result<Vec<VisitRow>, Error> {
    let entries = store::entries::all(contents)?;
    let registered = registered(&entries);
    let here = store::attachments::names(contents)?;
    let kept = store::visits::all(contents)?;
    let rows = kept.iter().map(|kept| {
        let (visit, persons) = visit_content::read(kept)?;
        Ok(VisitRow {
            judge: judge.to_owned(),
            ..row(&visit, Some(&persons), &registered, &here)
        })
    });
    rows.collect()
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

/// What is registered of an entry that a visit is shown with.
struct Registered {
    title: String,
    position: Option<Position>,
}

fn registered(entries: &[Entry]) -> BTreeMap<&EntryCode, Registered> {
    let degrees = |entry: &Entry, field| {
        let text = entry.registration.fields.get(&field);
        text.and_then(|text| microdegrees(text))
    };
    let registered = |entry: &Entry| Registered {
        title: entry.registration.title.clone(),
        position: degrees(entry, Field::Latitude)
            .zip(degrees(entry, Field::Longitude))
            .and_then(|(latitude, longitude)| Position::new(latitude, longitude)),
    };
    entries
        .iter()
        .map(|entry| (&entry.code, registered(entry)))
        .collect()
}

fn row(
    visit: &Visit,
    persons: Option<&VisitPersons>,
    registered: &BTreeMap<&EntryCode, Registered>,
    here: &BTreeSet<Hash>,
) -> VisitRow {
    let known = registered.get(&visit.entry);
    let place = visit.position.map(|place| place.position);
    let home = known.and_then(|known| known.position);
    let mut content = content(visit, persons);
    for (shown, photo) in content.photos.iter_mut().zip(&visit.photos) {
        shown.notes = notes(visit, photo, place.or(home), here);
    }
    let missing = missing(visit).into_iter();
    VisitRow {
        visit: visit.id.to_string(),
        judge: String::new(),
        stage: visit.stage.to_string(),
        entry: visit.entry.to_string(),
        title: known.map_or_else(String::new, |known| known.title.clone()),
        state: visit.state.into(),
        content,
        hand_over: None,
        missing: missing
            .map(|(part, claim)| MissingInVisit {
                part: part.into(),
                claim: claim.map(count),
            })
            .collect(),
        metres: place.zip(home).map(|(place, home)| metres(place, home)),
        settled: Vec::new(),
        differs: Vec::new(),
        gate: None,
    }
}

fn notes(
    visit: &Visit,
    photo: &VisitPhoto,
    place: Option<Position>,
    here: &BTreeSet<Hash>,
) -> Vec<PhotoNote> {
    let mut notes = Vec::new();
    match photo.taken {
        None => notes.push(PhotoNote::NoTime),
        Some(taken) => {
            // A camera that says nothing of its distance from UTC is taken to stand on the visit's clock.
            let offset = visit.began.and_then(|began| began.offset);
            let taken = judging::visit::LocalTime {
                offset: taken.offset.or(offset),
                ..taken
            };
            let seconds = |moment: Option<judging::visit::LocalTime>| moment?.seconds();
            let began = seconds(visit.began);
            let (began, ended) = (began, seconds(visit.ended).or(began));
            let outside = |taken: i64| {
                began.is_some_and(|began| taken < began - LONG)
                    || ended.is_some_and(|ended| taken > ended + LONG)
            };
            if taken.seconds().is_some_and(outside) {
                notes.push(PhotoNote::TimeDiffers);
            }
        }
    }
    match (photo.position, place) {
        (None, _) => notes.push(PhotoNote::NoPosition),
        (Some(taken), Some(place)) if metres(taken, place) > FAR => {
            notes.push(PhotoNote::PositionDiffers);
        }
        _ => {}
    }
    if !here.contains(&photo.name) {
        notes.push(PhotoNote::NotHere);
    }
    notes
}
