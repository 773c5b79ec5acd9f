//! What scores are computed from: a case, arranged so that what concerns an entry is found at once.

use super::statements::Statements;
use crate::case::Case;
use crate::decision::Effects;
use crate::entry::Entry;
use crate::handover::View;
use crate::panel::Judge;
use crate::rules::Rules;
use std::sync::Arc;

/// A case with what is in force in it.
#[derive(Debug, Clone)]
pub(crate) struct Inputs<'a> {
    /// How it is judged.
    pub(crate) rules: &'a Rules,
    /// What is judged, in any order.
    pub(crate) entries: &'a [Entry],
    /// By whom.
    pub(crate) judges: &'a [Judge],
    /// What they say.
    pub(crate) statements: Arc<Statements<'a>>,
    /// What the chair's decisions do to entries.
    pub(crate) effects: Arc<Effects<'a>>,
}

impl<'a> Inputs<'a> {
    /// The inputs of a case with its [view](Case::view).
    pub(crate) fn new(case: &'a Case, view: &'a View<'a>) -> Self {
        Self {
            rules: case.rules(),
            entries: &case.entries,
            judges: &case.judges,
            statements: Arc::new(Statements::new(view)),
            effects: Arc::new(Effects::new(&case.decisions)),
        }
    }

    /// The same case as it would be judged by other rules.
    pub(crate) fn under<'b>(&self, rules: &'b Rules) -> Inputs<'b>
    where
        'a: 'b,
    {
        Inputs {
            rules,
            ..self.clone()
        }
    }

    /// The same case as it would be with another panel; sheets of judges who are not in it do not count.
    pub(crate) fn with_panel<'b>(&self, judges: &'b [Judge]) -> Inputs<'b>
    where
        'a: 'b,
    {
        Inputs {
            judges,
            ..self.clone()
        }
    }
}
