//! Where the columns stand that say what a row is.

use crate::{Column, Target};
use judging::entry::Field;

/// Columns from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Layout {
    pub title: u32,
    pub agency: Option<u32>,
    pub category: Option<u32>,
    pub number: Option<u32>,
    /// What each column gives.
    targets: Vec<Target>,
}

impl Layout {
    /// `None` when no column gives the title.
    pub fn new(columns: &[Column]) -> Option<Self> {
        let place = |target| {
            let column = columns.iter().find(|column| column.target == target);
            column.map(|column| column.index)
        };
        Some(Self {
            title: place(Target::Title)?,
            agency: place(Target::Agency),
            category: place(Target::Category),
            number: place(Target::Field(Field::Number)),
            targets: columns.iter().map(|column| column.target).collect(),
        })
    }

    /// Whether the column says something of the entry, its number apart.
    pub fn is_telling(&self, column: u32) -> bool {
        let target = self.targets.get(column as usize);
        target.is_some_and(|target| {
            !matches!(
                target,
                Target::Other | Target::Ignored | Target::Field(Field::Number)
            )
        })
    }

    /// How many columns have a meaning.
    pub fn width(&self) -> usize {
        let ignored = |target: &&Target| **target != Target::Ignored;
        self.targets.iter().filter(ignored).count()
    }
}
