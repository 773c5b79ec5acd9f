use super::beside::{declarations, declared_in, noted_in, notes};
use super::conflict::Conflicts;
use super::own::Own;
use super::statement::statement;
use crate::Error;
use crate::api::common::count;
use crate::api::overview::{DeskOverview, LastHandOver, StageWork};
use crate::competition::about;
use crate::session::Desk;
use crate::time;
use judging::rules::Stage;
use judging::sheet::{Sheet, SheetState, missing_marks};
use judging::{CategoryCode, EntryCode};
use std::collections::BTreeMap;

/// A judge's working copy at a glance: what there is to mark, and what was handed over.
///
/// # Errors
/// That the file is damaged.
pub(crate) fn overview(desk: &mut Desk) -> Result<DeskOverview, Error> {
    let own = desk.own()?;
    let last_hand_over = last_hand_over(desk, &own)?;
    let said = Said {
        entries: store::entries::keys(desk)?
            .into_iter()
            .map(|entry| (entry.code, entry.category))
            .collect(),
        sheets: store::sheets::all(desk)?
            .into_iter()
            .map(|dated| dated.sheet)
            .collect(),
        conflicts: Conflicts::all(desk)?,
    };
    let stages = own.rules.judged_stages();
    Ok(DeskOverview {
        about: about(desk, &own.rules)?,
        judge: own.judge.code.to_string(),
        judge_name: own.judge.name.clone(),
        work: stages
            .map(|stage| said.work(&own, stage))
            .filter(|work| work.entries > 0)
            .collect(),
        last_hand_over,
    })
}

/// All entries of the working copy, and what the judge has said of them.
struct Said {
    entries: BTreeMap<EntryCode, CategoryCode>,
    sheets: Vec<Sheet>,
    conflicts: Conflicts,
}

impl Said {
    /// What there is to mark in one stage.
    fn work(&self, own: &Own, stage: &Stage) -> StageWork {
        let scope = &own.judge.scope;
        let assigned = |entry: &EntryCode| {
            let category = self.entries.get(entry);
            category.is_some_and(|category| scope.covers(stage, category, entry))
        };
        let is_done = |sheet: &Sheet| {
            sheet.state == SheetState::Final && missing_marks(stage, scope, sheet).is_empty()
        };
        let (mut done, mut begun) = (0, 0);
        for sheet in self.sheets.iter().filter(|sheet| sheet.stage == stage.code) {
            if !assigned(&sheet.entry) {
                continue;
            }
            if is_done(sheet) {
                done += 1;
            } else if !sheet.marks.is_empty() || !sheet.remark.is_empty() {
                begun += 1;
            }
        }
        let entries = self.entries.keys().filter(|entry| assigned(entry));
        let recused = entries
            .clone()
            .filter(|entry| self.conflicts.recused(&stage.code, entry));
        let (entries, recused) = (count(entries.count()), count(recused.count()));
        StageWork {
            stage: stage.code.to_string(),
            name: stage.name.clone(),
            deadline: stage.to.map(|day| day.to_string()),
            entries,
            done,
            begun,
            untouched: entries.saturating_sub(done + begun + recused),
            recused,
        }
    }
}

/// The last hand-over from this device, and whether it still says all that there is to say.
pub(super) fn last_hand_over(desk: &mut Desk, own: &Own) -> Result<Option<LastHandOver>, Error> {
    let Some(last) = desk.last_hand_over()? else {
        return Ok(None);
    };
    let now = statement(desk, own, last.made_at)?;
    let outdated = (now.rules, &now.sheets, &now.recusals, &now.visits)
        != (last.rules, &last.sheets, &last.recusals, &last.visits)
        || declared_in(desk, &last)? != declarations(desk)?
        || noted_in(desk, &last)?.notes != notes(desk, own)?;
    Ok(Some(LastHandOver {
        number: last.number,
        made_at: time::text(last.made_at),
        outdated,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::desk::Recuse;
    use crate::test_support::Machine;

    #[test]
    fn a_judge_sees_what_is_left_to_mark_and_whether_the_hand_over_is_outdated() {
        let machine = Machine::new(44);
        let chair = machine.competition();
        let session = machine.desk(&chair, "J1");
        let look = || session.desk(overview).unwrap();
        let counts = |seen: &DeskOverview| {
            let work = &seen.work[0];
            [
                work.entries,
                work.done,
                work.begun,
                work.untouched,
                work.recused,
            ]
        };
        let fresh = look();
        assert_eq!((fresh.judge.as_str(), fresh.work.len()), ("J1", 1));
        assert_eq!(counts(&fresh), [8, 0, 0, 8, 0]);
        assert_eq!(fresh.last_hand_over, None);

        machine.hand_over(&session, 2, "1.nilai");
        let handed_over = look();
        assert_eq!(counts(&handed_over), [8, 8, 0, 0, 0]);
        let last = handed_over.last_hand_over.unwrap();
        assert_eq!((last.number, last.outdated), (1, false));

        let stood_aside = Recuse {
            stage: "penilaian".into(),
            entry: "KEC-001".into(),
            reason: "keluarga".into(),
        };
        crate::desk::recuse(&session, stood_aside).unwrap();
        let then = look();
        assert_eq!(counts(&then), [8, 7, 0, 0, 1]);
        assert!(then.last_hand_over.unwrap().outdated);
    }
}
