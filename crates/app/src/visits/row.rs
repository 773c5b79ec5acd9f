//! One visit as it is shown, with what a reader should know of it and of its photos.

use super::distance::metres;
use crate::api::common::count;
use crate::api::visits::{MissingInVisit, PhotoNote, VisitRow};
use crate::visit_content::content;
use judging::entry::{Entry, Field};
use judging::rules::{Rules, Stage};
use judging::visit::{LocalTime, Position, Visit, VisitPersons, VisitPhoto, microdegrees, missing};
use judging::{EntryCode, Hash};
use std::collections::{BTreeMap, BTreeSet};

/// How many metres a photo may lie off the visit's place before that is said.
const FAR: u32 = 500;
/// How many seconds a photo may lie before or after the visit before that is said.
const LONG: i64 = 30 * 60;

/// What is registered of an entry that a visit is shown with.
pub(super) struct Registered {
    pub title: String,
    pub agency: String,
    pub district: String,
    position: Option<Position>,
}

pub(super) fn registered(entries: &[Entry]) -> BTreeMap<&EntryCode, Registered> {
    let degrees = |entry: &Entry, field| {
        let text = entry.registration.fields.get(&field);
        text.and_then(|text| microdegrees(text))
    };
    let registered = |entry: &Entry| Registered {
        title: entry.registration.title.clone(),
        agency: entry.registration.agency.clone(),
        district: entry
            .registration
            .fields
            .get(&Field::District)
            .cloned()
            .unwrap_or_default(),
        position: degrees(entry, Field::Latitude)
            .zip(degrees(entry, Field::Longitude))
            .and_then(|(latitude, longitude)| Position::new(latitude, longitude)),
    };
    entries
        .iter()
        .map(|entry| (&entry.code, registered(entry)))
        .collect()
}

/// A visit as it is shown; by whom, and what the chair decided, is for the caller to say.
pub(super) fn row(
    visit: &Visit,
    persons: Option<&VisitPersons>,
    registered: &BTreeMap<&EntryCode, Registered>,
    here: &BTreeSet<Hash>,
    rules: &Rules,
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
        agency: known.map_or_else(String::new, |known| known.agency.clone()),
        district: known.map_or_else(String::new, |known| known.district.clone()),
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
        outside_dates: rules
            .stage(&visit.stage)
            .is_some_and(|stage| is_outside(stage, visit)),
        settled: Vec::new(),
        differs: Vec::new(),
        gate: None,
    }
}

/// Whether the visit began on a day on which the stage is not held. Days that the rules leave open bound nothing.
fn is_outside(stage: &Stage, visit: &Visit) -> bool {
    visit.began.is_some_and(|began| {
        let day = began.at.date();
        stage.from.is_some_and(|from| day < from) || stage.to.is_some_and(|to| day > to)
    })
}

/// What a reader should know of a photo.
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
            let taken = LocalTime {
                offset: taken.offset.or(offset),
                ..taken
            };
            let seconds = |moment: Option<LocalTime>| moment?.seconds();
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
