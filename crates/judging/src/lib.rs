//! What judging *is*: rules, entries, the panel, sheets, visits, the view over hand-overs, decisions and the
//! results computed from them.
//!
//! **Never here**: files, clocks, randomness, SQL, serialisation, user-interface text. Everything in this crate is a
//! pure function of its arguments, and every mark, weight and limit is exact: no binary floating point on the way.

pub mod agreement;
pub mod case;
pub mod code;
pub mod decision;
pub mod declaration;
pub mod entry;
mod exact;
pub mod explain;
pub mod firmness;
pub mod fixed;
pub mod handover;
pub mod hash;
pub mod panel;
pub mod progress;
pub mod ranking;
pub mod receipt;
pub mod results;
pub mod revision;
pub mod rules;
pub mod scoring;
mod seeded;
pub mod sheet;
pub mod visit;
pub mod words;

pub use code::{CategoryCode, CodeError, CriterionCode, EntryCode, JudgeCode, StageCode};
pub use exact::Exact;
pub use fixed::{Fixed, FixedError};
pub use hash::{CompetitionId, DeviceId, Hash, VisitId};
pub use words::{ClosedSet, UnknownCode};
