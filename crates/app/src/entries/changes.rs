//! Where a newer workbook writes an entry differently, field by field, and what of it is taken over.

use super::keys_of;
use crate::api::import::{ChangeRow, ImportAsked};
use judging::entry::{Entry, Field, Registration};
use store::entries::Keys;

/// The fields that two writings of one entry differ in. Where it stood does not count, nor what the newer one leaves out.
pub(super) fn changes(before: &Entry, after: &Registration) -> Vec<ChangeRow> {
    let old = &before.registration;
    let mut fields = vec![
        ("title", old.title.as_str(), after.title.as_str()),
        ("agency", old.agency.as_str(), after.agency.as_str()),
    ];
    for field in Field::ALL {
        if *field == Field::Number {
            continue; // the running number of a list that grew
        }
        if let Some(new) = after.fields.get(field) {
            let old = old.fields.get(field).map_or("", String::as_str);
            fields.push((field.code(), old, new));
        }
    }
    for (heading, new) in &after.other {
        let old = old.other.iter().find(|(other, _)| other == heading);
        fields.push((heading, old.map_or("", |(_, text)| text), new));
    }
    fields
        .into_iter()
        .filter(|(_, old, new)| old != new)
        .map(|(field, old, new)| ChangeRow {
            entry: before.code.to_string(),
            title: before.registration.title.clone(),
            field: field.to_owned(),
            before: old.to_owned(),
            after: new.to_owned(),
        })
        .collect()
}

/// Whether a change of this field of an entry that judges have already is a decision.
pub(super) fn is_decided(change: &ChangeRow) -> bool {
    matches!(change.field.as_str(), "title" | "agency")
}

/// An entry as it is after the user took over changes.
pub(super) struct Update {
    pub entry: Entry,
    pub keys: Keys,
    /// What was taken over.
    pub changes: Vec<ChangeRow>,
}

/// The entry with what the user takes over of its newer writing; `None` when that is nothing. What the newer one leaves
/// out stays, and so does what only a decision changes where the entry is `given_out`.
pub(super) fn taken_over(
    before: &Entry,
    after: &Registration,
    given_out: bool,
    asked: &ImportAsked,
) -> Option<Update> {
    let mut changes = changes(before, after);
    changes.retain(|change| is_asked_for(change, asked) && !(given_out && is_decided(change)));
    if changes.is_empty() {
        return None;
    }
    let mut entry = before.clone();
    for change in &changes {
        write(&mut entry.registration, &change.field, &change.after);
    }
    entry.registration.source = after.source.clone();
    Some(Update {
        keys: keys_of(&entry.registration),
        entry,
        changes,
    })
}

/// Whether the user takes a change over: with all, with those of its entry, or by its field.
fn is_asked_for(change: &ChangeRow, asked: &ImportAsked) -> bool {
    let names = |named: &String| match named.split_once('/') {
        Some((entry, field)) => entry == change.entry && field == change.field,
        None => *named == change.entry,
    };
    asked.take_all_changes || asked.changes.iter().flatten().any(names)
}

fn write(registration: &mut Registration, field: &str, text: &str) {
    let text = text.to_owned();
    match (field, field.parse::<Field>().ok()) {
        ("title", _) => registration.title = text,
        ("agency", _) => registration.agency = text,
        (_, Some(field)) => {
            registration.fields.insert(field, text);
        }
        (heading, None) => {
            let mut other = registration.other.iter_mut();
            match other.find(|(known, _)| known == heading) {
                Some((_, old)) => *old = text,
                None => registration.other.push((heading.to_owned(), text)),
            }
        }
    }
}
