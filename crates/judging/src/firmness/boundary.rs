use std::fmt;

/// Titles of honour that documents name: three prizes and three of hope.
pub const PRIZES: u32 = 6;

/// A place that matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Boundary {
    /// The first rank.
    Winner,
    /// The rank of a further title of honour, 2 to [`PRIZES`].
    Prize(u32),
    /// The cut of a stage.
    Cut,
}

impl Boundary {
    /// The rank that it is about; `None` for the cut.
    #[must_use]
    pub const fn rank(self) -> Option<u32> {
        match self {
            Self::Winner => Some(1),
            Self::Prize(rank) => Some(rank),
            Self::Cut => None,
        }
    }
}

impl fmt::Display for Boundary {
    /// `winner`, `prize-2`, `cut`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Winner => f.pad("winner"),
            Self::Prize(rank) => f.pad(&format!("prize-{rank}")),
            Self::Cut => f.pad("cut"),
        }
    }
}
