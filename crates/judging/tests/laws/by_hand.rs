//! Cases worked by hand or published.

use crate::competition::fixed;
use judging::decision::Decision;
use judging::entry::{Entry, Registration};
use judging::explain::{Term, explain};
use judging::handover::{HandOver, Statement};
use judging::panel::{Judge, Scope};
use judging::progress::owed;
use judging::ranking::{Row, Standings, Status};
use judging::results::{Results, ResultsError, SheetOutcome, results};
use judging::revision::History;
use judging::rules::{
    Aggregate, Category, Criterion, JudgedBy, Missing, RemarkRule, Rounding, RoundingLevel,
    RoundingMode, Rules, Scale, Score, Shortlist, Stage, StageKind, TieBreak, VisitEffect,
};
use judging::scoring::Obstacle;
use judging::sheet::{Mark, Sheet, SheetState};
use judging::{
    CategoryCode, CompetitionId, CriterionCode, DeviceId, EntryCode, Hash, JudgeCode, StageCode,
};
use std::sync::Arc;

/// A competition, of the one category `A` unless more are added, in which judge n gives the n-th of an entry's sheets; a sheet is marks by blanks, `-` for none.
pub struct Case {
    pub rules: Rules,
    entries: Vec<Entry>,
    hand_overs: Vec<HandOver>,
    judges: Vec<Judge>,
    pub decisions: Vec<Decision>,
}

pub fn stage(code: &str, weights: &[&str]) -> Stage {
    let criterion = |(number, weight): (usize, &&str)| Criterion {
        code: CriterionCode::new(&format!("k{}", number + 1)).unwrap(),
        parent: None,
        name: String::new(),
        weight: fixed(weight),
        scale: Some(Scale::Range {
            min: fixed("0"),
            max: fixed("100"),
            step: fixed("0.0001"),
        }),
        required: true,
        remark: RemarkRule::Optional,
        guidance: None,
    };
    Stage {
        code: StageCode::new(code).unwrap(),
        name: String::new(),
        kind: StageKind::Scoring,
        categories: Default::default(),
        blind: Default::default(),
        from: None,
        to: None,
        weight: None,
        score: Score::WeightedMean,
        aggregate: Aggregate::Mean,
        missing: Missing::RequireAll,
        judged_by: JudgedBy::Entry,
        shortlist: None,
        tie_break: Vec::new(),
        criteria: weights.iter().enumerate().map(criterion).collect(),
        effect: VisitEffect::None,
        claims: Vec::new(),
        slot_minutes: None,
    }
}

impl Case {
    pub fn new(judges: usize, stages: Vec<Stage>) -> Self {
        let judge = |n: usize| Judge {
            code: JudgeCode::new(&format!("J{}", n + 1)).unwrap(),
            name: String::new(),
            scope: Scope::default(),
        };
        let judges: Vec<Judge> = (0..judges).map(judge).collect();
        let hand_over = |(judge, byte): (&Judge, u8)| {
            let first =
                Statement::first(CompetitionId([0; 32]), Hash([0; 32]), judge.code.clone(), 0);
            first.signed(Hash([byte; 32]), DeviceId([byte; 32]))
        };
        Self {
            hand_overs: judges.iter().zip(1..).map(hand_over).collect(),
            rules: Rules {
                name: "by hand".into(),
                organizer: String::new(),
                source: String::new(),
                rounding: Rounding::default(),
                obligation: None,
                categories: vec![Category {
                    code: CategoryCode::new("A").unwrap(),
                    name: String::new(),
                    synonyms: Vec::new(),
                }],
                stages,
            },
            entries: Vec::new(),
            judges,
            decisions: Vec::new(),
        }
    }

    fn rounding(mut self, digits: u32, mode: RoundingMode, at: RoundingLevel) -> Self {
        self.rules.rounding = Rounding { digits, mode, at };
        self
    }

    /// Adds a category.
    fn category(mut self, code: &str) -> Self {
        self.rules.categories.push(Category {
            code: CategoryCode::new(code).unwrap(),
            name: String::new(),
            synonyms: Vec::new(),
        });
        self
    }

    /// Adds an entry with a sheet of each judge in the n-th stage. Its code begins with its category.
    pub fn entry(mut self, stage: usize, code: &str, sheets: &[&str]) -> Self {
        let (category, _) = code.split_once('-').unwrap();
        let category = CategoryCode::new(category).unwrap();
        let code = EntryCode::new(code).unwrap();
        if self.entries.iter().all(|entry| entry.code != code) {
            self.entries.push(Entry {
                code: code.clone(),
                category,
                registration: Registration::default(),
            });
        }
        let stage = &self.rules.stages[stage];
        for (one, marks) in self.hand_overs.iter_mut().zip(sheets) {
            if marks.is_empty() {
                continue;
            }
            let given = stage
                .leaves()
                .zip(marks.split(' '))
                .filter(|(_, m)| *m != "-");
            let marks = given.map(|(leaf, mark)| {
                let mark = Mark {
                    value: fixed(mark),
                    remark: String::new(),
                };
                (leaf.code.clone(), mark)
            });
            one.statement.sheets.push(Sheet {
                stage: stage.code.clone(),
                entry: code.clone(),
                state: SheetState::Final,
                marks: marks.collect(),
                remark: String::new(),
            });
        }
        self
    }

    fn whole(&self) -> judging::case::Case {
        let hand_overs = self.hand_overs.iter().cloned().map(Arc::new);
        judging::case::Case::new(
            History::unchanged(Hash([0; 32]), self.rules.clone()),
            self.entries.clone(),
            self.judges.clone(),
            hand_overs,
            self.decisions.clone(),
            Vec::new(),
        )
        .unwrap()
    }

    fn try_results(&self) -> Result<Results, ResultsError> {
        results(&self.whole())
    }

    pub fn results(&self) -> Results {
        self.try_results().unwrap()
    }

    pub fn of_stage(&self, stage: usize) -> Standings {
        let results = self.results();
        let of_stage = results.stage(&self.rules.stages[stage].code);
        of_stage.unwrap().standings.clone()
    }

    pub fn overall(&self) -> Standings {
        self.results().overall
    }
}

/// Rank, entry, score and the step that decided, a line a row.
#[track_caller]
pub fn check(standings: &Standings, expected: &[&str]) {
    check_of(standings, "A", expected);
}

/// The same of one category.
#[track_caller]
fn check_of(standings: &Standings, category: &str, expected: &[&str]) {
    let mut rankings = standings.rankings.iter();
    let ranking = rankings.find(|ranking| ranking.category.as_str() == category);
    let line = |row: &Row| {
        let rank = row
            .rank
            .map_or_else(|| row.status.code().into(), |rank| rank.to_string());
        let score = row.score.as_ref().map_or("", |score| &score.text);
        let step = row.decided_by.as_ref().map(|step| format!(" {step}"));
        format!("{rank} {} {score}{}", row.entry, step.unwrap_or_default())
    };
    let rows = &ranking.unwrap().rows;
    let lines: Vec<String> = rows.iter().map(line).collect();
    assert_eq!(lines, expected);
}

#[test]
fn seven_divers_marks_without_the_two_highest_and_lowest_times_the_difficulty() {
    let mut dive = stage("dive", &["9"]);
    dive.score = Score::Points;
    dive.aggregate = Aggregate::TrimmedMean { trim: 2 };
    // The mean of the three that stay, times nine, is their sum times the difficulty of three.
    let marks = ["7.5", "7", "7.5", "7", "7.5", "8", "6.5"];
    check(
        &Case::new(7, vec![dive]).entry(0, "A-1", &marks).of_stage(0),
        &["1 A-1 66.00"],
    );
}

#[test]
fn a_ministrys_form_rounds_the_mean_and_then_the_share() {
    let case = Case::new(3, vec![stage("s", &["1"])]).entry(0, "A-1", &["50", "60", "54"]);
    check(&case.of_stage(0), &["1 A-1 54.67"]);
    let mut case = case.rounding(2, RoundingMode::HalfUp, RoundingLevel::Stage);
    let mut rest = stage("rest", &["1"]);
    (case.rules.stages[0].weight, rest.weight) = (Some(fixed("35")), Some(fixed("65")));
    case.rules.stages.push(rest);
    check(
        &case.entry(1, "A-1", &["0", "0", "0"]).overall(),
        &["1 A-1 19.13"],
    );
}

#[test]
fn the_half_goes_where_the_rule_says() {
    for (mode, expected) in [
        (RoundingMode::HalfUp, "1 A-1 8.13"),
        (RoundingMode::HalfEven, "1 A-1 8.12"),
    ] {
        let case = Case::new(1, vec![stage("s", &["1"])]).entry(0, "A-1", &["8.125"]);
        check(
            &case.rounding(2, mode, RoundingLevel::Final).of_stage(0),
            &[expected],
        );
    }
}

/// Agencies are marked with one rubric, villages with another, and both present.
fn rubrics_that_differ() -> Case {
    let of = |code: &str| CategoryCode::new(code).unwrap();
    let (mut agencies, mut villages) = (stage("agencies", &["1", "3"]), stage("villages", &["1"]));
    agencies.categories = [of("A")].into();
    agencies.weight = Some(fixed("60"));
    agencies.shortlist = Some(Shortlist::PerCategory(1));
    villages.categories = [of("B")].into();
    villages.weight = Some(fixed("20"));
    let mut presented = stage("presented", &["1"]);
    presented.weight = Some(fixed("40"));
    Case::new(1, vec![agencies, villages, presented])
        .category("B")
        .entry(0, "A-1", &["80 60"])
        .entry(0, "A-2", &["60 60"])
        .entry(1, "B-1", &["90"])
        .entry(2, "A-1", &["70"])
        .entry(2, "B-1", &["60"])
}

#[test]
fn the_final_score_weighs_the_stages_that_the_category_goes_through() {
    let standings = rubrics_that_differ().overall();
    // (60 · 65 + 40 · 70) ÷ 100 and (20 · 90 + 40 · 60) ÷ 60.
    check_of(&standings, "A", &["1 A-1 67.00", "not-nominated A-2 "]);
    check_of(&standings, "B", &["1 B-1 70.00"]);
}

#[test]
fn the_standing_of_a_stage_has_only_the_categories_that_go_through_it() {
    let case = rubrics_that_differ();
    let categories = |stage| {
        let rankings = case.of_stage(stage).rankings.into_iter();
        let codes = rankings.map(|ranking| ranking.category.to_string());
        codes.collect::<Vec<_>>()
    };
    assert_eq!(
        [0, 1, 2].map(categories),
        [vec!["A"], vec!["B"], vec!["A", "B"]]
    );
}

#[test]
fn nobody_owes_a_sheet_for_a_stage_that_the_category_does_not_go_through() {
    let case = rubrics_that_differ();
    let owed = owed(&case.whole(), &case.results());
    let lines = owed.iter().map(|owed| {
        let codes = owed.filed.iter().map(EntryCode::as_str);
        format!("{} {}", owed.stage, codes.collect::<Vec<_>>().join(" "))
    });
    assert_eq!(
        lines.collect::<Vec<_>>(),
        [
            "agencies A-1 A-2",
            "villages B-1",
            "presented A-1",
            "presented B-1"
        ]
    );
}

#[test]
fn a_step_by_the_score_of_a_stage_is_skipped_where_the_category_does_not_go_through_it() {
    let mut case = rubrics_that_differ()
        .entry(1, "B-2", &["50"])
        .entry(2, "B-2", &["60"]);
    let step = |code: &str| TieBreak::Stage(StageCode::new(code).unwrap());
    case.rules.stages[2].tie_break = vec![step("agencies"), step("villages")];
    check_of(
        &case.of_stage(2),
        "B",
        &["1 B-1 60.00 stage:villages", "2 B-2 60.00 stage:villages"],
    );
}

#[test]
fn three_thirds_tie_with_the_whole() {
    let case = Case::new(1, vec![stage("s", &["1", "1", "1"])])
        .entry(0, "A-1", &["85.35 85.35 85.35"])
        .entry(0, "A-2", &["85.34 85.35 85.36"]);
    let standings = case.of_stage(0);
    check(&standings, &["1 A-1 85.35", "1 A-2 85.35"]);
    assert_eq!(
        standings.rankings[0].rows[0]
            .score
            .as_ref()
            .unwrap()
            .exact
            .to_string(),
        "1707/20"
    );
    assert!(standings.rankings[0].rows.iter().all(|row| row.tied));
}

#[test]
fn what_shows_equal_ties_and_finer_digits_part_it() {
    let case = |digits| {
        Case::new(1, vec![stage("s", &["1", "1"])])
            .entry(0, "A-1", &["2.857 2.857"])
            .entry(0, "A-2", &["2.8569 2.857"])
            .rounding(digits, RoundingMode::HalfUp, RoundingLevel::Final)
            .of_stage(0)
    };
    check(&case(2), &["1 A-1 2.86", "1 A-2 2.86"]);
    check(&case(5), &["1 A-1 2.85700", "2 A-2 2.85695"]);
}

#[test]
fn metros_points_are_weights_times_levels() {
    let mut metro = stage("penilaian", &["5", "5", "4", "3", "2", "2"]);
    metro.score = Score::Points;
    let case = Case::new(1, vec![metro])
        .entry(0, "A-1", &["3 2 3 1 2 3"])
        .entry(0, "A-2", &["3 3 3 3 3 3"])
        .rounding(0, RoundingMode::HalfUp, RoundingLevel::Final);
    check(&case.of_stage(0), &["1 A-2 63", "2 A-1 50"]);
}

#[test]
fn a_missing_mark_is_never_zero() {
    let mut optional = stage("s", &["3", "1"]);
    optional.criteria[1].required = false;
    let case = Case::new(2, vec![optional])
        .entry(0, "A-1", &["80 -", "80 40"])
        .entry(0, "A-2", &["- 90", "70 90"])
        .entry(0, "A-3", &["70 70", ""]);
    let standings = case.of_stage(0);
    check(
        &standings,
        &["1 A-1 75.00", "incomplete A-2 ", "incomplete A-3 "],
    );
    for (row, judge) in standings.rankings[0].rows[1..].iter().zip(["J1", "J2"]) {
        let judge = JudgeCode::new(judge).unwrap();
        assert_eq!(row.obstacle, Some(Obstacle::NotFiled(vec![judge])));
    }
}

#[test]
fn a_tie_walks_the_ladder_inside_each_part() {
    let mut ladder = stage("s", &["1", "1"]);
    let first = CriterionCode::new("k1").unwrap();
    ladder.tie_break = vec![TieBreak::Criterion(first), TieBreak::HighestMedian];
    let case = Case::new(3, vec![ladder])
        .entry(0, "A-1", &["50 50", "50 50", "50 50"])
        .entry(0, "A-2", &["50 60", "50 60", "50 30"])
        .entry(0, "A-3", &["60 40", "60 40", "60 40"])
        .entry(0, "A-4", &["50 50", "50 50", "50 50"]);
    let standings = case.of_stage(0);
    let expected = [
        "1 A-3 50.00 criterion:k1",
        "2 A-2 50.00 highest-median",
        "3 A-1 50.00 highest-median",
        "3 A-4 50.00 highest-median",
    ];
    check(&standings, &expected);
    let code = |code| EntryCode::new(code).unwrap();
    let all = case.whole();
    let (stage, category) = (&case.rules.stages[0].code, &case.rules.categories[0].code);
    let step = |one, other| {
        let explained = explain(&all, Some(stage), category, &code(one), Some(&code(other)));
        explained.unwrap().decided_by
    };
    assert_eq!(step("A-4", "A-3").unwrap().to_string(), "criterion:k1");
    assert_eq!(step("A-2", "A-4").unwrap().to_string(), "highest-median");
    assert_eq!(step("A-1", "A-4"), None);
}

#[test]
fn who_fell_at_a_cut_is_named_in_the_final_and_who_was_let_in_is_scored() {
    let (mut first, mut second) = (stage("desk", &["1"]), stage("stand", &["1"]));
    (first.weight, second.weight) = (Some(fixed("60")), Some(fixed("40")));
    first.shortlist = Some(Shortlist::PerCategory(1));
    let case = Case::new(1, vec![first, second])
        .entry(0, "A-1", &["90"])
        .entry(0, "A-2", &["80"])
        .entry(0, "A-3", &["70"]);
    check(
        &case.overall(),
        &["1 A-1 90.00", "2 A-2 80.00", "3 A-3 70.00"],
    );
    let case = case.entry(1, "A-1", &["50"]).entry(1, "A-3", &["100"]);
    check(&case.of_stage(1), &["1 A-3 100.00", "2 A-1 50.00"]);
    check(
        &case.overall(),
        &["1 A-3 82.00", "2 A-1 74.00", "not-nominated A-2 "],
    );
}

#[test]
fn standardising_undoes_a_judge_who_is_only_stricter() {
    let mut standardised = stage("s", &["1"]);
    standardised.aggregate = Aggregate::StandardisedMean;
    let case = Case::new(2, vec![standardised])
        .entry(0, "A-1", &["90", "45"])
        .entry(0, "A-2", &["70", "35"])
        .entry(0, "A-3", &["50", "25"]);
    // Both say +1.224745, 0 and −1.224745 deviations; all six scores have mean 52.5 and deviation 21.746647.
    check(
        &case.of_stage(0),
        &["1 A-1 79.13", "2 A-2 52.50", "3 A-3 25.87"],
    );
}

#[test]
fn a_judge_without_spread_cannot_be_standardised_and_is_named() {
    let mut standardised = stage("s", &["1"]);
    standardised.aggregate = Aggregate::StandardisedMean;
    let case = Case::new(2, vec![standardised])
        .entry(0, "A-1", &["90", "45"])
        .entry(0, "A-2", &["70", "45"])
        .entry(0, "A-3", &["50", "45"]);
    let standings = case.of_stage(0);
    let judge = JudgeCode::new("J2").unwrap();
    for row in &standings.rankings[0].rows {
        assert_eq!(row.status, Status::Incomplete);
        assert_eq!(
            row.obstacle,
            Some(Obstacle::NoSpread {
                judge: judge.clone()
            })
        );
    }
}

#[test]
fn a_difference_is_made_up_of_the_weighted_differences_of_marks() {
    let case = Case::new(1, vec![stage("s", &["70", "30"])])
        .entry(0, "A-1", &["80 90"])
        .entry(0, "A-2", &["90 50"]);
    let code = |code| EntryCode::new(code).unwrap();
    let category = &case.rules.categories[0].code;
    let explained = explain(
        &case.whole(),
        None,
        category,
        &code("A-2"),
        Some(&code("A-1")),
    )
    .unwrap();
    let name = |term: &Term| {
        let criterion = term.criterion.as_ref().unwrap();
        format!(
            "{} {criterion} {}",
            term.judge.as_ref().unwrap(),
            term.exact
        )
    };
    let terms: Vec<String> = explained.terms.iter().map(name).collect();
    assert_eq!(terms, ["J1 k1 7", "J1 k2 -12"]);
    assert_eq!(
        (explained.shown.as_str(), explained.a.rank),
        ("-5.00", Some(2))
    );
}

#[test]
fn rules_with_a_flaw_have_no_result_and_stages_without_criteria_no_standing() {
    let mut case = Case::new(1, vec![stage("s", &["1"]), stage("registration", &[])]);
    case.rules.stages[1].kind = StageKind::Registration;
    let stages = case.results().stages.into_iter();
    let stages: Vec<String> = stages.map(|result| result.stage.to_string()).collect();
    assert_eq!(stages, ["s"]);
    case.rules.stages[0].judged_by = JudgedBy::Criterion;
    case.rules.stages[0].tie_break = vec![TieBreak::HeadToHead];
    let flaw = "stage[1].tie_break: “head-to-head” compares whole sheets: it needs judges who mark all criteria";
    assert_eq!(
        case.try_results().unwrap_err().to_string(),
        format!("the rules have a flaw: {flaw}")
    );
}

#[test]
fn the_results_say_of_every_judges_sheet_whether_it_counts_and_why_not() {
    let mut case = Case::new(5, vec![stage("s", &["1", "1"])]).entry(
        0,
        "A-1",
        &["80 90", "70 -", "60 60", "", "99 99"],
    );
    case.rules.stages[0].missing = Missing::OfFiled { min_judges: 1 };
    case.hand_overs[2].statement.sheets[0].state = SheetState::Draft;
    case.judges[4].scope.entries = [EntryCode::new("A-2").unwrap()].into();
    let results = case.results();
    check(&results.overall, &["1 A-1 85.00"]);
    let sheets = &results.stages[0].sheets[&EntryCode::new("A-1").unwrap()];
    let said = sheets.iter().map(|sheet| match &sheet.outcome {
        SheetOutcome::Counted { score: Some(score) } => format!("{} {}", sheet.judge, score.text),
        SheetOutcome::LacksMarks(criteria) => format!("{} lacks {criteria:?}", sheet.judge),
        other => format!("{} {}", sheet.judge, other.kind()),
    });
    assert_eq!(
        said.collect::<Vec<_>>(),
        [
            "J1 85.00",
            "J2 lacks [k2]",
            "J3 draft",
            "J4 not-filed",
            "J5 not-assigned"
        ]
    );
}
