use super::show::current;
use crate::Error;
use judging::Hash;
use judging::decision::{Decision, changes_in_force, rules_in_force};
use judging::revision::{History, UnknownRules};
use judging::rules::Rules;
use std::collections::BTreeMap;
use store::Contents;

/// The rules in force, those before them and how marks pass from one to the next. In a judge's working copy nothing is
/// decided: marks pass when a packet is opened.
///
/// # Errors
/// `file-damaged` when a revision cannot be read, or the rules in force are not those that were decided.
pub(crate) fn history(contents: &Contents, decisions: &[Decision]) -> Result<History, Error> {
    let revision = current(contents)?;
    let decided = rules_in_force(decisions);
    if decided.is_some_and(|decided| decided != revision.hash) {
        let message = "the rules in force are not those that were decided";
        return Err(Error::new("file-damaged", message).in_file(contents.path()));
    }
    history_as_decided(contents, decisions)
}

/// As [`history`], where the decisions may be others than those that were filed.
///
/// # Errors
/// `unknown-rules` when the rules decided are not in the file; that a revision cannot be read.
pub(crate) fn history_as_decided(
    contents: &Contents,
    decisions: &[Decision],
) -> Result<History, Error> {
    let mut known: BTreeMap<Hash, Rules> = BTreeMap::new();
    for earlier in store::rules::all(contents)? {
        known.insert(earlier.hash, exchange::rules::read(&earlier.text)?);
    }
    let decided = match rules_in_force(decisions) {
        Some(decided) => decided,
        None => current(contents)?.hash,
    };
    let rules = known.get(&decided).cloned().ok_or(UnknownRules(decided))?;
    let changes = changes_in_force(decisions);
    Ok(History::new(decided, rules, known, changes)?)
}

impl From<UnknownRules> for Error {
    fn from(error: UnknownRules) -> Self {
        Self::new(
            "unknown-rules",
            "it was made under rules that this competition never had",
        )
        .with("rules", error.0)
    }
}
