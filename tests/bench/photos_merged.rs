//! Hand-overs that carry photos being merged.

use crate::Run;
use crate::measure::{in_turn, run};
use crate::page::{Bar, Section};
use harness::{Desk, Panel, Photo};
use std::fs::copy;
use std::process::{Command, Stdio};

const VERIFIERS: u64 = 20;
const PHOTOS_EACH: u64 = 50;
const VISIT: &str = r#"stage = "verifikasi"
entry = "DESA-001"
state = "draft"
began = 2023-11-21T09:10:00+08:00
"#;

pub fn section() -> Section {
    let (panel, megabytes) = prepared();
    let chair = &panel.chair;
    let files: Vec<String> = panel
        .judges
        .iter()
        .map(|judge| format!("{}.nilai", judge.code))
        .collect();
    let files = files.join(" ");
    let merge = || -> Run {
        copy(chair.path("asal.timbang"), chair.path("lomba.timbang")).unwrap();
        run(chair
            .command(&format!("merge lomba.timbang {files}"))
            .stdout(Stdio::null()))
    };
    let copied = || -> Run {
        let script = format!("rm -rf salinan && mkdir salinan && cp {files} salinan/ && sync");
        run(Command::new("sh")
            .args(["-c", &script])
            .current_dir(chair.path(".")))
    };
    let rows = in_turn(
        5,
        vec![
            (
                "merging 20 hand-overs with 1,000 photos",
                Box::new(merge) as Box<dyn FnMut() -> Run>,
            ),
            ("copying these files, and sync", Box::new(copied)),
        ],
    );
    let bars = vec![
        Bar::at_most(1.5, &rows[0], &rows[1]),
        Bar::megabytes(400, &rows[0]),
    ];
    Section {
        heading: "Photos merged",
        about: format!(
            "`timbang merge` of {VERIFIERS} sealed and signed hand-overs, each with a visit of {PHOTOS_EACH} photos ({megabytes} MB in \
             all), beside `cp` of the same files followed by `sync`."
        ),
        rows,
        bars,
    }
}

/// A competition before the merge (`asal.timbang`) and the hand-overs, and how many megabytes these have.
fn prepared() -> (Panel, usize) {
    let chair = Desk::new();
    chair.fixture("kukar-2023-pendaftaran.xlsx");
    let codes: Vec<String> = (1..=VERIFIERS).map(|number| format!("V{number}")).collect();
    let judges: Vec<(&str, &str)> = codes
        .iter()
        .map(|code| (code.as_str(), "--stage verifikasi --category DESA"))
        .collect();
    let rules = "kukar-pekan-inovasi";
    let panel = Panel::assembled(chair, rules, "kukar-2023-pendaftaran.xlsx", &judges);
    copy(
        panel.chair.path("lomba.timbang"),
        panel.chair.path("asal.timbang"),
    )
    .unwrap();
    let photo = |seed| Photo {
        size: (1600, 1200),
        noise: 26,
        ..Photo::on_the_spot(seed)
    };
    let photos: Vec<Vec<u8>> = (0..PHOTOS_EACH).map(|seed| photo(seed).jpeg()).collect();
    let mut bytes = 0;
    for judge in &panel.judges {
        let mut command = format!("visit {}.timbang --toml kunjungan.toml", judge.code);
        judge.desk.write("kunjungan.toml", VISIT);
        for (number, photo) in photos.iter().enumerate() {
            judge.desk.write(&format!("{number}.jpg"), photo);
            command.push_str(&format!(" --photo {number}.jpg"));
        }
        judge.desk.types(&command).done();
        let file = format!("{}.nilai", judge.code);
        judge.hands_over(&file);
        panel.deliver(judge, &file);
        bytes += panel.chair.read(&file).len();
    }
    (panel, bytes / 1_000_000)
}
