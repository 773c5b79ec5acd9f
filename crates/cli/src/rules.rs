//! The rules, seen and changed.

use crate::answer::Answer;
use crate::args::Rules;
use crate::run::{opened, text};
use crate::show;
use app::Error;
use app::api::common::Nothing;
use app::api::rules::{
    Carry, CarryChoice, ChangeRules, CriterionCarry, RuleDifference, RulesAsked, RulesChange,
    RulesView, Standing,
};
use app::api::word::Word;

/// Shows the rules, what changing them would do, or changes them.
pub fn rules(asked: Rules) -> Result<Answer, Error> {
    let session = opened(&asked.file)?;
    let Some(file) = asked.change else {
        let rules = app::rules::rules(&session, Nothing {})?;
        return Ok(Answer::of(&rules, |rules: &RulesView| rules.toml.clone()));
    };
    let rules = RulesAsked {
        file: Some(text(&file)),
        toml: None,
        marks: asked
            .marks
            .iter()
            .map(|text| choice(text))
            .collect::<Result<_, _>>()?,
    };
    let change = match asked.reason {
        Some(reason) => app::rules::change(&session, ChangeRules { rules, reason })?,
        None => app::rules::preview(&session, rules)?,
    };
    Ok(Answer::of(&change, told))
}

/// `penilaian/dampak=rescale`.
fn choice(text: &str) -> Result<CarryChoice, Error> {
    let wrong = || {
        let message = format!("“{text}” is not of the form STAGE/CRITERION=keep, rescale or again");
        Error::new("bad-choice", message).with("choice", text)
    };
    let (place, carry) = text.rsplit_once('=').ok_or_else(wrong)?;
    let (stage, criterion) = place.split_once('/').ok_or_else(wrong)?;
    Ok(CarryChoice {
        stage: stage.to_owned(),
        criterion: criterion.to_owned(),
        carry: carry.parse().map_err(|_| wrong())?,
    })
}

/// What changed rules do, or did.
fn told(change: &RulesChange) -> String {
    let side = |side: &Option<String>| side.clone().unwrap_or_else(|| "–".to_owned());
    let difference = |one: &RuleDifference| {
        let place = [one.place.join("/"), one.key.clone()].join(" ");
        vec![place.trim().to_owned(), side(&one.before), side(&one.after)]
    };
    let mut text = show::table(
        &["place", "before", "after"],
        change.differences.iter().map(difference),
    );
    let criterion = |one: &CriterionCarry| {
        let examples = one.examples.iter().map(|mark| {
            let after = match one.carry {
                Some(Word(Carry::Keep)) => &mark.kept,
                Some(Word(Carry::Rescale)) => &mark.rescaled,
                _ => &None,
            };
            format!("{} → {}", mark.before, side(after))
        });
        let carry = match one.carry {
            Some(carry) => carry.to_string(),
            None if one.open => "to be chosen".to_owned(),
            None => "–".to_owned(),
        };
        vec![
            format!("{}/{}", one.stage, one.criterion),
            one.state.clone(),
            one.marks.to_string(),
            carry,
            examples.collect::<Vec<_>>().join(", "),
        ]
    };
    text += "\n";
    text += &show::table(
        &["criterion", "what", "marks", "they are", "for example"],
        change.criteria.iter().map(criterion),
    );
    let effects = &change.effects;
    text += &format!(
        "\n{} of {} sheets are to be scored again\n",
        effects.again, effects.sheets
    );
    for judge in &effects.judges {
        text += &format!("  {} {}: {}\n", judge.judge, judge.name, judge.again);
    }
    text += &format!("{} entries would stand elsewhere\n", effects.moved.len());
    let place = |standing: &Standing| {
        let rank = standing
            .rank
            .map_or_else(|| standing.status.to_string(), |rank| rank.to_string());
        format!("{rank} ({})", side(&standing.score))
    };
    for moved in effects.moved.iter().take(20) {
        text += &format!(
            "  {}: {} → {}\n",
            moved.entry,
            place(&moved.before),
            place(&moved.after)
        );
    }
    text
}
