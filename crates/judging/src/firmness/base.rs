//! A standing as it is, and who stands at each place that matters.

use super::boundary::{Boundary, PRIZES};
use crate::Exact;
use crate::ranking::{Places, RankedBy, RankedEntry, places};
use crate::rules::TieBreak;
use crate::scoring::ScoredCategory;

/// A standing as it is.
#[derive(Debug)]
pub(super) struct Base {
    /// By entry: what it is ranked by.
    pub(super) units: Vec<Option<i128>>,
    /// By entry: its rank.
    pub(super) ranks: Vec<Option<u32>>,
    /// The places that matter.
    pub(super) lines: Vec<Line>,
}

/// One place that matters.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) boundary: Boundary,
    /// Who stands there, ascending.
    pub(super) inside: Vec<u32>,
    /// Who has the rank; of the cut, the last inside.
    pub(super) above: Vec<u32>,
    /// The next ones below.
    pub(super) below: Vec<u32>,
    /// The units at which passing entries can change who stands there.
    pub(super) levels: Vec<i128>,
    /// What the cut is made by.
    pub(super) cut: Option<Places>,
}

impl Base {
    /// `None` when a score is too large to compare.
    pub(super) fn new(category: &ScoredCategory<'_>, by: &RankedBy) -> Option<Self> {
        let units = by.all_units(category)?;
        let ranked = by.rank(category, &units);
        let mut ranks = vec![None; units.len()];
        for one in &ranked {
            ranks[one.entry as usize] = Some(one.rank);
        }
        let prizes = (2..=PRIZES).map(Boundary::Prize);
        let by_rank = std::iter::once(Boundary::Winner).chain(prizes);
        let mut lines: Vec<Line> = by_rank
            .filter_map(|boundary| by_rank_line(boundary, &ranked, &units))
            .collect();
        let cut = by
            .stage_with_cut(category)
            .and_then(|stage| stage.shortlist);
        if let Some(rule) = cut.filter(|_| !ranked.is_empty()) {
            let cut = places(rule, category.inputs.rules.rounding, ranked.len());
            lines.push(cut_line(cut, &ranked, &units));
        }
        Some(Self {
            units,
            ranks,
            lines,
        })
    }

    /// How far the scores above and below the line are apart.
    pub(super) fn margin(&self, line: &Line, digits: u32) -> Option<Exact> {
        let units = |entries: &[u32]| self.units[*entries.first()? as usize];
        let apart = units(&line.above)? - units(&line.below)?;
        Exact::ratio(apart, 10_i128.checked_pow(digits)?)
    }
}

impl Line {
    /// Who would stand there in another order of the same entries.
    pub(super) fn inside(&self, ranked: &[RankedEntry], units: &[Option<i128>]) -> Vec<u32> {
        let is_inside = |one: &&RankedEntry| match (self.boundary.rank(), self.cut) {
            (Some(rank), _) => one.rank == rank,
            (None, Some(cut)) => cut.passes(one.rank, units[one.entry as usize]),
            (None, None) => false,
        };
        let mut inside: Vec<u32> = ranked
            .iter()
            .filter(is_inside)
            .map(|one| one.entry)
            .collect();
        inside.sort_unstable();
        inside
    }
}

fn entries_with(ranked: &[RankedEntry], rank: Option<u32>) -> Vec<u32> {
    let with = ranked.iter().filter(|one| Some(one.rank) == rank);
    with.map(|one| one.entry).collect()
}

fn by_rank_line(
    boundary: Boundary,
    ranked: &[RankedEntry],
    units: &[Option<i128>],
) -> Option<Line> {
    let rank = boundary.rank()?;
    let above = entries_with(ranked, Some(rank));
    if above.is_empty() {
        return None;
    }
    let mut ranks = ranked.iter().map(|one| one.rank);
    let before = ranks.clone().rfind(|one| *one < rank);
    let next = ranks.find(|one| *one > rank);
    let below = entries_with(ranked, next);
    // An entry that has the rank loses it to those beside it; others take it from those who have it.
    let beside = [&entries_with(ranked, before), &above, &below];
    let first = beside.into_iter().filter_map(|entries| entries.first());
    let levels = first.filter_map(|entry| units[*entry as usize]);
    let mut inside = above.clone();
    inside.sort_unstable();
    Some(Line {
        boundary,
        inside,
        levels: levels.collect(),
        above,
        below,
        cut: None,
    })
}

fn cut_line(cut: Places, ranked: &[RankedEntry], units: &[Option<i128>]) -> Line {
    let passes = |one: &&RankedEntry| cut.passes(one.rank, units[one.entry as usize]);
    let last = ranked.iter().rfind(passes).map(|one| one.rank);
    let first_out = ranked.iter().find(|one| !passes(one)).map(|one| one.rank);
    let (above, below) = (entries_with(ranked, last), entries_with(ranked, first_out));
    let mut line = Line {
        boundary: Boundary::Cut,
        inside: Vec::new(),
        levels: match cut {
            // Whoever reaches the score passes, whatever the others do.
            Places::Units(least) => vec![least, least - 1],
            Places::Ranks(_) => {
                let ends = [above.first(), below.first()].into_iter().flatten();
                ends.filter_map(|entry| units[*entry as usize]).collect()
            }
        },
        above,
        below,
        cut: Some(cut),
    };
    line.inside = line.inside(ranked, units);
    line
}

/// The stages whose marks and weights the standing depends on: those that count, and those that its ladder looks at.
pub(super) fn relevant_stages(category: &ScoredCategory<'_>, by: &RankedBy) -> Vec<usize> {
    let mut stages = by.stages.clone();
    let ladder = by.ladder_stage(category);
    let steps = ladder
        .into_iter()
        .flat_map(|stage| &stage.rubric.stage.tie_break);
    let looked_at = steps.filter_map(|step| match step {
        TieBreak::Stage(code) => category.position(code),
        _ => None,
    });
    stages.extend(looked_at);
    stages.sort_unstable();
    stages.dedup();
    stages
}
