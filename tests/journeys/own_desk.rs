//! Remit: a chair who judges too opens a desk beside the competition file without sending anything, and the hand-over merges
//! as any other.

use crate::declarations::panel;
use serde_json::Value;

#[test]
fn the_chair_marks_beside_the_competition_file_and_merges_the_own_hand_over() {
    let panel = panel();
    let chair = &panel.chair;
    chair
        .types("judge add lomba.timbang --code KETUA --name 'Ketua tim'")
        .done();
    let seen = chair.asks("own-desk lomba.timbang --judge KETUA");
    assert_eq!(seen["role"], "judge");
    assert!(chair.path("lomba-KETUA.timbang").is_file());
    let mark = "mark lomba-KETUA.timbang --stage penilaian --entry OPD-001 --criterion dampak";
    chair.types(&format!("{mark} --mark 75")).done();
    chair
        .types("finish lomba-KETUA.timbang --stage penilaian --entry OPD-001")
        .done();
    chair
        .types("hand-over lomba-KETUA.timbang --out ketua.nilai --why 'baru satu'")
        .done();
    let merged = chair.asks("merge lomba.timbang ketua.nilai");
    assert_eq!(merged["rows"][0]["judge"], "KETUA");
    assert_eq!(merged["rows"][0]["sheets"], 1);

    // Opened again, nothing is lost and nothing new is made.
    chair.types("own-desk lomba.timbang --judge KETUA").done();
    let desk = chair.asks("desk lomba-KETUA.timbang");
    assert_eq!(desk["rows"][0]["state"], "final");
    let shuffled = |row: &Value| row["shuffled"].as_u64().unwrap();
    let rows = desk["rows"].as_array().unwrap();
    assert_ne!(shuffled(&rows[0]), shuffled(&rows[1]));
    let lines = chair.asks("journal lomba.timbang --op packet");
    assert_eq!(
        lines["rows"].as_array().unwrap().len(),
        3,
        "J1, J2 and the chair"
    );
    chair
        .types("own-desk lomba.timbang --judge J9")
        .refused()
        .naming(&["J9"]);
}
