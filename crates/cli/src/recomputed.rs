//! A recomputed result pack in the terminal.

use crate::standings::standings_text;
use app::api::audit::{FieldValue, Recomputed, ResultDifference};

/// The standing, what was verified, and the verdict.
pub fn recomputed_text(recomputed: &Recomputed) -> String {
    let verified = &recomputed.verified;
    let publication = match verified.stands {
        None => "",
        Some(true) => "the final standing is the one that was published\n",
        Some(false) => "the final standing has changed since it was published\n",
    };
    let verdict = match &recomputed.difference {
        None => "equal".to_owned(),
        Some(difference) => format!("NOT equal: {}", difference_text(difference)),
    };
    format!(
        "{}\n{}\n\
         the chair's signature over the pack\n\
         {} hand-overs, each with the signature of its device\n\
         {} decisions, each with the chair's signature\n\
         rules {}, changed {} times by decision\n\
         {publication}{verdict}\n",
        standings_text(&recomputed.standings),
        recomputed.name,
        verified.hand_overs,
        verified.decisions,
        verified.rules,
        verified.changes,
    )
}

/// `final › OPD › OPD-002 › rank: 7 in the pack, nothing computed`
fn difference_text(difference: &ResultDifference) -> String {
    let stage = difference.stage.as_ref();
    let mut place =
        vec![stage.map_or_else(|| "final".to_owned(), |stage| format!("stage {stage}"))];
    let within = [&difference.category, &difference.entry, &difference.judge];
    place.extend(within.into_iter().flatten().cloned());
    let says = |says: &Option<FieldValue>| {
        says.as_ref()
            .map_or_else(|| "nothing".to_owned(), ToString::to_string)
    };
    let (in_pack, computed) = (says(&difference.in_pack), says(&difference.computed));
    let (place, field) = (place.join(" › "), difference.field);
    format!("{place} › {field}: {in_pack} in the pack, {computed} computed")
}
