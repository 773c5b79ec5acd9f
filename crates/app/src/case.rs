//! Everything that judging looks at, read from a competition file or from a result pack: the arguments of the pure
//! computation, with nothing computed among them.

use crate::Error;
use crate::rules::history;
use judging::Hash;
use judging::decision::{Act, Decision, counted, in_force};
use judging::entry::{Categories, Entry, categories};
use judging::handover::{HandOver, Settlement, View, view};
use judging::panel::Judge;
use judging::revision::{Change, History};
use judging::rules::Rules;
use judging::standings::Question;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::Contents;

/// The arguments of the pure computation.
pub(crate) struct Case {
    /// The rules in force, and how marks given under earlier ones pass into them.
    pub history: History,
    pub entries: Vec<Entry>,
    pub judges: Vec<Judge>,
    /// The hand-overs that count, as they are under the rules in force.
    pub hand_overs: Vec<Arc<HandOver>>,
    /// Those that came after the result was published and are not accepted.
    pub late: Vec<Arc<HandOver>>,
    pub decisions: Vec<Decision>,
    /// What this version of the program read past, by file: blocks publication.
    pub not_understood: Vec<String>,
}

/// The archived hand-overs of a competition file, each read and verified once.
#[derive(Default)]
pub(crate) struct Archive(BTreeMap<Hash, Archived>);

/// One archived hand-over.
struct Archived {
    /// As the judge said it.
    said: Arc<HandOver>,
    /// What in it this version of the program does not understand.
    unknown: Vec<String>,
}

impl Archive {
    /// The hand-over of that name. Its signature was verified when it was accepted, and is again when it is first read: the
    /// archive is a file like any other.
    fn get(&mut self, contents: &Contents, hash: Hash) -> Result<&Archived, Error> {
        use std::collections::btree_map::Entry;
        match self.0.entry(hash) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(place) => {
                let bytes = store::hand_overs::bytes(contents, hash)?;
                let read = exchange::handover::read(&bytes)?;
                Ok(place.insert(Archived {
                    said: Arc::new(read.hand_over),
                    unknown: read.unknown,
                }))
            }
        }
    }
}

impl Case {
    /// All that a competition file holds.
    ///
    /// # Errors
    /// That something in the file does not hold: a signature, the rules, a decision.
    pub(crate) fn read(contents: &Contents, archive: &mut Archive) -> Result<Self, Error> {
        let (decisions, unknown) = decisions_in(contents)?;
        let history = history(contents, &decisions)?;
        Self::under(contents, archive, history, decisions, unknown)
    }

    /// As [`Case::read`], but as it would be if the rules were changed so.
    ///
    /// # Errors
    /// As [`Case::read`].
    pub(crate) fn as_if(
        contents: &Contents,
        archive: &mut Archive,
        change: &Change,
        rules: Rules,
    ) -> Result<Self, Error> {
        let (decisions, unknown) = decisions_in(contents)?;
        let now = history(contents, &decisions)?;
        let mut known = now.earlier().clone();
        known.insert(now.hash(), now.rules().clone());
        let changes = [now.changes(), std::slice::from_ref(change)].concat();
        let then = History::new(change.to, rules, known, changes)?;
        Self::under(contents, archive, then, decisions, unknown)
    }

    fn under(
        contents: &Contents,
        archive: &mut Archive,
        history: History,
        decisions: Vec<Decision>,
        mut not_understood: Vec<String>,
    ) -> Result<Self, Error> {
        let entries = store::entries::all(contents)?;
        let categories = categories(&entries);
        let mut hand_overs = Vec::new();
        for row in store::hand_overs::all(contents)? {
            let archived = archive.get(contents, row.hash)?;
            if !archived.unknown.is_empty() {
                let what = archived.unknown.join(", ");
                not_understood.push(format!("hand-over {} of {}: {what}", row.number, row.judge));
            }
            hand_overs.push(carried(&history, &archived.said, &categories)?);
        }
        let case = Self {
            history,
            entries,
            judges: store::judges::all(contents)?,
            hand_overs,
            late: Vec::new(),
            decisions,
            not_understood,
        };
        Ok(case.frozen())
    }

    /// Parts the hand-overs that count from those that came after the result was published.
    pub(crate) fn frozen(mut self) -> Self {
        if let Some(counted) = counted(&self.decisions) {
            let all = std::mem::take(&mut self.hand_overs);
            (self.hand_overs, self.late) = all
                .into_iter()
                .partition(|said| counted.contains(&said.hash));
        }
        self
    }

    /// The rules in force.
    pub(crate) const fn rules(&self) -> &Rules {
        self.history.rules()
    }

    /// What is in force.
    pub(crate) fn view(&self) -> View<'_> {
        view(
            self.hand_overs.iter().map(Arc::as_ref),
            &settlements(&self.decisions),
        )
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

/// A hand-over as it is under the rules in force. One that was made under them is shared, not copied.
pub(crate) fn carried(
    history: &History,
    said: &Arc<HandOver>,
    categories: &Categories,
) -> Result<Arc<HandOver>, Error> {
    if said.rules == history.hash() {
        return Ok(Arc::clone(said));
    }
    Ok(Arc::new(history.carry(HandOver::clone(said), categories)?))
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
