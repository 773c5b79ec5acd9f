//! People at their machines, as tests need them: each with keys and a folder of their own, typing the real `timbang`,
//! or using its window.
//!
//! **Never here**: what a test asserts about judging; only that a command did what it was said to do, or refused.

mod barriers;
mod desk;
mod layout;
mod panel;
mod photo;
mod program;
mod registration;
mod said;
mod sample;
mod seeded;
mod window;
mod windows;

pub use desk::Desk;
pub use panel::{Judge, Panel};
pub use photo::Photo;
pub use program::{as_the_program_knows, fixture, start_program, timbang};
pub use registration::{Registered, registration};
pub use said::Said;
pub use sample::sample;
pub use seeded::Seeded;
pub use window::Window;
