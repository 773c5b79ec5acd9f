//! What a field report says, as JSON; its stage, entry and photos have columns of their own.

use crate::StoreError;
use judging::field_report::{Claim, FieldReport};
use judging::{EntryCode, StageCode};
use serde::de::Error as _;
use serde::{Deserialize, Serialize};
use serde_json::Error;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Json {
    visited: Option<String>,
    place: String,
    claims: Vec<ClaimJson>,
    notes: String,
    people: Vec<String>,
    recommendation: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ClaimJson {
    text: String,
    verdict: String,
    note: String,
}

pub fn to_json(report: &FieldReport) -> Result<String, StoreError> {
    let claims = report.claims.iter().map(|claim| ClaimJson {
        text: claim.text.clone(),
        verdict: claim.verdict.code().to_owned(),
        note: claim.note.clone(),
    });
    let json = Json {
        visited: report.visited.map(|day| day.to_string()),
        place: report.place.clone(),
        claims: claims.collect(),
        notes: report.notes.clone(),
        people: report.people.clone(),
        recommendation: report.recommendation.code().to_owned(),
    };
    serde_json::to_string(&json).map_err(|error| StoreError::Damaged(error.to_string()))
}

/// Reads what [`to_json`] wrote; without photos.
pub fn from_json(text: &str, stage: StageCode, entry: EntryCode) -> Result<FieldReport, Error> {
    let json: Json = serde_json::from_str(text)?;
    let visited = json.visited.map(|day| day.parse().map_err(Error::custom));
    let claims = json.claims.into_iter().map(|claim| {
        Ok(Claim {
            text: claim.text,
            verdict: claim.verdict.parse().map_err(Error::custom)?,
            note: claim.note,
        })
    });
    Ok(FieldReport {
        stage,
        entry,
        visited: visited.transpose()?,
        place: json.place,
        claims: claims.collect::<Result<_, Error>>()?,
        notes: json.notes,
        people: json.people,
        photos: Vec::new(),
        recommendation: json.recommendation.parse().map_err(Error::custom)?,
    })
}
