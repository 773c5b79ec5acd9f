//! Photos that mean harm, and very many of them.

use crate::Run;
use crate::measure::{Thing, in_turn, run, run_refused};
use crate::page::{Bar, Section};
use harness::{Desk, Panel, Photo};
use std::fs::copy;
use std::process::Stdio;
use std::time::Duration;

const MANY: u64 = 5_000;
const VISIT: &str = r#"stage = "verifikasi"
entry = "DESA-001"
state = "draft"
began = 2023-11-21T09:10:00+08:00
"#;

pub fn section() -> Section {
    let panel = Panel::assembled(
        chair(),
        "kukar-pekan-inovasi",
        "kukar-2023-pendaftaran.xlsx",
        &[("V1", "--stage verifikasi --category DESA")],
    );
    let desk = &panel.judges[0].desk;
    desk.write("kunjungan.toml", VISIT);
    let add = |files: &str| {
        copy(desk.path("V1.timbang"), desk.path("kunjungan.timbang")).unwrap();
        let mut command = desk.command(&format!(
            "visit kunjungan.timbang --toml kunjungan.toml{files}"
        ));
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    let hostile = hostile();
    for (name, _, bytes) in &hostile {
        desk.write(name, bytes);
    }
    let add = &add;
    let each = hostile.iter().map(|(name, what, _)| -> Thing<'_> {
        let refused = move || run_refused(&mut add(&format!(" --photo {name}")));
        (what, Box::new(refused))
    });
    let mut rows = in_turn(3, each.collect());
    let largest = Photo {
        size: (8_000, 6_000),
        noise: 26,
        ..Photo::on_the_spot(1)
    };
    desk.write("besar.jpg", largest.jpeg());
    rows.extend(in_turn(
        3,
        vec![(
            "a photo of 48 megapixels, which is kept",
            Box::new(|| run(&mut add(" --photo besar.jpg"))),
        )],
    ));
    let mut bars = Vec::new();
    for row in &rows {
        bars.push(Bar::within(Duration::from_secs(5), row));
        bars.push(Bar::megabytes(600, row));
    }
    let mut named = String::new();
    for seed in 0..MANY {
        let photo = Photo {
            size: (64, 48),
            ..Photo::on_the_spot(seed)
        };
        desk.write(&format!("{seed}.jpg"), photo.jpeg());
        named.push_str(&format!(" --photo {seed}.jpg"));
    }
    let many = || -> Run { run(&mut add(&named)) };
    rows.extend(in_turn(1, vec![("5,000 small photos", Box::new(many))]));
    bars.extend(rows.last().map(|row| Bar::megabytes(600, row)));
    Section {
        heading: "Hostile photos",
        about: "One photo added to a visit that is made to do harm: `timbang visit` from start to end, with everything that it starts. \
                It is refused by name and the visit is kept; then a photo of 48 megapixels, and 5,000 photos of 64 × 48 pixels at once, \
                which are kept."
            .to_owned(),
        rows,
        bars,
    }
}

fn chair() -> Desk {
    let chair = Desk::new();
    chair.fixture("kukar-2023-pendaftaran.xlsx");
    chair
}

/// Name of the file, what it is, its bytes.
fn hostile() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let usual = Photo::on_the_spot(1).jpeg();
    let mut giant = usual.clone();
    let frame = giant
        .windows(2)
        .position(|two| two == [0xFF, 0xC0])
        .unwrap();
    giant[frame + 5..frame + 9].fill(0xFF);
    let mut whole = usual[..2].to_vec();
    // A file of 90 MB of application segments, of which none ends it.
    let segment = [&[0xFF, 0xE1, 0xFF, 0xFF][..], b"Exif\0\0", &[0; 65_527]].concat();
    while whole.len() < 90 << 20 {
        whole.extend_from_slice(&segment);
    }
    vec![
        (
            "65535.jpg",
            "a JPEG that claims 65,535 × 65,535 pixels",
            giant,
        ),
        (
            "30000.png",
            "a PNG of 30,000 × 30,000 pixels",
            png(30_000, 30_000),
        ),
        (
            "6300.png",
            "a PNG of 6,300 × 6,300 pixels whose end is missing",
            png(6_300, 6_300),
        ),
        ("exif.jpg", "90 MB of EXIF and nothing else", whole),
        (
            "terpotong.jpg",
            "a JPEG that is cut off",
            usual[..usual.len() / 2].to_vec(),
        ),
        (
            "teks.jpg",
            "a text named .jpg",
            b"Bukan foto.".repeat(1_000),
        ),
    ]
}

/// The head of a black PNG and the beginning of its pixels, deflated: the same block of 64 kB again and again.
fn png(width: u32, height: u32) -> Vec<u8> {
    let chunk = |kind: &[u8; 4], data: &[u8]| {
        let body = [kind.as_slice(), data].concat();
        [
            &u32::try_from(data.len()).unwrap().to_be_bytes()[..],
            &body,
            &crc(&body).to_be_bytes(),
        ]
        .concat()
    };
    let head = [
        &width.to_be_bytes()[..],
        &height.to_be_bytes(),
        &[8, 2, 0, 0, 0],
    ]
    .concat();
    let mut deflated = vec![0x78, 0x01];
    for _ in 0..64 {
        // A stored block that is not the last.
        deflated.extend([0, 0xFF, 0xFF, 0, 0]);
        deflated.extend([0; 65_535]);
    }
    [
        b"\x89PNG\r\n\x1A\n".to_vec(),
        chunk(b"IHDR", &head),
        chunk(b"IDAT", &deflated),
    ]
    .concat()
}

fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg())
        })
    };
    !bytes.iter().fold(u32::MAX, step)
}
