//! Standings as they cross to the page and the command line, what explains them and says how firm they are, and their publication.

mod agreement;
mod compute;
mod explain;
mod firmness;
mod plots;
mod publication;
mod row;
mod situation;
mod subject;
mod what_if;

pub use agreement::agreement;
pub use compute::standings;
pub use explain::explain;
pub use firmness::firmness;
pub use plots::plots;
pub use situation::situation;
pub use subject::is_result_pack;
pub use what_if::what_if;

pub(crate) use compute::standing;
pub(crate) use publication::{publication, publishable};
pub(crate) use situation::is_provisional;
pub(crate) use subject::stage_of;
