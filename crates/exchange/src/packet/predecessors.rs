//! What entries were in an earlier competition, and what was found of them then.

use crate::Refusal;
use crate::record::{Record, list, map, optional, text};
use ciborium::Value;
use judging::EntryCode;
use judging::entry::Entry;
use judging::visit::{FoundBefore, Predecessor};
use std::collections::BTreeSet;

const KEY: &str = "predecessors";

/// Null where there is none.
pub(super) fn write_predecessors(predecessors: &[Predecessor]) -> Value {
    if predecessors.is_empty() {
        return Value::Null;
    }
    list(predecessors, |predecessor| {
        map([
            ("entry", text(&predecessor.entry)),
            ("competition", text(&predecessor.competition)),
            ("code", text(&predecessor.code)),
            ("title", text(&predecessor.title)),
            ("agency", text(&predecessor.agency)),
            ("claims", list(&predecessor.claims, write_found)),
        ])
    })
}

fn write_found(claim: &FoundBefore) -> Value {
    map([
        ("text", text(&claim.text)),
        ("claimed", text(&claim.claimed)),
        ("found", text(&claim.found)),
        ("unit", optional(claim.unit.as_ref())),
        ("verdict", text(claim.verdict)),
        ("day", optional(claim.day)),
    ])
}

/// Those of entries of the packet, of each at most one.
pub(super) fn read_predecessors(
    record: &mut Record,
    entries: &[Entry],
    unknown: &mut Vec<String>,
) -> Result<Vec<Predecessor>, Refusal> {
    if !record.has(KEY) {
        record.optional(KEY);
        return Ok(Vec::new());
    }
    let known: BTreeSet<&EntryCode> = entries.iter().map(|entry| &entry.code).collect();
    let mut seen = BTreeSet::new();
    let mut predecessors = Vec::new();
    for mut record in record.records(KEY)? {
        let claims = record.records("claims")?.into_iter();
        let claims = claims.map(|claim| read_found(claim, unknown));
        let claims = claims.collect::<Result<_, _>>()?;
        let predecessor = Predecessor {
            entry: record.parsed("entry")?,
            competition: record.text("competition")?,
            code: record.parsed("code")?,
            title: record.text("title")?,
            agency: record.text("agency")?,
            claims,
        };
        let entry = &predecessor.entry;
        if !known.contains(entry) {
            return Err(record.wrong("entry", format!("{entry} is not in the packet")));
        }
        if !seen.insert(entry.clone()) {
            return Err(record.wrong("entry", format!("{entry} stands there twice")));
        }
        record.finish(unknown);
        predecessors.push(predecessor);
    }
    Ok(predecessors)
}

fn read_found(mut record: Record, unknown: &mut Vec<String>) -> Result<FoundBefore, Refusal> {
    let claim = FoundBefore {
        text: record.text("text")?,
        claimed: record.text("claimed")?,
        found: record.text("found")?,
        unit: record.optional_text("unit")?,
        verdict: record.word("verdict")?,
        day: record.optional_parsed("day")?,
    };
    record.finish(unknown);
    Ok(claim)
}
