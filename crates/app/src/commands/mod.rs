//! Every command of the window, with its request, its response and the use case that answers it.
//!
//! Four tables say what must be open: nothing, the chair's file, a judge's working copy, or either. The TypeScript side is
//! generated from the same tables, so a gap on either side fails to compile.

mod typescript;

use crate::api::*;
use crate::{Error, Session};
use serde_json::Value;

/// Calls `$visit!` with all tables: `name: Request => Response = use case;`.
macro_rules! tables {
    ($visit:ident) => {
        $visit! {
            /// Commands that need nothing open.
            StartCommands = |_| Ok(()) => {
                start: common::Nothing => start::Start = crate::start::start;
                create_competition: competition::NewCompetition => overview::Overview = crate::competition::create;
                open_file: common::File => overview::Overview = crate::competition::open;
                passphrase_words: common::Nothing => start::PassphraseWords = crate::start::passphrase_words;
                check_packet: desk::CheckPacket => common::Nothing = crate::desk::check_packet;
                open_packet: desk::OpenPacket => desk::PacketOpened = crate::desk::open_packet;
                open_demo: common::Nothing => overview::Overview = crate::demo::open;
                close_file: common::Nothing => common::Nothing = crate::competition::close;
                cancel: common::Nothing => common::Nothing = crate::session::cancel;
                recompute: common::File => audit::Recomputed = crate::audit::recompute;
                check: common::File => audit::Checked = crate::audit::check;
                explain: explain::ExplainAsked => explain::Explained = crate::standings::explain;
                firmness: firmness::FirmnessAsked => firmness::Firmness = crate::standings::firmness;
                agreement: agreement::AgreementAsked => agreement::Agreement = crate::standings::agreement;
                plots: plots::PlotsAsked => plots::Plots = crate::standings::plots;
                save_picture: plots::SavePicture => common::Written = crate::documents::save_picture;
            }
            /// Commands for any file that is open, the chair's or a judge's.
            FileCommands = |session| session.with(|_| Ok(())) => {
                overview: common::Nothing => overview::Overview = crate::competition::overview;
                rules: common::Nothing => rules::RulesView = crate::rules::rules;
                entries: entries::EntriesAsked => entries::EntriesPage = crate::entries::list;
                journal: audit::JournalAsked => audit::JournalPage = crate::audit::journal;
                visits: visits::VisitsAsked => visits::Visits = crate::visits::visits;
                photo: visits::PhotoAsked => visits::Picture = crate::visits::photo;
                undoable: common::Nothing => undo::Undoable = crate::op::undoable;
                undo: common::Nothing => undo::UndoAnswer = crate::op::undo;
                redo: common::Nothing => undo::Undone = crate::op::redo;
                backups: common::Nothing => audit::Backups = crate::audit::backups;
                back_up: common::Nothing => audit::Backups = crate::audit::back_up;
                restore: common::File => overview::Overview = crate::audit::restore;
                back_up_keys: common::File => competition::KeysBackedUp = crate::competition::back_up_keys;
            }
            /// Commands for the chair's file.
            ChairCommands = |session| session.chair(|_| Ok(())) => {
                preview_rules: rules::RulesAsked => rules::RulesChange = crate::rules::preview;
                change_rules: rules::ChangeRules => rules::RulesChange = crate::rules::change;
                coverage: common::Nothing => entries::Agencies = crate::entries::coverage;
                import_preview: import::ImportAsked => import::ImportPreview = crate::entries::preview;
                sheet_rows: import::SheetRowsAsked => import::SheetRows = crate::entries::sheet_rows;
                save_mapping: import::SaveMapping => common::Written = crate::entries::save_mapping;
                import: import::ImportAsked => import::ImportOutcome = crate::entries::import;
                add_entry: entries::NewEntry => entries::EntryRow = crate::entries::add;
                edit_entry: entries::EntryEdited => entries::EntryRow = crate::entries::edit;
                judges: common::Nothing => panel::Judges = crate::panel::list;
                add_judge: panel::NewJudge => panel::Judges = crate::panel::add;
                edit_judge: panel::NewJudge => panel::Judges = crate::panel::edit;
                make_packet: panel::PacketAsked => panel::PacketMade = crate::panel::packet;
                make_packets: panel::PacketsAsked => panel::PacketsMade = crate::panel::packets;
                own_desk: panel::OwnDesk => overview::Overview = crate::desk::own_desk;
                inspect: handover::Files => handover::Merge = crate::handover::inspect;
                merge: handover::Files => handover::Merge = crate::handover::merge;
                make_form: handover::FormAsked => common::Written = crate::handover::make_form;
                enter_form: handover::FilledForm => handover::FormEntered = crate::handover::enter_form;
                watch: handover::Folder => handover::Watched = crate::handover::watch;
                progress: common::Nothing => handover::Board = crate::handover::progress;
                messages: message::MessagesAsked => message::Messages = crate::messages::messages;
                conflicts: common::Nothing => handover::Conflicts = crate::handover::conflicts;
                return_matches: common::File => returns::ReturnMatches = crate::visits::return_matches;
                confirm_returns: returns::ConfirmReturns => returns::ReturnMatches = crate::visits::confirm_returns;
                forget_return: returns::ForgetReturn => common::Nothing = crate::visits::forget_return;
                situation: common::Nothing => situation::Situation = crate::standings::situation;
                standings: standings::StandingsAsked => standings::Standings = crate::standings::standings;
                what_if: what_if::WhatIfAsked => what_if::WhatIf = crate::standings::what_if;
                plenary_desk: common::Nothing => plenary::PlenaryDesk = crate::plenary::desk;
                show_in_plenary: plenary::PlenaryShown => plenary::PlenaryDesk = crate::plenary::show;
                decisions: common::Nothing => decisions::Decisions = crate::decisions::list;
                decide: decisions::NewDecision => decisions::Decisions = crate::decisions::decide;
                preview_decision: decisions::Act => decisions::DecisionEffects = crate::decisions::preview;
                export: documents::ExportAsked => common::Written = crate::documents::export;
                restore_keys: competition::KeysBackup => common::Nothing = crate::competition::restore_keys;
            }
            /// Commands of the window that everybody sees in plenary: it has no others.
            PlenaryCommands = |session| session.with(|_| Ok(())) => {
                plenary: common::Nothing => plenary::PlenaryPage = crate::plenary::page;
                plenary_step: plenary::PlenaryStep => plenary::PlenaryPage = crate::plenary::step;
            }
            /// Commands for a judge's working copy.
            DeskCommands = |session| session.desk(|_| Ok(())) => {
                desk: common::Nothing => desk::DeskView = crate::desk::desk;
                sheet: desk::SheetAsked => desk::DeskSheet = crate::desk::sheet;
                calibration: calibration::CalibrationAsked => calibration::Calibration = crate::desk::calibration;
                set_mark: desk::SetMark => desk::SheetChanged = crate::desk::set_mark;
                clear_mark: desk::ClearMark => desk::SheetChanged = crate::desk::clear_mark;
                set_remark: desk::SetRemark => desk::SheetChanged = crate::desk::set_remark;
                set_note: desk::SetNote => desk::SheetChanged = crate::desk::set_note;
                leave_field: common::Nothing => undo::Undoable = crate::desk::leave_field;
                finish: desk::SheetAsked => desk::SheetChanged = crate::desk::finish;
                reopen: desk::SheetAsked => desk::SheetChanged = crate::desk::reopen;
                declaration: common::Nothing => declaration::DeclarationView = crate::desk::declaration;
                declare: declaration::Declare => declaration::DeclarationChanged = crate::desk::declare;
                take_back_declaration: declaration::DeclaredEntry => declaration::DeclarationChanged = crate::desk::take_back_declaration;
                finish_declaration: common::Nothing => declaration::DeclarationView = crate::desk::finish_declaration;
                receipt: common::File => receipt::ReceiptView = crate::desk::receipt;
                save_visit: visits::SaveVisit => visits::VisitChanged = crate::visits::save;
                add_photos: visits::AddPhotos => visits::VisitChanged = crate::visits::add_photos;
                write_minutes: visits::MinutesAsked => common::Written = crate::visits::write_minutes;
                set_visit_note: desk::SetNote => visits::VisitNoteChanged = crate::visits::set_note;
                hand_over_summary: common::Nothing => summary::HandOverSummary = crate::desk::hand_over_summary;
                hand_over: desk::HandOverAsked => desk::HandedOver = crate::desk::hand_over;
                own_hand_overs: common::Nothing => own_hand_over::OwnHandOvers = crate::desk::own_hand_overs;
                own_hand_over: own_hand_over::OwnHandOverAsked => own_hand_over::OwnHandOver = crate::desk::own_hand_over;
            }
        }
    };
}

macro_rules! declarations {
    ($($(#[doc = $doc:literal])* $table:ident = $open:expr => {
        $($name:ident: $request:ty => $response:ty = $run:path;)*
    })*) => {
        /// The TypeScript of every type that crosses, and of the tables themselves.
        #[must_use]
        pub fn typescript() -> String {
            let mut declared = typescript::Declared::default();
            $($(declared.add::<$request>(); declared.add::<$response>();)*)*
            declared.add::<error::Error>();
            declared.add::<import::Progress>();
            let tables = [$((
                stringify!($table),
                concat!($($doc),*).trim(),
                [$(declared.row(stringify!($name), &declared.name::<$request>(), &declared.name::<$response>())),*].concat(),
            )),*];
            declared.text() + &typescript::tables(&tables)
        }
    };
}

macro_rules! dispatch {
    ($($(#[doc = $doc:literal])* $table:ident = $open:expr => {
        $($name:ident: $request:ty => $response:ty = $run:path;)*
    })*) => {
        /// Answers the command of that name. It may take long: not for the window's own thread.
        ///
        /// # Errors
        /// What the use case refuses; that what is open is not what the command is for; `unknown-command` or `bad-request`
        /// when page and program are not of the same version.
        pub fn call(session: &Session, command: &str, request: Value) -> Result<Value, Error> {
            $(
                let is_open: fn(&Session) -> Result<(), Error> = $open;
                match command {
                    $(stringify!($name) => {
                        is_open(session)?;
                        let request: $request = serde_json::from_value(request).map_err(|error| bad_request(command, &error))?;
                        let response: $response = $run(session, request)?;
                        return serde_json::to_value(response).map_err(|error| bad_request(command, &error));
                    })*
                    _ => {}
                }
            )*
            Err(Error::unknown("command", command))
        }
    };
}

macro_rules! listing {
    ($($(#[doc = $doc:literal])* $table:ident = $open:expr => {
        $($name:ident: $request:ty => $response:ty = $run:path;)*
    })*) => {
        /// The table that a command stands in.
        fn table_of(command: &str) -> Option<&'static str> {
            $(if [$(stringify!($name)),*].contains(&command) {
                return Some(stringify!($table));
            })*
            None
        }
    };
}

tables!(declarations);
tables!(dispatch);
tables!(listing);

/// Whether the window that everybody sees in plenary may call it.
#[must_use]
pub fn is_for_plenary(command: &str) -> bool {
    table_of(command) == Some("PlenaryCommands")
}

fn bad_request(command: &str, error: &serde_json::Error) -> Error {
    Error::new("bad-request", format!("{command}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::Machine;
    use serde_json::json;
    use std::path::Path;

    /// Run with `TIMBANG_WRITE_TYPES=1` to write the file anew.
    #[test]
    fn the_typescript_types_are_those_of_the_command_table() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/generated/api.ts");
        let text = typescript();
        if std::env::var_os("TIMBANG_WRITE_TYPES").is_some() {
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(&file, &text).unwrap();
        }
        let written = std::fs::read_to_string(&file).unwrap();
        assert!(written == text, "the types are old: run `./dev fmt`");
    }

    #[track_caller]
    fn check(session: &Session, command: &str, expected: Result<(), &str>) {
        let answer = call(session, command, json!({}));
        let answer = answer.map(|_| ()).map_err(|error| error.code);
        assert_eq!(answer, expected.map_err(str::to_owned), "{command}");
    }

    #[test]
    fn the_window_of_the_plenary_may_look_and_step_and_no_more() {
        for (command, may) in [
            ("plenary", true),
            ("plenary_step", true),
            ("plenary_desk", false),
            ("standings", false),
            ("explain", false),
            ("no_such_command", false),
        ] {
            assert_eq!(is_for_plenary(command), may, "{command}");
        }
    }

    #[test]
    fn a_command_for_another_file_than_the_open_one_is_refused() {
        let machine = Machine::new(41);
        check(&machine.session(), "progress", Err("nothing-open"));
        check(&machine.session(), "start", Ok(()));
        let chair = machine.competition();
        check(&chair, "progress", Ok(()));
        check(&chair, "overview", Ok(()));
        check(&chair, "hand_over", Err("not-a-working-copy"));
        let desk = machine.desk(&chair, "J1");
        check(&desk, "progress", Err("not-the-chairs-file"));
        check(&desk, "overview", Ok(()));
        check(&desk, "no-such-command", Err("unknown-command"));
    }
}
