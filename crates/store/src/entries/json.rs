//! An entry's further fields as JSON text in one column each.

use judging::entry::{Field, Fields};
use serde::de::Error as _;
use serde_json::{Error, Map, Value};

/// `{"phase": "Penerapan"}`.
pub fn of_fields(fields: &Fields) -> Result<String, Error> {
    let names = fields.iter().map(|(field, text)| (field.name(), text));
    serde_json::to_string(&names.collect::<std::collections::BTreeMap<_, _>>())
}

/// Reads what [`of_fields`] wrote.
pub fn to_fields(text: &str) -> Result<Fields, Error> {
    let map: Map<String, Value> = serde_json::from_str(text)?;
    map.into_iter()
        .map(|(name, value)| match (Field::from_name(&name), value) {
            (Some(field), Value::String(text)) => Ok((field, text)),
            _ => Err(Error::custom(format!("no field “{name}” with a text"))),
        })
        .collect()
}
