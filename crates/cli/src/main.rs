//! The `timbang` command.
fn main() {}
