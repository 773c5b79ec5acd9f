//! What scores are computed from: a case, arranged so that what concerns an entry is found at once.

use super::statements::Statements;
use crate::case::Case;
use crate::decision::Effects;
use crate::entry::Entry;
use crate::handover::View;
use crate::panel::Judge;
use crate::rules::Rules;

/// A case with what is in force in it.
#[derive(Debug)]
pub(crate) struct Inputs<'a> {
    /// How it is judged.
    pub(crate) rules: &'a Rules,
    /// What is judged, in any order.
    pub(crate) entries: &'a [Entry],
    /// By whom.
    pub(crate) judges: &'a [Judge],
    /// What they say.
    pub(crate) statements: Statements<'a>,
    /// What the chair's decisions do to entries.
    pub(crate) effects: Effects<'a>,
}

impl<'a> Inputs<'a> {
    /// The inputs of a case with its [view](Case::view).
    pub(crate) fn new(case: &'a Case, view: &'a View<'a>) -> Self {
        Self {
            rules: case.rules(),
            entries: &case.entries,
            judges: &case.judges,
            statements: Statements::new(view),
            effects: Effects::new(&case.decisions),
        }
    }
}
