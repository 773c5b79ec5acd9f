//! What is typed of one entry, checked as an import would check it.

use crate::Error;
use intake::{FindingCode, typed_field, typed_line};
use judging::entry::{Field, Registration};
use std::collections::BTreeMap;

/// The title as it is kept.
///
/// # Errors
/// `no-title`.
pub(crate) fn title_of(text: &str) -> Result<String, Error> {
    typed_line(text).ok_or_else(|| Error::new("no-title", "an entry needs a title"))
}

/// The agency as it is kept; may be empty.
pub(crate) fn agency_of(text: &str) -> String {
    typed_line(text).unwrap_or_default()
}

/// Puts what was typed into other fields, by their names; an empty text takes one away.
///
/// # Errors
/// `unknown-field`; `odd-value` naming the field, for what an import would leave out or doubt.
pub(super) fn put_fields(
    registration: &mut Registration,
    fields: &BTreeMap<String, String>,
) -> Result<(), Error> {
    for (name, text) in fields {
        let field: Field = name.parse().map_err(|_| Error::unknown("field", name))?;
        let odd = |code: FindingCode| {
            let message = format!("{name}: “{text}” is doubtful ({code})");
            Error::new("odd-value", message)
                .with("field", name)
                .with("finding", code)
        };
        match typed_field(field, text).map_err(odd)? {
            Some(value) => registration.fields.insert(field, value),
            None => registration.fields.remove(&field),
        };
    }
    Ok(())
}
