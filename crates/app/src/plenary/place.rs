//! The places of the standing that is shown, and how many of them are revealed.

use crate::Error;
use crate::api::standings::{StandingRow, Standings};
use crate::session::{Chair, Placed, Plenary};
use crate::standings::standing;
use judging::case::Case;
use std::sync::Arc;

/// The standing that is shown.
pub(super) struct Places {
    pub case: Arc<Case>,
    /// Whether the order may still be another.
    pub provisional: bool,
    pub standing: Standings,
    /// The ranked rows by rank, the best first.
    pub all: Vec<Vec<StandingRow>>,
}

impl Places {
    /// Those revealed, the best first.
    pub fn revealed(&self, plenary: &Plenary) -> &[Vec<StandingRow>] {
        let hidden = self.all.len().saturating_sub(plenary.revealed);
        self.all.get(hidden..).unwrap_or_default()
    }

    /// The one that comes next.
    pub fn next(&self, plenary: &Plenary) -> &[StandingRow] {
        let hidden = self.all.len().checked_sub(plenary.revealed + 1);
        hidden
            .and_then(|at| self.all.get(at))
            .map_or(&[], Vec::as_slice)
    }
}

/// The standing that is shown as it is now; none while nothing is. What was revealed of another order is hidden again.
///
/// # Errors
/// That the file is damaged.
pub(super) fn places(chair: &mut Chair) -> Result<Option<(Plenary, Places)>, Error> {
    let Some(plenary) = chair.plenary.clone() else {
        return Ok(None);
    };
    let (case, results) = (chair.case()?, chair.results()?);
    let stage = plenary.stage.as_ref();
    let standing = standing(&case, &results, stage, Some(&plenary.category));
    let order: Vec<Placed> = standing.rows.iter().map(placed).collect();
    let plenary = if plenary.order == order {
        plenary
    } else {
        Plenary {
            restarted: plenary.restarted || plenary.revealed > 0,
            revealed: 0,
            order,
            ..plenary
        }
    };
    chair.plenary = Some(plenary.clone());
    let mut all: Vec<Vec<StandingRow>> = Vec::new();
    for row in standing.rows.iter().filter(|row| row.rank.is_some()) {
        match all.last_mut() {
            Some(place) if place.iter().all(|other| other.rank == row.rank) => {
                place.push(row.clone());
            }
            _ => all.push(vec![row.clone()]),
        }
    }
    let places = Places {
        provisional: crate::standings::is_provisional(&case, &results),
        case,
        standing,
        all,
    };
    Ok(Some((plenary, places)))
}

fn placed(row: &StandingRow) -> Placed {
    (row.entry.clone(), row.rank, row.score.clone())
}
