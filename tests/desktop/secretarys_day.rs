//! Remit: a secretary's day from the empty start page to a published result, with a mistake at every step; each is refused in plain
//! words or taken back.

use harness::{Desk, Judge, Window};
use serde_json::json;

const ENTER: &str = "\u{E007}";
const CONTROL_ENTER: &str = "\u{E009}\u{E007}";
const CONTROL_Z: &str = "\u{E009}z";
const CONTROL_Y: &str = "\u{E009}y";
const CRITERIA: [&str; 6] = [
    "kebaruan",
    "relevansi",
    "kelayakan",
    "keberlanjutan",
    "kolaborasi",
    "dokumentasi",
];

/// Waits until something that was refused is said, in these words.
#[track_caller]
fn is_refused(window: &Window, words: &str) {
    let bad = "[data-testid=notice-bad], [data-testid=dialog-refused]";
    window.waits(
        |window| window.sees_all(bad).join("|"),
        |seen| seen.contains(words),
    );
}

/// Nothing that was refused is said any more.
#[track_caller]
fn is_settled(window: &Window) {
    window.waits(
        |window| window.sees_all("[data-testid=notice-bad]").join("|"),
        str::is_empty,
    );
}

/// Waits until a line at the foot says so.
#[track_caller]
fn is_told(window: &Window, words: &str) {
    window.waits(
        |window| window.sees_all("[data-testid=notice-ok]").join("|"),
        |seen| seen.contains(words),
    );
}

/// The number beside a step of the navigation.
#[track_caller]
fn counts(window: &Window, step: &str, number: &str) {
    window.waits(
        |window| window.sees(&format!("[data-testid=nav-{step}]")),
        |seen| seen.contains(number),
    );
}

/// A file that is none of ours, then a competition from a template.
fn begins(window: &Window, desk: &Desk) {
    desk.write("surat.timbang", "Kepada Yth. Kepala Dinas");
    window.will_choose(desk, &["surat.timbang"]);
    window.clicks("[data-testid=start-open]");
    is_refused(window, "bukan berkas lomba Timbang");
    window.clicks("[data-testid=start-new]");
    window.clicks("[data-testid=template-metro-penilaian-judul]");
    window.will_choose(desk, &["lomba.timbang"]);
    window.clicks("[data-testid=new-create]");
    window.sees("[data-testid=entries-empty]");
    is_settled(window);
}

/// A sheet that is none, then the right one, taken back and taken in again; an entry in the wrong category, taken back.
fn imports(window: &Window, desk: &Desk) {
    desk.write("rusak.xlsx", "PK\u{3}\u{4} terpotong");
    window.will_choose(desk, &["rusak.xlsx"]);
    window.clicks("[data-testid=entries-import]");
    window.presses(ENTER);
    is_refused(window, "rusak");
    window.will_choose(desk, &["metro-2027-penjaringan.xlsx"]);
    window.clicks("[data-testid=import-choose]");
    window.sees("[data-testid=import-grid]");
    is_settled(window);
    window.presses(CONTROL_ENTER);
    window.sees("[data-testid=import-confirm]");
    window.presses(ENTER);
    window.clicks("[data-testid=nav-entries]");
    counts(window, "entries", "105");
    window.presses(CONTROL_Z);
    is_told(window, "Dibatalkan");
    window.sees("[data-testid=entries-empty]");
    window.presses(CONTROL_Y);
    counts(window, "entries", "105");

    window.clicks("[data-testid=entries-add]");
    window.types("[data-testid=entry-title]", "Lumbung Desa");
    window.clicks("[data-testid=entry-save]");
    counts(window, "entries", "106");
    window.clicks("[data-testid=nav-entries]");
    window.presses(CONTROL_Z);
    counts(window, "entries", "105");
}

/// A code that is none, said at its field; a wrong name, corrected and taken back; the packet with its words.
fn invites(window: &Window, desk: &Desk) -> Vec<String> {
    window.clicks("[data-testid=nav-panel]");
    window.clicks("[data-testid=judge-add]");
    window.types("[data-testid=judge-code]", " /!");
    window.types("[data-testid=judge-name]", "Dr. Sri Wahyuni");
    window.clicks("[data-testid=judge-save]");
    window.waits(
        |window| {
            window
                .sees_all("[data-testid=add-judge] [role=alert]")
                .join("|")
        },
        |seen| !seen.is_empty(),
    );
    window.types("[data-testid=judge-code]", &"\u{E003}".repeat(3));
    window.clicks("[data-testid=judge-save]");
    counts(window, "panel", "1");
    window.clicks("[data-testid=judge-edit]");
    window.types("[data-testid=judge-name]", " keliru");
    window.clicks("[data-testid=judge-save]");
    window.waits(
        |window| window.sees("[data-testid=screen-panel] article"),
        |seen| seen.contains("keliru"),
    );
    window.presses(CONTROL_Z);
    window.waits(
        |window| window.sees("[data-testid=screen-panel] article"),
        |seen| !seen.contains("keliru"),
    );
    window.will_choose(desk, &["J1.paket"]);
    window.clicks("[data-testid=make-packet]");
    window.sees("[data-testid=passphrase-words] li");
    let words = window.sees_all("[data-testid=passphrase-words] li");
    window.clicks("[data-testid=saved-folder]");
    window.clicks("[data-testid=passphrase-noted]");
    let word = |line: &String| line.split_whitespace().last().map(str::to_owned);
    words.iter().filter_map(word).collect()
}

/// The judge mistypes the words, then marks every entry of a category and hands over.
fn judges(chair: &Desk, words: &[String]) {
    let desk = Desk::new();
    desk.take(chair, "J1.paket");
    let open = "open J1.paket --out J1.timbang --passphrase-file kata.txt";
    desk.write("kata.txt", "satu dua tiga empat lima enam");
    desk.types(open).refused();
    desk.write("kata.txt", words.join(" "));
    desk.types(open).done();
    let judge = Judge {
        code: "J1".into(),
        desk,
    };
    let lines: Vec<String> = (1..=8)
        .flat_map(|entry| {
            CRITERIA.map(|code| format!("penilaian,KEC-{entry:03},{code},{}", entry % 3 + 1))
        })
        .collect();
    judge.marks(&lines);
    judge.desk.types("declare J1.timbang --none").done();
    judge
        .desk
        .types("hand-over J1.timbang --out J1.nilai --why 'kategori lain menyusul'")
        .done();
    chair.take(&judge.desk, "J1.nilai");
}

/// A hand-over that is none is refused and left; the right one is merged.
fn merges(window: &Window, desk: &Desk) {
    desk.write("rusak.nilai", "bukan serah terima");
    window.clicks("[data-testid=nav-handover]");
    window.will_choose(desk, &["rusak.nilai", "J1.nilai"]);
    window.clicks("[data-testid=merge-choose]");
    window.waits(
        |window| window.sees("[data-testid=merge-accept]"),
        |seen| seen.contains('1'),
    );
    window.clicks("[data-testid=merge-accept]");
    is_told(window, "1");
    counts(window, "handover", "1/1");
}

/// The wrong entry is withdrawn; undo offers the decision that cancels that.
fn decides(window: &Window) {
    window.clicks("[data-testid=nav-decisions]");
    window.clicks("[data-testid=decision-add]");
    window.clicks("[data-testid=decision-withdraw]");
    window.types("[data-testid=decision-entry]", "KEC-001");
    window.clicks("[data-testid=decision-entry-KEC-001]");
    window.types("[data-testid=decision-reason]", "surat instansi");
    window.sees("[data-testid=consequences]");
    // A decision that moves a winner asks twice.
    let save = "document.querySelector('[data-testid=decision-save]')?.click()";
    window.waits(
        |window| {
            window.runs(save, &json!([])).expect("the page is there");
            window.sees("[data-testid=nav-decisions]")
        },
        |seen| seen.contains('1'),
    );
    window.presses(CONTROL_Z);
    window.types("[role=dialog] textarea", "keliru inovasi");
    window.clicks("[role=dialog] button[type=submit]");
    window.waits(
        |window| window.sees_all("[role=dialog]").len().to_string(),
        |open| open == "0",
    );
}

/// Publishing what is incomplete is asked about; then the winners are saved and shown.
fn publishes(window: &Window, desk: &Desk) {
    window.clicks("[data-testid=to-publish]");
    window.types("[data-testid=publish-reason]", "rapat pleno");
    window.clicks("[data-testid=publish-meant]");
    window.clicks("[data-testid=publish-now]");
    window.sees("[data-testid=screen-documents]");
    window.will_choose(desk, &["juara.xlsx"]);
    window.clicks("[data-testid=export-winners]");
    window.clicks("[data-testid=saved-open]");
    window.clicks("[data-testid=saved-folder]");
    let shown = window.waits(
        |_| std::fs::read_to_string(desk.data().join("shown.txt")).unwrap_or_default(),
        |shown| shown.lines().count() == 3,
    );
    let shown: Vec<&str> = shown.lines().collect();
    let is = |line: &str, how: &str, file: &str| line.starts_with(how) && line.ends_with(file);
    assert!(is(shown[0], "Folder", "J1.paket"), "{shown:?}");
    assert!(is(shown[1], "Open", "juara.xlsx"), "{shown:?}");
    assert!(is(shown[2], "Folder", "juara.xlsx"), "{shown:?}");
}

#[test]
fn a_day_of_mistakes_ends_with_a_published_result_and_each_is_taken_back() {
    let desk = Desk::new();
    desk.fixture("metro-2027-penjaringan.xlsx");
    let window = Window::opened(&desk, &[]);
    begins(&window, &desk);
    imports(&window, &desk);
    let words = invites(&window, &desk);
    judges(&desk, &words);
    merges(&window, &desk);
    decides(&window);
    publishes(&window, &desk);
    window.clicks("[data-testid=home]");
    let last = window.waits(
        |window| window.sees("[data-testid=last]"),
        |seen| seen.contains("TERBIT"),
    );
    assert!(last.contains("Penilaian Judul"), "{last}");
    drop(window);
    let standings = desk.asks("standings lomba.timbang --category KEC");
    let rows = standings["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 8, "the one withdrawn by mistake is back");
    assert!(rows.iter().all(|row| row["status"] == "ranked"), "{rows:?}");
}
