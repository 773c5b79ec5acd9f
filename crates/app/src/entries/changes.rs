//! Where a newer workbook writes an entry differently, field by field, and what is taken over of it.

use super::answers::Answers;
use super::plan::keys_of;
use crate::api::import::{ChangeRow, ImportAsked};
use judging::entry::{Entry, Field, Registration};
use store::entries::Keys;

/// The fields that two writings of one entry differ in. Where it stood does not count, nor what the newer one leaves out.
pub(super) fn changes(before: &Entry, after: &Registration) -> impl Iterator<Item = ChangeRow> {
    let old = &before.registration;
    let named = [
        ("title", &old.title, &after.title),
        ("agency", &old.agency, &after.agency),
    ];
    let mut rows: Vec<(&str, &str, &str)> = named
        .into_iter()
        .map(|(name, old, new)| (name, old.as_str(), new.as_str()))
        .collect();
    for field in Field::ALL {
        if *field == Field::Number {
            continue; // the running number of a list that grew
        }
        if let Some(new) = after.fields.get(field) {
            let old = old.fields.get(field).map_or("", String::as_str);
            rows.push((field.code(), old, new));
        }
    }
    for (heading, new) in &after.other {
        let old = old.other.iter().find(|(other, _)| other == heading);
        rows.push((heading, old.map_or("", |(_, text)| text), new));
    }
    let differing: Vec<_> = rows
        .into_iter()
        .filter(|(_, old, new)| old != new)
        .map(|(field, old, new)| ChangeRow {
            entry: before.code.to_string(),
            title: before.registration.title.clone(),
            field: field.to_owned(),
            before: old.to_owned(),
            after: new.to_owned(),
        })
        .collect();
    differing.into_iter()
}

/// The entry with what the user takes over of its newer writing, and what that is; `None` when it is nothing. What the
/// newer one leaves out stays.
pub(super) fn taken_over(
    before: &Entry,
    after: &Registration,
    asked: &ImportAsked,
) -> Option<(Entry, Keys, Vec<ChangeRow>)> {
    let wanted = |change: &ChangeRow| {
        asked.take_all_changes
            || asked
                .changes
                .iter()
                .flatten()
                .any(|one| match one.split_once('/') {
                    Some((entry, field)) => entry == change.entry && field == change.field,
                    None => *one == change.entry,
                })
    };
    let taken: Vec<_> = changes(before, after).filter(wanted).collect();
    if taken.is_empty() {
        return None;
    }
    let mut entry = before.clone();
    let registration = &mut entry.registration;
    for change in &taken {
        let text = change.after.clone();
        match (change.field.as_str(), change.field.parse::<Field>().ok()) {
            ("title", _) => registration.title = text,
            ("agency", _) => registration.agency = text,
            (_, Some(field)) => {
                registration.fields.insert(field, text);
            }
            (heading, None) => {
                let known = registration
                    .other
                    .iter_mut()
                    .find(|(known, _)| known == heading);
                match known {
                    Some((_, old)) => *old = text,
                    None => registration.other.push((heading.to_owned(), text)),
                }
            }
        }
    }
    registration.source = after.source.clone();
    let keys = keys_of(registration);
    Some((entry, keys, taken))
}

/// What was said of rows, for the journal.
pub(super) fn told(answers: &Answers) -> Vec<serde_json::Value> {
    let told = answers.now.iter().map(|answer| {
        serde_json::json!({
            "sheet": answer.place.sheet,
            "row": answer.place.row,
            "title": answer.title,
            "answer": answer.choice,
        })
    });
    told.collect()
}
