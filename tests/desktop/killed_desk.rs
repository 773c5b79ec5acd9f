//! Remit: the program killed at any moment while a judge types keeps all that it said was saved.

use harness::{Desk, Panel, Seeded, Window, sample};
use serde_json::{Value, json};
use std::time::Duration;

const ENTER: &str = "\u{E007}";
const ENTRY: &str = "KEC-001";
const REMARK: &str = "[data-testid=desk-remark]";

/// What the sheet says on the screen, in one look: whether that is said to be saved, the remark, and the marks by criterion.
const LOOK: &str = "
    const text = (css) => document.querySelector(css)?.innerText ?? '';
    const chosen = [...document.querySelectorAll('[data-criterion] input:checked')];
    return {
        saved: text('[data-testid=desk-saved]').startsWith('Tersimpan'),
        remark: document.querySelector('[data-testid=desk-remark]')?.value ?? '',
        marks: Object.fromEntries(chosen.map((input) =>
            [input.closest('[data-criterion]').dataset.criterion, input.value])),
    };";

/// What the judge was promised, and what was typed after that.
#[derive(Default)]
struct Promised {
    remark: String,
    marks: Value,
    /// How often something was said to be saved.
    times: u32,
}

/// Marks and types until the program is gone, and gives what it had said to be saved.
fn marks_until_killed(window: &Window, chance: &mut Seeded) -> Promised {
    let mut promised = Promised::default();
    let look = |promised: &mut Promised| -> Option<()> {
        let seen = window.runs(LOOK, &json!([]))?;
        if seen["saved"] == true {
            promised.remark = seen["remark"].as_str()?.to_owned();
            promised.marks = seen["marks"].clone();
            promised.times += 1;
        }
        Some(())
    };
    let levels = chance.below(6);
    let words = [
        "baik",
        "jelas, tetapi",
        "bukti kurang;",
        "12 desa",
        "lihat lampiran",
    ];
    for step in 0.. {
        let typed = if step < levels {
            window.tries_keys(None, &format!("{}{ENTER}", chance.between(1, 3)))
        } else {
            window.tries_keys(Some(REMARK), &format!("{} ", chance.one_of(&words)))
        };
        if typed.is_none() || look(&mut promised).is_none() {
            return promised;
        }
        // Sometimes the judge rests, so that the text is written as it stands.
        if chance.once_in(3) {
            std::thread::sleep(Duration::from_millis(chance.below(500)));
            if look(&mut promised).is_none() {
                return promised;
            }
        }
    }
    unreachable!("the program is killed before long")
}

/// The working copy as it was, without what a kill left beside it.
fn fresh(desk: &Desk) {
    for beside in ["J1.timbang-wal", "J1.timbang-shm"] {
        let _ = std::fs::remove_file(desk.path(beside));
    }
    std::fs::copy(desk.path("asal.timbang"), desk.path("J1.timbang")).unwrap();
}

#[test]
fn nothing_that_was_said_to_be_saved_is_lost_when_the_program_is_killed_while_typing() {
    let chair = Desk::new();
    let workbook = "metro-2027-penjaringan.xlsx";
    chair.fixture(workbook);
    let judges = [("J1", "--category KEC")];
    let mut panel = Panel::assembled(chair, "metro-penilaian-judul", workbook, &judges);
    let desk = panel.judges.remove(0).desk;
    desk.types("declare J1.timbang --none").done();
    std::fs::copy(desk.path("J1.timbang"), desk.path("asal.timbang")).unwrap();

    let mut chance = Seeded::new(10);
    let kills = sample(6, 200);
    let mut times = 0;
    for _ in 0..kills {
        fresh(&desk);
        let window = Window::opened(&desk, &["J1.timbang"]);
        window.waits(
            |window| window.sees("[data-testid=desk-entry]"),
            |seen| seen.starts_with(ENTRY),
        );
        let moment = Duration::from_millis(chance.between(50, 2_500).unsigned_abs());
        let promised = std::thread::scope(|scope| {
            scope.spawn(|| {
                std::thread::sleep(moment);
                window.is_killed(&desk);
            });
            marks_until_killed(&window, &mut chance)
        });
        drop(window);
        times += promised.times;
        desk.types("check J1.timbang").done();
        let sheet = desk.asks(&format!(
            "sheet J1.timbang --stage penilaian --entry {ENTRY}"
        ));
        let remark = sheet["remark"].as_str().unwrap_or_default();
        assert!(
            remark.trim_end().starts_with(promised.remark.trim_end()),
            "after {moment:?} the remark is “{remark}”, and “{}” was said to be saved",
            promised.remark
        );
        for (criterion, mark) in promised.marks.as_object().into_iter().flatten() {
            let marks = sheet["marks"].as_array().unwrap();
            let kept = marks.iter().find(|kept| kept["criterion"] == *criterion);
            assert_eq!(
                kept.map(|kept| &kept["mark"]),
                Some(mark),
                "{criterion} after {moment:?}"
            );
        }
    }
    println!("{kills} kills; something was said to be saved {times} times");
    assert!(times > 0, "something was saved before it was killed");
}
