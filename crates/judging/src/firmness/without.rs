//! What a stage's standing would be if one judge had not been there.

use super::base::Base;
use super::boundary::Boundary;
use crate::panel::Judge;
use crate::ranking::{RankedBy, RankedCategory};
use crate::scoring::ScoredCategory;
use crate::{EntryCode, JudgeCode};
use std::collections::BTreeSet;

/// A stage's standing without one judge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Without {
    /// The judge.
    pub judge: JudgeCode,
    /// Who would be first, by code.
    pub winners: Vec<EntryCode>,
    /// Who would come into the cut; empty without one.
    pub entering: Vec<EntryCode>,
    /// Who would fall out of it.
    pub leaving: Vec<EntryCode>,
    /// Whether the order of all entries would be the same.
    pub same_order: bool,
}

/// Who stands where in a stage.
struct Order {
    winners: BTreeSet<EntryCode>,
    inside: BTreeSet<EntryCode>,
    ranks: Vec<Option<u32>>,
}

impl Order {
    fn new(category: &ScoredCategory<'_>, by: &RankedBy) -> Option<Self> {
        let base = Base::new(category, by)?;
        let at = |boundary: Boundary| -> BTreeSet<EntryCode> {
            let line = base.lines.iter().find(|line| line.boundary == boundary);
            let entries = line.into_iter().flat_map(|line| &line.inside);
            entries
                .map(|entry| category.entries[*entry as usize].code.clone())
                .collect()
        };
        Some(Self {
            winners: at(Boundary::Winner),
            inside: at(Boundary::Cut),
            ranks: base.ranks,
        })
    }
}

/// The standing of the n-th stage without each judge who has a sheet that counts, in the panel's order.
pub(super) fn without(category: &RankedCategory<'_>, stage: usize) -> Vec<Without> {
    let by = category.by_stage(stage);
    let category = &category.scored;
    let Some(now) = Order::new(category, &by) else {
        return Vec::new();
    };
    let table = &category.stages[stage].sheets.table;
    let sheets = (0..table.entries()).flat_map(|entry| table.sheets(entry));
    let judges: BTreeSet<u32> = sheets.map(|sheet| table.judge(sheet)).collect();
    let left_out = judges.into_iter().filter_map(|judge| {
        let position = usize::try_from(judge).ok()?;
        let mut panel: Vec<Judge> = category.inputs.judges.to_vec();
        let judge = panel.remove(position).code;
        let inputs = category.inputs.with_panel(&panel);
        let then = ScoredCategory::score(&inputs, category.category)?;
        let then = RankedCategory::rank(then);
        let then = Order::new(&then.scored, &then.by_stage(stage))?;
        Some(Without {
            judge,
            entering: then.inside.difference(&now.inside).cloned().collect(),
            leaving: now.inside.difference(&then.inside).cloned().collect(),
            winners: then.winners.into_iter().collect(),
            same_order: then.ranks == now.ranks,
        })
    });
    left_out.collect()
}
