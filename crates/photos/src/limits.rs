//! What a photo may cost.

use sandbox::numbers::{read, written};
use std::fmt;
use std::str::FromStr;
use std::time::Duration;

/// What keeping one photo may cost at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of memory for the child process beyond what it starts with.
    pub memory: u64,
    /// Time from start to end.
    pub time: Duration,
    /// Bytes of the file.
    pub file: u64,
    /// Pixels of a picture that can be decoded at a reduced size, line by line: an ordinary JPEG.
    pub pixels_reduced: u64,
    /// Pixels of a picture that has to be held whole: PNG, WebP, JPEG in several scans.
    pub pixels_whole: u64,
}

impl Default for Limits {
    /// Phones write up to 200 million pixels. A picture held whole takes up to seven bytes a pixel.
    fn default() -> Self {
        Self {
            memory: 512 << 20,
            time: Duration::from_secs(5),
            file: 100 << 20,
            pixels_reduced: 200_000_000,
            pixels_whole: 40_000_000,
        }
    }
}

impl Limits {
    /// Those that hold for the child process as a whole.
    pub(crate) const fn of_child(&self) -> sandbox::Limits {
        sandbox::Limits {
            memory: self.memory,
            time: self.time,
        }
    }
}

/// As they are handed to the child process.
impl fmt::Display for Limits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = u64::try_from(self.time.as_millis()).unwrap_or(u64::MAX);
        let numbers = [
            self.memory,
            time,
            self.file,
            self.pixels_reduced,
            self.pixels_whole,
        ];
        f.write_str(&written(numbers))
    }
}

impl FromStr for Limits {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let [memory, time, file, pixels_reduced, pixels_whole] = read(text)?;
        Ok(Self {
            memory,
            time: Duration::from_millis(time),
            file,
            pixels_reduced,
            pixels_whole,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_read_back_from_their_text() {
        let limits = Limits::default();
        assert_eq!(limits.to_string().parse(), Ok(limits));
        assert!("1,2,3".parse::<Limits>().is_err());
    }
}
