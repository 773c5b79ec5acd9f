//! The answer of the computation as one value: the final standing, one standing for each judged stage with what became of
//! every judge's sheet, and what stands in the way of publishing.

use super::filed::{Filing, filing, has, is_final};
use super::race::{Ground, Race};
use super::row::{Figure, Ranking, Standings};
use super::{StandingsError, check_rules, overall, stage};
use crate::case::Case;
use crate::handover::{Key, Said, Value, view};
use crate::rules::{JudgedBy, Stage};
use crate::{CriterionCode, EntryCode, JudgeCode};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The answer of the computation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// The final standing so far.
    pub overall: Standings,
    /// The judged stages, in the order of the rules.
    pub stages: Vec<StageResult>,
    /// What stands in the way of publishing; empty when nothing does.
    pub blocks: Vec<PublicationBlock>,
}

/// One judged stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageResult {
    /// Its standing.
    pub standings: Standings,
    /// For each entry listed in the standing: what became of the sheets of the judges assigned to it, in the panel's
    /// order, then of those who filed without being assigned.
    pub sheets: BTreeMap<EntryCode, Vec<JudgeSheet>>,
}

impl StageResult {
    /// What became of one judge's sheet for an entry; `None` when the judge is not assigned and filed nothing.
    #[must_use]
    pub fn sheet(&self, entry: &EntryCode, judge: &JudgeCode) -> Option<&JudgeSheet> {
        let sheets = self.sheets.get(entry)?;
        sheets.iter().find(|sheet| sheet.judge == *judge)
    }
}

/// What became of one judge's sheet for one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgeSheet {
    /// The judge.
    pub judge: JudgeCode,
    /// Whether it counts, else why not.
    pub outcome: SheetOutcome,
    /// Whether the judge said something else in a hand-over that came after the result was published.
    pub late: bool,
}

/// Whether a judge's sheet counts, else why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetOutcome {
    /// It counts.
    Counted {
        /// Its score; `None` in a stage judged by criterion, where sheets have none.
        score: Option<Figure>,
    },
    /// It is a draft.
    Draft,
    /// It is final, but lacks these required marks.
    LacksMarks(Vec<CriterionCode>),
    /// It is final, but none of its marks has any weight.
    NoWeight,
    /// Nothing was filed.
    NotFiled,
    /// The judge stands aside.
    Recused,
    /// The judge's hand-overs differ, and the chair has not settled it.
    Conflict,
    /// It is final, but the judge is not assigned to the entry.
    NotAssigned,
}

crate::words! {
    /// Whether a judge's sheet counts, else why not.
    pub enum SheetOutcomeKind of SheetOutcome {
        /// It counts.
        Counted = "counted",
        /// It is a draft.
        Draft = "draft",
        /// It is final, but lacks required marks.
        LacksMarks = "lacks-marks",
        /// It is final, but none of its marks has any weight.
        NoWeight = "no-weight",
        /// Nothing was filed.
        NotFiled = "not-filed",
        /// The judge stands aside.
        Recused = "recused",
        /// The judge's hand-overs differ.
        Conflict = "conflict",
        /// The judge is not assigned to the entry.
        NotAssigned = "not-assigned",
    }
}

/// What stands in the way of publishing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublicationBlock {
    /// A judge's hand-overs differ, and the chair has not settled it.
    Conflict {
        /// What they differ about.
        about: Key,
    },
    /// This version of the program does not understand something in a file.
    NotUnderstood {
        /// What, named with the file.
        what: String,
    },
}

crate::words! {
    /// What stands in the way of publishing.
    pub enum PublicationBlockKind of PublicationBlock {
        /// A judge's hand-overs differ.
        Conflict = "conflict",
        /// Something in a file is not understood.
        NotUnderstood = "not-understood",
    }
}

/// The results of a case.
///
/// # Errors
/// [`StandingsError`] when the rules have a flaw, or a score is too large to compute with.
pub fn results(case: &Case) -> Result<Results, StandingsError> {
    check_rules(case.rules())?;
    let view = case.view();
    let question = case.question(&view);
    let inputs = Ground::new(&question);
    let late = said_late(case, &view.said);
    let rounding = case.rules().rounding;
    let standings = |of: Option<&Stage>| Standings {
        of: of.map(|stage| stage.code.clone()),
        rounding,
        rankings: Vec::new(),
    };
    let empty = |stage| StageResult {
        standings: standings(Some(stage)),
        sheets: BTreeMap::new(),
    };
    let mut results = Results {
        overall: standings(None),
        stages: case.rules().judged_stages().map(empty).collect(),
        blocks: blocks(case, &view.said),
    };
    for category in &case.rules().categories {
        let race = Race::run(&inputs, &category.code)?;
        results.overall.rankings.push(overall::ranking(&race)?);
        for result in &mut results.stages {
            let place = result
                .standings
                .of
                .as_ref()
                .and_then(|code| race.place_of(code));
            if let Some(place) = place {
                let ranking = stage::ranking(&race, place);
                result.sheets.extend(sheets(&race, place, &ranking, &late));
                result.standings.rankings.push(ranking);
            }
        }
    }
    Ok(results)
}

/// The sheets of every entry in the ranking.
fn sheets(
    race: &Race<'_>,
    stage: usize,
    ranking: &Ranking,
    late: &BTreeSet<Key>,
) -> Vec<(EntryCode, Vec<JudgeSheet>)> {
    let of_entry = |code: &EntryCode| {
        let entry = race
            .entries
            .binary_search_by(|entry| entry.code.cmp(code))
            .ok()?;
        Some((code.clone(), sheets_of(race, stage, entry, late)))
    };
    ranking
        .rows
        .iter()
        .filter_map(|row| of_entry(&row.entry))
        .collect()
}

fn sheets_of(race: &Race<'_>, stage: usize, entry: usize, late: &BTreeSet<Key>) -> Vec<JudgeSheet> {
    let (question, plan) = (&race.ground.question, &race.lanes[stage].plan);
    let entry = race.entries[entry];
    let statements = race.ground.heard.about(&plan.stage.code, &entry.code);
    let sheet = |judge: &JudgeCode, outcome| JudgeSheet {
        judge: judge.clone(),
        late: late.contains(&Key {
            judge: judge.clone(),
            stage: plan.stage.code.clone(),
            entry: entry.code.clone(),
        }),
        outcome,
    };
    let assigned = question
        .judges
        .iter()
        .filter(|judge| judge.scope.covers(plan.stage, &entry.category, &entry.code));
    let assigned: Vec<_> = assigned.collect();
    let of_assigned = assigned.iter().map(|judge| {
        let said = statements.iter().find(|(who, _)| **who == judge.code);
        let outcome = match filing(plan, judge, said.map(|(_, value)| *value)) {
            Filing::Counts(filed) => SheetOutcome::Counted {
                score: match plan.stage.judged_by {
                    JudgedBy::Criterion => None,
                    JudgedBy::Entry => plan
                        .score_of(&judge.scope, filed)
                        .map(|exact| Figure::new(exact, question.rules.rounding)),
                },
            },
            Filing::Draft => SheetOutcome::Draft,
            Filing::LacksMarks(criteria) => SheetOutcome::LacksMarks(criteria),
            Filing::NoWeight => SheetOutcome::NoWeight,
            Filing::Nothing => SheetOutcome::NotFiled,
            Filing::Recused => SheetOutcome::Recused,
            Filing::Conflict => SheetOutcome::Conflict,
        };
        sheet(&judge.code, outcome)
    });
    let is_assigned = |who: &JudgeCode| assigned.iter().any(|judge| judge.code == *who);
    let finals = statements
        .iter()
        .filter(|(who, value)| !is_assigned(who) && has(value, is_final));
    let unassigned = finals.map(|(who, _)| sheet(who, SheetOutcome::NotAssigned));
    of_assigned.chain(unassigned).collect()
}

/// What late hand-overs say otherwise than what is in force.
fn said_late(case: &Case, in_force: &BTreeMap<Key, Value<'_>>) -> BTreeSet<Key> {
    let late = view(case.late.iter().map(Arc::as_ref), &[])
        .said
        .into_iter();
    let differs = |key: &Key, value: &Value<'_>| in_force.get(key) != Some(value);
    late.filter(|(key, value)| differs(key, value))
        .map(|(key, _)| key)
        .collect()
}

fn blocks(case: &Case, said: &BTreeMap<Key, Value<'_>>) -> Vec<PublicationBlock> {
    let conflicts = said.iter().filter_map(|(key, value)| match value {
        Value::Conflict(_) => Some(PublicationBlock::Conflict { about: key.clone() }),
        Value::InForce(Said::Sheet(_) | Said::Recused(_)) => None,
    });
    let unknown = case
        .not_understood
        .iter()
        .map(|what| PublicationBlock::NotUnderstood { what: what.clone() });
    conflicts.chain(unknown).collect()
}
