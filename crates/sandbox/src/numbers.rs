//! Numbers on the command line of a child process: the limits of its work.

use std::num::ParseIntError;

/// The numbers as one word of a command line.
#[must_use]
pub fn written<const N: usize>(numbers: [u64; N]) -> String {
    numbers.map(|number| number.to_string()).join(",")
}

/// The numbers that [`written`] wrote.
///
/// # Errors
/// Where one is missing or no number.
pub fn read<const N: usize>(text: &str) -> Result<[u64; N], ParseIntError> {
    let mut parts = text.split(',');
    let mut numbers = [0; N];
    for number in &mut numbers {
        *number = parts.next().unwrap_or_default().parse()?;
    }
    Ok(numbers)
}
