//! Judges as they stand in packets and result packs.

use crate::Refusal;
use crate::record::{Record, list, map, text};
use ciborium::Value;
use judging::panel::{Judge, Scope};
use std::collections::BTreeSet;
use std::str::FromStr;

pub(crate) fn write_judge(judge: &Judge) -> Value {
    let scope = &judge.scope;
    map([
        ("code", text(&judge.code)),
        ("name", text(&judge.name)),
        ("stages", list(&scope.stages, text)),
        ("categories", list(&scope.categories, text)),
        ("entries", list(&scope.entries, text)),
        ("criteria", list(&scope.criteria, text)),
    ])
}

pub(crate) fn read_judge(mut record: Record, unknown: &mut Vec<String>) -> Result<Judge, Refusal> {
    let judge = Judge {
        code: record.parsed("code")?,
        name: record.text("name")?,
        scope: Scope {
            stages: codes(&mut record, "stages")?,
            categories: codes(&mut record, "categories")?,
            entries: codes(&mut record, "entries")?,
            criteria: codes(&mut record, "criteria")?,
        },
    };
    record.finish(unknown);
    Ok(judge)
}

fn codes<T: FromStr + Ord>(record: &mut Record, key: &str) -> Result<BTreeSet<T>, Refusal> {
    let codes = record.list_of(key, |value| value.into_text().ok()?.parse().ok())?;
    Ok(codes.into_iter().collect())
}
