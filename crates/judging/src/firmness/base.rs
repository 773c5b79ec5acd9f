//! A standing as it is, and who stands at each place that matters.

use super::boundary::{Boundary, PRIZES};
use crate::Exact;
use crate::ranking::{Places, RankedBy, RankedEntry, places};
use crate::rules::{Rounding, Shortlist, TieBreak};
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
    /// The rule of the cut, which gives other places when another number of entries is ranked.
    rule: Option<(Shortlist, Rounding)>,
}

impl Base {
    /// `None` when a score is too large to compare.
    pub(super) fn new(category: &ScoredCategory<'_>, by: &RankedBy) -> Option<Self> {
        let units = by.all_units(category)?;
        let ranked = by.rank(category, &units);
        let mut ranks = vec![None; units.len()];
        for ranked_entry in &ranked {
            ranks[ranked_entry.entry as usize] = Some(ranked_entry.rank);
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
            let rule = (rule, category.inputs.rules.rounding);
            lines.push(cut_line(rule, &ranked, &units));
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
        // With a weight of nought sheets can cease to count, and fewer entries are ranked.
        let cut = self.rule.map(|rule| cut_among(rule, units));
        let is_inside = |ranked_entry: &&RankedEntry| match (self.boundary.rank(), cut) {
            (Some(rank), _) => ranked_entry.rank == rank,
            (None, Some(cut)) => cut.passes(ranked_entry.rank, units[ranked_entry.entry as usize]),
            (None, None) => false,
        };
        let mut inside: Vec<u32> = ranked
            .iter()
            .filter(is_inside)
            .map(|ranked_entry| ranked_entry.entry)
            .collect();
        inside.sort_unstable();
        inside
    }
}

fn entries_with(ranked: &[RankedEntry], rank: Option<u32>) -> Vec<u32> {
    let with = ranked.iter().filter(|entry| Some(entry.rank) == rank);
    with.map(|entry| entry.entry).collect()
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
    let mut ranks = ranked.iter().map(|entry| entry.rank);
    let before = ranks.clone().rfind(|known| *known < rank);
    let next = ranks.find(|known| *known > rank);
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
        rule: None,
    })
}

/// By what the cut is made, among the entries with a score; those that only keep their place count too.
fn cut_among((rule, rounding): (Shortlist, Rounding), units: &[Option<i128>]) -> Places {
    places(rule, rounding, units.iter().flatten().count())
}

fn cut_line(rule: (Shortlist, Rounding), ranked: &[RankedEntry], units: &[Option<i128>]) -> Line {
    let cut = cut_among(rule, units);
    let passes = |entry: &&RankedEntry| cut.passes(entry.rank, units[entry.entry as usize]);
    let last = ranked.iter().rfind(passes).map(|entry| entry.rank);
    let first_out = ranked
        .iter()
        .find(|entry| !passes(entry))
        .map(|entry| entry.rank);
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
        rule: Some(rule),
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
