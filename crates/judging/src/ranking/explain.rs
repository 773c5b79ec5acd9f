//! Why one entry stands above another: what each criterion, each stage and the deductions put between them.

use super::row::{Ranking, Row, Standings};
use crate::rules::TieBreak;
use crate::scoring::Figure;
use crate::{CategoryCode, CriterionCode, EntryCode, Exact, StageCode};

/// Two entries of one standing against each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The category in which both stand.
    pub category: CategoryCode,
    /// The one that stands above, or the first asked for when they share a rank.
    pub above: EntryCode,
    /// The other.
    pub below: EntryCode,
    /// Their scores.
    pub scores: (Figure, Figure),
    /// Whether they share a rank.
    pub tied: bool,
    /// The step of the ladder that parted them, when their scores are equal and their ranks are not.
    pub decided_by: Option<TieBreak>,
    /// Each criterion, where the standing has criteria, by what it puts between the two: the largest first, whoever it is for.
    pub criteria: Vec<Difference<CriterionCode>>,
    /// The same of each counted stage, unweighted.
    pub stages: Vec<Difference<StageCode>>,
    /// The same of deductions: above zero when the lower one lost more.
    pub deductions: Exact,
}

/// What one thing puts between two entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference<C> {
    /// Which criterion or stage.
    pub code: C,
    /// The upper entry's part.
    pub above: Exact,
    /// The lower entry's part.
    pub below: Exact,
    /// The upper's less the lower's: below zero where the lower one was better.
    pub between: Exact,
}

/// Why two entries cannot be set against each other.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExplainError {
    /// The standing has no such entry.
    #[error("“{0}” is not in this standing")]
    Unknown(EntryCode),
    /// It is listed apart.
    #[error("“{0}” has no rank in this standing")]
    Unranked(EntryCode),
    /// They are not ranked among each other.
    #[error("“{0}” and “{1}” are in different categories")]
    Apart(EntryCode, EntryCode),
}

/// Sets two ranked entries of one category against each other; in either order.
///
/// # Errors
/// [`ExplainError`] naming the entry that cannot be explained.
pub fn explain(
    standings: &Standings,
    one: &EntryCode,
    other: &EntryCode,
) -> Result<Explanation, ExplainError> {
    let (mut above, mut below) = (ranked(standings, one)?, ranked(standings, other)?);
    if above.ranking.category != below.ranking.category {
        return Err(ExplainError::Apart(one.clone(), other.clone()));
    }
    if below.row.rank < above.row.rank {
        std::mem::swap(&mut above, &mut below);
    }
    let parts = |row: &Row| -> Vec<_> {
        let criteria = row.criteria.iter();
        criteria
            .map(|c| (c.code.clone(), c.weighted.clone()))
            .collect()
    };
    let stages = |row: &Row| -> Vec<_> {
        let stages = row.stages.iter();
        stages
            .map(|s| (s.code.clone(), s.score.exact.clone()))
            .collect()
    };
    let (upper, lower) = (above.row, below.row);
    let equal = above.score.rounded == below.score.rounded;
    Ok(Explanation {
        category: above.ranking.category.clone(),
        above: upper.entry.clone(),
        below: lower.entry.clone(),
        scores: (above.score.clone(), below.score.clone()),
        tied: upper.rank == lower.rank,
        decided_by: parting(&above, &below).filter(|_| equal).cloned(),
        criteria: differences(parts(upper), &parts(lower)),
        stages: differences(stages(upper), &stages(lower)),
        deductions: &lower.deducted - &upper.deducted,
    })
}

/// A ranked row where it stands.
struct RankedRow<'s> {
    ranking: &'s Ranking,
    position: usize,
    row: &'s Row,
    score: &'s Figure,
}

fn ranked<'s>(standings: &'s Standings, code: &EntryCode) -> Result<RankedRow<'s>, ExplainError> {
    for ranking in &standings.rankings {
        if let Some(position) = ranking.rows.iter().position(|row| row.entry == *code) {
            let row = &ranking.rows[position];
            let score = row.score.as_ref().filter(|_| row.rank.is_some());
            let score = score.ok_or_else(|| ExplainError::Unranked(code.clone()))?;
            return Ok(RankedRow {
                ranking,
                position,
                row,
                score,
            });
        }
    }
    Err(ExplainError::Unknown(code.clone()))
}

/// The earliest step among those that part the rows between the two: the later ones part finer.
fn parting<'s>(above: &RankedRow<'s>, below: &RankedRow<'s>) -> Option<&'s TieBreak> {
    let ladder = &above.ranking.ladder;
    let ranks = |row: &&Row| row.rank > above.row.rank;
    let between = above
        .ranking
        .rows
        .get(above.position..=below.position)?
        .iter()
        .filter(ranks);
    between
        .filter_map(|row| row.parted_by.as_ref())
        .min_by_key(|step| ladder.iter().position(|known| known == *step))
}

/// The largest difference first, whichever way it points; equal ones in the rubric's order.
fn differences<C: PartialEq>(above: Vec<(C, Exact)>, below: &[(C, Exact)]) -> Vec<Difference<C>> {
    let pairs = above.into_iter().filter_map(|(code, above)| {
        let (_, below) = below.iter().find(|(other, _)| *other == code)?;
        Some(Difference {
            between: &above - below,
            below: below.clone(),
            code,
            above,
        })
    });
    let mut all: Vec<Difference<C>> = pairs.collect();
    let size = |part: &Difference<C>| part.between.clone().max(&Exact::ZERO - &part.between);
    all.sort_by_key(|part| std::cmp::Reverse(size(part)));
    all
}
