//! One file arrives: may it come in, and what is it to this competition?

use super::sort::Note;
use crate::api::merge::{MergeRow, Verdict};
use crate::case::{decisions_in, settlements};
use crate::rules::history;
use crate::{Error, Session, documents, keys};
use exchange::handover::Expected;
use exchange::keys::{EnrolmentSecret, Identity};
use judging::decision::counted;
use judging::entry::Categories;
use judging::panel::Judge;
use judging::revision::History;
use judging::{CompetitionId, Hash, JudgeCode};
use std::collections::BTreeMap;
use std::path::Path;
use store::Contents;
use store::hand_overs::Archived;

/// What the competition knows when files arrive.
pub(super) struct Gate<'a> {
    pub(super) contents: &'a Contents,
    pub(super) identity: Identity,
    pub(super) competition: CompetitionId,
    pub(super) judges: BTreeMap<JudgeCode, Judge>,
    pub(super) enrolments: Vec<(JudgeCode, EnrolmentSecret)>,
    pub(super) history: History,
    pub(super) entries: Categories,
    pub(super) settlements: Vec<judging::handover::Settlement>,
    /// Whether a result is published, so that what comes in now is late.
    pub(super) published: bool,
    /// All that is archived, and what this batch has let in so far.
    pub(super) known: Vec<Archived>,
    pub(super) let_in: BTreeMap<Hash, Vec<u8>>,
}

/// A hand-over that may come in.
pub(super) struct Arrival {
    pub archived: Archived,
    pub bytes: Vec<u8>,
    pub photos: Vec<Vec<u8>>,
}

impl<'a> Gate<'a> {
    /// Reads what is needed to judge files.
    pub fn of(session: &Session, contents: &'a Contents) -> Result<Self, Error> {
        let (decisions, _) = decisions_in(contents)?;
        let judges = store::judges::all(contents)?;
        let mut enrolments = Vec::new();
        for judge in &judges {
            let secret = store::judges::enrolment(contents, &judge.code)?;
            enrolments.extend(secret.map(|secret| (judge.code.clone(), EnrolmentSecret(secret.0))));
        }
        Ok(Self {
            enrolments,
            identity: keys::of_file(session, contents)?,
            competition: store::competition::birth(contents)?.id,
            judges: judges
                .into_iter()
                .map(|judge| (judge.code.clone(), judge))
                .collect(),
            history: history(contents, &decisions)?,
            entries: store::entries::keys(contents)?
                .into_iter()
                .map(|known| (known.code, known.category))
                .collect(),
            settlements: settlements(&decisions),
            published: counted(&decisions).is_some(),
            known: store::hand_overs::all(contents)?,
            let_in: BTreeMap::new(),
            contents,
        })
    }

    /// Looks at one file: the row to show, and the hand-over when it is to be archived.
    pub fn look(&mut self, path: &Path, received_at: i64) -> (MergeRow, Option<Arrival>) {
        let name = path.file_name().map_or_else(
            || path.display().to_string(),
            |name| name.to_string_lossy().into_owned(),
        );
        match self.admit(path, &name, received_at) {
            Ok((row, arrival)) => (row, arrival),
            Err(refused) => {
                let (error, judge, number) = *refused;
                let row = MergeRow {
                    file: name,
                    judge,
                    number,
                    verdict: Verdict::Refused,
                    sheets: 0,
                    changed: 0,
                    new_sheets: 0,
                    reports: 0,
                    changes: Vec::new(),
                    reason: Some(error.message),
                    code: Some(error.code),
                };
                (row, None)
            }
        }
    }

    fn admit(
        &mut self,
        path: &Path,
        name: &str,
        received_at: i64,
    ) -> Result<(MergeRow, Option<Arrival>), Refused> {
        let sealed = documents::read_small(path).map_err(unsaid)?;
        let bytes = exchange::handover::open(&sealed, &self.identity)
            .map_err(|error| unsaid(error.into()))?;
        let file = exchange::handover::read(&bytes).map_err(|error| unsaid(error.into()))?;
        let speaker = (
            Some(file.hand_over.judge.to_string()),
            Some(file.hand_over.number),
        );
        let said = |error: Error| Box::new((error, speaker.0.clone(), speaker.1));
        let expected = Expected {
            competition: self.competition,
            chair: self.identity.device(),
            enrolments: &self.enrolments,
        };
        file.check(&expected).map_err(|error| said(error.into()))?;
        self.fits(&file.hand_over).map_err(said)?;
        let (mut row, fresh) = self.sort(&file.hand_over).map_err(said)?;
        name.clone_into(&mut row.file);
        if !fresh {
            return Ok((row, None));
        }
        if self.published && row.reason.is_none() {
            row.reason = Some(Note::LATE.words.to_owned());
            row.code = Some(Note::LATE.code.to_owned());
        }
        let one = &file.hand_over;
        let archived = Archived {
            hash: one.hash,
            judge: one.judge.clone(),
            device: one.device,
            number: one.number,
            previous: one.previous,
            rules: one.rules,
            made_at: one.made_at,
            received_at,
            file_name: name.to_owned(),
            on_behalf: None,
        };
        self.known.push(archived.clone());
        self.let_in.insert(one.hash, bytes.clone());
        let photos = file
            .photos
            .iter()
            .map(|(_, bytes)| bytes.to_vec())
            .collect();
        Ok((
            row,
            Some(Arrival {
                archived,
                bytes: bytes.clone(),
                photos,
            }),
        ))
    }
}

/// A refusal, with who speaks and the number where they could be read.
type Refused = Box<(Error, Option<String>, Option<u32>)>;

fn unsaid(error: Error) -> Refused {
    Box::new((error, None, None))
}
