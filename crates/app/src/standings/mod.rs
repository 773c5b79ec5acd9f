//! Standings as they cross to the page and the command line, what explains them and says how firm they are, and their publication.

mod agreement;
mod compute;
mod explain;
mod firmness;
mod publication;
mod row;
mod situation;
mod subject;

pub use agreement::agreement;
pub use compute::standings;
pub use explain::explain;
pub use firmness::firmness;
pub use situation::situation;
pub use subject::is_result_pack;

pub(crate) use compute::standing;
pub(crate) use publication::{publication, publishable};
pub(crate) use situation::is_provisional;
