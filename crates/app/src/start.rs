//! The start page: templates, recent files, where keys are kept.

use crate::api::common::Nothing;
use crate::api::start::{PassphraseWords, RecentFile, Start, TemplateRow};
use crate::{Error, Session, time};
use judging::rules::Rules;
use std::path::{Path, PathBuf};

/// How many recent files are remembered.
const RECENT: usize = 12;

/// What the start page shows.
///
/// # Errors
/// None today; a list of recent files that cannot be read is an empty one.
pub fn start(session: &Session, _: Nothing) -> Result<Start, Error> {
    let documents = directories::UserDirs::new()
        .and_then(|folders| folders.document_dir().map(Path::to_owned))
        .unwrap_or_else(|| session.host().folder().to_owned());
    Ok(Start {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        recent: recent(session)
            .into_iter()
            .map(|file| RecentFile {
                found: Path::new(&file.file).is_file(),
                ..file
            })
            .collect(),
        templates: templates(),
        folder: documents.display().to_string(),
        keys_in: session.host().keys().place(),
    })
}

/// The words that passphrases are made of.
///
/// # Errors
/// None today.
pub fn passphrase_words(_: &Session, _: Nothing) -> Result<PassphraseWords, Error> {
    let words = exchange::passphrase::words();
    Ok(PassphraseWords {
        words: words.iter().map(|&word| word.to_owned()).collect(),
    })
}

/// The rules that ship with the program.
#[must_use]
pub fn templates() -> Vec<TemplateRow> {
    let row = |template: &exchange::templates::Template| {
        let rules: Rules = exchange::rules::read(template.text).ok()?;
        let judged = || rules.judged_stages();
        Some(TemplateRow {
            template: template.id.to_owned(),
            categories: rules.categories.len().try_into().unwrap_or(u32::MAX),
            stages: judged().map(|stage| stage.name.clone()).collect(),
            criteria: judged()
                .map(|stage| stage.leaves().count())
                .sum::<usize>()
                .try_into()
                .unwrap_or(u32::MAX),
            name: rules.name,
            organizer: rules.organizer,
            source: rules.source,
        })
    };
    exchange::templates::templates()
        .iter()
        .filter_map(row)
        .collect()
}

fn list(session: &Session) -> PathBuf {
    session.host().folder().join("recent.json")
}

fn recent(session: &Session) -> Vec<RecentFile> {
    let text = std::fs::read_to_string(list(session)).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

/// Puts a file at the top of the recent ones. That it cannot be written down is no reason to refuse the file.
pub(crate) fn remember(session: &Session, overview: &crate::api::overview::Overview) {
    let about = overview.about();
    let mut files = recent(session);
    files.retain(|known| known.file != about.file);
    files.insert(
        0,
        RecentFile {
            file: about.file.clone(),
            name: about.name.clone(),
            role: overview.role().into(),
            opened_at: time::text(session.host().now()),
            found: true,
        },
    );
    files.truncate(RECENT);
    if let Ok(text) = serde_json::to_string_pretty(&files) {
        let _ = std::fs::create_dir_all(session.host().folder());
        let _ = std::fs::write(list(session), text);
    }
}
