//! What is fuzzed, with the laws that must hold on any input. The corpus in `fuzz/corpus` is replayed by the tests.

use crate::open::csv_workbook;
use crate::workbook::{Builder, Merged, Value, moment_of_serial};
use crate::{Choices, Workbook, values};
use judging::CategoryCode;
use judging::entry::Field;
use judging::rules::{Category, Rounding, RoundingLevel, RoundingMode, Rules};
use std::collections::BTreeMap;

/// A grid, written as lines of cells between `|`: numbers, `@` and a serial number for a date, `!` for an error. A line
/// `~ROW,COLUMN,ROW,COLUMN` merges cells. Every row must be accounted for once, every entry must have a title.
pub fn table(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let workbook = grid(&text);
    let Ok(reading) = crate::read(&workbook, &rules(), &Choices::default()) else {
        return;
    };
    let mut seen: BTreeMap<u32, usize> = BTreeMap::new();
    let taken = reading
        .taken
        .iter()
        .map(|taken| taken.registration.source.row);
    let skipped = reading.skipped.iter().map(|skipped| skipped.row);
    for row in taken.chain(skipped) {
        *seen.entry(row).or_default() += 1;
    }
    for row in workbook.sheets[0].rows() {
        assert_eq!(seen.get(&row.number), Some(&1), "row {}", row.number);
    }
    for taken in &reading.taken {
        assert!(!taken.registration.title.is_empty());
    }
    let again = reading.mapping().to_toml().parse();
    assert_eq!(again, Ok(reading.mapping()));
}

fn grid(text: &str) -> Workbook {
    let mut builder = Builder::new("x.xlsx".into(), judging::Hash([1; 32]));
    builder.sheet("S".into(), false);
    for (row, line) in (1..).zip(text.lines().take(1000)) {
        if let Some(corners) = line.strip_prefix('~') {
            let mut corners = corners.split(',').map(|corner| corner.parse::<u32>());
            let mut corner = || corners.next().and_then(Result::ok).unwrap_or(1);
            builder.merged(Merged {
                first_row: corner(),
                first_column: corner(),
                last_row: corner(),
                last_column: corner(),
            });
            continue;
        }
        for (column, cell) in (0..).zip(line.split('|').take(200)) {
            let serial = cell
                .strip_prefix('@')
                .and_then(|serial| serial.parse().ok());
            let value = match (serial.and_then(moment_of_serial), cell.parse::<f64>()) {
                (Some(moment), _) => Value::Moment(moment),
                (None, Ok(number)) if number.is_finite() => Value::Number(number),
                _ if cell == "!" => Value::Error("#REF!"),
                _ if cell.trim().is_empty() => continue,
                _ => Value::Text(cell),
            };
            builder.cell(row, column, value);
        }
    }
    builder.finish()
}

fn rules() -> Rules {
    let category = |(code, name): (&str, &str)| {
        Some(Category {
            code: CategoryCode::new(code).ok()?,
            name: name.to_owned(),
            synonyms: Vec::new(),
        })
    };
    let categories = [
        ("OPD", "Perangkat Daerah"),
        ("KEC", "Kecamatan"),
        ("KD", "Kelurahan/Desa"),
    ];
    Rules {
        name: String::new(),
        organizer: String::new(),
        source: String::new(),
        rounding: Rounding {
            digits: 2,
            mode: RoundingMode::HalfUp,
            at: RoundingLevel::Final,
        },
        obligation: None,
        categories: categories.into_iter().filter_map(category).collect(),
        stages: Vec::new(),
    }
}

/// A value of every field: what was made of a text is made of itself again, so that an exported list reads back.
pub fn values(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let made = |field, value: Value<'_>| values::field(field, value, &mut |_, _| {});
    for &field in Field::ALL {
        if let Some(once) = made(field, Value::Text(&text)) {
            let twice = made(field, Value::Text(&once));
            assert_eq!(twice.as_ref(), Some(&once), "{field:?} of {text:?}");
        }
        if let Ok(number) = text.trim().parse::<f64>() {
            made(field, Value::Number(number));
            if let Some(moment) = moment_of_serial(number) {
                made(field, Value::Moment(moment));
            }
        }
    }
}

/// Text in columns, of any encoding: cells come in order and none is blank.
pub fn csv(data: &[u8]) {
    let Ok(workbook) = csv_workbook(data) else {
        return;
    };
    for sheet in &workbook.sheets {
        for row in sheet.rows() {
            let mut before = None;
            for (column, value) in row.cells() {
                assert!(before < Some(column));
                assert!(!value.shown().trim().is_empty());
                before = Some(column);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(target: &str, law: fn(&[u8])) {
        sandbox::corpus::replay(env!("CARGO_MANIFEST_DIR"), target, law).unwrap();
    }

    #[test]
    fn the_corpus_of_tables_holds() {
        check("table", table);
    }

    #[test]
    fn the_corpus_of_values_holds() {
        check("values", values);
    }

    #[test]
    fn the_corpus_of_text_in_columns_holds() {
        check("csv", csv);
    }
}
