//! Payloads: CBOR maps with text keys. What is not understood is named, what is wrong is refused with its place.

use crate::Refusal;
use crate::survey::survey;
use ciborium::Value;
use judging::ClosedSet;
use std::collections::BTreeMap;
use std::str::FromStr;

/// A map read key by key. Keys that nobody asked for are unknown; they are named, never dropped silently.
pub(crate) struct Record {
    path: String,
    fields: BTreeMap<String, Value>,
}

impl Record {
    /// The map that the payload is.
    pub(crate) fn parse(payload: &[u8]) -> Result<Self, Refusal> {
        survey(payload)?;
        let value = ciborium::from_reader(payload)
            .map_err(|error| Refusal::malformed("payload", format!("is not CBOR: {error}")))?;
        Self::of(String::new(), value)
    }

    /// A map that stands at `path`.
    pub(crate) fn of(path: String, value: Value) -> Result<Self, Refusal> {
        let Value::Map(pairs) = value else {
            return Err(Refusal::malformed(path, "must be a map"));
        };
        let mut fields = BTreeMap::new();
        for (key, value) in pairs {
            let Value::Text(key) = key else {
                return Err(Refusal::malformed(path, "has a key that is no text"));
            };
            if fields.contains_key(&key) {
                return Err(Refusal::malformed(join(&path, &key), "stands there twice"));
            }
            fields.insert(key, value);
        }
        Ok(Self { path, fields })
    }

    pub(crate) fn path_of(&self, key: &str) -> String {
        join(&self.path, key)
    }

    /// A refusal at one key.
    pub(crate) fn wrong(&self, key: &str, message: impl ToString) -> Refusal {
        Refusal::malformed(self.path_of(key), message)
    }

    /// The value of a key; null counts as not there.
    pub(crate) fn optional(&mut self, key: &str) -> Option<Value> {
        self.fields
            .remove(key)
            .filter(|value| *value != Value::Null)
    }

    /// Whether there is a value for the key.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.fields
            .get(key)
            .is_some_and(|value| *value != Value::Null)
    }

    pub(crate) fn take(&mut self, key: &str) -> Result<Value, Refusal> {
        self.optional(key)
            .ok_or_else(|| self.wrong(key, "is missing"))
    }

    pub(crate) fn text(&mut self, key: &str) -> Result<String, Refusal> {
        let value = self.take(key)?;
        value
            .into_text()
            .map_err(|_| self.wrong(key, "must be a text"))
    }

    /// A text of some form: a code, a decimal, a day.
    pub(crate) fn parsed<T: FromStr<Err: ToString>>(&mut self, key: &str) -> Result<T, Refusal> {
        let text = self.text(key)?;
        text.parse()
            .map_err(|error: T::Err| self.wrong(key, error.to_string()))
    }

    /// A word of a closed set.
    pub(crate) fn word<T: ClosedSet>(&mut self, key: &str) -> Result<T, Refusal> {
        let text = self.text(key)?;
        T::from_code(&text).map_err(|_| {
            let message = format!("“{text}” is not known to this version of the program");
            self.wrong(key, message)
        })
    }

    /// A text, or none where there is null or nothing.
    pub(crate) fn optional_text(&mut self, key: &str) -> Result<Option<String>, Refusal> {
        if self.has(key) {
            return self.text(key).map(Some);
        }
        self.optional(key);
        Ok(None)
    }

    /// As [`Record::parsed`], or none where there is null or nothing.
    pub(crate) fn optional_parsed<T: FromStr<Err: ToString>>(
        &mut self,
        key: &str,
    ) -> Result<Option<T>, Refusal> {
        let text = self.optional_text(key)?;
        text.map(|text| {
            text.parse()
                .map_err(|error: T::Err| self.wrong(key, error.to_string()))
        })
        .transpose()
    }

    /// As [`Record::word`], or none where there is null or nothing.
    pub(crate) fn optional_word<T: ClosedSet>(&mut self, key: &str) -> Result<Option<T>, Refusal> {
        let text = self.optional_text(key)?;
        text.map(|text| T::from_code(&text).map_err(|error| self.wrong(key, error)))
            .transpose()
    }

    pub(crate) fn whole<T: TryFrom<i128>>(&mut self, key: &str) -> Result<T, Refusal> {
        let value = self.take(key)?.into_integer().ok();
        let number = value.and_then(|number| T::try_from(i128::from(number)).ok());
        number.ok_or_else(|| self.wrong(key, "must be a whole number within its range"))
    }

    pub(crate) fn bytes32(&mut self, key: &str) -> Result<[u8; 32], Refusal> {
        let value = self.take(key)?;
        bytes32(value).ok_or_else(|| self.wrong(key, "must be 32 bytes"))
    }

    /// The random name of a visit.
    pub(crate) fn bytes16(&mut self, key: &str) -> Result<[u8; 16], Refusal> {
        let bytes = self.take(key)?.into_bytes().ok();
        let bytes = bytes.and_then(|bytes| bytes.try_into().ok());
        bytes.ok_or_else(|| self.wrong(key, "must be 16 bytes"))
    }

    /// 32 bytes, or none where there is null or nothing.
    pub(crate) fn optional_bytes32(&mut self, key: &str) -> Result<Option<[u8; 32]>, Refusal> {
        match self.optional(key) {
            None => Ok(None),
            Some(value) => bytes32(value)
                .map(Some)
                .ok_or_else(|| self.wrong(key, "must be 32 bytes")),
        }
    }

    pub(crate) fn list(&mut self, key: &str) -> Result<Vec<Value>, Refusal> {
        let value = self.take(key)?;
        value
            .into_array()
            .map_err(|_| self.wrong(key, "must be a list"))
    }

    /// A list whose items `read` understands.
    pub(crate) fn list_of<T>(
        &mut self,
        key: &str,
        read: impl Fn(Value) -> Option<T>,
    ) -> Result<Vec<T>, Refusal> {
        let list = self.list(key)?.into_iter().enumerate();
        list.map(|(n, value)| {
            read(value).ok_or_else(|| {
                Refusal::malformed(
                    format!("{}[{n}]", self.path_of(key)),
                    "is of the wrong form",
                )
            })
        })
        .collect()
    }

    pub(crate) fn texts(&mut self, key: &str) -> Result<Vec<String>, Refusal> {
        self.list_of(key, |value| value.into_text().ok())
    }

    pub(crate) fn record(&mut self, key: &str) -> Result<Self, Refusal> {
        let value = self.take(key)?;
        Self::of(self.path_of(key), value)
    }

    pub(crate) fn records(&mut self, key: &str) -> Result<Vec<Self>, Refusal> {
        let list = self.list(key)?.into_iter().enumerate();
        list.map(|(n, value)| Self::of(format!("{}[{n}]", self.path_of(key)), value))
            .collect()
    }

    /// All pairs that are left, of a map whose keys are data.
    pub(crate) fn into_pairs(self) -> impl Iterator<Item = (String, Value)> {
        self.fields.into_iter()
    }

    /// Names the keys that nobody asked for. Call it when all known keys were read.
    pub(crate) fn finish(self, unknown: &mut Vec<String>) {
        let path = self.path;
        unknown.extend(self.fields.into_keys().map(|key| join(&path, &key)));
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() {
        key.to_owned()
    } else {
        format!("{path}.{key}")
    }
}

pub(crate) fn bytes32(value: Value) -> Option<[u8; 32]> {
    value.into_bytes().ok()?.try_into().ok()
}

/// A map to write.
pub(crate) fn map<const N: usize>(fields: [(&str, Value); N]) -> Value {
    Value::Map(
        fields
            .into_iter()
            .map(|(key, value)| (key.into(), value))
            .collect(),
    )
}

/// A list to write.
pub(crate) fn list<T>(items: impl IntoIterator<Item = T>, write: impl Fn(T) -> Value) -> Value {
    Value::Array(items.into_iter().map(write).collect())
}

/// Text of something, to write.
pub(crate) fn text(shown: impl ToString) -> Value {
    Value::Text(shown.to_string())
}

/// Bytes of a fixed number to write.
/// Null where there is none.
pub(crate) fn optional(value: Option<impl ToString>) -> Value {
    value.map_or(Value::Null, text)
}

pub(crate) fn bytes<const N: usize>(bytes: [u8; N]) -> Value {
    Value::Bytes(bytes.to_vec())
}

/// The payload's bytes.
pub(crate) fn encode(value: &Value) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Writing to memory cannot fail, and a value without floats and tags always has an encoding.
    let written = ciborium::into_writer(value, &mut bytes);
    debug_assert!(written.is_ok());
    bytes
}
