use super::{Salt, salted, unsalted};
use crate::Refusal;
use crate::record::{Record, encode, list, map, text};
use ciborium::Value;
use judging::declaration::Declaration;

/// The attachment in which a judge declares conflicts of interest.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Declarations {
    /// When the judge declared to have no conflict of interest but these, in seconds since 1970.
    pub stated_at: Option<i64>,
    /// The conflicts, actual and potential.
    pub declarations: Vec<Declaration>,
}

impl Declarations {
    /// The attachment's bytes.
    #[must_use]
    pub fn write(&self, salt: Salt) -> Vec<u8> {
        let payload = map([
            ("stated_at", self.stated_at.map_or(Value::Null, Value::from)),
            ("declarations", list(&self.declarations, write_one)),
        ]);
        salted(salt, &encode(&payload))
    }

    /// Reads an attachment. Keys of a later version are passed over: what is declared here changes no score.
    ///
    /// # Errors
    /// [`Refusal::Malformed`].
    pub fn read(attachment: &[u8]) -> Result<Self, Refusal> {
        let mut record = Record::parse(unsalted(attachment)?)?;
        let stated_at = record.has("stated_at");
        Ok(Self {
            stated_at: stated_at.then(|| record.whole("stated_at")).transpose()?,
            declarations: record
                .records("declarations")?
                .into_iter()
                .map(read_one)
                .collect::<Result<_, _>>()?,
        })
    }
}

fn write_one(declared: &Declaration) -> Value {
    map([
        ("entry", text(&declared.entry)),
        ("stage", declared.stage.as_ref().map_or(Value::Null, text)),
        ("kind", text(declared.kind)),
        ("ground", text(declared.ground)),
        ("text", text(&declared.text)),
    ])
}

fn read_one(mut record: Record) -> Result<Declaration, Refusal> {
    let stage = record.has("stage");
    Ok(Declaration {
        entry: record.parsed("entry")?,
        stage: stage.then(|| record.parsed("stage")).transpose()?,
        kind: record.word("kind")?,
        ground: record.word("ground")?,
        text: record.text("text")?,
    })
}
