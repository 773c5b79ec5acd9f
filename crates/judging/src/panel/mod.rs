//! Who judges what.

use crate::entry::{BlindField, Entry};
use crate::rules::{JudgedBy, Rules, Stage, StageKind};
use crate::{CategoryCode, CriterionCode, EntryCode, JudgeCode, StageCode};
use std::collections::BTreeSet;

/// A member of the panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judge {
    /// Unique in the competition: `J1`.
    pub code: JudgeCode,
    /// Name with titles, as printed.
    pub name: String,
    /// What the judge is assigned to.
    pub scope: Scope,
}

impl Judge {
    /// Fields of entries that are blind in a stage in which this judge has one of them to judge.
    #[must_use]
    pub fn blind_fields(&self, rules: &Rules, entries: &[Entry]) -> BTreeSet<BlindField> {
        let has_one_in = |stage: &&Stage| {
            let mut entries = entries.iter();
            entries.any(|entry| self.scope.concerns(stage, &entry.category, &entry.code))
        };
        let blind = rules.stages.iter().filter(|stage| !stage.blind.is_empty());
        blind
            .filter(has_one_in)
            .flat_map(|stage| stage.blind.iter().copied())
            .collect()
    }
}

/// What a judge is assigned to. An empty set means *all*.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scope {
    /// Stages.
    pub stages: BTreeSet<StageCode>,
    /// Categories.
    pub categories: BTreeSet<CategoryCode>,
    /// Entries.
    pub entries: BTreeSet<EntryCode>,
    /// Criteria; they matter only in stages judged by criterion.
    pub criteria: BTreeSet<CriterionCode>,
}

impl Scope {
    /// Whether the judge is to file a sheet for this entry in this stage.
    #[must_use]
    pub fn covers(&self, stage: &Stage, category: &CategoryCode, entry: &EntryCode) -> bool {
        self.names(stage, category, entry)
            && stage.leaves().any(|leaf| self.marks(stage, &leaf.code))
    }

    /// Whether the judge has anything to say of this entry in this stage: a sheet to file or, in a verification, a visit
    /// to report on.
    #[must_use]
    pub fn concerns(&self, stage: &Stage, category: &CategoryCode, entry: &EntryCode) -> bool {
        let visited = stage.kind == StageKind::Verification;
        self.covers(stage, category, entry) || visited && self.names(stage, category, entry)
    }

    fn names(&self, stage: &Stage, category: &CategoryCode, entry: &EntryCode) -> bool {
        stage.is_for(category)
            && (self.stages.is_empty() || self.stages.contains(&stage.code))
            && (self.categories.is_empty() || self.categories.contains(category))
            && (self.entries.is_empty() || self.entries.contains(entry))
    }

    /// Whether the judge marks this criterion of the stage.
    #[must_use]
    pub fn marks(&self, stage: &Stage, criterion: &CriterionCode) -> bool {
        stage.judged_by == JudgedBy::Entry
            || self.criteria.is_empty()
            || self.criteria.contains(criterion)
    }

    /// The first code in the scope that the rules do not know, with the kind of code it is.
    #[must_use]
    pub fn unknown_to(&self, rules: &Rules) -> Option<(&'static str, String)> {
        let takes_judges =
            |stage: &Stage| !stage.criteria.is_empty() || stage.kind == StageKind::Verification;
        let stage = self
            .stages
            .iter()
            .find(|code| !rules.stage(code).is_some_and(takes_judges));
        let category = self
            .categories
            .iter()
            .find(|code| rules.category(code).is_none());
        let leaf = |code: &CriterionCode| {
            rules
                .judged_stages()
                .any(|s| s.criterion(code).is_some_and(|c| c.scale.is_some()))
        };
        let criterion = self.criteria.iter().find(|code| !leaf(code));
        stage
            .map(|code| ("stage", code.to_string()))
            .or_else(|| category.map(|code| ("category", code.to_string())))
            .or_else(|| criterion.map(|code| ("criterion", code.to_string())))
    }
}
