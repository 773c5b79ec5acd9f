//! What can be typed.

use crate::decide::ActVerb;
use crate::declare::Declare;
use crate::judge::JudgeVerb;
use crate::keys::KeysVerb;
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// Judging of innovation competitions without a network: from the registration spreadsheet to the signed winner list.
#[derive(Debug, Parser)]
#[command(name = "timbang", version, max_term_width = 100)]
pub struct Timbang {
    #[command(subcommand)]
    pub verb: Verb,
}

#[derive(Debug, Subcommand)]
pub enum Verb {
    /// List the rules that ship with the program
    #[command(after_help = "Example:\n  timbang templates")]
    Templates {
        #[command(flatten)]
        json: Json,
    },
    /// Create a competition
    #[command(
        after_help = "Examples:\n  timbang new metro.timbang --rules metro-penilaian-judul\n  timbang new lomba.timbang --rules aturan.toml"
    )]
    New {
        /// The competition file to create; it must not exist yet
        file: PathBuf,
        /// The id of a template, or a rules file in TOML
        #[arg(long, value_name = "TOML|TEMPLATE")]
        rules: String,
        #[command(flatten)]
        json: Json,
    },
    /// See the rules; change them, with what becomes of the marks given so far
    #[command(
        after_help = "Examples:\n  timbang rules kukar.timbang > aturan.toml\n  timbang rules kukar.timbang --change aturan.toml\n  timbang rules kukar.timbang --change aturan.toml --marks penilaian/dampak=rescale --reason \"rapat 4 November\"\n\nWithout --reason nothing is changed: it shows what would be."
    )]
    Rules(Rules),
    /// Take entries from a registration spreadsheet
    #[command(
        after_help = "Examples:\n  timbang import metro.timbang pendaftaran.xlsx --dry-run\n  timbang import metro.timbang sekolah.xlsx --category PEN\n  timbang import metro.timbang desa.xlsx --save-map desa.toml --dry-run\n  timbang import metro.timbang desa.xlsx --map desa.toml --duplicate 252=merge --means \"Dinkes=KES\"\n\nWhat is doubtful is reported, never repaired silently. All or nothing is taken."
    )]
    Import(Import),
    /// List the entries
    #[command(after_help = "Example:\n  timbang entries metro.timbang --category KEC")]
    Entries {
        /// The competition file
        file: PathBuf,
        /// Only this category
        #[arg(long)]
        category: Option<String>,
        /// Only with these words in title, agency or code
        #[arg(long)]
        search: Option<String>,
        #[command(flatten)]
        json: Json,
    },
    /// Which agencies owe an innovation
    #[command(after_help = "Example:\n  timbang coverage kukar.timbang")]
    Coverage {
        /// The competition file
        file: PathBuf,
        #[command(flatten)]
        json: Json,
    },
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
        #[command(flatten)]
        json: Json,
    },
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
        #[command(flatten)]
        json: Json,
    },
    /// What a judge has to mark, and how far each sheet is
    #[command(after_help = "Example:\n  timbang desk J1.timbang")]
    Desk {
        /// The judge's working copy
        file: PathBuf,
        #[command(flatten)]
        json: Json,
    },
    /// One sheet: its marks, its score, what is missing
    #[command(
        after_help = "Example:\n  timbang sheet J1.timbang --stage penilaian --entry OPD-007"
    )]
    Sheet(OneSheet),
    /// Give one mark, or take marks from a table: all rows or none
    #[command(
        after_help = "Examples:\n  timbang mark J1.timbang --stage penilaian --entry OPD-007 --criterion dampak --mark 87.5\n  timbang mark J1.timbang --csv nilai.csv\n\nColumns: stage,entry,criterion,mark,remark. Marks have a decimal point or comma; an empty one clears the mark."
    )]
    Mark(Mark),
    /// Make a sheet final: the judge stands by it
    #[command(
        after_help = "Example:\n  timbang finish J1.timbang --stage penilaian --entry OPD-007"
    )]
    Finish(OneSheet),
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
        #[command(flatten)]
        json: Json,
    },
    /// File a field report
    #[command(
        after_help = "Example:\n  timbang report V1.timbang --toml laporan.toml --photo depan.jpg --photo papan.jpg"
    )]
    Report {
        /// The verifier's working copy
        file: PathBuf,
        /// The report
        #[arg(long)]
        toml: PathBuf,
        /// Photos
        #[arg(long)]
        photo: Vec<PathBuf>,
        #[command(flatten)]
        json: Json,
    },
    /// Hand over everything said so far, as one signed file
    #[command(after_help = "Example:\n  timbang hand-over J1.timbang --out J1.nilai")]
    HandOver {
        /// The judge's working copy
        file: PathBuf,
        /// Where to write it
        #[arg(long)]
        out: PathBuf,
        /// Why something assigned to you is not final yet; the chair reads it
        #[arg(long)]
        why: Option<String>,
        #[command(flatten)]
        json: Json,
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
        #[command(flatten)]
        json: Json,
    },
    /// Take hand-overs in; any order, any number of times
    #[command(
        after_help = "Example:\n  timbang merge metro.timbang J1.nilai J2.nilai J3.nilai\n\nExits 1 if a file was refused or is in conflict, after accepting the others."
    )]
    Merge {
        /// The competition file
        file: PathBuf,
        /// Hand-overs, or folders of them
        #[arg(required = true)]
        hand_overs: Vec<PathBuf>,
        /// Show what would happen, change nothing
        #[arg(long)]
        dry_run: bool,
        #[command(flatten)]
        json: Json,
    },
    /// Make a score form for a judge without the program
    #[command(
        after_help = "Example:\n  timbang form metro.timbang --judge J3 --stage penilaian --out J3.xlsx"
    )]
    Form {
        /// The competition file
        file: PathBuf,
        /// Code of the judge
        #[arg(long)]
        judge: String,
        /// Stage code
        #[arg(long)]
        stage: String,
        /// Where to write the workbook
        #[arg(long)]
        out: PathBuf,
        #[command(flatten)]
        json: Json,
    },
    /// Enter a filled score form on the judge's behalf: all marks or none
    #[command(
        after_help = "Example:\n  timbang enter metro.timbang J3.xlsx --reason \"juri tidak memakai laptop\""
    )]
    Enter {
        /// The competition file
        file: PathBuf,
        /// The filled form
        form: PathBuf,
        /// Why the chair enters it, for the journal
        #[arg(long)]
        reason: String,
        #[command(flatten)]
        json: Json,
    },
    /// Whose file is missing, stale or superseded, and what each still owes
    #[command(after_help = "Example:\n  timbang progress metro.timbang")]
    Progress {
        /// The competition file
        file: PathBuf,
        #[command(flatten)]
        json: Json,
    },
    /// The computed order; without --stage the final one
    #[command(
        after_help = "Examples:\n  timbang standings metro.timbang\n  timbang standings kukar.timbang --stage penilaian --category OPD --json"
    )]
    Standings {
        /// The competition file
        file: PathBuf,
        /// Stage code
        #[arg(long)]
        stage: Option<String>,
        /// Category code
        #[arg(long)]
        category: Option<String>,
        /// Print CSV, separated by commas, with decimal points
        #[arg(long, conflicts_with = "json")]
        csv: bool,
        #[command(flatten)]
        json: Json,
    },
    /// Decide as the chair; always with a reason
    #[command(
        after_help = "Examples:\n  timbang decide kukar.timbang disqualify OPD-007 --reason \"salinan inovasi daerah lain\"\n  timbang decide kukar.timbang publish --reason \"rapat pleno 8 Desember\""
    )]
    Decide {
        /// The competition file
        file: PathBuf,
        #[command(subcommand)]
        act: ActVerb,
    },
    /// Write documents: any of them
    #[command(
        after_help = "Example:\n  timbang export metro.timbang --winners juara.xlsx --recap rekap.xlsx --csv juara.csv --pack metro.hasil"
    )]
    Export {
        /// The competition file
        file: PathBuf,
        /// Winner list, XLSX
        #[arg(long)]
        winners: Option<PathBuf>,
        /// All sheets' scores, XLSX
        #[arg(long)]
        recap: Option<PathBuf>,
        /// Winner list, CSV as Indonesian Excel reads it
        #[arg(long)]
        csv: Option<PathBuf>,
        /// The entries as registered, XLSX; imports again as the same entries
        #[arg(long)]
        entries: Option<PathBuf>,
        /// Result pack for auditors
        #[arg(long)]
        pack: Option<PathBuf>,
        #[command(flatten)]
        json: Json,
    },
    /// Rebuild the standings from a result pack alone
    #[command(after_help = "Example:\n  timbang recompute metro.hasil")]
    Recompute {
        /// The result pack
        pack: PathBuf,
        #[command(flatten)]
        json: Json,
    },
    /// Check a competition file: database, journal, archive
    #[command(after_help = "Example:\n  timbang check metro.timbang")]
    Check {
        /// The file
        file: PathBuf,
        #[command(flatten)]
        json: Json,
    },
    /// Who changed what, and when
    #[command(after_help = "Example:\n  timbang journal metro.timbang --op merge")]
    Journal {
        /// The file
        file: PathBuf,
        /// Only this operation
        #[arg(long)]
        op: Option<String>,
        /// Only with this text
        #[arg(long)]
        search: Option<String>,
        #[command(flatten)]
        json: Json,
    },
    /// Take back the last operation
    #[command(
        after_help = "Example:\n  timbang undo J1.timbang\n\nTakes back an import, a judge added, marks, a recusal. What is signed is cancelled by a decision; what went out or came in lasts."
    )]
    Undo {
        /// The competition file or working copy
        file: PathBuf,
        #[command(flatten)]
        json: Json,
    },
    /// Do again what was taken back last
    #[command(after_help = "Example:\n  timbang redo J1.timbang")]
    Redo {
        /// The competition file or working copy
        file: PathBuf,
        #[command(flatten)]
        json: Json,
    },
    /// The keys with which a file is worked on
    Keys {
        #[command(subcommand)]
        verb: KeysVerb,
    },
    /// Play the whole journey on shipped registrations with invented marks
    #[command(after_help = "Example:\n  timbang demo --out contoh")]
    Demo {
        /// Folder to leave the files in; must be empty or not exist
        #[arg(long)]
        out: Option<PathBuf>,
        #[command(flatten)]
        json: Json,
    },
}

#[derive(Debug, Args)]
pub struct Rules {
    /// The competition file
    pub file: PathBuf,
    /// Change the rules to those in this file
    #[arg(long, value_name = "TOML")]
    pub change: Option<PathBuf>,
    /// What becomes of the marks of a criterion: keep, rescale or again
    #[arg(long, value_name = "STAGE/CRITERION=WHAT", requires = "change")]
    pub marks: Vec<String>,
    /// Why; with it the change is decided
    #[arg(long, requires = "change")]
    pub reason: Option<String>,
    #[command(flatten)]
    pub json: Json,
}

/// Which sheet of a working copy.
#[derive(Debug, Args)]
pub struct OneSheet {
    /// The judge's working copy
    pub file: PathBuf,
    /// Stage code
    #[arg(long)]
    pub stage: String,
    /// Entry code
    #[arg(long)]
    pub entry: String,
    #[command(flatten)]
    pub json: Json,
}

/// One mark, or a table of marks.
#[derive(Debug, Args)]
pub struct Mark {
    /// The judge's working copy
    pub file: PathBuf,
    /// The table
    #[arg(long, required_unless_present = "stage", conflicts_with = "stage")]
    pub csv: Option<PathBuf>,
    /// Stage code
    #[arg(long, requires_all = ["entry", "criterion", "given"])]
    pub stage: Option<String>,
    /// Entry code
    #[arg(long, requires = "stage")]
    pub entry: Option<String>,
    /// Criterion code
    #[arg(long, requires = "stage")]
    pub criterion: Option<String>,
    /// The mark, on the criterion's scale
    #[arg(long, group = "given", requires = "stage")]
    pub mark: Option<String>,
    /// Take the mark away
    #[arg(long, group = "given", requires = "stage")]
    pub clear: bool,
    /// Beside the mark
    #[arg(long, requires = "mark")]
    pub remark: Option<String>,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Args)]
pub struct Import {
    /// The competition file
    pub file: PathBuf,
    /// The registration spreadsheet
    pub workbook: PathBuf,
    /// Read this sheet instead of the one guessed
    #[arg(long)]
    pub sheet: Option<String>,
    /// All entries go into this category
    #[arg(long, value_name = "CODE")]
    pub category: Option<String>,
    /// Which column is which, in TOML
    #[arg(long, value_name = "MAP.toml")]
    pub map: Option<PathBuf>,
    /// Write what was understood of the columns into this file, to be given to --map here or elsewhere
    #[arg(long, value_name = "MAP.toml")]
    pub save_map: Option<PathBuf>,
    /// Leave aside the mapping remembered for workbooks of this shape
    #[arg(long)]
    pub forget_map: bool,
    /// First and last row of the heading, instead of those guessed
    #[arg(long, value_name = "ROW[-ROW]")]
    pub heading: Option<String>,
    /// What a text means that the rules do not know: "Dinas Kesehatan=OPD"; "=OPD" for rows that name no category
    #[arg(long = "means", value_name = "TEXT=CODE")]
    pub means: Vec<String>,
    /// What becomes of a row, such as a suspected duplicate: ROW=keep, ROW=drop or ROW=merge; SHEET!ROW where several
    /// sheets are read
    #[arg(long = "duplicate", visible_alias = "row", value_name = "ROW=CHOICE")]
    pub rows: Vec<String>,
    /// Take over all that a newer workbook writes differently of entries already here
    #[arg(long)]
    pub take_changes: bool,
    /// Take over the changes of one entry, or of one field of it
    #[arg(long = "take", value_name = "ENTRY[/FIELD]")]
    pub take: Vec<String>,
    /// Show what would happen, change nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Clone, Copy, Args)]
pub struct Json {
    /// Print one JSON document
    #[arg(long)]
    pub json: bool,
}
