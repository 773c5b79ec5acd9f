//! One visit to one nominee by a field verifier. A report changes no score; the chair's decision names it.

use crate::{EntryCode, Hash, StageCode};

/// What a verifier found on the spot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldReport {
    /// The verification stage.
    pub stage: StageCode,
    /// The entry visited.
    pub entry: EntryCode,
    /// The day, as written in the notebook.
    pub visited: Option<jiff::civil::Date>,
    /// Where the visit took place.
    pub place: String,
    /// The claims looked at.
    pub claims: Vec<Claim>,
    /// Free notes.
    pub notes: String,
    /// People met, name and role.
    pub people: Vec<String>,
    /// Photos, by the hash of their bytes.
    pub photos: Vec<Hash>,
    /// What the verifier recommends.
    pub recommendation: Recommendation,
}

/// One claim of the entry with what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// As the rules or the entry state it.
    pub text: String,
    /// What was found.
    pub verdict: Verdict,
    /// Beside it.
    pub note: String,
}

crate::words! {
    /// What was found of a claim.
    pub enum Verdict {
        /// It is so.
        Confirmed = "confirmed",
        /// In part.
        Partly = "partly",
        /// It is not so.
        Refuted = "refuted",
        /// Could not be looked at.
        NotSeen = "not-seen",
    }
}

crate::words! {
    /// What the verifier recommends to the chair.
    pub enum Recommendation {
        /// Leave the entry as it is.
        Keep = "keep",
        /// Take points away.
        Deduct = "deduct",
        /// Take it out.
        Disqualify = "disqualify",
    }
}
