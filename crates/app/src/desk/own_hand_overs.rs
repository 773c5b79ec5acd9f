use super::rows::all_rows;
use super::statement::statement;
use super::summary_changes::{Before, sheets};
use crate::api::common::{Nothing, count};
use crate::api::desk::{DeskRow, DeskState};
use crate::api::own_hand_over::{
    HandedMark, HandedSheet, OwnHandOver, OwnHandOverAsked, OwnHandOverRow, OwnHandOvers,
};
use crate::api::summary::SheetChange;
use crate::messages::message_of;
use crate::{Error, Session, time};
use judging::handover::HandOver;
use judging::sheet::{Sheet, SheetState};
use store::handed_over::HandedOver;

/// Everything that was handed over from this device, the last one first.
///
/// # Errors
/// That this is no working copy, or the file is damaged.
pub fn own_hand_overs(session: &Session, _: Nothing) -> Result<OwnHandOvers, Error> {
    session.desk(|desk| {
        let kept = store::handed_over::all(desk)?;
        let rows = kept
            .iter()
            .rev()
            .map(|handed_over| Ok(row(&read(handed_over)?)));
        Ok(OwnHandOvers {
            rows: rows.collect::<Result<_, Error>>()?,
        })
    })
}

/// What one of them says, and what is different now.
///
/// # Errors
/// That there is none of that number, or as [`own_hand_overs`].
pub fn own_hand_over(session: &Session, asked: OwnHandOverAsked) -> Result<OwnHandOver, Error> {
    session.desk(|desk| {
        let kept = store::handed_over::all(desk)?;
        let kept = kept
            .iter()
            .find(|handed_over| handed_over.number == asked.number);
        let said = read(kept.ok_or_else(|| Error::unknown("hand-over", asked.number))?)?;
        let own = desk.own()?;
        let now = statement(desk, &own, said.made_at)?;
        let (now, before) = (sheets(&now.sheets), Before::of(&said));
        let (_, rows) = all_rows(desk, &own)?;
        let handed = |row: DeskRow| {
            let state = before.state(&row);
            let change = before.change(&row, &now);
            (state != DeskState::Untouched || change.is_some())
                .then(|| handed_sheet(&row, before.sheet(&row), state, change))
        };
        Ok(OwnHandOver {
            row: row(&said),
            message: message_of(desk, &said)?,
            sheets: rows.into_iter().filter_map(handed).collect(),
        })
    })
}

fn read(kept: &HandedOver) -> Result<HandOver, Error> {
    Ok(exchange::handover::read(&kept.bytes)?.hand_over)
}

fn row(said: &HandOver) -> OwnHandOverRow {
    let state = |state: SheetState| {
        let sheets = said.sheets.iter();
        count(sheets.filter(|sheet| sheet.state == state).count())
    };
    OwnHandOverRow {
        number: said.number,
        hand_over: said.hash.to_string(),
        made_at: time::text(said.made_at),
        finals: state(SheetState::Final),
        drafts: state(SheetState::Draft),
        recusals: count(said.recusals.len()),
    }
}

fn handed_sheet(
    row: &DeskRow,
    sheet: Option<&Sheet>,
    state: DeskState,
    change: Option<SheetChange>,
) -> HandedSheet {
    let marks = sheet.into_iter().flat_map(|sheet| &sheet.marks);
    HandedSheet {
        stage: row.stage.clone(),
        entry: row.entry.clone(),
        title: row.title.clone(),
        state,
        marks: marks
            .map(|(code, mark)| HandedMark {
                criterion: code.to_string(),
                mark: mark.value.to_string(),
                remark: mark.remark.clone(),
            })
            .collect(),
        remark: sheet.map_or_else(String::new, |sheet| sheet.remark.clone()),
        change,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::declaration::{ConflictGround, ConflictKind, Declare};
    use crate::api::desk::{SetMark, SheetAsked};
    use crate::desk::{declare, reopen, set_mark};
    use crate::test_support::Machine;

    #[test]
    fn a_judge_reads_what_was_handed_over_and_what_is_different_now() {
        let machine = Machine::new(83);
        let chair = machine.competition();
        let judge = machine.desk(&chair, "J1");
        let potential = Declare {
            entry: "KEC-002".into(),
            kind: ConflictKind::Potential.into(),
            ground: ConflictGround::Family.into(),
            text: "sepupu".into(),
        };
        declare(&judge, potential).unwrap();
        machine.hand_over(&judge, 2, "1.nilai");
        machine.hand_over(&judge, 3, "2.nilai");
        let listed = own_hand_overs(&judge, Nothing {}).unwrap().rows;
        let numbers: Vec<u32> = listed.iter().map(|row| row.number).collect();
        assert_eq!((numbers, listed[1].finals), (vec![2, 1], 8));

        let read = |number| own_hand_over(&judge, OwnHandOverAsked { number }).unwrap();
        let first = read(1);
        assert_eq!(first.message.declared[0].conflict.text, "sepupu");
        assert_eq!(first.sheets.len(), 8);
        let sheet = &first.sheets[0];
        assert_eq!(
            (sheet.state, sheet.marks[0].mark.as_str()),
            (DeskState::Final, "2")
        );
        let change = sheet.change.as_ref().unwrap();
        assert_eq!(change.marks[0].after.as_deref(), Some("3"));
        assert!(read(2).sheets.iter().all(|sheet| sheet.change.is_none()));

        let of = SheetAsked {
            stage: "penilaian".into(),
            entry: "KEC-001".into(),
        };
        reopen(&judge, of).unwrap();
        let mark = SetMark {
            stage: "penilaian".into(),
            entry: "KEC-001".into(),
            criterion: "kebaruan".into(),
            mark: "1".into(),
            remark: None,
            typing: false,
        };
        set_mark(&judge, mark).unwrap();
        let second = read(2);
        let changed = second.sheets.iter().filter(|sheet| sheet.change.is_some());
        assert_eq!(changed.count(), 1);
        let none = own_hand_over(&judge, OwnHandOverAsked { number: 9 }).unwrap_err();
        assert_eq!(none.code, "unknown-hand-over");
    }
}
