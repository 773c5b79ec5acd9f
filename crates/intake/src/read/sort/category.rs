//! Which category an entry has: the one chosen, else that of its row, of the rows' heading, of the title block or the
//! sheet, else the only one; never a guess.

use super::{Above, Repeated, Sorter, Stands};
use crate::category::{Categories, without_label};
use crate::workbook::{Sheet, Value};
use crate::{Finding, FindingCode};
use judging::CategoryCode;

/// The category that the title block names: `KATEGORI: OPD`, or a cell of its own.
pub(super) fn title_block<'a>(
    sheet: &Sheet,
    end: usize,
    categories: &Categories<'a>,
) -> Option<&'a CategoryCode> {
    let cells = (0..end).flat_map(|place| sheet.row_at(place).cells());
    // The nearest to the heading counts.
    let named = cells.filter_map(|(_, value)| match value {
        Value::Text(text) => categories
            .named(text)
            .or_else(|| categories.named(without_label(text))),
        _ => None,
    });
    named.last()
}

impl<'a> Sorter<'_, '_, 'a> {
    /// The category of an entry, or the text that is none.
    pub(super) fn category(
        &mut self,
        place: usize,
        column: Option<&mut Repeated>,
    ) -> Result<&'a CategoryCode, String> {
        if let Some(forced) = self.forced {
            return Ok(forced);
        }
        let stands_in = column.as_ref().map(|column| column.column);
        let stated = column.and_then(|column| {
            let (at, guessed) = match self.stands(place, column) {
                Stands::At(at) => (at, false),
                Stands::Above(at) => (at, true),
                Stands::Nowhere => return None,
            };
            let value = self.sheet.row_at(at).cell(column.column)?;
            let text = value.shown().trim().to_owned();
            if guessed {
                let row = self.sheet.row_at(place).number;
                let mut finding =
                    self.finding(FindingCode::CategoryRepeated, row, Some(column.column));
                finding.made = Some(text.clone());
                self.sorted.findings.push(finding);
            }
            Some((column.column, text))
        });
        match (stated, &self.heading) {
            (Some((column, text)), _) => self.stated(place, column, text),
            (None, Above::Category(code, None)) => Ok(code),
            (None, Above::Category(code, Some(text))) => {
                self.sorted.texts.count(text, Some(code));
                Ok(code)
            }
            (None, Above::Unknown(text)) => {
                if let Some(only) = self.categories.only() {
                    return Ok(only);
                }
                self.sorted.texts.count(text, None);
                Err(text.clone())
            }
            (None, Above::Nothing) => {
                if let Some(code) = self.default {
                    return Ok(code);
                }
                let said = self.categories.said("");
                self.sorted.texts.count("", said);
                if said.is_none() {
                    self.ask(place, stands_in);
                }
                said.ok_or_else(String::new)
            }
        }
    }

    fn stated(
        &mut self,
        place: usize,
        column: u32,
        text: String,
    ) -> Result<&'a CategoryCode, String> {
        let row = self.sheet.row_at(place).number;
        let known = self.recognised.get(&text).copied();
        let recognised = known.unwrap_or_else(|| {
            let recognised = self.categories.recognise(&text);
            self.recognised.insert(text.clone(), recognised);
            recognised
        });
        let Some(found) = recognised else {
            if let Some(only) = self.categories.only() {
                return Ok(only);
            }
            self.sorted.texts.count(&text, None);
            let mut finding = self.finding(FindingCode::UnknownCategory, row, Some(column));
            finding.cell = Some(text.clone());
            self.sorted.findings.push(finding);
            return Err(text);
        };
        if found.said {
            self.sorted.texts.count(&text, Some(found.code));
        }
        let code = match self.heading {
            _ if found.by_part => Some(FindingCode::CategoryFolded),
            Above::Category(above, _) if above != found.code => Some(FindingCode::CategoryConflict),
            _ => None,
        };
        if let Some(code) = code {
            let mut finding = self.finding(code, row, Some(column));
            finding.cell = Some(text);
            finding.made = Some(found.code.to_string());
            self.sorted.findings.push(finding);
        }
        Ok(found.code)
    }

    /// Says that a row has no category, or once that a sheet has none.
    fn ask(&mut self, place: usize, column: Option<u32>) {
        let row = self.sheet.row_at(place).number;
        let finding = match column {
            Some(_) => self.finding(FindingCode::UnknownCategory, row, column),
            None if std::mem::replace(&mut self.asked, true) => return,
            None => Finding::of_sheet(FindingCode::UnknownCategory, &self.sheet.name),
        };
        self.sorted.findings.push(finding);
    }

    /// The text in a row of which the user said what category it means.
    pub(super) fn said_in(&self, place: usize) -> Option<String> {
        let mut cells = self.sheet.row_at(place).cells();
        cells.find_map(|(_, value)| match value {
            Value::Text(text) => self
                .categories
                .said(text)
                .filter(|_| !text.trim().is_empty())
                .map(|_| text.trim().to_owned()),
            _ => None,
        })
    }
}
