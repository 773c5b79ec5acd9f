//! Remit: a program killed at any moment leaves a sound file with all of a step or nothing of it.

use harness::{Desk, Panel, Registered, Seeded, registration, sample};
use std::fs::copy;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

/// Kills `command` again and again at random moments, each time on a fresh copy of `lomba.timbang`, and checks what is left
/// by what `question` answers: as before the command, or as after it.
fn check(desk: &Desk, command: &str, question: &str, seed: u64) {
    let competition = desk.path("lomba.timbang");
    let safe = desk.path("asal.timbang");
    copy(&competition, &safe).unwrap();
    let ask = || desk.types(question).done().out;
    let before = ask();
    let began = Instant::now();
    desk.types(command).done();
    let usual = began.elapsed();
    let after = ask();
    assert_ne!(before, after, "the command does something");

    let mut chance = Seeded::new(seed);
    let (mut nothing, mut all) = (0, 0);
    let kills = sample(50, 500);
    for _ in 0..kills {
        fresh(desk);
        let micros = u64::try_from(usual.as_micros()).unwrap();
        let moment = Duration::from_micros(chance.below(micros * 11 / 10));
        let mut child = desk
            .command(command)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(moment);
        child.kill().unwrap();
        child.wait().unwrap();
        desk.types("check lomba.timbang").done();
        let left = ask();
        match (left == before, left == after) {
            (true, _) => nothing += 1,
            (_, true) => all += 1,
            _ => panic!("half of it is left after {moment:?}:\n{left}"),
        }
    }
    println!("of {kills} kills within {usual:?}, {nothing} left nothing and {all} left all");
    assert!(nothing > 0, "no kill came in time to show anything");
    let began = Instant::now();
    while let Some(left) = child_of(desk) {
        assert!(began.elapsed() < Duration::from_secs(5), "left: {left}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// A process that still reads a stranger's file for a program of this machine, as the system lists it; none where it has no
/// such list.
fn child_of(desk: &Desk) -> Option<String> {
    let data = desk.data();
    let machine = data.parent()?.file_name()?.to_str()?;
    let read =
        |at: &Path| String::from_utf8_lossy(&std::fs::read(at).unwrap_or_default()).into_owned();
    let running = std::fs::read_dir("/proc").ok()?.flatten();
    running
        .map(|process| process.path())
        .filter(|process| read(&process.join("environ")).contains(machine))
        .map(|process| read(&process.join("cmdline")).replace('\0', " "))
        .find(|typed| typed.contains("work-in-child"))
}

/// Puts the competition as it was in place of what a kill left, and takes away what SQLite keeps beside it.
fn fresh(desk: &Desk) {
    for beside in [
        "lomba.timbang",
        "lomba.timbang-wal",
        "lomba.timbang-shm",
        "lomba.timbang-journal",
    ] {
        let _ = std::fs::remove_file(desk.path(beside));
    }
    copy(desk.path("asal.timbang"), desk.path("lomba.timbang")).unwrap();
}

fn many(count: usize) -> Vec<Registered> {
    let categories = ["OPD", "KEC", "KES", "PEN"];
    let line = |n: usize| Registered {
        category: categories[n % 4].to_owned(),
        agency: format!("Dinas Percobaan {}", n / 5),
        title: format!("Inovasi Percobaan Nomor {n}"),
    };
    (0..count).map(line).collect()
}

#[test]
fn an_import_killed_at_any_moment_leaves_all_or_nothing() {
    let desk = Desk::new();
    desk.types("new lomba.timbang --rules metro-penilaian-judul")
        .done();
    desk.write("banyak.xlsx", registration(&many(2_000)));
    check(
        &desk,
        "import lomba.timbang banyak.xlsx",
        "entries lomba.timbang --json",
        1,
    );
}

#[test]
fn a_merge_killed_at_any_moment_leaves_all_or_nothing() {
    let chair = Desk::new();
    chair.write("banyak.xlsx", registration(&many(200)));
    let judges = [("J1", ""), ("J2", ""), ("J3", "")];
    let panel = Panel::assembled(chair, "metro-penilaian-judul", "banyak.xlsx", &judges);
    let listed = panel.chair.asks("entries lomba.timbang");
    let rows = listed["rows"].as_array().unwrap();
    let criteria = [
        "kebaruan",
        "relevansi",
        "kelayakan",
        "keberlanjutan",
        "kolaborasi",
        "dokumentasi",
    ];
    for judge in &panel.judges {
        let of = |row: &serde_json::Value| {
            let entry = row["entry"].as_str().unwrap().to_owned();
            criteria.map(|criterion| format!("penilaian,{entry},{criterion},2"))
        };
        judge.marks(&rows.iter().flat_map(of).collect::<Vec<_>>());
        let file = format!("{}.nilai", judge.code);
        judge.hands_over(&file);
        panel.deliver(judge, &file);
    }
    let command = "merge lomba.timbang J1.nilai J2.nilai J3.nilai";
    check(
        &panel.chair,
        command,
        "standings lomba.timbang --stage penilaian --json",
        2,
    );
}
