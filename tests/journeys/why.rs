//! Remit: what explains a standing and says how firm it is, from the competition file and from the result pack alike, on the
//! marks published of the Judgment of Paris.

use harness::Desk;
use serde_json::{Value, json};

fn paris() -> Desk {
    let desk = Desk::new();
    desk.types("demo --paris --out paris").done();
    desk.types("export paris/paris-1976.timbang --pack paris.hasil")
        .done();
    desk
}

/// The answer from the competition file, which is the same from the pack.
fn both(desk: &Desk, verb: &str, arguments: &str) -> Value {
    let of_file = desk.asks(&format!("{verb} paris/paris-1976.timbang {arguments}"));
    let of_pack = desk.asks(&format!("{verb} paris.hasil {arguments}"));
    assert_eq!(of_file, of_pack);
    of_file
}

fn starts(value: &Value, digits: &str) {
    let text = value.as_str().unwrap();
    assert!(text.starts_with(digits), "{text} {digits}");
}

#[test]
fn paris_is_explained_and_its_winner_stands_by_half_a_point_of_one_judge() {
    let desk = paris();
    let standings = desk.asks("standings paris/paris-1976.timbang");
    let scores = standings["rows"].as_array().unwrap().iter();
    let scores: Vec<&str> = scores.map(|row| row["score"].as_str().unwrap()).collect();
    let published = [
        "14.14", "14.09", "13.64", "13.23", "12.14", "11.18", "10.41", "10.14", "9.77", "9.55",
    ];
    assert_eq!(scores, published);

    let why = both(&desk, "explain", "--category MERAH MERAH-001 MERAH-002");
    assert_eq!(
        why["difference"],
        json!({ "shown": "0.05", "exact": "1/20" })
    );
    let terms = why["terms"].as_array().unwrap();
    assert_eq!(terms.len(), 11);
    let kahn = terms.iter().find(|term| term["judge"] == "J5").unwrap();
    assert_eq!(
        (&kahn["criterion"], &kahn["exact"]),
        (&json!("mutu"), &json!("3/11"))
    );
    // The marks are apart by 1/22, the rounded scores by 1/20.
    assert_eq!(why["rounding"], "1/220");

    let firm = both(&desk, "firmness", "--category MERAH");
    let winner = &firm["rows"][0];
    assert_eq!(winner["boundary"], "winner");
    assert_eq!(winner["above"], json!(["MERAH-001"]));
    assert_eq!(winner["mark"]["distance"], "0.5");
    let first = |judge: &str| {
        let without = firm["without"].as_array().unwrap();
        let row = without.iter().find(|row| row["judge"] == judge).unwrap();
        row["winners"].as_array().unwrap().clone()
    };
    for judge in ["J2", "J5", "J7", "J9"] {
        assert_eq!(first(judge), ["MERAH-002"], "{judge}");
    }
    assert_eq!(first("J10").len(), 3);
    for judge in ["J1", "J3", "J4", "J6", "J8", "J11"] {
        assert_eq!(first(judge), ["MERAH-001"], "{judge}");
    }
    assert_eq!(firm["resampled"][0]["winner"], "125266866189/285311670611");
    assert_eq!(firm["resampled"][5]["word"], "never");
    assert_eq!(firm["resampled"][8]["word"], "sometimes");

    let agreed = both(&desk, "agreement", "--stage cicip");
    starts(&agreed["icc21"], "0.22065330306644");
    starts(&agreed["icc2k"], "0.75695036056682");
    starts(&agreed["kendall_w"], "0.25393281761071");
    starts(&agreed["alpha"], "0.20109998263185");
    assert_eq!(agreed["needed"], json!({ "0.7": 9, "0.9": 32 }));
    let mut judges = agreed["rows"].as_array().unwrap().iter();
    let kahn = judges.find(|row| row["judge"] == "J5").unwrap();
    starts(&kahn["severity"], "-2.62727272");
    assert_eq!(agreed["refused"], Value::Null);
}

#[test]
fn what_cannot_be_explained_is_refused_in_words() {
    let desk = paris();
    let file = "paris/paris-1976.timbang";
    desk.types(&format!("explain {file} --category MERAH MERAH-099"))
        .refused();
    desk.types(&format!("explain {file} --category PUTIH MERAH-001"))
        .refused();
    desk.types(&format!("agreement {file} --stage tidak-ada"))
        .refused();
    desk.types("firmness paris/paris-1976.csv").refused();
}
