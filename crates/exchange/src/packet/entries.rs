//! Entries as they stand in packets and result packs.

use crate::Refusal;
use crate::record::{Record, list, map, text};
use ciborium::Value;
use judging::EntryCode;
use judging::entry::{Entry, Field, Registration, Source};
use std::collections::BTreeSet;

pub(crate) fn write_entries(entries: &[Entry]) -> Value {
    list(entries, |entry| {
        let registration = &entry.registration;
        let fields = registration.fields.iter();
        map([
            ("code", text(&entry.code)),
            ("category", text(&entry.category)),
            ("title", text(&registration.title)),
            ("agency", text(&registration.agency)),
            (
                "fields",
                Value::Map(
                    fields
                        .map(|(field, value)| (text(field.code()), text(value)))
                        .collect(),
                ),
            ),
            (
                "other",
                list(&registration.other, |(heading, value)| {
                    list([heading, value], text)
                }),
            ),
            ("source", source(&registration.source)),
        ])
    })
}

fn source(source: &Source) -> Value {
    map([
        ("file", text(&source.file)),
        ("sheet", text(&source.sheet)),
        ("row", source.row.into()),
    ])
}

pub(crate) fn read_entries(
    record: &mut Record,
    unknown: &mut Vec<String>,
) -> Result<Vec<Entry>, Refusal> {
    let mut seen: BTreeSet<EntryCode> = BTreeSet::new();
    let mut entries = Vec::new();
    for record in record.records("entries")? {
        let path = record.path_of("code");
        let entry = read_entry(record, unknown)?;
        if !seen.insert(entry.code.clone()) {
            return Err(Refusal::malformed(
                path,
                format!("{} stands there twice", entry.code),
            ));
        }
        entries.push(entry);
    }
    Ok(entries)
}

fn read_entry(mut record: Record, unknown: &mut Vec<String>) -> Result<Entry, Refusal> {
    let mut registration = Registration {
        title: record.text("title")?,
        agency: record.text("agency")?,
        ..Registration::default()
    };
    let fields_path = record.path_of("fields");
    for (name, value) in record.record("fields")?.into_pairs() {
        let value = value
            .into_text()
            .map_err(|_| Refusal::malformed(format!("{fields_path}.{name}"), "must be a text"))?;
        match name.parse::<Field>().ok() {
            Some(field) => drop(registration.fields.insert(field, value)),
            None => unknown.push(format!("{fields_path}.{name}")),
        }
    }
    registration.other = record.list_of("other", |pair| {
        let pair: [Value; 2] = pair.into_array().ok()?.try_into().ok()?;
        let [heading, value] = pair.map(|value| value.into_text().ok());
        Some((heading?, value?))
    })?;
    let mut source = record.record("source")?;
    registration.source = Source {
        file: source.text("file")?,
        sheet: source.text("sheet")?,
        row: source.whole("row")?,
    };
    source.finish(unknown);
    let entry = Entry {
        code: record.parsed("code")?,
        category: record.parsed("category")?,
        registration,
    };
    record.finish(unknown);
    Ok(entry)
}
