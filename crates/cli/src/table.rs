//! Tables as a person reads them in a terminal.

use app::api::common;
use comfy_table::{Cell, CellAlignment, ContentArrangement, Table, presets};

/// Width of tables where there is no terminal to ask.
const WIDTH: u16 = 120;

/// A table; a heading that begins with `>` is right-aligned.
pub fn table(headings: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut table = Table::new();
    table
        .load_preset(presets::NOTHING)
        .set_content_arrangement(ContentArrangement::Dynamic);
    if table.width().is_none() {
        table.set_width(WIDTH);
    }
    table.set_header(
        headings
            .iter()
            .map(|heading| heading.trim_start_matches('>')),
    );
    for row in rows {
        let cell = |(text, heading): (String, &&str)| {
            let align = if heading.starts_with('>') {
                CellAlignment::Right
            } else {
                CellAlignment::Left
            };
            Cell::new(text).set_alignment(align)
        };
        table.add_row(row.into_iter().zip(headings).map(cell));
    }
    let lines = table.lines().map(|line| line.trim_end().to_owned() + "\n");
    lines.collect()
}

/// A number, or a dash for none.
pub fn number(value: Option<u32>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| value.to_string())
}

/// The files written, a line each.
pub fn written_text(written: &common::Written) -> String {
    written.files.join("\n") + "\n"
}
