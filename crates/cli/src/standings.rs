//! A standing in the terminal, and as CSV.

use crate::table::{number, table};
use app::api::standings::{Block, Obstacle, StandingRow, Standings};

/// What stands in the way of publishing, a line each.
pub fn blocks_text(computed: &Standings) -> String {
    let line = |block: &Block| {
        let about = [&block.judge, &block.stage, &block.entry, &block.what];
        let about: Vec<&str> = about.into_iter().filter_map(Option::as_deref).collect();
        format!("not publishable, {}: {}", block.kind, about.join(" "))
    };
    let lines: Vec<String> = computed.blocked.iter().map(line).collect();
    lines.join("\n")
}

/// What stands in the last column: why the entry is where it is.
fn said(row: &StandingRow) -> String {
    let mut words = Vec::new();
    if row.rank.is_none() {
        words.push(row.status.to_string());
    }
    if row.tied {
        words.push("tied".to_owned());
    }
    if let Some(step) = &row.decided_by {
        words.push(format!("by {step}"));
    }
    words.extend(row.obstacle.as_ref().map(obstacle));
    if row.of_filed {
        words.push(format!("ranked from {} sheets filed", row.sheets));
    }
    if row.tied_across_cut {
        words.push("passes because a tie lies across the cut".to_owned());
    }
    if !row.unassigned.is_empty() {
        let judges = row.unassigned.join(", ");
        words.push(format!("not counted, for not assigned: {judges}"));
    }
    words.join("; ")
}

/// A standing as a table.
pub fn standings_text(computed: &Standings) -> String {
    let row = |row: &StandingRow| {
        vec![
            row.category.clone(),
            number(row.rank),
            row.entry.clone(),
            row.title.clone(),
            row.agency.clone(),
            row.score.clone().unwrap_or_else(|| "–".to_owned()),
            said(row),
        ]
    };
    table(
        &[
            "category", ">rank", "entry", "title", "agency", ">score", "",
        ],
        computed.rows.iter().map(row),
    )
}

/// Comma-separated, with decimal points. A text that a spreadsheet program would take for a formula is guarded.
pub fn standings_csv(computed: &Standings) -> String {
    let guarded = |text: &String| {
        let formula = text.starts_with(['=', '+', '-', '@', '\t', '\0']);
        if formula {
            format!("'{text}")
        } else {
            text.clone()
        }
    };
    let mut table = csv::Writer::from_writer(Vec::new());
    let heading = [
        "category", "rank", "entry", "title", "agency", "score", "exact", "status",
    ];
    let row = |row: &StandingRow| {
        [
            row.category.clone(),
            row.rank.map(|rank| rank.to_string()).unwrap_or_default(),
            row.entry.clone(),
            guarded(&row.title),
            guarded(&row.agency),
            row.score.clone().unwrap_or_default(),
            row.exact.clone().unwrap_or_default(),
            row.status.to_string(),
        ]
    };
    // Writing into memory does not fail.
    let _ = table.write_record(heading);
    for record in computed.rows.iter().map(row) {
        let _ = table.write_record(record);
    }
    let bytes = table.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// Why an entry is listed apart: `not-filed in penilaian: J2`.
fn obstacle(obstacle: &Obstacle) -> String {
    let stage = obstacle.stage.as_ref();
    let stage = stage.map_or_else(String::new, |stage| format!(" in {stage}"));
    let about = [
        obstacle.reason.clone(),
        (!obstacle.judges.is_empty()).then(|| obstacle.judges.join(", ")),
        obstacle.criterion.clone(),
        obstacle.cut.clone(),
        obstacle.filed.map(|filed| format!("{filed} filed")),
        obstacle.needed.map(|needed| format!("{needed} needed")),
        obstacle
            .trim
            .map(|trim| format!("{trim} dropped at each end")),
    ];
    let about: Vec<String> = about.into_iter().flatten().collect();
    if about.is_empty() {
        format!("{}{stage}", obstacle.kind)
    } else {
        format!("{}{stage}: {}", obstacle.kind, about.join(", "))
    }
}
