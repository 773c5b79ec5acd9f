//! The standings as `judging` computes them, in the words of the result pack.

use crate::Outcome;
use crate::judged::Judged;
use judging::decision::{Act, in_force};
use judging::handover::{Settlement, view};
use judging::standings::{Question, Row, Standings, final_standings, stage_standings};
use serde_json::{Value, json};

pub fn standings(judged: &Judged) -> Outcome<Value> {
    let (hand_overs, decisions) = (judged.carried()?, judged.decided()?);
    let settlements: Vec<Settlement> = in_force(&decisions)
        .into_iter()
        .filter_map(|one| match &one.act {
            Act::SettleConflict(settlement) => Some(settlement.clone()),
            _ => None,
        })
        .collect();
    let question = Question {
        rules: judged.history.rules(),
        entries: &judged.entries,
        judges: &judged.judges,
        view: &view(&hand_overs, &settlements),
        decisions: &decisions,
    };
    let stages = judged
        .history
        .rules()
        .judged_stages()
        .map(|stage| Ok(told(&stage_standings(&question, &stage.code)?)));
    Ok(
        json!({ "final": told(&final_standings(&question)?), "stages": stages.collect::<Outcome<Vec<_>>>()? }),
    )
}

fn told(standings: &Standings) -> Value {
    let rows: Vec<Value> = standings
        .rankings
        .iter()
        .flat_map(|ranking| &ranking.rows)
        .map(row)
        .collect();
    json!({ "stage": standings.of.as_ref().map(ToString::to_string), "rows": rows })
}

fn row(row: &Row) -> Value {
    json!({
        "entry": row.entry.to_string(),
        "rank": row.rank,
        "score": row.score.as_ref().map(|score| score.text.clone()),
        "exact": row.score.as_ref().map(|score| score.exact.to_string()),
        "status": row.status.code(),
        "tied": row.tied,
        "decided_by": row.decided_by.as_ref().map(ToString::to_string),
        "shortlisted": row.shortlisted,
    })
}
