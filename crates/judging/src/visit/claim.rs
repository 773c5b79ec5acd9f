use crate::Hash;
use crate::rules::ClaimCriterion;

/// A claim with what was found of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedClaim {
    /// What is claimed: of the rules, of the entry, or the verifier's own.
    pub text: String,
    /// The criterion that it bears on.
    pub criterion: Option<ClaimCriterion>,
    /// What the proposal says.
    pub claimed: String,
    /// What was found.
    pub found: String,
    /// In what both are counted, where they are numbers.
    pub unit: Option<String>,
    /// How it was checked.
    pub method: Option<Method>,
    /// What came of it; none while it is not checked.
    pub verdict: Option<Verdict>,
    /// Beside it.
    pub note: String,
    /// Photos that show it, by name; each is among those of the visit.
    pub photos: Vec<Hash>,
}

crate::words! {
    /// How a claim is checked.
    pub enum Method {
        /// The document itself was seen.
        OriginalDocument = "original-document",
        /// It was looked at.
        Observation = "observation",
        /// People were asked.
        Interview = "interview",
        /// It was tried out.
        Trial = "trial",
        /// A system's data were looked up.
        SystemData = "system-data",
    }
}

crate::words! {
    /// What was found of a claim.
    pub enum Verdict {
        /// It is so.
        Confirmed = "confirmed",
        /// It is so in part.
        Partly = "partly",
        /// It is not so.
        Refuted = "refuted",
        /// It could not be checked.
        NotCheckable = "not-checkable",
    }
}
