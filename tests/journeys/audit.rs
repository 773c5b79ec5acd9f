//! Remit: whoever doubts the result can recompute it, and whoever changes a file is found out.

use harness::{Desk, Panel};
use rusqlite::Connection;
use serde_json::Value;

const RUBRIC: [&str; 6] = [
    "kebaruan",
    "relevansi",
    "kelayakan",
    "keberlanjutan",
    "kolaborasi",
    "dokumentasi",
];

/// Eight entries of Kecamatan judged by two, merged.
fn judged() -> Panel {
    let chair = Desk::new();
    chair.fixture("metro-2027-penjaringan.xlsx");
    let judges = [("J1", "--category KEC"), ("J2", "--category KEC")];
    let panel = Panel::assembled(
        chair,
        "metro-penilaian-judul",
        "metro-2027-penjaringan.xlsx",
        &judges,
    );
    for (n, judge) in panel.judges.iter().enumerate() {
        let mark = |entry: usize, criterion: usize| 1 + (entry * 5 + criterion * 7 + n) % 3;
        let of = |entry: usize| {
            let line = move |(at, name): (usize, &&str)| {
                format!("penilaian,KEC-{entry:03},{name},{}", mark(entry, at))
            };
            RUBRIC.iter().enumerate().map(line).collect::<Vec<_>>()
        };
        judge.marks(&(1..=8).flat_map(of).collect::<Vec<_>>());
        let file = format!("{}.nilai", judge.code);
        judge.hands_over(&file);
        panel.deliver(judge, &file);
    }
    panel
        .chair
        .types("merge lomba.timbang J1.nilai J2.nilai")
        .done();
    panel
}

/// The category's rows of a standing.
fn kecamatan(standings: &Value) -> Vec<&Value> {
    let rows = standings["rows"].as_array().unwrap();
    rows.iter().filter(|row| row["category"] == "KEC").collect()
}

#[test]
fn a_result_pack_recomputes_to_the_same_standings_on_another_machine() {
    let panel = judged();
    panel
        .chair
        .types("decide lomba.timbang deduct KEC-002 1.5 --reason 'berkas terlambat'")
        .done();
    panel
        .chair
        .types("export lomba.timbang --pack lomba.hasil")
        .done();
    let auditor = Desk::new();
    auditor.take(&panel.chair, "lomba.hasil");
    let again = auditor.asks("recompute lomba.hasil");
    assert_eq!(
        (&again["equal"], &again["difference"]),
        (&true.into(), &Value::Null)
    );
    let ours = panel.chair.asks("standings lomba.timbang");
    assert_eq!(kecamatan(&again["standings"]), kecamatan(&ours));
    assert_eq!(
        kecamatan(&ours)
            .iter()
            .filter(|row| row["status"] == "ranked")
            .count(),
        8
    );

    let pack = auditor.read("lomba.hasil");
    for at in (0..pack.len()).step_by(pack.len() / 40) {
        let mut changed = pack.clone();
        changed[at] ^= 0x10;
        auditor.write("berubah.hasil", changed);
        auditor
            .types("recompute berubah.hasil")
            .refused()
            .naming(&["berubah.hasil"]);
        auditor.write("putus.hasil", &pack[..at]);
        auditor
            .types("recompute putus.hasil")
            .refused()
            .naming(&["putus.hasil"]);
    }
}

#[test]
fn a_decision_can_be_undone_by_another_and_both_stay_visible() {
    let panel = judged();
    let chair = &panel.chair;
    let before = chair.asks("standings lomba.timbang");
    let decided = chair.asks("decide lomba.timbang disqualify KEC-001 --reason salinan");
    let during = chair.asks("standings lomba.timbang");
    let status = |standings: &Value| {
        let row = kecamatan(standings)
            .into_iter()
            .find(|row| row["entry"] == "KEC-001")
            .cloned();
        row.unwrap()["status"].clone()
    };
    assert_eq!(status(&during), "disqualified");
    let hash = decided["rows"][0]["hash"].as_str().unwrap();
    let undone = chair.asks(&format!(
        "decide lomba.timbang undo {hash} --reason 'bukti baru'"
    ));
    assert_eq!(undone["rows"].as_array().unwrap().len(), 2);
    assert_eq!(undone["rows"][1]["holds"], false);
    assert_eq!(chair.asks("standings lomba.timbang"), before);
}

#[test]
fn the_journal_tells_every_change_in_order_and_nothing_else() {
    let panel = judged();
    panel.chair.asks("progress lomba.timbang");
    panel
        .chair
        .types("decide lomba.timbang withdraw KEC-003 --reason 'surat pengunduran diri'")
        .done();
    let journal = panel.chair.asks("journal lomba.timbang");
    let ops = journal["rows"]
        .as_array()
        .unwrap()
        .iter()
        .rev()
        .map(|row| row["op"].as_str().unwrap());
    let expected = [
        "create",
        "import",
        "add-judge",
        "add-judge",
        "packet",
        "packet",
        "merge",
        "decide",
    ];
    assert_eq!(ops.collect::<Vec<_>>(), expected);
}

#[test]
fn what_is_changed_behind_the_programs_back_is_found_by_check() {
    let panel = judged();
    panel
        .chair
        .types("decide lomba.timbang withdraw KEC-003 --reason 'surat pengunduran diri'")
        .done();
    panel.chair.types("check lomba.timbang").done();
    for (change, kind) in [
        (
            "UPDATE journal SET detail = replace(detail, 'KEC-003', 'KEC-004')",
            "journal-changed",
        ),
        (
            "UPDATE journal SET at = at + 1 WHERE seq = 2",
            "journal-changed",
        ),
        ("DELETE FROM journal WHERE seq = 3", "journal-gap"),
        (
            "UPDATE journal SET previous = zeroblob(32) WHERE seq = 3",
            "journal-parted",
        ),
        (
            "UPDATE hand_over_bytes SET bytes = zeroblob(length(bytes))",
            "bytes",
        ),
        (
            "UPDATE rules SET text = replace(text, 'Kebaruan', 'Kebaharuan')",
            "bytes",
        ),
        (
            "UPDATE decision SET bytes = zeroblob(length(bytes))",
            "unreadable",
        ),
    ] {
        let copy = panel.chair.copied();
        change_behind_its_back(&copy, change);
        let said = copy.types("check lomba.timbang --json").refused().json();
        assert_eq!(said["sound"], false, "{change}");
        let flaws = said["flaws"].as_array().unwrap();
        let mut of_kind = flaws.iter().filter(|flaw| flaw["kind"] == kind);
        let found = of_kind.next().unwrap_or_else(|| panic!("{change}: {said}"));
        // Why the contents cannot be read is said in the reader's language too.
        let is_coded = found["refusal"]["code"].is_string();
        assert_eq!(is_coded, kind == "unreadable", "{change}: {said}");
    }
}

/// Changes the file as one would who has another program, and puts the guards of the journal back in their place.
fn change_behind_its_back(desk: &Desk, change: &str) {
    let database = Connection::open(desk.path("lomba.timbang")).unwrap();
    let guards = "SELECT group_concat(sql, ';') FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'journal'";
    let guards: String = database.query_row(guards, [], |row| row.get(0)).unwrap();
    database
        .execute_batch("DROP TRIGGER journal_is_not_changed; DROP TRIGGER journal_is_not_erased")
        .unwrap();
    let changed = database
        .execute(change, [])
        .unwrap_or_else(|error| panic!("{change}: {error}"));
    assert!(changed > 0, "{change}");
    database.execute_batch(&guards).unwrap();
}

#[test]
fn after_publication_a_late_hand_over_counts_only_when_the_chair_accepts_it() {
    let panel = judged();
    let chair = &panel.chair;
    let rows = |what: &str| {
        let standings = chair.asks("standings lomba.timbang");
        let found: Vec<Value> = kecamatan(&standings).into_iter().cloned().collect();
        assert_eq!(found.len(), 8, "{what}");
        found
    };
    chair
        .types("decide lomba.timbang publish --reason 'rapat pleno'")
        .done();
    let published = rows("published");
    let judge = &panel.judges[0];
    judge.marks(&RUBRIC.map(|criterion| format!("penilaian,KEC-001,{criterion},3")));
    let hash = judge.hands_over("terlambat.nilai");
    panel.deliver(judge, "terlambat.nilai");
    chair.types("merge lomba.timbang terlambat.nilai").done();
    assert_eq!(rows("with a late hand-over"), published);
    let accept = format!("decide lomba.timbang accept-late {hash} --reason 'listrik padam'");
    chair.types(&accept).done();
    assert_ne!(rows("with the late one accepted"), published);
}
