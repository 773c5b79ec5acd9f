use super::declaration::view;
use crate::api::common::Nothing;
use crate::api::common::count;
use crate::api::declaration::DeclarationView;
use crate::op::{Change, Op, transact};
use crate::{Error, Session};
use judging::declaration::ConflictKind;

/// Makes the whole declaration: the judge has no conflict of interest except those marked. Made again, it gets the new date.
///
/// # Errors
/// That this is no working copy.
pub fn finish_declaration(session: &Session, _: Nothing) -> Result<DeclarationView, Error> {
    session.desk(|desk| {
        let own = desk.own()?;
        let at = session.host().now();
        transact(session, desk, |write| {
            let declared = store::declarations::all(write)?;
            let of = |kind| {
                count(
                    declared
                        .iter()
                        .filter(|conflict| conflict.kind == kind)
                        .count(),
                )
            };
            store::declarations::finish(write, at)?;
            Ok(Change::Done {
                answer: (),
                op: Op::FinishDeclaration {
                    judge: own.judge.code.to_string(),
                    actual: of(ConflictKind::Actual),
                    potential: of(ConflictKind::Potential),
                },
            })
        })?;
        view(desk, &own)
    })
}
