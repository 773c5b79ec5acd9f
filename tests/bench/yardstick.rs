//! What the bare libraries take for the same job. Each yardstick runs in a process of its own, as the program does: this
//! one, called with `yardstick NAME …`.

use calamine::{Data, DataRef, Reader, Xlsx, open_workbook};
use rusqlite::{Connection, params_from_iter};
use std::fmt::Display;
use std::process::Command;

/// The command that runs a yardstick.
pub fn command(name: &str, words: &[&dyn Display]) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["yardstick", name])
        .args(words.iter().map(ToString::to_string));
    command
}

/// Runs the yardstick that was asked for.
pub fn serve(words: &[String]) {
    let number = |at: usize| words[at].parse::<usize>().unwrap();
    match words[0].as_str() {
        "insert-marks" => insert_marks(number(1), number(2), number(3)),
        "read-pack" => read_pack(&words[1]),
        "store-cells" => store_cells(&words[1], &words[2]),
        other => panic!("there is no yardstick “{other}”"),
    }
}

/// A database as durable as a competition file is.
fn database(file: &str) -> Connection {
    let _ = std::fs::remove_file(file);
    let database = Connection::open(file).unwrap();
    database.pragma_update(None, "journal_mode", "WAL").unwrap();
    database.pragma_update(None, "synchronous", "FULL").unwrap();
    database
}

fn insert_marks(judges: usize, entries: usize, criteria: usize) {
    let folder = tempfile::tempdir().unwrap();
    let mut database = database(&folder.path().join("nilai.db").display().to_string());
    database
        .execute_batch("CREATE TABLE mark (judge TEXT, stage TEXT, entry TEXT, criterion TEXT, value TEXT) STRICT")
        .unwrap();
    let transaction = database.transaction().unwrap();
    let mut insert = transaction
        .prepare("INSERT INTO mark VALUES (?1, ?2, ?3, ?4, ?5)")
        .unwrap();
    // Written out beforehand, so that inserting is what takes the time.
    let mut chance = harness::Seeded::new(1);
    let values: Vec<String> = (0..=200)
        .map(|n| format!("{}.{}", n / 2, n % 2 * 5))
        .collect();
    let entries: Vec<String> = (1..=entries).map(|n| format!("OPD-{n:03}")).collect();
    let criteria: Vec<String> = (0..criteria).map(|n| format!("k{n}")).collect();
    for judge in (1..=judges).map(|n| format!("J{n:03}")) {
        for entry in &entries {
            for criterion in &criteria {
                let row = (
                    &judge,
                    "penilaian",
                    entry,
                    criterion,
                    chance.one_of(&values),
                );
                insert.execute(row).unwrap();
            }
        }
    }
    drop(insert);
    transaction.commit().unwrap();
}

/// A result pack with all signatures in it, without computing anything.
fn read_pack(file: &str) {
    let bytes = std::fs::read(file).unwrap();
    let pack = exchange::pack::read(&bytes).unwrap();
    assert!(!pack.hand_overs.is_empty());
}

/// Every cell read, every row inserted as it stands.
fn store_cells(workbook: &str, file: &str) {
    let mut database = database(file);
    let columns: Vec<String> = (0..20).map(|n| format!("c{n} TEXT")).collect();
    database
        .execute_batch(&format!(
            "CREATE TABLE entry ({}) STRICT",
            columns.join(", ")
        ))
        .unwrap();
    let transaction = database.transaction().unwrap();
    let places = vec!["?"; 20].join(", ");
    let mut insert = transaction
        .prepare(&format!("INSERT INTO entry VALUES ({places})"))
        .unwrap();
    let mut workbook: Xlsx<_> = open_workbook(workbook).unwrap();
    let sheet = workbook.sheet_names()[0].clone();
    let mut cells = workbook.worksheet_cells_reader(&sheet).unwrap();
    let mut line: Vec<Option<String>> = vec![None; 20];
    let mut at = 0;
    while let Some(cell) = cells.next_cell().unwrap() {
        let (row, column) = cell.get_position();
        if row != at {
            insert
                .execute(params_from_iter(line.iter_mut().map(Option::take)))
                .unwrap();
            at = row;
        }
        line[column as usize] = match cell.get_value() {
            DataRef::Empty => None,
            DataRef::SharedString(text) => Some((*text).to_owned()),
            other => Some(Data::from(other.clone()).to_string()),
        };
    }
    insert.execute(params_from_iter(line)).unwrap();
    drop(insert);
    drop(cells);
    transaction.commit().unwrap();
}
