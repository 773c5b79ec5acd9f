//! A judge's receipt: whether each sheet that the judge gave counts in a result as it was given, and if not, why.

use crate::case::Case;
use crate::decision::{Act, in_force as holding};
use crate::handover::{HandOver, Key, Said, Value, View};
use crate::results::{Results, SheetOutcome};
use crate::sheet::Sheet;
use crate::{CriterionCode, Hash, JudgeCode};

/// A final sheet that a judge handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// What it is about.
    pub key: Key,
    /// As it is under the rules of the result; `None` when nothing is judged there any more.
    pub sheet: Option<Sheet>,
    /// The last hand-over that says so.
    pub hand_over: Hash,
}

/// Whether a given sheet counts as it was given, else why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Receipt {
    /// It counts with these marks.
    Counted,
    /// The chair chose another statement of this judge.
    Settled {
        /// The reason of that decision.
        reason: String,
    },
    /// A later hand-over of this judge says something else.
    Superseded {
        /// Its number.
        number: u32,
    },
    /// The judge stands aside for the entry.
    Recused,
    /// The hand-over came after the result was published.
    Late,
    /// The hand-over is not in the result pack.
    NotInPack,
    /// The judge's hand-overs differ, and the chair has not settled it.
    Conflict,
    /// The rules in force need marks that it lacks.
    LacksMarks {
        /// Of these criteria.
        criteria: Vec<CriterionCode>,
    },
    /// None of its marks has any weight.
    NoWeight,
    /// The judge is not assigned to the entry.
    NotAssigned,
    /// Nothing is judged there under the rules in force.
    NotJudged,
    /// It was never handed over.
    NotHandedOver,
    /// It was changed after it was handed over.
    ChangedSince,
}

crate::words! {
    /// Whether a judge's sheet counts in a result as it was given, else why not.
    pub enum ReceiptKind of Receipt {
        /// It counts with these marks.
        Counted = "counted",
        /// The chair chose another statement of this judge.
        Settled = "settled",
        /// A later hand-over of this judge says something else.
        Superseded = "superseded",
        /// The judge stands aside for the entry.
        Recused = "recused",
        /// The hand-over came after the result was published.
        Late = "late",
        /// The hand-over is not in the result pack.
        NotInPack = "not-in-pack",
        /// The judge's hand-overs differ, and the chair has not settled it.
        Conflict = "conflict",
        /// The rules in force need marks that it lacks.
        LacksMarks = "lacks-marks",
        /// None of its marks has any weight.
        NoWeight = "no-weight",
        /// The judge is not assigned to the entry.
        NotAssigned = "not-assigned",
        /// Nothing is judged there under the rules in force.
        NotJudged = "not-judged",
        /// It was never handed over.
        NotHandedOver = "not-handed-over",
        /// It was changed after it was handed over.
        ChangedSince = "changed-since",
    }
}

/// What became of each given sheet in the results of the case, in the order given.
#[must_use]
pub fn receipts(case: &Case, results: &Results, given: &[Given]) -> Vec<Receipt> {
    let view = case.view();
    let each = given.iter().map(|given| match &given.sheet {
        None => Receipt::NotJudged,
        Some(sheet) => receipt(case, &view, results, given, sheet),
    });
    each.collect()
}

fn receipt(
    case: &Case,
    view: &View<'_>,
    results: &Results,
    given: &Given,
    sheet: &Sheet,
) -> Receipt {
    let in_force = view.said.get(&given.key);
    match in_force {
        Some(Value::InForce(Said::Sheet(said))) if *said == sheet => outcome(results, &given.key),
        Some(Value::Conflict(_)) => Receipt::Conflict,
        Some(Value::InForce(said)) => not_in_force(case, given, Some(*said)),
        None => not_in_force(case, given, None),
    }
}

/// What the computation says of a sheet that is in force.
fn outcome(results: &Results, key: &Key) -> Receipt {
    let mut stages = results.stages.iter();
    let stage = stages.find(|stage| stage.standings.of.as_ref() == Some(&key.stage));
    let sheet = stage.and_then(|stage| stage.sheet(&key.entry, &key.judge));
    match sheet.map(|sheet| &sheet.outcome) {
        Some(SheetOutcome::Counted { .. }) => Receipt::Counted,
        Some(SheetOutcome::LacksMarks(criteria)) => Receipt::LacksMarks {
            criteria: criteria.clone(),
        },
        Some(SheetOutcome::NoWeight) => Receipt::NoWeight,
        Some(SheetOutcome::NotAssigned) => Receipt::NotAssigned,
        Some(SheetOutcome::Recused) => Receipt::Recused,
        Some(SheetOutcome::Conflict) => Receipt::Conflict,
        Some(SheetOutcome::Draft | SheetOutcome::NotFiled) | None => Receipt::NotJudged,
    }
}

/// Why something else is in force than what was given.
fn not_in_force(case: &Case, given: &Given, in_force: Option<Said<'_>>) -> Receipt {
    let mut counted = case.hand_overs.iter();
    let Some(own) = counted.find(|said| said.hash == given.hand_over) else {
        let is_late = case.late.iter().any(|said| said.hash == given.hand_over);
        return if is_late {
            Receipt::Late
        } else {
            Receipt::NotInPack
        };
    };
    if let Some(reason) = settled(case, &given.key, in_force) {
        return Receipt::Settled { reason };
    }
    if matches!(in_force, Some(Said::Recused(_))) {
        return Receipt::Recused;
    }
    match later(case, own) {
        Some(number) => Receipt::Superseded { number },
        None => Receipt::NotJudged,
    }
}

/// The reason of the last settlement of this statement that holds, if what it chose is in force: a judge may have said
/// something else since.
fn settled(case: &Case, key: &Key, in_force: Option<Said<'_>>) -> Option<String> {
    let holding = holding(&case.decisions);
    let mut settlements = holding
        .iter()
        .rev()
        .filter_map(|decision| match &decision.act {
            Act::SettleConflict(settlement) if settlement.key == *key => {
                Some((decision, settlement))
            }
            _ => None,
        });
    let (decision, settlement) = settlements.next()?;
    let mut all = case.hand_overs.iter();
    let chosen = all.find(|said| said.hash == settlement.chosen)?;
    let is_about = |stage, entry| (stage, entry) == (&key.stage, &key.entry);
    let chose = match in_force? {
        Said::Sheet(sheet) => chosen.sheets.contains(sheet),
        Said::Recused(_) => {
            let mut recusals = chosen.recusals.iter();
            recusals.any(|recusal| is_about(&recusal.stage, &recusal.entry))
        }
    };
    chose.then(|| decision.reason.clone())
}

/// The number of the last hand-over of the same judge and device after this one.
fn later(case: &Case, own: &HandOver) -> Option<u32> {
    let same = |said: &&HandOver| (&said.judge, said.device) == (&own.judge, own.device);
    let all = case.hand_overs.iter().map(|said| &**said).filter(same);
    all.map(|said| said.number)
        .filter(|number| *number > own.number)
        .max()
}

/// What a judge says of an entry in a stage.
#[must_use]
pub fn key(judge: &JudgeCode, sheet: &Sheet) -> Key {
    Key {
        judge: judge.clone(),
        stage: sheet.stage.clone(),
        entry: sheet.entry.clone(),
    }
}
