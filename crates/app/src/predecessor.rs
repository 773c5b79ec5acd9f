//! What an entry was in an earlier competition, as it is shown and kept, in the words of judging and back.

use crate::Error;
use crate::api::returns::{FoundBeforeRow, PredecessorRow};
use judging::visit::{FoundBefore, Predecessor};
use store::Write;
use store::predecessors::KeptPredecessor;

/// As it is shown.
pub(crate) fn shown(predecessor: &Predecessor) -> PredecessorRow {
    let claim = |claim: &FoundBefore| FoundBeforeRow {
        text: claim.text.clone(),
        claimed: claim.claimed.clone(),
        found: claim.found.clone(),
        unit: claim.unit.clone(),
        verdict: claim.verdict.into(),
        day: claim.day.map(|day| day.to_string()),
    };
    PredecessorRow {
        entry: predecessor.entry.to_string(),
        competition: predecessor.competition.clone(),
        code: predecessor.code.to_string(),
        title: predecessor.title.clone(),
        agency: predecessor.agency.clone(),
        claims: predecessor.claims.iter().map(claim).collect(),
    }
}

/// As it is kept.
///
/// # Errors
/// `store` when it cannot be written as JSON.
pub(crate) fn kept(predecessor: &Predecessor, confirmed_at: i64) -> Result<KeptPredecessor, Error> {
    let content = serde_json::to_string(&shown(predecessor));
    Ok(KeptPredecessor {
        entry: predecessor.entry.clone(),
        content: content.map_err(|error| Error::new("store", error.to_string()))?,
        confirmed_at,
    })
}

/// What is kept of an entry, as it is shown.
///
/// # Errors
/// `file-damaged` when it is not of the form in which it is kept.
pub(crate) fn row(kept: &KeptPredecessor) -> Result<PredecessorRow, Error> {
    serde_json::from_str(&kept.content).map_err(|error| damaged(kept, &error))
}

/// What is kept of an entry.
///
/// # Errors
/// As [`row`].
pub(crate) fn read(kept: &KeptPredecessor) -> Result<Predecessor, Error> {
    let row = row(kept)?;
    let claim = |claim: FoundBeforeRow| {
        let day = claim.day.map(|day| day.parse()).transpose();
        Ok(FoundBefore {
            text: claim.text,
            claimed: claim.claimed,
            found: claim.found,
            unit: claim.unit,
            verdict: claim.verdict.0,
            day: day.map_err(|error: jiff::Error| damaged(kept, &error))?,
        })
    };
    let claims = row.claims.into_iter().map(claim);
    Ok(Predecessor {
        entry: kept.entry.clone(),
        competition: row.competition,
        code: row.code.parse().map_err(|error| damaged(kept, &error))?,
        title: row.title,
        agency: row.agency,
        claims: claims.collect::<Result<_, Error>>()?,
    })
}

fn damaged(kept: &KeptPredecessor, error: &dyn std::fmt::Display) -> Error {
    let message = format!("what {} was in an earlier competition: {error}", kept.entry);
    Error::new("file-damaged", message)
}

/// Makes a working copy know what its packet says of earlier competitions, and nothing else; whether that is news.
///
/// # Errors
/// That the file cannot be written.
pub(crate) fn take(
    write: &Write<'_>,
    predecessors: &[Predecessor],
    at: i64,
) -> Result<bool, Error> {
    let before = store::predecessors::all(write)?;
    let mut news = false;
    for gone in &before {
        if predecessors.iter().all(|known| known.entry != gone.entry) {
            news |= store::predecessors::remove(write, &gone.entry)?;
        }
    }
    for predecessor in predecessors {
        let kept = kept(predecessor, at)?;
        let same = |known: &&KeptPredecessor| {
            (&known.entry, &known.content) == (&kept.entry, &kept.content)
        };
        if !before.iter().any(|known| same(&known)) {
            store::predecessors::put(write, &kept)?;
            news = true;
        }
    }
    Ok(news)
}
