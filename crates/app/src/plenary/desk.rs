//! What the chair sees of the plenary: what is shown, and who comes next.

use super::place::places;
use crate::api::common::{Nothing, count};
use crate::api::plenary::{PlenaryDesk, PlenaryNext, PlenaryShown};
use crate::api::standings::StandingRow;
use crate::session::{Chair, Plenary};
use crate::{Error, Session};

/// What is shown in plenary, as its chair sees it.
///
/// # Errors
/// That nothing is open, or the file is damaged.
pub fn desk(session: &Session, _: Nothing) -> Result<PlenaryDesk, Error> {
    session.chair(desk_of)
}

pub(super) fn desk_of(chair: &mut Chair) -> Result<PlenaryDesk, Error> {
    let Some((plenary, places)) = places(chair)? else {
        return Ok(PlenaryDesk::default());
    };
    Ok(PlenaryDesk {
        places: count(places.all.len()),
        revealed: count(plenary.revealed),
        next: places.next(&plenary).iter().filter_map(next).collect(),
        restarted: plenary.restarted,
        shown: Some(shown(&plenary)),
    })
}

fn shown(plenary: &Plenary) -> PlenaryShown {
    let pair = plenary.pair.as_ref();
    PlenaryShown {
        stage: plenary.stage.as_ref().map(ToString::to_string),
        category: plenary.category.to_string(),
        scores: plenary.scores,
        blind: plenary.blind,
        black: plenary.black,
        pair: pair.map(|pair| pair.each_ref().map(ToString::to_string)),
    }
}

fn next(row: &StandingRow) -> Option<PlenaryNext> {
    Some(PlenaryNext {
        rank: row.rank?,
        entry: row.entry.clone(),
        title: row.title.clone(),
        score: row.score.clone(),
    })
}
