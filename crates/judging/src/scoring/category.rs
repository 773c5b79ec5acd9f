//! One category in all judged stages that it goes through.

use super::inputs::Inputs;
use super::stage::ScoredStage;
use crate::decision::Effect;
use crate::entry::Entry;
use crate::{CategoryCode, EntryCode, StageCode};

/// The scores of one category.
#[derive(Debug)]
pub(crate) struct ScoredCategory<'a> {
    pub(crate) inputs: &'a Inputs<'a>,
    pub(crate) category: &'a CategoryCode,
    /// The category's entries by code.
    pub(crate) entries: Vec<&'a Entry>,
    /// In the order of the rules.
    pub(crate) stages: Vec<ScoredStage<'a>>,
}

impl<'a> ScoredCategory<'a> {
    /// Scores every entry of the category in every stage; `None` when a score is too large to compute with.
    pub(crate) fn score(inputs: &'a Inputs<'a>, category: &'a CategoryCode) -> Option<Self> {
        let of_category = inputs.entries.iter().filter(|e| e.category == *category);
        let mut entries: Vec<&Entry> = of_category.collect();
        entries.sort_by(|a, b| a.code.cmp(&b.code));
        let stages = inputs.rules.judged_stages_of(category);
        let stages = stages.map(|stage| ScoredStage::score(inputs, stage, &entries));
        Some(Self {
            inputs,
            category,
            stages: stages.collect::<Option<_>>()?,
            entries,
        })
    }

    /// The position of a stage among those of the category.
    pub(crate) fn position(&self, stage: &StageCode) -> Option<usize> {
        let mut stages = self.stages.iter();
        stages.position(|scored| scored.rubric.stage.code == *stage)
    }

    /// The scores of a stage.
    pub(crate) fn stage(&self, stage: &StageCode) -> Option<&ScoredStage<'a>> {
        self.position(stage).map(|position| &self.stages[position])
    }

    /// The position of an entry among those of the category.
    pub(crate) fn entry(&self, code: &EntryCode) -> Option<usize> {
        let found = self.entries.binary_search_by(|entry| entry.code.cmp(code));
        found.ok()
    }

    /// What decisions do to the entry.
    pub(crate) fn effect(&self, entry: usize) -> &Effect {
        self.inputs.effects.on(&self.entries[entry].code)
    }

    /// Whether the entry is disqualified or withdrawn.
    pub(crate) fn is_removed(&self, entry: usize) -> bool {
        self.effect(entry).removal.is_some()
    }
}
