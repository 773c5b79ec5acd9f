//! What an import does to the entries, in numbers and places.

use super::answers::Answers;
use super::changes::{changes, is_decided};
use super::comparison::{Comparison, LikeEntry};
use super::pairs::{other_place, this_place};
use crate::api::common::count;
use crate::api::import::{CategoryTaken, DuplicateRow, FindingRow, ImportOutcome, SkippedRow};
use intake::{Finding, Reading, Skipped};
use judging::CategoryCode;
use judging::rules::Rules;
use std::collections::{BTreeSet, HashMap};

/// All that an import takes, changes and leaves.
pub(super) fn outcome(
    rules: &Rules,
    comparison: &Comparison,
    reading: Reading,
    pairs: Vec<DuplicateRow>,
    answers: &Answers,
) -> ImportOutcome {
    let (skipped, findings) = with_those_beside_entries(reading, comparison);
    let changed = comparison.changed.iter().flat_map(|changed| {
        let rows = changes(&changed.before, &changed.after).into_iter();
        rows.map(|row| (changed.given_out && is_decided(&row), row))
    });
    let (by_decision, changes): (Vec<_>, Vec<_>) = changed.partition(|(decided, _)| *decided);
    let rows = |all: Vec<(bool, _)>| all.into_iter().map(|(_, row)| row).collect();
    ImportOutcome {
        taken: count(comparison.new.len()),
        changed: count(comparison.changed.len()),
        unchanged: comparison.unchanged,
        skipped: skipped.into_iter().map(skipped_row).collect(),
        findings: findings.into_iter().map(finding_row).collect(),
        changes: rows(changes),
        by_decision: rows(by_decision),
        taken_over: Vec::new(),
        categories: categories(rules, comparison),
        duplicates: duplicates(pairs, comparison),
        unused: answers.unused(),
    }
}

/// The rows left out and the findings of the reading with those of the comparison, in the order of sheets and rows.
fn with_those_beside_entries(
    reading: Reading,
    comparison: &Comparison,
) -> (Vec<Skipped>, Vec<Finding>) {
    let (mut skipped, mut findings) = (reading.skipped, reading.findings);
    let Comparison {
        left,
        alike,
        findings: doubts,
        ..
    } = comparison;
    if left.is_empty() && alike.is_empty() && doubts.is_empty() {
        return (skipped, findings);
    }
    let sheets: HashMap<&str, usize> = reading
        .sheets
        .iter()
        .enumerate()
        .map(|(place, sheet)| (sheet.name.as_str(), place))
        .collect();
    let place_of = |sheet: &str| sheets.get(sheet).copied();
    let dropped: BTreeSet<_> = left
        .iter()
        .filter(|skipped| skipped.reason == intake::SkipReason::Dropped)
        .map(|skipped| (skipped.sheet.as_str(), skipped.row))
        .collect();
    findings.retain(|finding| {
        let row = finding.row.map(|row| (finding.sheet.as_str(), row));
        row.is_none_or(|row| !dropped.contains(&row))
    });
    findings.extend(alike.iter().filter_map(LikeEntry::finding));
    findings.extend(doubts.iter().cloned());
    findings.sort_by_key(|finding| (place_of(&finding.sheet), finding.row));
    skipped.extend(left.iter().cloned());
    skipped.sort_by_key(|skipped| (place_of(&skipped.sheet), skipped.row));
    (skipped, findings)
}

/// The new entries by category, in the order of the rules.
fn categories(rules: &Rules, comparison: &Comparison) -> Vec<CategoryTaken> {
    let mut taken: HashMap<&CategoryCode, usize> = HashMap::new();
    for new in &comparison.new {
        *taken.entry(&new.category).or_default() += 1;
    }
    let categories = rules.categories.iter().map(|category| CategoryTaken {
        category: category.code.to_string(),
        taken: count(taken.get(&category.code).copied().unwrap_or(0)),
    });
    categories.filter(|category| category.taken > 0).collect()
}

/// All pairs in the order of the rows: those of the workbook with the entries they became, and those with entries that
/// are here. What is an entry here already is not asked about.
fn duplicates(pairs: Vec<DuplicateRow>, comparison: &Comparison) -> Vec<DuplicateRow> {
    let entry_of = |place| comparison.matched.get(&place);
    let mut all: Vec<_> = pairs
        .into_iter()
        .filter(|pair| entry_of(this_place(pair)).is_none())
        .map(|mut pair| {
            let entry = other_place(&pair).and_then(entry_of);
            pair.other_entry = entry.map(ToString::to_string);
            pair
        })
        .collect();
    all.extend(comparison.alike.iter().map(LikeEntry::shown));
    all.sort_by(|a, b| (&a.sheet, a.row).cmp(&(&b.sheet, b.row)));
    all
}

fn skipped_row(skipped: Skipped) -> SkippedRow {
    SkippedRow {
        reason: skipped.reason.kind().into(),
        sheet: skipped.sheet,
        row: skipped.row,
    }
}

fn finding_row(finding: Finding) -> FindingRow {
    FindingRow {
        code: finding.code.into(),
        severity: finding.severity.into(),
        sheet: finding.sheet,
        row: finding.row,
        column: finding.column,
        cell: finding.cell,
        made: finding.made,
        hint: finding.hint.to_owned(),
    }
}
