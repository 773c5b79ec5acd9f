//! The rules, seen and changed.

use crate::answer::Answer;
use crate::run::{opened, text};
use crate::table::table;
use app::Error;
use app::api::common::Nothing;
use app::api::rules::{
    Carry, CarryChoice, ChangeRules, CriterionCarry, RuleDifference, RulesAsked, RulesChange,
    RulesView,
};
use app::api::standings::Standing;
use app::api::word::Word;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct Rules {
    /// The competition file
    pub file: PathBuf,
    /// Change the rules to those in this file
    #[arg(long, value_name = "TOML")]
    pub change: Option<PathBuf>,
    /// What becomes of the marks of a criterion: keep, rescale or again
    #[arg(long, value_name = "STAGE/CRITERION=WHAT", requires = "change")]
    pub marks: Vec<String>,
    /// Why; with it the change is decided
    #[arg(long, requires = "change")]
    pub reason: Option<String>,
}

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
    Ok(Answer::of(&change, shown))
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
fn shown(change: &RulesChange) -> String {
    let side = |side: &Option<String>| side.clone().unwrap_or_else(|| "–".to_owned());
    let difference = |difference: &RuleDifference| {
        let key = difference
            .key
            .map_or_else(String::new, |key| key.to_string());
        let place = [difference.place.join("/"), key].join(" ");
        vec![
            place.trim().to_owned(),
            side(&difference.before),
            side(&difference.after),
        ]
    };
    let mut text = table(
        &["place", "before", "after"],
        change.differences.iter().map(difference),
    );
    let criterion = |criterion: &CriterionCarry| {
        let examples = criterion.examples.iter().map(|mark| {
            let after = match criterion.carry {
                Some(Word(Carry::Keep)) => &mark.kept,
                Some(Word(Carry::Rescale)) => &mark.rescaled,
                _ => &None,
            };
            format!("{} → {}", mark.before, side(after))
        });
        let carry = match criterion.carry {
            Some(carry) => carry.to_string(),
            None if criterion.open => "to be chosen".to_owned(),
            None => "–".to_owned(),
        };
        vec![
            format!("{}/{}", criterion.stage, criterion.criterion),
            criterion.state.to_string(),
            criterion.marks.to_string(),
            carry,
            examples.collect::<Vec<_>>().join(", "),
        ]
    };
    text += "\n";
    text += &table(
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
