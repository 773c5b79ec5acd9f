//! Copies of a competition file: made while it is open, verified before they count, thinned with age, and put back.
//! Nothing here overwrites or deletes a file: [`surplus`] only says which copies could go, [`restore`] moves the present
//! file aside.

mod make;
mod restore;
mod thin;

pub use make::backup_to;
pub use restore::restore;
pub use thin::surplus;

#[cfg(test)]
mod tests;
