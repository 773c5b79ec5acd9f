use crate::api::audit::Checked;
use crate::api::common::File;
use crate::case::{Archive, read_case};
use crate::{Error, Session};
use std::path::Path;
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
    let mut flaws: Vec<String> = store::check::check(contents)?
        .iter()
        .map(ToString::to_string)
        .collect();
    let mut looked_at = vec![
        "database, references between tables".to_owned(),
        format!(
            "journal: {} lines, each chained to the one before",
            store::journal::head(contents)?.0
        ),
    ];
    match read_case(contents, &mut Archive::default()) {
        Ok(case) => {
            looked_at.push(format!(
                "{} entries, {} judges, {} hand-overs and {} decisions with their signatures",
                case.entries.len(),
                case.judges.len(),
                case.hand_overs.len(),
                case.decisions.len()
            ));
            flaws.extend(
                case.not_understood
                    .into_iter()
                    .map(|what| format!("not understood by this version: {what}")),
            );
        }
        Err(error) => flaws.push(error.message),
    }
    Ok(Checked {
        file: file.display().to_string(),
        sound: flaws.is_empty(),
        looked_at,
        flaws,
    })
}
