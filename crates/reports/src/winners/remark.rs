//! What is said beside a row.

use super::{Apart, Row, Why, Winners};
use crate::figure;
use crate::method::tie_break;
use crate::text::comma;

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
    let mut text = remarks.join("; ");
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

pub fn of_apart(apart: &Apart) -> String {
    let why = match apart.why {
        Why::Incomplete => "Belum lengkap",
        Why::Conflict => "Ada nilai yang bertentangan, menunggu keputusan ketua",
        Why::Disqualified => "Didiskualifikasi",
        Why::Withdrawn => "Mengundurkan diri",
        Why::AtGate => "Menunggu keputusan kelulusan verifikasi",
        Why::FailedGate => "Tidak lolos verifikasi",
        Why::NotNominated => "Tidak masuk nominasi",
    };
    match apart.detail.trim() {
        "" => why.to_owned(),
        detail => format!("{why}: {detail}"),
    }
}
