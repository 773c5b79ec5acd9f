use super::change_sheet::changed;
use super::take_back_declaration;
use crate::api::declaration::DeclaredEntry;
use crate::api::desk::{SheetAsked, SheetChanged};
use crate::{Error, Session};

/// Takes back what was declared of an entry: the judge marks it after all. Marks given before do not come back.
///
/// # Errors
/// That the sheet is not this judge's.
pub fn take_back_recusal(session: &Session, asked: SheetAsked) -> Result<SheetChanged, Error> {
    let entry = asked.entry.clone();
    take_back_declaration(session, DeclaredEntry { entry })?;
    session.desk(|desk| {
        let own = desk.own()?;
        let stage = own.stage(&asked.stage)?;
        let entry = own.entry(desk, stage, &asked.entry)?;
        changed(desk, &own, stage, entry)
    })
}
