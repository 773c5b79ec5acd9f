use super::filing_of;
use crate::entry::Entry;
use crate::standings::{Filing, Plan, Question, StandingsError, contenders};
use crate::{CategoryCode, EntryCode, JudgeCode, StageCode};

/// What one judge owes in one stage and category. Every entry assigned is in exactly one of the lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    /// Who.
    pub judge: JudgeCode,
    /// In which stage.
    pub stage: StageCode,
    /// In which category.
    pub category: CategoryCode,
    /// Entries with a sheet that counts.
    pub filed: Vec<EntryCode>,
    /// Entries with a draft, or with a final sheet that lacks a required mark.
    pub begun: Vec<EntryCode>,
    /// Entries of which nothing is heard.
    pub silent: Vec<EntryCode>,
    /// Entries the judge stands aside for.
    pub recused: Vec<EntryCode>,
    /// Entries on which the judge's hand-overs differ.
    pub conflict: Vec<EntryCode>,
}

impl Owed {
    /// How many entries the judge is assigned to.
    #[must_use]
    pub const fn assigned(&self) -> usize {
        self.filed.len() + self.open() + self.recused.len() + self.conflict.len()
    }

    /// How many sheets are still to come.
    #[must_use]
    pub const fn open(&self) -> usize {
        self.begun.len() + self.silent.len()
    }
}

/// What every judge owes, by the panel's order, then by stage and category; only where something is assigned. A stage after
/// a cut asks only for the entries that passed it.
///
/// # Errors
/// [`StandingsError`] when the rules have a flaw.
pub fn owed(question: &Question<'_>) -> Result<Vec<Owed>, StandingsError> {
    let contenders = contenders(question)?;
    let mut all = Vec::new();
    for judge in question.judges {
        for stage in question.rules.judged_stages() {
            let plan = Plan::new(stage);
            let running = contenders.get(&stage.code);
            for category in &question.rules.categories {
                let mut owed = Owed {
                    judge: judge.code.clone(),
                    stage: stage.code.clone(),
                    category: category.code.clone(),
                    filed: Vec::new(),
                    begun: Vec::new(),
                    silent: Vec::new(),
                    recused: Vec::new(),
                    conflict: Vec::new(),
                };
                let asked = |entry: &&Entry| {
                    entry.category == category.code
                        && running.is_some_and(|running| running.contains(&entry.code))
                };
                for entry in question.entries.iter().filter(asked) {
                    let list = match filing_of(question, &plan, stage, judge, entry) {
                        None => continue,
                        Some(Filing::Counts(_)) => &mut owed.filed,
                        Some(Filing::Draft | Filing::LacksMarks(_) | Filing::NoWeight) => {
                            &mut owed.begun
                        }
                        Some(Filing::Nothing) => &mut owed.silent,
                        Some(Filing::Recused) => &mut owed.recused,
                        Some(Filing::Conflict) => &mut owed.conflict,
                    };
                    list.push(entry.code.clone());
                }
                if owed.assigned() > 0 {
                    all.push(owed);
                }
            }
        }
    }
    Ok(all)
}
