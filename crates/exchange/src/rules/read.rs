use super::locate::locate;
use super::problem::{Problem, RulesError, What};
use super::stage::stage;
use super::table::{Problems, Table};
use judging::rules::{Category, FORMAT, Obligation, Rounding, Rules};
use toml::de::DeTable;

/// Longest rules file, in bytes.
pub const LARGEST: usize = 1 << 20;

/// Reads a rules file, filling in defaults for what it leaves out.
///
/// # Errors
/// [`RulesError`] with every problem: no TOML, a newer format, unknown, missing or wrong values, rules that make no sense.
pub fn read(text: &str) -> Result<Rules, RulesError> {
    check_length(text.len())?;
    let problems = Problems::in_text(text);
    let (document, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let byte = error.span().map_or(0, |span| span.start);
        problems.note(
            byte,
            String::new(),
            What::Syntax(error.message().to_owned()),
        );
    }
    if problems.any() {
        return Err(RulesError {
            problems: problems.into_sorted(),
        });
    }
    let rules = rules(Table::top(document.get_ref(), &problems));
    if let Some(rules) = rules.as_ref().filter(|_| !problems.any()) {
        for flaw in rules.validate() {
            let (byte, key) = (
                locate(document.get_ref(), &flaw.place),
                flaw.place.to_string(),
            );
            problems.note(byte, key, What::Value(flaw.message));
        }
    }
    match (rules, problems.any()) {
        (Some(rules), false) => Ok(rules),
        _ => Err(RulesError {
            problems: problems.into_sorted(),
        }),
    }
}

/// Reads a rules file from its bytes.
///
/// # Errors
/// As [`read`], and when the bytes are not UTF-8.
pub fn read_bytes(bytes: &[u8]) -> Result<Rules, RulesError> {
    check_length(bytes.len())?;
    std::str::from_utf8(bytes)
        .map_err(|error| {
            let before = bytes.iter().take(error.valid_up_to());
            let line = 1 + before.filter(|&&b| b == b'\n').count();
            let message = format!("byte {} is not UTF-8 text", error.valid_up_to());
            at_line(line, What::Syntax(message))
        })
        .and_then(read)
}

fn check_length(length: usize) -> Result<(), RulesError> {
    if length > LARGEST {
        let message = format!("the file is longer than {LARGEST} bytes");
        return Err(at_line(1, What::Syntax(message)));
    }
    Ok(())
}

fn at_line(line: usize, what: What) -> RulesError {
    let key = String::new();
    RulesError {
        problems: vec![Problem { line, key, what }],
    }
}

fn rules(mut top: Table<'_>) -> Option<Rules> {
    let format = top.count("format");
    let format = top.or("format", format, FORMAT)?;
    if format != FORMAT {
        let (found, ours) = (format, FORMAT);
        let what = match found {
            0 => What::Value("formats are counted from 1".into()),
            _ => What::NewerFormat { found, ours },
        };
        top.wrong("format", what);
        return None;
    }
    let name = top.text("name");
    let name = top.require("name", name);
    let organizer = top.text("organizer").unwrap_or_default();
    let source = top.text("source").unwrap_or_default();
    let rounding = top.table("rounding").and_then(rounding);
    let rounding = top.or("rounding", rounding, Rounding::default());
    let obligation = top.table("obligation").and_then(obligation);
    let categories = top
        .tables("category")
        .into_iter()
        .filter_map(category)
        .collect();
    let stages = top.tables("stage").into_iter().filter_map(stage).collect();
    top.finish();
    Some(Rules {
        name: name?,
        organizer,
        source,
        rounding: rounding?,
        obligation,
        categories,
        stages,
    })
}

fn rounding(mut table: Table<'_>) -> Option<Rounding> {
    let default = Rounding::default();
    let digits = table.count("digits");
    let digits = table.or("digits", digits, default.digits);
    let mode = table.word("mode", default.mode);
    let at = table.word("at", default.at);
    table.finish();
    Some(Rounding {
        digits: digits?,
        mode: mode?,
        at: at?,
    })
}

fn obligation(mut table: Table<'_>) -> Option<Obligation> {
    let per_agency = table.count("per_agency");
    let per_agency = table.require("per_agency", per_agency);
    table.finish();
    Some(Obligation {
        per_agency: per_agency?,
    })
}

fn category(mut table: Table<'_>) -> Option<Category> {
    let code = table.parsed("code");
    let code = table.require("code", code);
    let name = table.text("name");
    let name = table.require("name", name);
    let synonyms = table.texts("synonyms");
    table.finish();
    Some(Category {
        code: code?,
        name: name?,
        synonyms,
    })
}
