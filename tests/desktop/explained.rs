//! Remit: the card and the waterfall on the screen say what the command line says of the same file.

use crate::screens::panel;
use harness::Window;
use serde_json::{Value, json};

/// A decimal as Indonesians write it.
fn written(decimal: &Value) -> String {
    let text = decimal.as_str().expect("a decimal");
    text.replace('.', ",").replace('-', "−")
}

#[test]
fn the_card_and_the_waterfall_are_those_of_the_command_line() {
    let panel = panel();
    panel.chair.types("merge lomba.timbang J2.nilai").done();
    let stage = "--stage penilaian --category KEC";
    let firmness = panel.chair.asks(&format!("firmness lomba.timbang {stage}"));
    let agreement = panel
        .chair
        .asks(&format!("agreement lomba.timbang {stage}"));
    let explained = panel
        .chair
        .asks(&format!("explain lomba.timbang {stage} KEC-001 KEC-003"));

    let window = Window::opened(&panel.chair, &["lomba.timbang"]);
    window.clicks("[data-testid=nav-standings]");
    window.clicks("[data-testid=standings-stage-penilaian]");
    window.clicks("[data-testid=chip-KEC]");
    let winners = firmness["rows"][0]["above"].as_array().unwrap();
    assert_eq!(winners.len(), 2, "two are first: {winners:?}");
    let card = window.sees("[data-testid=firm-winner]");
    assert!(card.contains("bersama"), "{card}");
    let resampled = firmness["resampled"].as_array().unwrap();
    let always = resampled.iter().filter(|row| row["word"] == "always");
    let nominees = window.sees("[data-testid=firm-nominees]");
    let expected = format!("{} selalu", always.count());
    assert!(nominees.contains(&expected), "{expected}: {nominees}");
    let discuss = agreement["discuss"].as_array().unwrap().len();
    let said = window.sees("[data-testid=firm-discuss]");
    match discuss {
        0 => assert!(said.contains("Tidak ada"), "{said}"),
        some => assert!(said.contains(&some.to_string()), "{said}"),
    }

    window.clicks("[data-testid=standings-table] tr[data-row] td");
    let row = "[...document.querySelectorAll('[data-testid=standings-table] tr[data-row]')]
        .find((row) => row.innerText.includes(arguments[0])).querySelector('td').click()";
    let title = explained["sides"][0]["title"].as_str().unwrap();
    window.runs(row, &json!([title])).unwrap();
    window.clicks("[data-testid=why-open]");
    window.sees("[data-testid=waterfall]");
    let choose = "const other = document.querySelector('[data-testid=why-other]');
        other.value = arguments[0]; other.dispatchEvent(new Event('change', { bubbles: true }))";
    window.runs(choose, &json!(["KEC-003"])).unwrap();
    let total = written(&explained["difference"]["shown"]);
    window.waits(
        |it| it.sees("[data-testid=waterfall] tfoot"),
        |seen| seen.contains(&total),
    );
    let parts = "return [...document.querySelectorAll('[data-testid=waterfall] [data-exact]')].map((cell) => cell.dataset.exact)";
    let parts = window.runs(parts, &json!([])).unwrap();
    let bars: Vec<&Value> = explained["bars"].as_array().unwrap().iter().collect();
    let exact: Vec<&Value> = bars.iter().map(|bar| &bar["part"]["exact"]).collect();
    assert_eq!(parts, json!(exact), "every part, exactly and in order");
    let sentence = window.sees("[data-testid=why-sentence]");
    for side in explained["sides"].as_array().unwrap() {
        let score = written(&side["score"]["shown"]);
        assert!(sentence.contains(&score), "{score}: {sentence}");
    }
}
