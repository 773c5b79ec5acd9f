use super::decide::checked;
use crate::api::decisions::{Act, Caution, DecisionEffects};
use crate::moves::{moves, rows};
use crate::{Error, Session};
use judging::decision::{self, Decision};
use judging::ranking::{Row, Standings};
use judging::results::{Results, results};
use judging::{EntryCode, Exact};
use reports::award;
use std::collections::BTreeMap;

/// What a decision would do. Nothing is decided.
///
/// # Errors
/// As [`decide`](super::decide), but for the reason.
pub fn preview(session: &Session, act: Act) -> Result<DecisionEffects, Error> {
    session.chair(|chair| {
        let decided = checked(chair, &act)?;
        let (case, before) = (chair.case()?, chair.results()?);
        let number = case.decisions.iter().map(|decision| decision.number).max();
        let then = chair.case_if_decided(Decision {
            hash: store::hash_of(b"timbang decision that is not taken"),
            number: number.unwrap_or(0) + 1,
            made_at: session.host().now(),
            reason: String::new(),
            act: decided.clone(),
        })?;
        let after = results(&then)?;
        let moved = moves(&case, &before.overall, &after.overall);
        let in_stage = stage_standings(&decided, &before, &after);
        let moved_in_stage = in_stage.map(|(before, after)| moves(&case, before, after));
        let moved_in_stage = moved_in_stage.unwrap_or_default();
        let mut cautions = Vec::new();
        if is_below_zero(&decided, &before.overall) {
            cautions.push(Caution::BelowZero);
        }
        if titles(&before.overall) != titles(&after.overall) {
            cautions.push(Caution::MovesWinner);
        }
        let is_published = matches!(decided, decision::Act::Publish { .. });
        if moved.is_empty() && moved_in_stage.is_empty() && !is_published {
            cautions.push(Caution::NoEffect);
        }
        Ok(DecisionEffects {
            moved,
            moved_in_stage,
            cautions,
        })
    })
}

/// The standings, before and after, of the stage that the decision is about.
fn stage_standings<'r>(
    act: &decision::Act,
    before: &'r Results,
    after: &'r Results,
) -> Option<(&'r Standings, &'r Standings)> {
    let stage = match act {
        decision::Act::SettleTie { stage, .. } => stage.as_ref()?,
        decision::Act::SettleConflict(settlement) => &settlement.key.stage,
        _ => return None,
    };
    Some((
        &before.stage(stage)?.standings,
        &after.stage(stage)?.standings,
    ))
}

fn is_below_zero(act: &decision::Act, standings: &Standings) -> bool {
    let decision::Act::Deduct { entry, points } = act else {
        return false;
    };
    let row = rows(standings).find(|row| row.entry == *entry);
    let score = row.and_then(|row| row.score.as_ref());
    score.is_some_and(|score| Exact::from(*points) > score.exact)
}

/// The titles that entries have by their ranks.
fn titles(standings: &Standings) -> BTreeMap<&EntryCode, &'static str> {
    let title = |row: &Row| award(row.rank?);
    rows(standings)
        .filter_map(|row| Some((&row.entry, title(row)?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::handover::Files;
    use crate::test_support::Machine;
    use std::sync::Arc;

    /// The chair's session of a machine on which one judge marked every entry of a category with the same levels.
    fn judged() -> (Arc<Machine>, Session) {
        let machine = Machine::new(51);
        let chair = machine.competition();
        let desk = machine.desk(&chair, "J1");
        let files = vec![machine.hand_over(&desk, 2, "1.nilai")];
        crate::handover::merge(&chair, Files { files }).unwrap();
        (machine, chair)
    }

    fn first(chair: &Session) -> String {
        let rows = crate::standings::standings(chair, Default::default()).unwrap();
        let mut ranked = rows.rows.into_iter().filter(|row| row.rank == Some(1));
        ranked.next().unwrap().entry
    }

    #[test]
    fn what_a_decision_does_is_said_before_it_is_taken_and_comes_true_when_it_is() {
        let (_machine, chair) = judged();
        let entry = first(&chair);
        let act = Act::Disqualify {
            entry: entry.clone(),
            report: None,
        };
        let before = crate::standings::standings(&chair, Default::default()).unwrap();
        let said = preview(&chair, act.clone()).unwrap();
        let unchanged = crate::standings::standings(&chair, Default::default()).unwrap();
        assert_eq!(before, unchanged, "looking decides nothing");
        assert!(said.cautions.contains(&Caution::MovesWinner));
        let asked = crate::api::decisions::NewDecision {
            act,
            reason: "plagiat".into(),
        };
        crate::decisions::decide(&chair, asked).unwrap();
        let after = crate::standings::standings(&chair, Default::default()).unwrap();
        for moved in &said.moved {
            let row = after.rows.iter().find(|row| row.entry == moved.entry);
            let row = row.unwrap();
            assert_eq!(
                (row.rank, &row.score, row.status),
                (moved.after.rank, &moved.after.score, moved.after.status)
            );
        }
        assert!(said.moved.iter().any(|moved| moved.entry == entry));
    }

    #[test]
    fn more_points_than_there_are_and_a_decision_without_effect_are_pointed_out() {
        let (_machine, chair) = judged();
        let entry = first(&chair);
        let deduct = |points: &str| Act::Deduct {
            entry: entry.clone(),
            points: points.into(),
        };
        let below = preview(&chair, deduct("70")).unwrap();
        assert!(below.cautions.contains(&Caution::BelowZero));
        let less = preview(&chair, deduct("0.5")).unwrap();
        assert!(!less.cautions.contains(&Caution::BelowZero));
        assert!(!less.moved.is_empty());
        let nothing = preview(&chair, Act::Publish).unwrap();
        assert_eq!((nothing.moved, nothing.cautions), (vec![], vec![]));
    }
}
