//! The result pack: everything from which the result follows, with the result as it is now.

use crate::{Error, Session, keys};
use exchange::pack::{JournalHead, Pack, write};
use exchange::result::ArchivedResult;
use judging::case::Case;
use judging::results::Results;
use store::Contents;

pub(super) fn pack(
    session: &Session,
    contents: &Contents,
    case: &Case,
    results: &Results,
) -> Result<Vec<u8>, Error> {
    let identity = keys::of_file(session, contents)?;
    let archived = store::hand_overs::all(contents)?;
    let hand_overs = archived
        .iter()
        .map(|archived| store::hand_overs::bytes(contents, archived.hash))
        .collect::<Result<Vec<_>, _>>()?;
    let decisions = store::decisions::all(contents)?;
    let standings = exchange::result::write(&ArchivedResult::of(results));
    let (length, hash) = store::journal::head(contents)?;
    let pack = Pack {
        competition: store::competition::birth(contents)?.id,
        history: &case.history,
        entries: &case.entries,
        judges: &case.judges,
        hand_overs: &hand_overs.iter().map(Vec::as_slice).collect::<Vec<_>>(),
        decisions: &decisions
            .iter()
            .map(|decision| decision.bytes.as_slice())
            .collect::<Vec<_>>(),
        standings: &standings,
        journal: JournalHead {
            length: length.into(),
            hash,
        },
        made_at: session.host().now(),
    };
    Ok(write(&pack, &identity)?.signed)
}
