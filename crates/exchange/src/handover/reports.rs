//! Field reports.

use crate::Refusal;
use crate::record::{Record, bytes, bytes32, list, map, text};
use ciborium::Value;
use judging::Hash;
use judging::field_report::{Claim, FieldReport};

pub(super) fn write(reports: &[FieldReport]) -> Value {
    list(reports, |report| {
        map([
            ("stage", text(&report.stage)),
            ("entry", text(&report.entry)),
            ("visited", report.visited.map_or(Value::Null, text)),
            ("place", text(&report.place)),
            ("claims", list(&report.claims, write_claim)),
            ("notes", text(&report.notes)),
            ("people", list(&report.people, text)),
            ("photos", list(&report.photos, |photo| bytes(photo.0))),
            ("recommendation", text(report.recommendation)),
        ])
    })
}

fn write_claim(claim: &Claim) -> Value {
    map([
        ("text", text(&claim.text)),
        ("verdict", text(claim.verdict)),
        ("note", text(&claim.note)),
    ])
}

pub(super) fn read(
    record: &mut Record,
    unknown: &mut Vec<String>,
) -> Result<Vec<FieldReport>, Refusal> {
    let reports = record.records("reports")?.into_iter();
    reports.map(|record| read_report(record, unknown)).collect()
}

fn read_report(mut record: Record, unknown: &mut Vec<String>) -> Result<FieldReport, Refusal> {
    let visited = match record.optional("visited") {
        None => None,
        Some(Value::Text(day)) => Some(
            day.parse()
                .map_err(|error| record.wrong("visited", error))?,
        ),
        Some(_) => return Err(record.wrong("visited", "must be a day written as text")),
    };
    let claims = record.records("claims")?.into_iter();
    let report = FieldReport {
        stage: record.parsed("stage")?,
        entry: record.parsed("entry")?,
        visited,
        place: record.text("place")?,
        claims: claims
            .map(|claim| read_claim(claim, unknown))
            .collect::<Result<_, _>>()?,
        notes: record.text("notes")?,
        people: record.texts("people")?,
        photos: record.list_of("photos", |photo| bytes32(photo).map(Hash))?,
        recommendation: record.word("recommendation")?,
    };
    record.finish(unknown);
    Ok(report)
}

fn read_claim(mut record: Record, unknown: &mut Vec<String>) -> Result<Claim, Refusal> {
    let claim = Claim {
        text: record.text("text")?,
        verdict: record.word("verdict")?,
        note: record.text("note")?,
    };
    record.finish(unknown);
    Ok(claim)
}
