//! Visits, written and read.

use crate::answer::Answer;
use crate::run::opened;
use crate::table::table;
use app::Error;
use app::api::visits::{VisitRow, VisitSaved, Visits, VisitsAsked};
use std::path::{Path, PathBuf};

/// Keeps a visit written in TOML.
pub fn visit(
    file: &Path,
    toml: &Path,
    photos: &[PathBuf],
    correct: Option<&str>,
) -> Result<Answer, Error> {
    let saved = app::visits::visit(&opened(file)?, toml, photos, correct)?;
    let refused = !saved.refused.is_empty();
    Ok(Answer::of(&saved, saved_text).refused_if(refused))
}

fn saved_text(saved: &VisitSaved) -> String {
    let mut text = format!(
        "visit {} to {} in {}: {}, {} photos\n",
        saved.visit, saved.entry, saved.stage, saved.state, saved.photos
    );
    for photo in &saved.refused {
        text.push_str(&format!("refused: {}\n", photo.reason.message));
    }
    for missing in &saved.missing {
        let claim = missing
            .claim
            .map(|place| format!(" of claim {}", place + 1));
        text.push_str(&format!(
            "missing: {}{}\n",
            missing.part,
            claim.unwrap_or_default()
        ));
    }
    text
}

/// Shows visits.
pub fn visits(file: &Path, entry: Option<String>) -> Result<Answer, Error> {
    let visits = app::visits::visits(&opened(file)?, VisitsAsked { entry })?;
    Ok(Answer::of(&visits, visits_text))
}

fn visits_text(visits: &Visits) -> String {
    let headings = [
        "entry",
        "stage",
        "judge",
        "state",
        "began",
        "recommendation",
        ">claims",
        ">photos",
        "differs",
        "visit",
    ];
    let row = |row: &VisitRow| {
        let content = &row.content;
        vec![
            row.entry.clone(),
            row.stage.clone(),
            row.judge.clone(),
            row.state.to_string(),
            content.began.clone().unwrap_or_default(),
            content
                .recommendation
                .map(|word| word.to_string())
                .unwrap_or_default(),
            content.claims.len().to_string(),
            content.photos.len().to_string(),
            row.differs.join("; "),
            row.visit.clone(),
        ]
    };
    table(&headings, visits.rows.iter().map(row))
}
