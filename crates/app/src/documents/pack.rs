//! The result pack: everything from which the standings follow, with the standings as they are now.

use crate::api::standings::Standings;
use crate::{Error, Session, keys};
use exchange::pack::{JournalHead, Pack, write};
use judging::case::Case;
use serde::{Deserialize, Serialize};
use store::Contents;

/// The standings in a result pack: the final one and one for each judged stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Published {
    /// The final standing.
    #[serde(rename = "final")]
    pub overall: Standings,
    /// By stage, in the rules' order.
    pub stages: Vec<Standings>,
}

/// The standings of a case, to be put into a pack or compared with those in one.
pub(crate) fn published(case: &Case) -> Result<Published, Error> {
    let stage =
        |stage: &judging::rules::Stage| crate::standings::told(case, Some(&stage.code), None);
    Ok(Published {
        overall: crate::standings::told(case, None, None)?,
        stages: case
            .rules()
            .judged_stages()
            .map(stage)
            .collect::<Result<_, _>>()?,
    })
}

pub(super) fn pack(session: &Session, contents: &Contents, case: &Case) -> Result<Vec<u8>, Error> {
    let identity = keys::of_file(session, contents)?;
    let archived = store::hand_overs::all(contents)?;
    let hand_overs = archived
        .iter()
        .map(|one| store::hand_overs::bytes(contents, one.hash))
        .collect::<Result<Vec<_>, _>>()?;
    let decisions = store::decisions::all(contents)?;
    let standings = serde_json::to_vec(&published(case)?)
        .map_err(|error| Error::new("document", error.to_string()))?;
    let (length, hash) = store::journal::head(contents)?;
    let pack = Pack {
        competition: store::competition::birth(contents)?.id,
        history: &case.history,
        entries: &case.entries,
        judges: &case.judges,
        hand_overs: &hand_overs.iter().map(Vec::as_slice).collect::<Vec<_>>(),
        decisions: &decisions
            .iter()
            .map(|one| one.bytes.as_slice())
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
