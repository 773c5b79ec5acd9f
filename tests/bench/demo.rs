//! `timbang demo` from start to end.

use crate::Run;
use crate::measure::{in_turn, run};
use crate::page::Section;
use harness::Desk;
use std::process::Stdio;

pub fn section() -> Section {
    let play = || -> Run {
        let desk = Desk::new();
        run(desk.command("demo --out contoh").stdout(Stdio::null()))
    };
    Section {
        heading: "The demonstration",
        about: "`timbang demo`: both shipped registrations from workbook to winner lists, with 3 and 5 judges, packets, \
                hand-overs, merges and documents."
            .to_owned(),
        rows: in_turn(5, vec![("timbang demo", Box::new(play))]),
        bars: Vec::new(),
    }
}
