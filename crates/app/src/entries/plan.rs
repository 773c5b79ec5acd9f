//! What importing a reading would do to the entries that are there: nothing is changed here.

use crate::api::import::ChangeRow;
use intake::{Reading, Taken, agency_key, title_key};
use judging::EntryCode;
use judging::entry::{Entry, Field, Registration};
use std::collections::{BTreeMap, HashMap};
use store::entries::Keys;
use store::{Contents, StoreError};

/// What becomes of the registrations of one reading.
pub(super) struct Plan {
    /// Not here yet.
    pub new: Vec<Taken>,
    /// Here, but written differently now: as stored, and as it would be.
    pub changed: Vec<(Entry, Entry, Keys)>,
    /// Here, the same.
    pub unchanged: u32,
}

/// Compares a reading with the entries that are there. An entry is known again by title and agency, however they are
/// spelled; where several share both, they are matched in order.
pub(super) fn plan(contents: &Contents, reading: &mut Reading) -> Result<Plan, StoreError> {
    let mut known: HashMap<Keys, Vec<EntryCode>> = HashMap::new();
    for one in store::entries::keys(contents)?.into_iter().rev() {
        known.entry(one.keys).or_default().push(one.code);
    }
    let mut plan = Plan {
        new: Vec::new(),
        changed: Vec::new(),
        unchanged: 0,
    };
    if known.is_empty() {
        plan.new = std::mem::take(&mut reading.taken);
        return Ok(plan);
    }
    let all = store::entries::all(contents)?.into_iter();
    let mut stored: BTreeMap<EntryCode, Entry> =
        all.map(|entry| (entry.code.clone(), entry)).collect();
    for taken in std::mem::take(&mut reading.taken) {
        let keys = keys_of(&taken.registration);
        let code = known.get_mut(&keys).and_then(Vec::pop);
        let Some(before) = code.and_then(|code| stored.remove(&code)) else {
            plan.new.push(taken);
            continue;
        };
        if differences(&before, &taken).next().is_none() {
            plan.unchanged += 1;
            continue;
        }
        let after = Entry {
            code: before.code.clone(),
            category: before.category.clone(),
            registration: taken.registration,
        };
        plan.changed.push((before, after, keys));
    }
    Ok(plan)
}

/// Title and agency as they are compared.
pub(crate) fn keys_of(registration: &Registration) -> Keys {
    Keys {
        title: title_key(&registration.title),
        agency: agency_key(&registration.agency),
    }
}

/// The fields that two writings of one entry differ in. Where it stood does not count, nor what the newer one leaves out.
fn differences(before: &Entry, after: &Taken) -> impl Iterator<Item = ChangeRow> {
    changes(before, &after.registration)
}

/// As [`differences`], for showing.
pub(super) fn changes(before: &Entry, after: &Registration) -> impl Iterator<Item = ChangeRow> {
    let old = &before.registration;
    let named = [
        ("title", &old.title, &after.title),
        ("agency", &old.agency, &after.agency),
    ];
    let mut rows: Vec<(String, String, String)> = named
        .into_iter()
        .map(|(name, old, new)| (name.to_owned(), old.clone(), new.clone()))
        .collect();
    for field in Field::ALL {
        if *field == Field::Number {
            continue; // the running number of a list that grew
        }
        let text = |registration: &Registration| registration.fields.get(field).cloned();
        if let Some(new) = text(after) {
            rows.push((field.name().to_owned(), text(old).unwrap_or_default(), new));
        }
    }
    for (heading, new) in &after.other {
        let old = old.other.iter().find(|(other, _)| other == heading);
        let old = old.map(|(_, text)| text.clone()).unwrap_or_default();
        rows.push((heading.clone(), old, new.clone()));
    }
    let entry = before.code.to_string();
    rows.into_iter()
        .filter(|(_, old, new)| old != new)
        .map(move |(field, before, after)| ChangeRow {
            entry: entry.clone(),
            field,
            before,
            after,
        })
}
