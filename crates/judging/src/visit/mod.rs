//! One visit of a verifier to an entry: what is claimed, beside what was found. A visit changes no score; the chair's
//! decision names it.
//!
//! Several visits to one entry stand side by side; a visit is corrected by the next hand-over, under the same [`VisitId`]. Who
//! was met, and the photos' bytes, are attachments of the hand-over and not in it.

mod claim;
mod differences;
mod local_time;
mod missing;
mod persons;
mod photo;
mod position;
mod predecessor;

pub use claim::{CheckedClaim, Method, Verdict};
pub use differences::{ClaimOfVisits, claims_of, same_claim};
pub use local_time::{LocalTime, LocalTimeError, offset};
pub use missing::{MissingPart, missing};
pub use persons::{Person, Respondent, VisitPersons};
pub use photo::{Original, PhotoKind, VisitPhoto};
pub use position::{Place, Position, PositionError, degrees, microdegrees};
pub use predecessor::{FoundBefore, Predecessor};

use crate::sheet::SheetState;
use crate::{EntryCode, StageCode, VisitId};

/// What a verifier saw at one visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// Its lasting name.
    pub id: VisitId,
    /// The verification stage.
    pub stage: StageCode,
    /// The entry visited.
    pub entry: EntryCode,
    /// Whether the verifier says that it is finished.
    pub state: SheetState,
    /// How it was made.
    pub mode: VisitMode,
    /// When it began.
    pub began: Option<LocalTime>,
    /// When it ended; not before it began.
    pub ended: Option<LocalTime>,
    /// Where it took place, in words.
    pub place: String,
    /// Where it took place, on earth.
    pub position: Option<Place>,
    /// The office met.
    pub office: String,
    /// What was checked.
    pub claims: Vec<CheckedClaim>,
    /// The photos taken.
    pub photos: Vec<VisitPhoto>,
    /// Free notes.
    pub notes: String,
    /// What the agency objects (*tanggapan instansi*).
    pub objection: String,
    /// What a member of the team sees otherwise (*catatan anggota yang berbeda pendapat*).
    pub dissent: String,
    /// What the verifier recommends.
    pub recommendation: Option<Recommendation>,
    /// Why; needed where it is not [`Recommendation::Eligible`].
    pub reason: String,
}

impl Visit {
    /// A visit of which nothing is written yet.
    #[must_use]
    pub const fn begun(id: VisitId, stage: StageCode, entry: EntryCode) -> Self {
        Self {
            id,
            stage,
            entry,
            state: SheetState::Draft,
            mode: VisitMode::Site,
            began: None,
            ended: None,
            place: String::new(),
            position: None,
            office: String::new(),
            claims: Vec::new(),
            photos: Vec::new(),
            notes: String::new(),
            objection: String::new(),
            dissent: String::new(),
            recommendation: None,
            reason: String::new(),
        }
    }

    /// The photo of that name.
    #[must_use]
    pub fn photo(&self, name: crate::Hash) -> Option<&VisitPhoto> {
        self.photos.iter().find(|photo| photo.name == name)
    }
}

crate::words! {
    /// How a visit is made.
    #[derive(Default)]
    pub enum VisitMode {
        /// At the place (*kunjungan lapangan*).
        #[default]
        Site = "site",
        /// From afar (*daring*).
        Online = "online",
    }
}

crate::words! {
    /// What a verifier recommends to the chair.
    pub enum Recommendation {
        /// The entry goes on (*layak*).
        Eligible = "eligible",
        /// It goes on, with something to be noted (*layak dengan catatan*).
        EligibleWithNotes = "eligible-with-notes",
        /// It does not go on (*tidak layak*).
        NotEligible = "not-eligible",
    }
}
