use super::*;
use crate::Refusal;
use crate::envelope::{Kind, Written, sign, verify};
use crate::keys::{EnrolmentSecret, Identity};
use crate::record::{bytes, encode, text};
use crate::sample::{attachments, borrowed, enrolment, hand_over, identity, judge};
use ciborium::Value;
use judging::declaration::{ConflictGround, Recusal};
use judging::handover::Statement;
use judging::sheet::{Mark, Sheet, SheetOrigin, SheetState};
use judging::{CompetitionId, EntryCode, Fixed, Hash, JudgeCode, StageCode};
use proptest::prelude::*;

const HERE: CompetitionId = CompetitionId([1; 32]);

fn written(said: &Statement) -> Written {
    let written = write(said, &enrolment(), identity(0).device(), &identity(1)).unwrap();
    Written {
        signed: attach(&written.signed, &borrowed(&attachments())).unwrap(),
        ..written
    }
}

/// The hand-over with its payload changed by one who can sign it: the judge, or a newer program.
fn altered(
    said: &Statement,
    signer: &Identity,
    change: impl FnOnce(&mut Vec<(Value, Value)>),
) -> Vec<u8> {
    let written = written(said);
    let signed = verify(&written.signed, Kind::HandOver).unwrap();
    let Value::Map(mut fields) = ciborium::from_reader(signed.payload).unwrap() else {
        panic!("not a map")
    };
    change(&mut fields);
    *field(&mut fields, "device") = bytes(signer.device().0);
    let payload = encode(&Value::Map(fields));
    sign(Kind::HandOver, &payload, &borrowed(&attachments()), signer).signed
}

fn field<'a>(fields: &'a mut [(Value, Value)], key: &str) -> &'a mut Value {
    &mut fields
        .iter_mut()
        .find(|(k, _)| k.as_text() == Some(key))
        .unwrap()
        .1
}

fn enrolled() -> [(JudgeCode, EnrolmentSecret); 1] {
    [(judge(), enrolment())]
}

fn expected(enrolments: &[(JudgeCode, EnrolmentSecret)]) -> Expected<'_> {
    Expected {
        competition: HERE,
        chair: identity(0).device(),
        enrolments,
    }
}

#[test]
fn it_gives_back_what_was_said() {
    let said = hand_over(7);
    let Written { hash, signed } = written(&said);
    let file = read(&signed).unwrap();
    assert_eq!(file.hand_over, said.signed(hash, identity(1).device()));
    assert_eq!(file.unknown, [""; 0]);
    assert_eq!(file.check(&expected(&enrolled())), Ok(()));
}

#[test]
fn only_the_chair_opens_what_is_sealed_to_the_chair() {
    let signed = written(&hand_over(3)).signed;
    let sealed = seal(&signed, &identity(0).recipient()).unwrap();
    assert_eq!(open(&sealed, &identity(0)), Ok(signed));
    assert_eq!(open(&sealed, &identity(2)), Err(Refusal::SealedToAnother));
}

#[test]
fn the_same_statement_is_the_same_file() {
    let mut said = hand_over(7);
    let first = written(&said);
    said.sheets.reverse();
    assert_eq!(written(&said), first);
}

#[test]
fn another_competition_or_chair_is_refused() {
    let signed = written(&hand_over(1)).signed;
    let file = read(&signed).unwrap();
    let there = CompetitionId([2; 32]);
    let elsewhere = Refusal::OtherCompetition {
        expected: there,
        found: HERE,
    };
    let enrolments = enrolled();
    let expected = expected(&enrolments);
    assert_eq!(
        file.check(&Expected {
            competition: there,
            ..expected
        }),
        Err(elsewhere)
    );
    let chair = identity(5).device();
    assert_eq!(
        file.check(&Expected { chair, ..expected }),
        Err(Refusal::OtherChair)
    );
}

#[test]
fn a_device_is_enrolled_by_any_packet_of_its_judge_and_by_no_other() {
    let signed = written(&hand_over(1)).signed;
    let file = read(&signed).unwrap();
    let other = EnrolmentSecret([0; 32]);
    let replaced = [(judge(), other.clone()), (judge(), enrolment())];
    assert_eq!(file.check(&expected(&replaced)), Ok(()));
    let refusal = Err(Refusal::WrongEnrolment(judge()));
    assert_eq!(file.check(&expected(&[(judge(), other)])), refusal);
    let refusal = Err(Refusal::UnknownJudge(judge()));
    assert_eq!(
        file.check(&expected(&[("J2".parse().unwrap(), enrolment())])),
        refusal
    );
}

#[test]
fn a_copied_enrolment_is_refused() {
    let copied = altered(&hand_over(1), &identity(2), |_| {});
    let file = read(&copied).unwrap();
    assert_eq!(
        file.check(&expected(&enrolled())),
        Err(Refusal::WrongEnrolment(judge()))
    );
}

#[test]
fn a_judge_cannot_speak_as_another() {
    let as_other = altered(&hand_over(1), &identity(1), |fields| {
        *field(fields, "judge") = text("J2");
    });
    let file = read(&as_other).unwrap();
    let other = || "J2".parse().unwrap();
    let enrolments = [(judge(), enrolment()), (other(), EnrolmentSecret([2; 32]))];
    assert_eq!(
        file.check(&expected(&enrolments)),
        Err(Refusal::WrongEnrolment(other()))
    );
}

#[test]
fn a_field_of_a_later_version_passes_byte_for_byte_and_is_named() {
    let signed = altered(&hand_over(2), &identity(1), |fields| {
        fields.push((text("mood"), text("baik")));
        let Value::Array(stages) = field(fields, "stages") else {
            panic!()
        };
        let Value::Map(stage) = &mut stages[0] else {
            panic!()
        };
        let Value::Array(sheets) = field(stage, "sheets") else {
            panic!()
        };
        let Value::Array(sheet) = &mut sheets[1] else {
            panic!()
        };
        sheet.push(text("?"));
    });
    let sealed = seal(&signed, &identity(0).recipient()).unwrap();
    let opened = open(&sealed, &identity(0)).unwrap();
    assert_eq!(opened, signed);
    let file = read(&opened).unwrap();
    assert_eq!(file.unknown, ["stages[0].sheets[1][7]", "mood"]);
    assert_eq!(
        file.hand_over.sheets,
        read(&written(&hand_over(2)).signed)
            .unwrap()
            .hand_over
            .sheets
    );
}

#[track_caller]
fn check(change: impl FnOnce(&mut Vec<(Value, Value)>), expected: &str) {
    let signed = altered(&hand_over(2), &identity(1), change);
    assert_eq!(read(&signed).unwrap_err().to_string(), expected);
}

#[test]
fn a_statement_of_the_wrong_form_is_refused_with_its_place() {
    let number = "number 1 has no hand-over before it, every other number names the one before";
    check(
        |f| *field(f, "number") = 0.into(),
        &format!("number: {number}"),
    );
    check(
        |f| *field(f, "number") = 1.into(),
        &format!("number: {number}"),
    );
    check(
        |f| *field(f, "previous") = Value::Null,
        &format!("number: {number}"),
    );
    check(
        |f| *field(f, "judge") = text("../J1"),
        "judge: “../J1” may not contain “.”: letters, digits, “-”, “_” and “.” may, beginning with a letter or digit",
    );
    fn sheet(fields: &mut [(Value, Value)]) -> &mut Vec<Value> {
        let Value::Array(stages) = field(fields, "stages") else {
            panic!()
        };
        let Value::Map(stage) = &mut stages[0] else {
            panic!()
        };
        let Value::Array(sheets) = field(stage, "sheets") else {
            panic!()
        };
        let Value::Array(sheet) = &mut sheets[1] else {
            panic!()
        };
        sheet
    }
    let place = "stages[0].sheets[1]";
    check(
        |f| sheet(f)[0] = text("OPD-001"),
        "stages: OPD-001 in penilaian is spoken of twice",
    );
    check(
        |f| sheet(f)[1] = 1.into(),
        &format!("{place}: must say true for final or false for draft"),
    );
    check(
        |f| sheet(f)[2] = Value::Array(vec![]),
        &format!("{place}: has 0 marks for 6 criteria"),
    );
    check(
        |f| sheet(f).truncate(6),
        &format!("{place}: has too few items"),
    );
    let mark = |value: Value| {
        move |f: &mut Vec<(Value, Value)>| {
            let Value::Array(marks) = &mut sheet(f)[2] else {
                panic!()
            };
            marks[0] = value;
        }
    };
    check(
        mark(text("1e3")),
        &format!("{place}: dokumentasi: “1e3” is not a decimal number"),
    );
    check(
        mark(3.into()),
        &format!("{place}: the mark for dokumentasi must be a decimal written as text"),
    );
    check(
        |f| sheet(f)[5] = 2.into(),
        "stages: OPD-002 in penilaian names a packet that is not there",
    );
    check(
        |f| sheet(f)[5] = text("0"),
        &format!("{place}: the packet must be a whole number from 0 or null"),
    );
    check(
        |f| sheet(f)[6] = 0.into(),
        "stages: OPD-002 in penilaian was finished at place 0, but they count from 1",
    );
    check(
        |f| sheet(f)[6] = 1.into(),
        "stages: OPD-002 in penilaian was finished at the same place as another",
    );
    let mut said = hand_over(1);
    said.recusals[0].entry = "OPD-001".parse().unwrap();
    let written = write(&said, &enrolment(), identity(0).device(), &identity(1));
    assert_eq!(
        written.unwrap_err().to_string(),
        "recusals: OPD-001 in penilaian is spoken of twice"
    );
}

/// Sheets and recusals of distinct entries with any marks and any text.
fn any_statement() -> impl Strategy<Value = Statement> {
    let mark = (-10_i64.pow(13)..=10_i64.pow(13), ".{0,12}");
    let sheet = (
        any::<bool>(),
        prop::collection::btree_map("[a-e]", mark, 0..5),
        ".{0,20}",
    );
    let ground = prop::sample::select(ConflictGround::ALL);
    let origin = (0_u32..2, any::<bool>());
    let said = prop::collection::vec((any::<bool>(), "[pq]", sheet, ground, origin), 0..12);
    said.prop_map(|said| {
        let mut statement = Statement {
            recusals: vec![],
            ..hand_over(0)
        };
        for (n, said) in (1..).zip(said) {
            let (recused, stage, (is_final, marks, remark), ground, (packet, finished)) = said;
            let (stage, entry) = (
                stage.parse::<StageCode>().unwrap(),
                format!("E-{n}").parse::<EntryCode>().unwrap(),
            );
            if recused {
                statement.recusals.push(Recusal {
                    stage,
                    entry,
                    ground,
                });
                continue;
            }
            let origin = SheetOrigin {
                packet: Some(packet),
                finished: finished.then_some(n),
            };
            statement
                .origins
                .insert((stage.clone(), entry.clone()), origin);
            let mark = |(value, remark)| Mark {
                value: Fixed::from_ten_thousandths(value).unwrap(),
                remark,
            };
            let marks = marks
                .into_iter()
                .map(|(code, given)| (code.parse().unwrap(), mark(given)));
            let state = if is_final {
                SheetState::Final
            } else {
                SheetState::Draft
            };
            statement.sheets.push(Sheet {
                stage,
                entry,
                state,
                marks: marks.collect(),
                remark,
            });
        }
        statement
            .sheets
            .sort_by(|a, b| (&a.stage, &a.entry).cmp(&(&b.stage, &b.entry)));
        statement
    })
}

proptest! {
    #[test]
    fn whatever_is_said_reads_back(said in any_statement()) {
        let Written { hash, signed } = written(&said);
        let file = read(&signed).unwrap();
        prop_assert_eq!(file.hand_over, said.signed(hash, identity(1).device()));
    }

    #[test]
    fn any_flipped_bit_and_any_cut_of_a_sealed_file_is_refused(part: prop::sample::Index, bit in 0_u32..8) {
        let mut sealed = seal(&written(&hand_over(2)).signed, &identity(0).recipient()).unwrap();
        let place = part.index(sealed.len());
        prop_assert!(open(&sealed[..place], &identity(0)).is_err());
        sealed[place] ^= 1_u8 << bit;
        let refused = open(&sealed, &identity(0)).unwrap_err();
        prop_assert!(refused != Refusal::SealedToAnother, "damage is not taken for another's file");
    }

    #[test]
    fn any_change_inside_is_refused_and_none_makes_it_panic(part: prop::sample::Index, bit in 0_u32..8) {
        let written = written(&hand_over(2));
        let place = part.index(written.signed.len());
        let mut signed = written.signed.clone();
        signed[place] ^= 1_u8 << bit;
        prop_assert!(read(&signed).is_err());
        // and by one who can sign anything: refused or understood, never a panic
        let mut payload = verify(&written.signed, Kind::HandOver).unwrap().payload.to_vec();
        let place = part.index(payload.len());
        payload[place] ^= 1_u8 << bit;
        let _ = read(&sign(Kind::HandOver, &payload, &borrowed(&attachments()), &identity(1)).signed);
    }
}

#[test]
fn lists_that_promise_more_than_is_there_are_refused() {
    for bomb in [
        &b"\x9b\x7f\xff\xff\xff\xff\xff\xff\xff"[..],
        b"\xbb\x7f\xff\xff\xff\xff\xff\xff\xff",
        b"\x5b\x7f\xff\xff\xff\xff\xff\xff\xff",
        &[0x81; 100_000],
    ] {
        let signed = sign(Kind::HandOver, bomb, &[], &identity(1)).signed;
        assert!(matches!(read(&signed), Err(Refusal::Malformed { .. })));
    }
}

#[test]
fn the_name_is_the_hash_of_the_payload() {
    let written = written(&hand_over(1));
    let payload = verify(&written.signed, Kind::HandOver).unwrap().payload;
    assert_eq!(written.hash, Hash(*blake3::hash(payload).as_bytes()));
}

#[test]
fn a_payload_that_another_key_signed_is_refused() {
    let written = written(&hand_over(1));
    let payload = verify(&written.signed, Kind::HandOver).unwrap().payload;
    let stolen = sign(Kind::HandOver, payload, &[], &identity(2)).signed;
    let refused = read(&stolen).unwrap_err().to_string();
    assert_eq!(refused, "device: is not the key that signed the file");
}
