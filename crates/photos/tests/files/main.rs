//! Photos from files to what is kept, through the child process. As the child this test starts itself.

#![allow(
    clippy::unwrap_used,
    reason = "tests without the harness that the lints know"
)]

use jpeg_encoder::{ColorType, Encoder};
use libtest_mimic::{Arguments, Trial};
use photos::{Limits, Progress, Reader, keep_all};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

/// The first argument of the child process.
const CHILD: &str = "read-photo";

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_some_and(|first| first == CHILD) {
        return photos::serve(arguments);
    }
    let test = |name: &str, run: fn()| {
        Trial::test(name, move || {
            run();
            Ok(())
        })
    };
    let tests = vec![
        test(
            "photos are kept small and broken ones cost nothing else",
            many,
        ),
        test("a picture is not made larger", small),
        test("bombs are refused by name", bombs),
        test("every orientation is kept upright", orientations),
        test("EXIF that goes in circles costs nothing", circles),
    ];
    libtest_mimic::run(&Arguments::from_args(), tests).exit_code()
}

fn child() -> Reader {
    Reader::Child(sandbox::Program {
        program: std::env::current_exe().unwrap(),
        args: vec![OsString::from(CHILD)],
    })
}

/// More time than in use: decoders that are not optimised are slow on a machine that runs many tests.
fn limits() -> Limits {
    Limits {
        time: Duration::from_secs(60),
        ..Limits::default()
    }
}

/// What becomes of these files: `WIDTHxHEIGHT`, or the name of the refusal.
fn outcomes(files: &[(&str, Vec<u8>)]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let mut paths: Vec<PathBuf> = Vec::new();
    for (name, bytes) in files {
        paths.push(folder.path().join(name));
        std::fs::write(paths.last().unwrap(), bytes).unwrap();
    }
    let mut found = BTreeMap::new();
    keep_all(&paths, &child(), &limits(), &mut |progress| {
        if let Progress::Done(place, kept) = progress {
            let outcome = match kept {
                Ok(kept) => {
                    assert_eq!(kept.original.bytes, files[place].1.len() as u64);
                    assert!(kept.bytes.len() <= photos::MOST_BYTES);
                    assert!(kept.bytes.len() <= files[place].1.len());
                    format!("{}x{}", kept.width, kept.height)
                }
                Err(error) => error.name().to_owned(),
            };
            assert!(found.insert(place, outcome).is_none());
        }
        ControlFlow::Continue(())
    });
    assert_eq!(found.len(), files.len());
    found.into_values().collect()
}

/// A photo with some detail.
fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let (columns, rows) = (usize::from(width), usize::from(height));
    let pixels: Vec<u8> = (0..rows * columns * 3)
        .map(|at| ((at / 7) ^ (at / columns / 5)) as u8)
        .collect();
    let mut bytes = Vec::new();
    Encoder::new(&mut bytes, 90)
        .encode(&pixels, width, height, ColorType::Rgb)
        .unwrap();
    bytes
}

fn many() {
    let whole = jpeg(2000, 1500);
    let cut = whole[..whole.len() / 2].to_vec();
    let files = [
        ("satu.jpg", whole),
        ("terpotong.jpg", cut),
        ("teks.jpg", b"Bukan foto.".to_vec()),
        ("iphone.jpg", b"\0\0\0\x18ftypheic\0\0\0\0".to_vec()),
        ("kosong.jpg", Vec::new()),
        ("tinggi.jpg", jpeg(900, 1800)),
    ];
    assert_eq!(
        outcomes(&files),
        [
            "1600x1200",
            "photo-broken",
            "photo-not-an-image",
            "photo-kind-not-read",
            "photo-not-an-image",
            "800x1600",
        ]
    );
}

fn small() {
    assert_eq!(outcomes(&[("kecil.jpg", jpeg(64, 48))]), ["64x48"]);
}

fn bombs() {
    let mut jpeg = jpeg(64, 48);
    let frame = jpeg.windows(2).position(|two| two == [0xFF, 0xC0]).unwrap();
    jpeg[frame + 5..frame + 9].fill(0xFF);
    let mut png = Vec::new();
    // The head alone: nothing behind it is looked at.
    let mut encoder = png::Encoder::new(&mut png, 30_000, 30_000);
    encoder.set_color(png::ColorType::Rgb);
    drop(encoder.write_header().unwrap());
    let files = [("65535.jpg", jpeg), ("30000.png", png)];
    assert_eq!(outcomes(&files), ["photo-too-many-pixels"; 2]);
}

/// Colours of the corners of the upright picture: top left, top right, bottom left, bottom right.
const CORNERS: [[u8; 3]; 4] = [[200, 30, 30], [30, 200, 30], [30, 30, 200], [220, 220, 30]];

fn orientations() {
    // Which corner of the upright picture each stored corner is.
    let stored = [
        (1, [0, 1, 2, 3]),
        (2, [1, 0, 3, 2]),
        (3, [3, 2, 1, 0]),
        (4, [2, 3, 0, 1]),
        (5, [0, 2, 1, 3]),
        (6, [1, 3, 0, 2]),
        (7, [3, 1, 2, 0]),
        (8, [2, 0, 3, 1]),
    ];
    for (orientation, corners) in stored {
        let (width, height) = if orientation < 5 { (96, 64) } else { (64, 96) };
        let mut pixels = Vec::new();
        for y in 0..height {
            for x in 0..width {
                let corner = 2 * usize::from(y >= height / 2) + usize::from(x >= width / 2);
                pixels.extend(CORNERS[corners[corner]]);
            }
        }
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, 95);
        encoder.add_app_segment(1, exif(orientation)).unwrap();
        encoder
            .encode(&pixels, width, height, ColorType::Rgb)
            .unwrap();
        let kept = keep(&bytes);
        assert_eq!((kept.width, kept.height), (96, 64), "{orientation}");
        assert!(!kept.bytes.windows(4).any(|four| four == b"Exif"));
        let mut decoder = jpeg_decoder::Decoder::new(kept.bytes.as_slice());
        let pixels = decoder.decode().unwrap();
        for (corner, (x, y)) in [(8, 8), (88, 8), (8, 56), (88, 56)].into_iter().enumerate() {
            for (colour, expected) in CORNERS[corner].into_iter().enumerate() {
                let found = pixels[(y * 96 + x) * 3 + colour];
                assert!(found.abs_diff(expected) < 40, "{orientation}, {corner}");
            }
        }
    }
}

fn keep(bytes: &[u8]) -> photos::Kept {
    let mut file = tempfile::tempfile().unwrap();
    std::io::Write::write_all(&mut file, bytes).unwrap();
    std::io::Seek::rewind(&mut file).unwrap();
    let go_on = &mut || ControlFlow::Continue(());
    photos::keep(file, &child(), &limits(), go_on).unwrap()
}

/// EXIF that says this orientation and nothing else.
fn exif(orientation: u16) -> Vec<u8> {
    let mut bytes = b"Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01".to_vec();
    bytes.extend(orientation.to_be_bytes());
    bytes.extend([0; 6]);
    bytes
}

/// The directory behind the first is the first again.
fn circles() {
    let mut circle = exif(6);
    let behind = circle.len() - 4;
    circle[behind..].copy_from_slice(&8_u32.to_be_bytes());
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 90);
    encoder.add_app_segment(1, circle).unwrap();
    let grey = vec![90; 64 * 48];
    encoder.encode(&grey, 64, 48, ColorType::Luma).unwrap();
    let kept = keep(&bytes);
    assert_eq!((kept.width, kept.height), (48, 64));
}
