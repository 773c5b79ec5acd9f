use crate::api::audit::{CheckFlaw, Checked, CheckedContents, FlawKind};
use crate::api::common::{File, count};
use crate::case::{Archive, read_case};
use crate::{Error, Session};
use std::path::Path;
use store::check::Flaw;
use store::journal::Break;
use store::{Contents, Store};

/// Checks a competition file: the database, references, the journal's chain, stored bytes against their hashes, and the
/// signatures of what is archived. Changes nothing; a file that is open here is checked as it stands.
///
/// # Errors
/// That it is no competition file or cannot be read at all.
pub fn check(session: &Session, asked: File) -> Result<Checked, Error> {
    let file = Path::new(&asked.file);
    if session.is_open(file) {
        return session.with(|store| look(store, file));
    }
    look(&*Store::copy_of(file)?, file)
}

fn look(contents: &Contents, file: &Path) -> Result<Checked, Error> {
    let mut flaws: Vec<CheckFlaw> = store::check::check(contents)?
        .iter()
        .map(of_store)
        .collect();
    let read = match read_case(contents, &mut Archive::default()) {
        Ok(case) => {
            let not_understood = case.not_understood.iter();
            flaws.extend(not_understood.map(|what| flaw(FlawKind::NotUnderstood, what)));
            Some(CheckedContents {
                entries: count(case.entries.len()),
                judges: count(case.judges.len()),
                hand_overs: count(case.hand_overs.len()),
                decisions: count(case.decisions.len()),
            })
        }
        Err(error) => {
            flaws.push(CheckFlaw {
                refusal: Some(error.clone()),
                ..flaw(FlawKind::Unreadable, error.message)
            });
            None
        }
    };
    Ok(Checked {
        file: file.display().to_string(),
        sound: flaws.is_empty(),
        journal: store::journal::head(contents)?.0,
        read,
        flaws,
    })
}

fn of_store(found: &Flaw) -> CheckFlaw {
    match found {
        Flaw::Structure(reason) => flaw(FlawKind::Structure, reason),
        Flaw::Reference { table, parent } => {
            flaw(FlawKind::Reference, format!("{table} → {parent}"))
        }
        Flaw::Journal(Break::Missing(line)) => flaw(FlawKind::JournalGap, line),
        Flaw::Journal(Break::Previous(line)) => flaw(FlawKind::JournalParted, line),
        Flaw::Journal(Break::Changed(line)) => flaw(FlawKind::JournalChanged, line),
        Flaw::Bytes { noun, name } => flaw(FlawKind::Bytes, format!("{noun} {name}")),
        Flaw::Missing(hand_over) => flaw(FlawKind::Missing, hand_over),
    }
}

fn flaw(kind: FlawKind, detail: impl ToString) -> CheckFlaw {
    CheckFlaw {
        kind,
        detail: detail.to_string(),
        refusal: None,
    }
}
