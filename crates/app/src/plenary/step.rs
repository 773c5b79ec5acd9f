//! A press on a presentation remote.

use super::page::page_of;
use super::place::places;
use crate::api::plenary::{PlenaryPage, PlenaryPress, PlenaryStep};
use crate::session::Plenary;
use crate::{Error, Session};

/// Goes on, back or black.
///
/// # Errors
/// That nothing is open, or the file is damaged.
pub fn step(session: &Session, asked: PlenaryStep) -> Result<PlenaryPage, Error> {
    session.with(|opened| {
        let Ok(chair) = opened.chair() else {
            return Ok(PlenaryPage::default());
        };
        let Some((plenary, places)) = places(chair)? else {
            return Ok(PlenaryPage::default());
        };
        chair.plenary = Some(pressed(plenary, asked.press, places.all.len()));
        page_of(chair)
    })
}

/// A press on a black screen only brings the picture back, and beside a pair the standing: nothing is revealed that the chair
/// does not see coming.
fn pressed(plenary: Plenary, press: PlenaryPress, places: usize) -> Plenary {
    match press {
        PlenaryPress::Black => Plenary {
            black: !plenary.black,
            ..plenary
        },
        _ if plenary.black => Plenary {
            black: false,
            ..plenary
        },
        _ if plenary.pair.is_some() => Plenary {
            pair: None,
            ..plenary
        },
        PlenaryPress::Next => Plenary {
            revealed: (plenary.revealed + 1).min(places),
            restarted: false,
            ..plenary
        },
        PlenaryPress::Back => Plenary {
            revealed: plenary.revealed.saturating_sub(1),
            ..plenary
        },
    }
}
