use super::*;
use crate::record::{encode, list, map, text};
use ciborium::Value;

fn score(exact: &str, rounded: &str) -> ArchivedScore {
    ArchivedScore {
        exact: exact.into(),
        rounded: rounded.into(),
    }
}

fn counted(judge: &str) -> ArchivedSheet {
    ArchivedSheet {
        judge: judge.parse().unwrap(),
        outcome: SheetOutcomeKind::Counted,
        score: Some(score("85", "85.00")),
        lacking: Vec::new(),
        late: true,
    }
}

fn lacking(judge: &str) -> ArchivedSheet {
    ArchivedSheet {
        judge: judge.parse().unwrap(),
        outcome: SheetOutcomeKind::LacksMarks,
        score: None,
        lacking: vec!["dampak".parse().unwrap()],
        late: false,
    }
}

fn row(entry: &str, rank: Option<u32>) -> ArchivedRow {
    ArchivedRow {
        entry: entry.parse().unwrap(),
        status: if rank.is_some() {
            Status::Ranked
        } else {
            Status::Incomplete
        },
        obstacle: rank.is_none().then(|| ArchivedObstacle {
            kind: ObstacleKind::TooFew,
            stage: Some("penilaian".parse().unwrap()),
            decision: None,
            judges: Vec::new(),
            criterion: None,
            cut: None,
            filed: Some(1),
            needed: Some(2),
            trim: None,
        }),
        rank,
        tied: false,
        decided_by: rank.map(|_| "criterion:dampak".parse().unwrap()),
        score: rank.map(|_| score("1707/20", "85.35")),
        sheets: 2,
        missing: vec!["J2".parse().unwrap()],
        recused: Vec::new(),
        unassigned: Vec::new(),
        judges: vec![counted("J1"), lacking("J2")],
        stages: vec![("penilaian".parse().unwrap(), score("-5/2", "-2.5"))],
        deducted: "0".into(),
        shortlisted: rank.map(|rank| rank == 1),
    }
}

fn sample() -> ArchivedResult {
    let standing = |stage: Option<&str>| ArchivedStanding {
        stage: stage.map(|code| code.parse().unwrap()),
        categories: vec![ArchivedRanking {
            category: "OPD".parse().unwrap(),
            counted: vec!["penilaian".parse().unwrap()],
            rows: vec![row("OPD-001", Some(1)), row("OPD-002", None)],
        }],
    };
    ArchivedResult {
        overall: standing(None),
        stages: vec![standing(Some("penilaian"))],
    }
}

#[test]
fn it_reads_back_as_it_was_written() {
    assert_eq!(read(&write(&sample())), Ok((sample(), Vec::new())));
}

/// A difference on a line.
fn shown(difference: &Difference) -> String {
    let Location {
        stage,
        category,
        entry,
        judge,
    } = &difference.location;
    let stage = stage.as_ref().map_or("final", StageCode::as_str);
    let within = [
        category.as_ref().map(CategoryCode::as_str),
        entry.as_ref().map(EntryCode::as_str),
        judge.as_ref().map(JudgeCode::as_str),
    ];
    let within: Vec<&str> = within.into_iter().flatten().collect();
    let (place, field) = (within.join(" "), difference.field);
    format!(
        "{stage} {place} {field}: {:?}, not {:?}",
        difference.first, difference.second
    )
}

#[test]
fn ten_thousand_entries_with_seven_judges_in_two_stages_fit_a_payload() {
    fn items(value: &Value) -> usize {
        match value {
            Value::Array(list) => 1 + list.iter().map(items).sum::<usize>(),
            Value::Map(pairs) => {
                let inside = pairs.iter().map(|(_, value)| 1 + items(value));
                1 + inside.sum::<usize>()
            }
            _ => 1,
        }
    }
    let mut result = sample();
    let judges = ["J1", "J2", "J3", "J4", "J5", "J6", "J7"];
    let of_stage = ArchivedRow {
        judges: judges.map(counted).to_vec(),
        ..row("OPD-001", Some(1))
    };
    let overall = ArchivedRow {
        stages: vec![of_stage.stages[0].clone(); 2],
        judges: Vec::new(),
        ..of_stage.clone()
    };
    result.overall.categories[0].rows = vec![overall];
    result.stages[0].categories[0].rows = vec![of_stage; 2];
    let value: Value = ciborium::from_reader(write(&result).as_slice()).unwrap();
    let most = usize::try_from(crate::survey::MOST_ITEMS).unwrap();
    assert!(items(&value) * 10_000 < most, "{}", items(&value));
}

#[test]
fn the_first_difference_is_named_by_stage_category_entry_judge_and_field() {
    #[track_caller]
    fn check(change: impl Fn(&mut ArchivedResult), expected: Option<&str>) {
        let mut changed = sample();
        change(&mut changed);
        let found = difference(&changed, &sample()).map(|found| shown(&found));
        assert_eq!(found.as_deref(), expected);
    }
    check(|_| {}, None);
    check(
        |result| result.overall.categories[0].rows[1].rank = Some(7),
        Some(r#"final OPD OPD-002 rank: Some(Text("7")), not None"#),
    );
    check(
        |result| result.stages[0].categories[0].rows[0].score = Some(score("1707/20", "85.3")),
        Some(r#"penilaian OPD OPD-001 score.rounded: Some(Text("85.3")), not Some(Text("85.35"))"#),
    );
    check(
        |result| {
            result.stages[0].categories[0].rows[1]
                .obstacle
                .as_mut()
                .unwrap()
                .needed = Some(3);
        },
        Some(r#"penilaian OPD OPD-002 obstacle.needed: Some(Text("3")), not Some(Text("2"))"#),
    );
    check(
        |result| result.stages[0].categories[0].rows.truncate(1),
        Some(r#"penilaian OPD OPD-002 order: None, not Some(Text("2"))"#),
    );
    check(
        |result| result.overall.categories[0].rows.reverse(),
        Some(r#"final OPD OPD-001 order: Some(Text("2")), not Some(Text("1"))"#),
    );
    check(
        |result| result.stages.clear(),
        Some(r#"penilaian  order: None, not Some(Text("1"))"#),
    );
    check(
        |result| result.stages[0].categories[0].counted.clear(),
        Some(r#"penilaian OPD counted: None, not Some(Text("penilaian"))"#),
    );
    let judges = |result: &mut ArchivedResult, change: fn(&mut Vec<ArchivedSheet>)| {
        change(&mut result.stages[0].categories[0].rows[1].judges);
    };
    check(
        |result| judges(result, |sheets| sheets[0].outcome = SheetOutcomeKind::Draft),
        Some(
            r#"penilaian OPD OPD-002 J1 sheet.outcome: Some(Outcome(Draft)), not Some(Outcome(Counted))"#,
        ),
    );
    check(
        |result| judges(result, |sheets| sheets[1].lacking.clear()),
        Some(r#"penilaian OPD OPD-002 J2 sheet.lacking: None, not Some(Text("dampak"))"#),
    );
    check(
        |result| judges(result, |sheets| sheets[1].late = true),
        Some(r#"penilaian OPD OPD-002 J2 sheet.late: Some(Flag(true)), not Some(Flag(false))"#),
    );
    check(
        |result| judges(result, |sheets| sheets.push(lacking("J3"))),
        Some(r#"penilaian OPD OPD-002 J3 order: Some(Text("3")), not None"#),
    );
}

/// What is said of the sample after one of its top fields was replaced.
#[track_caller]
fn check(key: &str, value: Value, expected: Result<&[&str], &str>) {
    let bytes = write(&sample());
    let Ok(Value::Map(mut pairs)) = ciborium::from_reader(bytes.as_slice()) else {
        panic!("it is a map");
    };
    pairs.retain(|(known, _)| known.as_text() != Some(key));
    pairs.push((key.into(), value));
    let said = read(&encode(&Value::Map(pairs)));
    let said = said.map(|(_, unknown)| unknown).map_err(|e| e.to_string());
    match expected {
        Ok(unknown) => assert_eq!(said.unwrap(), unknown),
        Err(part) => {
            let said = said.unwrap_err();
            assert!(said.contains(part), "{said}");
        }
    }
}

#[test]
fn what_a_later_version_adds_is_named_and_what_is_wrong_is_refused_with_its_place() {
    let standing = |categories| map([("stage", text("s")), ("categories", categories)]);
    let empty = || standing(list(Vec::<Value>::new(), |one| one));
    check("tambahan", 1.into(), Ok(&["tambahan"]));
    check("format", 2.into(), Err("format: 2 is not 1"));
    check(
        "final",
        empty(),
        Err("final.stage: the final standing is of no stage"),
    );
    let twice = Value::Array(vec![empty(), empty()]);
    check("stages", twice, Err("stages: something stands there twice"));
    let row = |exact: &str| {
        let score = map([("exact", text(exact)), ("rounded", text("1"))]);
        let row = map([
            ("entry", text("OPD-001")),
            ("status", text("ranked")),
            ("score", score),
        ]);
        let category = map([
            ("category", text("OPD")),
            ("counted", Value::Array(Vec::new())),
            ("rows", Value::Array(vec![row])),
        ]);
        Value::Array(vec![standing(Value::Array(vec![category]))])
    };
    let place = "stages[0].categories[0].rows[0]";
    check(
        "stages",
        row("1/2"),
        Err(&format!("{place}.tied: is missing")),
    );
}

#[test]
fn only_fractions_and_decimals_are_taken_for_scores() {
    let read_back = |exact: &str, rounded: &str| {
        let mut result = sample();
        result.overall.categories[0].rows[0].score = Some(score(exact, rounded));
        read(&write(&result)).is_ok()
    };
    assert!(read_back("-17/3", "-5.67") && read_back("4", "4"));
    for (exact, rounded) in [
        ("1,5", "1"),
        ("1/", "1"),
        ("1/2", "0."),
        ("", "1"),
        ("1/2", "½"),
    ] {
        assert!(!read_back(exact, rounded), "{exact} {rounded}");
    }
}

#[test]
fn no_damaged_bytes_make_it_panic() {
    let bytes = write(&sample());
    for place in 0..bytes.len() {
        let mut damaged = bytes.clone();
        damaged[place] ^= 0x41;
        let _ = read(&damaged);
        let _ = read(&bytes[..place]);
    }
}
