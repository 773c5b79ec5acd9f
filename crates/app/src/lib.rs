//! Use cases.

pub mod api;
