//! From scores to standings: the order with its reasons.
//!
//! The way: [`rank()`] orders scores; `tie_break` parts entries of equal score; `shortlist` cuts; `category` takes one
//! category through its stages; `stage_ranking` and `final_ranking` write the rows.
//!
//! What is decided here where the rules leave room:
//! - **Ties of the final standing** walk the ladder of the last counted stage.
//! - **A step of the ladder** decides only among entries that all have a value for it, and goes on with the next step inside
//!   each part. `stage:CODE` compares that stage's score as its own standing shows it. `head-to-head` is, over the others of the
//!   tied group, how many judges put the entry above minus how many put it below. `chair` follows the last decision that
//!   orders all of the tied group.
//! - **A cut** (`shortlist`) counts ranked entries only: one that is disqualified or withdrawn frees its place.
//! - **A gate** (`effect = "gate"` of a verification stage) follows its own stage's cut and those before: the entries that passed
//!   the nearest of them, or all where there is none, stand at it. The last decision in force about an entry and the gate
//!   says whether it goes on. Until it does, that and every later standing lists it without a rank, `at-gate` or, once it
//!   failed, `failed-gate`; the first gate that holds an entry back is named. In the standing of the gate's own stage the
//!   others keep their ranks and the cut its places: a failed entry's place is not filled. In later standings it takes none.
//! - **A later stage** lists the entries that passed the nearest cut before it, and whoever has a final sheet there anyway.

mod category;
mod final_ranking;
mod gate;
mod rank;
mod ranked_by;
mod row;
mod shortlist;
mod stage_ranking;
mod tie_break;

pub use rank::{RankedEntry, rank};
pub use row::{Cut, Ranking, Row, StageScore, Standings, Status};

pub(crate) use category::RankedCategory;
pub(crate) use final_ranking::final_ranking;
pub(crate) use ranked_by::RankedBy;
pub(crate) use shortlist::{Places, places};
pub(crate) use stage_ranking::stage_ranking;
