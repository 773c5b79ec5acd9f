//! From columns to what they give: by their headings, and by what their cells hold.

mod contents;
mod synonyms;

pub(crate) use contents::Contents;
use synonyms::Meaning;
pub(crate) use synonyms::{SURE, known, meaning};

use crate::category::Categories;
use crate::table::is_numbering;
use crate::workbook::{Sheet, column_letter};
use crate::{Column, ColumnReason, Finding, FindingCode, Mapping, Target};
use contents::Held;
use judging::ClosedSet;
use judging::entry::Field;
use std::ops::Range;

/// A column's heading: its own cell, and that of the group above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heading {
    pub column: u32,
    pub text: String,
    pub group: String,
}

impl Heading {
    /// As it is shown.
    pub fn whole(&self) -> String {
        match self.group.as_str() {
            "" => self.text.clone(),
            group if self.text.is_empty() => group.to_owned(),
            group => format!("{group} / {}", self.text),
        }
    }
}

/// Says what each column of a table gives. `body` are the places of the table's rows on the sheet.
pub(crate) fn understand(
    sheet: &Sheet,
    headings: &[Heading],
    body: Range<usize>,
    mapping: Option<&Mapping>,
    categories: &Categories<'_>,
) -> Vec<Column> {
    let mut contents = look(sheet, body, categories);
    let headed = headings.iter().map(|heading| heading.column as usize + 1);
    let width = headed.max().unwrap_or(0).max(contents.len());
    contents.resize_with(width, Contents::default);
    let mut columns: Vec<Column> = (0..).zip(&contents).map(unknown).collect();
    for heading in headings {
        let column = &mut columns[heading.column as usize];
        column.heading = heading.whole();
        column.target = Target::Other;
    }
    let said = mapping.map(|mapping| &mapping.columns);
    for column in &mut columns {
        if let Some(&target) = said.and_then(|said| said.get(&column.letter)) {
            (column.target, column.why) = (target, ColumnReason::Mapping);
        }
    }
    by_heading(&mut columns, headings, &contents);
    by_content(&mut columns, &contents);
    columns
}

/// Looks at the first cells of every column.
fn look(sheet: &Sheet, body: Range<usize>, categories: &Categories<'_>) -> Vec<Contents> {
    let mut contents: Vec<Contents> = Vec::new();
    let rows = body.take(contents::SAMPLE).map(|place| sheet.row_at(place));
    for row in rows.filter(|&row| !is_numbering(row)) {
        for (column, value) in row.cells() {
            let column = column as usize;
            if contents.len() <= column {
                contents.resize_with(column + 1, Contents::default);
            }
            contents[column].look(value, categories);
        }
    }
    contents
}

/// A column before anything is known of it but its cells.
fn unknown((index, contents): (u32, &Contents)) -> Column {
    let (target, why) = match contents.is_blank() {
        true => (Target::Ignored, ColumnReason::Blank),
        false => (Target::Other, ColumnReason::Unknown),
    };
    Column {
        index,
        letter: column_letter(index),
        heading: String::new(),
        target,
        why,
        examples: contents.examples.clone(),
    }
}

fn holder(columns: &[Column], target: Target) -> Option<usize> {
    columns.iter().position(|column| column.target == target)
}

/// The surest headings first; each target is given once.
fn by_heading(columns: &mut [Column], headings: &[Heading], contents: &[Contents]) {
    let found = headings.iter().filter_map(|heading| {
        let meaning = meaning(&heading.text, &heading.group)?;
        Some((heading.column as usize, meaning, ColumnReason::Heading))
    });
    let mut found: Vec<_> = found.collect();
    // Stable: of equally sure ones the left counts. A column that is mostly blank yields to one that is not.
    let fullest = contents.iter().map(Contents::cells).max().unwrap_or(0);
    let is_sparse = |column: usize| contents[column].cells() * 2 < fullest;
    found.sort_by_key(|&(column, meaning, _)| (is_sparse(column), u32::MAX - meaning.score));
    believe_cells(&mut found, contents);
    for (column, meaning, why) in found {
        if columns[column].why == ColumnReason::Mapping {
            continue;
        }
        (columns[column].target, columns[column].why) = match holder(columns, meaning.target) {
            Some(_) => (Target::Other, ColumnReason::Twice),
            None => (meaning.target, why),
        };
    }
}

/// *Jenis* and *Bentuk* are swapped in some forms: where the cells say so without a doubt, they are believed.
fn believe_cells(found: &mut [(usize, Meaning, ColumnReason)], contents: &[Contents]) {
    const KIND: Target = Target::Field(Field::Kind);
    const FORM: Target = Target::Field(Field::Form);
    let first = |target| {
        found
            .iter()
            .position(|(_, meaning, _)| meaning.target == target)
    };
    let holds = |place: Option<usize>, kind: fn(&Contents) -> bool| {
        place.is_some_and(|place| kind(&contents[found[place].0]))
    };
    let (kind, form) = (first(KIND), first(FORM));
    let forms_under_kind =
        holds(kind, Contents::holds_forms) && !holds(form, Contents::holds_forms);
    let kinds_under_form =
        holds(form, Contents::holds_kinds) && !holds(kind, Contents::holds_kinds);
    if forms_under_kind || kinds_under_form {
        for (place, target) in [(kind, FORM), (form, KIND)] {
            if let Some(place) = place {
                found[place].1.target = target;
                found[place].2 = ColumnReason::Content;
            }
        }
    }
}

/// Columns without a known heading; and a column of categories, where the one called so names none.
fn by_content(columns: &mut [Column], contents: &[Contents]) {
    for index in 0..columns.len() {
        if columns[index].why != ColumnReason::Unknown {
            continue;
        }
        let target = match contents[index].held() {
            Some(Held::Field(field)) if columns[index].heading.is_empty() => Target::Field(field),
            Some(Held::Category) => Target::Category,
            _ => continue,
        };
        match holder(columns, target) {
            None => {}
            Some(other) if target == Target::Category && names_none(&columns[other], contents) => {
                (columns[other].target, columns[other].why) =
                    (Target::Other, ColumnReason::Unknown);
            }
            Some(_) => continue,
        }
        (columns[index].target, columns[index].why) = (target, ColumnReason::Content);
    }
}

fn names_none(column: &Column, contents: &[Contents]) -> bool {
    column.why == ColumnReason::Heading && contents[column.index as usize].names_no_category()
}

/// What is to be said of the columns; `row` is the last of the heading.
pub(crate) fn say(sheet: &str, row: u32, columns: &[Column], findings: &mut Vec<Finding>) {
    for column in columns {
        let code = match column.why {
            ColumnReason::Content if column.heading.is_empty() => FindingCode::ColumnByContent,
            ColumnReason::Content if column.target == Target::Category => {
                FindingCode::ColumnByContent
            }
            ColumnReason::Content => FindingCode::SwappedKindForm,
            ColumnReason::Twice => FindingCode::ColumnTwice,
            _ => continue,
        };
        let mut finding = Finding::of_sheet(code, sheet);
        finding.row = Some(row);
        finding.column = Some(column.letter.clone());
        finding.cell = Some(column.heading.clone()).filter(|heading| !heading.is_empty());
        finding.made = Some(column.target.code().to_owned());
        findings.push(finding);
    }
}
