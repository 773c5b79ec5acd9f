//! What can be typed after `keys`: carrying them to another device.

use crate::answer::Answer;
use crate::run::{opened, passphrase, text};
use app::Error;
use app::api::{common, competition};
use clap::Subcommand;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum KeysVerb {
    /// Write them, sealed to a passphrase that is printed once
    #[command(
        after_help = "Example:\n  timbang keys back-up kukar.timbang --out kunci-kukar.cadangan"
    )]
    BackUp {
        /// The competition file or working copy
        file: PathBuf,
        /// Where to write the backup
        #[arg(long)]
        out: PathBuf,
    },
    /// Take the chair's keys from a backup, to go on working on another device
    #[command(
        after_help = "Example:\n  timbang keys restore kukar.timbang --from kunci-kukar.cadangan --passphrase-file kata.txt"
    )]
    Restore {
        /// The competition file
        file: PathBuf,
        /// The backup
        #[arg(long)]
        from: PathBuf,
        /// A text file whose first line is the passphrase; asked for when left out
        #[arg(long)]
        passphrase_file: Option<PathBuf>,
    },
}

/// Does one of them.
pub fn keys(verb: KeysVerb) -> Result<Answer, Error> {
    match verb {
        KeysVerb::BackUp { file, out } => {
            let asked = common::File { file: text(&out) };
            let kept = app::competition::back_up_keys(&opened(&file)?, asked)?;
            Ok(Answer::of(&kept, keys_text))
        }
        KeysVerb::Restore {
            file,
            from,
            passphrase_file,
        } => {
            let backup = competition::KeysBackup {
                file: text(&from),
                passphrase: passphrase(passphrase_file.as_deref())?,
            };
            let done = app::competition::restore_keys(&opened(&file)?, backup)?;
            Ok(Answer::of(&done, |_| {
                "the chair's keys are on this device now\n".to_owned()
            }))
        }
    }
}

fn keys_text(kept: &competition::KeysBackedUp) -> String {
    format!(
        "{}\nkeys {}\n\npassphrase (shown once): {}\n",
        kept.file, kept.fingerprint, kept.passphrase
    )
}
