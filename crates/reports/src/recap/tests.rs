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
        panel: Vec::new(),
    }
}

#[test]
fn the_recapitulation_is_as_agreed() {
    let rules = rules();
    let document = xlsx(&recap(&rules)).unwrap();
    check_golden("recap.xlsx", &document, &dump(&document));
}

#[test]
fn the_panel_is_printed_with_what_each_judge_declared() {
    let rules = rules();
    let judge = |code: &str, stated: &str, conflicts| Declared {
        judge: code.into(),
        name: format!("Juri {code}"),
        stated: stated.into(),
        conflicts,
    };
    let conflict = Conflict {
        entry: "OPD-007".into(),
        title: "Sehat Bersama".into(),
        kind: ConflictKind::Potential,
        ground: ConflictGround::Family,
    };
    let recap = Recap {
        panel: vec![
            judge("J1", "2026-11-20", vec![conflict]),
            judge("J2", "2026-11-21", vec![]),
            judge("J3", "", vec![]),
        ],
        ..recap(&rules)
    };
    let dumped = dump(&xlsx(&recap).unwrap());
    let (_, panel) = dumped.split_once("== Tim penilai").unwrap();
    for said in [
        "potensial",
        "OPD-007",
        "keluarga atau kerabat",
        "tidak ada",
        "Juri J3",
    ] {
        assert!(panel.contains(said), "{said} is not in {panel}");
    }
}

#[test]
fn a_stage_that_the_rules_do_not_know_is_refused() {
    let rules = rules();
    let mut recap = recap(&rules);
    recap.stages[0].stage = "lain".parse().unwrap();
    let refused = xlsx(&recap);
    assert!(matches!(refused, Err(ReportError::UnknownStage(_))));
}
