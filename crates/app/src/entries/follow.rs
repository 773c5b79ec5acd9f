use super::keys_of;
use crate::Error;
use crate::case::decisions_in;
use judging::decision::{Particulars, amended};
use store::Write;

/// Makes the stored entries say what the amendments in force say, after one was decided or undone.
///
/// # Errors
/// `unknown-category` when an entry would come into a category that the rules do not have.
pub(crate) fn follow(write: &Write<'_>) -> Result<(), Error> {
    let (decisions, _) = decisions_in(write)?;
    let rules = crate::rules::rules_of(write)?;
    for (code, particulars) in amended(&decisions) {
        let Some(mut entry) = store::entries::get(write, code)? else {
            continue;
        };
        if Particulars::of(&entry) == *particulars {
            continue;
        }
        if rules.category(&particulars.category).is_none() {
            return Err(Error::unknown("category", &particulars.category));
        }
        particulars.give(&mut entry);
        let import = store::entries::import_of(write, code)?;
        store::entries::update(write, &entry, &keys_of(&entry.registration), import)?;
    }
    Ok(())
}
