//! Entries from a registration spreadsheet.

use crate::answer::Answer;
use crate::run::{opened, text};
use crate::table::table;
use app::Error;
use app::api::import::{
    ChangeRow, DuplicateRow, FindingRow, ImportAsked, ImportOutcome, SaveMapping,
};
use clap::Args;
use std::collections::BTreeMap;
use std::path::PathBuf;

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
}

/// Takes entries from a workbook, or shows what taking them would do.
pub fn import(asked: Import) -> Result<Answer, Error> {
    let session = opened(&asked.file)?;
    let rows = asked
        .rows
        .iter()
        .map(|answer| app::entries::row_answer(answer).map(|(row, answer)| (row, answer.into())))
        .collect::<Result<BTreeMap<_, _>, _>>()?;
    let categories = asked
        .means
        .iter()
        .map(|meaning| app::entries::meaning(meaning))
        .collect::<Result<BTreeMap<_, _>, _>>()?;
    let heading = asked.heading.as_deref();
    let heading = heading.map(app::entries::heading).transpose()?;
    let wanted = ImportAsked {
        file: text(&asked.workbook),
        sheet: asked.sheet,
        category: asked.category,
        map: asked.map.as_deref().map(text),
        forget_mapping: asked.forget_map,
        heading,
        categories,
        rows,
        changes: Some(asked.take),
        take_all_changes: asked.take_changes,
        ..Default::default()
    };
    if let Some(out) = &asked.save_map {
        let saved = SaveMapping {
            asked: wanted.clone(),
            out: text(out),
        };
        app::entries::save_mapping(&session, saved)?;
    }
    let outcome = if asked.dry_run {
        app::entries::preview(&session, wanted)?.outcome
    } else {
        app::entries::import(&session, wanted)?
    };
    let dry = if asked.dry_run {
        "dry run: nothing was changed"
    } else {
        ""
    };
    Ok(Answer::of(&outcome, shown).saying(dry))
}

fn shown(outcome: &ImportOutcome) -> String {
    let mut by_code: BTreeMap<(&str, &str), Vec<&FindingRow>> = BTreeMap::new();
    for finding in &outcome.findings {
        let kind = (finding.severity.0.code(), finding.code.0.code());
        by_code.entry(kind).or_default().push(finding);
    }
    let place = |finding: &FindingRow| match (finding.row, &finding.column) {
        (Some(row), Some(column)) => format!("{column}{row}"),
        (Some(row), None) => format!("row {row}"),
        (None, Some(column)) => format!("column {column}"),
        (None, None) => finding.sheet.clone(),
    };
    let rows = by_code.iter().map(|((severity, code), found)| {
        let mut places: Vec<_> = found.iter().take(4).map(|f| place(f)).collect();
        if found.len() > places.len() {
            places.push("…".to_owned());
        }
        let hint = found.first().map_or("", |finding| &finding.hint);
        vec![
            (*severity).to_owned(),
            found.len().to_string(),
            (*code).to_owned(),
            places.join(" "),
            hint.to_owned(),
        ]
    });
    let findings = if by_code.is_empty() {
        String::new()
    } else {
        table(&["severity", ">", "finding", "where", "what to do"], rows)
    };
    let left = outcome
        .skipped
        .iter()
        .filter(|row| row.reason.0.code() != "blank");
    let pairs = pairs(&outcome.duplicates);
    let decided = by_decision(&outcome.by_decision);
    let unused = outcome.unused.iter();
    let unused: String = unused
        .map(|row| format!("an answer speaks of {row}, where no entry stands\n"))
        .collect();
    format!(
        "{findings}{pairs}{decided}{unused}{} new, {} changed, {} unchanged, {} rows left\n",
        outcome.taken,
        outcome.changed,
        outcome.unchanged,
        left.count()
    )
}

/// What the workbook says otherwise of entries that judges have already.
fn by_decision(changes: &[ChangeRow]) -> String {
    if changes.is_empty() {
        return String::new();
    }
    let rows = changes.iter().map(|change| {
        let ChangeRow {
            entry,
            field,
            before,
            after,
            ..
        } = change.clone();
        let how = "stays: timbang decide amend-entry".to_owned();
        vec![entry, field, before, after, how]
    });
    table(
        &["entry", "field", "judges have", "the sheet says", ""],
        rows,
    )
}

/// Rows that may be one innovation, with what is asked or was said.
fn pairs(duplicates: &[DuplicateRow]) -> String {
    let open: Vec<_> = duplicates.iter().filter(|row| !row.remembered).collect();
    if open.is_empty() {
        return String::new();
    }
    let title = |row: &DuplicateRow| {
        let title = row.fields.iter().find(|field| field.field == "title");
        title.map_or_else(Default::default, |field| {
            (field.this.clone(), field.other.clone())
        })
    };
    let rows = open.iter().map(|row| {
        let (this, other) = title(row);
        let like = match (&row.other_entry, row.other_row) {
            (Some(entry), _) => entry.clone(),
            (None, Some(other)) => format!("row {other}"),
            (None, None) => String::new(),
        };
        let answer = match (row.choice, row.waits) {
            (Some(answer), _) => answer.0.code(),
            (None, true) => "waits: keep, drop or merge?",
            (None, false) => "both are taken; drop or merge?",
        };
        vec![row.row.to_string(), this, like, other, answer.to_owned()]
    });
    table(&[">row", "title", "is like", "title", "answer"], rows)
}
