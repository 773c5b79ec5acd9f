//! Remit: verifiers' visits, from the notebook in the village to the chair's decisions that name them.

use harness::{Desk, Judge, Panel, Photo};
use serde_json::Value;

pub const VISIT: &str = r#"stage = "verifikasi"
entry = "DESA-001"
state = "final"
mode = "site"
began = 2023-11-21T09:10:00+08:00
ended = 2023-11-21T11:00:00+08:00
place = "Desa Loa Duri"
position = { latitude = -0.43, longitude = 117.01, accuracy = 12 }
recommendation = "eligible"
notes = "Dua petak aktif."
office = { name = "Kantor Desa", officer = "Budi", nip = "198609262015051001", post = "Sekretaris Desa" }
team = [{ name = "Sri", nip = "", post = "Ketua", institution = "BRIDA" }]
respondents = [{ initials = "S.W.", role = "petani", satisfied = true, why = "panen naik" }]

[[claim]]
text = "Jumlah penerima manfaat"
criterion = "penilaian:dampak"
claimed = "500"
found = "410"
unit = "orang"
method = "original-document"
verdict = "partly"
note = "daftar hadir"
photos = ["daftar.jpg"]

[[claim]]
text = "Dasar hukum"
verdict = "confirmed"

[[photo]]
file = "daftar.jpg"
kind = "document"
caption = "Daftar penerima"
position = false
"#;

/// The rules of the demonstration with the visit as a gate.
pub fn panel() -> Panel {
    let chair = Desk::new();
    chair.fixture("kukar-2023-pendaftaran.xlsx");
    let rules = include_str!("../../crates/exchange/templates/kukar-pekan-inovasi.toml");
    let gate = "kind = \"verification\"\neffect = \"gate\"\n";
    chair.write(
        "aturan.toml",
        rules.replace("kind = \"verification\"\n", gate),
    );
    let judges = [
        ("J1", "--stage penilaian --entry DESA-001"),
        ("V1", "--stage verifikasi --category DESA"),
        ("V2", "--stage verifikasi --category DESA"),
    ];
    Panel::assembled(chair, "aturan.toml", "kukar-2023-pendaftaran.xlsx", &judges)
}

pub fn visits(judge: &Judge, toml: &str) -> String {
    judge.desk.write("kunjungan.toml", toml);
    judge.desk.write("daftar.jpg", Photo::on_the_spot(1).jpeg());
    let file = format!("{}.timbang", judge.code);
    let saved = judge
        .desk
        .asks(&format!("visit {file} --toml kunjungan.toml"));
    saved["visit"].as_str().unwrap().to_owned()
}

pub fn merged(panel: &Panel, judge: &Judge, file: &str) {
    judge.hands_over(file);
    panel.deliver(judge, file);
    panel
        .chair
        .types(&format!("merge lomba.timbang {file}"))
        .done();
}

fn status(panel: &Panel, stage: &str) -> Value {
    let standing = panel
        .chair
        .asks(&format!("standings lomba.timbang {stage} --category DESA"));
    let rows = standing["rows"].as_array().unwrap();
    rows.iter().find(|row| row["entry"] == "DESA-001").unwrap()["status"].clone()
}

#[test]
fn a_visit_reaches_the_chair_with_its_photo_and_without_what_was_left_out() {
    let panel = panel();
    let verifier = &panel.judges[1];
    let id = visits(verifier, VISIT);
    merged(&panel, verifier, "V1.nilai");
    let row = &panel.chair.asks("visits lomba.timbang --entry DESA-001")["rows"][0];
    assert_eq!((&row["visit"], &row["judge"]), (&id.into(), &"V1".into()));
    assert_eq!(row["position"]["latitude"], "-0.43");
    assert_eq!(row["office"]["officer"], "Budi");
    assert_eq!(row["claims"][0]["verdict"], "partly");
    let photo = &row["photos"][0];
    assert_eq!(row["claims"][0]["photos"][0], photo["photo"]);
    assert_eq!(photo["position"], Value::Null);
    assert_eq!(photo["notes"], serde_json::json!(["no-position"]));
    assert_eq!(photo["taken"], "2023-11-21T09:31:00+08:00");
    let written = panel.chair.asks("photos lomba.timbang --out foto");
    assert_eq!(written["files"].as_array().unwrap().len(), 1);
    let file = format!("foto/DESA-001/{}.jpg", photo["photo"].as_str().unwrap());
    let picture = panel.chair.read(&file);
    assert!(picture.starts_with(&[0xff, 0xd8]) && !picture.windows(4).any(|four| four == b"Exif"));
    panel.chair.types("check lomba.timbang").done();
}

#[test]
fn the_chair_settles_where_verifiers_differ_until_one_of_them_says_something_else() {
    let panel = panel();
    let (one, other) = (&panel.judges[1], &panel.judges[2]);
    let first = visits(one, VISIT);
    visits(other, &VISIT.replace("\"partly\"", "\"refuted\""));
    merged(&panel, one, "V1.nilai");
    merged(&panel, other, "V2.nilai");
    let seen = || panel.chair.asks("visits lomba.timbang")["rows"][0].clone();
    let open = serde_json::json!(["Jumlah penerima manfaat"]);
    assert_eq!(seen()["differs"], open);
    let settle = format!(
        "decide lomba.timbang settle-visit DESA-001 --stage verifikasi --claim 'jumlah penerima manfaat' \
         --choose {first} --reason 'daftar hadir dilihat'"
    );
    panel.chair.types(&settle).done();
    assert_eq!(seen()["differs"], serde_json::json!([]));
    assert_eq!(seen()["settled"][0]["chosen"], first);
    one.desk
        .write("kunjungan.toml", VISIT.replace("410", "400"));
    let correct = format!("visit V1.timbang --toml kunjungan.toml --visit {first}");
    one.desk.types(&correct).done();
    merged(&panel, one, "V1-2.nilai");
    assert_eq!(seen()["differs"], open);
    assert_eq!(
        panel.chair.asks("visits lomba.timbang")["rows"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

#[test]
fn a_nominee_goes_on_only_when_the_chair_passes_it() {
    let panel = panel();
    let (judge, verifier) = (&panel.judges[0], &panel.judges[1]);
    let criteria = ["efektivitas", "efisiensi", "dampak", "keberlanjutan"];
    let mark = |criterion: &&str| format!("penilaian,DESA-001,{criterion},90");
    judge.marks(&criteria.iter().map(mark).collect::<Vec<_>>());
    merged(&panel, judge, "J1.nilai");
    let id = visits(verifier, VISIT);
    merged(&panel, verifier, "V1.nilai");
    assert_eq!(status(&panel, "--stage penilaian"), "ranked");
    assert_eq!(status(&panel, "--stage presentasi"), "at-gate");
    panel
        .chair
        .types("decide lomba.timbang publish --reason pleno")
        .refused()
        .naming(&["DESA-001", "gate"]);
    let fail = format!("decide lomba.timbang fail DESA-001 --report {id} --reason 'kosong'");
    panel.chair.types(&fail).done();
    assert_eq!(status(&panel, "--stage presentasi"), "failed-gate");
    assert_eq!(status(&panel, ""), "failed-gate");
    let pass = format!("decide lomba.timbang pass DESA-001 --report {id} --reason 'sesuai'");
    panel.chair.types(&pass).done();
    assert_eq!(status(&panel, "--stage presentasi"), "incomplete");
    assert_eq!(status(&panel, ""), "ranked");
    panel
        .chair
        .types("decide lomba.timbang publish --reason pleno")
        .done();
    panel
        .chair
        .types("export lomba.timbang --pack lomba.hasil")
        .done();
    panel.chair.types("recompute lomba.hasil").done();
}

#[test]
fn a_visit_that_does_not_hold_is_refused_by_its_place() {
    let panel = panel();
    let desk = &panel.judges[1].desk;
    desk.write("daftar.jpg", Photo::on_the_spot(1).jpeg());
    for (right, wrong, words) in [
        (
            "verdict = \"partly\"",
            "verdict = \"partial\"",
            &[
                "kunjungan.toml",
                "line 22",
                "partial",
                "nearest is “partly”",
            ] as &[&str],
        ),
        (
            "penilaian:dampak",
            "penilaian:dampk",
            &["line 17", "nearest is “dampak”"],
        ),
        (
            "\"Dasar hukum\"",
            "\"Dasar hukm\"",
            &["line 27", "nearest is “Dasar hukum”"],
        ),
        (
            "\"verifikasi\"",
            "\"verifikas\"",
            &["line 1", "nearest is “verifikasi”"],
        ),
        ("DESA-001", "OPD-001", &["OPD-001"]),
        (
            "2023-11-21T09:10:00+08:00",
            "2023-11-21",
            &["line 5", "began"],
        ),
        ("place", "tempat", &["tempat"]),
        ("\"eligible\"", "\"not-eligible\"", &["reason"]),
    ] {
        desk.write("kunjungan.toml", VISIT.replacen(right, wrong, 1));
        let before = desk.read("V1.timbang");
        desk.types("visit V1.timbang --toml kunjungan.toml")
            .refused()
            .naming(words);
        assert!(desk.read("V1.timbang") == before, "{wrong}");
    }
}

#[test]
fn a_photo_that_is_refused_costs_nothing_else() {
    let panel = panel();
    let desk = &panel.judges[1].desk;
    desk.write("kunjungan.toml", VISIT);
    desk.write("daftar.jpg", Photo::on_the_spot(1).jpeg());
    desk.write("rusak.jpg", &Photo::on_the_spot(2).jpeg()[..4_000]);
    desk.write("teks.jpg", "bukan foto");
    let said = desk.types(
        "visit V1.timbang --toml kunjungan.toml --photo rusak.jpg --photo teks.jpg --photo tidak-ada.jpg --json",
    );
    let said = said.refused();
    let saved = said.json();
    let codes: Vec<&str> = saved["refused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["reason"]["code"].as_str().unwrap())
        .collect();
    assert_eq!(
        codes,
        ["photo-broken", "photo-not-an-image", "photo-unreadable"]
    );
    assert_eq!(saved["photos"], 1);
}

#[test]
fn nominees_that_nobody_visited_are_named_until_somebody_did() {
    let panel = panel();
    let (judge, verifier) = (&panel.judges[0], &panel.judges[1]);
    let left = || {
        let said = panel.chair.asks("visits lomba.timbang");
        let left = said["not_visited"].as_array().unwrap().clone();
        let text = |row: &Value, name: &str| row[name].as_str().unwrap().to_owned();
        let row = |row: &Value| (text(row, "stage"), text(row, "entry"), text(row, "gate"));
        left.iter().map(row).collect::<Vec<_>>()
    };
    assert_eq!(left(), [], "nobody passed the cut yet");
    let criteria = ["efektivitas", "efisiensi", "dampak", "keberlanjutan"];
    let mark = |criterion: &&str| format!("penilaian,DESA-001,{criterion},90");
    judge.marks(&criteria.iter().map(mark).collect::<Vec<_>>());
    merged(&panel, judge, "J1.nilai");
    let waits = ("verifikasi", "DESA-001", "waiting");
    assert_eq!(left(), [(waits.0.into(), waits.1.into(), waits.2.into())]);
    visits(verifier, VISIT);
    merged(&panel, verifier, "V1.nilai");
    assert_eq!(left(), []);
}

#[test]
fn a_visit_before_or_after_its_stage_is_said_to_be() {
    let panel = panel();
    let verifier = &panel.judges[1];
    visits(verifier, VISIT);
    visits(verifier, &VISIT.replace("2023-11-21T", "2023-11-27T"));
    let rows = verifier.desk.asks("visits V1.timbang")["rows"].take();
    let outside: Vec<_> = rows.as_array().unwrap().iter().collect();
    let outside: Vec<&Value> = outside.iter().map(|row| &row["outside_dates"]).collect();
    assert_eq!(outside, [false, true]);
}

#[test]
fn a_change_of_the_rules_leaves_what_was_seen_and_asks_a_draft_for_what_is_new() {
    let panel = panel();
    let verifier = &panel.judges[1];
    let draft = VISIT.replace("\"final\"", "\"draft\"");
    visits(verifier, VISIT);
    visits(
        verifier,
        &draft.replace("\"eligible\"", "\"eligible-with-notes\""),
    );
    merged(&panel, verifier, "V1.nilai");
    let rules = String::from_utf8(panel.chair.read("aturan.toml")).unwrap();
    let asks_more = rules.replace("  \"Pelaksana\",\n", "  \"Pelaksana\",\n  \"Mitra\",\n");
    panel.chair.write("lebih.toml", &asks_more);
    panel
        .chair
        .types("rules lomba.timbang --change lebih.toml --reason 'mitra diperiksa juga'")
        .done();
    let seen = || panel.chair.asks("visits lomba.timbang")["rows"].take();
    assert_eq!(seen().as_array().unwrap().len(), 2, "word for word");
    renewed(&panel, verifier);
    let rows = verifier.desk.asks("visits V1.timbang")["rows"].take();
    let claims = |row: &Value| {
        let claims = row["claims"].as_array().unwrap();
        let has = claims.iter().any(|claim| claim["text"] == "Mitra");
        (row["state"].as_str().unwrap().to_owned(), has)
    };
    let of: Vec<_> = rows.as_array().unwrap().iter().map(claims).collect();
    assert_eq!(of, [("final".into(), false), ("draft".into(), true)]);

    // Without the stage no visit counts, and none is handed over; with it again they are there as before.
    let (head, rest) = asks_more
        .split_once("[[stage]]\ncode = \"verifikasi\"")
        .unwrap();
    let (_, tail) = rest.split_once("[[stage]]").unwrap();
    panel
        .chair
        .write("tanpa.toml", format!("{head}[[stage]]{tail}"));
    panel
        .chair
        .types("rules lomba.timbang --change tanpa.toml --reason 'tanpa verifikasi'")
        .done();
    assert_eq!(seen().as_array().unwrap().len(), 0);
    panel
        .chair
        .types("rules lomba.timbang --change lebih.toml --reason 'jadi juga'")
        .done();
    assert_eq!(seen().as_array().unwrap().len(), 2);
}

/// The verifier opens a newer packet into the working copy.
pub fn renewed(panel: &Panel, verifier: &Judge) {
    let code = &verifier.code;
    let made = panel.chair.asks(&format!(
        "packet lomba.timbang --judge {code} --out baru.paket"
    ));
    verifier.desk.take(&panel.chair, "baru.paket");
    verifier
        .desk
        .write("kata.txt", made["passphrase"].as_str().unwrap());
    verifier
        .desk
        .types(&format!(
            "open baru.paket --passphrase-file kata.txt --out {code}.timbang"
        ))
        .done();
}
