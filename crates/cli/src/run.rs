//! From what was typed to the use case and back.

use crate::answer::Answer;
use crate::args::{Import, Mark, OneSheet, Rules, Verb};
use crate::declare::{Declare, declare};
use crate::judge::judge;
use crate::keys::keys;
use crate::show;
use app::api::{audit, common, competition, desk, documents, entries, handover, panel, standings};
use app::{Error, Session, SystemHost};
use std::path::{Path, PathBuf};

impl Verb {
    /// Whether one JSON document is wanted.
    pub fn json(&self) -> bool {
        match self {
            Self::Decide { act, .. } => act.json().json,
            Self::Judge { verb } => verb.json().json,
            Self::Keys { verb } => verb.json().json,
            Self::Mark(Mark { json, .. })
            | Self::Sheet(OneSheet { json, .. })
            | Self::Finish(OneSheet { json, .. })
            | Self::Reopen(OneSheet { json, .. })
            | Self::Declare(Declare { json, .. })
            | Self::Rules(Rules { json, .. })
            | Self::Import(Import { json, .. })
            | Self::Templates { json }
            | Self::New { json, .. }
            | Self::Entries { json, .. }
            | Self::Coverage { json, .. }
            | Self::Packet { json, .. }
            | Self::Open { json, .. }
            | Self::Desk { json, .. }
            | Self::Recuse { json, .. }
            | Self::Report { json, .. }
            | Self::HandOver { json, .. }
            | Self::Receipt { json, .. }
            | Self::Merge { json, .. }
            | Self::Form { json, .. }
            | Self::Enter { json, .. }
            | Self::Progress { json, .. }
            | Self::Standings { json, .. }
            | Self::Export { json, .. }
            | Self::Recompute { json, .. }
            | Self::Check { json, .. }
            | Self::Journal { json, .. }
            | Self::Undo { json, .. }
            | Self::Redo { json, .. }
            | Self::Demo { json, .. } => json.json,
        }
    }
}

pub fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn texts(paths: &[PathBuf]) -> Vec<String> {
    paths.iter().map(|path| text(path)).collect()
}

/// Hand-overs, with those of a folder in place of the folder, in the order of their names. The terminal of Windows puts no
/// names in place of `*.nilai`, and takes no line long enough for thousands of them.
fn handed_over(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            files.extend(in_folder(path).map_err(|error| Error::reading(path, &error))?);
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

fn in_folder(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for item in std::fs::read_dir(folder)? {
        let path = item?.path();
        let ending = path.extension().unwrap_or_default();
        if ending.eq_ignore_ascii_case("nilai") && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Opens the file the verb speaks of.
pub fn opened(file: &Path) -> Result<Session, Error> {
    let session = Session::new(SystemHost::shared()?);
    session.open(file)?;
    Ok(session)
}

/// Does one verb.
pub fn run(verb: Verb) -> Result<Answer, Error> {
    match verb {
        Verb::Templates { .. } => templates(),
        Verb::New { file, rules, .. } => {
            let session = Session::new(SystemHost::shared()?);
            let asked = competition::NewCompetition {
                file: text(&file),
                rules,
                name: None,
            };
            let overview = app::competition::create(&session, asked)?;
            Ok(Answer::of(&overview, show::overview))
        }
        Verb::Rules(asked) => crate::rules::rules(asked),
        Verb::Import(asked) => crate::import::import(asked),
        Verb::Entries {
            file,
            category,
            search,
            ..
        } => {
            let asked = entries::EntriesAsked {
                category,
                search,
                ..Default::default()
            };
            let page = app::entries::list(&opened(&file)?, asked)?;
            Ok(Answer::of(&page, show::entries))
        }
        Verb::Coverage { file, .. } => {
            let coverage = app::entries::coverage(&opened(&file)?, common::Nothing {})?;
            Ok(Answer::of(&coverage, show::coverage))
        }
        Verb::Judge { verb } => judge(verb),
        Verb::Packet {
            file, judge, out, ..
        } => {
            let asked = panel::PacketAsked {
                judge,
                out: text(&out),
            };
            let made = app::panel::packet(&opened(&file)?, asked)?;
            Ok(Answer::of(&made, show::packet))
        }
        Verb::Open {
            packet,
            passphrase_file,
            out,
            ..
        } => {
            let session = Session::new(SystemHost::shared()?);
            let asked = desk::OpenPacket {
                packet: text(&packet),
                passphrase: passphrase(passphrase_file.as_deref())?,
                out: text(&out),
            };
            let opened = app::desk::open_packet(&session, asked)?;
            Ok(Answer::of(&opened, show::opened))
        }
        Verb::Desk { file, .. } => {
            let rows = app::desk::desk(&opened(&file)?, common::Nothing {})?;
            Ok(Answer::of(&rows, crate::desk::desk))
        }
        Verb::Sheet(asked) => crate::desk::one(asked, app::desk::sheet),
        Verb::Mark(asked) => crate::desk::mark(asked),
        Verb::Finish(asked) => crate::desk::one(asked, |session, asked| {
            Ok(app::desk::finish(session, asked)?.sheet)
        }),
        Verb::Reopen(asked) => crate::desk::one(asked, |session, asked| {
            Ok(app::desk::reopen(session, asked)?.sheet)
        }),
        Verb::Declare(asked) => declare(asked),
        Verb::Recuse {
            file,
            stage,
            entry,
            reason,
            ..
        } => {
            let asked = desk::Recuse {
                stage,
                entry,
                reason,
            };
            let changed = app::desk::recuse(&opened(&file)?, asked)?;
            Ok(Answer::of(&changed.sheet, crate::desk::sheet))
        }
        Verb::Report {
            file, toml, photo, ..
        } => {
            let entry = app::desk::report(&opened(&file)?, &toml, &photo)?;
            let filed = serde_json::json!({ "entry": entry, "photos": photo.len() });
            Ok(Answer::of(&filed, |_| {
                format!("report on {entry} filed with {} photos\n", photo.len())
            }))
        }
        Verb::HandOver { file, out, why, .. } => crate::hand_over::hand_over(&file, &out, why),
        Verb::Receipt { file, pack, .. } => crate::receipt::receipt(&file, &pack),
        Verb::Merge {
            file,
            hand_overs,
            dry_run,
            ..
        } => {
            let session = opened(&file)?;
            let files = handover::Files {
                files: texts(&handed_over(&hand_overs)?),
            };
            let merged = if dry_run {
                app::handover::inspect(&session, files)?
            } else {
                app::handover::merge(&session, files)?
            };
            let bad = |row: &handover::MergeRow| {
                matches!(
                    row.verdict,
                    handover::Verdict::Refused | handover::Verdict::Conflict
                )
            };
            let refused = merged.rows.iter().any(bad);
            Ok(Answer::of(&merged, show::merge).refused_if(refused))
        }
        Verb::Form {
            file,
            judge,
            stage,
            out,
            ..
        } => {
            let asked = handover::FormAsked {
                judge,
                stage,
                out: text(&out),
            };
            let written = app::handover::make_form(&opened(&file)?, asked)?;
            Ok(Answer::of(&written, show::written))
        }
        Verb::Enter {
            file, form, reason, ..
        } => {
            let filled = handover::FilledForm {
                file: text(&form),
                reason,
            };
            let entered = app::handover::enter_form(&opened(&file)?, filled)?;
            Ok(Answer::of(&entered, show::entered))
        }
        Verb::Progress { file, .. } => {
            let board = app::handover::progress(&opened(&file)?, common::Nothing {})?;
            Ok(Answer::of(&board, show::board))
        }
        Verb::Standings {
            file,
            stage,
            category,
            csv,
            ..
        } => {
            let session = opened(&file)?;
            let computed =
                app::standings::standings(&session, standings::StandingsAsked { stage, category })?;
            let show = if csv {
                show::standings_csv
            } else {
                show::standings
            };
            Ok(Answer::of(&computed, show).saying(computed.blocked.join("\n")))
        }
        Verb::Decide { file, act } => {
            let decisions = app::decisions::decide(&opened(&file)?, act.into())?;
            Ok(Answer::of(&decisions, show::decisions))
        }
        Verb::Export {
            file,
            winners,
            recap,
            csv,
            entries,
            pack,
            ..
        } => {
            let path = |path: Option<PathBuf>| path.map(|path| text(&path));
            let asked = documents::ExportAsked {
                winners: path(winners),
                recap: path(recap),
                csv: path(csv),
                entries: path(entries),
                pack: path(pack),
            };
            let written = app::documents::export(&opened(&file)?, asked)?;
            Ok(Answer::of(&written, show::written))
        }
        Verb::Recompute { pack, .. } => {
            let session = Session::new(SystemHost::shared()?);
            let recomputed = app::audit::recompute(&session, common::File { file: text(&pack) })?;
            Ok(Answer::of(&recomputed, show::recomputed).refused_if(!recomputed.equal))
        }
        Verb::Check { file, .. } => {
            let session = Session::new(SystemHost::shared()?);
            let checked = app::audit::check(&session, common::File { file: text(&file) })?;
            Ok(Answer::of(&checked, show::checked).refused_if(!checked.sound))
        }
        Verb::Journal {
            file, op, search, ..
        } => {
            let asked = audit::JournalAsked {
                op,
                search,
                ..Default::default()
            };
            let page = app::audit::journal(&opened(&file)?, asked)?;
            Ok(Answer::of(&page, show::journal))
        }
        Verb::Undo { file, .. } => {
            let undone = app::op::undo(&opened(&file)?, common::Nothing {})?;
            Ok(Answer::of(&undone, |undone| {
                show::undone("taken back", undone)
            }))
        }
        Verb::Redo { file, .. } => {
            let redone = app::op::redo(&opened(&file)?, common::Nothing {})?;
            Ok(Answer::of(&redone, |redone| {
                show::undone("done again", redone)
            }))
        }
        Verb::Keys { verb } => keys(verb),
        Verb::Demo { out, .. } => {
            let out = out.unwrap_or_else(|| PathBuf::from("timbang-demo"));
            let told = app::demo::play(&SystemHost::shared()?, &out)?;
            Ok(Answer::of(&told, show::demo))
        }
    }
}

fn templates() -> Result<Answer, Error> {
    let rows = serde_json::json!({ "rows": app::start::templates() });
    let text = show::templates(&app::start::templates());
    Ok(Answer::of(&rows, |_| text.clone()))
}

/// The first line of the file, or of what is typed.
pub fn passphrase(file: Option<&Path>) -> Result<String, Error> {
    match file {
        Some(file) => app::desk::passphrase_in(file),
        None => {
            let mut line = String::new();
            let _ = std::io::Write::write_all(&mut std::io::stderr(), b"passphrase: ");
            std::io::stdin()
                .read_line(&mut line)
                .map_err(|error| Error::reading(Path::new("standard input"), &error))?;
            Ok(line.trim().to_owned())
        }
    }
}
