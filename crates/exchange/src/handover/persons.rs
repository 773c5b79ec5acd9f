use super::{Salt, salted, unsalted};
use crate::Refusal;
use crate::record::{Record, bytes, encode, list, map, text};
use ciborium::Value;
use judging::VisitId;
use judging::visit::{Person, Respondent, VisitPersons};

/// The attachment with the people of visits: who visited, and who was met.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Persons {
    /// Of each visit that names any.
    pub visits: Vec<VisitPersons>,
}

impl Persons {
    /// The attachment's bytes.
    #[must_use]
    pub fn write(&self, salt: Salt) -> Vec<u8> {
        let payload = map([("visits", list(&self.visits, write_one))]);
        salted(salt, &encode(&payload))
    }

    /// Reads an attachment. Keys of a later version are passed over: who was met changes no score.
    ///
    /// # Errors
    /// [`Refusal::Malformed`].
    pub fn read(attachment: &[u8]) -> Result<Self, Refusal> {
        let mut record = Record::parse(unsalted(attachment)?)?;
        let visits = record.records("visits")?.into_iter();
        Ok(Self {
            visits: visits.map(read_one).collect::<Result<_, _>>()?,
        })
    }
}

fn write_one(persons: &VisitPersons) -> Value {
    map([
        ("visit", bytes(persons.visit.0)),
        ("team", list(&persons.team, write_person)),
        (
            "officer",
            persons.officer.as_ref().map_or(Value::Null, write_person),
        ),
        ("respondents", list(&persons.respondents, write_respondent)),
    ])
}

fn write_person(person: &Person) -> Value {
    map([
        ("name", text(&person.name)),
        ("nip", text(&person.nip)),
        ("post", text(&person.post)),
        ("institution", text(&person.institution)),
    ])
}

fn write_respondent(one: &Respondent) -> Value {
    map([
        ("initials", text(&one.initials)),
        ("role", text(&one.role)),
        ("satisfied", one.satisfied.map_or(Value::Null, Value::Bool)),
        ("why", text(&one.why)),
    ])
}

fn read_one(mut record: Record) -> Result<VisitPersons, Refusal> {
    let officer = record.has("officer");
    let team = record.records("team")?.into_iter();
    let respondents = record.records("respondents")?.into_iter();
    Ok(VisitPersons {
        visit: VisitId(record.bytes16("visit")?),
        team: team.map(read_person).collect::<Result<_, _>>()?,
        officer: officer
            .then(|| record.record("officer").and_then(read_person))
            .transpose()?,
        respondents: respondents.map(read_respondent).collect::<Result<_, _>>()?,
    })
}

fn read_person(mut record: Record) -> Result<Person, Refusal> {
    Ok(Person {
        name: record.text("name")?,
        nip: record.text("nip")?,
        post: record.text("post")?,
        institution: record.text("institution")?,
    })
}

fn read_respondent(mut record: Record) -> Result<Respondent, Refusal> {
    let satisfied = match record.optional("satisfied") {
        None => None,
        Some(Value::Bool(satisfied)) => Some(satisfied),
        Some(_) => return Err(record.wrong("satisfied", "must be true or false")),
    };
    Ok(Respondent {
        initials: record.text("initials")?,
        role: record.text("role")?,
        satisfied,
        why: record.text("why")?,
    })
}
