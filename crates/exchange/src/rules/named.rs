//! What values are called in the rules file, for whoever shows rules.

use super::words::{AGGREGATES, KINDS, LEVELS, MISSING, MODES, SCORES, word};
use judging::rules::{
    Aggregate, Missing, RoundingLevel, RoundingMode, Score, Shortlist, StageKind, TieBreak,
};

/// `half-up`, `half-even`, `down`.
#[must_use]
pub fn rounding_mode(mode: RoundingMode) -> &'static str {
    word(MODES, mode)
}

/// `sheet`, `stage`, `final`.
#[must_use]
pub fn rounding_level(level: RoundingLevel) -> &'static str {
    word(LEVELS, level)
}

/// `registration`, `scoring` …
#[must_use]
pub fn stage_kind(kind: StageKind) -> &'static str {
    word(KINDS, kind)
}

/// `weighted-mean`, `points`, `percent`.
#[must_use]
pub fn score(score: Score) -> &'static str {
    word(SCORES, score)
}

/// `mean`, `median`, `trimmed-mean` …
#[must_use]
pub fn aggregate(aggregate: Aggregate) -> &'static str {
    match aggregate {
        Aggregate::TrimmedMean { .. } => "trimmed-mean",
        other => word(AGGREGATES, other),
    }
}

/// `require-all`, `of-filed`.
#[must_use]
pub fn missing(missing: Missing) -> &'static str {
    word(MISSING, matches!(missing, Missing::OfFiled { .. }))
}

/// `per_category = 5`, `threshold = 70`, `share = 25`.
#[must_use]
pub fn shortlist(shortlist: Shortlist) -> String {
    match shortlist {
        Shortlist::PerCategory(count) => format!("per_category = {count}"),
        Shortlist::Threshold(least) => format!("threshold = {least}"),
        Shortlist::Share(share) => format!("share = {share}"),
    }
}

/// `criterion:dampak`, `stage:penilaian`, `highest-median`, `head-to-head`, `chair`.
#[must_use]
pub fn tie_break(step: &TieBreak) -> String {
    match step {
        TieBreak::Criterion(code) => format!("criterion:{code}"),
        TieBreak::Stage(code) => format!("stage:{code}"),
        TieBreak::HighestMedian => "highest-median".into(),
        TieBreak::HeadToHead => "head-to-head".into(),
        TieBreak::Chair => "chair".into(),
    }
}
