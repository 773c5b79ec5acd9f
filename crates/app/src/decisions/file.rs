use crate::Error;
use exchange::decision::Draft;
use exchange::keys::Identity;
use judging::Hash;
use judging::decision::Act;
use store::Write;

/// Signs an act of the chair with its reason and files it; its number and name.
///
/// # Errors
/// That it cannot be written.
pub(crate) fn file(
    write: &Write<'_>,
    chair: &Identity,
    at: i64,
    reason: &str,
    act: Act,
) -> Result<(u32, Hash), Error> {
    let number = store::decisions::next_number(write)?;
    let decision = Draft {
        number,
        made_at: at,
        reason: reason.to_owned(),
        act,
    };
    let competition = store::competition::birth(write)?.id;
    let written = exchange::decision::write(&decision, competition, chair)?;
    store::decisions::add(write, number, written.hash, &written.signed)?;
    Ok((number, written.hash))
}

/// The reason as it will be filed.
///
/// # Errors
/// `no-reason` when nothing is said.
pub(crate) fn reason(text: &str) -> Result<&str, Error> {
    let reason = text.trim();
    if reason.is_empty() {
        return Err(Error::new("no-reason", "a decision needs a reason"));
    }
    Ok(reason)
}
