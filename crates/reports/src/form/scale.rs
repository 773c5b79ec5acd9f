//! A criterion's scale as the spreadsheet program checks it while the judge types. It is checked again when the form
//! comes back.

use crate::text::{fit, prefix};
use crate::{ReportError, method};
use judging::rules::{Criterion, Level, Scale};
use judging::{Fixed, fixed};
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{DataValidation, Formula};

/// Most UTF-16 units of a validation's title.
const TITLE: usize = 32;
/// Most UTF-16 units of a validation's message, list or formula.
const MESSAGE: usize = 255;

/// The name of the criterion with its scale under it.
pub fn heading(criterion: &Criterion) -> String {
    let range = criterion.scale.as_ref().map(|scale| {
        let (min, max) = (method::figure(scale.min()), method::figure(scale.max()));
        format!("\n{min}–{max}")
    });
    fit(&(criterion.name.clone() + &range.unwrap_or_default())).into_owned()
}

/// What may be typed into the column that begins at `cell`: a choice where there are few whole levels, else a number
/// that stands on the scale.
pub fn validation(
    scale: &Scale,
    name: &str,
    cell: (u32, u16),
) -> Result<DataValidation, ReportError> {
    let allowed = method::scale(scale);
    let rule = match choices(scale) {
        Some(choices) => DataValidation::new().allow_list_strings(&choices)?,
        None => DataValidation::new().allow_custom(Formula::new(formula(scale, cell))),
    };
    let refused = format!("Yang boleh diisi: {allowed}");
    Ok(rule
        .ignore_blank(true)
        .set_input_title(prefix(name, TITLE))?
        .set_input_message(prefix(&allowed, MESSAGE))?
        .set_error_title("Nilai di luar skala")?
        .set_error_message(prefix(&refused, MESSAGE))?)
}

/// The values of a level scale, if a list can hold them: a list's decimals would be read by each computer's own comma.
fn choices(scale: &Scale) -> Option<Vec<String>> {
    let Scale::Levels(levels) = scale else {
        return None;
    };
    let whole = |level: &Level| level.value.ten_thousandths() % fixed::ONE == 0;
    let values: Vec<String> = levels.iter().map(|level| level.value.to_string()).collect();
    (levels.iter().all(whole) && values.join(",").len() <= MESSAGE).then_some(values)
}

fn formula(scale: &Scale, (row, column): (u32, u16)) -> String {
    let cell = row_col_to_cell(row, column);
    let within = |min: Fixed, max: Fixed| format!("ISNUMBER({cell}),{cell}>={min},{cell}<={max}");
    match scale {
        Scale::Range { min, max, step } => {
            let steps = format!("({cell}-({min}))/{step}");
            format!(
                "=AND({},ROUND({steps},6)=ROUND({steps},0))",
                within(*min, *max)
            )
        }
        Scale::Levels(levels) => {
            let is = |level: &Level| format!("{cell}={}", level.value);
            let any = levels.iter().map(is).collect::<Vec<_>>().join(",");
            match format!("=OR({any})") {
                formula if formula.len() <= MESSAGE => formula,
                _ => format!("=AND({})", within(scale.min(), scale.max())),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fixed(text: &str) -> Fixed {
        text.parse().unwrap()
    }

    #[track_caller]
    fn check(scale: &Scale, expected: &str) {
        assert_eq!(formula(scale, (6, 4)), expected);
    }

    #[test]
    fn a_range_allows_its_steps_and_levels_their_values() {
        let range = Scale::Range {
            min: fixed("-1"),
            max: fixed("10"),
            step: fixed("0.5"),
        };
        check(
            &range,
            "=AND(ISNUMBER(E7),E7>=-1,E7<=10,ROUND((E7-(-1))/0.5,6)=ROUND((E7-(-1))/0.5,0))",
        );
        let level = |value| Level {
            value: fixed(value),
            label: String::new(),
        };
        let halves = Scale::Levels(["1", "2.5"].map(level).into());
        check(&halves, "=OR(E7=1,E7=2.5)");
        assert_eq!(choices(&halves), None);
        let whole = Scale::Levels(["1", "5"].map(level).into());
        assert_eq!(choices(&whole), Some(vec!["1".into(), "5".into()]));
        let many: Vec<String> = (0..60).map(|n| format!("{n}.25")).collect();
        let many = Scale::Levels(many.iter().map(|value| level(value)).collect());
        check(&many, "=AND(ISNUMBER(E7),E7>=0.25,E7<=59.25)");
    }
}
