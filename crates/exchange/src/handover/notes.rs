use super::{Salt, salted, unsalted};
use crate::Refusal;
use crate::record::{Record, encode, list, map, text};
use ciborium::Value;
use judging::{EntryCode, StageCode};

/// The attachment with what a judge writes for the chair alone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notes {
    /// Why the judge hands over although not everything is final.
    pub why: Option<String>,
    /// The private notes that the judge chose to hand over.
    pub notes: Vec<Note>,
}

/// A private note on one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// In which stage.
    pub stage: StageCode,
    /// On which entry.
    pub entry: EntryCode,
    /// In the judge's words.
    pub text: String,
}

impl Notes {
    /// The attachment's bytes.
    #[must_use]
    pub fn write(&self, salt: Salt) -> Vec<u8> {
        let payload = map([
            ("why", self.why.as_ref().map_or(Value::Null, text)),
            ("notes", list(&self.notes, write_one)),
        ]);
        salted(salt, &encode(&payload))
    }

    /// Reads an attachment. Keys of a later version are passed over: what is noted here changes no score.
    ///
    /// # Errors
    /// [`Refusal::Malformed`].
    pub fn read(attachment: &[u8]) -> Result<Self, Refusal> {
        let mut record = Record::parse(unsalted(attachment)?)?;
        let why = record.has("why");
        Ok(Self {
            why: why.then(|| record.text("why")).transpose()?,
            notes: record
                .records("notes")?
                .into_iter()
                .map(read_one)
                .collect::<Result<_, _>>()?,
        })
    }
}

fn write_one(note: &Note) -> Value {
    map([
        ("stage", text(&note.stage)),
        ("entry", text(&note.entry)),
        ("text", text(&note.text)),
    ])
}

fn read_one(mut record: Record) -> Result<Note, Refusal> {
    Ok(Note {
        stage: record.parsed("stage")?,
        entry: record.parsed("entry")?,
        text: record.text("text")?,
    })
}
