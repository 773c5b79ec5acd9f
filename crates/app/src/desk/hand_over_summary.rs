use super::beside::notes;
use super::overview::last_hand_over;
use super::own::Own;
use super::rows::all_rows;
use super::statement::statement;
use super::summary_changes::{Before, sheets};
use crate::api::common::Nothing;
use crate::api::common::count;
use crate::api::desk::{DeskRow, DeskState};
use crate::api::summary::{HandOverSummary, SummaryRow};
use crate::session::Desk;
use crate::{Error, Session, keys, time};
use judging::declaration::ConflictKind;
use std::collections::BTreeSet;

/// What the next hand-over says: how far each sheet is, what is missing, and what has changed since the last one.
///
/// # Errors
/// That this is no working copy, or the file is damaged.
pub fn hand_over_summary(session: &Session, _: Nothing) -> Result<HandOverSummary, Error> {
    session.desk(|desk| {
        let own = desk.own()?;
        let device = keys::of_file(session, desk)?.device();
        summary(desk, &own, device, session.host().now())
    })
}

/// The same for a device and time.
pub(super) fn summary(
    desk: &mut Desk,
    own: &Own,
    device: judging::DeviceId,
    now: i64,
) -> Result<HandOverSummary, Error> {
    let handed_over = desk.last_hand_over()?;
    let before = handed_over.as_deref().map(Before::of);
    let last = last_hand_over(desk, own)?;
    let said = statement(desk, own, now)?;
    let (_, rows) = all_rows(desk, own)?;
    let (begun, now_said) = (begun_stages(&rows), sheets(&said.sheets));
    let rows: Vec<SummaryRow> = rows
        .into_iter()
        .filter(|row| begun.contains(&row.stage))
        .map(|row| SummaryRow {
            change: before
                .as_ref()
                .and_then(|before| before.change(&row, &now_said)),
            stage: row.stage,
            entry: row.entry,
            title: row.title,
            state: row.state,
            missing: row.missing,
            conflict: row.conflict,
        })
        .collect();
    let with = |wanted: &dyn Fn(&&SummaryRow) -> bool| count(rows.iter().filter(wanted).count());
    let state = |state: DeskState| with(&|row| row.state == state);
    let (drafts, untouched) = (state(DeskState::Begun), state(DeskState::Untouched));
    Ok(HandOverSummary {
        judge: own.judge.code.to_string(),
        number: said.number,
        file_name: format!(
            "{}-{}-{}.nilai",
            own.judge.code,
            said.number,
            time::day(now)
        ),
        fingerprint: keys::words(device),
        finals: state(DeskState::Final),
        drafts,
        untouched,
        missing: with(&|row| row.state == DeskState::Begun && !row.missing.is_empty()),
        recused: state(DeskState::Recused),
        declared: with(&|row| {
            row.conflict
                .is_some_and(|kind| kind.0 == ConflictKind::Potential)
        }),
        declared_at: store::declarations::finished_at(desk)?.map(time::text),
        notes: count(notes(desk, own)?.len()),
        visits: count(said.visits.len()),
        changed: with(&|row| row.change.is_some()),
        why_needed: drafts + untouched > 0,
        last,
        rows,
    })
}

/// The stages in which something was said; where nothing was, the first one.
fn begun_stages(rows: &[DeskRow]) -> BTreeSet<String> {
    let touched = rows.iter().filter(|row| row.state != DeskState::Untouched);
    let begun: BTreeSet<String> = touched.map(|row| row.stage.clone()).collect();
    if begun.is_empty() {
        rows.first()
            .map(|row| row.stage.clone())
            .into_iter()
            .collect()
    } else {
        begun
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::declaration::{ConflictGround, Declare};
    use crate::api::desk::{HandOverAsked, SetMark, SheetAsked};
    use crate::desk::{declare, hand_over, reopen, set_mark};
    use crate::test_support::Machine;

    fn mark(entry: &str, mark: &str) -> SetMark {
        SetMark {
            stage: "penilaian".into(),
            entry: entry.into(),
            criterion: "kebaruan".into(),
            mark: mark.into(),
            remark: None,
            typing: false,
        }
    }

    fn look(judge: &Session) -> HandOverSummary {
        hand_over_summary(judge, Nothing {}).unwrap()
    }

    #[test]
    fn what_is_not_final_needs_a_reason_and_is_counted() {
        let machine = Machine::new(71);
        let chair = machine.competition();
        let judge = machine.desk(&chair, "J1");
        assert_eq!((look(&judge).untouched, look(&judge).why_needed), (8, true));
        set_mark(&judge, mark("KEC-001", "2")).unwrap();
        let seen = look(&judge);
        assert_eq!((seen.drafts, seen.missing, seen.untouched), (1, 1, 7));
        assert_eq!(seen.rows[0].missing.len(), 5);
        assert_eq!(seen.rows[0].change, None, "nothing was handed over yet");
        let asked = |why: Option<&str>| HandOverAsked {
            out: machine.path("1.nilai"),
            why: why.map(Into::into),
            ..Default::default()
        };
        let refused = hand_over(&judge, asked(Some("  "))).unwrap_err();
        assert_eq!(refused.code, "why-needed");
        assert_eq!(refused.params["untouched"], "7");
        let handed = hand_over(&judge, asked(Some("sakit"))).unwrap();
        assert_eq!(handed.fingerprint, look(&judge).fingerprint);
    }

    #[test]
    fn after_a_hand_over_it_says_what_changed_and_how_the_next_file_is_called() {
        let machine = Machine::new(72);
        let chair = machine.competition();
        let judge = machine.desk(&chair, "J1");
        machine.hand_over(&judge, 2, "1.nilai");
        let same = look(&judge);
        assert_eq!((same.finals, same.changed, same.why_needed), (8, 0, false));
        assert_eq!(same.number, 2);
        assert!(same.file_name.starts_with("J1-2-2023-11-1"), "{same:?}");

        let sheet = SheetAsked {
            stage: "penilaian".into(),
            entry: "KEC-001".into(),
        };
        reopen(&judge, sheet).unwrap();
        set_mark(&judge, mark("KEC-001", "3")).unwrap();
        let conflict = |entry: &str, kind: ConflictKind| Declare {
            entry: entry.into(),
            kind: kind.into(),
            ground: ConflictGround::Family.into(),
            text: String::new(),
        };
        declare(&judge, conflict("KEC-002", ConflictKind::Actual)).unwrap();
        declare(&judge, conflict("KEC-003", ConflictKind::Potential)).unwrap();
        let seen = look(&judge);
        assert_eq!((seen.changed, seen.recused, seen.declared), (2, 1, 1));
        let change = seen.rows[0].change.as_ref().unwrap();
        assert_eq!(change.state_before, DeskState::Final);
        let mark = &change.marks[..];
        assert_eq!(mark.len(), 1);
        assert_eq!(
            (mark[0].before.as_deref(), mark[0].after.as_deref()),
            (Some("2"), Some("3"))
        );
        let recused = seen.rows[1].change.as_ref().unwrap();
        assert_eq!(
            (recused.state_before, recused.marks.len()),
            (DeskState::Final, 6)
        );
    }
}
