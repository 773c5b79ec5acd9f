//! Documents out: the winner list and the recapitulation as workbooks, the winner list as CSV, and the score form that a
//! judge without the program fills in.
//!
//! Texts are Indonesian, for these are the panel's official papers. Every score comes in exact and is rounded here once,
//! by the rules, for the cell that shows it.
//!
//! **Never here**: computing a score or a rank, reading a file, a clock. The same input gives the same bytes.

mod award;
mod cell;
pub mod entries;
mod error;
mod figure;
pub mod form;
mod heading;
mod height;
mod method;
pub mod minutes;
mod obstacle;
mod page;
pub mod recap;
mod style;
#[cfg(test)]
mod test_support;
mod text;
pub mod winners;

pub use award::award;
pub use error::ReportError;
pub use heading::Heading;
