use sandbox::numbers::{read, written};
use std::fmt;
use std::str::FromStr;
use std::time::Duration;

/// What opening a file may cost at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of memory for the child process beyond what it starts with.
    pub memory: u64,
    /// Time from start to end.
    pub time: Duration,
    /// Bytes of the file.
    pub file: u64,
    /// Bytes of all parts of the file together, unpacked.
    pub unpacked: u64,
    /// Cells with something in them.
    pub cells: u64,
}

pub(super) const MIB: u64 = 1 << 20;

impl Default for Limits {
    fn default() -> Self {
        Self {
            memory: 512 * MIB,
            time: Duration::from_secs(300),
            file: 256 * MIB,
            unpacked: 2048 * MIB,
            cells: 16_000_000,
        }
    }
}

impl Limits {
    /// Those that hold for the child process as a whole.
    pub(super) const fn of_child(&self) -> sandbox::Limits {
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
        let numbers = [self.memory, time, self.file, self.unpacked, self.cells];
        f.write_str(&written(numbers))
    }
}

impl FromStr for Limits {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let [memory, time, file, unpacked, cells] = read(text)?;
        Ok(Self {
            memory,
            time: Duration::from_millis(time),
            file,
            unpacked,
            cells,
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
