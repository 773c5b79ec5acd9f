//! Entries from a registration spreadsheet.

use crate::answer::Answer;
use crate::args::Import;
use crate::run::{opened, text};
use crate::show::table;
use app::Error;
use app::api::import::{
    DuplicateRow, FindingRow, ImportAsked, ImportOutcome, RowAnswer, SaveMapping,
};
use std::collections::BTreeMap;

/// Takes entries from a workbook, or shows what taking them would do.
pub fn import(asked: Import) -> Result<Answer, Error> {
    let session = opened(&asked.file)?;
    let rows = asked
        .rows
        .iter()
        .map(|answer| app::entries::row_answer(answer))
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
    Ok(Answer::of(&outcome, told).saying(dry))
}

fn told(outcome: &ImportOutcome) -> String {
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
    let unused = outcome.unused.iter();
    let unused: String = unused
        .map(|row| format!("an answer speaks of {row}, where no entry stands\n"))
        .collect();
    format!(
        "{findings}{pairs}{unused}{} new, {} changed, {} unchanged, {} rows left\n",
        outcome.taken,
        outcome.changed,
        outcome.unchanged,
        left.count()
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
            (Some(RowAnswer::Keep), _) => "keep",
            (Some(RowAnswer::Drop), _) => "drop",
            (Some(RowAnswer::Merge), _) => "merge",
            (None, true) => "waits: keep, drop or merge?",
            (None, false) => "both are taken; drop or merge?",
        };
        vec![row.row.to_string(), this, like, other, answer.to_owned()]
    });
    table(&[">row", "title", "is like", "title", "answer"], rows)
}
