use super::conflict::Conflicts;
use super::own::Own;
use crate::api::desk::Marked;
use crate::op::{Change, Op, transact};
use crate::{Error, Session};
use judging::rules::Stage;
use judging::sheet::{Mark, Sheet, SheetState, check_mark, missing_marks};
use judging::{CriterionCode, EntryCode, Fixed, StageCode};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use store::Contents;

/// A table of marks larger than this is none.
const LARGEST: u64 = 64 << 20;

/// How many wrong lines are told at once.
const TOLD: usize = 10;

/// One line of the table.
struct Line {
    number: u64,
    stage: String,
    entry: String,
    criterion: String,
    mark: String,
    remark: String,
}

/// Takes marks from a CSV table with the columns `stage,entry,criterion,mark,remark`: all rows or none. A sheet whose
/// required marks are all there becomes final, another one a draft. An empty mark clears the one that is there, with its remark;
/// a sheet that says nothing any more is taken away.
///
/// # Errors
/// `bad-marks` naming every line at fault (the first ten) and why.
pub fn mark(session: &Session, csv: &Path) -> Result<Marked, Error> {
    let lines = read(csv)?;
    session.desk(|desk| {
        let own = desk.own()?;
        let sheets = sheets_of(desk, &own, &lines).map_err(|flaws| told(flaws).in_file(csv))?;
        let at = session.host().now();
        let mut marked = Marked {
            rows: crate::api::common::count(lines.len()),
            final_sheets: 0,
            draft_sheets: 0,
        };
        transact(session, desk, |write| {
            let mut changed = 0;
            for sheet in sheets.values() {
                if says_nothing(sheet) {
                    changed += u32::from(store::sheets::remove(write, &sheet.stage, &sheet.entry)?);
                    continue;
                }
                match sheet.state {
                    SheetState::Final => marked.final_sheets += 1,
                    SheetState::Draft => marked.draft_sheets += 1,
                }
                let before = store::sheets::get(write, &sheet.stage, &sheet.entry)?;
                if before.is_none_or(|before| before.sheet != *sheet) {
                    store::sheets::put(write, sheet, at)?;
                    changed += 1;
                }
            }
            if changed == 0 {
                return Ok(Change::Nothing(marked));
            }
            let table = csv
                .file_name()
                .map(|name| name.to_string_lossy().into_owned());
            let op = Op::Mark {
                table: table.unwrap_or_default(),
                rows: marked.rows,
                sheets_changed: changed,
                finals: marked.final_sheets,
                drafts: marked.draft_sheets,
            };
            Ok(Change::Done { answer: marked, op })
        })
    })
}

fn says_nothing(sheet: &Sheet) -> bool {
    sheet.state == SheetState::Draft && sheet.marks.is_empty() && sheet.remark.is_empty()
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

type Sheets = BTreeMap<(StageCode, EntryCode), Sheet>;

/// The sheets as they would be, or every line at fault.
fn sheets_of(contents: &Contents, own: &Own, lines: &[Line]) -> Result<Sheets, Vec<String>> {
    let mut sheets = Sheets::new();
    let mut seen = BTreeSet::new();
    let mut flaws = Vec::new();
    for line in lines {
        if let Err(flaw) = put(contents, own, line, &mut sheets, &mut seen) {
            flaws.push(format!("line {}: {flaw}", line.number));
        }
    }
    if !flaws.is_empty() {
        return Err(flaws);
    }
    for sheet in sheets.values_mut() {
        let complete = own
            .rules
            .stage(&sheet.stage)
            .is_some_and(|stage| missing_marks(stage, &own.judge.scope, sheet).is_empty());
        sheet.state = if complete {
            SheetState::Final
        } else {
            SheetState::Draft
        };
    }
    Ok(sheets)
}

fn put<'a>(
    contents: &Contents,
    own: &Own,
    line: &'a Line,
    sheets: &mut Sheets,
    seen: &mut BTreeSet<(&'a str, &'a str, &'a str)>,
) -> Result<(), String> {
    let text = |error: Error| error.message;
    let stage: &Stage = own.stage(&line.stage).map_err(text)?;
    let code = EntryCode::new(&line.entry).map_err(|error| error.to_string())?;
    let criterion = CriterionCode::new(&line.criterion).map_err(|error| error.to_string())?;
    if !seen.insert((&line.stage, &line.entry, &line.criterion)) {
        return Err(format!(
            "{code} {criterion} was marked on an earlier line already"
        ));
    }
    let key = (stage.code.clone(), code);
    if !sheets.contains_key(&key) {
        let entry = own.entry(contents, stage, &line.entry).map_err(text)?;
        let sheet = begun(contents, stage, &entry.code).map_err(text)?;
        sheets.insert(key.clone(), sheet);
    }
    if stage.criterion(&criterion).is_none() {
        return Err(format!(
            "there is no criterion “{criterion}” in {}",
            stage.code
        ));
    }
    if line.mark.is_empty() {
        if !line.remark.is_empty() {
            return Err(format!("the remark on {criterion} has no mark beside it"));
        }
        if let Some(sheet) = sheets.get_mut(&key) {
            sheet.marks.remove(&criterion);
        }
        return Ok(());
    }
    let value: Fixed = line
        .mark
        .replace(',', ".")
        .parse()
        .map_err(|error: judging::FixedError| error.to_string())?;
    check_mark(stage, &own.judge.scope, &criterion, value).map_err(|error| error.to_string())?;
    if let Some(sheet) = sheets.get_mut(&key) {
        sheet.marks.insert(
            criterion,
            Mark {
                value,
                remark: line.remark.clone(),
            },
        );
    }
    Ok(())
}

/// The sheet as it is so far.
pub(super) fn begun(contents: &Contents, stage: &Stage, entry: &EntryCode) -> Result<Sheet, Error> {
    if Conflicts::of_entry(contents, entry)?.recused(&stage.code, entry) {
        return Err(
            Error::new("recused", format!("you stood aside for {entry}")).with("entry", entry),
        );
    }
    let known = store::sheets::get(contents, &stage.code, entry)?;
    Ok(known.map_or_else(
        || Sheet::empty(stage.code.clone(), entry.clone()),
        |dated| dated.sheet,
    ))
}

fn told(flaws: Vec<String>) -> Error {
    let more = flaws.len().saturating_sub(TOLD);
    let mut message = flaws.into_iter().take(TOLD).collect::<Vec<_>>().join("\n");
    if more > 0 {
        message.push_str(&format!("\nand {more} more lines"));
    }
    Error::new("bad-marks", message).hint("Nothing was taken: correct the table and take it again.")
}
