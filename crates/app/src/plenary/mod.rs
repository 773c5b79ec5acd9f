//! The plenary view: the chair says what everybody sees, from the last place to the first, and the second window gets that and
//! nothing else. Nothing of it is kept in the file.

mod desk;
mod page;
mod place;
mod show;
mod step;

pub use desk::desk;
pub use page::page;
pub use show::show;
pub use step::step;

#[cfg(test)]
mod tests;
