//! What everybody sees in plenary. What is not revealed is not in it.

use super::place::{Places, places};
use crate::api::common::{Nothing, count};
use crate::api::plenary::{PlenaryPage, PlenaryPart, PlenaryRow, PlenaryStanding};
use crate::api::standings::StandingRow;
use crate::session::{Chair, Plenary};
use crate::{Error, Session};

/// What everybody sees now; nothing while a judge's working copy is open.
///
/// # Errors
/// That nothing is open, or the file is damaged.
pub fn page(session: &Session, _: Nothing) -> Result<PlenaryPage, Error> {
    session.with(|opened| match opened.chair() {
        Ok(chair) => page_of(chair),
        Err(_) => Ok(PlenaryPage::default()),
    })
}

pub(super) fn page_of(chair: &mut Chair) -> Result<PlenaryPage, Error> {
    let Some((plenary, places)) = places(chair)? else {
        return Ok(PlenaryPage::default());
    };
    let standing = match plenary.black {
        true => None,
        false => Some(standing(&plenary, &places)),
    };
    Ok(PlenaryPage {
        black: plenary.black,
        standing,
    })
}

fn standing(plenary: &Plenary, places: &Places) -> PlenaryStanding {
    let rules = places.case.rules();
    let mut categories = rules.categories.iter();
    let category = categories.find(|known| known.code == plenary.category);
    let stage = plenary.stage.as_ref().and_then(|code| rules.stage(code));
    let revealed = places.revealed(plenary);
    let pair = plenary.pair.as_ref();
    let pair = pair.and_then(|pair| {
        let [one, other] = pair.each_ref().map(|code| {
            let mut rows = places.standing.rows.iter();
            rows.find(|row| row.entry == code.as_str())
        });
        Some([one?, other?].map(|row| beside(plenary, places, row)))
    });
    let rows = match pair {
        Some(_) => Vec::new(),
        None => revealed
            .concat()
            .iter()
            .map(|row| seen(plenary, places, row))
            .collect(),
    };
    PlenaryStanding {
        competition: rules.name.clone(),
        category: category.map_or_else(|| plenary.category.to_string(), |known| known.name.clone()),
        stage: stage.map(|stage| stage.name.clone()),
        provisional: places.provisional,
        hidden: count(places.all.len() - revealed.len()),
        rows,
        pair,
    }
}

/// A revealed entry.
fn seen(plenary: &Plenary, places: &Places, row: &StandingRow) -> PlenaryRow {
    let is_final = plenary.stage.is_none() && !places.provisional;
    let award = row.rank.filter(|_| is_final).and_then(reports::award);
    let named = |text: &String| (!plenary.blind).then(|| text.clone());
    PlenaryRow {
        rank: row.rank,
        tied: row.tied,
        award: award.map(str::to_owned),
        entry: row.entry.clone(),
        title: named(&row.title),
        agency: named(&row.agency),
        score: row.score.clone().filter(|_| plenary.scores),
        parts: Vec::new(),
    }
}

/// One of a pair: its rank is there only once it was revealed.
fn beside(plenary: &Plenary, places: &Places, row: &StandingRow) -> PlenaryRow {
    let is_revealed = places
        .revealed(plenary)
        .iter()
        .flatten()
        .any(|revealed| revealed.entry == row.entry);
    let parts = if plenary.scores {
        parts(places, row)
    } else {
        Vec::new()
    };
    let shown = seen(plenary, places, row);
    PlenaryRow {
        rank: row.rank.filter(|_| is_revealed),
        tied: row.tied && is_revealed,
        award: shown.award.filter(|_| is_revealed),
        parts,
        ..shown
    }
}

/// The criteria where the standing rests on one stage, else the stages; then what was taken off.
fn parts(places: &Places, row: &StandingRow) -> Vec<PlenaryPart> {
    let criterion = |code: &str| {
        let mut legend = places.standing.legend.iter();
        let known = legend.find(|known| known.code == code);
        known.map_or_else(|| code.to_owned(), |known| known.name.clone())
    };
    let stage = |code: &str| {
        let mut stages = places.case.rules().stages.iter();
        let known = stages.find(|known| known.code.as_str() == code);
        known.map_or_else(|| code.to_owned(), |known| known.name.clone())
    };
    if row.criteria.is_empty() {
        let parts = row.stages.iter();
        return parts
            .map(|part| PlenaryPart {
                name: stage(&part.code),
                weighted: part.weighted.clone(),
                permille: part.permille,
            })
            .collect();
    }
    let parts = row.criteria.iter();
    parts
        .map(|part| PlenaryPart {
            name: criterion(&part.code),
            weighted: part.weighted.clone(),
            permille: part.permille,
        })
        .collect()
}
