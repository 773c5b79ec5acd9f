//! Replaying and varying a corpus of files that a reader once stumbled over, for the tests of the crates that read strangers' files.

#![allow(
    clippy::print_stderr,
    reason = "whoever runs the tests is to see which case failed"
)]

use std::io::{Error, Result};
use std::path::Path;
use std::time::{Duration, Instant};

/// Runs a law over every file of `fuzz/corpus/TARGET` of the crate in that folder.
///
/// # Errors
/// That the folder cannot be read, or holds next to nothing.
pub fn replay(of_crate: &str, target: &str, law: fn(&[u8])) -> Result<()> {
    for file in files(of_crate, target)? {
        law(&file);
    }
    Ok(())
}

/// Runs a law over files of the corpus that are varied at random. `TIMBANG_LONG` makes that ten minutes instead of `cases`, and
/// `PROPTEST_RNG_SEED` chooses another beginning. A case that breaks the law is named by its number, which makes it again.
///
/// # Errors
/// As [`replay`].
pub fn vary(of_crate: &str, target: &str, cases: u64, law: fn(&[u8])) -> Result<()> {
    const LONG: Duration = Duration::from_secs(600);
    let files = files(of_crate, target)?;
    let number = |name| {
        std::env::var(name)
            .ok()
            .and_then(|text| text.parse::<u64>().ok())
    };
    let first = number("PROPTEST_RNG_SEED")
        .unwrap_or(0)
        .wrapping_mul(1 << 20);
    let end = std::env::var_os("TIMBANG_LONG").map(|_| Instant::now() + LONG);
    let mut done = 0;
    while end.map_or(done < cases, |end| Instant::now() < end) {
        let case = Case(first.wrapping_add(done));
        law(&varied(&files, case.0));
        done += 1;
    }
    eprintln!("{target}: {done} cases from {first}");
    Ok(())
}

/// Says which case it was when the law does not hold.
struct Case(u64);

impl Drop for Case {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the law does not hold for case {}", self.0);
        }
    }
}

fn files(of_crate: &str, target: &str) -> Result<Vec<Vec<u8>>> {
    let folder = Path::new(of_crate).join("fuzz/corpus").join(target);
    let mut paths = Vec::new();
    for file in std::fs::read_dir(folder)? {
        paths.push(file?.path());
    }
    // The same case is the same file on every machine.
    paths.sort();
    if paths.len() <= 5 {
        return Err(Error::other(format!("{target}: {} files", paths.len())));
    }
    paths.iter().map(std::fs::read).collect()
}

/// A file of the corpus with a few of its bytes changed, moved, doubled or cut, always the same for the same case.
fn varied(files: &[Vec<u8>], case: u64) -> Vec<u8> {
    let mut chance = Chance(case.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0xD1B5_4A32_D192_ED03);
    let mut bytes = files[chance.below(files.len())].clone();
    for _ in 0..=chance.below(8) {
        let at = chance.below(bytes.len() + 1);
        let end = bytes.len().min(at + 1 + chance.below(64));
        match chance.below(7) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let doubled = bytes[at..end].to_vec();
                bytes.splice(at..at, doubled);
            }
            3 => {
                let other = &files[chance.below(files.len())];
                let from = chance.below(other.len() + 1);
                let to = other.len().min(from + chance.below(256));
                bytes.splice(at..end, other[from..to].iter().copied());
            }
            4 => {
                let ends = [0, 1, 0x7F, 0x80, 0xFE, 0xFF];
                let end = ends[chance.below(ends.len())];
                let to = bytes.len().min(at + 1 + chance.below(4));
                bytes[at..to].fill(end);
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << chance.below(8);
                }
            }
        }
    }
    bytes
}

/// Numbers that look random (xorshift).
struct Chance(u64);

impl Chance {
    /// A number below `limit`, which is above zero.
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or(usize::MAX) % limit
    }
}
