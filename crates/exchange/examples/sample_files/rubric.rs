//! Rules at random: every way to score, aggregate, round, break ties and cut.

use crate::Outcome;
use crate::dice::Dice;
use judging::Fixed;
use judging::revision::{Carry, Choices};
use judging::rules::{Rules, Scale};
use std::fmt::Write;

/// Rules without flaws: those with one are thrown again.
pub fn rules(dice: &mut Dice) -> Outcome<Rules> {
    loop {
        if let Ok(rules) = exchange::rules::read(&text(dice)?) {
            return Ok(rules);
        }
    }
}

/// These rules with another scale or weight here and there, a criterion more or fewer, or what is required changed.
pub fn revised(dice: &mut Dice, rules: &Rules) -> Outcome<Rules> {
    loop {
        let mut revised = rules.clone();
        for stage in &mut revised.stages {
            for criterion in &mut stage.criteria {
                if criterion.scale.is_some() && dice.once_in(2) {
                    criterion.scale = Some(scale(dice)?);
                }
                if dice.once_in(4) {
                    criterion.weight = Fixed::whole(2);
                }
                if dice.once_in(8) {
                    criterion.required = !criterion.required;
                }
            }
            if dice.once_in(8) {
                stage.categories = [dice.one_of(&["OPD", "DESA"]).parse()?].into();
            }
            let last = stage.criteria.last().map(|last| last.code.clone());
            if dice.once_in(5) {
                stage
                    .criteria
                    .retain(|criterion| Some(&criterion.code) != last.as_ref());
            } else if dice.once_in(5)
                && let Some(mut new) = stage.criteria.last().cloned()
            {
                new.code = "baru".parse()?;
                stage.criteria.push(new);
            }
        }
        if exchange::rules::hash(&revised) != exchange::rules::hash(rules)
            && revised.validate().is_empty()
        {
            return Ok(revised);
        }
    }
}

fn scale(dice: &mut Dice) -> Outcome<Scale> {
    let (min, max, step) =
        [("0", "100", "2.5"), ("1", "10", "1"), ("-1", "1", "0.125")][dice.below(3)];
    Ok(Scale::Range {
        min: min.parse()?,
        max: max.parse()?,
        step: step.parse()?,
    })
}

/// What becomes of marks, for most criteria.
pub fn choices(dice: &mut Dice, rules: &Rules) -> Choices {
    let mut choices = Choices::new();
    for stage in rules.judged_stages() {
        for leaf in stage.leaves() {
            let carry = [Carry::Keep, Carry::Rescale, Carry::Rescale, Carry::Again][dice.below(4)];
            if !dice.once_in(4) {
                choices.insert((stage.code.clone(), leaf.code.clone()), carry);
            }
        }
    }
    choices
}

fn text(dice: &mut Dice) -> Outcome<String> {
    let mut text = String::from("format = 1\nname = \"Contoh\"\n");
    let at = dice.one_of(&["sheet", "stage", "final"]);
    let mode = dice.one_of(&["half-up", "half-even", "down"]);
    writeln!(
        text,
        "rounding = {{ digits = {}, mode = \"{mode}\", at = \"{at}\" }}",
        dice.below(4)
    )?;
    for code in ["OPD", "DESA"] {
        write!(
            text,
            "\n[[category]]\ncode = \"{code}\"\nname = \"{code}\"\n"
        )?;
    }
    let (stages, weighted) = (1 + dice.below(3), !dice.once_in(4));
    let gate = dice.once_in(4).then(|| dice.below(stages + 1));
    for number in 0..=stages {
        if gate == Some(number) {
            text.push_str("\n[[stage]]\ncode = \"v\"\nname = \"Verifikasi\"\nkind = \"verification\"\neffect = \"gate\"\n");
        }
        if number < stages {
            stage(dice, &mut text, number, at, weighted)?;
        }
    }
    Ok(text)
}

fn stage(
    dice: &mut Dice,
    text: &mut String,
    number: usize,
    at: &str,
    weighted: bool,
) -> Outcome<()> {
    write!(
        text,
        "\n[[stage]]\ncode = \"tahap-{number}\"\nname = \"Tahap\"\n"
    )?;
    if dice.once_in(6) {
        writeln!(text, "kind = \"verification\"\neffect = \"gate\"")?;
    }
    if weighted {
        writeln!(text, "weight = {}", dice.one_of(&["40", "60", "12.5"]))?;
    }
    if dice.once_in(4) {
        writeln!(text, "categories = [\"{}\"]", dice.one_of(&["OPD", "DESA"]))?;
    }
    writeln!(
        text,
        "score = \"{}\"",
        dice.one_of(&["weighted-mean", "points", "percent"])
    )?;
    let aggregates = ["mean", "median", "trimmed-mean", "sum", "standardised-mean"];
    let aggregate = dice.one_of(if at == "sheet" {
        &aggregates[..4]
    } else {
        &aggregates
    });
    writeln!(text, "aggregate = \"{aggregate}\"")?;
    if dice.once_in(2) {
        writeln!(
            text,
            "missing = \"of-filed\"\nmin_judges = {}",
            1 + dice.below(2)
        )?;
    }
    if dice.once_in(4) {
        writeln!(text, "judges = \"per-criterion\"")?;
    }
    if number == 0 {
        writeln!(text, "blind = [\"innovator\", \"agency\"]")?;
    }
    match dice.below(5) {
        0 => writeln!(
            text,
            "shortlist = {{ per_category = {} }}",
            2 + dice.below(5)
        )?,
        1 => writeln!(text, "shortlist = {{ share = 33.3333 }}")?,
        2 => writeln!(text, "shortlist = {{ threshold = {} }}", dice.below(60))?,
        _ => {}
    }
    let mut ladder = vec!["criterion:a", "highest-median", "head-to-head", "chair"];
    if number > 0 {
        ladder.push("stage:tahap-0");
    }
    let steps: Vec<String> = (0..dice.below(4))
        .map(|_| format!("\"{}\"", dice.one_of(&ladder)))
        .collect();
    writeln!(text, "tie_break = [{}]", steps.join(", "))?;
    criteria(dice, text)
}

fn criteria(dice: &mut Dice, text: &mut String) -> Outcome<()> {
    let grouped = dice.once_in(3);
    let header = "\n[[stage.criterion]]\n";
    if grouped {
        write!(
            text,
            "{header}code = \"grup\"\nname = \"Grup\"\nweight = {}\n",
            1 + dice.below(5)
        )?;
    }
    for code in ["a", "b", "c", "d"].iter().take(2 + dice.below(3)) {
        write!(
            text,
            "{header}code = \"{code}\"\nname = \"{code}\"\nweight = {}\n",
            dice.one_of(&["1", "3", "2.5"])
        )?;
        if grouped && *code != "a" {
            writeln!(text, "parent = \"grup\"")?;
        }
        match dice.below(3) {
            0 => writeln!(
                text,
                "levels = [{{ value = 1 }}, {{ value = 2 }}, {{ value = 3 }}]"
            )?,
            1 => writeln!(text, "scale = {{ min = 0, max = 3, step = 0.5 }}")?,
            _ => writeln!(text, "scale = {{ min = 1, max = 5 }}")?,
        }
        if *code != "a" && dice.once_in(4) {
            writeln!(text, "required = false")?;
        }
    }
    if grouped {
        write!(
            text,
            "{header}code = \"z\"\nparent = \"grup\"\nname = \"Z\"\nscale = {{ min = 0, max = 3 }}\n"
        )?;
    }
    Ok(())
}
