//! What is said beside a row.

use super::{Apart, Row, Winners};
use crate::figure;
use crate::method::tie_break;
use crate::obstacle;
use crate::text::comma;
use judging::ranking::Status;
use judging::scoring::Obstacle;

pub fn of_row(winners: &Winners<'_>, row: &Row) -> String {
    let rules = winners.rules;
    let stage = winners.stage.as_ref().and_then(|code| rules.stage(code));
    let mut remarks = Vec::new();
    if row.tied {
        remarks.push("peringkat bersama".to_owned());
    }
    if let Some(step) = &row.decided_by {
        remarks.push(format!(
            "urutan ditentukan oleh {}",
            tie_break(rules, stage, step)
        ));
    }
    if let Some(points) = &row.deducted {
        let points = comma(&figure::decimal(points, rules.rounding));
        remarks.push(format!("dikurangi {points} menurut keputusan ketua"));
    }
    if !row.missing.is_empty() {
        remarks.push(format!("tanpa lembar {}", row.missing.join(", ")));
    }
    capitalised(remarks.join("; "))
}

fn capitalised(mut text: String) -> String {
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// Why an entry is listed apart. What the chair decided is named by what it comes to, with the chair's reason.
pub fn of_apart(winners: &Winners<'_>, apart: &Apart) -> String {
    let status = match apart.status {
        Status::Ranked => "Berperingkat",
        Status::Incomplete => "Belum lengkap",
        Status::Conflict => "Ada nilai yang bertentangan, menunggu keputusan ketua",
        Status::Disqualified => "Didiskualifikasi",
        Status::Withdrawn => "Mengundurkan diri",
        Status::AtGate => "Menunggu keputusan kelulusan verifikasi",
        Status::FailedGate => "Tidak lolos verifikasi",
        Status::NotNominated => "Tidak masuk nominasi",
    };
    let rules = winners.rules;
    let stage = apart.stage.as_ref().and_then(|code| rules.stage(code));
    match (&apart.obstacle, stage) {
        (None, _) => status.to_owned(),
        (Some(Obstacle::Decision { reason, .. }), _) => format!("{status}: {reason}"),
        (Some(obstacle), None) => capitalised(obstacle::text(rules, None, obstacle)),
        (Some(obstacle), Some(stage)) => {
            let text = capitalised(obstacle::text(rules, Some(stage), obstacle));
            format!("{text} (tahap {})", stage.name)
        }
    }
}
