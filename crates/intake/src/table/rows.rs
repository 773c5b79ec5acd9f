//! What each row under a heading is.

use super::signs::{begins_sum, is_numbering, is_signature, number_of, only_text};
use super::{Found, Layout};
use crate::category::Categories;
use crate::cores::in_parts;
use crate::values::text::is_nothing;
use crate::workbook::{Row, Sheet, Value};
use judging::CategoryCode;
use std::ops::Range;

/// What a row is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind<'a> {
    /// An entry.
    Data,
    /// What an entry should have, but no title.
    NoTitle,
    /// More of the row above, whose title is merged over this one.
    Continuation,
    /// 1, 2, 3 … under the heading.
    ColumnNumbers,
    RepeatedHeading,
    /// The category of the rows below.
    Category(&'a CategoryCode, bool),
    /// A heading of rows below that names no category of the rules.
    Group(String),
    /// The agency of the rows below.
    Agency,
    Subtotal,
    /// A remark between entries.
    Note,
    /// Below the last entry.
    Footer,
}

/// Says of each row in `body` (places on the sheet) what it is.
pub(crate) fn classify<'a>(
    sheet: &Sheet,
    heading: &Found,
    body: Range<usize>,
    layout: &Layout,
    categories: &Categories<'a>,
) -> Vec<Kind<'a>> {
    let look = Look {
        sheet,
        heading,
        layout,
        categories,
    };
    let mut kinds = Vec::with_capacity(body.len());
    let mut rest = body.clone();
    for place in rest.by_ref() {
        kinds.push(look.kind(sheet.row_at(place), false));
        if kinds.last() == Some(&Kind::Data) {
            break;
        }
    }
    // Below the first entry no row depends on those above it.
    let below = in_parts(rest, |places| {
        let kinds = places.map(|place| look.kind(sheet.row_at(place), true));
        kinds.collect::<Vec<_>>()
    });
    kinds.extend(below.into_iter().flatten());
    let numbers = look.numbers_are_given(body.start, &kinds);
    look.agencies(body.start, &mut kinds, numbers);
    look.foot(body.start, &mut kinds, numbers);
    kinds
}

struct Look<'s, 'c, 'a> {
    sheet: &'s Sheet,
    heading: &'s Found,
    layout: &'s Layout,
    categories: &'c Categories<'a>,
}

impl<'a> Look<'_, '_, 'a> {
    fn kind(&self, row: Row<'_>, begun: bool) -> Kind<'a> {
        if self.repeats_heading(row) {
            return Kind::RepeatedHeading;
        }
        if !begun && is_numbering(row) {
            return Kind::ColumnNumbers;
        }
        if let Some(kind) = self.heading_of_rows(row) {
            return kind;
        }
        if self.is_subtotal(row) {
            return Kind::Subtotal;
        }
        let telling = row
            .cells()
            .filter(|&(column, _)| self.layout.is_telling(column))
            .count();
        match row.cell(self.layout.title) {
            Some(Value::Text(text)) if !is_nothing(text) => return Kind::Data,
            // A number for a title, when the row says more than that.
            Some(Value::Number(_) | Value::Moment(_) | Value::Bool(_)) if telling > 2 => {
                return Kind::Data;
            }
            Some(_) => {}
            None => {
                let area = self.sheet.merged(row.number, self.layout.title);
                if begun && area.is_some_and(|area| area.first_row < row.number) {
                    return Kind::Continuation;
                }
            }
        }
        let has = |column: Option<u32>| column.is_some_and(|column| row.has(column));
        match telling {
            0 => Kind::Note,
            1 if has(self.layout.agency) => Kind::Agency,
            1 => Kind::Note,
            _ => Kind::NoTitle,
        }
    }

    /// Most cells are those of one of the heading's rows.
    fn repeats_heading(&self, row: Row<'_>) -> bool {
        let same = |(column, value): &(u32, Value<'_>)| {
            let Value::Text(text) = value else {
                return false;
            };
            let mut above = self
                .heading
                .headings
                .iter()
                .filter(|above| above.column == *column);
            above.any(|above| {
                above.text.eq_ignore_ascii_case(text.trim())
                    || above.group.eq_ignore_ascii_case(text.trim())
            })
        };
        let cells = row.cells().len();
        let mut unlike = 0;
        for cell in row.cells() {
            unlike += usize::from(!same(&cell));
            // Hardly any row repeats it, and the first cells tell.
            if unlike * 5 > cells * 2 {
                return false;
            }
        }
        cells >= unlike + 2
    }

    /// A row with one text: a category, or a group that is none.
    fn heading_of_rows(&self, row: Row<'_>) -> Option<Kind<'a>> {
        let (column, text) = only_text(row)?;
        let area = self.sheet.merged(row.number, column);
        let across = area.map_or(1, |area| (area.last_column - column + 1) as usize);
        let is_merged = across >= 2 && across * 2 >= self.layout.width();
        let beside = column != self.layout.title || is_merged;
        if beside && let Some(found) = self.categories.recognise(text) {
            return Some(Kind::Category(found.code, found.by_part));
        }
        let first = Some(column) == self.layout.number || column == 0;
        let ahead = first && column != self.layout.title && Some(column) != self.layout.agency;
        let is_group = (is_merged || ahead) && !begins_sum(text);
        is_group.then(|| Kind::Group(text.trim().to_owned()))
    }

    /// “Jumlah OPD | 52”: a word for a sum, and no entry beside it.
    fn is_subtotal(&self, row: Row<'_>) -> bool {
        let mut texts = row
            .cells()
            .filter(|(_, value)| matches!(value, Value::Text(_)));
        let Some((column, Value::Text(text))) = texts.next() else {
            return false;
        };
        if !begins_sum(text) {
            return false;
        }
        let numbered = self.layout.number.and_then(|number| row.cell(number));
        let numbered = numbered.is_some_and(|value| number_of(value).is_some());
        match row.cell(self.layout.title) {
            Some(Value::Text(title)) if column != self.layout.title => {
                number_of(Value::Text(title)).is_some()
            }
            Some(Value::Text(_)) => !numbered && self.others_are_numbers(row),
            _ => true,
        }
    }

    fn others_are_numbers(&self, row: Row<'_>) -> bool {
        let mut others = row
            .cells()
            .filter(|&(column, _)| column != self.layout.title);
        row.cells().len() > 1 && others.all(|(_, value)| number_of(value).is_some())
    }

    /// A row with an agency alone heads the rows below when they have none. Otherwise it lacks its title, if it is numbered
    /// as entries are, or names a group that is no agency.
    fn agencies(&self, start: usize, kinds: &mut [Kind<'a>], numbers: bool) {
        let Some(agency) = self.layout.agency else {
            return;
        };
        let mut heads = false;
        for (index, kind) in kinds.iter_mut().enumerate().rev() {
            let row = self.sheet.row_at(start + index);
            match kind {
                Kind::Data => heads = !row.has(agency),
                Kind::Agency if !heads => {
                    let text = row
                        .cell(agency)
                        .map(|value| value.shown().trim().to_owned());
                    *kind = match text {
                        Some(text) if numbers && !self.has_number(row) => Kind::Group(text),
                        _ => Kind::NoTitle,
                    };
                }
                Kind::Agency => heads = false,
                _ => {}
            }
        }
    }

    /// From the end upwards, until a row that is surely an entry (or surely should be one).
    fn foot(&self, start: usize, kinds: &mut [Kind<'a>], numbers: bool) {
        for index in (0..kinds.len()).rev() {
            let row = self.sheet.row_at(start + index);
            let above = index
                .checked_sub(1)
                .map(|above| self.sheet.row_at(start + above).number);
            let gap = above.is_some_and(|above| above + 1 < row.number);
            match kinds[index] {
                Kind::Data if !self.is_footer(row, gap, numbers) => return,
                Kind::NoTitle
                    if self.has_number(row) || (!numbers && !gap && !is_signature(row)) =>
                {
                    return;
                }
                Kind::Category(..)
                | Kind::Subtotal
                | Kind::RepeatedHeading
                | Kind::Continuation => {}
                _ => kinds[index] = Kind::Footer,
            }
        }
    }

    fn has_number(&self, row: Row<'_>) -> bool {
        let cell = self.layout.number.and_then(|number| row.cell(number));
        cell.is_some_and(|value| number_of(value).is_some())
    }

    /// Whether nearly every entry has a number; what has a title and nothing else may be a footer and does not count.
    fn numbers_are_given(&self, start: usize, kinds: &[Kind<'a>]) -> bool {
        let data = kinds
            .iter()
            .enumerate()
            .filter(|(_, kind)| **kind == Kind::Data);
        let (mut all, mut numbered) = (0, 0);
        for row in data.map(|(index, _)| self.sheet.row_at(start + index)) {
            all += usize::from(row.cells().len() > 1);
            numbered += usize::from(self.has_number(row));
        }
        numbered > 0 && numbered * 5 >= all * 4
    }

    /// A signature or a remark that happens to stand in the column of titles.
    fn is_footer(&self, row: Row<'_>, gap: bool, numbers: bool) -> bool {
        let numbered = self.has_number(row);
        let agency = self.layout.agency.is_some_and(|agency| row.has(agency));
        let sparse = row.cells().len() <= 2 && !numbered && !agency;
        sparse && (is_signature(row) || (numbers && gap))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::category::tests::rules;
    use crate::columns::understand;
    use crate::table::find;
    use crate::workbook::tests::sheet;

    /// One letter a row under the heading: D entry, t no title, n column numbers, h heading, C category, G group,
    /// A agency, S subtotal, - remark, f footer, c continuation.
    #[track_caller]
    fn check(rows: &str, expected: &str) {
        let rules_here = rules(&[("OPD", "OPD", ""), ("KEC", "Kecamatan", "")]);
        let categories = Categories::new(&rules_here, None);
        let sheet = sheet(rows);
        let heading = find(&sheet).unwrap();
        let body = heading.places.end..sheet.height();
        let columns = understand(&sheet, &heading.headings, body.clone(), None, &categories);
        let layout = Layout::new(&columns).unwrap();
        let kinds = classify(&sheet, &heading, body, &layout, &categories);
        let letter = |kind: &Kind<'_>| match kind {
            Kind::Data => 'D',
            Kind::NoTitle => 't',
            Kind::Continuation => 'c',
            Kind::ColumnNumbers => 'n',
            Kind::RepeatedHeading => 'h',
            Kind::Category(..) => 'C',
            Kind::Group(_) => 'G',
            Kind::Agency => 'A',
            Kind::Subtotal => 'S',
            Kind::Note => '-',
            Kind::Footer => 'f',
        };
        assert_eq!(kinds.iter().map(letter).collect::<String>(), expected);
    }

    const HEAD: &str = "No|OPD|Judul Inovasi|Bentuk|Jenis\n";

    #[test]
    fn numbers_categories_and_sums_are_told_from_entries() {
        check(
            &format!(
                "{HEAD}1|2|3|4|5\nOPD\n1|Dinas A|Satu|x|y\n2||Dua|x|y\n|Jumlah OPD|2\nKECAMATAN\n3|Kec. B|Tiga|x|y\n|TOTAL|3"
            ),
            "nCDDSCDS",
        );
        check(
            &format!("{HEAD}A|OPD\n1|Dinas A|Satu|x|y\nB|KESEHATAN\n2|RSUD|Dua|x|y"),
            "CDGD",
        );
    }

    #[test]
    fn a_title_that_begins_with_a_sum_is_a_title() {
        check(
            &format!("{HEAD}1|Dinas A|Total Quality Care|x|y\n2|Dinas B|Jumlah Nol|x|y"),
            "DD",
        );
    }

    #[test]
    fn an_agency_alone_heads_the_rows_below_or_lacks_its_title() {
        check(&format!("{HEAD}I|Dinas A\n1||Satu|x|y\n2||Dua|x|y"), "ADD");
        check(
            &format!("{HEAD}1|Dinas A|Satu|x|y\n2|Dinas B||x|y\n3|Dinas C\n4|Dinas D|Empat|x|y"),
            "DttD",
        );
    }

    #[test]
    fn the_foot_is_no_entry() {
        check(
            &format!(
                "{HEAD}1|Dinas A|Satu|x|y\n\n||||Metro, 30 September 2026\n||||Kepala Bapperida\n\n||||______\n||||NIP. 1970"
            ),
            "Dffff",
        );
        check(
            &format!(
                "{HEAD}1|Dinas A|Satu|x|y\n2|Dinas B|Dua|x|y\n\n||Metro, 30 September 2026\n||Kepala Bapperida"
            ),
            "DDff",
        );
        check(&format!("{HEAD}1|Dinas A|Satu|x|y\n2|Dinas B||x|y"), "Dt");
    }

    #[test]
    fn a_repeated_heading_is_no_entry() {
        check(
            &format!("{HEAD}1|Dinas A|Satu|x|y\n{HEAD}2|Dinas B|Dua|x|y"),
            "DhD",
        );
    }
}
