//! What the judge has declared of conflicts of interest, as the other verbs of the desk ask for it.

use crate::Error;
use crate::api::declaration::DeclaredConflict;
use judging::declaration::{ConflictKind, Declaration};
use judging::{EntryCode, StageCode};
use std::collections::BTreeMap;
use store::Contents;

/// Everything declared, by entry.
pub(super) struct Conflicts(BTreeMap<EntryCode, Vec<Declaration>>);

impl Conflicts {
    /// Everything that the file holds.
    pub fn all(contents: &Contents) -> Result<Self, Error> {
        Ok(Self::of(store::declarations::all(contents)?))
    }

    /// What is declared of one entry.
    pub fn of_entry(contents: &Contents, entry: &EntryCode) -> Result<Self, Error> {
        Ok(Self::of(store::declarations::of_entry(contents, entry)?))
    }

    fn of(declarations: Vec<Declaration>) -> Self {
        let mut all: BTreeMap<EntryCode, Vec<Declaration>> = BTreeMap::new();
        for declaration in declarations {
            let of_entry = all.entry(declaration.entry.clone()).or_default();
            of_entry.push(declaration);
        }
        Self(all)
    }

    /// The conflict with an entry in any stage: the one that holds wherever it is judged stands first.
    pub fn with(&self, entry: &EntryCode) -> Option<&Declaration> {
        self.0.get(entry)?.first()
    }

    /// The conflict with an entry that holds in a stage; an actual one goes before a potential one.
    pub fn in_stage(&self, stage: &StageCode, entry: &EntryCode) -> Option<&Declaration> {
        let of_entry = self.0.get(entry)?.iter();
        of_entry
            .filter(|declared| declared.holds_in(stage))
            .min_by_key(|declared| declared.kind)
    }

    /// Whether the judge stands aside for an entry in a stage.
    pub fn recused(&self, stage: &StageCode, entry: &EntryCode) -> bool {
        let found = self.in_stage(stage, entry);
        found.is_some_and(|declared| declared.kind == ConflictKind::Actual)
    }
}

/// A conflict as it is shown.
pub(super) fn shown(declared: &Declaration) -> DeclaredConflict {
    DeclaredConflict {
        kind: declared.kind.into(),
        ground: declared.ground.into(),
        text: declared.text.clone(),
        stage: declared.stage.as_ref().map(ToString::to_string),
    }
}
