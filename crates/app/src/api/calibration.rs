//! A judge's own marks side by side, for judging alike from the first entry to the last.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The stage to look at.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct CalibrationAsked {
    /// Stage code.
    pub stage: String,
}

/// All marks that this judge has given in one stage. A working copy holds no other judge's marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Calibration {
    /// The sheets with at least one mark, in the order in which they were last changed.
    pub sheets: Vec<SheetMarks>,
}

/// The marks of one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetMarks {
    /// Entry code.
    pub entry: String,
    /// When the sheet was last changed, RFC 3339.
    pub changed_at: String,
    /// Marks by criterion code, with a decimal point. A criterion that is not here has none.
    pub marks: BTreeMap<String, String>,
    /// The score of the sheet, rounded as the rules say; none while a required mark is missing.
    pub score: Option<String>,
}
