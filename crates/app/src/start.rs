//! The start page: templates, recent files, where keys are kept.

use crate::api::common::Nothing;
use crate::api::start::{PassphraseWords, RecentFile, Start, Stood, TemplateRow};
use crate::{Error, Session, time};
use judging::rules::Rules;
use serde_json::Value;
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
    let files: Vec<Value> = serde_json::from_str(&text).unwrap_or_default();
    files.into_iter().filter_map(understood).collect()
}

/// How a file stood may have been noted by another version of the program, in words that this one does not know: then only that is missing.
fn understood(mut file: Value) -> Option<RecentFile> {
    let whole = serde_json::from_value(file.clone()).ok();
    whole.or_else(|| {
        file.as_object_mut()?.remove("stood");
        serde_json::from_value(file).ok()
    })
}

/// Puts a file at the top of the recent ones. That it cannot be written down is no reason to refuse the file.
pub(crate) fn remember(session: &Session, overview: &crate::api::overview::Overview) {
    let about = overview.about();
    let mut files = recent(session);
    let known = files.iter().position(|known| known.file == about.file);
    let stood = known.and_then(|at| files.remove(at).stood);
    files.insert(
        0,
        RecentFile {
            file: about.file.clone(),
            name: about.name.clone(),
            role: overview.role().into(),
            opened_at: time::text(session.host().now()),
            found: true,
            stood,
        },
    );
    files.truncate(RECENT);
    write(session, &files);
}

/// Notes how a file stands, for the start page to say without opening it. A file that is not among the recent ones is passed over.
pub(crate) fn note(session: &Session, file: &Path, stood: Stood) {
    let file = file.display().to_string();
    let mut files = recent(session);
    let known = files.iter_mut().find(|known| known.file == file);
    if let Some(known) = known
        && known.stood.as_ref() != Some(&stood)
    {
        known.stood = Some(stood);
        write(session, &files);
    }
}

/// That the list cannot be written is no reason to refuse anything.
fn write(session: &Session, files: &[RecentFile]) {
    if let Ok(text) = serde_json::to_string_pretty(files) {
        let _ = std::fs::create_dir_all(session.host().folder());
        let _ = std::fs::write(list(session), text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::situation::Phase;
    use crate::test_support::Machine;

    fn seen(session: &Session) -> Vec<RecentFile> {
        start(session, Nothing {}).unwrap().recent
    }

    #[test]
    fn the_start_page_says_how_each_file_stood_and_which_is_gone() {
        let machine = Machine::new(53);
        let chair = machine.competition();
        let desk = machine.desk(&chair, "J1");
        crate::standings::situation(&chair, Nothing {}).unwrap();
        machine.mark(&desk, 3);
        crate::competition::close(&desk, Nothing {}).unwrap();
        let files = seen(&chair);
        let [own, competition] = &files[..] else {
            panic!("{files:?}")
        };
        let Some(Stood::Desk { work }) = &own.stood else {
            panic!("{own:?}")
        };
        assert_eq!((work[0].done, work[0].untouched), (8, 0), "as it was left");
        let Some(Stood::Competition(situation)) = &competition.stood else {
            panic!("{competition:?}")
        };
        assert_eq!(situation.phase, Phase::Preparing);
        std::fs::remove_file(&own.file).unwrap();
        assert!(!seen(&chair)[0].found);
    }

    #[test]
    fn what_another_version_noted_leaves_the_rest_of_the_list_as_it_is() {
        let machine = Machine::new(54);
        let chair = machine.competition();
        crate::standings::situation(&chair, Nothing {}).unwrap();
        let text = std::fs::read_to_string(list(&chair)).unwrap();
        std::fs::write(list(&chair), text.replace("preparing", "celebrating")).unwrap();
        let files = seen(&chair);
        assert_eq!((files.len(), &files[0].stood), (1, &None));
    }
}
