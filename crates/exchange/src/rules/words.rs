//! The words of the rules file. One list each, used for reading and for writing.

use judging::rules::{
    Aggregate, JudgedBy, RemarkRule, RoundingLevel, RoundingMode, Score, StageKind,
};

/// Of `rounding.mode`.
pub(super) const MODES: &[(&str, RoundingMode)] = &[
    ("half-up", RoundingMode::HalfUp),
    ("half-even", RoundingMode::HalfEven),
    ("down", RoundingMode::Down),
];

/// Of `rounding.at`.
pub(super) const LEVELS: &[(&str, RoundingLevel)] = &[
    ("sheet", RoundingLevel::Sheet),
    ("stage", RoundingLevel::Stage),
    ("final", RoundingLevel::Final),
];

/// Of `stage.kind`.
pub(super) const KINDS: &[(&str, StageKind)] = &[
    ("registration", StageKind::Registration),
    ("eligibility", StageKind::Eligibility),
    ("scoring", StageKind::Scoring),
    ("verification", StageKind::Verification),
    ("presentation", StageKind::Presentation),
    ("objection", StageKind::Objection),
    ("award", StageKind::Award),
];

/// Of `stage.score`.
pub(super) const SCORES: &[(&str, Score)] = &[
    ("weighted-mean", Score::WeightedMean),
    ("points", Score::Points),
    ("percent", Score::Percent),
];

/// Of `stage.aggregate`. `trim` is a key of its own; here it has its default.
pub(super) const AGGREGATES: &[(&str, Aggregate)] = &[
    ("mean", Aggregate::Mean),
    ("median", Aggregate::Median),
    ("trimmed-mean", Aggregate::TrimmedMean { trim: 1 }),
    ("sum", Aggregate::Sum),
    ("standardised-mean", Aggregate::StandardisedMean),
];

/// Of `stage.missing`: whether only the sheets that were filed count. `min_judges` is a key of its own.
pub(super) const MISSING: &[(&str, bool)] = &[("require-all", false), ("of-filed", true)];

/// Of `stage.judges`.
pub(super) const JUDGED_BY: &[(&str, JudgedBy)] = &[
    ("per-entry", JudgedBy::Entry),
    ("per-criterion", JudgedBy::Criterion),
];

/// Of `criterion.remark`.
pub(super) const REMARKS: &[(&str, RemarkRule)] = &[
    ("optional", RemarkRule::Optional),
    ("required", RemarkRule::Required),
];

/// The word for a value.
pub(super) fn word<T: Copy + PartialEq>(words: &[(&'static str, T)], value: T) -> &'static str {
    words
        .iter()
        .find(|(_, known)| *known == value)
        .map_or("", |(word, _)| word)
}
