//! The keys of the person at this machine: one identity per competition and person, made on first use.

use crate::{Error, Session};
use exchange::keys::{Identity, fingerprint};
use judging::{CompetitionId, DeviceId};
use std::sync::Arc;
use store::Contents;

/// The person whose keys a chair's file uses.
pub(crate) const CHAIR: &str = "chair";

/// A device as words, to compare by telephone.
pub(crate) fn words(device: DeviceId) -> String {
    fingerprint(device)
}

/// The identity of a person in a competition on this device; made now if there is none yet.
pub(crate) fn make_or_load(
    session: &Session,
    competition: CompetitionId,
    person: &str,
) -> Result<Arc<Identity>, Error> {
    let name = name(competition, person);
    if let Some(identity) = session.identity(&name)? {
        return Ok(identity);
    }
    let mut secret = [0; 64];
    session.host().random(&mut secret)?;
    let identity =
        Identity::from_secret(&secret).map_err(|error| Error::new("keys", error.to_string()))?;
    session.keep_identity(&name, identity)
}

/// The identity with which the open file is worked on. A judge's working copy on another device gets keys of its own and
/// counts as another device; the chair's keys cannot be replaced, for files are sealed to them.
pub(crate) fn of_file(session: &Session, contents: &Contents) -> Result<Arc<Identity>, Error> {
    let competition = store::competition::birth(contents)?.id;
    match store::opened_packets::judge(contents)? {
        Some(judge) => make_or_load(session, competition, judge.as_str()),
        None => {
            let kept = session.identity(&name(competition, CHAIR))?;
            kept.ok_or_else(|| {
                Error::new(
                    "no-keys",
                    "this device does not have the chair's keys of this competition",
                )
                .in_file(contents.path())
                .hint("Open it on the device it was made on, or import the backup of its keys.")
            })
        }
    }
}

/// Whether this device has the chair's keys of the open competition.
///
/// # Errors
/// That the keystore does not answer.
pub(crate) fn has_chair(session: &Session, contents: &Contents) -> Result<bool, Error> {
    let competition = store::competition::birth(contents)?.id;
    Ok(session.identity(&name(competition, CHAIR))?.is_some())
}

/// Keeps the chair's identity of a competition on this device.
pub(crate) fn take_chair(
    session: &Session,
    contents: &Contents,
    identity: &Identity,
) -> Result<(), Error> {
    let competition = store::competition::birth(contents)?.id;
    session
        .keep_identity(&name(competition, CHAIR), identity.clone())
        .map(|_| ())
}

/// The name an identity is kept under: the competition by its first eight bytes, and the person.
fn name(competition: CompetitionId, person: &str) -> String {
    let id = competition.to_string();
    format!("{}-{person}", &id[..16])
}
