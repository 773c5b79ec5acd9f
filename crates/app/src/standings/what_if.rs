//! The chair's *what if*: the same marks under other weights, aggregates and cuts, computed in memory beside the result.

use super::subject::{judged, stage_of, title};
use crate::api::common::count;
use crate::api::what_if::{CutIf, StageIf, WhatIf, WhatIfAsked, WhatIfRow};
use crate::moves::{rows, standing};
use crate::{Error, Session};
use judging::case::Case;
use judging::ranking::{Row, Standings};
use judging::results::{Results, results};
use judging::revision::History;
use judging::rules::{Aggregate, AggregateKind, Rules, Shortlist, ShortlistKind};
use judging::{CategoryCode, Fixed, StageCode};

/// What a standing would be with these changes. Nothing is changed, and nothing of it is kept.
///
/// # Errors
/// That nothing is open, a stage or category is unknown, a value is none, or the rules would not hold together.
pub fn what_if(session: &Session, asked: WhatIfAsked) -> Result<WhatIf, Error> {
    let (case, real) = session.chair(|chair| Ok((chair.case()?, chair.results()?)))?;
    let stage = stage_of(&case, asked.stage.as_deref())?;
    let category = crate::rules::category_of(case.rules(), &asked.category)?;
    let mut rules = case.rules().clone();
    for change in &asked.changes {
        apply(&case, &mut rules, change)?;
    }
    let imagined = results(&Case {
        // Its marks are under the rules in force already: the name of those only says so.
        history: History::unchanged(case.history.hash(), rules),
        ..Case::clone(&case)
    })?;
    let (before, after) = (of(&real, stage.as_ref()), of(&imagined, stage.as_ref()));
    Ok(beside(&case, &category, before, after))
}

fn apply(case: &Case, rules: &mut Rules, change: &StageIf) -> Result<(), Error> {
    let code = judged(case, &change.stage)?;
    let mut stages = rules.stages.iter_mut();
    let stage = stages.find(|stage| stage.code == code);
    let stage = stage.ok_or_else(|| Error::unknown("stage", &change.stage))?;
    if let Some(weight) = &change.weight {
        stage.weight = Some(number(weight)?);
    }
    if let Some(kind) = change.aggregate {
        stage.aggregate = match kind.0 {
            AggregateKind::Mean => Aggregate::Mean,
            AggregateKind::Median => Aggregate::Median,
            AggregateKind::TrimmedMean => Aggregate::TrimmedMean {
                trim: change.trim.unwrap_or(1),
            },
            AggregateKind::Sum => Aggregate::Sum,
            AggregateKind::StandardisedMean => Aggregate::StandardisedMean,
        };
    }
    if let Some(cut) = &change.cut {
        stage.shortlist = Some(shortlist(cut)?);
    }
    Ok(())
}

fn shortlist(cut: &CutIf) -> Result<Shortlist, Error> {
    Ok(match cut.kind.0 {
        ShortlistKind::PerCategory => {
            let places = cut.value.parse();
            Shortlist::PerCategory(places.map_err(|_| not_a_number(&cut.value))?)
        }
        ShortlistKind::Threshold => Shortlist::Threshold(number(&cut.value)?),
        ShortlistKind::Share => Shortlist::Share(number(&cut.value)?),
    })
}

fn number(text: &str) -> Result<Fixed, Error> {
    text.parse().map_err(|_| not_a_number(text))
}

fn not_a_number(text: &str) -> Error {
    let message = format!("“{text}” is not a number that can stand here");
    Error::new("not-a-number", message).with("value", text)
}

fn of<'a>(results: &'a Results, stage: Option<&StageCode>) -> &'a Standings {
    let stage = stage.and_then(|stage| results.stage(stage));
    stage.map_or(&results.overall, |result| &result.standings)
}

fn beside(case: &Case, category: &CategoryCode, before: &Standings, after: &Standings) -> WhatIf {
    let row = |after: &Row| {
        let before = rows(before).find(|before| before.entry == after.entry)?;
        let passes = (before.shortlisted, after.shortlisted);
        Some(WhatIfRow {
            entry: after.entry.to_string(),
            title: title(case, &after.entry),
            moved: before.rank != after.rank
                || before.status != after.status
                || passes.0 != passes.1,
            before: standing(before),
            after: standing(after),
            passes_before: passes.0,
            passes_after: passes.1,
        })
    };
    let asked = rows(after).filter(|row| row.category == *category);
    let rows: Vec<WhatIfRow> = asked.filter_map(row).collect();
    WhatIf {
        moved: count(rows.iter().filter(|row| row.moved).count()),
        rows,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::handover::Files;
    use crate::api::word::Word;
    use crate::test_support::Machine;
    use std::path::Path;

    fn chair(machine: &std::sync::Arc<Machine>) -> Session {
        let chair = machine.competition();
        for (code, marks) in [
            ("J1", [3, 1, 2, 1, 1, 1, 1, 1]),
            ("J2", [1, 2, 2, 1, 1, 1, 1, 1]),
            ("J3", [1, 2, 2, 1, 1, 1, 1, 1]),
        ] {
            let desk = machine.desk(&chair, code);
            let file = machine.hand_over_each(&desk, &marks, &format!("{code}.nilai"));
            crate::handover::merge(&chair, Files { files: vec![file] }).unwrap();
        }
        chair
    }

    fn ask(chair: &Session, change: StageIf) -> Result<WhatIf, Error> {
        let asked = WhatIfAsked {
            stage: Some("penilaian".into()),
            category: "KEC".into(),
            changes: vec![StageIf {
                stage: "penilaian".into(),
                ..change
            }],
        };
        what_if(chair, asked)
    }

    fn ranks(found: &WhatIf, entry: &str) -> (Option<u32>, Option<u32>) {
        let row = found.rows.iter().find(|row| row.entry == entry).unwrap();
        (row.before.rank, row.after.rank)
    }

    /// Every byte of the competition's folder that holds its state.
    fn bytes(machine: &Machine) -> Vec<Vec<u8>> {
        let file = machine.path("lomba.timbang");
        let beside = [file.clone(), format!("{file}-wal")];
        let read = |file: &String| std::fs::read(Path::new(file)).unwrap_or_default();
        beside.iter().map(read).collect()
    }

    #[test]
    fn another_aggregate_moves_entries_and_leaves_the_file_as_it_is() {
        let machine = Machine::new(77);
        let chair = chair(&machine);
        let before = bytes(&machine);
        assert!(before.iter().any(|bytes| !bytes.is_empty()));
        let median = StageIf {
            aggregate: Some(Word(AggregateKind::Median)),
            ..StageIf::default()
        };
        let found = ask(&chair, median).unwrap();
        assert_eq!(ranks(&found, "KEC-002"), (Some(2), Some(1)));
        assert_eq!(ranks(&found, "KEC-003"), (Some(1), Some(1)));
        assert!(found.moved > 0);
        assert_eq!(bytes(&machine), before);
        let nothing = ask(&chair, StageIf::default()).unwrap();
        assert_eq!(nothing.moved, 0, "the real standing is what it was");
    }

    #[test]
    fn a_cut_that_is_not_there_can_be_tried() {
        let machine = Machine::new(78);
        let chair = chair(&machine);
        let cut = StageIf {
            cut: Some(CutIf {
                kind: Word(ShortlistKind::PerCategory),
                value: "1".into(),
            }),
            ..StageIf::default()
        };
        let found = ask(&chair, cut).unwrap();
        let passing = found
            .rows
            .iter()
            .filter(|row| row.passes_after == Some(true));
        assert_eq!(passing.count(), 1);
    }

    #[test]
    fn what_is_no_number_is_refused() {
        let machine = Machine::new(79);
        let chair = chair(&machine);
        for weight in ["", "abc", "1e3", "0.00001"] {
            let change = StageIf {
                weight: Some(weight.into()),
                ..StageIf::default()
            };
            assert_eq!(
                ask(&chair, change).unwrap_err().code,
                "not-a-number",
                "{weight}"
            );
        }
    }
}
