use super::effects::effects;
use super::proposed::{Leaf, ProposedChange};
use super::show::scale;
use crate::api::common::count;
use crate::api::rules::{
    CriterionCarry, CriterionChange, MarkMove, RuleDifference, RulesAsked, RulesChange,
};
use crate::{Error, Session};
use exchange::rules::{Difference, LARGEST};
use judging::revision::{self, carried_mark};
use judging::rules::Rules;
use std::collections::BTreeSet;
use std::path::Path;

/// How many different marks are shown with what becomes of them.
const SHOWN: usize = 4;

/// What changed rules would do. Nothing is changed.
///
/// # Errors
/// As [`change`](super::change), but for the reason and for choices still to be made.
pub fn preview(session: &Session, asked: RulesAsked) -> Result<RulesChange, Error> {
    let text = text(&asked)?;
    session.chair(|chair| shown(&ProposedChange::of(chair, &text, &asked.marks)?))
}

/// The rules as written, or those in the file.
pub(super) fn text(asked: &RulesAsked) -> Result<String, Error> {
    let Some(file) = asked.file.as_deref().map(Path::new) else {
        return Ok(asked.toml.clone().unwrap_or_default());
    };
    let most = u64::try_from(LARGEST).unwrap_or(u64::MAX);
    let bytes = crate::files::read_within(file, most)?;
    let rules =
        exchange::rules::read_bytes(&bytes).map_err(|error| Error::from(error).in_file(file))?;
    Ok(exchange::rules::write(&rules))
}

pub(super) fn shown(proposed: &ProposedChange) -> Result<RulesChange, Error> {
    let (old, new) = (proposed.before.rules(), proposed.after.rules());
    let differences = exchange::rules::differences(old, new);
    Ok(RulesChange {
        toml: proposed.text.clone(),
        from: proposed.change.from.to_string(),
        to: proposed.change.to.to_string(),
        criteria: criteria(proposed, &differences),
        differences: differences.into_iter().map(difference).collect(),
        effects: effects(proposed)?,
    })
}

fn difference(found: Difference) -> RuleDifference {
    RuleDifference {
        place: found.place,
        key: found.key.map(Into::into),
        before: found.before,
        after: found.after,
    }
}

/// The criteria that are different, or that somebody gave marks for.
fn criteria(proposed: &ProposedChange, differences: &[Difference]) -> Vec<CriterionCarry> {
    let touched: BTreeSet<Vec<String>> = differences
        .iter()
        .map(|difference| difference.place.clone())
        .collect();
    let rules = (proposed.before.rules(), proposed.after.rules());
    let row = |leaf: &Leaf| {
        let place = vec![leaf.stage.to_string(), leaf.code()?.to_string()];
        let is_touched = touched.contains(&place) || leaf.scales().is_none();
        (is_touched || !leaf.marks.is_empty()).then(|| criterion(leaf, rules, is_touched))
    };
    proposed.leaves.iter().filter_map(row).collect()
}

fn criterion(leaf: &Leaf, (old, new): (&Rules, &Rules), touched: bool) -> CriterionCarry {
    let stage = new.stage(&leaf.stage).or_else(|| old.stage(&leaf.stage));
    let named = leaf.after.as_ref().or(leaf.before.as_ref());
    let side = |side: &Option<judging::rules::Criterion>| {
        side.as_ref()
            .and_then(|criterion| criterion.scale.as_ref())
            .map(scale)
    };
    let state = match (&leaf.before, &leaf.after) {
        (None, _) => CriterionChange::New,
        (_, None) => CriterionChange::Gone,
        _ if !leaf.same_marks() => CriterionChange::Scale,
        _ if touched => CriterionChange::Words,
        _ => CriterionChange::Same,
    };
    CriterionCarry {
        stage: leaf.stage.to_string(),
        stage_name: stage.map_or_else(String::new, |stage| stage.name.clone()),
        criterion: named.map_or_else(String::new, |criterion| criterion.code.to_string()),
        name: named.map_or_else(String::new, |criterion| criterion.name.clone()),
        required: named.is_some_and(|criterion| criterion.required),
        state,
        before: side(&leaf.before),
        after: side(&leaf.after),
        marks: count(leaf.marks.len()),
        carry: leaf.carry.map(Into::into),
        open: leaf.is_open(),
        examples: examples(leaf),
    }
}

/// What becomes of the lowest, the highest and some marks between.
fn examples(leaf: &Leaf) -> Vec<MarkMove> {
    let Some((before, after)) = leaf.scales() else {
        return Vec::new();
    };
    let distinct: BTreeSet<_> = leaf.marks.iter().copied().collect();
    let distinct: Vec<_> = distinct.into_iter().collect();
    let most = distinct.len().saturating_sub(1);
    let steps = SHOWN.min(distinct.len());
    let places: BTreeSet<usize> = (0..steps)
        .map(|n| n * most / steps.saturating_sub(1).max(1))
        .collect();
    let shown = |place: usize| {
        let mark = *distinct.get(place)?;
        let carried = |carry| carried_mark(carry, before, after, mark).map(|mark| mark.to_string());
        Some(MarkMove {
            before: mark.to_string(),
            kept: carried(revision::Carry::Keep),
            rescaled: carried(revision::Carry::Rescale),
        })
    };
    places.into_iter().filter_map(shown).collect()
}
