//! Laws of rules that change: marks are carried, never rewritten.

use crate::competition::{Competition, fixed};
use crate::dice::Dice;
use judging::decision::{Act, Decision, changes_in_force, rules_in_force};
use judging::entry::{Categories, categories};
use judging::revision::{Carry, Change, Choices, History, carried_mark};
use judging::rules::{Level, Rules, Scale};
use judging::sheet::Sheet;
use judging::{CategoryCode, Fixed, Hash};
use num_rational::BigRational;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn scale(dice: &mut Dice) -> Scale {
    let range = |min, max, step| Scale::Range {
        min: fixed(min),
        max: fixed(max),
        step: fixed(step),
    };
    match dice.below(5) {
        0 => range("0", "100", "2.5"),
        1 => range("1", "10", "1"),
        2 => range("-3", "0.5", "0.0625"),
        3 => Scale::Levels(
            [-2, 0, 3, 40]
                .into_iter()
                .map(|value| Level {
                    value: Fixed::whole(value),
                    label: String::new(),
                })
                .collect(),
        ),
        _ => range("0", "3", "1"),
    }
}

fn number(value: Fixed) -> BigRational {
    BigRational::new(value.ten_thousandths().into(), 10_000.into())
}

fn marks(scale: &Scale) -> Vec<Fixed> {
    match scale {
        Scale::Levels(levels) => levels.iter().map(|level| level.value).collect(),
        Scale::Range { min, max, step } => (min.ten_thousandths()..=max.ten_thousandths())
            .step_by(usize::try_from(step.ten_thousandths()).unwrap())
            .map(|units| Fixed::from_ten_thousandths(units).unwrap())
            .collect(),
    }
}

/// By looking at every mark there is.
fn nearest(old: &Scale, new: &Scale, mark: Fixed) -> Fixed {
    let place = (number(mark) - number(old.min())) / (number(old.max()) - number(old.min()));
    let exact = number(new.min()) + place * (number(new.max()) - number(new.min()));
    let far = |mark: &Fixed| {
        let away = number(*mark) - exact.clone();
        if away < number(Fixed::ZERO) {
            -away
        } else {
            away
        }
    };
    let all = marks(new).into_iter();
    all.min_by(|a, b| far(a).cmp(&far(b)).then(b.cmp(a)))
        .unwrap()
}

/// Rules whose scales and weights differ here and there.
fn revised(dice: &mut Dice, rules: &Rules) -> Rules {
    let mut revised = rules.clone();
    for stage in &mut revised.stages {
        for criterion in &mut stage.criteria {
            if criterion.scale.is_some() && dice.percent(40) {
                criterion.scale = Some(scale(dice));
            }
            criterion.name.push('!');
        }
    }
    revised
}

fn choices(dice: &mut Dice, rules: &Rules) -> Choices {
    let mut choices = Choices::new();
    for stage in rules.judged_stages() {
        for leaf in stage.leaves() {
            let carry = *dice.pick(&[Carry::Keep, Carry::Rescale, Carry::Again]);
            if dice.percent(80) {
                choices.insert((stage.code.clone(), leaf.code.clone()), carry);
            }
        }
    }
    choices
}

/// All sheets but those for entries that do not go through their stage.
fn sheets(competition: &Competition, categories: &Categories) -> Vec<Sheet> {
    let hand_overs = competition.hand_overs();
    let mut sheets: Vec<Sheet> = hand_overs
        .into_iter()
        .flat_map(|hand_over| hand_over.statement.sheets)
        .collect();
    sheets.retain(|sheet| {
        let stage = competition.rules.stage(&sheet.stage).unwrap();
        stage.is_for(&categories[&sheet.entry])
    });
    sheets
}

const ONE: Hash = Hash([1; 32]);
const TWO: Hash = Hash([2; 32]);
const THREE: Hash = Hash([3; 32]);

/// Rules that were changed twice.
struct Twice {
    sheets: Vec<Sheet>,
    categories: Categories,
    rules: [Rules; 3],
    changes: [Change; 2],
}

impl Twice {
    fn made_up(seed: u64) -> Self {
        let competition = Competition::made_up(seed);
        let categories = categories(&competition.entries);
        let dice = &mut Dice::new(seed);
        let first = competition.rules.clone();
        let second = revised(dice, &first);
        let third = revised(dice, &second);
        let mut change = |from, to| Change {
            from,
            to,
            marks: choices(dice, &first),
        };
        Self {
            sheets: sheets(&competition, &categories),
            categories,
            changes: [change(ONE, TWO), change(TWO, THREE)],
            rules: [first, second, third],
        }
    }

    fn category(&self, sheet: &Sheet) -> &CategoryCode {
        &self.categories[&sheet.entry]
    }

    fn history(&self, current: usize, changes: &[usize]) -> History {
        let hashes = [ONE, TWO, THREE];
        let known: BTreeMap<Hash, Rules> = hashes.into_iter().zip(self.rules.clone()).collect();
        let changes = changes.iter().map(|&at| self.changes[at].clone());
        let rules = self.rules[current].clone();
        History::new(hashes[current], rules, known, changes.collect()).unwrap()
    }
}

proptest! {
    #[test]
    fn a_rescaled_mark_is_the_nearest_there_is_and_order_is_kept(seed: u64) {
        let mut dice = Dice::new(seed);
        let (old, new) = (scale(&mut dice), scale(&mut dice));
        let rescaled: Vec<Fixed> = marks(&old)
            .into_iter()
            .map(|mark| {
                let carried = carried_mark(Carry::Rescale, &old, &new, mark).unwrap();
                assert_eq!(carried, nearest(&old, &new, mark), "{mark} {old:?} {new:?}");
                assert!(new.admits(carried));
                carried
            })
            .collect();
        prop_assert!(rescaled.is_sorted());
        prop_assert_eq!(rescaled.first().copied(), Some(new.min()));
        prop_assert_eq!(rescaled.last().copied(), Some(new.max()));
    }

    #[test]
    fn what_is_carried_can_be_given_and_nothing_is_invented(seed: u64) {
        let twice = Twice::made_up(seed);
        let history = twice.history(2, &[0, 1]);
        for sheet in &twice.sheets {
            let carried = history.sheet(ONE, sheet, twice.category(sheet)).unwrap().unwrap();
            prop_assert_eq!(carried.state, sheet.state);
            for (code, mark) in &carried.marks {
                let stage = twice.rules[2].stage(&sheet.stage).unwrap();
                let scale = stage.criterion(code).unwrap().scale.as_ref().unwrap();
                prop_assert!(scale.admits(mark.value));
                prop_assert!(sheet.marks.contains_key(code));
            }
        }
    }

    #[test]
    fn two_changes_are_one_after_the_other(seed: u64) {
        let twice = Twice::made_up(seed);
        let (first, second, both) =
            (twice.history(1, &[0]), twice.history(2, &[1]), twice.history(2, &[0, 1]));
        for sheet in &twice.sheets {
            let between = first.sheet(ONE, sheet, twice.category(sheet)).unwrap().unwrap();
            let stepwise = second.sheet(TWO, &between, twice.category(sheet)).unwrap();
            prop_assert_eq!(both.sheet(ONE, sheet, twice.category(sheet)).unwrap(), stepwise);
        }
    }

    #[test]
    fn undoing_a_change_gives_every_mark_back(seed: u64) {
        let twice = Twice::made_up(seed);
        let undone = twice.history(0, &[]);
        for sheet in &twice.sheets {
            prop_assert_eq!(undone.sheet(ONE, sheet, twice.category(sheet)).unwrap(), Some(sheet.clone()));
        }
    }

    #[test]
    fn where_no_choice_was_made_marks_on_the_same_scale_stay_and_others_are_given_again(seed: u64) {
        let twice = Twice::made_up(seed);
        let unlinked = twice.history(1, &[]);
        for sheet in &twice.sheets {
            let carried = unlinked.sheet(ONE, sheet, twice.category(sheet)).unwrap().unwrap();
            for (code, mark) in &sheet.marks {
                let scale = |rules: &Rules| rules.stage(&sheet.stage).unwrap().criterion(code).unwrap().scale.clone().unwrap();
                let same = scale(&twice.rules[0]).same_marks(&scale(&twice.rules[1]));
                prop_assert_eq!(carried.marks.get(code), same.then_some(mark));
            }
        }
    }
}

#[test]
fn a_stage_that_is_no_more_takes_its_sheets_with_it() {
    let mut made_up = (1..).map(Twice::made_up);
    let twice = made_up.find(|twice| !twice.sheets.is_empty()).unwrap();
    let mut without = twice.rules[0].clone();
    let gone = twice.sheets[0].stage.clone();
    without.stages.retain(|stage| stage.code != gone);
    let known = BTreeMap::from([(ONE, twice.rules[0].clone())]);
    let history = History::new(TWO, without, known, Vec::new()).unwrap();
    let mut seen = 0;
    for sheet in &twice.sheets {
        let carried = history.sheet(ONE, sheet, twice.category(sheet)).unwrap();
        assert_eq!(carried.is_none(), sheet.stage == gone);
        seen += usize::from(carried.is_none());
    }
    assert!(seen > 0);
}

#[test]
fn a_stage_that_is_no_longer_for_a_category_loses_the_sheets_of_that_category() {
    let mut made_up = (1..).map(Twice::made_up);
    let twice = made_up
        .find(|twice| twice.rules[0].categories.len() > 1 && !twice.sheets.is_empty())
        .unwrap();
    let narrowed = twice.sheets[0].stage.clone();
    let gone = twice.category(&twice.sheets[0]);
    let mut rules = twice.rules[0].clone();
    let others = rules
        .categories
        .iter()
        .map(|category| category.code.clone());
    let others = others.filter(|code| code != gone).collect();
    let stage = rules.stages.iter_mut().find(|stage| stage.code == narrowed);
    stage.unwrap().categories = others;
    let known = BTreeMap::from([(ONE, twice.rules[0].clone())]);
    let history = History::new(TWO, rules, known, Vec::new()).unwrap();
    for sheet in &twice.sheets {
        let category = twice.category(sheet);
        let falls_away = sheet.stage == narrowed && category == gone;
        let carried = history.sheet(ONE, sheet, category).unwrap();
        assert_eq!(carried.is_none(), falls_away);
    }
}

#[test]
fn the_rules_in_force_are_those_of_the_last_change_that_holds() {
    let change = |from, to| {
        Act::ChangeRules(Change {
            from,
            to,
            marks: Choices::new(),
        })
    };
    let undo = |n: u8| Act::Undo {
        decision: Hash([100 + n; 32]),
    };
    let check = |acts: Vec<Act>, expected: Option<Hash>, holding: usize| {
        let decision = |(n, act): (u8, Act)| Decision {
            hash: Hash([100 + n; 32]),
            number: n.into(),
            made_at: 0,
            reason: "r".into(),
            act,
        };
        let decisions: Vec<Decision> = (1..).zip(acts).map(decision).collect();
        assert_eq!(rules_in_force(&decisions), expected);
        assert_eq!(changes_in_force(&decisions).len(), holding);
    };
    check(vec![], None, 0);
    check(vec![change(ONE, TWO)], Some(TWO), 1);
    check(vec![change(ONE, TWO), change(TWO, THREE)], Some(THREE), 2);
    check(vec![change(ONE, TWO), undo(1)], Some(ONE), 0);
    check(
        vec![change(ONE, TWO), change(TWO, THREE), undo(2)],
        Some(TWO),
        1,
    );
    check(vec![change(ONE, TWO), undo(1), undo(2)], Some(TWO), 1);
}

#[test]
fn rules_that_are_not_at_hand_are_named() {
    let twice = Twice::made_up(1);
    let [change, _] = twice.changes;
    let [_, second, _] = twice.rules;
    let unknown = History::new(TWO, second.clone(), BTreeMap::new(), vec![change]);
    assert_eq!(unknown.unwrap_err().0, ONE);
    let alone = History::unchanged(TWO, second);
    assert_eq!(alone.of(THREE).unwrap_err().0, THREE);
}
