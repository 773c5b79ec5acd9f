//! The guard for ODS, where a few bytes can repeat a cell or a row a million times: what the reader would make of the
//! repetitions is added up before it makes it.

use super::kind::damaged;
use super::{Limits, OpenError};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{BufRead, BufReader, Read, Seek};
use zip::ZipArchive;

/// Bytes that the reader takes for a cell as it stands, value and formula, and for one in the rectangle made of it.
const CELL: u64 = 56;
const CELL_OF_RECTANGLE: u64 = 88;

/// Refuses a workbook whose repetitions would not fit into the memory of the reading process, or that is encrypted.
pub(super) fn check(file: impl Read + Seek, limits: &Limits) -> Result<(), OpenError> {
    let mut archive = ZipArchive::new(file).map_err(|error| damaged(&error))?;
    if is_encrypted(&mut archive)? {
        return Err(OpenError::Encrypted);
    }
    let content = archive
        .by_name("content.xml")
        .map_err(|error| damaged(&error))?;
    let cells = cells(BufReader::with_capacity(1 << 16, content))?;
    if cells.memory() > limits.memory {
        let claimed = cells.stated.max(cells.rectangle);
        return Err(OpenError::TooLarge(format!(
            "by repetition it claims {claimed} cells"
        )));
    }
    Ok(())
}

/// The parts of an encrypted workbook are no XML; its manifest, which is, says so.
fn is_encrypted<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<bool, OpenError> {
    let Ok(mut part) = archive.by_name("META-INF/manifest.xml") else {
        return Ok(false);
    };
    let mut manifest = Vec::new();
    part.read_to_end(&mut manifest)?;
    Ok(memchr::memmem::find(&manifest, b"encryption-data").is_some())
}

/// What the sheets add up to.
#[derive(Debug, Default, PartialEq)]
struct Cells {
    /// With columns repeated.
    stated: u64,
    /// With rows repeated as well, and the gaps between.
    rectangle: u64,
}

impl Cells {
    const fn memory(&self) -> u64 {
        let stated = self.stated.saturating_mul(CELL);
        stated.saturating_add(self.rectangle.saturating_mul(CELL_OF_RECTANGLE))
    }
}

/// A table so far.
#[derive(Default)]
struct Extent {
    /// Columns to the last value, in this row and in any.
    row: u64,
    widest: u64,
    /// Columns of this row so far.
    column: u64,
    repeated: u64,
    /// Rows to the last with a value, and blank ones since.
    height: u64,
    blank: u64,
}

fn cells(content: impl BufRead) -> Result<Cells, OpenError> {
    let mut reader = Reader::from_reader(content);
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    let mut cells = Cells::default();
    let mut table = Extent::default();
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer);
        match event.map_err(|error| damaged(&error))? {
            Event::Start(tag) => table.begin(&tag),
            Event::Empty(tag) => {
                table.begin(&tag);
                table.end(tag.local_name().as_ref(), &mut cells);
            }
            Event::End(tag) => table.end(tag.local_name().as_ref(), &mut cells),
            Event::Eof => return Ok(cells),
            _ => {}
        }
    }
}

impl Extent {
    fn begin(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "table" => *self = Self::default(),
            "table-row" => {
                self.repeated = number(tag, "table:number-rows-repeated");
                (self.row, self.column) = (0, 0);
            }
            "table-cell" | "covered-table-cell" => {
                let repeated = number(tag, "table:number-columns-repeated");
                self.column = self.column.saturating_add(repeated);
                let valued = |name: &str| name.starts_with("office:") || name == "table:formula";
                let mut names = tag.attributes().flatten();
                if names.any(|attribute| valued(attribute.key.as_ref())) {
                    self.row = self.column;
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: &str, cells: &mut Cells) {
        match tag {
            "table-row" if self.row == 0 => self.blank = self.blank.saturating_add(self.repeated),
            "table-row" => {
                cells.stated = cells.stated.saturating_add(self.row);
                self.widest = self.widest.max(self.row);
                let rows = self.blank.saturating_add(self.repeated);
                self.height = self.height.saturating_add(rows);
                self.blank = 0;
            }
            "table" => {
                let rectangle = self.height.saturating_mul(self.widest);
                cells.rectangle = cells.rectangle.saturating_add(rectangle);
                *self = Self::default();
            }
            _ => {}
        }
    }
}

fn number(tag: &BytesStart<'_>, name: &str) -> u64 {
    let mut attributes = tag.attributes().flatten();
    let found = attributes.find(|attribute| attribute.key.as_ref() == name);
    let number = found.and_then(|attribute| attribute.value.parse().ok());
    number.unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(rows: &str, stated: u64, rectangle: u64) {
        let content = format!("<x><table:table table:name=\"a\">{rows}</table:table></x>");
        let expected = Cells { stated, rectangle };
        assert_eq!(cells(content.as_bytes()).unwrap(), expected);
    }

    const VALUE: &str =
        "<table:table-cell office:value-type=\"string\"><p>x</p></table:table-cell>";

    #[test]
    fn blank_cells_and_rows_at_the_end_cost_nothing() {
        let end = "<table:table-cell table:number-columns-repeated=\"16383\"/>";
        let rows = "<table:table-row table:number-rows-repeated=\"1048575\"><table:table-cell/></table:table-row>";
        check(
            &format!("<table:table-row>{VALUE}{end}</table:table-row>{rows}"),
            1,
            1,
        );
    }

    #[test]
    fn repeated_values_and_gaps_before_values_count() {
        let gap = "<table:table-cell table:number-columns-repeated=\"16383\"/>";
        check(
            &format!("<table:table-row>{gap}{VALUE}</table:table-row>"),
            16_384,
            16_384,
        );
        let row = format!(
            "<table:table-row table:number-rows-repeated=\"1000\">{VALUE}{VALUE}</table:table-row>"
        );
        check(&row, 2, 2000);
        let blank = "<table:table-row table:number-rows-repeated=\"998\"><table:table-cell/></table:table-row>";
        let one = format!("<table:table-row>{VALUE}</table:table-row>");
        check(&format!("{one}{blank}{one}"), 2, 1000);
    }
}
