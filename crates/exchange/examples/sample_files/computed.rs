//! The archived result as `judging` computes it.

use crate::Outcome;
use crate::judged::Judged;
use exchange::handover;
use exchange::result::ArchivedResult;
use judging::case::Case;
use judging::results::results;
use std::sync::Arc;

pub fn result(judged: &Judged) -> Outcome<ArchivedResult> {
    let read = judged.hand_overs.iter();
    let read = read.map(|written| handover::read(&written.signed));
    let hand_overs = read.map(|file| Ok(Arc::new(file?.hand_over)));
    let case = Case::new(
        judged.history.clone(),
        judged.entries.clone(),
        judged.judges.clone(),
        hand_overs.collect::<Outcome<Vec<_>>>()?,
        judged.decided()?,
        Vec::new(),
    )?;
    Ok(ArchivedResult::of(&results(&case)?))
}
