//! What a newer packet does to the verifier's own visits. What was seen stays word for word; a draft is to check also what
//! the new rules ask. A final visit stays as it was finished, and one of a stage that is no more stays in the file, unseen: it may
//! come back.

use super::to_visit::{before, claims_of};
use crate::Error;
use crate::api::common::count;
use crate::visit_content::{checked, kept, read};
use judging::rules::Rules;
use judging::sheet::SheetState;
use judging::visit::same_claim;
use store::Write;

/// Puts the claims that the rules have now, or that an earlier competition checked, and a draft has not, at its end; how many in
/// all.
///
/// # Errors
/// `file-damaged` when a visit cannot be read; that the file cannot be written.
pub(crate) fn take_new_claims(write: &Write<'_>, rules: &Rules, at: i64) -> Result<u32, Error> {
    let mut new = 0;
    let earlier = before(write)?;
    for visit in store::visits::all(write)? {
        let (mut visit, persons) = match visit.state {
            SheetState::Draft => read(&visit)?,
            SheetState::Final => continue,
        };
        let entry = store::entries::get(write, &visit.entry)?;
        let entry = entry.ok_or_else(|| Error::unknown("entry", &visit.entry))?;
        let stage = rules
            .stage(&visit.stage)
            .filter(|stage| rules.is_visited(&stage.code, &entry.category));
        let Some(stage) = stage else {
            continue;
        };
        let before = visit.claims.len();
        for claim in claims_of(stage, &entry, earlier.get(&entry.code)) {
            let mut known = visit.claims.iter();
            if !known.any(|known| same_claim(&known.text, &claim.text)) {
                visit.claims.push(checked(claim)?);
            }
        }
        if visit.claims.len() > before {
            new += count(visit.claims.len() - before);
            store::visits::put(write, &kept(&visit, &persons, at)?)?;
        }
    }
    Ok(new)
}
