//! Machine integers and unbounded fractions give the same scores; so does every order of the sheets.

use crate::competition::{Competition, fixed};
use crate::dice::Dice;
use judging::Fixed;
use judging::ranking::rank;
use judging::rules::{JudgedBy, Rounding, Scale, Stage};
use judging::scoring::{MarkTable, Rubric, score_table};
use proptest::prelude::*;

type Sheets = Vec<Vec<Vec<Option<Fixed>>>>;

fn sheets(dice: &mut Dice, stage: &Stage) -> Sheets {
    let leaves: Vec<_> = stage.leaves().collect();
    let gaps = if dice.percent(50) { 0 } else { 20 };
    let mut mark = |scale: &Scale| {
        let span = scale.max().ten_thousandths() - scale.min().ten_thousandths();
        let part = i64::try_from(dice.below(10_000)).unwrap();
        let value = scale.min().ten_thousandths() + span / 9_999 * part;
        (!dice.percent(gaps)).then(|| Fixed::from_ten_thousandths(value).unwrap())
    };
    let mut sheet = || {
        let scales = leaves.iter().map(|leaf| leaf.scale.as_ref().unwrap());
        scales.map(&mut mark).collect::<Vec<_>>()
    };
    let count = |n: usize| (n * 7) % 6;
    (0..20)
        .map(|n| (0..count(n)).map(|_| sheet()).collect())
        .collect()
}

fn table(stage: &Stage, sheets: &Sheets) -> MarkTable {
    let mut table = MarkTable::new(stage.leaves().count());
    for entry in sheets {
        for (judge, marks) in (0..).zip(entry) {
            table.sheet(judge, marks.iter().copied());
        }
        table.end_entry();
    }
    table
}

/// A stage with weights and scales so large that machine integers overflow.
fn enormous(dice: &mut Dice, stage: &mut Stage) {
    for criterion in &mut stage.criteria {
        if criterion.weight > Fixed::ZERO && dice.percent(90) {
            let weights = ["999999999.9989", "98765.4321", "123456.789", "7.0007"];
            criterion.weight = fixed(weights[dice.below(weights.len())]);
        }
        if criterion.scale.is_some() && dice.percent(50) {
            criterion.scale = Some(Scale::Range {
                min: fixed("-1000000000"),
                max: fixed("1000000000"),
                step: fixed("0.0001"),
            });
        }
    }
}

proptest! {
    #[test]
    fn integers_and_fractions_give_the_same_scores(seed: u64) {
        let mut dice = Dice::new(seed);
        let competition = Competition::made_up(seed);
        // Another stage may come before it: a gate that is not judged.
        let mut stage = competition.rules.judged_stages().next().unwrap().clone();
        if dice.percent(40) {
            enormous(&mut dice, &mut stage);
        }
        let digits = if dice.percent(50) { 9 } else { competition.rules.rounding.digits };
        let rounding = Rounding { digits, ..competition.rules.rounding };
        let mut sheets = sheets(&mut dice, &stage);
        let table_of = |sheets: &Sheets| table(&stage, sheets);
        let quick = score_table(&Rubric::new(&stage), rounding, &table_of(&sheets));
        let slow = score_table(&Rubric::new(&stage).in_fractions(), rounding, &table_of(&sheets));
        prop_assert_eq!(&quick, &slow);
        prop_assert!(stage.judged_by == JudgedBy::Criterion || quick[0].is_none(), "no sheet, no score");

        sheets.iter_mut().for_each(|entry| dice.shuffle(entry));
        prop_assert_eq!(&score_table(&Rubric::new(&stage), rounding, &table_of(&sheets)), &quick);

        let ranked = rank(&quick);
        let better = |units: &Option<i128>| quick.iter().filter(|other| *other > units).count();
        for entry in &ranked {
            prop_assert_eq!(entry.rank as usize, 1 + better(&quick[entry.entry as usize]));
        }
    }
}
