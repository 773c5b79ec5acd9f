use super::*;
use crate::ReportError;
use crate::test_support::{HASH, check_golden, dump, heading, rules};
use judging::scoring::Figure;

fn exact(numerator: i128, denominator: i128) -> Exact {
    Exact::ratio(numerator, denominator).unwrap()
}

fn recap(rules: &Rules) -> Recap<'_> {
    let row = |rank, code: &str, sheets: Vec<Option<SheetOutcome>>, score: Option<Exact>| Row {
        category: "OPD".parse().unwrap(),
        rank,
        entry: code.parse().unwrap(),
        title: format!("Inovasi {code}"),
        agency: "Dinas Perpustakaan dan Kearsipan".into(),
        sheets,
        criteria: vec![score.clone(), None],
        score,
        obstacle: None,
    };
    let judges = ["dr. Sari Dewi, M.Kes.", "Prof. Budi", "Ir. Agus"];
    let score = |value| {
        let score = Some(Figure::new(exact(value, 1), rules.rounding));
        Some(SheetOutcome::Counted { score })
    };
    let desk = StageRecap {
        stage: "penilaian".parse().unwrap(),
        judges: (1..)
            .zip(judges)
            .map(|(n, name)| (format!("J{n}"), name.into()))
            .collect(),
        criteria: ["kebaruan", "dampak"]
            .map(|code| code.parse().unwrap())
            .into(),
        rows: vec![
            row(
                Some(1),
                "OPD-001",
                vec![score(80), score(81), Some(SheetOutcome::Recused)],
                Some(exact(161, 2)),
            ),
            row(
                None,
                "OPD-002",
                vec![
                    score(90),
                    Some(SheetOutcome::NotFiled),
                    Some(SheetOutcome::Conflict),
                ],
                None,
            ),
            row(None, "OPD-003", vec![None], None),
        ],
    };
    let presentation = StageRecap {
        stage: "presentasi".parse().unwrap(),
        judges: vec![("J1".into(), "dr. Sari Dewi, M.Kes.".into())],
        criteria: vec![],
        rows: vec![],
    };
    Recap {
        rules,
        rules_hash: HASH,
        heading: heading(),
        stages: vec![desk, presentation],
    }
}

#[test]
fn the_recapitulation_is_as_agreed() {
    let rules = rules();
    let document = xlsx(&recap(&rules)).unwrap();
    check_golden("recap.xlsx", &document, &dump(&document));
}

#[test]
fn a_stage_that_the_rules_do_not_know_is_refused() {
    let rules = rules();
    let mut recap = recap(&rules);
    recap.stages[0].stage = "lain".parse().unwrap();
    let refused = xlsx(&recap);
    assert!(matches!(refused, Err(ReportError::UnknownStage(_))));
}
