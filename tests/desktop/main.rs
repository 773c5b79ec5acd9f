//! The real window, opened and used through tauri-driver and WebKitWebDriver. `./dev test` runs this on a virtual display.
//!
//! One remit a module. **Never here**: the looks, and what the page can prove about itself without a window.

mod changed_rules;
mod demo;
mod desk;
mod explained;
mod gallery;
mod judges_day;
mod killed_desk;
mod metro;
mod pictures;
mod plenary;
mod plots;
mod screens;
mod secretarys_day;
mod sizes;
mod verifiers_day;
mod walk;
