use super::add::{checked_scope, name_of};
use super::office::office_of;
use crate::api::common::Nothing;
use crate::api::panel::{Judges, NewJudge};
use crate::op::{Assignment, Change, OfficeChanged, Op, transact};
use crate::{Error, Session};
use judging::panel::Judge;
use store::judges::Office;

/// Gives a member of the panel another name, assignment or office; the code tells which, and stays. A packet that was made before still
/// says what it said: the judge needs a new one for another assignment.
///
/// # Errors
/// `unknown-judge`, `no-name`, or that the assignment names what the rules or entries do not have.
pub fn edit(session: &Session, asked: NewJudge) -> Result<Judges, Error> {
    session.chair(|chair| {
        let before = store::judges::all(chair)?
            .into_iter()
            .find(|known| known.code.as_str() == asked.code);
        let before = before.ok_or_else(|| Error::unknown("judge", &asked.code))?;
        let after = Judge {
            code: before.code.clone(),
            name: name_of(&asked)?,
            scope: checked_scope(chair, &asked)?,
        };
        let known = store::judges::offices(chair)?;
        let known = known.get(&before.code).cloned().unwrap_or_default();
        let office = office_of(&asked, &known)?;
        transact(session, chair, |write| {
            if after == before && office == known {
                return Ok(Change::Nothing(()));
            }
            store::judges::update(write, &after)?;
            store::judges::set_office(write, &after.code, &office)?;
            let changed = (office != known).then(|| OfficeChanged {
                office_before: shown(&known),
                office_after: shown(&office),
            });
            Ok(Change::Done {
                answer: (),
                op: Op::EditJudge {
                    judge: after.code.to_string(),
                    before: Assignment::of(&before),
                    after: Assignment::of(&after),
                    office: changed,
                },
            })
        })
    })?;
    super::list(session, Nothing {})
}

/// `Kepala Bidang, BRIDA, NIP 1975…`.
fn shown(office: &Office) -> String {
    let nip = match office.nip.as_str() {
        "" => String::new(),
        nip => format!("NIP {nip}"),
    };
    let parts = [office.post.clone(), office.institution.clone(), nip];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::Machine;

    fn asked(name: &str, categories: &[&str]) -> NewJudge {
        NewJudge {
            code: "J1".into(),
            name: name.into(),
            categories: categories.iter().map(ToString::to_string).collect(),
            ..NewJudge::default()
        }
    }

    #[test]
    fn an_edited_judge_is_taken_back_whole_and_one_with_a_packet_needs_another() {
        let machine = Machine::new(81);
        let chair = machine.competition();
        crate::panel::add(&chair, asked("Sri", &[])).unwrap();
        let row = |judges: Judges| judges.rows.into_iter().next().unwrap();
        let edited = row(edit(&chair, asked("Dr. Sri", &["KEC"])).unwrap());
        assert_eq!(
            (edited.name.as_str(), edited.categories.as_slice()),
            ("Dr. Sri", &["KEC".to_owned()][..])
        );
        crate::op::undo(&chair, Nothing {}).unwrap();
        let back = row(crate::panel::list(&chair, Nothing {}).unwrap());
        assert_eq!((back.name.as_str(), back.categories.len()), ("Sri", 0));
        crate::op::redo(&chair, Nothing {}).unwrap();

        let out = machine.path("J1.paket");
        let judge = "J1".into();
        crate::panel::packet(&chair, crate::api::panel::PacketAsked { judge, out }).unwrap();
        let unchanged = row(edit(&chair, asked("Dr. Sri", &["KEC"])).unwrap());
        assert!(!unchanged.packet_is_old);
        let wider = row(edit(&chair, asked("Dr. Sri", &["KEC", "OPD"])).unwrap());
        assert!(wider.packet_is_old);
        let code = |asked| edit(&chair, asked).unwrap_err().code;
        assert_eq!(code(asked(" ", &[])), "no-name");
        assert_eq!(code(asked("Sri", &["XX"])), "unknown-category");
    }
}
