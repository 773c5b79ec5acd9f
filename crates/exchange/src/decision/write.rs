use super::act::write_act;
use super::check;
use crate::Refusal;
use crate::envelope::{Kind, Written, sign};
use crate::keys::Identity;
use crate::record::{bytes, encode, map, text};
use judging::CompetitionId;
use judging::decision::Decision;

/// Signs a decision of a competition. Its `hash` is not looked at: it comes of writing.
///
/// # Errors
/// [`Refusal::Malformed`] for a decision that no reader would take.
pub fn write(
    decision: &Decision,
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
