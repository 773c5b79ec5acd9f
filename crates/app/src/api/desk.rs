//! A judge's own desk, as far as the command line needs it.

use serde::Serialize;
use ts_rs::TS;

/// Marks were taken from a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Marked {
    /// Rows read.
    pub rows: u32,
    /// Sheets that are final now.
    pub final_sheets: u32,
    /// Sheets still missing required marks or remarks.
    pub draft_sheets: u32,
}

/// A hand-over was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HandedOver {
    /// Full path.
    pub file: String,
    /// Who.
    pub judge: String,
    /// 1, 2, 3 …
    pub number: u32,
    /// Its name.
    pub hash: String,
    /// Final sheets in it.
    pub sheets: u32,
    /// Drafts in it, which do not count.
    pub drafts: u32,
    /// Recusals in it.
    pub recusals: u32,
    /// Field reports in it.
    pub reports: u32,
}
