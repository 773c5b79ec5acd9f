//! Takes cells in the order in which readers deliver them and packs them.

use super::{Merged, RowStart, Sheet, Slot, Value, Workbook};
use judging::Hash;

/// Builds a workbook, cell by cell. At any time [`Builder::workbook`] is what has come so far.
pub(crate) struct Builder {
    workbook: Workbook,
    /// Cells that came after one further down or to the right, which some programs write: sorted in at the end.
    late: Vec<(u32, Slot)>,
    /// Where recent texts stand, by their hash: the same few words fill whole columns.
    recent: Vec<[u32; 2]>,
}

const RECENT: usize = 4096;

impl Builder {
    /// A workbook of that name, and of that hash of its bytes.
    pub fn new(file: String, hash: Hash) -> Self {
        Self {
            workbook: Workbook {
                file,
                hash,
                sheets: Vec::new(),
            },
            late: Vec::new(),
            recent: Vec::new(),
        }
    }

    /// What has come so far.
    pub const fn workbook(&self) -> &Workbook {
        &self.workbook
    }

    /// Begins a sheet.
    pub fn sheet(&mut self, name: String, hidden: bool) {
        self.end_sheet();
        self.workbook.sheets.push(Sheet {
            name,
            hidden,
            ..Sheet::default()
        });
        self.recent = vec![[0, 0]; RECENT];
    }

    pub fn merged(&mut self, area: Merged) {
        if let Some(sheet) = self.workbook.sheets.last_mut() {
            sheet.merged.push(area);
        }
    }

    /// Adds a cell of the sheet begun last: row from 1, column from 0 below 65,536. Of two for one place the later counts.
    /// Returns the number of bytes it took.
    pub fn cell(&mut self, row: u32, column: u32, value: Value<'_>) -> usize {
        let Some(sheet) = self.workbook.sheets.last_mut() else {
            return 0;
        };
        let before = sheet.text.len();
        let at = match value {
            Value::Text(text) | Value::Error(text) => {
                place_text(&mut sheet.text, &mut self.recent, text)
            }
            _ => [0, 0],
        };
        let slot = Slot::pack(column, value, at);
        match sheet.rows.last() {
            Some(last) if row < last.number => self.late.push((row, slot)),
            Some(last) if row == last.number => match sheet.cells.last() {
                Some(cell) if column <= cell.column() => self.late.push((row, slot)),
                _ => sheet.cells.push(slot),
            },
            _ => {
                let first = u32::try_from(sheet.cells.len()).unwrap_or(u32::MAX);
                sheet.rows.push(RowStart { number: row, first });
                sheet.cells.push(slot);
            }
        }
        sheet.text.len() - before + size_of::<Slot>()
    }

    /// The whole workbook.
    pub fn finish(mut self) -> Workbook {
        self.end_sheet();
        self.workbook
    }

    fn end_sheet(&mut self) {
        let Some(sheet) = self.workbook.sheets.last_mut() else {
            return;
        };
        sheet.merged.sort_unstable();
        if !self.late.is_empty() {
            sort_in(sheet, std::mem::take(&mut self.late));
        }
        sheet.cells.shrink_to_fit();
        sheet.text.shrink_to_fit();
    }
}

fn place_text(all: &mut String, recent: &mut [[u32; 2]], text: &str) -> [u32; 2] {
    let place = place_of(text);
    let [start, length] = recent[place].map(|half| half as usize);
    // The text itself lies far away and is looked at last.
    if length == text.len() && all.get(start..start + length) == Some(text) {
        return recent[place];
    }
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    recent[place] = [number(all.len()), number(text.len())];
    all.push_str(text);
    recent[place]
}

/// A place in the table of recent texts, by how the text begins and ends. Two texts at one place only cost a little memory,
/// so a weak and quick sum will do.
fn place_of(text: &str) -> usize {
    const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
    let word = |bytes: &[u8]| {
        bytes
            .iter()
            .fold(0_u64, |word, byte| (word << 8) | u64::from(*byte))
    };
    let (bytes, length) = (text.as_bytes(), text.len());
    let head = word(&bytes[..length.min(8)]);
    let tail = word(&bytes[length.saturating_sub(8)..]);
    let sum = (head ^ tail.rotate_left(29) ^ length as u64).wrapping_mul(GOLDEN);
    // The upper bits are the best mixed.
    (sum >> 40) as usize % RECENT
}

fn sort_in(sheet: &mut Sheet, late: Vec<(u32, Slot)>) {
    let mut cells: Vec<(u32, Slot)> = Vec::with_capacity(sheet.cells.len() + late.len());
    for (place, row) in sheet.rows.iter().enumerate() {
        let end = sheet.rows.get(place + 1).map(|next| next.first as usize);
        let slots = &sheet.cells[row.first as usize..end.unwrap_or(sheet.cells.len())];
        cells.extend(slots.iter().map(|&slot| (row.number, slot)));
    }
    cells.extend(late);
    // Stable, so that of two cells for one place the one delivered later comes last and is kept.
    cells.sort_by_key(|&(row, slot)| (row, slot.column()));
    sheet.rows.clear();
    sheet.cells.clear();
    for (row, slot) in cells {
        let same_row = sheet.rows.last().is_some_and(|last| last.number == row);
        match sheet.cells.last_mut() {
            Some(last) if same_row && last.column() == slot.column() => *last = slot,
            _ => {
                if !same_row {
                    let first = u32::try_from(sheet.cells.len()).unwrap_or(u32::MAX);
                    sheet.rows.push(RowStart { number: row, first });
                }
                sheet.cells.push(slot);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(delivered: &[(u32, u32, &str)], expected: &[(u32, u32, &str)]) {
        let mut builder = Builder::new("x".into(), Hash([1; 32]));
        builder.sheet("S".into(), false);
        for &(row, column, text) in delivered {
            builder.cell(row, column, Value::Text(text));
        }
        let workbook = builder.finish();
        let cells = workbook.sheets[0].rows().flat_map(|row| {
            row.cells()
                .map(move |(column, value)| (row.number, column, value.shown().into_owned()))
        });
        let expected = expected.iter().map(|&(r, c, t)| (r, c, t.to_owned()));
        assert_eq!(cells.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    }

    #[test]
    fn cells_come_out_by_row_and_column_however_they_came_in() {
        check(
            &[(2, 1, "d"), (1, 3, "b"), (2, 0, "c"), (1, 0, "a")],
            &[(1, 0, "a"), (1, 3, "b"), (2, 0, "c"), (2, 1, "d")],
        );
    }

    #[test]
    fn of_two_cells_for_one_place_the_later_counts() {
        check(
            &[(1, 0, "a"), (1, 0, "b"), (1, 1, "c")],
            &[(1, 0, "b"), (1, 1, "c")],
        );
    }

    #[test]
    fn texts_that_repeat_are_kept_once() {
        let mut builder = Builder::new("x".into(), Hash([1; 32]));
        builder.sheet("S".into(), false);
        for row in 1..=1000 {
            builder.cell(
                row,
                0,
                Value::Text(["Pelayanan Publik", "Digital"][row as usize % 2]),
            );
        }
        let workbook = builder.finish();
        assert_eq!(
            workbook.sheets[0].text.len(),
            "Pelayanan PublikDigital".len()
        );
        let shown = workbook.sheets[0].row(1000).unwrap().cell(0).unwrap();
        assert_eq!(shown, Value::Text("Pelayanan Publik"));
    }

    #[test]
    fn a_merged_area_is_found_from_every_row_it_covers() {
        let mut builder = Builder::new("x".into(), Hash([1; 32]));
        builder.sheet("S".into(), false);
        for first_row in [8, 4] {
            builder.merged(Merged {
                first_column: 1,
                last_column: 1,
                first_row,
                last_row: first_row + 1,
            });
        }
        let workbook = builder.finish();
        let found = |row| workbook.sheets[0].merged(row, 1).map(|area| area.first_row);
        assert_eq!(
            [3, 4, 5, 6, 8, 9].map(found),
            [None, Some(4), Some(4), None, Some(8), Some(8)]
        );
        assert_eq!(workbook.sheets[0].merged(4, 0), None);
    }
}
