//! An entry's further fields as JSON text in one column each.

use judging::entry::{Field, Fields};
use serde::de::Error as _;
use serde_json::{Error, Map, Value};

/// `{"phase": "Penerapan"}`.
pub fn of_fields(fields: &Fields) -> Result<String, Error> {
    let lengths = fields.values().map(|text| text.len() + 24);
    let mut json = String::with_capacity(lengths.sum::<usize>() + 2);
    for (field, text) in fields {
        json.push(if json.is_empty() { '{' } else { ',' });
        push(&mut json, field.code())?;
        json.push(':');
        push(&mut json, text)?;
    }
    json.push_str(if json.is_empty() { "{}" } else { "}" });
    Ok(json)
}

/// Most texts stand in JSON as they are, which is quickly seen.
fn push(json: &mut String, text: &str) -> Result<(), Error> {
    let stands = |byte: u8| byte >= 0x20 && byte != b'"' && byte != b'\\';
    // To the end, whatever is found: so several bytes are looked at in one step.
    if text.bytes().fold(true, |all, byte| all & stands(byte)) {
        json.push('"');
        json.push_str(text);
        json.push('"');
    } else {
        json.push_str(&serde_json::to_string(text)?);
    }
    Ok(())
}

/// Reads what [`of_fields`] wrote.
pub fn to_fields(text: &str) -> Result<Fields, Error> {
    let map: Map<String, Value> = serde_json::from_str(text)?;
    map.into_iter()
        .map(|(name, value)| match (name.parse::<Field>().ok(), value) {
            (Some(field), Value::String(text)) => Ok((field, text)),
            _ => Err(Error::custom(format!("no field “{name}” with a text"))),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_read_back_whatever_their_texts_hold() {
        for text in [
            "",
            "a",
            "\"",
            "\\",
            "\n\t\u{7}",
            "é\u{202E}\u{1F600}",
            "{\"a\":1}",
        ] {
            let fields = Fields::from([(Field::Phase, text.to_owned()), (Field::Nip, "1".into())]);
            let json = of_fields(&fields).unwrap();
            assert_eq!(to_fields(&json).unwrap(), fields, "{json}");
        }
        assert_eq!(of_fields(&Fields::new()).unwrap(), "{}");
    }
}
