use super::Verdict;
use crate::EntryCode;
use jiff::civil::Date;

/// The entry of an earlier competition that the chair confirmed to be the same innovation, with what was found of it then: a
/// return visit asks what lasted. It changes no score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Predecessor {
    /// The entry now.
    pub entry: EntryCode,
    /// Name of the earlier competition.
    pub competition: String,
    /// The code it had there; codes say nothing across competitions.
    pub code: EntryCode,
    /// The title it had there.
    pub title: String,
    /// Who stood behind it there.
    pub agency: String,
    /// What was found then, in the order of the visits.
    pub claims: Vec<FoundBefore>,
}

/// A claim with what an earlier visit found of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundBefore {
    /// What was claimed.
    pub text: String,
    /// What the proposal said.
    pub claimed: String,
    /// What was found.
    pub found: String,
    /// In what both were counted.
    pub unit: Option<String>,
    /// What came of it.
    pub verdict: Verdict,
    /// The day of the visit.
    pub day: Option<Date>,
}
