//! Documents to write.

use super::word::Word;
pub use judging::handover::AttachmentKind;
use serde::Deserialize;
use ts_rs::TS;

/// Which documents to write, and where; any of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct ExportAsked {
    /// Winner list, XLSX.
    #[ts(optional)]
    pub winners: Option<String>,
    /// All sheets' scores, XLSX.
    #[ts(optional)]
    pub recap: Option<String>,
    /// Winner list, CSV.
    #[ts(optional)]
    pub csv: Option<String>,
    /// The entries as registered, XLSX; imports again as the same entries.
    #[ts(optional)]
    pub entries: Option<String>,
    /// Result pack.
    #[ts(optional)]
    pub pack: Option<String>,
    /// What goes along in the result pack beside the statements; nothing, unless the chair says so.
    #[ts(as = "Option<Vec<Word<AttachmentKind>>>", optional)]
    pub with: Vec<Word<AttachmentKind>>,
}
