//! Return visits: what entries were in an earlier competition, and what was found of them then.

use super::word::Word;
use judging::visit::Verdict;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an entry was in an earlier competition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PredecessorRow {
    /// Code of the entry now.
    pub entry: String,
    /// Name of the earlier competition.
    pub competition: String,
    /// The code it had there.
    pub code: String,
    /// The title it had there.
    pub title: String,
    /// Who stood behind it there.
    pub agency: String,
    /// What was found then.
    pub claims: Vec<FoundBeforeRow>,
}

/// A claim with what an earlier visit found of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FoundBeforeRow {
    /// What was claimed.
    pub text: String,
    /// What the proposal said.
    pub claimed: String,
    /// What was found.
    pub found: String,
    /// In what both were counted.
    pub unit: Option<String>,
    /// What came of it.
    pub verdict: Word<Verdict>,
    /// The day of the visit, `2022-11-21`.
    pub day: Option<String>,
}

judging::words! {
    /// By what an entry is like one of an earlier competition.
    pub enum ReturnLikeness {
        /// Title and agency are the same.
        Same = "same",
        /// The agency is the same, the title nearly.
        NearTitle = "near-title",
        /// The title is the same, the agency is another one.
        OtherAgency = "other-agency",
    }
}
super::word::crossing!(ReturnLikeness);

/// An entry that is perhaps the same innovation as one of an earlier competition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReturnMatch {
    /// The entry's title now.
    pub title: String,
    /// Who stands behind it now.
    pub agency: String,
    /// What it would have been.
    pub before: PredecessorRow,
    /// By what they are alike.
    pub likeness: ReturnLikeness,
    /// Whether the chair has confirmed that they are the same.
    pub confirmed: bool,
}

/// What an earlier competition's file says of the entries of this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReturnMatches {
    /// Name of the earlier competition.
    pub competition: String,
    /// By entry, the likest first.
    pub rows: Vec<ReturnMatch>,
    /// How many entries are like one that nobody finished a visit to then: there is nothing to return to.
    pub not_visited: u32,
}

/// The chair confirms that entries are those of an earlier competition.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct ConfirmReturns {
    /// The earlier competition's file, which is only read.
    pub file: String,
    /// Which entries are which.
    pub pairs: Vec<ReturnPair>,
}

/// An entry now, and the code that it had in the earlier competition.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct ReturnPair {
    /// Code of the entry now.
    pub entry: String,
    /// Its code there.
    pub code: String,
}

/// An entry of which the chair no longer says that it competed before.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct ForgetReturn {
    /// Code of the entry.
    pub entry: String,
}
