//! How the competition stands, and what waits: the one sentence at the head of every screen, and the check-list before
//! publishing.

use super::publication::publication;
use crate::api::common::{Nothing, count};
use crate::api::situation::{Phase, Situation, Waiting};
use crate::api::start::Stood;
use crate::moves::rows;
use crate::session::Chair;
use crate::{Error, Session, keys, start};
use judging::case::Case;
use judging::progress::owed;
use judging::ranking::{Ranking, Row, Status};
use judging::results::Results;
use judging::rules::Stage;
use judging::scoring::ObstacleKind;
use judging::{JudgeCode, StageCode};
use reports::award;
use std::collections::{BTreeMap, BTreeSet};

/// How the competition stands, and what waits.
///
/// # Errors
/// That nothing is open, or the file is damaged.
pub fn situation(session: &Session, _: Nothing) -> Result<Situation, Error> {
    let (file, situation) = session.chair(|chair| {
        let (case, results) = (chair.case()?, chair.results()?);
        let mut waits = preparations(chair, &case)?;
        waits.extend(missing(&case, &results));
        if !case.late.is_empty() {
            waits.push(Waiting::Late {
                hand_overs: count(case.late.len()),
            });
        }
        waits.extend(results.overall.rankings.iter().flat_map(ties));
        let is_provisional = waits.iter().any(Waiting::is_provisional);
        let phase = match publication(&case, &results) {
            Some(last) if last.stands => Phase::Published,
            Some(_) => Phase::Changed,
            None if case.hand_overs.is_empty() => Phase::Preparing,
            None if is_provisional => Phase::Provisional,
            None => Phase::Complete,
        };
        let situation = Situation {
            phase,
            has_keys: keys::has_chair(session, chair)?,
            waits: waits.into_iter().map(Into::into).collect(),
        };
        Ok((chair.path().to_owned(), situation))
    })?;
    start::note(session, &file, Stood::Competition(situation.clone()));
    Ok(situation)
}

/// Whether the order of the final standing may still be another: no prize is named then. What was published and stands is
/// not provisional.
pub(crate) fn is_provisional(case: &Case, results: &Results) -> bool {
    let stands = publication(case, results).is_some_and(|last| last.stands);
    !stands && missing(case, results).iter().any(Waiting::is_provisional)
}

/// What is to be done before the first hand-over can come.
fn preparations(chair: &Chair, case: &Case) -> Result<Vec<Waiting>, Error> {
    let mut waits = Vec::new();
    if case.entries.is_empty() {
        waits.push(Waiting::Entries);
    }
    if case.judges.is_empty() {
        waits.push(Waiting::Judges);
    }
    let packets = store::packets::all(chair)?;
    let mut served: BTreeSet<&JudgeCode> = packets.iter().map(|packet| &packet.judge).collect();
    served.extend(case.hand_overs.iter().map(|said| &said.judge));
    let without = case
        .judges
        .iter()
        .filter(|judge| !served.contains(&judge.code));
    let judges = count(without.count());
    if judges > 0 && !case.entries.is_empty() {
        waits.push(Waiting::Packets { judges });
    }
    Ok(waits)
}

/// What belongs into the final standing and is not there.
fn missing(case: &Case, results: &Results) -> Vec<Waiting> {
    let mut waits = Vec::new();
    if !case.not_understood.is_empty() {
        waits.push(Waiting::NotUnderstood {
            files: count(case.not_understood.len()),
        });
    }
    let conflicts = count(case.view().conflicts().count());
    if conflicts > 0 {
        waits.push(Waiting::Conflicts { sheets: conflicts });
    }
    waits.extend(not_begun(case, results));
    waits.extend(sheets(case, results));
    let unscored = rows(&results.overall).filter(|row| is_unscored(row));
    let entries = count(unscored.count());
    if entries > 0 {
        waits.push(Waiting::Unscored { entries });
    }
    waits
}

/// The stages that count in the final standing of a category with entries and have not begun there, each once.
fn not_begun(case: &Case, results: &Results) -> Vec<Waiting> {
    let awaited = |ranking: &Ranking, stage: &Stage| {
        let own = || {
            let judged = case.rules().judged_stages();
            judged.filter(|stage| stage.is_for(&ranking.category))
        };
        let counts = stage.weight.is_some() || own().all(|stage| stage.weight.is_none());
        let is_last = own().last().is_some_and(|last| last.code == stage.code);
        stage.is_for(&ranking.category)
            && counts
            && (stage.weight.is_some() || is_last)
            && !ranking.counted.contains(&stage.code)
            && ranking.rows.iter().any(is_in)
    };
    let rankings = &results.overall.rankings;
    let judged = case.rules().judged_stages();
    judged
        .filter(|stage| rankings.iter().any(|ranking| awaited(ranking, stage)))
        .map(|stage| Waiting::Stage {
            stage: stage.code.to_string(),
            name: stage.name.clone(),
        })
        .collect()
}

/// The sheets that judges still owe in stages that have begun, by stage and judge.
fn sheets(case: &Case, results: &Results) -> Vec<Waiting> {
    let mut open: BTreeMap<(&StageCode, &JudgeCode), usize> = BTreeMap::new();
    let owed = owed(case, results);
    for wait in &owed {
        let rankings = &results.overall.rankings;
        let ranking = rankings.iter().find(|of| of.category == wait.category);
        if ranking.is_some_and(|ranking| ranking.counted.contains(&wait.stage)) && wait.open() > 0 {
            *open.entry((&wait.stage, &wait.judge)).or_default() += wait.open();
        }
    }
    let stages = case.rules().judged_stages();
    let by_stage = stages.flat_map(|stage| {
        let open = &open;
        case.judges.iter().filter_map(move |judge| {
            let sheets = open.get(&(&stage.code, &judge.code))?;
            Some(Waiting::Sheets {
                judge: judge.code.to_string(),
                name: judge.name.clone(),
                stage: stage.code.to_string(),
                stage_name: stage.name.clone(),
                sheets: count(*sheets),
            })
        })
    });
    by_stage.collect()
}

/// Whether an entry has no score for a reason that no other line of the list names.
fn is_unscored(row: &Row) -> bool {
    let obstacle = row.obstacle.as_ref().map(|obstacle| obstacle.kind());
    row.status == Status::Incomplete
        && !matches!(
            obstacle,
            Some(ObstacleKind::NotFiled | ObstacleKind::NotBegun | ObstacleKind::Conflict) | None
        )
}

const fn is_in(row: &Row) -> bool {
    !matches!(row.status, Status::Withdrawn | Status::Disqualified)
}

/// The entries that share a rank with a title, by rank.
fn ties(ranking: &Ranking) -> Vec<Waiting> {
    let mut tied: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for row in ranking.rows.iter().filter(|row| row.tied) {
        if let Some(rank) = row.rank.filter(|rank| award(*rank).is_some()) {
            tied.entry(rank).or_default().push(row.entry.to_string());
        }
    }
    let waiting = |(rank, entries)| Waiting::Tie {
        category: ranking.category.to_string(),
        rank,
        entries,
    };
    tied.into_iter().map(waiting).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::decisions::{Act, NewDecision};
    use crate::api::handover::Files;
    use crate::test_support::Machine;

    fn seen(chair: &Session) -> (Phase, Vec<Waiting>) {
        let seen = situation(chair, Nothing {}).unwrap();
        assert!(seen.has_keys);
        let waits = seen.waits.into_iter().map(|wait| wait.waiting);
        (seen.phase, waits.collect())
    }

    fn provisional(chair: &Session) -> bool {
        let both = chair.chair(|chair| Ok((chair.case()?, chair.results()?)));
        let (case, results) = both.unwrap();
        is_provisional(&case, &results)
    }

    #[test]
    fn what_waits_is_named_from_the_empty_file_to_the_published_result() {
        let machine = Machine::new(52);
        let chair = machine.competition();
        let (phase, waits) = seen(&chair);
        assert_eq!((phase, &waits[0]), (Phase::Preparing, &Waiting::Judges));
        let desk = machine.desk(&chair, "J1");
        let files = vec![machine.hand_over(&desk, 2, "1.nilai")];
        crate::handover::merge(&chair, Files { files }).unwrap();
        let (phase, waits) = seen(&chair);
        assert_eq!(phase, Phase::Provisional, "{waits:?}");
        assert!(provisional(&chair), "no prize is named");
        let tie = |waiting: &&Waiting| matches!(waiting, Waiting::Tie { .. });
        let Some(Waiting::Tie { rank, entries, .. }) = waits.iter().find(tie) else {
            panic!("{waits:?}")
        };
        assert_eq!((*rank, entries.len()), (1, 8));
        let publish = NewDecision {
            act: Act::Publish,
            reason: "rapat pleno".into(),
        };
        crate::decisions::decide(&chair, publish).unwrap();
        assert_eq!(seen(&chair).0, Phase::Published);
        assert!(!provisional(&chair), "what was published names its winners");
    }
}
