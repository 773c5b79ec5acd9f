//! Changes of the rules, and the rules there were before, as they stand in decisions, packets and result packs.

use crate::record::{Record, bytes, list, map, text};
use crate::{Refusal, rules};
use ciborium::Value;
use judging::revision::{Carry, Change, Choices, History};
use judging::rules::Rules;
use judging::{CriterionCode, Hash, StageCode};
use std::collections::BTreeMap;

pub(crate) fn write_change(change: &Change) -> [(&'static str, Value); 3] {
    let choice = |((stage, criterion), carry): (&(StageCode, CriterionCode), &Carry)| {
        map([
            ("stage", text(stage)),
            ("criterion", text(criterion)),
            ("carry", text(carry)),
        ])
    };
    [
        ("from", bytes(change.from.0)),
        ("to", bytes(change.to.0)),
        ("marks", list(&change.marks, choice)),
    ]
}

pub(crate) fn read_change(
    record: &mut Record,
    unknown: &mut Vec<String>,
) -> Result<Change, Refusal> {
    let mut marks = Choices::new();
    for mut choice in record.records("marks")? {
        let of = (choice.parsed("stage")?, choice.parsed("criterion")?);
        let carry = choice.word("carry")?;
        if marks.insert(of, carry).is_some() {
            return Err(choice.wrong("criterion", "is chosen for twice"));
        }
        choice.finish(unknown);
    }
    Ok(Change {
        from: Hash(record.bytes32("from")?),
        to: Hash(record.bytes32("to")?),
        marks,
    })
}

/// Rules as canonical text, with their hash.
pub(crate) fn read_rules(
    text: &str,
    wrong: impl Fn(&dyn std::fmt::Display) -> Refusal,
) -> Result<(Hash, Rules), Refusal> {
    let read = rules::read(text).map_err(|error| wrong(&error))?;
    if rules::write(&read) != text {
        return Err(wrong(&"is not in its canonical form"));
    }
    Ok((rules::hash(&read), read))
}

/// The rules there were before those in force, ascending by hash.
pub(crate) fn write_earlier(history: &History) -> Value {
    list(history.earlier().values(), |earlier| {
        text(rules::write(earlier))
    })
}

pub(crate) fn read_earlier(record: &mut Record) -> Result<BTreeMap<Hash, Rules>, Refusal> {
    let texts = match record.has("earlier") {
        true => record.texts("earlier")?,
        false => Vec::new(),
    };
    let path = record.path_of("earlier");
    let read = texts
        .iter()
        .enumerate()
        .map(|(n, text)| read_rules(text, |why| Refusal::malformed(format!("{path}[{n}]"), why)));
    let read: Vec<(Hash, Rules)> = read.collect::<Result<_, _>>()?;
    if !read.is_sorted_by(|(a, _), (b, _)| a < b) {
        return Err(record.wrong("earlier", "is not in ascending order of hashes"));
    }
    Ok(read.into_iter().collect())
}
