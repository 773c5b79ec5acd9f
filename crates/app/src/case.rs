//! Reads the argument of the computation from a competition file or a result pack.

use crate::Error;
use crate::rules::history;
use exchange::pack::PackFile;
use judging::Hash;
use judging::case::Case;
use judging::decision::Decision;
use judging::handover::HandOver;
use judging::revision::{Change, History};
use judging::rules::Rules;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::Contents;

/// The archived hand-overs of a competition file, each read and verified once.
#[derive(Default)]
pub(crate) struct Archive(BTreeMap<Hash, Archived>);

/// One archived hand-over.
struct Archived {
    /// As the judge said it.
    said: Arc<HandOver>,
    /// What in it this version of the program does not understand.
    unknown: Vec<String>,
}

impl Archive {
    /// What the judge said in the hand-over of that name, under the rules it was made under.
    ///
    /// # Errors
    /// That the competition file does not have it, or what it has does not hold.
    pub fn said(&mut self, contents: &Contents, hash: Hash) -> Result<Arc<HandOver>, Error> {
        Ok(Arc::clone(&self.get(contents, hash)?.said))
    }

    /// The hand-over of that name. Its signature was verified when it was accepted, and is again when it is first read: the
    /// archive is a file like any other.
    fn get(&mut self, contents: &Contents, hash: Hash) -> Result<&Archived, Error> {
        use std::collections::btree_map::Entry;
        match self.0.entry(hash) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(place) => {
                let bytes = store::hand_overs::bytes(contents, hash)?;
                let read = exchange::handover::read(&bytes)?;
                if read.hand_over.hash != hash {
                    let message = format!("the hand-over kept as {hash} is another one");
                    return Err(Error::new("file-damaged", message).in_file(contents.path()));
                }
                Ok(place.insert(Archived {
                    said: Arc::new(read.hand_over),
                    unknown: read.unknown,
                }))
            }
        }
    }
}

/// All that a competition file holds.
///
/// # Errors
/// That something in the file does not hold: a signature, the rules, a decision.
pub(crate) fn read_case(contents: &Contents, archive: &mut Archive) -> Result<Case, Error> {
    let (decisions, unknown) = decisions_in(contents)?;
    let history = history(contents, &decisions)?;
    under(contents, archive, history, decisions, unknown)
}

/// As [`read_case`], but as it would be if the rules were changed so.
///
/// # Errors
/// As [`read_case`].
pub(crate) fn case_as_if(
    contents: &Contents,
    archive: &mut Archive,
    change: &Change,
    rules: Rules,
) -> Result<Case, Error> {
    let (decisions, unknown) = decisions_in(contents)?;
    let now = history(contents, &decisions)?;
    let mut known = now.earlier().clone();
    known.insert(now.hash(), now.rules().clone());
    let changes = [now.changes(), std::slice::from_ref(change)].concat();
    let then = History::new(change.to, rules, known, changes)?;
    under(contents, archive, then, decisions, unknown)
}

fn under(
    contents: &Contents,
    archive: &mut Archive,
    history: History,
    decisions: Vec<Decision>,
    mut not_understood: Vec<String>,
) -> Result<Case, Error> {
    let mut hand_overs = Vec::new();
    for row in store::hand_overs::all(contents)? {
        let archived = archive.get(contents, row.hash)?;
        if !archived.unknown.is_empty() {
            let what = archived.unknown.join(", ");
            not_understood.push(format!("hand-over {} of {}: {what}", row.number, row.judge));
        }
        hand_overs.push(Arc::clone(&archived.said));
    }
    let entries = store::entries::all(contents)?;
    let judges = store::judges::all(contents)?;
    let case = Case::new(
        history,
        entries,
        judges,
        hand_overs,
        decisions,
        not_understood,
    );
    Ok(case?)
}

/// All decisions of a competition file, and what in them this version does not understand.
pub(crate) fn decisions_in(contents: &Contents) -> Result<(Vec<Decision>, Vec<String>), Error> {
    let (mut decisions, mut unknown) = (Vec::new(), Vec::new());
    for signed in store::decisions::all(contents)? {
        let read = exchange::decision::read(&signed.bytes)?;
        if !read.unknown.is_empty() {
            unknown.push(format!(
                "decision {}: {}",
                signed.number,
                read.unknown.join(", ")
            ));
        }
        decisions.push(read.decision);
    }
    Ok((decisions, unknown))
}

/// All that the result in a pack follows from.
///
/// # Errors
/// `unknown-rules`.
pub(crate) fn case_of_pack(pack: PackFile<'_>) -> Result<Case, Error> {
    let hand_overs = pack.hand_overs.into_iter();
    let decisions = pack.decisions.into_iter().map(|file| file.decision);
    let case = Case::new(
        pack.history,
        pack.entries,
        pack.judges,
        hand_overs.map(|file| Arc::new(file.hand_over)),
        decisions.collect(),
        pack.unknown,
    );
    Ok(case?)
}
