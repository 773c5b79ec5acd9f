use super::change_sheet::{begun, keep, still_open};
use super::own::Own;
use super::subject::Subject;
use crate::api::common::count;
use crate::api::desk::Marked;
use crate::op::{Change, Op, transact};
use crate::{Error, Session};
use judging::sheet::{Sheet, SheetState};
use judging::{EntryCode, StageCode};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use store::Contents;

/// A table of marks larger than this is none.
const LARGEST: u64 = 64 << 20;

/// How many wrong lines are shown at once.
const SHOWN: usize = 10;

/// One line of the table.
struct Line {
    number: u64,
    stage: String,
    entry: String,
    criterion: String,
    mark: String,
    remark: String,
}

/// Takes marks from a CSV table with the columns `stage,entry,criterion,mark,remark`, as one operation: all rows or none.
/// Each row gives a mark as [`set_mark`](super::set_mark) does. An empty cell says nothing: what is there stays, and a mark
/// is taken away only by [`clear_mark`](super::clear_mark).
///
/// With `finish`, the sheets of the table that miss nothing become final, and final ones may be changed; without it, drafts
/// stay drafts, and a change of a final sheet is refused.
///
/// # Errors
/// `bad-marks` naming every line at fault (the first ten) and why.
pub fn mark(session: &Session, csv: &Path, finish: bool) -> Result<Marked, Error> {
    let lines = read(csv)?;
    session.desk(|desk| {
        let own = desk.own()?;
        let sheets = sheets_of(desk, &own, &lines, finish);
        let sheets = sheets.map_err(|flaws| refusal(flaws).in_file(csv))?;
        let at = session.host().now();
        let states = sheets.values().map(|table| table.after.state);
        let (finals, drafts): (Vec<_>, Vec<_>) =
            states.partition(|&state| state == SheetState::Final);
        let marked = Marked {
            rows: count(lines.len()),
            final_sheets: count(finals.len()),
            draft_sheets: count(drafts.len()),
        };
        transact(session, desk, |write| {
            let changed = sheets.values().filter(|table| table.after != table.before);
            let changed: Vec<&Sheet> = changed.map(|table| &table.after).collect();
            if changed.is_empty() {
                return Ok(Change::Nothing(marked));
            }
            for sheet in &changed {
                keep(write, sheet, at)?;
            }
            let table = csv.file_name();
            let op = Op::Mark {
                table: table.map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
                rows: marked.rows,
                sheets_changed: count(changed.len()),
                finals: marked.final_sheets,
                drafts: marked.draft_sheets,
            };
            Ok(Change::Done { answer: marked, op })
        })
    })
}

fn read(path: &Path) -> Result<Vec<Line>, Error> {
    let bytes = crate::files::read_within(path, LARGEST)?;
    parse(&bytes).map_err(|why| Error::new("bad-marks", why).in_file(path))
}

fn parse(bytes: &[u8]) -> Result<Vec<Line>, String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let first = bytes
        .split(|&byte| byte == b'\n')
        .next()
        .unwrap_or_default();
    let separator = if first.contains(&b';') { b';' } else { b',' };
    let mut table = csv::ReaderBuilder::new()
        .delimiter(separator)
        .trim(csv::Trim::All)
        .from_reader(bytes);
    let headings = table.headers().map_err(|error| error.to_string())?.clone();
    let column = |name: &str| {
        headings
            .iter()
            .position(|heading| heading.eq_ignore_ascii_case(name))
    };
    let wanted = |name: &str| {
        column(name).ok_or_else(|| format!("line 1: there is no column “{name}”; there must be stage, entry, criterion, mark and may be remark"))
    };
    let (stage, entry, criterion, mark) = (
        wanted("stage")?,
        wanted("entry")?,
        wanted("criterion")?,
        wanted("mark")?,
    );
    let remark = column("remark");
    let mut lines = Vec::new();
    for record in table.records() {
        let record = record.map_err(|error| error.to_string())?;
        let cell = |at: usize| record.get(at).unwrap_or_default().to_owned();
        lines.push(Line {
            number: record.position().map_or(0, csv::Position::line),
            stage: cell(stage),
            entry: cell(entry),
            criterion: cell(criterion),
            mark: cell(mark),
            remark: remark.map(cell).unwrap_or_default(),
        });
    }
    Ok(lines)
}

/// A sheet that the table speaks of.
struct Table {
    before: Sheet,
    after: Sheet,
}

type Sheets = BTreeMap<(StageCode, EntryCode), Table>;

/// The sheets as they would be, or every line at fault.
fn sheets_of(
    contents: &Contents,
    own: &Own,
    lines: &[Line],
    finish: bool,
) -> Result<Sheets, Vec<String>> {
    let mut sheets = Sheets::new();
    let mut seen = BTreeSet::new();
    let mut flaws = Vec::new();
    for line in lines {
        let place = (&line.stage, &line.entry, &line.criterion);
        let taken = if seen.insert(place) {
            take(contents, own, line, &mut sheets, finish)
        } else {
            let message = format!(
                "{} {} stands on an earlier line already",
                line.entry, line.criterion
            );
            Err(Error::new("bad-marks", message))
        };
        if let Err(flaw) = taken {
            flaws.push(format!("line {}: {}", line.number, flaw.message));
        }
    }
    if !flaws.is_empty() {
        return Err(flaws);
    }
    for Table { before, after } in sheets.values_mut().filter(|_| finish) {
        let stage = own.stage(after.stage.as_str());
        let stage = stage.map_err(|error| vec![error.message])?;
        if !after.marks.is_empty() && (Subject { own, stage }).missing(after).is_empty() {
            after.state = SheetState::Final;
        } else if after != before {
            after.state = SheetState::Draft;
        }
    }
    Ok(sheets)
}

/// Takes one line into the sheet it speaks of.
fn take(
    contents: &Contents,
    own: &Own,
    line: &Line,
    sheets: &mut Sheets,
    finish: bool,
) -> Result<(), Error> {
    let stage = own.stage(&line.stage)?;
    let entry = own.entry(contents, stage, &line.entry)?.code;
    let table = match sheets.entry((stage.code.clone(), entry)) {
        Entry::Occupied(known) => known.into_mut(),
        Entry::Vacant(place) => {
            let before = begun(contents, stage, &place.key().1)?;
            let after = before.clone();
            place.insert(Table { before, after })
        }
    };
    let subject = Subject { own, stage };
    let sheet = &mut table.after;
    let criterion = subject.criterion(&line.criterion)?;
    if stage.criterion(&criterion).is_none() {
        return Err(Error::unknown("criterion", &criterion));
    }
    let remark = Some(line.remark.as_str()).filter(|remark| !remark.is_empty());
    let there = sheet
        .marks
        .get(&criterion)
        .map(|mark| mark.value.to_string());
    let mark = match (line.mark.as_str(), remark, there) {
        ("", None, _) => return Ok(()),
        ("", Some(_), None) => {
            let message = format!("the remark on {criterion} has no mark beside it");
            return Err(Error::new("bad-marks", message));
        }
        ("", Some(_), Some(there)) => there,
        (mark, ..) => mark.to_owned(),
    };
    let given = subject.give(sheet, &line.criterion, &mark, remark)?;
    if given.before.as_ref() != Some(&given.after) && !finish {
        still_open(sheet)?;
    }
    Ok(())
}

fn refusal(flaws: Vec<String>) -> Error {
    let more = flaws.len().saturating_sub(SHOWN);
    let mut message = flaws.into_iter().take(SHOWN).collect::<Vec<_>>().join("\n");
    if more > 0 {
        message.push_str(&format!("\nand {more} more lines"));
    }
    Error::new("bad-marks", message).hint("Nothing was taken: correct the table and take it again.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::desk::{DeskSheet, SetMark, SheetAsked};
    use crate::desk::{finish_all, set_mark, sheet};
    use crate::test_support::Machine;

    const CRITERIA: [&str; 6] = [
        "kebaruan",
        "relevansi",
        "kelayakan",
        "keberlanjutan",
        "kolaborasi",
        "dokumentasi",
    ];

    /// A judge at a desk who takes tables for KEC-001 and looks at its sheet.
    struct Judge(std::sync::Arc<Machine>, Session);

    impl Judge {
        fn new(number: u8) -> Self {
            let machine = Machine::new(number);
            let chair = machine.competition();
            let desk = machine.desk(&chair, "J1");
            Self(machine, desk)
        }

        /// Takes lines `criterion,mark,remark`.
        fn takes(&self, lines: &[&str], finish: bool) -> Result<Marked, Error> {
            let lines = lines
                .iter()
                .map(|line| format!("penilaian,KEC-001,{line}\n"));
            let table: String = lines.collect();
            let file = self.0.path("nilai.csv");
            std::fs::write(&file, format!("stage,entry,criterion,mark,remark\n{table}")).unwrap();
            mark(&self.1, Path::new(&file), finish)
        }

        fn sheet(&self) -> DeskSheet {
            let asked = SheetAsked {
                stage: "penilaian".into(),
                entry: "KEC-001".into(),
            };
            sheet(&self.1, asked).unwrap()
        }
    }

    #[test]
    fn an_empty_cell_says_nothing_what_is_there_stays() {
        let judge = Judge::new(71);
        judge.takes(&["kebaruan,2,bukti lengkap"], false).unwrap();
        judge.takes(&["kebaruan,,", "relevansi,3,"], false).unwrap();
        judge.takes(&["kebaruan,1,"], false).unwrap();
        judge.takes(&["relevansi,,sesuai"], false).unwrap();
        let marks = judge.sheet().marks;
        let said: Vec<_> = marks
            .iter()
            .map(|mark| (mark.mark.as_str(), mark.remark.as_str()))
            .collect();
        assert_eq!(said, [("1", "bukti lengkap"), ("3", "sesuai")]);
        let refused = judge.takes(&["kelayakan,,tanpa nilai"], false).unwrap_err();
        assert!(refused.message.contains("line 2"), "{}", refused.message);
    }

    #[test]
    fn a_table_makes_sheets_final_only_when_that_is_asked() {
        use crate::api::desk::DeskState;
        let judge = Judge::new(72);
        let whole = CRITERIA.map(|criterion| format!("{criterion},3,"));
        let whole = whole.each_ref().map(String::as_str);
        let taken = judge.takes(&whole, false).unwrap();
        assert_eq!((taken.final_sheets, taken.draft_sheets), (0, 1));
        assert_eq!(judge.sheet().state, DeskState::Begun);
        let taken = judge.takes(&whole, true).unwrap();
        assert_eq!((taken.final_sheets, taken.draft_sheets), (1, 0));
        assert_eq!(judge.sheet().state, DeskState::Final);
        judge.takes(&whole, false).unwrap();
        let refused = judge.takes(&["kebaruan,1,"], false).unwrap_err();
        assert!(refused.message.contains("is final"), "{}", refused.message);
        judge.takes(&["kebaruan,1,"], true).unwrap();
        let changed = judge.sheet();
        assert_eq!(
            (changed.state, changed.marks[0].mark.as_str()),
            (DeskState::Final, "1")
        );
    }

    #[test]
    fn all_complete_drafts_become_final_at_once_and_what_is_left_is_said() {
        let judge = Judge::new(73);
        let whole = CRITERIA.map(|criterion| format!("{criterion},3,"));
        judge
            .takes(&whole.each_ref().map(String::as_str), false)
            .unwrap();
        let begun = SetMark {
            stage: "penilaian".into(),
            entry: "KEC-002".into(),
            criterion: "kebaruan".into(),
            mark: "2".into(),
            remark: None,
            typing: false,
        };
        set_mark(&judge.1, begun).unwrap();
        let finished = finish_all(&judge.1, crate::api::common::Nothing {}).unwrap();
        assert_eq!((finished.finished, finished.left.len()), (1, 7));
        assert_eq!(finished.left[0].missing.len(), 5, "{:?}", finished.left[0]);
        crate::op::undo(&judge.1, crate::api::common::Nothing {}).unwrap();
        assert_eq!(judge.sheet().state, crate::api::desk::DeskState::Begun);
    }
}
