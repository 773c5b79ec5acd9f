//! The archived result as `judging` computes it.

use crate::Outcome;
use crate::judged::Judged;
use exchange::result::ArchivedResult;
use judging::decision::{Act, in_force};
use judging::handover::{Settlement, view};
use judging::standings::{Question, final_standings, stage_standings};

pub fn result(judged: &Judged) -> Outcome<ArchivedResult> {
    let (hand_overs, decisions) = (judged.carried()?, judged.decided()?);
    let settlements: Vec<Settlement> = in_force(&decisions)
        .into_iter()
        .filter_map(|decision| match &decision.act {
            Act::SettleConflict(settlement) => Some(settlement.clone()),
            _ => None,
        })
        .collect();
    let rules = judged.history.rules();
    let question = Question {
        rules,
        entries: &judged.entries,
        judges: &judged.judges,
        view: &view(&hand_overs, &settlements),
        decisions: &decisions,
    };
    let stages = rules.judged_stages();
    let stages = stages
        .map(|stage| stage_standings(&question, &stage.code))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(ArchivedResult::of(&final_standings(&question)?, &stages))
}
