//! What is drawn of a standing.

use super::subject::{case, stage_of, title};
use crate::api::common::count;
use crate::api::plots::{EntryPlot, JudgePlot, PlotPoint, Plots, PlotsAsked, RankedPlot};
use crate::{Error, Session};
use judging::agreement::{FiveNumbers, Scores};
use judging::case::Case;
use judging::ranking::{Ranking, Row};
use judging::results::{Results, results};
use judging::rules::Rounding;
use judging::{CategoryCode, Exact, StageCode};

/// The places of judges' scores and of entries' scores, for drawing.
///
/// # Errors
/// That nothing is open, or stage or category is unknown.
pub fn plots(session: &Session, asked: PlotsAsked) -> Result<Plots, Error> {
    let case = case(session, asked.pack.as_deref())?;
    let stage = stage_of(&case, asked.stage.as_deref())?;
    let category = crate::rules::category_of(case.rules(), &asked.category)?;
    let results = results(&case)?;
    let standings = stage.as_ref().and_then(|stage| results.stage(stage));
    let standings = standings.map_or(&results.overall, |result| &result.standings);
    let mut rankings = standings.rankings.iter();
    let ranking = rankings.find(|ranking| ranking.category == category);
    let rounding = standings.rounding;
    let judged = judged(&results, stage.as_ref(), &category);
    let axis = judged
        .as_ref()
        .and_then(|(_, scores)| Axis::of(scores.all().map(|(.., score)| score), rounding));
    let ends = |axis: &Axis| [axis.point(&axis.low), axis.point(&axis.high)];
    let [low, high] = axis.as_ref().map(ends).unwrap_or_default();
    let own = ranking.and_then(|ranking| Axis::of(figures(ranking), rounding));
    Ok(Plots {
        stage: judged.as_ref().map(|(stage, _)| stage.to_string()),
        low,
        high,
        judges: judged
            .iter()
            .zip(&axis)
            .flat_map(|((_, scores), axis)| judges(&case, scores, axis))
            .collect(),
        entries: judged
            .iter()
            .zip(&axis)
            .flat_map(|((_, scores), axis)| entries(&case, ranking, scores, axis))
            .collect(),
        scale: own.as_ref().map(ends),
        ranked: ranking
            .zip(own)
            .map(|(ranking, axis)| ranked(&case, ranking, &axis))
            .unwrap_or_default(),
    })
}

/// The judges' scores in the stage asked for, or in the last one that has any.
fn judged(
    results: &Results,
    stage: Option<&StageCode>,
    category: &CategoryCode,
) -> Option<(StageCode, Scores)> {
    let stages = results.stages.iter().rev();
    let mut asked = stages.filter(|result| stage.is_none_or(|stage| result.stage == *stage));
    asked.find_map(|result| {
        let scores = Scores::of_stage(result, Some(category)).ok()?;
        (scores.count() > 0).then(|| (result.stage.clone(), scores))
    })
}

/// An axis from the lowest value to the highest.
struct Axis {
    low: Exact,
    high: Exact,
    rounding: Rounding,
}

impl Axis {
    fn of<'a>(values: impl Iterator<Item = &'a Exact>, rounding: Rounding) -> Option<Self> {
        let values: Vec<&Exact> = values.collect();
        Some(Self {
            low: values.iter().min().copied()?.clone(),
            high: values.iter().max().copied()?.clone(),
            rounding,
        })
    }

    fn permille(&self, value: &Exact) -> u32 {
        (value - &self.low).permille_of(&(&self.high - &self.low))
    }

    fn point(&self, value: &Exact) -> PlotPoint {
        PlotPoint {
            shown: value.text(self.rounding.digits, self.rounding.mode),
            permille: self.permille(value),
        }
    }
}

fn figures(ranking: &Ranking) -> impl Iterator<Item = &Exact> {
    let ranked = ranking.rows.iter().filter(|row| row.rank.is_some());
    ranked.filter_map(|row| row.score.as_ref().map(|score| &score.rounded))
}

fn judges(case: &Case, scores: &Scores, axis: &Axis) -> Vec<JudgePlot> {
    let judges = scores.judges().iter().enumerate();
    let plot = |(at, code): (usize, &judging::JudgeCode)| {
        let given: Vec<&Exact> = scores.of_judge(at).map(|(_, score)| score).collect();
        let five = FiveNumbers::of(given.iter().copied().cloned())?;
        let mut known = case.judges.iter();
        let judge = known.find(|judge| judge.code == *code);
        Some(JudgePlot {
            judge: code.to_string(),
            name: judge.map_or_else(String::new, |judge| judge.name.clone()),
            sheets: count(given.len()),
            five: five.values.each_ref().map(|value| axis.point(value)),
            points: given.iter().map(|score| axis.permille(score)).collect(),
        })
    };
    judges.filter_map(plot).collect()
}

/// The entries with a score, in the order of the standing.
fn entries(case: &Case, ranking: Option<&Ranking>, scores: &Scores, axis: &Axis) -> Vec<EntryPlot> {
    let rows = ranking.into_iter().flat_map(|ranking| &ranking.rows);
    let plot = |row: &Row| {
        let at = scores.entries().binary_search(&row.entry).ok()?;
        let mut cells = vec![None; scores.judges().len()];
        for (judge, score) in scores.of_entry(at) {
            cells[judge] = Some(axis.point(score));
        }
        Some(EntryPlot {
            entry: row.entry.to_string(),
            title: title(case, &row.entry),
            cells,
        })
    };
    rows.filter_map(plot).collect()
}

fn ranked(case: &Case, ranking: &Ranking, axis: &Axis) -> Vec<RankedPlot> {
    let ranked: Vec<&Row> = ranking
        .rows
        .iter()
        .filter(|row| row.rank.is_some())
        .collect();
    let plot = |(at, row): (usize, &&Row)| {
        let score = &row.score.as_ref()?.rounded;
        let next = ranked.get(at + 1);
        let gap = next.and_then(|next| Some(score - &next.score.as_ref()?.rounded));
        Some(RankedPlot {
            entry: row.entry.to_string(),
            title: title(case, &row.entry),
            rank: row.rank?,
            score: axis.point(score),
            gap: gap.map(|gap| axis.point(&gap).shown),
            cut_below: row.shortlisted == Some(true)
                && next.is_some_and(|next| next.shortlisted == Some(false)),
        })
    };
    ranked.iter().enumerate().filter_map(plot).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::handover::Files;
    use crate::test_support::Machine;

    #[test]
    fn every_number_has_its_place_on_an_axis_that_ends_at_the_extremes() {
        let machine = Machine::new(80);
        let chair = machine.competition();
        for (code, marks) in [("J1", [3, 3, 2, 2, 2, 1, 1, 1]), ("J2", [2; 8])] {
            let desk = machine.desk(&chair, code);
            let file = machine.hand_over_each(&desk, &marks, &format!("{code}.nilai"));
            crate::handover::merge(&chair, Files { files: vec![file] }).unwrap();
        }
        let asked = PlotsAsked {
            pack: None,
            stage: None,
            category: "KEC".into(),
        };
        let plots = plots(&chair, asked).unwrap();
        assert_eq!(plots.stage.as_deref(), Some("penilaian"));
        let [one, other] = &plots.judges[..] else {
            panic!("{:?}", plots.judges)
        };
        let places = |judge: &JudgePlot| judge.five.each_ref().map(|point| point.permille);
        assert_eq!(places(one), [0, 0, 500, 625, 1000]);
        assert_eq!(places(other), [500; 5]);
        assert_eq!(plots.entries.len(), 8);
        assert_eq!(plots.entries[0].entry, "KEC-001");
        let first = plots.entries[0].cells[0].as_ref().unwrap();
        assert_eq!((&first.shown, first.permille), (&plots.high.shown, 1000));
        assert_eq!(plots.ranked[1].gap.as_deref(), Some("10.50"));
        assert_eq!(plots.ranked[7].gap, None);
    }
}
