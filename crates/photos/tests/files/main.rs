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
    ];
    libtest_mimic::run(&Arguments::from_args(), tests).exit_code()
}

fn child() -> Reader {
    Reader::Child(sandbox::Program {
        program: std::env::current_exe().unwrap(),
        args: vec![OsString::from(CHILD)],
    })
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
    keep_all(&paths, &child(), &Limits::default(), &mut |progress| {
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
