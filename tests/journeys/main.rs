//! What only shows when everything runs together: the shape of the workspace, and journeys through the real `timbang`.
//!
//! One remit a module. **Never here**: what a crate can prove about itself beside its own code.

mod arrows;
mod attacks;
mod audit;
mod bad_input;
mod changed_rules;
mod declarations;
mod demo;
mod desk;
mod exchange;
mod folders;
mod import;
mod killed;
mod machine;
mod own_desk;
mod receipt;
mod return_visits;
mod standings;
mod visits;
mod whole;
mod why;
