use super::show::current;
use crate::Error;
use crate::case::decisions_in;
use judging::decision::rules_in_force;
use judging::rules::Rules;
use store::Write;

/// Puts the rules into force that the decisions say, when those in force are others: after a change was undone, or its
/// undoing. Returns whether that changed anything.
///
/// # Errors
/// `category-in-use` when entries stand in a category that those rules do not have.
pub(crate) fn follow(write: &Write<'_>, at: i64) -> Result<bool, Error> {
    let (decisions, _) = decisions_in(write)?;
    let Some(decided) = rules_in_force(&decisions) else {
        return Ok(false);
    };
    if decided == current(write)?.hash {
        return Ok(false);
    }
    let revisions = store::rules::all(write)?;
    let found = revisions.iter().find(|revision| revision.hash == decided);
    let revision = found.ok_or(judging::revision::UnknownRules(decided))?;
    has_categories(write, &exchange::rules::read(&revision.text)?)?;
    store::rules::set(write, &revision.text, at)?;
    Ok(true)
}

/// Whether every entry has its category in these rules.
///
/// # Errors
/// `category-in-use` naming the first that is missing, and how many entries stand in it.
pub(super) fn has_categories(contents: &store::Contents, rules: &Rules) -> Result<(), Error> {
    let counts = store::entries::counts(contents)?;
    let missing = counts
        .iter()
        .find(|(category, entries)| **entries > 0 && rules.category(category).is_none());
    let Some((category, entries)) = missing else {
        return Ok(());
    };
    Err(Error::new(
        "category-in-use",
        format!("{entries} entries stand in category {category}, which these rules do not have"),
    )
    .with("category", category)
    .with("entries", entries)
    .hint("Keep the category in the rules."))
}
