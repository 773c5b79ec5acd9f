//! The answer of the computation as one value: the final standing, one standing for each judged stage with what became of
//! every judge's sheet, and what stands in the way of publishing. Whoever asks what counts asks here.

mod judge_sheet;
mod publication_block;

pub use judge_sheet::{JudgeSheet, SheetOutcome, SheetOutcomeKind};
pub use publication_block::{PublicationBlock, PublicationBlockKind};

use crate::case::Case;
use crate::ranking::{RankedCategory, Row, Standings, final_ranking, stage_ranking};
use crate::rules::{Flaw, Rules, Stage};
use crate::scoring::{Inputs, ScoredCategory};
use crate::{CategoryCode, EntryCode, JudgeCode, StageCode};
use std::collections::BTreeMap;

/// The answer of the computation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// The final standing so far.
    pub overall: Standings,
    /// The judged stages, in the order of the rules.
    pub stages: Vec<StageResult>,
    /// What stands in the way of publishing; empty when nothing does.
    pub blocks: Vec<PublicationBlock>,
}

/// One judged stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageResult {
    /// The stage.
    pub stage: StageCode,
    /// Its standing.
    pub standings: Standings,
    /// For each entry listed in the standing: what became of the sheets of the judges assigned to it, in the panel's
    /// order, then of those who filed without being assigned.
    pub sheets: BTreeMap<EntryCode, Vec<JudgeSheet>>,
}

/// Why there is no result at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ResultsError {
    /// The rules have a flaw; the first is named.
    #[error("the rules have a flaw: {0}")]
    Rules(Flaw),
    /// A mark beyond what a mark can be.
    #[error("a score of category “{0}” is too large to compute with")]
    TooLarge(CategoryCode),
}

impl Results {
    /// The result of a judged stage.
    #[must_use]
    pub fn stage(&self, stage: &StageCode) -> Option<&StageResult> {
        self.stages.iter().find(|result| result.stage == *stage)
    }
}

impl StageResult {
    /// What became of one judge's sheet for an entry; `None` when the judge is not assigned and filed nothing.
    #[must_use]
    pub fn sheet(&self, entry: &EntryCode, judge: &JudgeCode) -> Option<&JudgeSheet> {
        let mut sheets = self.sheets_of(entry).iter();
        sheets.find(|sheet| sheet.judge == *judge)
    }

    /// What became of all sheets for an entry.
    #[must_use]
    pub fn sheets_of(&self, entry: &EntryCode) -> &[JudgeSheet] {
        self.sheets.get(entry).map_or(&[], Vec::as_slice)
    }
}

/// The results of a case.
///
/// # Errors
/// [`ResultsError`] when the rules have a flaw, or a score is too large to compute with.
pub fn results(case: &Case) -> Result<Results, ResultsError> {
    let rules = case.rules();
    if let Some(flaw) = rules.validate().into_iter().next() {
        return Err(ResultsError::Rules(flaw));
    }
    let view = case.view();
    let inputs = Inputs::new(case, &view);
    let late = judge_sheet::said_late(case, &view);
    let mut results = Results {
        overall: no_rankings(rules, None),
        stages: rules
            .judged_stages()
            .map(|stage| empty(rules, stage))
            .collect(),
        blocks: publication_block::blocks(case, &view),
    };
    for category in &rules.categories {
        let too_large = || ResultsError::TooLarge(category.code.clone());
        let scored = ScoredCategory::score(&inputs, &category.code).ok_or_else(too_large)?;
        let ranked = RankedCategory::rank(scored);
        results.blocks.extend(publication_block::at_gates(&ranked));
        let overall = final_ranking(&ranked).ok_or_else(too_large)?;
        results.overall.rankings.push(overall);
        for result in &mut results.stages {
            let Some(stage) = ranked.scored.position(&result.stage) else {
                continue;
            };
            let ranking = stage_ranking(&ranked, stage);
            let sheets = |row: &Row| judge_sheet::sheets(&ranked.scored, stage, &row.entry, &late);
            result.sheets.extend(ranking.rows.iter().filter_map(sheets));
            result.standings.rankings.push(ranking);
        }
    }
    Ok(results)
}

fn no_rankings(rules: &Rules, of: Option<&Stage>) -> Standings {
    Standings {
        of: of.map(|stage| stage.code.clone()),
        rounding: rules.rounding,
        rankings: Vec::new(),
    }
}

fn empty(rules: &Rules, stage: &Stage) -> StageResult {
    StageResult {
        stage: stage.code.clone(),
        standings: no_rankings(rules, Some(stage)),
        sheets: BTreeMap::new(),
    }
}
