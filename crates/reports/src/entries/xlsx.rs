use super::Entries;
use super::headings::heading;
use crate::ReportError;
use crate::cell::{Cell, write_row};
use crate::page::{self, HEADING_ROW, column};
use judging::entry::{Entry, Field};

/// The entries as a workbook of text cells, with a column for every field and heading that any of them has. Entries have no
/// code here: it is given anew where the list is imported, by the order of the rows.
///
/// # Errors
/// [`ReportError`] when it cannot be written.
pub fn xlsx(list: &Entries<'_>) -> Result<Vec<u8>, ReportError> {
    let fields: Vec<Field> = Field::ALL
        .iter()
        .copied()
        .filter(|field| has(list, *field))
        .collect();
    let others = others(list);
    let mut columns = vec![
        column("Judul Inovasi", 50.0),
        column("Perangkat Daerah", 34.0),
        column("Kategori", 20.0),
    ];
    columns.extend(fields.iter().map(|&field| column(heading(field), 22.0)));
    columns.extend(others.iter().map(|name| column(name.as_str(), 22.0)));
    let mut workbook = page::workbook(list.rules, &list.heading)?;
    let (rules, heading) = (list.rules, &list.heading);
    let sheet = page::begin(
        &mut workbook,
        "Pendaftaran",
        "Daftar Inovasi",
        rules,
        heading,
        &columns,
    )?;
    for (row, entry) in (HEADING_ROW + 1..).zip(list.entries) {
        let registration = &entry.registration;
        let mut cells = vec![
            Cell::Text(registration.title.clone()),
            Cell::Text(registration.agency.clone()),
            Cell::Text(category(list, entry)),
        ];
        let text =
            |text: Option<&String>| text.map_or(Cell::Blank, |text| Cell::Text(text.clone()));
        cells.extend(
            fields
                .iter()
                .map(|field| text(registration.fields.get(field))),
        );
        let other = |name: &String| registration.other.iter().find(|(known, _)| known == name);
        cells.extend(
            others
                .iter()
                .map(|name| text(other(name).map(|(_, text)| text))),
        );
        write_row(sheet, row, &cells, &columns, list.rules.rounding)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn has(list: &Entries<'_>, field: Field) -> bool {
    let mut entries = list.entries.iter();
    entries.any(|entry| entry.registration.fields.contains_key(&field))
}

/// The headings of columns without a known meaning, in the order in which they are first met.
fn others(list: &Entries<'_>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (name, _) in list
        .entries
        .iter()
        .flat_map(|entry| &entry.registration.other)
    {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

fn category(list: &Entries<'_>, entry: &Entry) -> String {
    let known = list.rules.category(&entry.category);
    known.map_or_else(
        || entry.category.to_string(),
        |category| category.name.clone(),
    )
}
