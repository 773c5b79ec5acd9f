//! The argument of the computation: all that a result follows from, and nothing that is computed.

use crate::Hash;
use crate::decision::{Decision, amend, counted, settlements};
use crate::entry::{Entry, categories};
use crate::handover::{HandOver, View, view};
use crate::panel::Judge;
use crate::revision::{History, UnknownRules};
use crate::rules::Rules;
use std::sync::Arc;

/// One competition as it is judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The rules in force, and how marks given under earlier ones pass into them.
    pub history: History,
    /// What is judged, in any order.
    pub entries: Vec<Entry>,
    /// The panel, in its order.
    pub judges: Vec<Judge>,
    /// The hand-overs that count, as they are under the rules in force.
    pub hand_overs: Vec<Arc<HandOver>>,
    /// Those that came after the result was published and are not accepted.
    pub late: Vec<Arc<HandOver>>,
    /// All decisions of the chair, undone or not, in any order.
    pub decisions: Vec<Decision>,
    /// What this version of the program does not understand in a file, named with the file. It blocks publication.
    pub not_understood: Vec<String>,
}

impl Case {
    /// The case of these files. Hand-overs are given as they were made; they are carried into the rules in force, and
    /// those that came after the result was published are put apart. Entries are amended as was decided.
    ///
    /// # Errors
    /// [`UnknownRules`] when a hand-over was made under rules that are not in the history.
    pub fn new(
        history: History,
        mut entries: Vec<Entry>,
        judges: Vec<Judge>,
        hand_overs: impl IntoIterator<Item = Arc<HandOver>>,
        decisions: Vec<Decision>,
        not_understood: Vec<String>,
    ) -> Result<Self, UnknownRules> {
        amend(&mut entries, &decisions);
        let categories = categories(&entries);
        let counted = counted(&decisions);
        let counts = |hash: Hash| {
            let counted = counted.as_ref();
            counted.is_none_or(|counted| counted.contains(&hash))
        };
        let carried = hand_overs
            .into_iter()
            .map(|said| history.carry_shared(&said, &categories));
        let carried = carried.collect::<Result<Vec<_>, _>>()?;
        let (hand_overs, late) = carried.into_iter().partition(|said| counts(said.hash));
        Ok(Self {
            history,
            entries,
            judges,
            hand_overs,
            late,
            decisions,
            not_understood,
        })
    }

    /// The rules in force.
    #[must_use]
    pub const fn rules(&self) -> &Rules {
        self.history.rules()
    }

    /// What is in force over all judges.
    #[must_use]
    pub fn view(&self) -> View<'_> {
        let hand_overs = self.hand_overs.iter().map(Arc::as_ref);
        view(hand_overs, &settlements(&self.decisions))
    }
}
