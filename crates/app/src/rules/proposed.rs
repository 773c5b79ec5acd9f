//! What changed rules would do to marks: the choices as asked, those that stand to reason, and those still to be made.

use super::follow::has_categories;
use crate::Error;
use crate::api::rules::CarryChoice;
use crate::session::Chair;
use judging::case::Case;
use judging::handover::{Said, Value};
use judging::revision::{self, Change, Choices};
use judging::rules::{Criterion, Rules, Scale, Stage};
use judging::{CriterionCode, StageCode};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A change of the rules, before it is decided.
pub(super) struct ProposedChange {
    /// As things stand.
    pub before: Arc<Case>,
    /// As they would stand.
    pub after: Case,
    /// What would be decided.
    pub change: Change,
    /// A leaf of the old or the new rules, in the order of the new.
    pub leaves: Vec<Leaf>,
    /// The new rules' canonical text.
    pub text: String,
}

/// A criterion that takes marks under the old rules, the new, or both.
pub(super) struct Leaf {
    pub stage: StageCode,
    pub before: Option<Criterion>,
    pub after: Option<Criterion>,
    /// What becomes of its marks, where both rules have it: as chosen, or `keep` where the scale is the same.
    pub carry: Option<revision::Carry>,
    /// Marks given so far.
    pub marks: Vec<judging::Fixed>,
}

impl Leaf {
    pub fn scales(&self) -> Option<(&Scale, &Scale)> {
        let before = self.before.as_ref()?.scale.as_ref()?;
        Some((before, self.after.as_ref()?.scale.as_ref()?))
    }

    pub fn same_marks(&self) -> bool {
        self.scales()
            .is_some_and(|(before, after)| before.same_marks(after))
    }

    pub fn code(&self) -> Option<&CriterionCode> {
        let either = self.after.as_ref().or(self.before.as_ref());
        either.map(|leaf| &leaf.code)
    }

    /// Whether the chair must still choose.
    pub fn is_open(&self) -> bool {
        self.scales().is_some() && self.carry.is_none() && !self.marks.is_empty()
    }
}

impl ProposedChange {
    /// Of the rules in this text.
    ///
    /// # Errors
    /// `bad-rules` with every flaw; `same-rules`; `category-in-use`; a choice that names no criterion both rules have, or
    /// that keeps marks on another scale.
    pub fn of(chair: &mut Chair, text: &str, chosen: &[CarryChoice]) -> Result<Self, Error> {
        let before = chair.case()?;
        let rules = exchange::rules::read(text)?;
        let (from, to) = (before.history.hash(), exchange::rules::hash(&rules));
        if from == to {
            let message = "these are the rules that are in force";
            return Err(Error::new("same-rules", message));
        }
        has_categories(chair, &rules)?;
        let mut leaves = leaves(before.rules(), &rules);
        choose(&mut leaves, chosen)?;
        count(&before, &mut leaves);
        let change = Change {
            from,
            to,
            marks: choices(&leaves),
        };
        Ok(Self {
            text: exchange::rules::write(&rules),
            after: chair.case_if(&change, rules)?,
            before,
            change,
            leaves,
        })
    }
}

fn leaves(old: &Rules, new: &Rules) -> Vec<Leaf> {
    let of = |rules: &Rules| -> Vec<(StageCode, Criterion)> {
        let stages = rules.judged_stages();
        let leaf = |stage: &Stage| {
            let code = stage.code.clone();
            let leaves: Vec<_> = stage.leaves().cloned().collect();
            leaves.into_iter().map(move |leaf| (code.clone(), leaf))
        };
        stages.flat_map(leaf).collect()
    };
    let key = |(stage, leaf): &(StageCode, Criterion)| (stage.clone(), leaf.code.clone());
    let mut old: BTreeMap<_, _> = of(old)
        .into_iter()
        .map(|leaf| (key(&leaf), leaf.1))
        .collect();
    let mut leaves = Vec::new();
    for (stage, after) in of(new) {
        let before = old.remove(&(stage.clone(), after.code.clone()));
        leaves.push(Leaf {
            stage,
            before,
            after: Some(after),
            carry: None,
            marks: Vec::new(),
        });
    }
    let gone = old.into_iter().map(|((stage, _), before)| Leaf {
        stage,
        before: Some(before),
        after: None,
        carry: None,
        marks: Vec::new(),
    });
    leaves.extend(gone);
    leaves
}

fn choose(leaves: &mut [Leaf], chosen: &[CarryChoice]) -> Result<(), Error> {
    for leaf in leaves.iter_mut() {
        leaf.carry = leaf.same_marks().then_some(revision::Carry::Keep);
    }
    for choice in chosen {
        let named = |leaf: &&mut Leaf| {
            let code = leaf.code().map(CriterionCode::as_str);
            leaf.stage.as_str() == choice.stage && code == Some(choice.criterion.as_str())
        };
        let leaf = leaves.iter_mut().find(named);
        let leaf = leaf.filter(|leaf| leaf.scales().is_some());
        let leaf = leaf.ok_or_else(|| {
            let name = format!("{}/{}", choice.stage, choice.criterion);
            Error::unknown("criterion", name)
                .hint("Choose for criteria that both the old and the new rules have.")
        })?;
        if choice.carry.0 == revision::Carry::Keep && !leaf.same_marks() {
            let name = format!("{}/{}", choice.stage, choice.criterion);
            return Err(Error::new(
                "cannot-keep",
                format!(
                    "the scale of {name} is another one: its marks are rescaled or given again"
                ),
            )
            .with("criterion", name));
        }
        leaf.carry = Some(choice.carry.0);
    }
    Ok(())
}

/// Counts the marks given so far, drafts too.
fn count(case: &Case, leaves: &mut [Leaf]) {
    let mut places: BTreeMap<(StageCode, CriterionCode), usize> = BTreeMap::new();
    for (place, leaf) in leaves.iter().enumerate() {
        if let Some(before) = &leaf.before {
            places.insert((leaf.stage.clone(), before.code.clone()), place);
        }
    }
    let view = case.view();
    for value in view.said.values() {
        let said: Vec<Said<'_>> = match value {
            Value::InForce(said) => vec![*said],
            Value::Conflict(candidates) => {
                candidates.iter().map(|candidate| candidate.said).collect()
            }
        };
        for said in said {
            let Said::Sheet(sheet) = said else { continue };
            for (code, mark) in &sheet.marks {
                let place = places.get(&(sheet.stage.clone(), code.clone()));
                if let Some(leaf) = place.and_then(|&place| leaves.get_mut(place)) {
                    leaf.marks.push(mark.value);
                }
            }
        }
    }
}

/// What is decided of marks: nothing is left unsaid.
fn choices(leaves: &[Leaf]) -> Choices {
    let both = leaves.iter().filter(|leaf| leaf.scales().is_some());
    let choice = |leaf: &Leaf| {
        let code = leaf.code()?.clone();
        let carry = leaf.carry.unwrap_or(revision::Carry::Again);
        Some(((leaf.stage.clone(), code), carry))
    };
    both.filter_map(choice).collect()
}
