//! The result pack: everything from which the result follows, with the result as it is now. What was said for the chair
//! alone, and photos, go along only as far as the chair says so.

use crate::{Error, Session, keys};
use exchange::pack::{JournalHead, Pack, write};
use exchange::result::ArchivedResult;
use judging::Hash;
use judging::case::Case;
use judging::handover::AttachmentKind;
use judging::results::Results;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::Contents;

pub(super) fn pack(
    session: &Session,
    contents: &Contents,
    case: &Case,
    results: &Results,
    with: &BTreeSet<AttachmentKind>,
) -> Result<Vec<u8>, Error> {
    let identity = keys::of_file(session, contents)?;
    let hand_overs = hand_overs(contents, case, with)?;
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

/// Every hand-over with the attachments that go along, each in the first hand-over that names it.
fn hand_overs(
    contents: &Contents,
    case: &Case,
    with: &BTreeSet<AttachmentKind>,
) -> Result<Vec<Vec<u8>>, Error> {
    let said = case.hand_overs.iter().chain(&case.late);
    let said: BTreeMap<Hash, _> = said.map(|said| (said.hash, Arc::clone(said))).collect();
    let mut put = BTreeSet::new();
    let mut files = Vec::new();
    for kept in store::hand_overs::all(contents)? {
        let bare = store::hand_overs::bytes(contents, kept.hash)?;
        let named = said
            .get(&kept.hash)
            .map_or(&[][..], |said| &said.attachments);
        let mut chosen = Vec::new();
        for attachment in named
            .iter()
            .filter(|attachment| with.contains(&attachment.kind))
        {
            if put.insert(attachment.name) {
                chosen.extend(store::attachments::get(contents, attachment.name)?);
            }
        }
        if chosen.is_empty() {
            files.push(bare);
        } else {
            let chosen: Vec<&[u8]> = chosen.iter().map(Vec::as_slice).collect();
            files.push(exchange::handover::attach(&bare, &chosen)?);
        }
    }
    Ok(files)
}
