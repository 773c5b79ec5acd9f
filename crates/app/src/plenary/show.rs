//! The chair says what is shown.

use super::desk::desk_of;
use crate::api::plenary::{PlenaryDesk, PlenaryShown};
use crate::session::Plenary;
use crate::{Error, Session};
use judging::EntryCode;

/// Shows a standing in plenary. What is revealed of it stays so while stage and category are the same.
///
/// # Errors
/// That nothing is open, or stage, category or an entry is unknown.
pub fn show(session: &Session, asked: PlenaryShown) -> Result<PlenaryDesk, Error> {
    session.chair(|chair| {
        let case = chair.case()?;
        let stage = crate::standings::stage_of(&case, asked.stage.as_deref())?;
        let category = crate::rules::category_of(case.rules(), &asked.category)?;
        let known = |code: &String| {
            let mut entries = case.entries.iter();
            let found =
                entries.find(|entry| entry.code.as_str() == code && entry.category == category);
            let found = found.map(|entry| entry.code.clone());
            found.ok_or_else(|| Error::unknown("entry", code))
        };
        let pair = match &asked.pair {
            None => None,
            Some([one, other]) => Some::<[EntryCode; 2]>([known(one)?, known(other)?]),
        };
        let same = chair
            .plenary
            .take()
            .filter(|before| before.stage == stage && before.category == category);
        chair.plenary = Some(Plenary {
            stage,
            category,
            scores: asked.scores,
            blind: asked.blind,
            black: asked.black,
            pair,
            revealed: same.as_ref().map_or(0, |before| before.revealed),
            restarted: false,
            order: same.map(|before| before.order).unwrap_or_default(),
        });
        desk_of(chair)
    })
}
