//! What must hold of every hand-over, checked when one is written and when one is read.

use crate::Refusal;
use judging::Hash;
use judging::handover::HandOver;
use std::collections::BTreeSet;

pub(super) fn check(said: &HandOver) -> Result<(), Refusal> {
    if said.number == 0 || (said.number == 1) != said.previous.is_none() {
        let message =
            "number 1 has no hand-over before it, every other number names the one before";
        return Err(Refusal::malformed("number", message));
    }
    let mut spoken_of = BTreeSet::new();
    for sheet in &said.sheets {
        if !spoken_of.insert((&sheet.stage, &sheet.entry)) {
            return Err(twice("stages", &sheet.entry, &sheet.stage));
        }
    }
    for recusal in &said.recusals {
        if !spoken_of.insert((&recusal.stage, &recusal.entry)) {
            return Err(twice("recusals", &recusal.entry, &recusal.stage));
        }
        if recusal.reason.trim().is_empty() {
            let message = format!(
                "{} in {} is recused without a reason",
                recusal.entry, recusal.stage
            );
            return Err(Refusal::malformed("recusals", message));
        }
    }
    Ok(())
}

fn twice(place: &str, entry: &impl ToString, stage: &impl ToString) -> Refusal {
    let (entry, stage) = (entry.to_string(), stage.to_string());
    Refusal::malformed(place, format!("{entry} in {stage} is spoken of twice"))
}

/// The photos that the reports name, ascending, each once: the frames beside the payload.
pub(super) fn photos(said: &HandOver) -> Vec<Hash> {
    let all: BTreeSet<Hash> = said
        .reports
        .iter()
        .flat_map(|report| report.photos.iter().copied())
        .collect();
    all.into_iter().collect()
}
