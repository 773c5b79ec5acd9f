//! Remit: a field verifier's visit, from the report written in the village to the chair's decision that names it.

use harness::{Desk, Panel, Photo};

const REPORT: &str = r#"stage = "verifikasi"
entry = "DESA-001"
visited = "2023-11-21"
place = "Desa Loa Duri"
notes = "Tidak ada kegiatan di tempat."
people = ["Kepala Desa", "dua warga"]
recommendation = "disqualify"

[[claim]]
text = "Inovasi ada dan berjalan di lokasi"
verdict = "refuted"
note = "gudang kosong"
"#;

fn panel() -> Panel {
    let chair = Desk::new();
    chair.fixture("kukar-2023-pendaftaran.xlsx");
    let judges = [("V1", "--stage verifikasi --category DESA")];
    Panel::assembled(
        chair,
        "kukar-pekan-inovasi",
        "kukar-2023-pendaftaran.xlsx",
        &judges,
    )
}

#[test]
fn a_report_with_photos_reaches_the_chair_whose_decision_names_it() {
    let panel = panel();
    let verifier = &panel.judges[0];
    verifier.desk.write("laporan.toml", REPORT);
    verifier
        .desk
        .write("depan.jpg", Photo::on_the_spot(1).jpeg());
    verifier
        .desk
        .write("gudang.jpg", Photo::on_the_spot(2).jpeg());
    verifier
        .desk
        .types("report V1.timbang --toml laporan.toml --photo depan.jpg --photo gudang.jpg")
        .done();
    let hash = verifier.hands_over("V1.nilai");
    panel.deliver(verifier, "V1.nilai");
    let row = &panel.chair.asks("merge lomba.timbang V1.nilai")["rows"][0];
    assert_eq!(
        (&row["verdict"], &row["reports"]),
        (&"new".into(), &1.into()),
        "{row}"
    );
    let before = panel
        .chair
        .asks("standings lomba.timbang --stage penilaian --category DESA");
    let decide = format!(
        "decide lomba.timbang disqualify DESA-001 --report {hash} --reason 'tidak ditemukan di lokasi'"
    );
    panel.chair.types(&decide).done();
    let after = panel
        .chair
        .asks("standings lomba.timbang --stage penilaian --category DESA");
    let status = |standings: &serde_json::Value| {
        let rows = standings["rows"].as_array().unwrap();
        rows.iter().find(|row| row["entry"] == "DESA-001").unwrap()["status"].clone()
    };
    assert_eq!(
        (status(&before), status(&after)),
        ("incomplete".into(), "disqualified".into())
    );
    panel.chair.types("check lomba.timbang").done();
}

#[test]
fn a_report_that_does_not_hold_is_refused_by_its_place() {
    let panel = panel();
    let desk = &panel.judges[0].desk;
    for (right, wrong, words) in [
        (
            "verdict = \"refuted\"",
            "verdict = \"salah\"",
            &["laporan.toml", "salah"] as &[&str],
        ),
        ("DESA-001", "OPD-001", &["OPD-001"]),
        ("2023-11-21", "21 November", &["21 November"]),
        ("place", "tempat", &["tempat"]),
    ] {
        desk.write("laporan.toml", REPORT.replacen(right, wrong, 1));
        let before = desk.read("V1.timbang");
        desk.types("report V1.timbang --toml laporan.toml")
            .refused()
            .naming(words);
        assert!(desk.read("V1.timbang") == before, "{wrong}");
    }
    desk.write("laporan.toml", REPORT);
    desk.types("report V1.timbang --toml laporan.toml --photo tidak-ada.jpg")
        .refused()
        .naming(&["tidak-ada.jpg"]);
}
