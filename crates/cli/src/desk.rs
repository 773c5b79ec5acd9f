//! The judge's desk as a person reads it in a terminal.

use crate::show::table;
use app::api::desk::{DeskSheet, DeskState, DeskView};

/// Every sheet with its state and score.
pub fn desk(desk: &DeskView) -> String {
    let rows = desk.rows.iter().map(|row| {
        vec![
            row.stage.clone(),
            row.entry.clone(),
            row.title.clone(),
            state(row.state).to_owned(),
            or_dash(row.score.as_deref()),
            row.missing.join(" "),
        ]
    });
    table(
        &["stage", "entry", "title", "state", ">score", "missing"],
        rows,
    )
}

/// One sheet with its marks.
pub fn sheet(sheet: &DeskSheet) -> String {
    let marks = sheet.marks.iter().map(|mark| {
        vec![
            mark.criterion.clone(),
            mark.mark.clone(),
            mark.remark.clone(),
        ]
    });
    let mut text = format!(
        "{} {} · {}\n{}\n\n{}\nscore {}",
        sheet.stage,
        sheet.entry,
        state(sheet.state),
        sheet.registration.title,
        table(&["criterion", ">mark", "remark"], marks),
        or_dash(sheet.score.as_deref()),
    );
    if sheet.score.is_none()
        && let Some(running) = &sheet.running
    {
        text += &format!(", so far {running}");
    }
    if !sheet.missing.is_empty() {
        text += &format!("\nmissing: {}", sheet.missing.join(" "));
    }
    if let Some(reason) = &sheet.recusal {
        text += &format!("\nstood aside: {reason}");
    }
    if !sheet.remark.is_empty() {
        text += &format!("\nremark: {}", sheet.remark);
    }
    text + "\n"
}

fn or_dash(text: Option<&str>) -> String {
    text.unwrap_or("–").to_owned()
}

const fn state(state: DeskState) -> &'static str {
    match state {
        DeskState::Untouched => "untouched",
        DeskState::Begun => "begun",
        DeskState::Final => "final",
        DeskState::Recused => "recused",
    }
}
