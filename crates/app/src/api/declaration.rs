//! What a judge declares of conflicts of interest.

pub use super::conflict::{ConflictGround, ConflictKind, DeclaredConflict};
use super::desk::DeskRow;
use super::undo::Undoable;
use super::word::Word;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The declaration of a working copy's judge: “I have no conflict of interest with these entries, except those marked.”
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeclarationView {
    /// When the judge declared so, RFC 3339; none as long as it was not said. Conflicts may change after it.
    pub declared_at: Option<String>,
    /// Every entry that the judge is to mark or visit, by category and code.
    pub rows: Vec<DeclarationRow>,
    /// What undo and redo would do now.
    pub undoable: Undoable,
}

/// One entry, and what is declared of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeclarationRow {
    /// Entry code.
    pub entry: String,
    /// Its title.
    pub title: String,
    /// Agency behind it.
    pub agency: String,
    /// Category code.
    pub category: String,
    /// Marks given to it so far, in all stages: an actual conflict deletes them.
    pub marks: u32,
    /// The conflict that is declared.
    pub conflict: Option<DeclaredConflict>,
}

/// A conflict of interest to declare, in place of what was declared of the entry before.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct Declare {
    /// Entry code.
    pub entry: String,
    /// `actual`: the judge stands aside, and marks given so far are deleted.
    pub kind: Word<ConflictKind>,
    /// What it comes from; `other` needs a text.
    pub ground: Word<ConflictGround>,
    /// In the judge's words.
    #[serde(default)]
    pub text: String,
}

/// The entry whose declaration is taken back.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct DeclaredEntry {
    /// Entry code.
    pub entry: String,
}

/// A declaration was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeclarationChanged {
    /// The entry as it is declared now.
    pub row: DeclarationRow,
    /// Its sheets as they are on the desk now, one for each stage in which the judge marks it.
    pub sheets: Vec<DeskRow>,
    /// What undo and redo would do now.
    pub undoable: Undoable,
}
