//! The panel and its packets.

use crate::answer::Answer;
use crate::judge::{JudgeVerb, judge};
use crate::run::{opened, text};
use app::Error;
use app::api::panel;
use clap::Subcommand;
use std::path::PathBuf;

/// The panel and its packets.
#[derive(Debug, Subcommand)]
pub enum PanelVerb {
    /// The panel
    Judge {
        #[command(subcommand)]
        verb: JudgeVerb,
    },
    /// Make a judge's packet; prints its passphrase once
    #[command(
        after_help = "Example:\n  timbang packet metro.timbang --judge J1 --out J1.paket\n\nTell the judge the passphrase by another way than the file."
    )]
    Packet {
        /// The competition file
        file: PathBuf,
        /// Code of the judge
        #[arg(long)]
        judge: String,
        /// Where to write the packet
        #[arg(long)]
        out: PathBuf,
    },
    /// Make the packets of several judges into one folder; prints their passphrases once
    #[command(
        after_help = "Example:\n  timbang packets metro.timbang --judge J1 --judge J2 --out paket/\n\nHand each judge the own words by another way than the file."
    )]
    Packets {
        /// The competition file
        file: PathBuf,
        /// Codes of the judges
        #[arg(long = "judge", value_name = "J", required = true)]
        judges: Vec<String>,
        /// The folder to write them into
        #[arg(long)]
        out: PathBuf,
    },
}

impl PanelVerb {
    /// Does it.
    pub fn run(self) -> Result<Answer, Error> {
        match self {
            Self::Judge { verb } => judge(verb),
            Self::Packets { file, judges, out } => {
                let asked = panel::PacketsAsked {
                    folder: text(&out),
                    judges,
                };
                let made = app::panel::packets(&opened(&file)?, asked)?;
                Ok(Answer::of(&made, packets_text))
            }
            Self::Packet { file, judge, out } => {
                let asked = panel::PacketAsked {
                    judge,
                    out: text(&out),
                };
                let made = app::panel::packet(&opened(&file)?, asked)?;
                Ok(Answer::of(&made, packet_text))
            }
        }
    }
}

fn packets_text(made: &panel::PacketsMade) -> String {
    let packets: Vec<String> = made.packets.iter().map(packet_text).collect();
    let mut text = packets.join("\n");
    if !made.without_entries.is_empty() {
        let judges = made.without_entries.join(", ");
        text.push_str(&format!("\nnothing to judge yet: {judges}\n"));
    }
    text
}

fn packet_text(made: &panel::PacketMade) -> String {
    let mut text = format!(
        "{}\npacket for {} with {} entries\n\npassphrase (shown once): {}\nthis competition's keys:  {}\n",
        made.file, made.judge, made.entries, made.passphrase, made.fingerprint
    );
    if !made.left_out.is_empty() {
        let fields: Vec<String> = made.left_out.iter().map(ToString::to_string).collect();
        let fields = fields.join(", ");
        text.push_str(&format!(
            "\njudged blind, left out: {fields}, unknown columns, source\n"
        ));
    }
    if !made.telling_titles.is_empty() {
        let titles = made.telling_titles.join(", ");
        text.push_str(&format!(
            "titles that name the agency all the same: {titles}\n"
        ));
    }
    text
}
