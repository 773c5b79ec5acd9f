//! What the competition knows while a batch of files is looked at.

use crate::session::Chair;
use crate::{Error, Session, keys};
use exchange::keys::{EnrolmentSecret, Identity};
use judging::case::Case;
use judging::decision::counted;
use judging::decision::settlements;
use judging::entry::{Categories, categories};
use judging::handover::{HandOver, Settlement};
use judging::panel::Judge;
use judging::{CompetitionId, JudgeCode};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the competition knows, and which hand-overs are here: archived ones and those of this batch so far.
pub(super) struct Known {
    pub identity: Identity,
    pub competition: CompetitionId,
    pub enrolments: Vec<(JudgeCode, EnrolmentSecret)>,
    pub judges: BTreeMap<JudgeCode, Judge>,
    pub entries: Categories,
    pub settlements: Vec<Settlement>,
    /// Whether a result is published, so that what comes in now is late.
    pub published: bool,
    /// The hand-overs that are here, as they are under the rules in force.
    pub hand_overs: Vec<Arc<HandOver>>,
    pub case: Arc<Case>,
}

impl Known {
    /// What is known before the first file.
    ///
    /// # Errors
    /// `no-keys`, or that the competition file is damaged.
    pub fn of(session: &Session, chair: &mut Chair) -> Result<Self, Error> {
        let case = chair.case()?;
        let mut enrolments = Vec::new();
        for judge in &case.judges {
            let secret = store::judges::enrolment(chair, &judge.code)?;
            enrolments.extend(secret.map(|secret| (judge.code.clone(), EnrolmentSecret(secret.0))));
        }
        let judges = case.judges.iter();
        Ok(Self {
            identity: keys::of_file(session, chair)?,
            competition: store::competition::birth(chair)?.id,
            enrolments,
            judges: judges
                .map(|judge| (judge.code.clone(), judge.clone()))
                .collect(),
            entries: categories(&case.entries),
            settlements: settlements(&case.decisions),
            published: counted(&case.decisions).is_some(),
            hand_overs: case.hand_overs.iter().chain(&case.late).cloned().collect(),
            case,
        })
    }

    /// A hand-over as it is under the rules in force.
    ///
    /// # Errors
    /// `unknown-rules`.
    pub fn carried(&self, said: &HandOver) -> Result<Arc<HandOver>, Error> {
        let said = Arc::new(said.clone());
        Ok(self.case.history.carry_shared(&said, &self.entries)?)
    }
}
