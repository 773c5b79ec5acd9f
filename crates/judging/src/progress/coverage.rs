use super::filing_of;
use crate::rules::{Missing, Stage};
use crate::standings::{Filing, Plan, Question, StandingsError, contenders};
use crate::{CategoryCode, EntryCode, StageCode};

/// How well one entry is covered in one stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// In which stage.
    pub stage: StageCode,
    /// Which entry.
    pub entry: EntryCode,
    /// Its category.
    pub category: CategoryCode,
    /// How many judges are assigned.
    pub assigned: u32,
    /// How many sheets count.
    pub filed: u32,
    /// How many judges stand aside.
    pub recused: u32,
    /// How many judges' hand-overs differ.
    pub conflict: u32,
    /// What that comes to.
    pub covered: Covered,
}

crate::words! {
    /// Whether an entry has the sheets it takes.
    pub enum Covered {
        /// All that are assigned and do not stand aside have filed.
        Fully = "fully",
        /// Sheets are still to come, but the stage's rule ranks it already.
        Enough = "enough",
        /// Fewer sheets than it takes, so far.
        TooFew = "too-few",
        /// Fewer judges remain than it takes: it can never be ranked as the panel is.
        TooFewJudges = "too-few-judges",
        /// Nobody is assigned, or all stand aside.
        NoJudge = "no-judge",
    }
}

/// The coverage of every entry in every stage that is about it, by stage, then in the order of the entries. Sheets are
/// counted, not the marks of single criteria.
///
/// # Errors
/// [`StandingsError`] when the rules have a flaw.
pub fn coverage(question: &Question<'_>) -> Result<Vec<Coverage>, StandingsError> {
    let contenders = contenders(question)?;
    let mut all = Vec::new();
    for stage in question.rules.judged_stages() {
        let plan = Plan::new(stage);
        let Some(running) = contenders.get(&stage.code) else {
            continue;
        };
        let entries = question.entries.iter();
        for entry in entries.filter(|entry| running.contains(&entry.code)) {
            let (mut assigned, mut filed, mut recused, mut conflict) = (0, 0, 0, 0);
            for judge in question.judges {
                let Some(filing) = filing_of(question, &plan, stage, judge, entry) else {
                    continue;
                };
                assigned += 1;
                match filing {
                    Filing::Counts(_) => filed += 1,
                    Filing::Recused => recused += 1,
                    Filing::Conflict => conflict += 1,
                    Filing::Draft | Filing::LacksMarks(_) | Filing::NoWeight | Filing::Nothing => {}
                }
            }
            all.push(Coverage {
                stage: stage.code.clone(),
                entry: entry.code.clone(),
                category: entry.category.clone(),
                assigned,
                filed,
                recused,
                conflict,
                covered: covered(stage, assigned - recused, filed),
            });
        }
    }
    Ok(all)
}

fn covered(stage: &Stage, speaking: u32, filed: u32) -> Covered {
    let needed = match stage.missing {
        Missing::RequireAll => speaking,
        Missing::OfFiled { min_judges } => min_judges,
    };
    if speaking == 0 {
        Covered::NoJudge
    } else if speaking < needed {
        Covered::TooFewJudges
    } else if filed == speaking {
        Covered::Fully
    } else if filed >= needed {
        Covered::Enough
    } else {
        Covered::TooFew
    }
}
