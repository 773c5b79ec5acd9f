//! What a judge does in a working copy, from opening the packet to handing over.

use crate::answer::Answer;
use crate::competition::overview_text;
use crate::declare::{Declare, declare};
use crate::desk::{Finish, Mark, Note, OneSheet, desk_text, finish, mark, note, one, sheet_text};
use crate::run::{new_session, opened, passphrase, text};
use crate::table::written_text;
use app::Error;
use app::api::{common, desk, panel};
use clap::Subcommand;
use std::path::PathBuf;

/// A judge's working copy.
#[derive(Debug, Subcommand)]
pub enum DeskVerb {
    /// Open a packet into a judge's working copy, or renew the copy by a newer packet
    #[command(
        after_help = "Example:\n  timbang open J1.paket --passphrase-file kata.txt --out J1.timbang"
    )]
    Open {
        /// The packet
        packet: PathBuf,
        /// A text file whose first line is the passphrase; asked for when left out
        #[arg(long)]
        passphrase_file: Option<PathBuf>,
        /// The working copy to create, or this judge's own to renew
        #[arg(long)]
        out: PathBuf,
    },
    /// Make the working copy of a judge who sits at the chair's machine, beside the competition file; nothing is sent
    #[command(after_help = "Example:\n  timbang own-desk metro.timbang --judge J1")]
    OwnDesk {
        /// The competition file
        file: PathBuf,
        /// Code of the judge
        #[arg(long)]
        judge: String,
    },
    /// What a judge has to mark, and how far each sheet is
    #[command(after_help = "Example:\n  timbang desk J1.timbang")]
    Desk {
        /// The judge's working copy
        file: PathBuf,
    },
    /// One sheet: its marks, its score, what is missing
    #[command(
        after_help = "Example:\n  timbang sheet J1.timbang --stage penilaian --entry OPD-007"
    )]
    Sheet(OneSheet),
    /// Give one mark, or take marks from a table: all rows or none
    #[command(
        after_help = "Examples:\n  timbang mark J1.timbang --stage penilaian --entry OPD-007 --criterion dampak --mark 87.5\n  timbang mark J1.timbang --stage penilaian --entry OPD-007 --criterion dampak --clear\n  timbang mark J1.timbang --csv nilai.csv\n\nColumns: stage,entry,criterion,mark,remark. Marks have a decimal point or comma; an empty cell leaves what is there. Sheets stay drafts unless --finish is given."
    )]
    Mark(Mark),
    /// Note something on an entry for nobody else; an empty text takes the note away
    #[command(
        after_help = "Examples:\n  timbang note J1.timbang --stage penilaian --entry OPD-007 --text \"tanya dampaknya\"\n  timbang note J1.timbang --stage penilaian --entry OPD-007 --hand-over true\n\nA note stays in the working copy unless it is chosen for hand-over."
    )]
    Note(Note),
    /// Make a sheet final, or all that miss nothing: the judge stands by it
    #[command(
        after_help = "Examples:\n  timbang finish J1.timbang --stage penilaian --entry OPD-007\n  timbang finish J1.timbang --all"
    )]
    Finish(Finish),
    /// Make a final sheet a draft again
    #[command(
        after_help = "Example:\n  timbang reopen J1.timbang --stage penilaian --entry OPD-007"
    )]
    Reopen(OneSheet),
    /// Declare a conflict of interest with an entry, or that there is none but those marked; alone it lists them
    #[command(
        after_help = "Examples:\n  timbang declare J1.timbang --entry OPD-007 --kind actual --ground family --text \"adik ipar\"\n  timbang declare J1.timbang --entry OPD-007 --take-back\n  timbang declare J1.timbang --none"
    )]
    Declare(Declare),
    /// Stand aside for one entry in one stage only
    #[command(
        after_help = "Example:\n  timbang recuse J1.timbang --stage penilaian --entry OPD-007 --reason \"inovasi unit kerja saya\""
    )]
    Recuse {
        /// The judge's working copy
        file: PathBuf,
        /// Stage code
        #[arg(long)]
        stage: String,
        /// Entry code
        #[arg(long)]
        entry: String,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// Keep a visit that is written in TOML, with its photos
    #[command(
        after_help = "Example:\n  timbang visit V1.timbang --toml kunjungan.toml --photo depan.jpg\n\nExits 1 if a photo was refused, after keeping the rest."
    )]
    Visit {
        /// The verifier's working copy
        file: PathBuf,
        /// The visit
        #[arg(long)]
        toml: PathBuf,
        /// Photos besides those that the visit names
        #[arg(long)]
        photo: Vec<PathBuf>,
        /// The visit that this one corrects
        #[arg(long, value_name = "ID")]
        visit: Option<String>,
    },
    /// What verifiers found: in the chair's file all visits, in a working copy one's own
    #[command(after_help = "Example:\n  timbang visits kukar.timbang --entry DESA-001")]
    Visits {
        /// The competition file or a working copy
        file: PathBuf,
        /// Only of this entry
        #[arg(long)]
        entry: Option<String>,
    },
    /// Write the photos of visits as ENTRY/HASH.jpg
    #[command(after_help = "Example:\n  timbang photos kukar.timbang --out foto")]
    Photos {
        /// The competition file or a working copy
        file: PathBuf,
        /// The folder
        #[arg(long)]
        out: PathBuf,
        /// Only of this entry
        #[arg(long)]
        entry: Option<String>,
    },
    /// Hand over everything said so far, as one signed file
    #[command(after_help = "Example:\n  timbang hand-over J1.timbang --out J1.nilai")]
    HandOver {
        /// The judge's working copy
        file: PathBuf,
        /// Where to write it
        #[arg(long)]
        out: PathBuf,
        /// Why something assigned to you is not final yet
        #[arg(long)]
        why: Option<String>,
        /// Put in photos that an earlier file held already, for a chair who never got that file
        #[arg(long)]
        all_photos: bool,
    },
    /// Read what you handed over before, and what is different now
    #[command(
        after_help = "Examples:\n  timbang handed-over J1.timbang\n  timbang handed-over J1.timbang --number 2"
    )]
    HandedOver {
        /// The judge's working copy
        file: PathBuf,
        /// Which one to read; without it they are listed
        #[arg(long)]
        number: Option<u32>,
    },
    /// Whether each of your final sheets counts in a result pack as you gave it, and if not, why
    #[command(
        after_help = "Example:\n  timbang receipt J1.timbang lomba.hasil\n\nExits 1 unless all count."
    )]
    Receipt {
        /// The judge's working copy
        file: PathBuf,
        /// The result pack
        pack: PathBuf,
    },
}

impl DeskVerb {
    /// Does it.
    pub fn run(self) -> Result<Answer, Error> {
        match self {
            Self::Open {
                packet,
                passphrase_file,
                out,
            } => {
                let session = new_session()?;
                let asked = desk::OpenPacket {
                    packet: text(&packet),
                    passphrase: passphrase(passphrase_file.as_deref())?,
                    out: text(&out),
                };
                let opened = app::desk::open_packet(&session, asked)?;
                Ok(Answer::of(&opened, opened_text))
            }
            Self::OwnDesk { file, judge } => {
                let overview = app::desk::own_desk(&opened(&file)?, panel::OwnDesk { judge })?;
                Ok(Answer::of(&overview, overview_text))
            }
            Self::Desk { file } => {
                let rows = app::desk::desk(&opened(&file)?, common::Nothing {})?;
                Ok(Answer::of(&rows, desk_text))
            }
            Self::Sheet(asked) => one(asked, app::desk::sheet),
            Self::Mark(asked) => mark(asked),
            Self::Note(asked) => note(asked),
            Self::Finish(asked) => finish(asked),
            Self::Reopen(asked) => one(asked, |session, asked| {
                Ok(app::desk::reopen(session, asked)?.sheet)
            }),
            Self::Recuse {
                file,
                stage,
                entry,
                reason,
            } => {
                let asked = desk::Recuse {
                    stage,
                    entry,
                    reason,
                };
                let changed = app::desk::recuse(&opened(&file)?, asked)?;
                Ok(Answer::of(&changed.sheet, sheet_text))
            }
            Self::Visit {
                file,
                toml,
                photo,
                visit,
            } => crate::visits::visit(&file, &toml, &photo, visit.as_deref()),
            Self::Visits { file, entry } => crate::visits::visits(&file, entry),
            Self::Photos { file, out, entry } => {
                let session = opened(&file)?;
                let written = app::visits::write_photos(&session, &out, entry.as_deref())?;
                Ok(Answer::of(&written, written_text))
            }
            Self::Declare(asked) => declare(asked),
            Self::HandOver {
                file,
                out,
                why,
                all_photos,
            } => crate::hand_over::hand_over(&file, &out, why, all_photos),
            Self::HandedOver { file, number } => crate::hand_over::handed_over(&file, number),
            Self::Receipt { file, pack } => crate::receipt::receipt(&file, &pack),
        }
    }
}

/// The working copy, and what a newer packet brought into it.
fn opened_text(opened: &desk::PacketOpened) -> String {
    let mut text = overview_text(&opened.overview);
    if let Some(renewed) = &opened.renewed {
        if renewed.rules_changed {
            let (kept, again) = (renewed.kept, renewed.again);
            text += &format!(
                "the rules changed: {kept} marks stay, {again} sheets are to be scored again\n"
            );
        }
        text += &format!("{} entries are new\n", renewed.entries);
        if renewed.claims > 0 {
            let claims = renewed.claims;
            text += &format!("{claims} claims are new in drafts of visits\n");
        }
    }
    text
}
