use super::act::write_act;
use super::{Draft, check};
use crate::Refusal;
use crate::envelope::{Kind, Written, sign};
use crate::keys::Identity;
use crate::record::{bytes, encode, map, text};
use judging::CompetitionId;

/// Signs a decision of a competition. The hash of what is written names it.
///
/// # Errors
/// [`Refusal::Malformed`] for a decision that no reader would take.
pub fn write(
    decision: &Draft,
    competition: CompetitionId,
    chair: &Identity,
) -> Result<Written, Refusal> {
    check(decision)?;
    let payload = map([
        ("competition", bytes(competition.0)),
        ("number", decision.number.into()),
        ("made_at", decision.made_at.into()),
        ("reason", text(&decision.reason)),
        ("act", write_act(&decision.act)),
    ]);
    Ok(sign(Kind::Decision, &encode(&payload), &[], chair))
}
