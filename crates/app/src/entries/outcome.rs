//! What an import does to the entries, in numbers and places.

use super::answers::{Answers, place_of};
use super::changes::changes;
use super::pairs::with_entries;
use super::plan::Plan;
use crate::api::import::{
    CategoryTaken, DuplicateRow, FindingRow, ImportOutcome, Likeness, SkippedRow,
};
use crate::competition::count;
use intake::{Finding, FindingCode, Place, Reading, Skipped};
use judging::CategoryCode;
use judging::rules::Rules;
use std::collections::{BTreeSet, HashMap};

/// The rows of pairs: of these it must be told which entries they are.
pub(super) fn asked_for(pairs: &[DuplicateRow]) -> BTreeSet<Place> {
    let place = |sheet: &str, row| Place {
        sheet: sheet.to_owned(),
        row,
    };
    let of_pair = |pair: &DuplicateRow| {
        let other = pair.other_sheet.as_deref().zip(pair.other_row);
        let other = other.map(|(sheet, row)| place(sheet, row));
        [Some(place(&pair.sheet, pair.row)), other]
    };
    pairs.iter().flat_map(of_pair).flatten().collect()
}

/// All that a plan does and leaves.
pub(super) fn outcome(
    rules: &Rules,
    plan: &Plan,
    reading: Reading,
    pairs: Vec<DuplicateRow>,
    answers: &Answers,
) -> ImportOutcome {
    let sheets: HashMap<&str, usize> = reading
        .sheets
        .iter()
        .enumerate()
        .map(|(place, sheet)| (sheet.name.as_str(), place))
        .collect();
    let sheet = |name: &str| sheets.get(name).copied();
    let mut left = reading.skipped;
    let mut findings = reading.findings;
    if !plan.left.is_empty() || !plan.alike.is_empty() || !plan.findings.is_empty() {
        let dropped: BTreeSet<_> = plan
            .left
            .iter()
            .filter(|left| left.reason == intake::SkipReason::Dropped)
            .map(|left| (left.sheet.as_str(), left.row))
            .collect();
        findings.retain(|finding| {
            let row = finding.row.map(|row| (finding.sheet.as_str(), row));
            row.is_none_or(|row| !dropped.contains(&row))
        });
        findings.extend(plan.alike.iter().filter_map(finding));
        findings.extend(plan.findings.iter().cloned());
        findings.sort_by_key(|finding| (sheet(&finding.sheet), finding.row));
        left.extend(plan.left.iter().cloned());
        left.sort_by_key(|left| (sheet(&left.sheet), left.row));
    }
    let mut taken: HashMap<&CategoryCode, usize> = HashMap::new();
    for new in &plan.new {
        *taken.entry(&new.category).or_default() += 1;
    }
    let categories = rules.categories.iter().map(|category| CategoryTaken {
        category: category.code.to_string(),
        taken: count(taken.get(&category.code).copied().unwrap_or(0)),
    });
    let changed = plan.changed.iter();
    ImportOutcome {
        taken: count(plan.new.len()),
        changed: count(plan.changed.len()),
        unchanged: plan.unchanged,
        skipped: left.into_iter().map(skipped).collect(),
        findings: findings.into_iter().map(shown).collect(),
        changes: changed
            .flat_map(|(before, after)| changes(before, after))
            .collect(),
        taken_over: Vec::new(),
        categories: categories.filter(|category| category.taken > 0).collect(),
        duplicates: with_entries(pairs, plan),
        unused: answers.unused(),
    }
}

/// That a row is like an entry that is here, while nothing was said of it.
fn finding(alike: &super::plan::Alike) -> Option<Finding> {
    if alike.answer.is_some() {
        return None;
    }
    let code = match alike.likeness {
        Likeness::SameTitle => FindingCode::SameTitle,
        Likeness::NearTitle | Likeness::Same => FindingCode::SimilarEntry,
    };
    let place = place_of(&alike.this);
    let mut finding = Finding::of_sheet(code, &place.sheet);
    finding.row = Some(place.row);
    finding.cell = Some(alike.this.registration.title.clone());
    let entry = &alike.entry;
    finding.made = Some(format!("{} {}", entry.code, entry.registration.title));
    Some(finding)
}

fn skipped(skipped: Skipped) -> SkippedRow {
    SkippedRow {
        reason: skipped.reason.name().to_owned(),
        sheet: skipped.sheet,
        row: skipped.row,
    }
}

fn shown(finding: Finding) -> FindingRow {
    FindingRow {
        code: finding.code.name().to_owned(),
        severity: finding.severity.name().to_owned(),
        sheet: finding.sheet,
        row: finding.row,
        column: finding.column,
        cell: finding.cell,
        made: finding.made,
        hint: finding.hint.to_owned(),
    }
}
