//! What a file holds: sheets of sparse cells, packed tightly (12 bytes a cell and one text a sheet), because a workbook of
//! 500,000 rows has ten million of them.

mod build;
mod value;

pub(crate) use build::Builder;
pub use value::Value;
pub(crate) use value::{DAMAGED, moment_of, moment_of_iso, moment_of_serial, seconds_of, shortest};

use judging::Hash;

/// A workbook, as read from its file.
#[derive(Debug, Clone)]
pub struct Workbook {
    /// The file's name, without its folder.
    pub file: String,
    /// BLAKE3 of the file.
    pub hash: Hash,
    /// Its sheets with cells, in order; charts are left out.
    pub sheets: Vec<Sheet>,
}

/// One sheet.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether the spreadsheet program hides it.
    pub hidden: bool,
    /// Merged areas, by first column and first row.
    merged: Vec<Merged>,
    rows: Vec<RowStart>,
    cells: Vec<Slot>,
    text: String,
}

/// Cells that were merged into one, which has the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Merged {
    /// Leftmost column, from 0.
    pub first_column: u32,
    /// Topmost row, from 1.
    pub first_row: u32,
    /// Rightmost column, from 0.
    pub last_column: u32,
    /// Lowest row, from 1.
    pub last_row: u32,
}

/// Where the cells of a row begin.
#[derive(Debug, Clone, Copy)]
struct RowStart {
    /// From 1.
    number: u32,
    first: u32,
}

/// A cell: column and kind in one word, then 64 bits of value.
#[derive(Debug, Clone, Copy)]
struct Slot {
    column_and_kind: u32,
    value: [u32; 2],
}

/// A row that has something in it.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// As the spreadsheet program counts, from 1.
    pub number: u32,
    cells: &'a [Slot],
    text: &'a str,
}

impl Workbook {
    /// The sheet of that name.
    #[must_use]
    pub fn sheet(&self, name: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.name == name)
    }
}

impl Sheet {
    /// The rows that have something in them, from the top.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = Row<'_>> + ExactSizeIterator {
        (0..self.rows.len()).map(|place| self.row_at(place))
    }

    /// The row of that number, from 1, if it has something in it.
    #[must_use]
    pub fn row(&self, number: u32) -> Option<Row<'_>> {
        self.place(number).map(|place| self.row_at(place))
    }

    /// The place of the row of that number among those that have something in them.
    pub(crate) fn place(&self, number: u32) -> Option<usize> {
        self.rows
            .binary_search_by_key(&number, |row| row.number)
            .ok()
    }

    /// How many rows have something in them.
    #[must_use]
    pub fn height(&self) -> usize {
        self.rows.len()
    }

    /// One more than the last column that has something in it.
    #[must_use]
    pub fn width(&self) -> u32 {
        let columns = self.cells.iter().map(|cell| cell.column() + 1);
        columns.max().unwrap_or(0)
    }

    /// The merged area that begins in this column and covers this row.
    #[must_use]
    pub fn merged(&self, row: u32, column: u32) -> Option<Merged> {
        let after = self
            .merged
            .partition_point(|area| (area.first_column, area.first_row) <= (column, row));
        let area = *self.merged.get(after.checked_sub(1)?)?;
        (area.first_column == column && area.last_row >= row).then_some(area)
    }

    /// The row at that place among those that have something in them; `place` below [`Sheet::height`].
    pub(crate) fn row_at(&self, place: usize) -> Row<'_> {
        let RowStart { number, first } = self.rows[place];
        let end = self.rows.get(place + 1).map(|next| next.first as usize);
        let cells = first as usize..end.unwrap_or(self.cells.len());
        Row {
            number,
            cells: &self.cells[cells],
            text: &self.text,
        }
    }
}

impl<'a> Row<'a> {
    /// The cells that have something in them, with their column from 0, from the left.
    pub fn cells(self) -> impl ExactSizeIterator<Item = (u32, Value<'a>)> {
        let value = move |cell: &'a Slot| (cell.column(), cell.value(self.text));
        self.cells.iter().map(value)
    }

    /// The cell in that column, from 0.
    #[must_use]
    pub fn cell(self, column: u32) -> Option<Value<'a>> {
        self.slot(column).map(|cell| cell.value(self.text))
    }

    /// Whether there is a cell in that column; without looking at its text, which lies far away.
    pub(crate) fn has(self, column: u32) -> bool {
        self.slot(column).is_some()
    }

    fn slot(self, column: u32) -> Option<Slot> {
        // In a full row the cell stands at its column.
        match self.cells.get(column as usize) {
            Some(cell) if cell.column() == column => Some(*cell),
            _ => {
                let place = self
                    .cells
                    .binary_search_by_key(&column, |cell| cell.column());
                place.ok().map(|place| self.cells[place])
            }
        }
    }
}

/// The spreadsheet program's name of a column from 0: `A`, `Z`, `AA`, `XFD`.
#[must_use]
pub fn column_letter(index: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(index) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// The column from 0 of a name, `A` to `XFD` in either case.
#[must_use]
pub fn column_index(letters: &str) -> Option<u32> {
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let digit = |c: u8| c.is_ascii_uppercase().then(|| u32::from(c - b'A') + 1);
    let number = letters.bytes().try_fold(0, |sum, letter| {
        Some(sum * 26 + digit(letter.to_ascii_uppercase())?)
    })?;
    (number <= 16_384).then(|| number - 1)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A sheet from lines of cells separated by `|`; whole numbers become numbers.
    pub(crate) fn sheet(rows: &str) -> Sheet {
        workbook(&[("S", rows)]).sheets.remove(0)
    }

    /// A workbook of such sheets.
    pub(crate) fn workbook(sheets: &[(&str, &str)]) -> Workbook {
        let mut builder = Builder::new("uji.xlsx".into(), judging::Hash([1; 32]));
        for (name, rows) in sheets {
            builder.sheet((*name).to_owned(), false);
            for (number, row) in (1..).zip(rows.lines()) {
                for (column, text) in (0..)
                    .zip(row.split('|'))
                    .filter(|(_, text)| !text.is_empty())
                {
                    let value = text.parse().map_or(Value::Text(text), Value::Number);
                    builder.cell(number, column, value);
                }
            }
        }
        builder.finish()
    }

    #[test]
    fn columns_are_named_as_the_spreadsheet_program_names_them() {
        for (index, letters) in [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (701, "ZZ"),
            (16_383, "XFD"),
        ] {
            assert_eq!(column_letter(index), letters);
            assert_eq!(column_index(letters), Some(index));
        }
        for letters in ["", "7", "XFE", "AAAA", "Ä"] {
            assert_eq!(column_index(letters), None, "{letters}");
        }
    }
}
