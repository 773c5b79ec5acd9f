//! Everything that judging looks at, read from a competition file or from a result pack: the arguments of the pure
//! computation, with nothing computed among them.

use crate::Error;
use crate::rules::history;
use judging::decision::{Act, Decision, counted, in_force};
use judging::entry::{Categories, Entry, categories};
use judging::handover::{HandOver, Settlement, View, view};
use judging::panel::Judge;
use judging::revision::{Change, History};
use judging::rules::Rules;
use judging::standings::Question;
use store::Contents;

/// The arguments of the pure computation.
pub(crate) struct Case {
    /// The rules in force, and how marks given under earlier ones pass into them.
    pub history: History,
    pub entries: Vec<Entry>,
    pub judges: Vec<Judge>,
    /// The hand-overs that count, as they are under the rules in force.
    pub hand_overs: Vec<HandOver>,
    /// Those that came after the result was published and are not accepted.
    pub late: Vec<HandOver>,
    pub decisions: Vec<Decision>,
    /// What this version of the program read past, by file: blocks publication.
    pub not_understood: Vec<String>,
}

impl Case {
    /// All that a competition file holds.
    pub(crate) fn of(contents: &Contents) -> Result<Self, Error> {
        let (decisions, unknown) = decisions_in(contents)?;
        let history = history(contents, &decisions)?;
        Self::under(contents, history, decisions, unknown)
    }

    /// As [`Case::of`], but as it would be if the rules were changed so.
    ///
    /// # Errors
    /// As [`Case::of`].
    pub(crate) fn as_if(contents: &Contents, change: &Change, rules: Rules) -> Result<Self, Error> {
        let (decisions, unknown) = decisions_in(contents)?;
        let now = history(contents, &decisions)?;
        let mut known = now.earlier().clone();
        known.insert(now.hash(), now.rules().clone());
        let changes = [now.changes(), std::slice::from_ref(change)].concat();
        let then = History::new(change.to, rules, known, changes)?;
        Self::under(contents, then, decisions, unknown)
    }

    fn under(
        contents: &Contents,
        history: History,
        decisions: Vec<Decision>,
        not_understood: Vec<String>,
    ) -> Result<Self, Error> {
        let entries = store::entries::all(contents)?;
        let categories = categories(&entries);
        let mut case = Self {
            history,
            entries,
            judges: store::judges::all(contents)?,
            hand_overs: Vec::new(),
            late: Vec::new(),
            decisions,
            not_understood,
        };
        for one in store::hand_overs::all(contents)? {
            let bytes = store::hand_overs::bytes(contents, one.hash)?;
            case.add_hand_over(&bytes, &categories)?;
        }
        Ok(case.frozen())
    }

    /// Parts the hand-overs that count from those that came after the result was published.
    pub(crate) fn frozen(mut self) -> Self {
        if let Some(counted) = counted(&self.decisions) {
            let all = std::mem::take(&mut self.hand_overs);
            (self.hand_overs, self.late) =
                all.into_iter().partition(|one| counted.contains(&one.hash));
        }
        self
    }

    /// Adds an archived hand-over. Its signature was verified when it was accepted, and is again: the archive is a file
    /// like any other.
    fn add_hand_over(&mut self, bytes: &[u8], categories: &Categories) -> Result<(), Error> {
        let read = exchange::handover::read(bytes)?;
        if !read.unknown.is_empty() {
            let one = &read.hand_over;
            let what = read.unknown.join(", ");
            self.not_understood
                .push(format!("hand-over {} of {}: {what}", one.number, one.judge));
        }
        let carried = self.history.carry(read.hand_over, categories)?;
        self.hand_overs.push(carried);
        Ok(())
    }

    /// The rules in force.
    pub(crate) const fn rules(&self) -> &Rules {
        self.history.rules()
    }

    /// What is in force.
    pub(crate) fn view(&self) -> View<'_> {
        view(&self.hand_overs, &settlements(&self.decisions))
    }

    pub(crate) fn question<'a>(&'a self, view: &'a View<'a>) -> Question<'a> {
        Question {
            rules: self.rules(),
            entries: &self.entries,
            judges: &self.judges,
            view,
            decisions: &self.decisions,
        }
    }
}

/// All decisions of a competition file, and what in them this version does not understand.
pub(crate) fn decisions_in(contents: &Contents) -> Result<(Vec<Decision>, Vec<String>), Error> {
    let (mut decisions, mut unknown) = (Vec::new(), Vec::new());
    for signed in store::decisions::all(contents)? {
        let read = exchange::decision::read(&signed.bytes)?;
        if !read.unknown.is_empty() {
            unknown.push(format!(
                "decision {}: {}",
                signed.number,
                read.unknown.join(", ")
            ));
        }
        decisions.push(read.decision);
    }
    Ok((decisions, unknown))
}

/// The chair's choices between differing statements that hold, in their order.
pub(crate) fn settlements(decisions: &[Decision]) -> Vec<Settlement> {
    let settled = in_force(decisions)
        .into_iter()
        .filter_map(|decision| match &decision.act {
            Act::SettleConflict(settlement) => Some(settlement.clone()),
            _ => None,
        });
    settled.collect()
}
