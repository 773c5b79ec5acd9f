//! Made-up registration spreadsheets.

use rust_xlsxwriter::Workbook;

/// One line of a registration.
#[derive(Debug, Clone)]
pub struct Registered {
    /// Category code.
    pub category: String,
    /// Agency.
    pub agency: String,
    /// Title of the innovation.
    pub title: String,
}

/// A workbook with these lines, as an agency would send it.
#[must_use]
pub fn registration(lines: &[Registered]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let headings = ["No", "Kategori", "Perangkat Daerah", "Nama Inovasi"];
    sheet.write_row(0, 0, headings).expect("a heading fits");
    for (n, line) in (1..).zip(lines) {
        sheet.write(n, 0, n).expect("a number fits");
        let cells = [&line.category, &line.agency, &line.title];
        sheet.write_row(n, 1, cells).expect("a line fits");
    }
    workbook.save_to_buffer().expect("a small workbook")
}
