use crate::api::common::count;
use crate::op::{Change, Op, transact};
use crate::{Error, Session};
use exchange::handover::salted;
use judging::field_report::{Claim, FieldReport, Recommendation, Verdict};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// The largest photo that is taken, in bytes.
const LARGEST_PHOTO: u64 = 20 << 20;

/// A field report as written in TOML.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    stage: String,
    entry: String,
    visited: Option<String>,
    #[serde(default)]
    place: String,
    #[serde(default)]
    notes: String,
    #[serde(default)]
    people: Vec<String>,
    recommendation: WrittenRecommendation,
    #[serde(default, rename = "claim")]
    claims: Vec<WrittenClaim>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenClaim {
    text: String,
    verdict: WrittenVerdict,
    #[serde(default)]
    note: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum WrittenRecommendation {
    Keep,
    Deduct,
    Disqualify,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum WrittenVerdict {
    Confirmed,
    Partly,
    Refuted,
    NotSeen,
}

/// Files a field report with its photos, in place of an earlier one on the same entry. Returns the entry's code.
///
/// # Errors
/// That the report or a photo cannot be read, or speaks of an entry or stage that is not this verifier's.
pub fn report(session: &Session, toml: &Path, photos: &[PathBuf]) -> Result<String, Error> {
    let text = std::fs::read_to_string(toml).map_err(|error| Error::reading(toml, &error))?;
    let written: Written = toml::from_str(&text)
        .map_err(|error| Error::new("bad-report", error.to_string()).in_file(toml))?;
    let pictures = photos
        .iter()
        .map(|path| photo(path))
        .collect::<Result<Vec<_>, _>>()?;
    session.desk(|desk| {
        let own = desk.own()?;
        let stage = own.visited(&written.stage)?;
        let entry = own.entry(desk, stage, &written.entry)?;
        let at = session.host().now();
        let earlier = store::reports::all(desk)?;
        let earlier = earlier
            .into_iter()
            .find(|(_, known)| known.stage == stage.code && known.entry == entry.code);
        transact(session, desk, |write| {
            let mut hashes = Vec::new();
            for picture in &pictures {
                let bytes = salted(super::beside::salt(session)?, picture);
                hashes.push(store::attachments::keep(write, &bytes)?);
            }
            let report = FieldReport {
                stage: stage.code.clone(),
                entry: entry.code.clone(),
                visited: written
                    .visited
                    .as_deref()
                    .map(|day| date(day).map_err(|error| error.in_file(toml)))
                    .transpose()?,
                place: written.place,
                claims: written.claims.into_iter().map(claim).collect(),
                notes: written.notes,
                people: written.people,
                photos: hashes,
                recommendation: match written.recommendation {
                    WrittenRecommendation::Keep => Recommendation::Keep,
                    WrittenRecommendation::Deduct => Recommendation::Deduct,
                    WrittenRecommendation::Disqualify => Recommendation::Disqualify,
                },
            };
            store::reports::put(write, earlier.map(|(id, _)| id), &report, at)?;
            Ok(Change::Done {
                answer: entry.code.to_string(),
                op: Op::Report {
                    entry: entry.code.to_string(),
                    stage: stage.code.to_string(),
                    claims: count(report.claims.len()),
                    photos: count(pictures.len()),
                },
            })
        })
    })
}

fn claim(claim: WrittenClaim) -> Claim {
    Claim {
        text: claim.text,
        verdict: match claim.verdict {
            WrittenVerdict::Confirmed => Verdict::Confirmed,
            WrittenVerdict::Partly => Verdict::Partly,
            WrittenVerdict::Refuted => Verdict::Refuted,
            WrittenVerdict::NotSeen => Verdict::NotSeen,
        },
        note: claim.note,
    }
}

fn date(text: &str) -> Result<jiff::civil::Date, Error> {
    text.parse().map_err(|_| {
        Error::new(
            "bad-report",
            format!("visited: “{text}” is not a date such as 2023-11-21"),
        )
    })
}

/// The bytes of a photo, if it is one.
fn photo(path: &Path) -> Result<Vec<u8>, Error> {
    let bytes = crate::files::read_within(path, LARGEST_PHOTO)?;
    let known = [b"\xff\xd8\xff".as_slice(), b"\x89PNG\r\n\x1a\n"];
    if known.iter().any(|magic| bytes.starts_with(magic)) {
        Ok(bytes)
    } else {
        Err(Error::new("not-a-photo", "this is neither a JPEG nor a PNG picture").in_file(path))
    }
}
