//! Photos of a visit being added.

use crate::Run;
use crate::measure::{in_turn, run};
use crate::page::{Bar, Section};
use harness::{Desk, Panel, Photo};
use std::fs::copy;
use std::process::{Command, Stdio};

const PHOTOS: u64 = 100;
const VISIT: &str = r#"stage = "verifikasi"
entry = "DESA-001"
state = "draft"
mode = "site"
began = 2023-11-21T09:10:00+08:00
ended = 2023-11-21T11:00:00+08:00
place = "Desa Loa Duri"
recommendation = "eligible"
"#;

pub fn section() -> Section {
    let (panel, megabytes) = prepared();
    let desk = &panel.judges[0].desk;
    let files: Vec<String> = (0..PHOTOS).map(|n| format!("foto-{n:03}.jpg")).collect();
    let ours = || -> Run {
        copy(desk.path("V1.timbang"), desk.path("kunjungan.timbang")).unwrap();
        let named: String = files
            .iter()
            .map(|file| format!(" --photo {file}"))
            .collect();
        run(desk
            .command(&format!(
                "visit kunjungan.timbang --toml kunjungan.toml{named}"
            ))
            .stdout(Stdio::null()))
    };
    // Two programs, each with half of the photos on one core: the fastest that vipsthumbnail can be had on two.
    let vips = || -> Run {
        let halves = "split -n r/2 --filter 'xargs env VIPS_CONCURRENCY=1 vipsthumbnail --size 1600x1600 -o \
                      kecil-%s.jpg[Q=80,strip]' daftar.txt";
        run(Command::new("sh")
            .args(["-c", halves])
            .current_dir(desk.path("")))
    };
    desk.write("daftar.txt", files.join("\n") + "\n");
    let rows = in_turn(
        3,
        vec![
            ("adding 100 photos of 12 megapixels", Box::new(ours)),
            ("vipsthumbnail of these photos", Box::new(vips)),
        ],
    );
    let bars = vec![
        Bar::at_most(0.7, &rows[0], &rows[1]),
        Bar::megabytes(400, &rows[0]),
    ];
    Section {
        heading: "Photos",
        about: format!(
            "{PHOTOS} photos of 4,000 × 3,000 pixels ({megabytes} MB in all) added to a visit: EXIF read, decoded in child \
             processes, turned upright, reduced to 1,600 pixels and stored, beside `vipsthumbnail --size 1600x1600 \
             -o x.jpg[Q=80,strip]` of the same files in two processes."
        ),
        rows,
        bars,
    }
}

/// A verifier with a working copy and the photos, and how many megabytes these have.
fn prepared() -> (Panel, usize) {
    let chair = Desk::new();
    chair.fixture("kukar-2023-pendaftaran.xlsx");
    let judges = [("V1", "--stage verifikasi --category DESA")];
    let panel = Panel::assembled(
        chair,
        "kukar-pekan-inovasi",
        "kukar-2023-pendaftaran.xlsx",
        &judges,
    );
    let desk = &panel.judges[0].desk;
    desk.write("kunjungan.toml", VISIT);
    let mut bytes = 0;
    for seed in 0..PHOTOS {
        let photo = Photo {
            size: (4000, 3000),
            noise: 26,
            ..Photo::on_the_spot(seed)
        };
        let jpeg = photo.jpeg();
        bytes += jpeg.len();
        desk.write(&format!("foto-{seed:03}.jpg"), jpeg);
        eprint!("\r{} of {PHOTOS} photos made", seed + 1);
    }
    eprintln!();
    (panel, bytes / 1_000_000)
}
