use super::conflict::{Conflicts, shown};
use super::own::Own;
use super::scoring::SheetScoring;
use crate::api::desk::{DeskMark, DeskSheet, DeskState, SheetAsked};
use crate::{Error, Session};
use judging::declaration::ConflictKind;
use judging::entry::Entry;
use judging::rules::Stage;
use judging::sheet::Sheet;
use store::Contents;

/// One sheet of this judge, with the entry it speaks of.
///
/// # Errors
/// That this is no working copy, or the sheet is not this judge's to file.
pub fn sheet(session: &Session, asked: SheetAsked) -> Result<DeskSheet, Error> {
    session.desk(|desk| {
        let own = desk.own()?;
        let stage = own.stage(&asked.stage)?;
        let entry = own.entry(desk, stage, &asked.entry)?;
        sheet_of(desk, &own, stage, entry)
    })
}

/// The sheet as it is now.
pub(super) fn sheet_of(
    contents: &Contents,
    own: &Own,
    stage: &Stage,
    entry: Entry,
) -> Result<DeskSheet, Error> {
    let dated = store::sheets::get(contents, &stage.code, &entry.code)?;
    let marked_as = match &dated {
        Some(dated) => super::marked_as::marked_as(contents, &dated.origin, &entry)?,
        None => None,
    };
    let kept = dated.map(|dated| dated.sheet);
    let conflicts = Conflicts::of_entry(contents, &entry.code)?;
    let conflict = conflicts.in_stage(&stage.code, &entry.code);
    let recusal = conflict.filter(|conflict| conflict.kind == ConflictKind::Actual);
    let note = store::notes::get(contents, &stage.code, &entry.code)?;
    let scoring = SheetScoring::new(own, stage);
    let state = match recusal {
        Some(_) => DeskState::Recused,
        None => scoring.state(kept.as_ref()),
    };
    let sheet = kept.unwrap_or_else(|| Sheet::empty(stage.code.clone(), entry.code.clone()));
    let score = scoring.score(&sheet);
    let missing = match recusal {
        Some(_) => Vec::new(),
        None => scoring.missing(&sheet),
    };
    let marks = stage.leaves().filter_map(|leaf| {
        let mark = sheet.marks.get(&leaf.code)?;
        Some(DeskMark {
            criterion: leaf.code.to_string(),
            mark: mark.value.to_string(),
            remark: mark.remark.clone(),
        })
    });
    Ok(DeskSheet {
        stage: stage.code.to_string(),
        entry: entry.code.to_string(),
        state,
        marks: marks.collect(),
        recusal: recusal.map(|recusal| recusal.text.clone()),
        conflict: conflict.map(shown),
        score: score.as_ref().map(|score| scoring.shown(score)),
        exact: score.as_ref().map(ToString::to_string),
        running: scoring
            .running(&sheet)
            .map(|running| scoring.shown(&running)),
        missing: missing.into_iter().map(ToString::to_string).collect(),
        registration: crate::entries::row(entry),
        marked_as,
        remark: sheet.remark,
        note_handed_over: note.as_ref().is_some_and(|note| note.hand_over),
        note: note.map_or_else(String::new, |note| note.text),
    })
}
