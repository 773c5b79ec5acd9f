//! The rows of one stage's standing.

use super::category::RankedCategory;
use super::rank::RankedEntry;
use super::row::{Ranking, Row, StageScore, Status};
use crate::scoring::{Figure, codes};

/// The ranking of the n-th judged stage of the category.
pub(crate) fn stage_ranking(category: &RankedCategory<'_>, stage: usize) -> Ranking {
    let (scored, order) = (&category.scored.stages[stage], &category.orders[stage]);
    Ranking {
        category: category.scored.category.clone(),
        counted: vec![scored.rubric.stage.code.clone()],
        ladder: scored.rubric.stage.tie_break.clone(),
        cut: order.cut,
        rows: rows(&order.ranked, &order.listed, |entry, ranked| {
            row(category, stage, entry, ranked)
        }),
    }
}

/// The rows of those with a rank, then of those listed apart, by what keeps them apart.
pub(super) fn rows(
    ranked: &[RankedEntry],
    listed: &[bool],
    row: impl Fn(usize, Option<&RankedEntry>) -> Row,
) -> Vec<Row> {
    let mut apart = listed.to_vec();
    for ranked in ranked {
        apart[ranked.entry as usize] = false;
    }
    let entries = apart.iter().enumerate().filter(|(_, apart)| **apart);
    let mut others: Vec<Row> = entries.map(|(entry, _)| row(entry, None)).collect();
    others.sort_by_key(|row| row.status);
    ranked
        .iter()
        .map(|ranked| row(ranked.entry as usize, Some(ranked)))
        .chain(others)
        .collect()
}

fn row(
    category: &RankedCategory<'_>,
    stage: usize,
    entry: usize,
    ranked: Option<&RankedEntry>,
) -> Row {
    let (scored, order) = (&category.scored.stages[stage], &category.orders[stage]);
    let own = &scored.sheets.judges[entry];
    let panel = category.scored.inputs.judges;
    let score = scored.exact(entry);
    let score = score.map(|exact| Figure::new(exact, scored.rounding));
    let (status, obstacle) = match (category.status(stage, entry), ranked) {
        (_, Some(_)) => (Status::Ranked, None),
        (found, None) => found,
    };
    let step = |number: Option<u16>| scored.rubric.step(number?).cloned();
    Row {
        status,
        obstacle,
        parted_by: step(ranked.and_then(|ranked| ranked.parted_by)),
        decided_by: step(ranked.and_then(|ranked| ranked.decided_by)),
        sheets: scored.counted_sheets(entry),
        missing: codes(panel, &own.missing),
        recused: codes(panel, &own.recused),
        unassigned: own.unassigned.clone(),
        of_filed: ranked.is_some() && !own.missing.is_empty(),
        criteria: score
            .as_ref()
            .map_or_else(Vec::new, |_| scored.criteria(entry)),
        stages: score
            .iter()
            .map(|score| StageScore {
                code: scored.rubric.stage.code.clone(),
                score: score.clone(),
            })
            .collect(),
        score,
        shortlisted: order.passed[entry],
        across_cut: ranked.is_some_and(|ranked| order.rank_across_cut == Some(ranked.rank)),
        ..Row::bare(
            &category.scored.entries[entry].code,
            category.scored.category,
            ranked,
        )
    }
}
