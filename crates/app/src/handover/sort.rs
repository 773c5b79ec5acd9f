//! What a hand-over that may come in is to those that are here.

use super::arrive::Gate;
use crate::Error;
use crate::api::merge::{MergeRow, Verdict};
use crate::competition::count;
use judging::handover::{HandOver, heads, view};
use judging::sheet::{Sheet, SheetState};
use judging::{CompetitionId, CriterionCode, EntryCode, Hash, StageCode};
use std::collections::{BTreeMap, BTreeSet};
use store::hand_overs::Archived;

/// What is said beside a hand-over that may come in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Note {
    pub code: &'static str,
    pub words: &'static str,
}

impl Note {
    pub const FORKED: Self = Self {
        code: "forked",
        words: "the same device has said something else under this number or before it: a copied laptop or a restored backup?",
    };
    pub const OTHER_DEVICE: Self = Self {
        code: "other-device",
        words: "another device of this judge gives other marks",
    };
    pub const SUPERSEDED: Self = Self {
        code: "superseded",
        words: "a later hand-over of this device is here already; kept in the archive",
    };
    pub const EARLIER_RULES: Self = Self {
        code: "earlier-rules",
        words: "made under earlier rules: its marks count as it was chosen when the rules were changed",
    };
    pub const LATE: Self = Self {
        code: "late",
        words: "the result is published: it counts when the chair accepts it late",
    };
}

/// How many changed marks are told.
const TOLD: usize = 20;

impl Gate<'_> {
    /// What the hand-over is to those that are here, and whether it is not here yet.
    pub(super) fn sort(&self, one: &HandOver) -> Result<(MergeRow, bool), Error> {
        let current = one.rules == self.history.hash();
        let carried = (!current)
            .then(|| self.history.carry(one.clone(), &self.entries))
            .transpose()?;
        let one = carried.as_ref().unwrap_or(one);
        let of_judge: Vec<&Archived> = self
            .known
            .iter()
            .filter(|known| known.judge == one.judge)
            .collect();
        let here = of_judge.iter().any(|known| known.hash == one.hash);
        let mut outlines: Vec<HandOver> = of_judge.iter().map(|known| outline(known)).collect();
        let before = self.last_of(&heads(&outlines), one)?;
        if !here {
            outlines.push(HandOver {
                sheets: Vec::new(),
                recusals: Vec::new(),
                reports: Vec::new(),
                ..one.clone()
            });
        }
        let standing = heads(&outlines);
        let is_head = standing.iter().any(|head| head.hash == one.hash);
        let forked = standing
            .iter()
            .filter(|head| head.device == one.device)
            .count()
            > 1;
        let differs = is_head && self.differs(&standing, one)?;
        let first = !of_judge
            .iter()
            .any(|known| known.device == one.device && known.hash != one.hash);
        let (verdict, note) = if here {
            (Verdict::Same, None)
        } else if is_head && forked {
            (Verdict::Conflict, Some(Note::FORKED))
        } else if differs {
            (Verdict::Conflict, Some(Note::OTHER_DEVICE))
        } else if !is_head {
            (Verdict::Older, Some(Note::SUPERSEDED))
        } else {
            let verdict = if first { Verdict::New } else { Verdict::Newer };
            (verdict, (!current).then_some(Note::EARLIER_RULES))
        };
        let changes = before
            .as_ref()
            .map(|before| changes(before, one))
            .unwrap_or_default();
        let finals = |one: &HandOver| {
            one.sheets
                .iter()
                .filter(|sheet| sheet.state == SheetState::Final)
                .count()
        };
        let row = MergeRow {
            file: String::new(),
            judge: Some(one.judge.to_string()),
            number: Some(one.number),
            verdict,
            sheets: count(finals(one)),
            changed: if here { 0 } else { count(changes.len()) },
            new_sheets: if here {
                0
            } else {
                count(finals(one).saturating_sub(before.as_ref().map_or(0, finals)))
            },
            reports: count(one.reports.len()),
            changes: changes.into_iter().take(TOLD).collect(),
            reason: note.map(|note| note.words.to_owned()),
            code: note.map(|note| note.code.to_owned()),
        };
        Ok((row, !here))
    }

    /// What the same device said last before this one.
    fn last_of(&self, heads: &[&HandOver], one: &HandOver) -> Result<Option<HandOver>, Error> {
        let last = heads
            .iter()
            .filter(|head| head.device == one.device && head.number < one.number)
            .max_by_key(|head| head.number);
        last.map(|head| self.whole(head.hash)).transpose()
    }

    /// Whether heads of this judge differ on something that this hand-over says.
    fn differs(&self, standing: &[&HandOver], one: &HandOver) -> Result<bool, Error> {
        if standing.len() < 2 {
            return Ok(false);
        }
        let mut whole = vec![one.clone()];
        for head in standing.iter().filter(|head| head.hash != one.hash) {
            whole.push(self.whole(head.hash)?);
        }
        let view = view(&whole, &self.settlements);
        Ok(view
            .conflicts()
            .any(|(_, sides)| sides.iter().any(|side| side.hand_overs.contains(&one.hash))))
    }

    /// The hand-over as it is under the rules in force.
    fn whole(&self, hash: Hash) -> Result<HandOver, Error> {
        let said = match self.let_in.get(&hash) {
            Some(bytes) => exchange::handover::read(bytes)?.hand_over,
            None => {
                exchange::handover::read(&store::hand_overs::bytes(self.contents, hash)?)?.hand_over
            }
        };
        Ok(self.history.carry(said, &self.entries)?)
    }
}

/// What is known of an archived hand-over without reading its bytes.
fn outline(known: &Archived) -> HandOver {
    HandOver {
        hash: known.hash,
        competition: CompetitionId([0; 32]),
        rules: known.rules,
        judge: known.judge.clone(),
        device: known.device,
        number: known.number,
        previous: known.previous,
        made_at: known.made_at,
        sheets: Vec::new(),
        recusals: Vec::new(),
        reports: Vec::new(),
    }
}

/// The marks that differ between two hand-overs: "OPD-007 dampak: 80 → 85".
fn changes(before: &HandOver, after: &HandOver) -> Vec<String> {
    let old: BTreeMap<(&StageCode, &EntryCode), &Sheet> = before
        .sheets
        .iter()
        .map(|sheet| ((&sheet.stage, &sheet.entry), sheet))
        .collect();
    let mut changes = Vec::new();
    for sheet in &after.sheets {
        let Some(old) = old.get(&(&sheet.stage, &sheet.entry)) else {
            continue;
        };
        let said = |sheet: &Sheet, code: &CriterionCode| {
            sheet
                .marks
                .get(code)
                .map_or_else(|| "–".to_owned(), |mark| mark.value.to_string())
        };
        let codes: BTreeSet<_> = old.marks.keys().chain(sheet.marks.keys()).collect();
        for code in codes {
            let (before, after) = (said(old, code), said(sheet, code));
            if before != after {
                changes.push(format!("{} {code}: {before} → {after}", sheet.entry));
            }
        }
    }
    changes
}
