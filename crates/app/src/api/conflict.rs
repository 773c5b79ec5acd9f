//! A conflict of interest, as the desk and the declaration show it.

use super::word::Word;
pub use judging::declaration::{ConflictGround, ConflictKind};
use serde::Serialize;
use ts_rs::TS;

/// A conflict of interest with one entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeclaredConflict {
    /// Whether the judge stands aside.
    pub kind: Word<ConflictKind>,
    /// What it comes from.
    pub ground: Word<ConflictGround>,
    /// In the judge's words; may be empty.
    pub text: String,
    /// The only stage it holds in; none: wherever the entry is judged.
    pub stage: Option<String>,
}
