//! The one table of commands.

use super::*;
use crate::{Error, Session};
use serde_json::Value;

/// Calls `$visit!` with the whole table: `name: Request => Response = use case;`.
macro_rules! table {
    ($visit:ident) => {
        $visit! {
            start: start::Nothing => start::Start = crate::start::start;
            create_competition: start::NewCompetition => start::Overview = crate::competition::create;
            open_file: start::File => start::Overview = crate::competition::open;
            close_file: start::Nothing => start::Nothing = crate::competition::close;
            open_demo: start::Nothing => start::Overview = crate::demo::open;
            overview: start::Nothing => start::Overview = crate::competition::overview;
            rules: start::Nothing => rules::RulesView = crate::rules::rules;
            preview_rules: rules::RulesAsked => rules::RulesChange = crate::rules::preview;
            change_rules: rules::ChangeRules => rules::RulesChange = crate::rules::change;
            entries: entries::EntriesAsked => entries::EntriesPage = crate::entries::list;
            coverage: start::Nothing => entries::Coverage = crate::entries::coverage;
            import_preview: import::ImportAsked => import::ImportPreview = crate::entries::preview;
            sheet_rows: import::SheetRowsAsked => import::SheetRows = crate::entries::sheet_rows;
            save_mapping: import::SaveMapping => documents::Written = crate::entries::save_mapping;
            import: import::ImportAsked => import::ImportOutcome = crate::entries::import;
            cancel: start::Nothing => start::Nothing = crate::session::cancel;
            judges: start::Nothing => panel::Judges = crate::panel::list;
            add_judge: panel::NewJudge => panel::Judges = crate::panel::add;
            make_packet: panel::PacketAsked => panel::PacketMade = crate::panel::packet;
            open_packet: panel::OpenPacket => panel::PacketOpened = crate::desk::open_packet;
            inspect: merge::Files => merge::Merge = crate::handover::inspect;
            merge: merge::Files => merge::Merge = crate::handover::merge;
            make_form: merge::FormAsked => documents::Written = crate::handover::make_form;
            enter_form: merge::FilledForm => merge::FormEntered = crate::handover::enter_form;
            watch: merge::Folder => merge::Watched = crate::handover::watch;
            progress: start::Nothing => merge::Board = crate::handover::progress;
            conflicts: start::Nothing => merge::Conflicts = crate::handover::conflicts;
            standings: standings::StandingsAsked => standings::Standings = crate::standings::standings;
            decisions: start::Nothing => decisions::Decisions = crate::decisions::list;
            decide: decisions::NewDecision => decisions::Decisions = crate::decisions::decide;
            export: documents::ExportAsked => documents::Written = crate::documents::export;
            recompute: start::File => documents::Recomputed = crate::audit::recompute;
            journal: documents::JournalAsked => documents::JournalPage = crate::audit::journal;
            check: start::File => documents::Checked = crate::audit::check;
            backups: start::Nothing => documents::Backups = crate::audit::backups;
            back_up: start::Nothing => documents::Backups = crate::audit::back_up;
            back_up_keys: start::File => start::KeysBackedUp = crate::competition::back_up_keys;
            restore_keys: start::KeysBackup => start::Nothing = crate::competition::restore_keys;
            restore: start::File => start::Overview = crate::audit::restore;
        }
    };
}

macro_rules! declarations {
    ($($name:ident: $request:ty => $response:ty = $run:path;)*) => {
        /// The TypeScript of every type that crosses, and of the table itself.
        #[must_use]
        pub fn typescript() -> String {
            let mut declared = typescript::Declared::default();
            $(declared.add::<$request>(); declared.add::<$response>();)*
            declared.add::<error::Error>();
            declared.add::<import::Progress>();
            let mut table = String::from("/** Every command with its request and response. */\nexport type Commands = {\n");
            $(table.push_str(&declared.row(stringify!($name), &declared.name::<$request>(), &declared.name::<$response>()));)*
            table.push_str("};\n");
            declared.text() + &table
        }
    };
}

macro_rules! dispatch {
    ($($name:ident: $request:ty => $response:ty = $run:path;)*) => {
        /// Answers the command of that name. It may take long: not for the window's own thread.
        ///
        /// # Errors
        /// What the use case refuses; `unknown-command` or `bad-request` when the two sides do not fit.
        pub fn call(session: &Session, command: &str, request: Value) -> Result<Value, Error> {
            match command {
                $(stringify!($name) => {
                    let request: $request = serde_json::from_value(request).map_err(|error| bad_request(command, &error))?;
                    let response: $response = $run(session, request)?;
                    serde_json::to_value(response).map_err(|error| bad_request(command, &error))
                })*
                _ => Err(Error::unknown("command", command)),
            }
        }
    };
}

table!(declarations);
table!(dispatch);

fn bad_request(command: &str, error: &serde_json::Error) -> Error {
    Error::new("bad-request", format!("{command}: {error}"))
}
