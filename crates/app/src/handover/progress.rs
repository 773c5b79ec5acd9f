use crate::api::common::Nothing;
use crate::api::common::count;
use crate::api::handover::{Board, BoardCell, BoardRow, JudgeState, LateRow, ThinRow};
use crate::{Error, Session, time};
use judging::case::Case;
use judging::handover::{HandOver, heads};
use judging::progress::{Coverage, Covered, Owed, coverage, owed};
use judging::{EntryCode, Hash, JudgeCode};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Entries named in a reminder before it says how many more there are.
const NAMED: usize = 12;

/// Who has filed what, which entries have too few sheets, and a reminder to paste into a message.
///
/// # Errors
/// That nothing is open.
pub fn progress(session: &Session, _: Nothing) -> Result<Board, Error> {
    session.chair(|chair| {
        let (case, results) = (chair.case()?, chair.results()?);
        let owed = owed(&case, &results);
        let received: BTreeMap<Hash, i64> = store::hand_overs::all(chair)?
            .into_iter()
            .map(|hand_over| (hand_over.hash, hand_over.received_at))
            .collect();
        let packets: Vec<JudgeCode> = store::packets::all(chair)?
            .into_iter()
            .map(|packet| packet.judge)
            .collect();
        let rules = case.history.hash();
        let standing = heads(case.hand_overs.iter().map(Arc::as_ref));
        let rows = case.judges.iter().map(|judge| {
            let of_judge: Vec<&Owed> = owed
                .iter()
                .filter(|owed| owed.judge == judge.code)
                .collect();
            let said: Vec<_> = case
                .hand_overs
                .iter()
                .filter(|hand_over| hand_over.judge == judge.code)
                .collect();
            let heads: Vec<_> = standing
                .iter()
                .filter(|head| head.judge == judge.code)
                .collect();
            // Several files may come within one second.
            let last = heads
                .iter()
                .max_by_key(|head| (received.get(&head.hash), head.number, head.hash));
            let sum = |of: fn(&Owed) -> usize| count(of_judge.iter().map(|owed| of(owed)).sum());
            let conflicts = sum(|owed| owed.conflict.len());
            let stale = heads.iter().any(|head| head.rules != rules);
            let opened = heads.iter().all(|head| {
                head.sheets.is_empty() && head.recusals.is_empty() && head.visits.is_empty()
            });
            let state = if conflicts > 0 {
                JudgeState::Conflict
            } else if said.is_empty() && packets.contains(&judge.code) {
                JudgeState::NothingYet
            } else if said.is_empty() {
                JudgeState::NoPacket
            } else if of_judge.iter().all(|owed| owed.open() == 0) {
                JudgeState::Complete
            } else if opened {
                JudgeState::Opened
            } else if stale {
                JudgeState::StaleRules
            } else {
                JudgeState::Received
            };
            BoardRow {
                judge: judge.code.to_string(),
                name: judge.name.clone(),
                state,
                number: last.map(|head| head.number),
                received_at: last
                    .and_then(|head| received.get(&head.hash))
                    .map(|&at| time::text(at)),
                superseded: count(said.len() - heads.len()),
                owed: sum(Owed::assigned),
                filed: sum(|owed| owed.filed.len()),
                drafts: sum(|owed| owed.begun.len()),
                recused: sum(|owed| owed.recused.len()),
                cells: of_judge.iter().map(|owed| cell(owed)).collect(),
                owes: of_judge
                    .iter()
                    .filter(|owed| owed.open() > 0)
                    .map(|owed| owes(owed))
                    .collect(),
            }
        });
        let rows: Vec<BoardRow> = rows.collect();
        let late = |said: &HandOver| LateRow {
            hand_over: said.hash.to_string(),
            judge: said.judge.to_string(),
            number: said.number,
            received_at: received
                .get(&said.hash)
                .map_or_else(String::new, |&at| time::text(at)),
        };
        let late = case.late.iter().map(|said| late(said)).collect();
        let thin = coverage(&case, &results)
            .into_iter()
            .filter(|coverage| !matches!(coverage.covered, Covered::Fully | Covered::Enough));
        Ok(Board {
            late,
            reminder: reminder(&case, &rows),
            thin: thin.map(thin_row).collect(),
            rows,
        })
    })
}

fn cell(owed: &Owed) -> BoardCell {
    BoardCell {
        stage: owed.stage.to_string(),
        category: owed.category.to_string(),
        owed: count(owed.assigned()),
        filed: count(owed.filed.len()),
        recused: count(owed.recused.len()),
        conflicts: count(owed.conflict.len()),
    }
}

/// "penilaian OPD: OPD-001, OPD-004".
fn owes(owed: &Owed) -> String {
    let mut codes: Vec<&EntryCode> = owed.begun.iter().chain(&owed.silent).collect();
    codes.sort();
    let more = codes.len().saturating_sub(NAMED);
    let mut text = codes
        .iter()
        .take(NAMED)
        .map(|code| code.as_str())
        .collect::<Vec<_>>()
        .join(", ");
    if more > 0 {
        text.push_str(&format!(" (+{more})"));
    }
    format!("{} {}: {text}", owed.stage, owed.category)
}

fn thin_row(coverage: Coverage) -> ThinRow {
    ThinRow {
        stage: coverage.stage.to_string(),
        entry: coverage.entry.to_string(),
        filed: coverage.filed,
        assigned: coverage.assigned,
        covered: coverage.covered.into(),
    }
}

/// What everyone still owes, as one would write it to the panel.
fn reminder(case: &Case, rows: &[BoardRow]) -> String {
    let open: Vec<&BoardRow> = rows.iter().filter(|row| !row.owes.is_empty()).collect();
    if open.is_empty() {
        return format!(
            "{}: semua lembar nilai sudah diterima. Terima kasih.",
            case.rules().name
        );
    }
    let mut text = format!("{}\nYang masih ditunggu:\n", case.rules().name);
    for row in open {
        let missing = row.owed - row.filed - row.recused;
        text.push_str(&format!(
            "\n{} ({}): {missing} lembar\n",
            row.name, row.judge
        ));
        for line in &row.owes {
            text.push_str(&format!("  {line}\n"));
        }
        if row.state == JudgeState::StaleRules {
            text.push_str("  Aturan penilaian berubah: buka dahulu paket yang baru.\n");
        }
    }
    text.push_str("\nMohon serahkan berkas nilai terbaru. Mengirim ulang selalu aman.\n");
    text
}
