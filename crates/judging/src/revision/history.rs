use super::{Change, Choices, carried_sheet};
use crate::entry::Categories;
use crate::handover::HandOver;
use crate::rules::Rules;
use crate::sheet::Sheet;
use crate::{CategoryCode, EntryCode, Hash, StageCode};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A statement was made under rules that are not at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the rules {0} are not in this file")]
pub struct UnknownRules(pub Hash);

/// The rules in force, all rules before them, and how marks pass from each to those in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    hash: Hash,
    rules: Rules,
    earlier: BTreeMap<Hash, Rules>,
    changes: Vec<Change>,
}

/// One change on the way of a mark.
#[derive(Debug, Clone, Copy)]
struct Step<'a> {
    old: &'a Rules,
    new: &'a Rules,
    choices: &'a Choices,
}

static NONE_CHOSEN: Choices = Choices::new();

impl History {
    /// Rules that were never changed, with their hash.
    #[must_use]
    pub const fn unchanged(hash: Hash, rules: Rules) -> Self {
        Self {
            hash,
            rules,
            earlier: BTreeMap::new(),
            changes: Vec::new(),
        }
    }

    /// The rules in force with their hash, the earlier ones by theirs, and the changes that hold in the order they were
    /// decided.
    ///
    /// # Errors
    /// [`UnknownRules`] when a change names rules that are not among these.
    pub fn new(
        hash: Hash,
        rules: Rules,
        mut earlier: BTreeMap<Hash, Rules>,
        changes: Vec<Change>,
    ) -> Result<Self, UnknownRules> {
        earlier.remove(&hash);
        let history = Self {
            hash,
            rules,
            earlier,
            changes,
        };
        for change in &history.changes {
            history.of(change.from)?;
            history.of(change.to)?;
        }
        Ok(history)
    }

    /// Hash of the rules in force.
    #[must_use]
    pub const fn hash(&self) -> Hash {
        self.hash
    }

    /// The rules in force.
    #[must_use]
    pub const fn rules(&self) -> &Rules {
        &self.rules
    }

    /// The rules of that hash.
    ///
    /// # Errors
    /// [`UnknownRules`].
    pub fn of(&self, hash: Hash) -> Result<&Rules, UnknownRules> {
        if hash == self.hash {
            return Ok(&self.rules);
        }
        self.earlier.get(&hash).ok_or(UnknownRules(hash))
    }

    /// All rules but those in force, by hash.
    #[must_use]
    pub const fn earlier(&self) -> &BTreeMap<Hash, Rules> {
        &self.earlier
    }

    /// The changes that hold, in the order they were decided.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// As [`History::carry`]; a hand-over made under the rules in force is shared, not copied.
    ///
    /// # Errors
    /// As [`History::carry`].
    pub fn carry_shared(
        &self,
        hand_over: &Arc<HandOver>,
        categories: &Categories,
    ) -> Result<Arc<HandOver>, UnknownRules> {
        if hand_over.rules == self.hash {
            return Ok(Arc::clone(hand_over));
        }
        let carried = self.carry(HandOver::clone(hand_over), categories)?;
        Ok(Arc::new(carried))
    }

    /// What the hand-over says under the rules in force. Its name and all that identifies it stay, and so does every word of its
    /// visits: they say what was seen, whatever the rules ask now. What it says of entries
    /// without a known category is left out when the rules changed since.
    ///
    /// # Errors
    /// [`UnknownRules`] when it was made under others than those known.
    pub fn carry(
        &self,
        mut hand_over: HandOver,
        categories: &Categories,
    ) -> Result<HandOver, UnknownRules> {
        let way = self.way(hand_over.rules)?;
        if way.is_empty() {
            return Ok(hand_over);
        }
        let judged = |stage: &StageCode, entry: &EntryCode| {
            let category = categories.get(entry);
            category.is_some_and(|category| {
                let mut rules = way.iter().map(|step| step.new);
                rules.all(|rules| is_judged(rules, stage, category))
            })
        };
        let carried = |sheet: &Sheet| along(&way, sheet, categories.get(&sheet.entry)?);
        let said = &mut hand_over.statement;
        said.sheets = said.sheets.iter().filter_map(carried).collect();
        said.recusals
            .retain(|recusal| judged(&recusal.stage, &recusal.entry));
        said.visits.retain(|visit| {
            let category = categories.get(&visit.entry);
            category.is_some_and(|category| self.rules.is_visited(&visit.stage, category))
        });
        Ok(hand_over)
    }

    /// What a sheet for an entry of that category, made under those rules, is under the rules in force; `None` when its
    /// stage is no more, or no longer for the category.
    ///
    /// # Errors
    /// [`UnknownRules`].
    pub fn sheet(
        &self,
        made_under: Hash,
        sheet: &Sheet,
        category: &CategoryCode,
    ) -> Result<Option<Sheet>, UnknownRules> {
        Ok(along(&self.way(made_under)?, sheet, category))
    }

    /// The changes since those rules were last in force. Where the changes that hold do not lead from them to the rules in
    /// force (they were undone), the two are compared directly and nothing is chosen.
    fn way<'a>(&'a self, made_under: Hash) -> Result<Vec<Step<'a>>, UnknownRules> {
        if made_under == self.hash {
            return Ok(Vec::new());
        }
        let old = self.of(made_under)?;
        let start = self
            .changes
            .iter()
            .rposition(|change| change.from == made_under);
        let since = start.map_or(&[][..], |start| &self.changes[start..]);
        let chained = since.windows(2).all(|pair| pair[0].to == pair[1].from)
            && since.last().is_some_and(|last| last.to == self.hash);
        if !chained {
            return Ok(vec![Step {
                old,
                new: &self.rules,
                choices: &NONE_CHOSEN,
            }]);
        }
        let step = |change: &'a Change| {
            Ok(Step {
                old: self.of(change.from)?,
                new: self.of(change.to)?,
                choices: &change.marks,
            })
        };
        since.iter().map(step).collect()
    }
}

fn is_judged(rules: &Rules, stage: &StageCode, category: &CategoryCode) -> bool {
    let mut judged = rules.judged_stages_of(category);
    judged.any(|judged| judged.code == *stage)
}

fn along(way: &[Step<'_>], sheet: &Sheet, category: &CategoryCode) -> Option<Sheet> {
    way.iter().try_fold(sheet.clone(), |sheet, step| {
        carried_sheet(&sheet, category, step.old, step.new, step.choices)
    })
}
