use super::preview::{shown, text};
use super::proposed::ProposedChange;
use crate::api::rules::{ChangeRules, RulesChange};
use crate::op::{Change, Op, RulesChanged, transact};
use crate::{Error, Session, keys};
use judging::decision::Act;

/// Changes the rules by a signed decision, which says of every criterion what becomes of the marks given so far. Those marks
/// stay archived as they were given; undoing the decision gives them all back.
///
/// # Errors
/// No reason; rules that do not hold (each flaw with its line), that are in force already, or that lack a category with
/// entries; `carry-open` while it is not chosen what becomes of the marks of a criterion whose scale is another one.
pub fn change(session: &Session, asked: ChangeRules) -> Result<RulesChange, Error> {
    let reason = crate::decisions::reason(&asked.reason)?;
    let text = text(&asked.rules)?;
    session.chair(|chair| {
        let proposed = ProposedChange::of(chair, &text, &asked.rules.marks)?;
        if let Some(open) = proposed.leaves.iter().find(|leaf| leaf.is_open()) {
            let code = open.code().map(ToString::to_string).unwrap_or_default();
            let name = format!("{}/{code}", open.stage);
            let message = format!("it is not chosen what becomes of the marks of {name}");
            return Err(Error::new("carry-open", message)
                .with("criterion", name)
                .hint("Rescale them, or have them given again."));
        }
        let shown = shown(&proposed)?;
        let identity = keys::of_file(session, chair)?;
        let at = session.host().now();
        transact(session, chair, |write| {
            let act = Act::ChangeRules(proposed.change.clone());
            let (number, hash) = crate::decisions::file(write, &identity, at, reason, act)?;
            let revision = store::rules::set(write, &proposed.text, at)?;
            let op = Op::ChangeRules(RulesChanged {
                revision,
                decision: number,
                from: shown.from.clone(),
                to: shown.to.clone(),
                reason: reason.to_owned(),
                hash,
                differences: shown.differences.clone(),
                marks: super::chosen(&proposed.change),
                again: shown.effects.again,
            });
            Ok(Change::Done { answer: shown, op })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::common::{File, Nothing};
    use crate::api::decisions::{Act as ChairAct, NewDecision};
    use crate::api::desk::OpenPacket;
    use crate::api::documents::ExportAsked;
    use crate::api::handover::Files;
    use crate::api::handover::{JudgeState, MergeNote};
    use crate::api::panel::PacketAsked;
    use crate::api::rules::{Carry, CarryChoice, RulesAsked};
    use crate::api::standings::StandingsAsked;
    use crate::api::word::Word;
    use crate::test_support::Machine;
    use std::sync::Arc;
    use std::sync::atomic::Ordering;

    const LEVELS: &str = "levels = [\n  { value = 1, label = \"Modifikasi kecil\" },\n  { value = 2, label = \"Adaptasi bermakna\" },\n  { value = 3, label = \"Benar-benar baru\" },\n]";

    /// A chair with one judge's marks, all of 2: 42 points an entry.
    fn judged(number: u8) -> (Arc<Machine>, Session, Session) {
        let machine = Machine::new(number);
        let chair = machine.competition();
        let desk = machine.desk(&chair, "J1");
        merge(&chair, machine.hand_over(&desk, 2, "1.nilai"));
        assert_eq!(score(&chair).as_deref(), Some("42.00"));
        (machine, chair, desk)
    }

    fn merge(chair: &Session, file: String) {
        crate::handover::merge(chair, Files { files: vec![file] }).unwrap();
    }

    fn score(chair: &Session) -> Option<String> {
        let asked = StandingsAsked {
            category: Some("KEC".into()),
            ..Default::default()
        };
        let rows = crate::standings::standings(chair, asked).unwrap().rows;
        rows.into_iter().next()?.score
    }

    /// The rules in force with something in them replaced.
    fn replaced(chair: &Session, from: &str, to: &str) -> String {
        let toml = crate::rules::rules(chair, Nothing {}).unwrap().toml;
        assert!(toml.contains(from), "{toml}");
        toml.replacen(from, to, 1)
    }

    fn asked(toml: &str, carry: Option<Carry>) -> RulesAsked {
        let choice = |carry| CarryChoice {
            stage: "penilaian".into(),
            criterion: "kebaruan".into(),
            carry: Word(carry),
        };
        RulesAsked {
            toml: Some(toml.to_owned()),
            file: None,
            marks: carry.map(choice).into_iter().collect(),
        }
    }

    fn change_to(chair: &Session, rules: RulesAsked) -> Result<RulesChange, Error> {
        let reason = "rapat pleno".to_owned();
        change(chair, ChangeRules { rules, reason })
    }

    fn code<T: std::fmt::Debug>(outcome: Result<T, Error>) -> String {
        outcome.unwrap_err().code
    }

    #[test]
    fn another_weight_keeps_every_mark_and_moves_the_scores() {
        let (_machine, chair, _) = judged(21);
        let toml = replaced(&chair, "weight = 5", "weight = 6");
        let changed = change_to(&chair, asked(&toml, None)).unwrap();
        assert_eq!((changed.effects.sheets, changed.effects.again), (8, 0));
        assert_eq!(changed.effects.moved.len(), 8);
        assert_eq!(
            changed.effects.moved[0].before.score.as_deref(),
            Some("42.00")
        );
        assert_eq!(score(&chair).as_deref(), Some("44.00"));
    }

    #[test]
    fn marks_on_another_scale_wait_for_the_chairs_choice() {
        let (_machine, chair, _) = judged(22);
        let toml = replaced(&chair, LEVELS, "scale = { min = 0, max = 10, step = 1 }");
        let shown = crate::rules::preview(&chair, asked(&toml, None)).unwrap();
        let open: Vec<_> = shown
            .criteria
            .iter()
            .filter(|criterion| criterion.open)
            .collect();
        assert_eq!(open.len(), 1);
        assert_eq!((open[0].criterion.as_str(), open[0].marks), ("kebaruan", 8));
        assert_eq!(open[0].examples[0].rescaled.as_deref(), Some("5"));
        assert_eq!(code(change_to(&chair, asked(&toml, None))), "carry-open");
        assert_eq!(
            code(change_to(&chair, asked(&toml, Some(Carry::Keep)))),
            "cannot-keep"
        );
        assert_eq!(score(&chair).as_deref(), Some("42.00"), "nothing changed");
        change_to(&chair, asked(&toml, Some(Carry::Rescale))).unwrap();
        assert_eq!(score(&chair).as_deref(), Some("57.00"));
    }

    #[test]
    fn a_change_undone_gives_every_mark_back_and_an_auditor_recomputes_both() {
        let (machine, chair, _) = judged(23);
        let recomputed = |name: &str| {
            let pack = machine.path(name);
            let asked = ExportAsked {
                pack: Some(pack.clone()),
                ..Default::default()
            };
            crate::documents::export(&chair, asked).unwrap();
            crate::audit::recompute(&machine.session(), File { file: pack }).unwrap()
        };
        let toml = replaced(&chair, LEVELS, "scale = { min = 0, max = 10, step = 1 }");
        change_to(&chair, asked(&toml, Some(Carry::Rescale))).unwrap();
        assert!(recomputed("1.hasil").equal);
        let decisions = crate::decisions::list(&chair, Nothing {}).unwrap();
        let act = ChairAct::Undo {
            decision: decisions.rows[0].hash.clone(),
        };
        let reason = "keliru".to_owned();
        crate::decisions::decide(&chair, NewDecision { act, reason }).unwrap();
        assert_eq!(score(&chair).as_deref(), Some("42.00"));
        assert!(recomputed("2.hasil").equal);
        let rules = crate::rules::rules(&chair, Nothing {}).unwrap();
        assert_eq!(rules.revision, 3);
    }

    #[test]
    fn an_earlier_change_is_undone_only_after_the_later_one() {
        let (_machine, chair, _) = judged(24);
        for weight in ["weight = 6", "weight = 7"] {
            let toml = replaced(&chair, "weight = 5", weight);
            change_to(&chair, asked(&toml, None)).unwrap();
        }
        let decisions = crate::decisions::list(&chair, Nothing {}).unwrap();
        let undo = |row: usize| {
            let act = ChairAct::Undo {
                decision: decisions.rows[row].hash.clone(),
            };
            let reason = "keliru".to_owned();
            crate::decisions::decide(&chair, NewDecision { act, reason })
        };
        assert_eq!(code(undo(1)), "later-change");
        undo(0).unwrap();
        undo(1).unwrap();
        assert_eq!(score(&chair).as_deref(), Some("42.00"));
    }

    #[test]
    fn what_is_to_be_scored_again_is_owed_until_the_judge_opens_the_new_packet_and_marks() {
        let (machine, chair, desk) = judged(25);
        let toml = replaced(&chair, LEVELS, "scale = { min = 0, max = 10, step = 1 }");
        let changed = change_to(&chair, asked(&toml, Some(Carry::Again))).unwrap();
        assert_eq!(changed.effects.again, 8);
        assert_eq!(changed.effects.judges[0].again, 8);
        assert_eq!(score(&chair), None, "an entry without a mark is not ranked");
        let board = crate::handover::progress(&chair, Nothing {}).unwrap();
        assert_eq!(board.rows[0].state, JudgeState::StaleRules);
        assert!(board.reminder.contains("paket yang baru"));

        let packet = machine.path("J1-baru.paket");
        let asked = PacketAsked {
            judge: "J1".into(),
            out: packet.clone(),
        };
        let made = crate::panel::packet(&chair, asked).unwrap();
        let open = OpenPacket {
            packet,
            passphrase: made.passphrase,
            out: machine.path("J1.timbang"),
        };
        let renewed = crate::desk::open_packet(&desk, open.clone())
            .unwrap()
            .renewed;
        let renewed = renewed.unwrap();
        assert_eq!(
            (renewed.rules_changed, renewed.again, renewed.kept),
            (true, 8, 40)
        );
        assert_eq!(code(crate::desk::open_packet(&desk, open)), "opened-before");

        merge(&chair, machine.hand_over(&desk, 3, "2.nilai"));
        assert_eq!(score(&chair).as_deref(), Some("63.00"));
        let board = crate::handover::progress(&chair, Nothing {}).unwrap();
        assert_eq!(board.rows[0].state, JudgeState::Complete);
        assert_eq!(
            crate::handover::conflicts(&chair, Nothing {}).unwrap().rows,
            []
        );
    }

    #[test]
    fn an_older_packet_or_another_judges_does_not_change_a_working_copy() {
        let (machine, chair, desk) = judged(28);
        machine.desk(&chair, "J2");
        let packet = |judge: &str, name: &str| {
            machine.now.fetch_add(60, Ordering::Relaxed);
            let (judge, out) = (judge.to_owned(), machine.path(name));
            let packet = out.clone();
            let made = crate::panel::packet(&chair, PacketAsked { judge, out }).unwrap();
            OpenPacket {
                packet,
                passphrase: made.passphrase,
                out: machine.path("J1.timbang"),
            }
        };
        let (older, others) = (packet("J1", "a.paket"), packet("J2", "b.paket"));
        let toml = replaced(&chair, "weight = 5", "weight = 6");
        change_to(&chair, asked(&toml, None)).unwrap();
        let newer = packet("J1", "c.paket");
        let open = |asked| crate::desk::open_packet(&desk, asked);
        let renewed = open(newer).unwrap().renewed.unwrap();
        assert_eq!((renewed.kept, renewed.again), (48, 0));
        assert_eq!(code(open(older)), "older-packet");
        assert_eq!(code(open(others)), "file-exists");
        let rules = crate::rules::rules(&desk, Nothing {}).unwrap();
        assert!(rules.toml.contains("weight = 6"));
    }

    #[test]
    fn rules_without_a_category_that_has_entries_are_refused_and_so_are_the_same_rules() {
        let (_machine, chair, _) = judged(26);
        let toml = replaced(
            &chair,
            "[[category]]\ncode = \"KEC\"\nname = \"Kecamatan\"\n",
            "",
        );
        assert_eq!(
            code(change_to(&chair, asked(&toml, None))),
            "category-in-use"
        );
        let same = replaced(&chair, "weight = 5", "weight = 5.0");
        assert_eq!(code(change_to(&chair, asked(&same, None))), "same-rules");
        assert_eq!(
            code(change_to(&chair, asked("name = 1", None))),
            "bad-rules"
        );
    }

    #[test]
    fn a_hand_over_made_before_the_change_is_taken_and_counts_as_was_chosen() {
        let (machine, chair, desk) = judged(27);
        let late = machine.hand_over(&desk, 3, "2.nilai");
        let toml = replaced(&chair, LEVELS, "scale = { min = 0, max = 10, step = 1 }");
        change_to(&chair, asked(&toml, Some(Carry::Rescale))).unwrap();
        let looked = crate::handover::inspect(
            &chair,
            Files {
                files: vec![late.clone()],
            },
        );
        let row = looked.unwrap().rows.remove(0);
        assert_eq!(row.note, Some(MergeNote::EarlierRules));
        assert!(
            row.changes.contains(&"KEC-001 kebaruan: 5 → 10".to_owned()),
            "{:?}",
            row.changes
        );
        merge(&chair, late);
        // 63 points, with 10 in the place of 3 for the criterion of weight 5.
        assert_eq!(score(&chair).as_deref(), Some("98.00"));
    }
}
