//! Whether rules make sense. All flaws are reported, not the first alone; each names its place by the keys that a person
//! sees in the rules file.

use super::{
    Aggregate, Criterion, JudgedBy, Missing, RoundingLevel, Rules, Scale, Score, Shortlist, Stage,
    StageKind, TieBreak, VisitEffect,
};
use crate::{Fixed, StageCode};
use std::collections::BTreeSet;
use std::fmt;

/// Where in the rules a flaw lies.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A key at the top.
    Top(&'static str),
    /// A key of the n-th category, counted from 0.
    Category(usize, &'static str),
    /// A key of the n-th stage, counted from 0.
    Stage(usize, &'static str),
    /// A key of the m-th criterion of the n-th stage, both counted from 0.
    Criterion(usize, usize, &'static str),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Top(key) => write!(f, "{key}"),
            Self::Category(n, key) => write!(f, "category[{}].{key}", n + 1),
            Self::Stage(n, key) => write!(f, "stage[{}].{key}", n + 1),
            Self::Criterion(n, m, key) => write!(f, "stage[{}].criterion[{}].{key}", n + 1, m + 1),
        }
    }
}

/// One thing in the rules that does not make sense.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {message}")]
pub struct Flaw {
    /// The part of the rules it is in.
    pub place: Place,
    /// What does not make sense, in plain words.
    pub message: String,
}

/// Deepest nesting of groups.
const DEEPEST: usize = 6;

impl Rules {
    /// All flaws of these rules, in their order; empty when they can be judged by.
    #[must_use]
    pub fn validate(&self) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        let mut flaw = |place, message: String| flaws.push(Flaw { place, message });
        if self.name.trim().is_empty() {
            flaw(Place::Top("name"), "the competition needs a name".into());
        }
        if self.rounding.digits > 9 {
            flaw(Place::Top("rounding"), "digits must be from 0 to 9".into());
        }
        if self.obligation.is_some_and(|owed| owed.per_agency == 0) {
            flaw(
                Place::Top("obligation"),
                "per_agency must be at least 1".into(),
            );
        }
        if self.categories.is_empty() {
            flaw(
                Place::Top("category"),
                "there must be at least one category".into(),
            );
        }
        if self.judged_stages().next().is_none() {
            flaw(
                Place::Top("stage"),
                "at least one stage needs criteria to judge by".into(),
            );
        }
        let mut seen = BTreeSet::new();
        for (n, category) in self.categories.iter().enumerate() {
            if !seen.insert(category.code.as_str().to_lowercase()) {
                flaw(
                    Place::Category(n, "code"),
                    format!("“{}” is used twice", category.code),
                );
            }
            if self.judged_stages_of(&category.code).next().is_none()
                && self.judged_stages().next().is_some()
            {
                flaw(
                    Place::Category(n, "code"),
                    format!("no stage with criteria is for category “{}”", category.code),
                );
            }
        }
        let mut seen = BTreeSet::new();
        for (n, stage) in self.stages.iter().enumerate() {
            if !seen.insert(stage.code.as_str().to_lowercase()) {
                flaw(
                    Place::Stage(n, "code"),
                    format!("“{}” is used twice", stage.code),
                );
            }
            self.validate_stage(n, stage, &mut flaw);
            validate_criteria(n, stage, &mut flaw);
        }
        flaws
    }

    fn validate_stage(&self, n: usize, stage: &Stage, flaw: &mut impl FnMut(Place, String)) {
        let mut at = |key, message: String| flaw(Place::Stage(n, key), message);
        for code in &stage.categories {
            if self.category(code).is_none() {
                at("categories", format!("there is no category “{code}”"));
            }
        }
        if let (Some(from), Some(to)) = (stage.from, stage.to)
            && to < from
        {
            at("to", format!("{to} is before {from}"));
        }
        if stage.weight.is_some_and(|weight| weight <= Fixed::ZERO) {
            at(
                "weight",
                "must be above zero; leave it out when the stage does not count".into(),
            );
        }
        if stage.weight.is_some() && stage.criteria.is_empty() {
            at(
                "weight",
                "a stage without criteria cannot count in the final score".into(),
            );
        }
        if stage.aggregate == (Aggregate::TrimmedMean { trim: 0 }) {
            at("trim", "must be at least 1".into());
        }
        if stage.aggregate == Aggregate::StandardisedMean
            && self.rounding.at == RoundingLevel::Sheet
        {
            at("aggregate", "standardised-mean needs unrounded sheet scores: set rounding at = \"stage\" or \"final\"".into());
        }
        if stage.aggregate == Aggregate::StandardisedMean && stage.judged_by == JudgedBy::Criterion
        {
            at(
                "aggregate",
                "standardised-mean needs judges who mark all criteria".into(),
            );
        }
        if stage.missing == (Missing::OfFiled { min_judges: 0 }) {
            at("min_judges", "must be at least 1".into());
        }
        match stage.shortlist {
            Some(Shortlist::PerCategory(0)) => {
                at("shortlist", "per_category must be at least 1".into());
            }
            Some(Shortlist::Share(share)) if share <= Fixed::ZERO || share > Fixed::whole(100) => {
                at(
                    "shortlist",
                    format!("share is a percentage above 0 up to 100, not {share}"),
                );
            }
            Some(_) if stage.criteria.is_empty() => {
                at(
                    "shortlist",
                    "a stage without criteria has no standing to cut".into(),
                );
            }
            _ => {}
        }
        self.validate_visits(stage, &mut at);
        if !stage.blind.is_empty() && stage.criteria.is_empty() {
            at(
                "blind",
                "a stage without criteria has no marks to give blind".into(),
            );
        }
        if !stage.blind.is_empty() && stage.kind == StageKind::Verification {
            at(
                "blind",
                "verifiers visit the agency: a verification cannot be blind".into(),
            );
        }
        if stage.slot_minutes == Some(0) {
            at("slot_minutes", "must be at least 1".into());
        }
        for step in &stage.tie_break {
            match step {
                TieBreak::Criterion(code)
                    if stage.criterion(code).is_none_or(|c| c.scale.is_none()) =>
                {
                    at(
                        "tie_break",
                        format!("there is no criterion “{code}” with marks in this stage"),
                    );
                }
                TieBreak::Stage(code) => self.validate_stage_step(stage, code, &mut at),
                TieBreak::HighestMedian | TieBreak::HeadToHead
                    if stage.judged_by == JudgedBy::Criterion =>
                {
                    at(
                        "tie_break",
                        format!(
                            "“{step}” compares whole sheets: it needs judges who mark all criteria"
                        ),
                    );
                }
                _ => {}
            }
        }
    }

    fn validate_visits(&self, stage: &Stage, at: &mut impl FnMut(&'static str, String)) {
        let is_judged = !stage.criteria.is_empty();
        match (stage.kind, stage.effect) {
            (StageKind::Verification, VisitEffect::None) if is_judged => {
                let message = "a stage with criteria is “marked” or a “gate”";
                at("effect", message.into());
            }
            (StageKind::Verification, VisitEffect::Marked) if !is_judged => {
                let message = "a stage without criteria cannot be “marked”";
                at("effect", message.into());
            }
            (StageKind::Verification, _) | (_, VisitEffect::None) => {}
            (_, VisitEffect::Gate | VisitEffect::Marked) => {
                let message = "means something only in a stage of kind “verification”";
                at("effect", message.into());
            }
        }
        let mut seen = BTreeSet::new();
        for claim in &stage.claims {
            let text = claim.text.trim().to_lowercase();
            if text.is_empty() {
                at("claims", "a claim needs words".into());
            } else if !seen.insert(text) {
                at("claims", format!("“{}” stands there twice", claim.text));
            }
            let Some(criterion) = &claim.criterion else {
                continue;
            };
            match self.meant(criterion) {
                1 => {}
                0 => at("claims", format!("there is no criterion “{criterion}”")),
                _ => at(
                    "claims",
                    format!(
                        "several stages have a criterion “{criterion}”: write STAGE:{criterion}"
                    ),
                ),
            }
        }
    }

    fn validate_stage_step(
        &self,
        stage: &Stage,
        code: &StageCode,
        at: &mut impl FnMut(&'static str, String),
    ) {
        if *code == stage.code {
            at("tie_break", format!("“stage:{code}” is this stage itself"));
            return;
        }
        let Some(other) = self.judged_stages().find(|other| other.code == *code) else {
            at("tie_break", format!("there is no judged stage “{code}”"));
            return;
        };
        let mut categories = self.categories.iter().map(|category| &category.code);
        if !categories.any(|category| stage.is_for(category) && other.is_for(category)) {
            at(
                "tie_break",
                format!("no category goes through both this stage and “{code}”"),
            );
        }
    }
}

fn validate_criteria(n: usize, stage: &Stage, flaw: &mut impl FnMut(Place, String)) {
    let mut seen = BTreeSet::new();
    for (m, criterion) in stage.criteria.iter().enumerate() {
        let mut at = |key, message: String| flaw(Place::Criterion(n, m, key), message);
        if !seen.insert(criterion.code.as_str().to_lowercase()) {
            at(
                "code",
                format!("“{}” is used twice in this stage", criterion.code),
            );
        }
        if let Some(parent) = &criterion.parent {
            if stage.criterion(parent).is_none() {
                at(
                    "parent",
                    format!("there is no criterion “{parent}” in this stage"),
                );
            } else if depth(stage, criterion).is_none() {
                at(
                    "parent",
                    "its groups stand in a circle, or are nested too deep".into(),
                );
            }
        }
        let is_group = stage.children(Some(&criterion.code)).next().is_some();
        match &criterion.scale {
            Some(_) if is_group => at(
                "scale",
                "a group of criteria takes no marks: leave scale and levels out".into(),
            ),
            None if !is_group => at("scale", "a criterion needs a scale or levels".into()),
            Some(scale) => validate_scale(scale, stage.score, &mut at),
            None => {}
        }
        if criterion.weight < Fixed::ZERO {
            at("weight", "may not be negative".into());
        }
    }
    let groups = stage
        .criteria
        .iter()
        .filter(|c| c.scale.is_none())
        .map(|c| Some(&c.code));
    for group in groups.chain([None]) {
        if stage.score == Score::Points && group.is_some() {
            continue;
        }
        let weighs = |c: &Criterion| {
            c.weight > Fixed::ZERO || (stage.score == Score::Points && c.scale.is_none())
        };
        if stage.children(group).next().is_some() && !stage.children(group).any(weighs) {
            let of =
                group.map_or_else(|| "this stage".to_owned(), |code| format!("group “{code}”"));
            flaw(
                Place::Stage(n, "criterion"),
                format!("the weights of {of} sum to zero"),
            );
        }
    }
}

fn validate_scale(scale: &Scale, score: Score, at: &mut impl FnMut(&'static str, String)) {
    match scale {
        Scale::Range { min, max, step } => {
            if max <= min {
                at("scale", format!("max {max} must be above min {min}"));
            }
            if *step <= Fixed::ZERO {
                at("scale", "step must be above zero".into());
            } else if max > min && !scale.admits(*max) {
                at(
                    "scale",
                    format!("the steps of {step} from {min} do not reach {max}"),
                );
            }
        }
        Scale::Levels(levels) => {
            if levels.len() < 2 {
                at("levels", "there must be at least two levels".into());
            }
            if levels.windows(2).any(|pair| pair[0].value >= pair[1].value) {
                at("levels", "values must ascend, without repetition".into());
            }
        }
    }
    if score == Score::Percent && scale.max() <= Fixed::ZERO {
        at("scale", "“percent” needs a highest mark above zero".into());
    }
}

/// How many groups stand above the criterion; `None` in a circle or beyond [`DEEPEST`].
fn depth(stage: &Stage, criterion: &Criterion) -> Option<usize> {
    let mut above = criterion.parent.as_ref();
    for depth in 0..=DEEPEST {
        match above {
            None => return Some(depth),
            Some(code) => above = stage.criterion(code)?.parent.as_ref(),
        }
    }
    None
}
