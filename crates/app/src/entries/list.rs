use super::GivenOut;
use crate::api::common::count;
use crate::api::entries::{EntriesAsked, EntriesPage, EntryRow, Labelled, SourceRow};
use crate::rules::category_of;
use crate::{Error, Session};
use intake::title_key;
use judging::entry::Entry;

/// Entries by category and code; all, or those of a category or with some words in title, agency or code.
///
/// # Errors
/// That nothing is open, or the category is unknown.
pub fn list(session: &Session, asked: EntriesAsked) -> Result<EntriesPage, Error> {
    session.with(|store| {
        let rules = crate::rules::rules_of(store)?;
        let category = asked
            .category
            .as_deref()
            .map(|code| category_of(&rules, code))
            .transpose()?;
        let words = asked.search.as_deref().map(title_key).unwrap_or_default();
        let mut found = store::entries::all(store)?;
        found.retain(|entry| {
            let is_asked = category.as_ref().is_none_or(|code| entry.category == *code);
            is_asked && has(entry, &words)
        });
        let place = |entry: &Entry| {
            rules
                .categories
                .iter()
                .position(|category| category.code == entry.category)
        };
        found.sort_by(|a, b| (place(a), &a.code).cmp(&(place(b), &b.code)));
        let given = match store::competition::birth(store)?.role {
            store::Role::Chair => Some(GivenOut::of(store)?),
            store::Role::Judge => None,
        };
        let row = |entry: Entry| {
            let given_out = given.as_ref().is_some_and(|given| given.has(&entry));
            EntryRow {
                given_out,
                ..row(entry)
            }
        };
        let total = count(found.len());
        let page = found.into_iter().skip(asked.offset as usize);
        let rows = match asked.limit {
            Some(limit) => page.take(limit as usize).map(row).collect(),
            None => page.map(row).collect(),
        };
        Ok(EntriesPage { total, rows })
    })
}

/// Whether each of the words begins or stands in title, agency or code.
fn has(entry: &Entry, words: &str) -> bool {
    let registration = &entry.registration;
    let text = || {
        title_key(&format!(
            "{} {} {}",
            entry.code, registration.title, registration.agency
        ))
    };
    words.is_empty() || {
        let text = text();
        words.split(' ').all(|word| text.contains(word))
    }
}

/// An entry as it is listed.
pub(crate) fn row(entry: Entry) -> EntryRow {
    let registration = entry.registration;
    EntryRow {
        given_out: false,
        entry: entry.code.to_string(),
        title: registration.title,
        agency: registration.agency,
        category: entry.category.to_string(),
        fields: registration
            .fields
            .into_iter()
            .map(|(field, text)| (field.code().to_owned(), text))
            .collect(),
        other: registration
            .other
            .into_iter()
            .map(|(label, value)| Labelled { label, value })
            .collect(),
        source: SourceRow {
            file: registration.source.file,
            sheet: registration.source.sheet,
            row: registration.source.row,
        },
    }
}
