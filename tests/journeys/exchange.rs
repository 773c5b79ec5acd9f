//! Remit: hand-overs from nine machines, in any order, any number of times, with copied laptops and a restored backup,
//! give one result, and whatever was said twice differently is shown until the chair settles it.

use harness::{Desk, Judge, Panel, Registered, Seeded, registration};
use serde_json::Value;

const ENTRIES: usize = 12;
const CRITERIA: [&str; 2] = ["kebaruan", "dampak"];
const RULES: &str = r#"format = 1
name = "Lomba sembilan juri"
[[category]]
code = "OPD"
name = "Perangkat Daerah"
[[stage]]
code = "penilaian"
name = "Penilaian"
kind = "scoring"
weight = 100
[[stage.criterion]]
code = "kebaruan"
name = "Kebaruan"
weight = 40
scale = { min = 0, max = 100 }
[[stage.criterion]]
code = "dampak"
name = "Dampak"
weight = 60
scale = { min = 0, max = 100 }
"#;

fn code(entry: usize) -> String {
    format!("OPD-{entry:03}")
}

fn panel() -> Panel {
    let chair = Desk::new();
    chair.write("aturan.toml", RULES);
    let line = |n| Registered {
        category: "OPD".into(),
        agency: format!("Dinas {n}"),
        title: format!("Inovasi {n}"),
    };
    chair.write(
        "daftar.xlsx",
        registration(&(1..=ENTRIES).map(line).collect::<Vec<_>>()),
    );
    let codes: Vec<String> = (1..=9).map(|n| format!("J{n}")).collect();
    let judges: Vec<(&str, &str)> = codes.iter().map(|code| (code.as_str(), "")).collect();
    Panel::assembled(chair, "aturan.toml", "daftar.xlsx", &judges)
}

/// All entries marked, spread by the judge.
fn all_marks(judge: usize) -> Vec<String> {
    let of = |entry: usize| {
        CRITERIA.map(|criterion| {
            let mark = (entry * 17 + judge * 5 + criterion.len() * 11) % 101;
            format!("penilaian,{},{criterion},{mark}", code(entry))
        })
    };
    (1..=ENTRIES).flat_map(of).collect()
}

/// One entry marked anew.
fn again(entry: usize, mark: u32) -> Vec<String> {
    CRITERIA
        .map(|criterion| format!("penilaian,{},{criterion},{mark}", code(entry)))
        .to_vec()
}

/// A judge who works on at a copy of the machine.
fn copied(judge: &Judge) -> Judge {
    Judge {
        code: judge.code.clone(),
        desk: judge.desk.copied(),
    }
}

/// What the nine said: the files at the chair's, and the hash of the value that the chair will choose for each entry
/// that was said differently.
struct Delivered {
    panel: Panel,
    files: Vec<String>,
    forks: Vec<(usize, String, String)>,
}

fn delivered() -> Delivered {
    let panel = panel();
    let mut files = Vec::new();
    let mut forks = Vec::new();
    let mut hand = |judge: &Judge, name: &str| {
        let file = format!("{}-{name}.nilai", judge.code);
        let hash = judge.hands_over(&file);
        panel.deliver(judge, &file);
        files.push(file);
        hash
    };
    let judges = &panel.judges;

    // J1: the laptop is copied after the first hand-over, and both go on.
    judges[0].marks(&all_marks(0));
    hand(&judges[0], "1");
    let copy = copied(&judges[0]);
    judges[0].marks(&again(1, 10));
    copy.marks(&again(1, 90));
    hand(&judges[0], "2");
    forks.push((1, "J1".to_owned(), hand(&copy, "2-salinan")));

    // J2: the laptop is copied before the first hand-over.
    let copy = copied(&judges[1]);
    judges[1].marks(&all_marks(1));
    copy.marks(&all_marks(1));
    copy.marks(&again(2, 55));
    hand(&judges[1], "1");
    forks.push((2, "J2".to_owned(), hand(&copy, "1-salinan")));

    // J3: a backup from after the first hand-over is restored after the second, and goes on twice.
    judges[2].marks(&all_marks(2));
    hand(&judges[2], "1");
    let restored = copied(&judges[2]);
    judges[2].marks(&again(3, 20));
    forks.push((3, "J3".to_owned(), hand(&judges[2], "2")));
    restored.marks(&again(3, 80));
    hand(&restored, "2-cadangan");
    restored.marks(&again(4, 33));
    hand(&restored, "3-cadangan");

    // J4 corrects; all others speak once.
    judges[3].marks(&all_marks(3));
    hand(&judges[3], "1");
    judges[3].marks(&again(5, 100));
    hand(&judges[3], "2");
    for (n, judge) in judges.iter().enumerate().skip(4) {
        judge.marks(&all_marks(n));
        hand(judge, "1");
    }
    Delivered {
        panel,
        files,
        forks,
    }
}

/// What the chair sees, but for when which file was received last.
fn seen(chair: &Desk) -> (Value, Value) {
    let mut board = chair.asks("progress lomba.timbang");
    for row in board["rows"].as_array_mut().unwrap() {
        row["received_at"] = Value::Null;
        row["number"] = Value::Null;
    }
    (
        chair.asks("standings lomba.timbang --stage penilaian"),
        board,
    )
}

/// Merges all files twice, in an order and in batches of this seed, at a machine of its own.
fn merged(delivered: &Delivered, seed: u64) -> Desk {
    let chair = delivered.panel.chair.copied();
    let mut chance = Seeded::new(seed);
    let mut files: Vec<&str> = delivered
        .files
        .iter()
        .chain(&delivered.files)
        .map(String::as_str)
        .collect();
    chance.shuffle(&mut files);
    while !files.is_empty() {
        let batch = files.split_off(files.len().saturating_sub(1 + chance.below(6) as usize));
        let said = chair.types(&format!("merge lomba.timbang {} --json", batch.join(" ")));
        for row in said.json()["rows"].as_array().unwrap() {
            assert_ne!(row["verdict"], "refused", "{row}");
        }
    }
    chair
}

fn statuses(standings: &Value, status: &str) -> Vec<String> {
    let rows = standings["rows"].as_array().unwrap().iter();
    let mut codes: Vec<String> = rows
        .filter(|row| row["status"] == status)
        .map(|row| row["entry"].as_str().unwrap().to_owned())
        .collect();
    codes.sort();
    codes
}

#[test]
fn nine_judges_two_copied_laptops_and_a_restored_backup_give_one_result_in_any_order() {
    let delivered = delivered();
    let first = merged(&delivered, 0);
    let (standings, board) = seen(&first);
    // Entry 4 too: the restored laptop went on to mark it, the other branch did not.
    assert_eq!(
        statuses(&standings, "conflict"),
        [code(1), code(2), code(3), code(4)]
    );
    assert_eq!(statuses(&standings, "ranked").len(), ENTRIES - 4);
    for seed in 1..5 {
        assert_eq!(
            seen(&merged(&delivered, seed)),
            (standings.clone(), board.clone()),
            "order of seed {seed}"
        );
    }

    for (entry, judge, hash) in &delivered.forks {
        let settle = format!(
            "decide lomba.timbang settle-conflict --judge {judge} --stage penilaian --entry {} --choose {hash} --reason 'juri ditelepon'",
            code(*entry)
        );
        first.types(&settle).done();
    }
    let (settled, _) = seen(&first);
    assert_eq!(
        statuses(&settled, "conflict"),
        [code(4)],
        "what was not settled stays visible"
    );
    first.types("check lomba.timbang").done();
}

#[test]
fn a_late_older_hand_over_is_kept_and_changes_nothing() {
    let panel = panel();
    let judge = &panel.judges[0];
    judge.marks(&all_marks(0));
    judge.hands_over("1.nilai");
    judge.marks(&again(1, 77));
    judge.hands_over("2.nilai");
    panel.deliver(judge, "1.nilai");
    panel.deliver(judge, "2.nilai");
    let verdict = |file: &str| {
        panel.chair.asks(&format!("merge lomba.timbang {file}"))["rows"][0]["verdict"].clone()
    };
    assert_eq!(verdict("2.nilai"), "new");
    let before = seen(&panel.chair).0;
    assert_eq!(verdict("1.nilai"), "older");
    assert_eq!(seen(&panel.chair).0, before);
    assert_eq!(verdict("1.nilai"), "same");
    assert_eq!(verdict("2.nilai"), "same");
    assert_eq!(
        panel.chair.asks("progress lomba.timbang")["rows"][0]["superseded"],
        1
    );
}

#[test]
fn a_later_hand_over_says_which_marks_it_changes() {
    let panel = panel();
    let judge = &panel.judges[0];
    judge.marks(&all_marks(0)[..2]);
    judge.hands_over("1.nilai");
    judge.marks(&all_marks(0));
    judge.marks(&again(1, 77)[..1]);
    judge.hands_over("2.nilai");
    panel.deliver(judge, "1.nilai");
    panel.deliver(judge, "2.nilai");
    panel.chair.types("merge lomba.timbang 1.nilai").done();
    let row = &panel.chair.asks("merge lomba.timbang 2.nilai --dry-run")["rows"][0];
    assert_eq!(row["verdict"], "newer");
    assert_eq!(
        (&row["new_sheets"], &row["changed"]),
        (&(ENTRIES - 1).into(), &1.into()),
        "{row}"
    );
    assert!(
        row["changes"][0].as_str().unwrap().contains("→ 77"),
        "{row}"
    );
}

#[test]
fn a_judge_who_lost_the_laptop_goes_on_with_a_new_packet_and_the_chair_sees_both() {
    let panel = panel();
    let lost = &panel.judges[0];
    lost.marks(&all_marks(0)[..2]);
    lost.hands_over("lama.nilai");
    panel.deliver(lost, "lama.nilai");
    panel.chair.types("merge lomba.timbang lama.nilai").done();
    let fresh = panel.invite("J1");
    fresh.marks(&all_marks(0)[2..]);
    fresh.hands_over("baru.nilai");
    panel.deliver(&fresh, "baru.nilai");
    panel.chair.types("merge lomba.timbang baru.nilai").done();
    let board = panel.chair.asks("progress lomba.timbang");
    assert_eq!(
        board["rows"][0]["filed"], ENTRIES,
        "sheets of both machines count"
    );
    let judges = panel.chair.asks("judge list lomba.timbang");
    assert_eq!(judges["rows"][0]["devices"].as_array().unwrap().len(), 2);
}
