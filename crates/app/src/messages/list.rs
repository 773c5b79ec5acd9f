use super::read::message_of;
use crate::api::message::{JudgeMessage, Message, Messages, MessagesAsked};
use crate::session::Chair;
use crate::{Error, Session, time};
use judging::handover::heads;
use std::sync::Arc;

/// What judges tell the chair beside their marks: conflicts of interest, notes, why something is not final. Of each device
/// the last hand-over speaks, be it late.
///
/// # Errors
/// That nothing is open, it is not the chair's file, or it is damaged.
pub fn messages(session: &Session, asked: MessagesAsked) -> Result<Messages, Error> {
    session.chair(|chair| {
        let about = |row: JudgeMessage| match &asked.entry {
            Some(entry) => JudgeMessage {
                message: row.message.about(entry),
                ..row
            },
            None => row,
        };
        let rows = all_messages(chair)?.into_iter().map(about);
        Ok(Messages {
            rows: rows.filter(|row| !row.message.is_empty()).collect(),
        })
    })
}

/// What every judge tells, by judge and number.
///
/// # Errors
/// That the file is damaged.
pub(crate) fn all_messages(chair: &mut Chair) -> Result<Vec<JudgeMessage>, Error> {
    let case = chair.case()?;
    let all = case.hand_overs.iter().chain(&case.late).map(Arc::as_ref);
    let mut rows = Vec::new();
    for head in heads(all) {
        let message: Message = message_of(chair, head)?;
        let judge = case.judges.iter().find(|judge| judge.code == head.judge);
        rows.push(JudgeMessage {
            judge: head.judge.to_string(),
            name: judge.map_or_else(String::new, |judge| judge.name.clone()),
            number: head.number,
            hand_over: head.hash.to_string(),
            made_at: time::text(head.made_at),
            message,
        });
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::declaration::{ConflictGround, ConflictKind, Declare};
    use crate::api::desk::{HandOverAsked, SetNote};
    use crate::api::documents::{AttachmentKind, ExportAsked};
    use crate::api::handover::Files;
    use crate::desk::{declare, finish_declaration, hand_over, set_note};
    use crate::handover::{inspect, merge};
    use crate::test_support::Machine;

    fn declaring(judge: &Session, entry: &str, kind: ConflictKind, text: &str) {
        let declared = Declare {
            entry: entry.into(),
            kind: kind.into(),
            ground: ConflictGround::Family.into(),
            text: text.into(),
        };
        declare(judge, declared).unwrap();
    }

    fn noting(judge: &Session, entry: &str, text: &str, hand_over: bool) {
        let note = SetNote {
            stage: "penilaian".into(),
            entry: entry.into(),
            text: Some(text.into()),
            hand_over: Some(hand_over),
            typing: false,
        };
        set_note(judge, note).unwrap();
    }

    fn handed(machine: &Machine, judge: &Session, name: &str) -> Files {
        let out = machine.path(name);
        let asked = HandOverAsked {
            out: out.clone(),
            why: Some("sakit tiga hari".into()),
            ..Default::default()
        };
        hand_over(judge, asked).unwrap();
        Files { files: vec![out] }
    }

    #[test]
    fn declarations_notes_and_the_reason_reach_the_chair_and_no_result_pack() {
        let machine = Machine::new(81);
        let chair = machine.competition();
        let judge = machine.desk(&chair, "J1");
        finish_declaration(&judge, crate::api::common::Nothing {}).unwrap();
        declaring(&judge, "KEC-001", ConflictKind::Actual, "adik ipar saya");
        declaring(&judge, "KEC-002", ConflictKind::Potential, "teman sekolah");
        noting(&judge, "KEC-003", "tanya dampaknya", true);
        noting(&judge, "KEC-004", "hanya untuk saya", false);
        let files = handed(&machine, &judge, "1.nilai");
        let looked = inspect(&chair, files.clone()).unwrap();
        let told = looked.rows[0].message.clone().unwrap();
        assert_eq!(told.why.as_deref(), Some("sakit tiga hari"));
        assert_eq!(told.stated_at.as_deref(), Some("2023-11-14T22:13:20Z"));
        let texts: Vec<&str> = told
            .declared
            .iter()
            .map(|row| row.conflict.text.as_str())
            .collect();
        assert_eq!(texts, ["adik ipar saya", "teman sekolah"]);
        let notes: Vec<&str> = told.notes.iter().map(|row| row.text.as_str()).collect();
        assert_eq!(notes, ["tanya dampaknya"], "the other note stays private");
        merge(&chair, files).unwrap();

        let all = messages(&chair, MessagesAsked::default()).unwrap();
        assert_eq!(all.rows[0].message, told);
        let entry = |code: &str| {
            let entry = Some(code.to_owned());
            messages(&chair, MessagesAsked { entry }).unwrap().rows
        };
        assert_eq!(entry("KEC-003")[0].message.notes.len(), 1);
        assert_eq!(entry("KEC-002")[0].message.declared.len(), 1);
        assert_eq!(entry("KEC-004"), []);

        let pack = |with: &[AttachmentKind]| {
            let asked = ExportAsked {
                pack: Some(machine.path("lomba.hasil")),
                with: with.iter().map(|&kind| kind.into()).collect(),
                ..Default::default()
            };
            crate::documents::export(&chair, asked).unwrap();
            std::fs::read(machine.path("lomba.hasil")).unwrap()
        };
        let holds = |pack: &[u8], text: &str| {
            let mut places = pack.windows(text.len());
            places.any(|place| place == text.as_bytes())
        };
        let bare = pack(&[]);
        for text in ["adik ipar", "teman sekolah", "tanya", "sakit", "untuk saya"] {
            assert!(!holds(&bare, text), "{text}");
        }
        let with = pack(&[AttachmentKind::Declarations]);
        assert!(holds(&with, "adik ipar") && !holds(&with, "tanya"));
        assert!(holds(&pack(&[AttachmentKind::Notes]), "tanya dampaknya"));
    }

    #[test]
    fn what_was_declared_changes_with_the_next_hand_over_and_the_journal_holds_none_of_it() {
        let machine = Machine::new(82);
        let chair = machine.competition();
        let judge = machine.desk(&chair, "J1");
        declaring(&judge, "KEC-001", ConflictKind::Potential, "tetangga");
        merge(&chair, handed(&machine, &judge, "1.nilai")).unwrap();
        let entry = crate::api::declaration::DeclaredEntry {
            entry: "KEC-001".into(),
        };
        crate::desk::take_back_declaration(&judge, entry).unwrap();
        declaring(&judge, "KEC-002", ConflictKind::Potential, "paman");
        merge(&chair, handed(&machine, &judge, "2.nilai")).unwrap();
        let rows = messages(&chair, MessagesAsked::default()).unwrap().rows;
        assert_eq!((rows.len(), rows[0].number), (1, 2));
        let declared = &rows[0].message.declared;
        assert_eq!((declared.len(), declared[0].entry.as_str()), (1, "KEC-002"));
        let asked = crate::api::audit::JournalAsked {
            search: Some("paman".into()),
            ..Default::default()
        };
        let told = crate::audit::journal(&chair, asked).unwrap();
        assert_eq!(told.rows.len(), 0);
    }
}
