use std::time::Duration;

/// What opening a file may cost at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of memory for the reading process beyond what it starts with.
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

const MIB: u64 = 1 << 20;

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
