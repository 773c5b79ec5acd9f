//! Answers as a person reads them in a terminal.

use app::api::{
    audit, common, competition, decisions, desk, entries, handover, overview, panel, standings,
    start, undo,
};
use app::demo::Told;
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

fn number(value: Option<u32>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| value.to_string())
}

pub fn templates(rows: &[start::TemplateRow]) -> String {
    let row = |row: &start::TemplateRow| {
        vec![
            row.template.clone(),
            row.name.clone(),
            row.categories.to_string(),
            row.criteria.to_string(),
        ]
    };
    table(
        &["template", "name", ">categories", ">criteria"],
        rows.iter().map(row),
    )
}

pub fn overview(seen: &overview::Overview) -> String {
    let about = seen.about();
    let mut text = format!(
        "{}\n{}\n{} categories, {} entries",
        about.file,
        about.name,
        about.categories.len(),
        about.entries
    );
    match seen {
        overview::Overview::Chair(chair) => text += &format!(", {} judges\n", chair.judges),
        overview::Overview::Judge(desk) => {
            text += &format!(", judge {} {}\n", desk.judge, desk.judge_name);
            for work in &desk.work {
                let open = work.begun + work.untouched;
                text += &format!("{}: {open} of {} to mark", work.name, work.entries);
                if let Some(day) = &work.deadline {
                    text += &format!(", until {day}");
                }
                text.push('\n');
            }
        }
    }
    text
}

/// The working copy, and what a newer packet brought into it.
pub fn opened(opened: &desk::PacketOpened) -> String {
    let mut text = overview(&opened.overview);
    if let Some(renewed) = &opened.renewed {
        if renewed.rules_changed {
            let (kept, again) = (renewed.kept, renewed.again);
            text += &format!(
                "the rules changed: {kept} marks stay, {again} sheets are to be scored again\n"
            );
        }
        text += &format!("{} entries are new\n", renewed.entries);
    }
    text
}

pub fn entries(page: &entries::EntriesPage) -> String {
    let row = |row: &entries::EntryRow| {
        vec![
            row.entry.clone(),
            row.title.clone(),
            row.agency.clone(),
            row.category.clone(),
        ]
    };
    table(
        &["entry", "title", "agency", "category"],
        page.rows.iter().map(row),
    ) + &format!("{} entries\n", page.total)
}

pub fn coverage(coverage: &entries::Coverage) -> String {
    let row = |row: &entries::CoverageRow| {
        vec![
            row.agency.clone(),
            row.entries.to_string(),
            row.owes.to_string(),
        ]
    };
    table(
        &["agency", ">entries", ">owes"],
        coverage.rows.iter().map(row),
    )
}

pub fn judges(judges: &panel::Judges) -> String {
    let all = |codes: &[String]| {
        if codes.is_empty() {
            "all".to_owned()
        } else {
            codes.join(" ")
        }
    };
    let row = |row: &panel::JudgeRow| {
        vec![
            row.judge.clone(),
            row.name.clone(),
            all(&row.stages),
            all(&row.categories),
            row.owed.to_string(),
        ]
    };
    table(
        &["judge", "name", "stages", "categories", ">owes"],
        judges.rows.iter().map(row),
    )
}

pub fn packet(made: &panel::PacketMade) -> String {
    format!(
        "{}\npacket for {} with {} entries\n\npassphrase (shown once): {}\nthis competition's keys:  {}\n",
        made.file, made.judge, made.entries, made.passphrase, made.fingerprint
    )
}

pub fn keys(kept: &competition::KeysBackedUp) -> String {
    format!(
        "{}\nkeys {}\n\npassphrase (shown once): {}\n",
        kept.file, kept.fingerprint, kept.passphrase
    )
}

pub fn merge(merged: &handover::Merge) -> String {
    let row = |row: &handover::MergeRow| {
        let verdict = serde_json::to_value(row.verdict).unwrap_or_default();
        vec![
            row.file.clone(),
            row.judge.clone().unwrap_or_else(|| "–".to_owned()),
            number(row.number),
            verdict.as_str().unwrap_or_default().to_owned(),
            row.sheets.to_string(),
            row.changed.to_string(),
            row.reason.clone().unwrap_or_default(),
        ]
    };
    table(
        &[
            "file", "judge", ">number", "verdict", ">sheets", ">changed", "reason",
        ],
        merged.rows.iter().map(row),
    )
}

pub fn written(written: &common::Written) -> String {
    written.files.join("\n") + "\n"
}

pub fn entered(entered: &handover::FormEntered) -> String {
    format!(
        "hand-over {} for {} in stage {}: {} final sheets, {} drafts\n",
        entered.number, entered.judge, entered.stage, entered.final_sheets, entered.draft_sheets
    )
}

pub fn board(board: &handover::Board) -> String {
    let row = |row: &handover::BoardRow| {
        vec![
            row.judge.clone(),
            row.name.clone(),
            row.state.clone(),
            number(row.number),
            format!("{}/{}", row.filed, row.owed),
            row.drafts.to_string(),
            row.recused.to_string(),
        ]
    };
    table(
        &[
            "judge", "name", "state", ">number", ">filed", ">drafts", ">recused",
        ],
        board.rows.iter().map(row),
    ) + &board.late.iter().map(late).collect::<String>()
}

fn late(row: &handover::LateRow) -> String {
    format!(
        "late, not counted: {} {} ({})\n",
        row.judge, row.number, row.hand_over
    )
}

/// What stands in the last column: why the entry is where it is.
fn said(row: &standings::StandingRow) -> String {
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
    words.extend(row.notes.iter().cloned());
    words.join("; ")
}

pub fn standings(computed: &standings::Standings) -> String {
    let row = |row: &standings::StandingRow| {
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
pub fn standings_csv(computed: &standings::Standings) -> String {
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
    let row = |row: &standings::StandingRow| {
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
    for one in computed.rows.iter().map(row) {
        let _ = table.write_record(one);
    }
    let bytes = table.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

pub fn decisions(decisions: &decisions::Decisions) -> String {
    let row = |row: &decisions::DecisionRow| {
        let act = serde_json::to_value(&row.act).unwrap_or_default();
        let kind = act["kind"].as_str().unwrap_or_default().to_owned();
        let holds = if row.holds { "" } else { "undone" };
        vec![
            row.number.to_string(),
            row.hash.chars().take(12).collect(),
            row.made_at.clone(),
            kind,
            row.reason.clone(),
            holds.to_owned(),
        ]
    };
    table(
        &[">number", "name", "when", "act", "reason", ""],
        decisions.rows.iter().map(row),
    )
}

pub fn recomputed(recomputed: &audit::Recomputed) -> String {
    let verdict = match &recomputed.difference {
        None => "equal".to_owned(),
        Some(difference) => format!("NOT equal: {difference}"),
    };
    format!(
        "{}\n{}\n{}\n{verdict}\n",
        standings(&recomputed.standings),
        recomputed.name,
        recomputed.verified.join("\n")
    )
}

pub fn checked(checked: &audit::Checked) -> String {
    let mut text = String::new();
    for line in &checked.looked_at {
        text.push_str(&format!("  {line}\n"));
    }
    for flaw in &checked.flaws {
        text.push_str(&format!("! {flaw}\n"));
    }
    let verdict = if checked.sound { "sound" } else { "NOT sound" };
    text + &format!("{}: {verdict}\n", checked.file)
}

pub fn journal(page: &audit::JournalPage) -> String {
    let row = |row: &audit::JournalRow| {
        vec![
            row.seq.to_string(),
            row.at.clone(),
            row.op.clone(),
            row.subject.clone(),
            row.device.clone(),
        ]
    };
    table(
        &[">line", "when", "what", "about", "device"],
        page.rows.iter().map(row),
    )
}

/// What was taken back, or done again, and what would be next.
pub fn undone(how: &str, undone: &undo::Undone) -> String {
    let said = |operation: &undo::Operation| format!("{} {}", operation.op, operation.subject);
    let mut text = format!("{how}: {}\n", said(&undone.operation));
    for (name, value) in &undone.operation.params {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    if let Some(next) = &undone.now.undo {
        text.push_str(&format!("undo would take back: {}\n", said(next)));
    }
    if let Some(next) = &undone.now.redo {
        text.push_str(&format!("redo would do again: {}\n", said(next)));
    }
    text
}

pub fn demo(told: &Told) -> String {
    let mut text = String::new();
    for part in &told.parts {
        text.push_str(&format!("\n{}\n", part.heading));
        text.push_str(&table(
            &[
                "category",
                "title of honour",
                "entry",
                "innovation",
                "agency",
                ">score",
            ],
            part.winners.iter().map(|winner| winner.to_vec()),
        ));
    }
    text.push_str(&format!("\n{}\n\nFiles in {}:\n", told.note, told.folder));
    for file in &told.files {
        text.push_str(&format!("  {file}\n"));
    }
    text
}
