use super::declaration::changed;
use crate::api::common::count;
use crate::api::declaration::{DeclarationChanged, Declare};
use crate::op::{Change, Op, transact};
use crate::{Error, Session};
use judging::declaration::{ConflictGround, ConflictKind, Declaration};
use store::{Contents, Write};

/// Declares a conflict of interest with one entry, in place of what was declared of it before. For an actual one the judge
/// stands aside wherever the entry is judged, and marks given to it so far are deleted; a potential one leaves them.
///
/// # Errors
/// That the entry is not this judge's; `no-reason` where the ground is another one and no text says which.
pub fn declare(session: &Session, asked: Declare) -> Result<DeclarationChanged, Error> {
    session.desk(|desk| {
        let own = desk.own()?;
        let entry = own.any_entry(desk, &asked.entry)?;
        let declaration = Declaration {
            entry: entry.code.clone(),
            stage: None,
            kind: asked.kind.0,
            ground: asked.ground.0,
            text: asked.text.trim().to_owned(),
        };
        put(session, desk, &declaration)?;
        changed(desk, &own, &entry)
    })
}

/// Puts a declaration in place of those it contains.
pub(super) fn put(
    session: &Session,
    desk: &mut store::Store,
    declaration: &Declaration,
) -> Result<(), Error> {
    if declaration.ground == ConflictGround::Other && declaration.text.is_empty() {
        return Err(
            Error::new("no-reason", "another ground needs a reason in words")
                .with("entry", &declaration.entry),
        );
    }
    let at = session.host().now();
    transact(session, desk, |write| {
        let before = store::declarations::of_entry(write, &declaration.entry)?;
        if before.contains(declaration) {
            return Ok(Change::Nothing(()));
        }
        let contained = before.iter().filter(|known| {
            let stage = &declaration.stage;
            stage.is_none() || known.stage == *stage
        });
        for known in contained {
            store::declarations::remove(write, &known.entry, known.stage.as_ref())?;
        }
        let marks_taken_back = if declaration.kind == ConflictKind::Actual {
            remove_sheets(write, declaration)?
        } else {
            0
        };
        store::declarations::put(write, declaration, at)?;
        Ok(Change::Done {
            answer: (),
            op: Op::Declare {
                entry: declaration.entry.to_string(),
                stage: declaration.stage.as_ref().map(ToString::to_string),
                kind: declaration.kind.code(),
                ground: declaration.ground.code(),
                text: declaration.text.clone(),
                marks_taken_back,
            },
        })
    })
}

/// Takes away the sheets for which the judge stands aside; how many marks were on them.
fn remove_sheets(write: &Write<'_>, declaration: &Declaration) -> Result<u32, Error> {
    let contents: &Contents = write;
    let mut marks = 0;
    for dated in store::sheets::all(contents)? {
        let sheet = dated.sheet;
        if declaration.recuses(&sheet.stage, &sheet.entry) {
            marks += sheet.marks.len();
            store::sheets::remove(write, &sheet.stage, &sheet.entry)?;
        }
    }
    Ok(count(marks))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::common::Nothing;
    use crate::api::declaration::{DeclarationRow, DeclaredEntry};
    use crate::api::desk::{DeskState, SetMark, SheetAsked};
    use crate::api::undo::{OpKind, UndoAnswer};
    use crate::desk::{declaration, finish_declaration, set_mark, sheet, take_back_declaration};
    use crate::test_support::Machine;

    fn declared(kind: ConflictKind, ground: ConflictGround, text: &str) -> Declare {
        Declare {
            entry: "KEC-001".into(),
            kind: kind.into(),
            ground: ground.into(),
            text: text.into(),
        }
    }

    fn marked(judge: &Session) {
        let mark = SetMark {
            stage: "penilaian".into(),
            entry: "KEC-001".into(),
            criterion: "kebaruan".into(),
            mark: "2".into(),
            remark: None,
            typing: false,
        };
        set_mark(judge, mark).unwrap();
    }

    fn first(judge: &Session) -> DeclarationRow {
        let view = declaration(judge, Nothing {}).unwrap();
        view.rows.into_iter().next().unwrap()
    }

    #[test]
    fn an_actual_conflict_stands_aside_and_a_potential_one_lets_the_marks_count() {
        let machine = Machine::new(3);
        let chair = machine.competition();
        let judge = machine.desk(&chair, "J1");
        marked(&judge);
        let potential = declared(ConflictKind::Potential, ConflictGround::Affiliation, "");
        let changed = declare(&judge, potential).unwrap();
        assert_eq!(changed.sheets[0].state, DeskState::Begun);
        assert_eq!(first(&judge), changed.row);
        assert_eq!(changed.row.marks, 1);

        let actual = declared(ConflictKind::Actual, ConflictGround::Family, " adik ipar ");
        let changed = declare(&judge, actual.clone()).unwrap();
        assert_eq!(changed.sheets[0].state, DeskState::Recused);
        assert_eq!(changed.row.conflict.as_ref().unwrap().text, "adik ipar");
        assert_eq!(changed.row.marks, 0);
        let asked = SheetAsked {
            stage: "penilaian".into(),
            entry: "KEC-001".into(),
        };
        let shown = sheet(&judge, asked).unwrap();
        assert_eq!(shown.conflict, changed.row.conflict);
        let answer = crate::op::undo(&judge, Nothing {}).unwrap();
        let UndoAnswer::Undone(said) = answer else {
            panic!("{answer:?}")
        };
        assert_eq!(said.operation.op, OpKind::Declare);
        assert_eq!(said.operation.params["ground"], "family");
        assert_eq!(first(&judge).marks, 1, "the mark came back");
        declare(&judge, actual).unwrap();
        let back = DeclaredEntry {
            entry: "KEC-001".into(),
        };
        let back = take_back_declaration(&judge, back).unwrap();
        assert_eq!(back.sheets[0].state, DeskState::Untouched);
        assert_eq!(back.row.conflict, None);
    }

    #[test]
    fn another_ground_is_said_in_words_and_another_judges_entry_is_refused() {
        let machine = Machine::new(4);
        let chair = machine.competition();
        let judge = machine.desk(&chair, "J1");
        let bare = declared(ConflictKind::Actual, ConflictGround::Other, "  ");
        assert_eq!(declare(&judge, bare).unwrap_err().code, "no-reason");
        let other = Declare {
            entry: "OPD-001".into(),
            ..declared(ConflictKind::Actual, ConflictGround::Family, "")
        };
        assert_eq!(declare(&judge, other).unwrap_err().code, "unknown-entry");
    }

    #[test]
    fn the_whole_declaration_is_made_once_with_its_date_and_can_be_taken_back() {
        let machine = Machine::new(5);
        let chair = machine.competition();
        let judge = machine.desk(&chair, "J1");
        let view = || declaration(&judge, Nothing {}).unwrap();
        assert_eq!((view().declared_at, view().rows.len()), (None, 8));
        let made = finish_declaration(&judge, Nothing {}).unwrap();
        assert_eq!(made.declared_at.as_deref(), Some("2023-11-14T22:13:20Z"));
        assert_eq!(made.undoable.undo.unwrap().op, OpKind::FinishDeclaration);
        crate::op::undo(&judge, Nothing {}).unwrap();
        assert_eq!(view().declared_at, None);
    }
}
