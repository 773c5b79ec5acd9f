//! One file arrives: may it come in, and what is it to this competition?

use crate::api::merge::{MergeRow, Verdict};
use crate::case::{decisions_in, settlements};
use crate::competition::count;
use crate::{Error, Session, documents, keys};
use exchange::handover::Expected;
use exchange::keys::{EnrolmentSecret, Identity};
use judging::decision::counted;
use judging::handover::{HandOver, Said, heads, view};
use judging::panel::Judge;
use judging::rules::Rules;
use judging::sheet::{Sheet, SheetState, check_mark};
use judging::{CompetitionId, CriterionCode, EntryCode, Hash, JudgeCode, StageCode};
use std::collections::BTreeMap;
use std::path::Path;
use store::Contents;
use store::hand_overs::Archived;

/// What is said of a hand-over that comes after the result was published.
const LATE: &str = "the result is published: it counts when the chair accepts it late";

/// How many changed marks are told.
const TOLD: usize = 20;

/// What the competition knows when files arrive.
pub(super) struct Gate<'a> {
    contents: &'a Contents,
    identity: Identity,
    competition: CompetitionId,
    judges: BTreeMap<JudgeCode, Judge>,
    enrolments: Vec<(JudgeCode, EnrolmentSecret)>,
    rules: BTreeMap<Hash, Rules>,
    entries: BTreeMap<EntryCode, judging::CategoryCode>,
    settlements: Vec<judging::handover::Settlement>,
    /// Whether a result is published, so that what comes in now is late.
    published: bool,
    /// All that is archived, and what this batch has let in so far.
    known: Vec<Archived>,
    let_in: BTreeMap<Hash, Vec<u8>>,
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
        let mut rules = BTreeMap::new();
        for revision in store::rules::all(contents)? {
            rules.insert(revision.hash, exchange::rules::read(&revision.text)?);
        }
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
            rules,
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
            Err((error, judge, number)) => {
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
        let said = |error: Error| (error, speaker.0.clone(), speaker.1);
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
            row.reason = Some(LATE.to_owned());
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

    /// Whether every sheet, recusal and report speaks of what the rules and entries have.
    fn fits(&self, one: &HandOver) -> Result<(), Error> {
        let rules = self.rules.get(&one.rules).ok_or_else(|| {
            Error::new(
                "unknown-rules",
                "it was made under rules that this competition never had",
            )
            .with("rules", one.rules)
        })?;
        let judge = self
            .judges
            .get(&one.judge)
            .ok_or_else(|| Error::unknown("judge", &one.judge))?;
        let about = |stage: &StageCode, entry: &EntryCode| {
            let stage = rules
                .stage(stage)
                .ok_or_else(|| Error::unknown("stage", stage))?;
            let category = self
                .entries
                .get(entry)
                .ok_or_else(|| Error::unknown("entry", entry))?;
            Ok::<_, Error>((stage, category.clone()))
        };
        for sheet in &one.sheets {
            let (stage, category) = about(&sheet.stage, &sheet.entry)?;
            if !judge.scope.covers(stage, &category, &sheet.entry) {
                return Err(Error::new(
                    "not-assigned",
                    format!(
                        "{} in stage {} is not among what {} judges",
                        sheet.entry, sheet.stage, one.judge
                    ),
                )
                .with("entry", &sheet.entry)
                .with("stage", &sheet.stage));
            }
            for (criterion, mark) in &sheet.marks {
                check_mark(stage, &judge.scope, criterion, mark.value).map_err(|error| {
                    Error::new(
                        "bad-mark",
                        format!("{} in stage {}: {error}", sheet.entry, sheet.stage),
                    )
                    .with("entry", &sheet.entry)
                })?;
            }
        }
        for recusal in &one.recusals {
            about(&recusal.stage, &recusal.entry)?;
        }
        for report in &one.reports {
            about(&report.stage, &report.entry)?;
        }
        Ok(())
    }

    /// What the hand-over is to those that are here, and whether it is not here yet.
    fn sort(&self, one: &HandOver) -> Result<(MergeRow, bool), Error> {
        let of_judge: Vec<&Archived> = self
            .known
            .iter()
            .filter(|known| known.judge == one.judge)
            .collect();
        let here = of_judge.iter().any(|known| known.hash == one.hash);
        let mut outlines: Vec<HandOver> = of_judge.iter().map(|known| outline(known)).collect();
        let before = self.last_of(&heads(&outlines), one)?;
        if !here {
            outlines.push(HandOver {
                sheets: Vec::new(),
                recusals: Vec::new(),
                reports: Vec::new(),
                ..one.clone()
            });
        }
        let standing = heads(&outlines);
        let is_head = standing.iter().any(|head| head.hash == one.hash);
        let forked = standing
            .iter()
            .filter(|head| head.device == one.device)
            .count()
            > 1;
        let differs = is_head && self.differs(&standing, one)?;
        let first = !of_judge
            .iter()
            .any(|known| known.device == one.device && known.hash != one.hash);
        let (verdict, reason) = if here {
            (Verdict::Same, None)
        } else if is_head && forked {
            (
                Verdict::Conflict,
                Some(
                    "the same device has said something else under this number or before it: a copied laptop or a restored backup?",
                ),
            )
        } else if differs {
            (
                Verdict::Conflict,
                Some("another device of this judge gives other marks"),
            )
        } else if !is_head {
            (
                Verdict::Older,
                Some("a later hand-over of this device is here already; kept in the archive"),
            )
        } else if first {
            (Verdict::New, None)
        } else {
            (Verdict::Newer, None)
        };
        let changes = before
            .as_ref()
            .map(|before| changes(before, one))
            .unwrap_or_default();
        let finals = |one: &HandOver| {
            one.sheets
                .iter()
                .filter(|sheet| sheet.state == SheetState::Final)
                .count()
        };
        let row = MergeRow {
            file: String::new(),
            judge: Some(one.judge.to_string()),
            number: Some(one.number),
            verdict,
            sheets: count(finals(one)),
            changed: if here { 0 } else { count(changes.len()) },
            new_sheets: if here {
                0
            } else {
                count(finals(one).saturating_sub(before.as_ref().map_or(0, finals)))
            },
            reports: count(one.reports.len()),
            changes: changes.into_iter().take(TOLD).collect(),
            reason: reason.map(str::to_owned),
            code: None,
        };
        Ok((row, !here))
    }

    /// What the same device said last before this one.
    fn last_of(&self, heads: &[&HandOver], one: &HandOver) -> Result<Option<HandOver>, Error> {
        let last = heads
            .iter()
            .filter(|head| head.device == one.device && head.number < one.number)
            .max_by_key(|head| head.number);
        last.map(|head| self.whole(head.hash)).transpose()
    }

    /// Whether heads of this judge differ on something that this hand-over says.
    fn differs(&self, standing: &[&HandOver], one: &HandOver) -> Result<bool, Error> {
        if standing.len() < 2 {
            return Ok(false);
        }
        let mut whole = vec![one.clone()];
        for head in standing.iter().filter(|head| head.hash != one.hash) {
            whole.push(self.whole(head.hash)?);
        }
        let view = view(&whole, &self.settlements);
        Ok(view
            .conflicts()
            .any(|(_, sides)| sides.iter().any(|side| side.hand_overs.contains(&one.hash))))
    }

    fn whole(&self, hash: Hash) -> Result<HandOver, Error> {
        Ok(match self.let_in.get(&hash) {
            Some(bytes) => exchange::handover::read(bytes)?.hand_over,
            None => {
                exchange::handover::read(&store::hand_overs::bytes(self.contents, hash)?)?.hand_over
            }
        })
    }
}

/// A refusal, with who speaks and the number where they could be read.
type Refused = (Error, Option<String>, Option<u32>);

fn unsaid(error: Error) -> Refused {
    (error, None, None)
}

/// What is known of an archived hand-over without reading its bytes.
fn outline(known: &Archived) -> HandOver {
    HandOver {
        hash: known.hash,
        competition: CompetitionId([0; 32]),
        rules: known.rules,
        judge: known.judge.clone(),
        device: known.device,
        number: known.number,
        previous: known.previous,
        made_at: known.made_at,
        sheets: Vec::new(),
        recusals: Vec::new(),
        reports: Vec::new(),
    }
}

/// The marks that differ between two hand-overs: "OPD-007 dampak: 80 → 85".
fn changes(before: &HandOver, after: &HandOver) -> Vec<String> {
    let old: BTreeMap<(&StageCode, &EntryCode), &Sheet> = before
        .sheets
        .iter()
        .map(|sheet| ((&sheet.stage, &sheet.entry), sheet))
        .collect();
    let mut changes = Vec::new();
    for sheet in &after.sheets {
        let Some(old) = old.get(&(&sheet.stage, &sheet.entry)) else {
            continue;
        };
        let said = |sheet: &Sheet, code: &CriterionCode| {
            sheet
                .marks
                .get(code)
                .map_or_else(|| "–".to_owned(), |mark| mark.value.to_string())
        };
        let codes: std::collections::BTreeSet<_> =
            old.marks.keys().chain(sheet.marks.keys()).collect();
        for code in codes {
            let (before, after) = (said(old, code), said(sheet, code));
            if before != after {
                changes.push(format!("{} {code}: {before} → {after}", sheet.entry));
            }
        }
    }
    changes
}

/// What one head says of one thing, for showing beside another.
pub(super) fn state(said: &Said<'_>) -> &'static str {
    match said {
        Said::Sheet(sheet) if sheet.state == SheetState::Final => "final",
        Said::Sheet(_) => "draft",
        Said::Recused(_) => "recused",
    }
}
