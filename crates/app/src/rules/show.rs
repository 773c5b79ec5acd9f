use crate::api::common::Nothing;
use crate::api::rules::{
    CarryChoice, CriterionView, LevelView, RulesView, ScaleView, ShortlistView, StageView,
    TieBreakView,
};
use crate::{Error, Session};
use judging::Hash;
use judging::revision::Change;
use judging::rules::{
    Aggregate, Criterion, Missing, RemarkRule, Rules, Scale, Shortlist, Stage, TieBreak,
};
use store::Contents;

/// The rules of the open competition, readable.
///
/// # Errors
/// That nothing is open, or the file is damaged.
pub fn rules(session: &Session, _: Nothing) -> Result<RulesView, Error> {
    session.with(|store| {
        let revision = current(store)?;
        let rules = parsed(&revision)?;
        Ok(RulesView {
            revision: revision.number,
            hash: revision.hash.to_string(),
            digits: rules.rounding.digits,
            rounding: rules.rounding.mode.into(),
            rounded_at: rules.rounding.at.into(),
            per_agency: rules.obligation.map(|owed| owed.per_agency),
            stages: rules.stages.iter().map(stage).collect(),
            source: rules.source,
            toml: revision.text,
        })
    })
}

/// The rules that hold.
pub(crate) fn rules_of(contents: &Contents) -> Result<Rules, Error> {
    parsed(&current(contents)?)
}

/// The hash of the rules that hold.
pub(crate) fn hash_in_force(contents: &Contents) -> Result<Hash, Error> {
    Ok(current(contents)?.hash)
}

pub(super) fn current(contents: &Contents) -> Result<store::rules::Revision, Error> {
    store::rules::current(contents)?
        .ok_or_else(|| Error::new("file-damaged", "the file has no rules").in_file(contents.path()))
}

fn parsed(revision: &store::rules::Revision) -> Result<Rules, Error> {
    Ok(exchange::rules::read(&revision.text)?)
}

fn stage(stage: &Stage) -> StageView {
    let date = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string());
    StageView {
        code: stage.code.to_string(),
        name: stage.name.clone(),
        kind: stage.kind.into(),
        categories: stage.categories.iter().map(ToString::to_string).collect(),
        from: date(stage.from),
        to: date(stage.to),
        weight: stage.weight.map(|weight| weight.to_string()),
        score: stage.score.into(),
        aggregate: stage.aggregate.kind().into(),
        trim: match stage.aggregate {
            Aggregate::TrimmedMean { trim } => Some(trim),
            _ => None,
        },
        missing: stage.missing.kind().into(),
        min_judges: match stage.missing {
            Missing::RequireAll => None,
            Missing::OfFiled { min_judges } => Some(min_judges),
        },
        blind: stage.blind.iter().copied().map(Into::into).collect(),
        shortlist: stage.shortlist.map(shortlist),
        tie_break: stage.tie_break.iter().map(tie_break).collect(),
        criteria: stage.criteria.iter().map(criterion).collect(),
    }
}

fn shortlist(cut: Shortlist) -> ShortlistView {
    ShortlistView {
        kind: cut.kind().into(),
        value: match cut {
            Shortlist::PerCategory(places) => places.to_string(),
            Shortlist::Threshold(amount) | Shortlist::Share(amount) => amount.to_string(),
        },
    }
}

fn tie_break(step: &TieBreak) -> TieBreakView {
    TieBreakView {
        kind: step.kind().into(),
        code: match step {
            TieBreak::Criterion(code) => Some(code.to_string()),
            TieBreak::Stage(code) => Some(code.to_string()),
            TieBreak::HighestMedian | TieBreak::HeadToHead | TieBreak::Chair => None,
        },
    }
}

pub(crate) fn criterion(criterion: &Criterion) -> CriterionView {
    let scale = criterion.scale.as_ref().map(scale);
    CriterionView {
        code: criterion.code.to_string(),
        parent: criterion.parent.as_ref().map(ToString::to_string),
        name: criterion.name.clone(),
        weight: criterion.weight.to_string(),
        scale,
        required: criterion.required,
        remark_required: criterion.remark == RemarkRule::Required,
        guidance: criterion.guidance.clone(),
    }
}

pub(super) fn scale(scale: &Scale) -> ScaleView {
    let (range, levels) = match scale {
        Scale::Range { min, max, step } => (Some((min, max, step)), [].as_slice()),
        Scale::Levels(levels) => (None, levels.as_slice()),
    };
    ScaleView {
        min: range.map(|(min, _, _)| min.to_string()),
        max: range.map(|(_, max, _)| max.to_string()),
        step: range.map(|(_, _, step)| step.to_string()),
        levels: levels
            .iter()
            .map(|level| LevelView {
                value: level.value.to_string(),
                label: level.label.clone(),
            })
            .collect(),
    }
}

/// What a change says of marks.
pub(crate) fn chosen(change: &Change) -> Vec<CarryChoice> {
    let marks = change.marks.iter();
    let choices = marks.map(|((stage, criterion), carry)| CarryChoice {
        stage: stage.to_string(),
        criterion: criterion.to_string(),
        carry: (*carry).into(),
    });
    choices.collect()
}
