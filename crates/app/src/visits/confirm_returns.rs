use super::return_matches::{AllProposed, Proposed, proposed};
use crate::api::common::count;
use crate::api::returns::{ConfirmReturns, ReturnMatches, ReturnPair};
use crate::op::{Change, Op, transact};
use crate::predecessor::kept;
use crate::{Error, Session};
use std::path::Path;

/// Confirms that entries are those of an earlier competition. What was found then goes along in the packets of those who visit
/// them. A pair that is not alike by title and agency is refused, before any is confirmed.
///
/// # Errors
/// `no-such-return` naming the pair; as [`return_matches`](super::return_matches()).
pub fn confirm_returns(session: &Session, asked: ConfirmReturns) -> Result<ReturnMatches, Error> {
    session.chair(|chair| {
        let all = proposed(chair, Path::new(&asked.file))?;
        let pairs = asked.pairs.iter().map(|pair| find(&all, pair));
        let pairs = pairs.collect::<Result<Vec<_>, _>>()?;
        let at = session.host().now();
        for pair in pairs {
            let kept = kept(&pair.before, at)?;
            transact(session, chair, |write| {
                let known = store::predecessors::get(write, &kept.entry)?;
                if known.is_some_and(|known| known.content == kept.content) {
                    return Ok(Change::Nothing(()));
                }
                store::predecessors::put(write, &kept)?;
                let op = Op::ConfirmReturn {
                    entry: kept.entry.to_string(),
                    competition: pair.before.competition.clone(),
                    code: pair.before.code.to_string(),
                    claims: count(pair.before.claims.len()),
                };
                Ok(Change::Done { answer: (), op })
            })?;
        }
        all.answer(chair)
    })
}

fn find<'a>(all: &'a AllProposed, pair: &ReturnPair) -> Result<&'a Proposed, Error> {
    let is_it = |proposed: &&Proposed| {
        proposed.now.code.as_str() == pair.entry && proposed.before.code.as_str() == pair.code
    };
    all.pairs.iter().find(is_it).ok_or_else(|| {
        let message = format!(
            "{} and {} of the earlier competition are not alike by title and agency, or nobody visited it then",
            pair.entry, pair.code
        );
        Error::new("no-such-return", message)
            .with("entry", &pair.entry)
            .with("code", &pair.code)
    })
}
