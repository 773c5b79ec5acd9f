//! What becomes of each row of a sheet, before any entry is converted.

mod category;

use crate::category::{Categories, Recognised, Texts};
use crate::columns::{say, understand};
use crate::table::{Found, Kind, Layout, classify, headings_in};
use crate::values::text::is_nothing;
use crate::workbook::{Row, Sheet, Value, column_letter};
use crate::{
    Choices, Finding, FindingCode, ReadError, RowPlace, SkipReason, Skipped, Table, Workbook,
};
use category::title_block;
use judging::CategoryCode;
use std::collections::HashMap;
use std::ops::Range;

/// Rows of one gap that are listed as blank; that the rest of a longer one is blank too needs no list.
const GAP: u32 = 200;

/// All sheets that are read, row by row.
#[derive(Default)]
pub(super) struct SortedRows<'a> {
    pub tables: Vec<Table>,
    pub rows: Vec<SortedRow<'a>>,
    pub skipped: Vec<Skipped>,
    pub findings: Vec<Finding>,
    /// Texts for categories that the rules do not know.
    pub texts: Texts,
}

/// A row that becomes an entry.
#[derive(Debug, Clone, Copy)]
pub(super) struct SortedRow<'a> {
    /// Its place in the workbook, on its sheet and among the tables.
    pub sheet: usize,
    pub place: usize,
    pub table: usize,
    pub category: &'a CategoryCode,
    /// The place of the row whose agency it has.
    pub agency: Option<usize>,
}

impl SortedRow<'_> {
    pub fn place_in(&self, workbook: &Workbook) -> RowPlace {
        let sheet = &workbook.sheets[self.sheet];
        RowPlace {
            sheet: sheet.name.clone(),
            row: sheet.row_at(self.place).number,
        }
    }
}

/// Says of each row of one sheet what becomes of it.
pub(super) fn sort<'a>(
    sheet: &Sheet,
    index: usize,
    first: &Found,
    choices: &'a Choices,
    categories: &Categories<'a>,
    sorted: &mut SortedRows<'a>,
) -> Result<(), ReadError> {
    let by_name = categories.recognise(&sheet.name).map(|found| found.code);
    let by_title = title_block(sheet, first.places.start, categories);
    let mut sorter = Sorter {
        sheet,
        index,
        categories,
        forced: choices.category.as_ref(),
        default: by_title.or(by_name).or(categories.only()),
        heading: Above::Nothing,
        recognised: HashMap::new(),
        asked: false,
        sorted,
    };
    for place in 0..first.places.start {
        sorter.skip(place, SkipReason::TitleBlock);
    }
    let headings = headings_in(sheet, first);
    for (number, heading) in headings.iter().enumerate() {
        let next = headings.get(number + 1).map(|next| next.places.start);
        let body = heading.places.end..next.unwrap_or(sheet.height());
        let mapping = choices.mapping.as_ref().filter(|_| number == 0);
        let columns = understand(sheet, &heading.headings, body.clone(), mapping, categories);
        let Some(layout) = Layout::new(&columns) else {
            return Err(ReadError::NoTitleColumn);
        };
        say(
            &sheet.name,
            *heading.rows.end(),
            &columns,
            &mut sorter.sorted.findings,
        );
        for place in heading.places.clone() {
            sorter.skip(place, SkipReason::Heading);
        }
        let last = body
            .clone()
            .next_back()
            .map(|place| sheet.row_at(place).number);
        let below = *heading.rows.end() + 1;
        sorter.sorted.tables.push(Table {
            sheet: sheet.name.clone(),
            heading_rows: heading.rows.clone(),
            rows: below..=last.unwrap_or(below - 1),
            columns,
        });
        sorter.table(heading, body, &layout);
    }
    blank_rows(sheet, &mut sorted.skipped);
    Ok(())
}

fn blank_rows(sheet: &Sheet, skipped: &mut Vec<Skipped>) {
    let mut before = 0;
    for row in sheet.rows() {
        let blank = (before + 1..row.number).take(GAP as usize);
        skipped.extend(blank.map(|row| Skipped {
            sheet: sheet.name.clone(),
            row,
            reason: SkipReason::Blank,
        }));
        before = row.number;
    }
}

/// What the last heading of rows said.
enum Above<'a> {
    Nothing,
    /// With its text, where the user said what it means.
    Category(&'a CategoryCode, Option<String>),
    Unknown(String),
}

struct Sorter<'s, 'p, 'a> {
    sheet: &'s Sheet,
    index: usize,
    categories: &'s Categories<'a>,
    forced: Option<&'a CategoryCode>,
    /// By title block, sheet name, or because there is only one.
    default: Option<&'a CategoryCode>,
    heading: Above<'a>,
    /// What texts of the category's column mean: a few, over and over.
    recognised: HashMap<String, Option<Recognised<'a>>>,
    /// Whether it was said that no category is to be found.
    asked: bool,
    sorted: &'p mut SortedRows<'a>,
}

/// A column whose text may be written once for several rows.
struct Repeated {
    column: u32,
    /// Blank cells mean the text above, though nothing is merged.
    by_blanks: bool,
    /// The place of the row with the last text.
    last: Option<usize>,
    /// That row is a heading of the rows below and no entry, so that nothing is guessed.
    is_headed: bool,
}

/// Where the text of a row stands.
enum Stands {
    /// In the row, or in the merged cell that covers it.
    At(usize),
    /// In a row above; the cells are not merged.
    Above(usize),
    Nowhere,
}

impl<'a> Sorter<'_, '_, 'a> {
    fn table(&mut self, heading: &Found, body: Range<usize>, layout: &Layout) {
        let kinds = classify(self.sheet, heading, body.clone(), layout, self.categories);
        let data = || {
            body.clone()
                .zip(&kinds)
                .filter(|(_, kind)| **kind == Kind::Data)
        };
        let places: Vec<usize> = data().map(|(place, _)| place).collect();
        let mut agency = layout
            .agency
            .map(|column| self.repeated(column, &places, 4));
        let mut category = layout
            .category
            .map(|column| self.repeated(column, &places, 2));
        for (place, kind) in body.zip(kinds) {
            match kind {
                Kind::Data => self.entry(place, agency.as_mut(), category.as_mut(), layout),
                Kind::Category(code, by_part) => {
                    self.heading = Above::Category(code, self.said_in(place));
                    restart(&mut agency);
                    if by_part {
                        self.say_row(FindingCode::CategoryFolded, place, Some(code.as_str()));
                    }
                    self.skip(place, SkipReason::CategoryRow);
                }
                Kind::Group(text) => self.group(place, text, layout, &mut agency),
                Kind::Agency => {
                    if let Some(agency) = &mut agency {
                        (agency.last, agency.is_headed) = (Some(place), true);
                    }
                    self.skip(place, SkipReason::AgencyRow);
                }
                Kind::NoTitle => {
                    self.say_row(FindingCode::NoTitle, place, None);
                    self.skip(place, SkipReason::NoTitle);
                }
                Kind::Continuation => {
                    self.say_row(FindingCode::ContinuedRow, place, None);
                    self.skip(place, SkipReason::Continuation);
                }
                Kind::ColumnNumbers => self.skip(place, SkipReason::ColumnNumbers),
                Kind::RepeatedHeading => self.skip(place, SkipReason::RepeatedHeading),
                Kind::Subtotal => self.skip(place, SkipReason::Subtotal),
                Kind::Note => self.skip(place, SkipReason::Note),
                Kind::Footer => self.skip(place, SkipReason::Footer),
            }
        }
    }

    /// Whether a column is written once for several rows: one entry `in_how_many` and more have it blank and not merged.
    fn repeated(&self, column: u32, data: &[usize], in_how_many: usize) -> Repeated {
        let blank = data.iter().filter(|&&place| {
            let row = self.sheet.row_at(place);
            !row.has(column) && self.sheet.merged(row.number, column).is_none()
        });
        let blank = blank.count();
        Repeated {
            column,
            by_blanks: blank > 1 && blank * in_how_many >= data.len(),
            last: None,
            is_headed: false,
        }
    }

    fn group(
        &mut self,
        place: usize,
        text: String,
        layout: &Layout,
        agency: &mut Option<Repeated>,
    ) {
        if layout.category.is_some() {
            return self.skip(place, SkipReason::Note);
        }
        restart(agency);
        if self.forced.is_none() && self.categories.only().is_none() {
            self.say_row(FindingCode::UnknownCategory, place, None);
        }
        self.heading = Above::Unknown(text);
        self.skip(place, SkipReason::CategoryRow);
    }

    fn entry(
        &mut self,
        place: usize,
        agency: Option<&mut Repeated>,
        category: Option<&mut Repeated>,
        layout: &Layout,
    ) {
        let category = match self.category(place, category) {
            Ok(category) => category,
            Err(text) => return self.skip(place, SkipReason::UnknownCategory(text)),
        };
        let agency = agency.and_then(|agency| match self.stands(place, agency) {
            Stands::At(place) => Some(place),
            Stands::Above(above) => {
                self.say_repeated(place, above, layout);
                Some(above)
            }
            Stands::Nowhere => {
                let row = self.sheet.row_at(place).number;
                let finding = self.finding(FindingCode::NoAgency, row, layout.agency);
                self.sorted.findings.push(finding);
                None
            }
        });
        self.sorted.rows.push(SortedRow {
            sheet: self.index,
            place,
            table: self.sorted.tables.len() - 1,
            category,
            agency,
        });
    }

    fn say_repeated(&mut self, place: usize, above: usize, layout: &Layout) {
        let row = self.sheet.row_at(place).number;
        let agency = layout
            .agency
            .and_then(|column| self.sheet.row_at(above).cell(column));
        let mut finding = self.finding(FindingCode::AgencyRepeated, row, layout.agency);
        finding.made = agency.map(|value| value.shown().trim().to_owned());
        self.sorted.findings.push(finding);
    }

    fn stands(&self, place: usize, repeated: &mut Repeated) -> Stands {
        let row = self.sheet.row_at(place);
        if row.cell(repeated.column).is_some_and(says_something) {
            (repeated.last, repeated.is_headed) = (Some(place), false);
            return Stands::At(place);
        }
        if let Some(area) = self.sheet.merged(row.number, repeated.column)
            && let Some(first) = self.sheet.place(area.first_row)
            && self.sheet.row_at(first).has(repeated.column)
        {
            (repeated.last, repeated.is_headed) = (Some(first), false);
            return Stands::At(first);
        }
        match repeated.last {
            Some(above) if repeated.is_headed => Stands::At(above),
            Some(above) if repeated.by_blanks => Stands::Above(above),
            _ => Stands::Nowhere,
        }
    }

    fn skip(&mut self, place: usize, reason: SkipReason) {
        self.sorted.skipped.push(Skipped {
            sheet: self.sheet.name.clone(),
            row: self.sheet.row_at(place).number,
            reason,
        });
    }

    fn finding(&self, code: FindingCode, row: u32, column: Option<u32>) -> Finding {
        let mut finding = Finding::of_sheet(code, &self.sheet.name);
        finding.row = Some(row);
        finding.column = column.map(column_letter);
        finding
    }

    /// Speaks of a whole row, with its text.
    fn say_row(&mut self, code: FindingCode, place: usize, made: Option<&str>) {
        let row = self.sheet.row_at(place);
        let mut finding = self.finding(code, row.number, None);
        finding.cell = text_of(row);
        finding.made = made.map(str::to_owned);
        self.sorted.findings.push(finding);
    }
}

/// Below a heading of rows the agency of the rows above it is not meant.
const fn restart(agency: &mut Option<Repeated>) {
    if let Some(agency) = agency {
        agency.last = None;
    }
}

fn text_of(row: Row<'_>) -> Option<String> {
    let texts = row
        .cells()
        .filter(|(_, value)| matches!(value, Value::Text(_)));
    let longest = texts.max_by_key(|(_, value)| value.shown().len());
    longest.map(|(_, value)| value.shown().trim().to_owned())
}

fn says_something(value: Value<'_>) -> bool {
    !matches!(value, Value::Error(_)) && !is_nothing(&value.shown())
}
