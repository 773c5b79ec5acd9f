//! What the competition knows while a batch of files is looked at. Of the archive, only what was said before by the judges
//! whose files arrive is read and verified: one file more does not cost reading them all. Of one judge at a time, so that a
//! large batch needs no more memory than its files.

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

/// A hand-over that may come in, or one that is here and now brings attachments that were missing.
pub(super) struct Arrival {
    /// Whether the hand-over itself is new here.
    pub is_new: bool,
    pub archived: Archived,
    pub bytes: Vec<u8>,
    /// The attachments in the file that are not here yet, salt and all.
    pub attachments: Vec<Vec<u8>>,
}

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
    /// What this batch brought so far.
    arrivals: Vec<Arrival>,
    /// The judge whose file was looked at last, with all that this judge said so far, as it is under the rules in force.
    said: Option<(JudgeCode, Vec<Arc<HandOver>>)>,
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
            arrivals: Vec::new(),
            said: None,
            chair,
        })
    }

    /// The competition file.
    pub fn contents(&self) -> &Contents {
        self.chair
    }

    /// All that this judge said so far, archived or in this batch, as it is under the rules in force.
    ///
    /// # Errors
    /// `file-damaged` and the like when an archived hand-over does not hold.
    pub fn said_by(&mut self, judge: &JudgeCode) -> Result<Vec<Arc<HandOver>>, Error> {
        if let Some((of, said)) = &self.said
            && of == judge
        {
            return Ok(said.clone());
        }
        let mut said = Vec::new();
        for archived in &self.archived {
            if archived.judge == *judge {
                let read = self.chair.hand_over(archived.hash);
                let read = read.map_err(|error| error.in_file(self.chair.path()))?;
                said.push(self.history.carry_shared(&read, &self.entries)?);
            }
        }
        for arrival in &self.arrivals {
            if arrival.is_new && arrival.archived.judge == *judge {
                let file = exchange::handover::read(&arrival.bytes)?;
                said.push(self.carried(&file.hand_over)?);
            }
        }
        self.said = Some((judge.clone(), said.clone()));
        Ok(said)
    }

    /// Takes a file into this batch. What it says counts for the next file of its judge.
    pub fn take(&mut self, arrival: Arrival, carried: Arc<HandOver>) {
        if arrival.is_new
            && let Some((of, said)) = &mut self.said
            && *of == arrival.archived.judge
        {
            said.push(carried);
        }
        self.arrivals.push(arrival);
    }

    /// What this batch brought.
    pub fn into_arrivals(self) -> Vec<Arrival> {
        self.arrivals
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
