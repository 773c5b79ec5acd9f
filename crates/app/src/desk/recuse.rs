use super::change_sheet::changed;
use super::declare;
use crate::api::desk::{Recuse, SheetChanged};
use crate::{Error, Session};
use judging::declaration::{ConflictGround, ConflictKind, Declaration};

/// Stands aside for one entry in one stage only, with a reason: an actual conflict of interest that holds there. Marks given
/// to it before are deleted.
///
/// # Errors
/// That the entry is not this judge's, or no reason is given.
pub fn recuse(session: &Session, asked: Recuse) -> Result<SheetChanged, Error> {
    session.desk(|desk| {
        let own = desk.own()?;
        let stage = own.stage(&asked.stage)?;
        let entry = own.entry(desk, stage, &asked.entry)?;
        let declaration = Declaration {
            entry: entry.code.clone(),
            stage: Some(stage.code.clone()),
            kind: ConflictKind::Actual,
            ground: ConflictGround::Other,
            text: asked.reason.trim().to_owned(),
        };
        declare::put(session, desk, &declaration)?;
        changed(desk, &own, stage, entry)
    })
}
