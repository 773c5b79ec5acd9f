//! What the competition knows while a batch of files is looked at. Of the archive, only what was said before by the judges
//! whose files arrive is read and verified: one file more does not cost reading them all.

use crate::case::decisions_in;
use crate::rules::history;
use crate::session::Chair;
use crate::{Error, Session, keys};
use exchange::keys::{EnrolmentSecret, Identity};
use judging::decision::{counted, settlements};
use judging::entry::Categories;
use judging::handover::{HandOver, Settlement};
use judging::panel::Judge;
use judging::revision::History;
use judging::{CompetitionId, Hash, JudgeCode};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::Contents;
use store::hand_overs::Archived;

/// What the competition knows, and what the judges of this batch said before.
pub(super) struct Known<'a> {
    pub identity: Arc<Identity>,
    pub competition: CompetitionId,
    pub enrolments: Vec<(JudgeCode, EnrolmentSecret)>,
    pub judges: BTreeMap<JudgeCode, Judge>,
    pub entries: Categories,
    pub history: History,
    pub settlements: Vec<Settlement>,
    /// Names of the attachments that are here or came with this batch.
    pub attachments: BTreeSet<Hash>,
    /// Whether a result is published, so that what comes in now is late.
    pub published: bool,
    chair: &'a mut Chair,
    archived: Vec<Archived>,
    /// By judge, as it is under the rules in force: what is archived, and what this batch brought so far.
    said: BTreeMap<JudgeCode, Vec<Arc<HandOver>>>,
}

impl<'a> Known<'a> {
    /// What is known before the first file.
    ///
    /// # Errors
    /// `no-keys`, or that the competition file is damaged.
    pub fn of(session: &Session, chair: &'a mut Chair) -> Result<Self, Error> {
        let (decisions, _) = decisions_in(chair)?;
        let judges = store::judges::all(chair)?;
        let mut enrolments = Vec::new();
        for judge in &judges {
            let secret = store::judges::enrolment(chair, &judge.code)?;
            enrolments.extend(secret.map(|secret| (judge.code.clone(), EnrolmentSecret(secret.0))));
        }
        let judges = judges.into_iter().map(|judge| (judge.code.clone(), judge));
        Ok(Self {
            identity: keys::of_file(session, chair)?,
            competition: store::competition::birth(chair)?.id,
            enrolments,
            judges: judges.collect(),
            entries: store::entries::categories(chair)?,
            history: history(chair, &decisions)?,
            settlements: settlements(&decisions),
            attachments: store::attachments::names(chair)?,
            published: counted(&decisions).is_some(),
            archived: store::hand_overs::all(chair)?,
            said: BTreeMap::new(),
            chair,
        })
    }

    /// The competition file.
    pub fn contents(&self) -> &Contents {
        self.chair
    }

    /// All that this judge said so far, as it is under the rules in force.
    ///
    /// # Errors
    /// `file-damaged` and the like when an archived hand-over does not hold.
    pub fn said_by(&mut self, judge: &JudgeCode) -> Result<&mut Vec<Arc<HandOver>>, Error> {
        use std::collections::btree_map::Entry;
        match self.said.entry(judge.clone()) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(place) => {
                let mut said = Vec::new();
                for archived in self
                    .archived
                    .iter()
                    .filter(|archived| archived.judge == *judge)
                {
                    let read = self.chair.hand_over(archived.hash);
                    let read = read.map_err(|error| error.in_file(self.chair.path()))?;
                    said.push(self.history.carry_shared(&read, &self.entries)?);
                }
                Ok(place.insert(said))
            }
        }
    }

    /// A hand-over as it is under the rules in force.
    ///
    /// # Errors
    /// `unknown-rules`.
    pub fn carried(&self, said: &HandOver) -> Result<Arc<HandOver>, Error> {
        let said = Arc::new(said.clone());
        Ok(self.history.carry_shared(&said, &self.entries)?)
    }
}
