use crate::api::common::Nothing;
use crate::api::handover::{ConflictMark, ConflictRow, ConflictSide, Conflicts, SideState};
use crate::{Error, Session, keys, time};
use judging::CriterionCode;
use judging::case::Case;
use judging::handover::{Candidate, HandOver, Key, Said};
use judging::sheet::SheetState;
use std::sync::Arc;

/// Statements that differ and that the chair has not settled, with both sides.
///
/// # Errors
/// That nothing is open, or the file is damaged.
pub fn conflicts(session: &Session, _: Nothing) -> Result<Conflicts, Error> {
    session.chair(|chair| {
        let case = chair.case()?;
        let view = case.view();
        let rows = view.conflicts().map(|(key, sides)| row(&case, key, sides));
        Ok(Conflicts {
            rows: rows.collect::<Result<_, _>>()?,
        })
    })
}

fn row(case: &Case, key: &Key, candidates: &[Candidate<'_>]) -> Result<ConflictRow, Error> {
    let title = case.entries.iter().find(|entry| entry.code == key.entry);
    let leaves: Vec<CriterionCode> = case
        .rules()
        .stage(&key.stage)
        .map(|stage| stage.leaves().map(|leaf| leaf.code.clone()).collect())
        .unwrap_or_default();
    let differs = |code: &CriterionCode| {
        let mut marks = candidates
            .iter()
            .map(|candidate| mark(&candidate.said, code));
        let first = marks.next();
        marks.any(|mark| Some(mark) != first)
    };
    let side = |candidate: &Candidate<'_>| {
        let hand_over = said_in(case, key, candidate)?;
        Ok(ConflictSide {
            hand_over: hand_over.hash.to_string(),
            number: hand_over.number,
            device: keys::words(hand_over.device),
            made_at: time::text(hand_over.made_at),
            state: state(&candidate.said),
            marks: leaves
                .iter()
                .map(|code| ConflictMark {
                    criterion: code.to_string(),
                    mark: mark(&candidate.said, code),
                    differs: differs(code),
                })
                .collect(),
            remark: match &candidate.said {
                Said::Sheet(sheet) => sheet.remark.clone(),
                Said::Recused(_) => String::new(),
            },
        })
    };
    Ok(ConflictRow {
        judge: key.judge.to_string(),
        stage: key.stage.to_string(),
        entry: key.entry.to_string(),
        title: title.map_or_else(String::new, |entry| entry.registration.title.clone()),
        sides: candidates.iter().map(side).collect::<Result<_, Error>>()?,
    })
}

/// The hand-over by which a side of a conflict is named.
fn said_in<'a>(case: &'a Case, key: &Key, side: &Candidate<'_>) -> Result<&'a HandOver, Error> {
    let named = side.hand_overs.first();
    let found = named.and_then(|hash| {
        case.hand_overs
            .iter()
            .find(|hand_over| hand_over.hash == *hash)
    });
    found.map(Arc::as_ref).ok_or_else(|| {
        let Key {
            judge,
            stage,
            entry,
        } = key;
        let message = format!(
            "{judge} says different things of {entry} in stage {stage}, in a hand-over that is not here"
        );
        Error::new("file-damaged", message)
    })
}

fn mark(said: &Said<'_>, code: &CriterionCode) -> String {
    match said {
        Said::Sheet(sheet) => sheet
            .marks
            .get(code)
            .map_or_else(|| "–".to_owned(), |mark| mark.value.to_string()),
        Said::Recused(_) => "–".to_owned(),
    }
}

/// What one head says of one thing, for showing beside another.
const fn state(said: &Said<'_>) -> SideState {
    match said {
        Said::Sheet(sheet) => match sheet.state {
            SheetState::Final => SideState::Final,
            SheetState::Draft => SideState::Draft,
        },
        Said::Recused(_) => SideState::Recused,
    }
}
