//! The laws of the hand-over view, over made-up histories of devices that really fork.

use crate::dice::Dice;
use crate::histories::History;
use judging::handover::{HandOver, Key, Said, Settlement, Statement, Value, View, heads, view};
use judging::sheet::{Mark, Sheet, SheetState};
use judging::{CompetitionId, DeviceId, Fixed, Hash, JudgeCode};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn hashes(heads: &[&HandOver]) -> BTreeSet<Hash> {
    heads.iter().map(|head| head.hash).collect()
}

/// What a hand-over says, thing by thing.
fn statements(one: &HandOver) -> Vec<(Key, Said<'_>)> {
    let key = |stage: &_, entry: &_| Key {
        judge: one.judge.clone(),
        stage: Clone::clone(stage),
        entry: Clone::clone(entry),
    };
    let sheets = one.sheets.iter();
    let sheets = sheets.map(|sheet| (key(&sheet.stage, &sheet.entry), Said::Sheet(sheet)));
    let recusals = one.recusals.iter();
    let recusals =
        recusals.map(|recusal| (key(&recusal.stage, &recusal.entry), Said::Recused(recusal)));
    sheets.chain(recusals).collect()
}

/// The differing values that a view shows for a thing.
fn shown<'v>(view: &View<'v>, key: &Key) -> Vec<Said<'v>> {
    match view.said.get(key) {
        None => Vec::new(),
        Some(Value::InForce(said)) => vec![*said],
        Some(Value::Conflict(candidates)) => candidates.iter().map(|c| c.said).collect(),
    }
}

/// Settles every conflict at random; the others' values are rejected.
fn settlements(dice: &mut Dice, view: &View<'_>) -> Vec<Settlement> {
    let settle = |(key, candidates): (&Key, &[judging::handover::Candidate<'_>])| {
        let chosen = dice.below(candidates.len());
        let others = candidates
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != chosen);
        Settlement {
            key: key.clone(),
            chosen: candidates[chosen].hand_overs[0],
            rejected: others.map(|(_, other)| other.hand_overs[0]).collect(),
        }
    };
    view.conflicts().map(settle).collect()
}

proptest! {
    #[test]
    fn order_and_repetition_change_nothing(seed: u64) {
        let mut dice = Dice::new(seed);
        let history = History::made_up(&mut dice, true);
        let delivered = history.delivery(&mut dice);
        let first = view(&delivered, &[]);
        let settled = settlements(&mut dice, &first);
        let mut again = delivered.clone();
        again.extend(delivered.iter().filter(|_| dice.percent(30)).cloned());
        dice.shuffle(&mut again);
        prop_assert_eq!(&view(&again, &[]), &first);
        prop_assert_eq!(view(&again, &settled), view(&delivered, &settled));
    }

    #[test]
    fn without_gaps_the_heads_are_what_nothing_was_made_after(seed: u64) {
        let mut dice = Dice::new(seed);
        let history = History::made_up(&mut dice, true);
        let some = history.delivery(&mut dice);
        let needed: BTreeSet<Hash> = some
            .iter()
            .flat_map(|hand_over| history.ancestors(hand_over.hash).into_iter().chain([hand_over.hash]))
            .collect();
        let mut closed = history.hand_overs.clone();
        closed.retain(|hand_over| needed.contains(&hand_over.hash));
        prop_assert_eq!(hashes(&heads(&closed)), history.tips(&closed));
    }

    #[test]
    fn without_forks_the_highest_number_of_each_device_stands_whatever_is_missing(seed: u64) {
        let mut dice = Dice::new(seed);
        let history = History::made_up(&mut dice, false);
        let delivered = history.delivery(&mut dice);
        let mut highest: BTreeMap<DeviceId, (u32, Hash)> = BTreeMap::new();
        for one in &delivered {
            let known = highest.entry(one.device).or_insert((one.number, one.hash));
            *known = (*known).max((one.number, one.hash));
        }
        let highest: BTreeSet<Hash> = highest.into_values().map(|(_, hash)| hash).collect();
        prop_assert_eq!(hashes(&heads(&delivered)), highest);
    }

    #[test]
    fn no_branch_of_a_fork_that_shows_is_lost_whatever_is_missing(seed: u64) {
        let mut dice = Dice::new(seed);
        let history = History::made_up(&mut dice, true);
        let delivered = history.delivery(&mut dice);
        let heads = hashes(&heads(&delivered));
        for tip in delivered.iter().filter(|hand_over| history.tips(&delivered).contains(&hand_over.hash)) {
            let same_device = |hand_over: &&HandOver| hand_over.device == tip.device;
            let shows = (1..=tip.number).any(|number| {
                let own = delivered.iter().filter(same_device);
                let named = own.filter_map(|hand_over| match hand_over.number.cmp(&(number + 1)) {
                    std::cmp::Ordering::Equal => hand_over.previous,
                    _ => (hand_over.number == number).then_some(hand_over.hash),
                });
                named.collect::<BTreeSet<Hash>>().len() > 1
            });
            prop_assert!(!shows || heads.contains(&tip.hash));
        }
    }

    #[test]
    fn without_forks_what_comes_late_and_was_before_a_head_changes_nothing(seed: u64) {
        let mut dice = Dice::new(seed);
        let history = History::made_up(&mut dice, false);
        let last: Vec<HandOver> = heads(&history.hand_overs).into_iter().cloned().collect();
        let mut late = last.clone();
        late.extend(history.delivery(&mut dice));
        prop_assert_eq!(view(&late, &[]), view(&last, &[]));
    }

    #[test]
    fn every_value_at_a_head_is_shown_and_nothing_else(seed: u64) {
        let mut dice = Dice::new(seed);
        let history = History::made_up(&mut dice, true);
        let delivered = history.delivery(&mut dice);
        let view = view(&delivered, &[]);
        let mut said: BTreeMap<Key, Vec<Said<'_>>> = BTreeMap::new();
        for head in heads(&delivered) {
            for (key, value) in statements(head) {
                let values = said.entry(key).or_default();
                if !values.contains(&value) {
                    values.push(value);
                }
            }
        }
        prop_assert_eq!(view.said.len(), said.len());
        for (key, values) in said {
            let shown = shown(&view, &key);
            prop_assert_eq!(shown.len(), values.len());
            prop_assert!(values.iter().all(|value| shown.contains(value)));
        }
    }

    #[test]
    fn a_settled_conflict_is_settled_and_only_that(seed: u64) {
        let mut dice = Dice::new(seed);
        let history = History::made_up(&mut dice, true);
        let delivered = history.delivery(&mut dice);
        let open = view(&delivered, &[]);
        let settled = settlements(&mut dice, &open);
        let closed = view(&delivered, &settled);
        prop_assert_eq!(closed.conflicts().count(), 0);
        for settlement in &settled {
            let chosen = delivered.iter().find(|hand_over| hand_over.hash == settlement.chosen).unwrap();
            let said = statements(chosen).into_iter().find(|(key, _)| *key == settlement.key);
            prop_assert_eq!(shown(&closed, &settlement.key), vec![said.unwrap().1]);
        }
        let untouched = open.said.iter().filter(|(key, _)| settled.iter().all(|s| s.key != **key));
        for (key, value) in untouched {
            prop_assert_eq!(closed.said.get(key), Some(value));
        }
    }

    #[test]
    fn after_a_settlement_only_what_it_did_not_know_can_open_it_again(seed: u64) {
        let mut dice = Dice::new(seed);
        let history = History::made_up(&mut dice, true);
        let known = history.hand_overs;
        let open = view(&known, &[]);
        let settled = settlements(&mut dice, &open);
        let Some(settlement) = settled.first() else {
            return Ok(());
        };
        let rejected = known.iter().find(|hand_over| hand_over.hash == settlement.rejected[0]).unwrap();

        // The rejected copy goes on and repeats itself: nothing changes for the thing that was settled.
        let repeats = continued(&known, rejected, |_| {});
        let after = view(&repeats, &settled);
        let before = view(&known, &settled);
        prop_assert_eq!(after.said.get(&settlement.key), before.said.get(&settlement.key));

        // It says something new: that stands beside the chosen value until the chair has decided again.
        let news = continued(&known, rejected, |hand_over| {
            hand_over.sheets.retain(|sheet| sheet.entry != settlement.key.entry);
            hand_over.recusals.retain(|recusal| recusal.entry != settlement.key.entry);
            hand_over.sheets.push(new_sheet(&settlement.key));
        });
        let after = view(&news, &settled);
        let new = new_sheet(&settlement.key);
        prop_assert!(shown(&after, &settlement.key).contains(&Said::Sheet(&new)));
        let chosen_speaks = heads(&news).iter().any(|head| {
            let said = shown(&before, &settlement.key);
            statements(head).iter().any(|(key, value)| *key == settlement.key && said.contains(value))
        });
        let conflicts = matches!(after.said.get(&settlement.key), Some(Value::Conflict(_)));
        prop_assert_eq!(conflicts, chosen_speaks);
    }
}

/// The hand-overs with one more made after `last`, changed by `edit`.
fn continued(known: &[HandOver], last: &HandOver, edit: impl Fn(&mut Statement)) -> Vec<HandOver> {
    let mut next = Statement {
        number: last.number + 1,
        previous: Some(last.hash),
        ..last.statement.clone()
    };
    edit(&mut next);
    let next = next.signed(Hash([0xEE; 32]), last.device);
    known.iter().cloned().chain([next]).collect()
}

fn new_sheet(key: &Key) -> Sheet {
    Sheet {
        stage: key.stage.clone(),
        entry: key.entry.clone(),
        state: SheetState::Final,
        marks: [(
            judging::CriterionCode::new("k").unwrap(),
            Mark {
                value: Fixed::whole(99),
                remark: String::new(),
            },
        )]
        .into(),
        remark: String::new(),
    }
}

#[test]
fn a_later_settlement_keeps_what_an_earlier_one_rejected() {
    let device = |device: u8, value: i32| {
        let judge = JudgeCode::new("J1").unwrap();
        let mut said = Statement::first(CompetitionId([0; 32]), Hash([0; 32]), judge, 0);
        let mut sheet = new_sheet(&key());
        let marks = sheet.marks.values_mut();
        marks.for_each(|mark| mark.value = Fixed::whole(value));
        said.sheets.push(sheet);
        said.signed(Hash([device; 32]), DeviceId([device; 32]))
    };
    fn key() -> Key {
        Key {
            judge: JudgeCode::new("J1").unwrap(),
            stage: judging::StageCode::new("s").unwrap(),
            entry: judging::EntryCode::new("E1").unwrap(),
        }
    }
    let settle = |chosen: u8, rejected: u8| Settlement {
        key: key(),
        chosen: Hash([chosen; 32]),
        rejected: vec![Hash([rejected; 32])],
    };
    let three = [device(1, 10), device(2, 20), device(3, 30)];
    let once = [settle(1, 2)];
    assert_eq!(shown(&view(&three, &once), &key()).len(), 2);
    let twice = [settle(1, 2), settle(3, 1)];
    let after = view(&three, &twice);
    assert_eq!(shown(&after, &key()), [Said::Sheet(&three[2].sheets[0])]);
    // The chair may come back to what was rejected.
    let thrice = [settle(1, 2), settle(3, 1), settle(2, 3)];
    let after = view(&three, &thrice);
    assert_eq!(shown(&after, &key()), [Said::Sheet(&three[1].sheets[0])]);
    // And what nobody knew of stands beside it.
    let four = [three.as_slice(), &[device(4, 40)]].concat();
    let after = view(&four, &thrice);
    assert_eq!(shown(&after, &key()).len(), 2);
}

/// A file that says it comes after itself, or before number 1, is a head like any other and hangs nothing.
#[test]
fn senseless_numbers_and_chains_are_kept() {
    let history = History::made_up(&mut Dice::new(7), false);
    let one = history.hand_overs[0].clone();
    for (number, previous) in [(0, None), (u32::MAX, Some(one.hash)), (1, Some(one.hash))] {
        let said = Statement {
            number,
            previous,
            ..one.statement.clone()
        };
        assert_eq!(
            hashes(&heads(&[said.signed(one.hash, one.device)])),
            [one.hash].into()
        );
    }
}
