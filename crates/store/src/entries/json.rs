//! An entry's further fields as JSON text in one column each.

use judging::entry::{Field, Fields};
use serde::Serializer as _;
use serde::de::Error as _;
use serde_json::{Error, Map, Value};

/// `{"phase": "Penerapan"}`.
pub fn of_fields(fields: &Fields) -> Result<String, Error> {
    let mut json = Vec::with_capacity(1024);
    let names = fields.iter().map(|(field, text)| (field.name(), text));
    serde_json::Serializer::new(&mut json).collect_map(names)?;
    String::from_utf8(json).map_err(Error::custom)
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
