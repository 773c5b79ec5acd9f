use super::declaration::changed;
use crate::api::declaration::{DeclarationChanged, DeclaredEntry};
use crate::op::{Change, Op, transact};
use crate::{Error, Session};

/// Takes back what was declared of one entry. Marks that an actual conflict deleted do not come back; undo gives them back.
///
/// # Errors
/// That the entry is not this judge's.
pub fn take_back_declaration(
    session: &Session,
    asked: DeclaredEntry,
) -> Result<DeclarationChanged, Error> {
    session.desk(|desk| {
        let own = desk.own()?;
        let entry = own.any_entry(desk, &asked.entry)?;
        transact(session, desk, |write| {
            let declared = store::declarations::of_entry(write, &entry.code)?;
            for known in &declared {
                store::declarations::remove(write, &known.entry, known.stage.as_ref())?;
            }
            Ok(match declared.first() {
                None => Change::Nothing(()),
                Some(known) => Change::Done {
                    answer: (),
                    op: Op::TakeBackDeclaration {
                        entry: entry.code.to_string(),
                        kind: known.kind.code(),
                    },
                },
            })
        })?;
        changed(desk, &own, &entry)
    })
}
