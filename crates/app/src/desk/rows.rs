use super::conflict::Conflicts;
use super::own::Own;
use super::scoring::SheetScoring;
use crate::api::common::Nothing;
use crate::api::desk::{DeskRow, DeskStage, DeskState, DeskView};
use crate::session::Desk;
use crate::{Error, Session};
use judging::declaration::{ConflictKind, Declaration};
use judging::entry::Entry;
use judging::rules::{Criterion, Stage};
use judging::sheet::Sheet;
use judging::{EntryCode, StageCode};
use std::collections::BTreeMap;
use store::Contents;

/// All that this judge is to mark, with how far each sheet is.
///
/// # Errors
/// That this is no working copy, or the file is damaged.
pub fn desk(session: &Session, _: Nothing) -> Result<DeskView, Error> {
    session.desk(view)
}

/// All that the judge of this desk is to mark.
pub(super) fn view(desk: &mut Desk) -> Result<DeskView, Error> {
    let own = desk.own()?;
    let (stages, rows) = all_rows(desk, &own)?;
    Ok(DeskView {
        stages,
        rows,
        undoable: crate::op::now(desk)?,
    })
}

/// The stages in which this judge files sheets, and every sheet to file.
pub(super) fn all_rows(
    contents: &Contents,
    own: &Own,
) -> Result<(Vec<DeskStage>, Vec<DeskRow>), Error> {
    let said = Said::of(contents)?;
    let entries = own.entries(contents)?;
    let (mut stages, mut rows) = (Vec::new(), Vec::new());
    for stage in own.rules.judged_stages() {
        let scoring = SheetScoring::new(own, stage);
        let before = rows.len();
        let scope = &own.judge.scope;
        let covered = entries
            .iter()
            .filter(|entry| scope.covers(stage, &entry.category, &entry.code));
        rows.extend(covered.map(|entry| row(&scoring, &said, entry)));
        if rows.len() > before {
            stages.push(stage_of(own, &scoring));
        }
    }
    Ok((stages, rows))
}

/// What the judge has said so far: the sheets, and the conflicts declared.
pub(super) struct Said {
    pub sheets: BTreeMap<(StageCode, EntryCode), Sheet>,
    pub conflicts: Conflicts,
}

impl Said {
    fn of(contents: &Contents) -> Result<Self, Error> {
        let sheets = store::sheets::all(contents)?.into_iter().map(|dated| {
            let sheet = dated.sheet;
            ((sheet.stage.clone(), sheet.entry.clone()), sheet)
        });
        Ok(Self {
            sheets: sheets.collect(),
            conflicts: Conflicts::all(contents)?,
        })
    }

    /// What was said of one entry.
    pub fn of_entry(contents: &Contents, entry: &EntryCode) -> Result<Self, Error> {
        let mut said = Self::of(contents)?;
        said.sheets.retain(|(_, about), _| about == entry);
        Ok(said)
    }
}

pub(super) fn row(scoring: &SheetScoring<'_>, said: &Said, entry: &Entry) -> DeskRow {
    let key = (scoring.stage.code.clone(), entry.code.clone());
    row_of(
        scoring,
        entry,
        said.sheets.get(&key),
        said.conflicts.in_stage(&key.0, &key.1),
    )
}

/// One sheet at a glance.
pub(super) fn row_of(
    scoring: &SheetScoring<'_>,
    entry: &Entry,
    sheet: Option<&Sheet>,
    conflict: Option<&Declaration>,
) -> DeskRow {
    let empty = Sheet::empty(scoring.stage.code.clone(), entry.code.clone());
    let missing = scoring.missing(sheet.unwrap_or(&empty));
    let recused = conflict.is_some_and(|conflict| conflict.kind == ConflictKind::Actual);
    DeskRow {
        stage: scoring.stage.code.to_string(),
        entry: entry.code.to_string(),
        title: entry.registration.title.clone(),
        category: entry.category.to_string(),
        agency: entry.registration.agency.clone(),
        state: if recused {
            DeskState::Recused
        } else {
            scoring.state(sheet)
        },
        score: sheet
            .and_then(|sheet| scoring.score(sheet))
            .map(|score| scoring.shown(&score)),
        missing: if recused {
            Vec::new()
        } else {
            missing.into_iter().map(ToString::to_string).collect()
        },
        conflict: conflict.map(|conflict| conflict.kind.into()),
        shuffled: scoring.shuffled(&entry.code),
    }
}

fn stage_of(own: &Own, scoring: &SheetScoring<'_>) -> DeskStage {
    let stage = scoring.stage;
    DeskStage {
        code: stage.code.to_string(),
        name: stage.name.clone(),
        to: stage.to.map(|date| date.to_string()),
        highest: scoring.highest().map(|highest| scoring.shown(&highest)),
        criteria: stage
            .criteria
            .iter()
            .filter(|criterion| is_marked(own, stage, criterion))
            .map(crate::rules::criterion)
            .collect(),
    }
}

/// Whether this judge marks the criterion, or one under it.
fn is_marked(own: &Own, stage: &Stage, criterion: &Criterion) -> bool {
    match criterion.scale {
        Some(_) => own.judge.scope.marks(stage, &criterion.code),
        None => stage
            .children(Some(&criterion.code))
            .any(|child| is_marked(own, stage, child)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::desk::{Recuse, SheetAsked};
    use crate::test_support::Machine;
    use std::path::Path;

    #[test]
    fn a_sheet_is_untouched_then_begun_then_final_and_has_a_score_only_with_every_required_mark() {
        let machine = Machine::new(1);
        let chair = machine.competition();
        let judge = machine.desk(&chair, "J1");
        let table = machine.path("nilai.csv");
        let rest = ["relevansi", "kelayakan", "keberlanjutan", "kolaborasi"];
        let rest: String = rest
            .iter()
            .map(|code| format!("penilaian,KEC-002,{code},3,\n"))
            .collect();
        let csv = format!(
            "stage,entry,criterion,mark,remark\npenilaian,KEC-001,kebaruan,2,\n{rest}penilaian,KEC-002,kebaruan,3,\npenilaian,KEC-002,dokumentasi,1,\n"
        );
        std::fs::write(&table, csv).unwrap();
        crate::desk::mark(&judge, Path::new(&table), true).unwrap();
        let aside = Recuse {
            stage: "penilaian".into(),
            entry: "KEC-003".into(),
            reason: "unit kerja saya".into(),
        };
        crate::desk::recuse(&judge, aside).unwrap();

        let answer = desk(&judge, Nothing {}).unwrap();
        assert_eq!(answer.rows.len(), 8, "only the judge's own category");
        assert_eq!(answer.stages[0].highest.as_deref(), Some("63.00"));
        let row = |at: usize| {
            let row = &answer.rows[at];
            (row.state, row.score.as_deref(), row.missing.len())
        };
        assert_eq!(row(0), (DeskState::Begun, None, 5));
        assert_eq!(row(1), (DeskState::Final, Some("59.00"), 0));
        assert_eq!(row(2), (DeskState::Recused, None, 0));
        assert_eq!(row(3), (DeskState::Untouched, None, 6));

        let sheet = |entry: &str| {
            let asked = SheetAsked {
                stage: "penilaian".into(),
                entry: entry.into(),
            };
            crate::desk::sheet(&judge, asked)
        };
        let begun = sheet("KEC-001").unwrap();
        assert_eq!(begun.running.as_deref(), Some("10.00"));
        assert_eq!((begun.score, begun.exact), (None, None));
        let whole = sheet("KEC-002").unwrap();
        assert_eq!(whole.exact.as_deref(), Some("59"));
        assert_eq!(
            sheet("KEC-003").unwrap().recusal.as_deref(),
            Some("unit kerja saya")
        );
        assert_eq!(sheet("OPD-001").unwrap_err().code, "unknown-entry");
    }
}
