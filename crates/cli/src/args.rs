//! What can be typed, by groups in the order of the work.

use crate::audit::AuditVerb;
use crate::competition::CompetitionVerb;
use crate::entries::EntriesVerb;
use crate::handover::HandOverVerb;
use crate::keys::KeysVerb;
use crate::panel::PanelVerb;
use crate::result::ResultVerb;
use crate::why::WhyVerb;
use crate::working_copy::DeskVerb;
use clap::{Parser, Subcommand};
use std::path::PathBuf;

/// Judging of innovation competitions without a network: from the registration spreadsheet to the signed winner list.
#[derive(Debug, Parser)]
#[command(name = "timbang", version, max_term_width = 100)]
pub struct Timbang {
    #[command(subcommand)]
    pub verb: Verb,
    /// Print one JSON document
    #[arg(long, global = true)]
    pub json: bool,
}

#[derive(Debug, Subcommand)]
pub enum Verb {
    #[command(flatten)]
    Competition(CompetitionVerb),
    #[command(flatten)]
    Entries(EntriesVerb),
    #[command(flatten)]
    Panel(PanelVerb),
    #[command(flatten)]
    Desk(DeskVerb),
    #[command(flatten)]
    HandOver(HandOverVerb),
    #[command(flatten)]
    Result(ResultVerb),
    #[command(flatten)]
    Why(WhyVerb),
    #[command(flatten)]
    Audit(AuditVerb),
    /// The keys with which a file is worked on
    Keys {
        #[command(subcommand)]
        verb: KeysVerb,
    },
    /// Play the whole journey on shipped registrations with invented marks
    #[command(
        after_help = "Examples:\n  timbang demo --out contoh\n  timbang demo --paris --out paris"
    )]
    Demo {
        /// The tasting of Paris of 1976 instead: published marks, decided by half a point of one judge
        #[arg(long)]
        paris: bool,
        /// Folder to leave the files in; must be empty or not exist
        #[arg(long)]
        out: Option<PathBuf>,
    },
}
