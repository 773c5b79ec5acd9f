//! Remit: a judge's day from the packet to the receipt, with real keys: what was said to be saved outlives the power cut,
//! what was handed over counts, and what does not count is told with its reason.

use harness::{Desk, Judge, Panel, Window};

const ENTER: &str = "\u{E007}";
const PAGE_DOWN: &str = "\u{E00F}";
const CONTROL_ENTER: &str = "\u{E009}\u{E007}";
const CONTROL_Z: &str = "\u{E009}z";
const CONTROL_Y: &str = "\u{E009}y";

/// The criteria of the rubric, each with levels from 1 to 3.
const CRITERIA: usize = 6;
const RECUSED: &str = "OPD-004";
const DRAFT: &str = "OPD-006";
const FINAL: [&str; 10] = [
    "OPD-001", "OPD-002", "OPD-003", "OPD-005", "OPD-007", "OPD-008", "OPD-009", "OPD-010",
    "OPD-011", "OPD-012",
];

/// The chair with twelve entries for one judge, whose packet is made, and its six words.
fn chair() -> (Desk, Vec<String>) {
    let chair = Desk::new();
    chair.fixture("metro-2027-penjaringan.xlsx");
    chair
        .types("new lomba.timbang --rules metro-penilaian-judul")
        .done();
    chair
        .types("import lomba.timbang metro-2027-penjaringan.xlsx")
        .done();
    let entries: String = (1..=12)
        .map(|entry| format!(" --entry OPD-{entry:03}"))
        .collect();
    chair
        .types(&format!(
            "judge add lomba.timbang --code J1 --name 'Dr. Sri Wahyuni'{entries}"
        ))
        .done();
    let made = chair.asks("packet lomba.timbang --judge J1 --out J1.paket");
    let words = made["passphrase"].as_str().unwrap().split('-');
    (chair, words.map(str::to_owned).collect())
}

fn lies_open(window: &Window, entry: &str) {
    window.waits(
        |window| window.sees_all("[data-testid=desk-entry]").concat(),
        |seen| seen.starts_with(entry),
    );
}

fn is_said(window: &Window, wanted: &str) -> String {
    window.waits(
        |window| window.sees("[data-testid=desk-saved]"),
        |seen| seen.starts_with(wanted),
    )
}

/// Opens the packet from the start page: words in capitals and with blanks, the third one misspelt at first.
fn opens_the_packet(window: &Window, judge: &Desk, words: &[String]) {
    window.will_choose(judge, &["J1.paket"]);
    window.clicks("[data-testid=start-packet]");
    let mut typed: Vec<String> = words.iter().map(|word| word.to_uppercase()).collect();
    typed[2] = format!("{}x", words[2]);
    window.types("[data-testid=packet-word-1]", &typed.join(" "));
    window.waits(
        |window| window.sees("[data-testid=packet-wrong-word]"),
        |pointed_at| pointed_at.contains('3') && pointed_at.contains(&words[2]),
    );
    window.will_choose(judge, &["J1.timbang"]);
    window.clicks("[data-testid=packet-meant]");
    window.clicks("[data-testid=packet-open]");
}

/// Declares an actual conflict with one entry, found by its code, and that there is no other.
fn declares(window: &Window) {
    window.types("[data-testid=declaration-search]", RECUSED);
    window.clicks(&format!("[data-testid=declare-entry-{RECUSED}]"));
    window.clicks("[data-testid=declare-actual]");
    window.clicks("[data-testid=declare-family]");
    window.types("[data-testid=declare-text]", "adik saya kepala bidangnya");
    window.clicks("[data-testid=declare-do]");
    window.waits(
        |window| window.sees("[data-testid=declaration-count]"),
        |seen| seen.contains('1'),
    );
    window.clicks("[data-testid=declaration-finish]");
}

/// Marks ten entries and leaves one a draft, by keyboard alone.
fn marks_ten_entries(window: &Window) {
    for entry in 1..=12 {
        let code = format!("OPD-{entry:03}");
        if code == RECUSED {
            continue;
        }
        lies_open(window, &code);
        let marks = if code == DRAFT {
            CRITERIA / 2
        } else {
            CRITERIA
        };
        for criterion in 0..marks {
            window.presses(&format!("{}{ENTER}", (entry + criterion) % 3 + 1));
        }
        is_said(window, &format!("Tersimpan · {code}"));
        window.presses(if code == DRAFT {
            PAGE_DOWN
        } else {
            CONTROL_ENTER
        });
    }
}

/// Takes back the last sheet and the one before, as far as into its finishing, and does all of it again.
fn undoes_across_two_sheets(window: &Window) {
    let steps = CRITERIA + 2;
    for (keys, said, end) in [
        (CONTROL_Z, "Dibatalkan", "OPD-011"),
        (CONTROL_Y, "Diulangi", "OPD-012"),
    ] {
        let mut last = String::new();
        for _ in 0..steps {
            window.presses(keys);
            last = window.waits(
                |window| window.sees("[data-testid=desk-saved]"),
                |seen| seen.starts_with(said) && seen != last,
            );
        }
        assert!(last.contains(end), "{last}");
        lies_open(window, end);
    }
}

/// State and score of each sheet, as the command line reads them.
fn sheets(desk: &Desk) -> Vec<(String, String, Option<String>)> {
    let answer = desk.asks("desk J1.timbang");
    let text = |row: &serde_json::Value, name: &str| row[name].as_str().map(str::to_owned);
    let row = |row: &serde_json::Value| {
        (
            text(row, "entry").unwrap(),
            text(row, "state").unwrap(),
            text(row, "score"),
        )
    };
    answer["rows"].as_array().unwrap().iter().map(row).collect()
}

#[test]
fn a_judges_day_from_the_packet_to_the_receipt() {
    let (chair, words) = chair();
    let desk = Desk::new();
    desk.take(&chair, "J1.paket");
    let window = Window::opened(&desk, &[]);
    opens_the_packet(&window, &desk, &words);
    declares(&window);
    marks_ten_entries(&window);
    undoes_across_two_sheets(&window);
    let before = sheets(&desk_after_a_power_cut(window, &desk));
    let of_state = |state: &str| {
        let found = before.iter().filter(|(_, known, _)| known == state);
        found.map(|(entry, ..)| entry.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(of_state("final"), FINAL);
    assert_eq!(
        (of_state("begun"), of_state("recused")),
        (vec![DRAFT], vec![RECUSED])
    );

    // The same on the screen, and undo goes on where it was.
    let window = Window::opened(&desk, &["J1.timbang"]);
    window.waits(
        |window| window.sees("[data-testid=desk-progress]"),
        |seen| seen.starts_with("10 final · 1 dimulai · 0 belum · 1 benturan"),
    );
    window.presses(CONTROL_Z);
    is_said(&window, "Dibatalkan · tandai final OPD-012");
    window.presses(CONTROL_Y);
    is_said(&window, "Diulangi · tandai final OPD-012");
    hands_over(&window, &desk);
    drop(window);
    assert_eq!(sheets(&desk), before);

    let panel = Panel {
        chair,
        judges: vec![Judge {
            code: "J1".into(),
            desk,
        }],
    };
    what_counts_is_on_the_receipt(&panel);
}

/// Ends the program without a warning; the desk, to be looked at from outside.
fn desk_after_a_power_cut(window: Window, desk: &Desk) -> &Desk {
    window.is_killed(desk);
    drop(window);
    desk
}

/// Hands over although a draft remains, with a word why.
fn hands_over(window: &Window, desk: &Desk) {
    window.clicks("[data-testid=hand-over]");
    for (what, number) in [("finals", "10"), ("drafts", "1"), ("recused", "1")] {
        let seen = window.sees(&format!("[data-testid=summary-{what}]"));
        assert!(seen.starts_with(number), "{what}: {seen}");
    }
    window.types(
        "[data-testid=hand-over-why]",
        "menunggu bukti dari instansi",
    );
    window.will_choose(desk, &["J1.nilai"]);
    window.clicks("[data-testid=hand-over-do]");
    let words = window.sees("[data-testid=handed-fingerprint]");
    assert_eq!(words.split(" · ").count(), 6, "{words}");
}

/// The chair merges and publishes, and the judge's receipt says that all count; after a conflict was settled anew it says
/// what does not.
fn what_counts_is_on_the_receipt(panel: &Panel) {
    let (chair, judge) = (&panel.chair, &panel.judges[0]);
    let take = |judge: &Judge, file: &str| {
        panel.deliver(judge, file);
        // A copied laptop is told of by the exit code; the statement is kept all the same.
        let _ = chair.types(&format!("merge lomba.timbang {file}"));
    };
    take(judge, "J1.nilai");
    // The laptop was copied, and both went on.
    let copy = Judge {
        code: judge.code.clone(),
        desk: judge.desk.copied(),
    };
    let mut names = Vec::new();
    for (laptop, mark, file) in [(judge, 1, "J1-2.nilai"), (&copy, 3, "J1-2-salinan.nilai")] {
        laptop.marks(&[format!("penilaian,OPD-001,kebaruan,{mark}")]);
        let command = format!("hand-over J1.timbang --out {file} --why 'satu draf'");
        names.push(
            laptop.desk.asks(&command)["hash"]
                .as_str()
                .unwrap()
                .to_owned(),
        );
        take(laptop, file);
    }
    let settle = |chosen: &str, why: &str| {
        let decided = chair.asks(&format!(
            "decide lomba.timbang settle-conflict --judge J1 --stage penilaian --entry OPD-001 --choose {chosen} --reason '{why}'"
        ));
        decided["rows"].as_array().unwrap().last().unwrap()["hash"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let first = settle(&names[0], "juri ditelepon");
    chair
        .types("decide lomba.timbang publish --reason 'rapat pleno'")
        .done();
    let verdict = receipt(panel, "terbit.hasil");
    assert!(verdict.contains("10"), "{verdict}");
    chair
        .types(&format!(
            "decide lomba.timbang undo {first} --reason 'salah pilih'"
        ))
        .done();
    settle(&names[1], "salinan yang benar");
    let verdict = receipt(panel, "perubahan.hasil");
    assert!(
        verdict.contains('9') && verdict.contains("salinan yang benar"),
        "{verdict}"
    );
}

/// What the judge's window says of a result: the verdict, and the row of what does not count, if any.
fn receipt(panel: &Panel, pack: &str) -> String {
    let desk = &panel.judges[0].desk;
    panel
        .chair
        .types(&format!("export lomba.timbang --pack {pack}"))
        .done();
    desk.take(&panel.chair, pack);
    let window = Window::opened(desk, &["J1.timbang", pack]);
    let verdict = window.sees("[data-testid=receipt-verdict]");
    format!(
        "{verdict}\n{}",
        window.sees("[data-testid=receipt-table] [data-row]")
    )
}
