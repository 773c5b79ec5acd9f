//! Whether two results mean the same, field by field.

use super::{
    ArchivedObstacle, ArchivedRanking, ArchivedResult, ArchivedRow, ArchivedScore, ArchivedSheet,
    ArchivedStanding,
};
use judging::ranking::Status;
use judging::results::SheetOutcomeKind;
use judging::scoring::ObstacleKind;
use judging::{CategoryCode, EntryCode, JudgeCode, StageCode};
use std::collections::BTreeMap;
use std::fmt::Display;

/// The first field in which two results differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Where in the result.
    pub location: Location,
    /// In which field.
    pub field: ResultField,
    /// What the first result says; `None` when it says nothing.
    pub first: Option<FieldValue>,
    /// What the second result says.
    pub second: Option<FieldValue>,
}

/// What a field says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldValue {
    /// A number, a fraction, a decimal or codes, as the format writes them.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// Whether an entry is ranked.
    Status(Status),
    /// What stands against it.
    Obstacle(ObstacleKind),
    /// Whether a judge's sheet counts.
    Outcome(SheetOutcomeKind),
}

/// What of a result a field is about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Location {
    /// The stage of the standing; `None` for the final one.
    pub stage: Option<StageCode>,
    /// The category, where the field is one of a category or of an entry in it.
    pub category: Option<CategoryCode>,
    /// The entry, where the field is one of an entry.
    pub entry: Option<EntryCode>,
    /// The judge, where the field is one of a judge's sheet.
    pub judge: Option<JudgeCode>,
}

judging::words! {
    /// A field in which two results can differ.
    pub enum ResultField {
        /// The place in the list: of a standing, category, entry or sheet. What is missing has none.
        Order = "order",
        /// The stages whose scores are in a ranking.
        Counted = "counted",
        /// An entry's rank.
        Rank = "rank",
        /// The fraction before the last rounding.
        ScoreExact = "score.exact",
        /// The decimal that is compared.
        ScoreRounded = "score.rounded",
        /// Whether the entry is ranked.
        Status = "status",
        /// What stands against it.
        ObstacleKind = "obstacle.kind",
        /// The stage in which that stands against it.
        ObstacleStage = "obstacle.stage",
        /// The decision that does.
        ObstacleDecision = "obstacle.decision",
        /// The judges whom the obstacle is about.
        ObstacleJudges = "obstacle.judges",
        /// The criterion that has too few marks.
        ObstacleCriterion = "obstacle.criterion",
        /// The stage whose cut it did not pass.
        ObstacleCut = "obstacle.cut",
        /// How many sheets or marks there are.
        ObstacleFiled = "obstacle.filed",
        /// How many it takes.
        ObstacleNeeded = "obstacle.needed",
        /// How many fall away at each end.
        ObstacleTrim = "obstacle.trim",
        /// Whether it shares its rank.
        Tied = "tied",
        /// The step of the ladder that broke its tie.
        DecidedBy = "decided_by",
        /// Its scores in the counted stages.
        Stages = "stages",
        /// What decisions take off.
        Deducted = "deducted",
        /// Whether it passes the stage's cut.
        Shortlisted = "shortlisted",
        /// How many sheets count.
        Sheets = "sheets",
        /// Assigned judges without a sheet that counts.
        Missing = "missing",
        /// Judges who stood aside.
        Recused = "recused",
        /// Judges who filed without being assigned.
        Unassigned = "unassigned",
        /// Whether a judge's sheet counts.
        SheetOutcome = "sheet.outcome",
        /// The fraction of a judge's sheet.
        SheetExact = "sheet.exact",
        /// Its decimal.
        SheetRounded = "sheet.rounded",
        /// The criteria of which it lacks a mark.
        SheetLacking = "sheet.lacking",
        /// Whether a late hand-over says something else.
        SheetLate = "sheet.late",
    }
}

/// A field with what it says.
type Says = (ResultField, Option<FieldValue>);

/// The first field in which two results differ, in the order of the second; `None` when they mean the same.
#[must_use]
pub fn difference(first: &ArchivedResult, second: &ArchivedResult) -> Option<Difference> {
    let location = |standing: &ArchivedStanding| Location {
        stage: standing.stage.clone(),
        ..Location::default()
    };
    let (key, stages) = (
        |standing: &ArchivedStanding| standing.stage.clone(),
        (&*first.stages, &*second.stages),
    );
    in_standing(&first.overall, &second.overall, &Location::default())
        .or_else(|| in_lists(stages, key, location, in_standing))
}

fn in_standing(
    first: &ArchivedStanding,
    second: &ArchivedStanding,
    within: &Location,
) -> Option<Difference> {
    let location = |ranking: &ArchivedRanking| Location {
        category: Some(ranking.category.clone()),
        ..within.clone()
    };
    let key = |ranking: &ArchivedRanking| ranking.category.clone();
    in_lists(
        (&first.categories, &second.categories),
        key,
        location,
        in_ranking,
    )
}

fn in_ranking(
    first: &ArchivedRanking,
    second: &ArchivedRanking,
    within: &Location,
) -> Option<Difference> {
    let location = |row: &ArchivedRow| Location {
        entry: Some(row.entry.clone()),
        ..within.clone()
    };
    let counted = |ranking: &ArchivedRanking| vec![(ResultField::Counted, codes(&ranking.counted))];
    let rows = (&*first.rows, &*second.rows);
    in_fields((first, second), within, counted)
        .or_else(|| in_lists(rows, |row| row.entry.clone(), location, in_row))
}

fn in_row(first: &ArchivedRow, second: &ArchivedRow, within: &Location) -> Option<Difference> {
    let location = |sheet: &ArchivedSheet| Location {
        judge: Some(sheet.judge.clone()),
        ..within.clone()
    };
    let in_sheet = |first: &ArchivedSheet, second: &ArchivedSheet, within: &Location| {
        in_fields((first, second), within, of_sheet)
    };
    let judges = (&*first.judges, &*second.judges);
    in_fields((first, second), within, of_row)
        .or_else(|| in_lists(judges, |sheet| sheet.judge.clone(), location, in_sheet))
}

/// The first difference of two lists whose items are known by a key: inside an item, or of its place in the list.
fn in_lists<T: PartialEq, K: Ord>(
    (first, second): (&[T], &[T]),
    key: impl Fn(&T) -> K,
    location: impl Fn(&T) -> Location,
    inside: impl Fn(&T, &T, &Location) -> Option<Difference>,
) -> Option<Difference> {
    if first == second {
        return None;
    }
    let places = |list: &[T]| -> BTreeMap<K, usize> { list.iter().map(&key).zip(0..).collect() };
    let (in_first, in_second) = (places(first), places(second));
    let place = |item: &T, first: Option<&usize>, second: Option<&usize>| Difference {
        location: location(item),
        field: ResultField::Order,
        first: shown(first.map(|place| place + 1)),
        second: shown(second.map(|place| place + 1)),
    };
    let of_second = second.iter().enumerate().find_map(|(at, item)| {
        let known = in_first.get(&key(item));
        let inside = known.and_then(|&place| inside(&first[place], item, &location(item)));
        inside.or_else(|| (known != Some(&at)).then(|| place(item, known, Some(&at))))
    });
    of_second.or_else(|| {
        let mut gone = first.iter().enumerate();
        let (at, item) = gone.find(|(_, item)| !in_second.contains_key(&key(item)))?;
        Some(place(item, Some(&at), None))
    })
}

/// The first field in which two things of one location differ.
fn in_fields<T: PartialEq>(
    (first, second): (&T, &T),
    location: &Location,
    fields: impl Fn(&T) -> Vec<Says>,
) -> Option<Difference> {
    if first == second {
        return None;
    }
    let mut pairs = fields(first).into_iter().zip(fields(second));
    let (first, second) = pairs.find(|(first, second)| first != second)?;
    Some(Difference {
        location: location.clone(),
        field: second.0,
        first: first.1,
        second: second.1,
    })
}

fn of_row(row: &ArchivedRow) -> Vec<Says> {
    use ResultField as Field;
    let of_stage =
        |(stage, of): &(StageCode, ArchivedScore)| format!("{stage} {} = {}", of.rounded, of.exact);
    let stages: Vec<String> = row.stages.iter().map(of_stage).collect();
    let score = row.score.as_ref();
    let against = row.obstacle.as_ref();
    let of_obstacle = |says: fn(&ArchivedObstacle) -> Option<FieldValue>| against.and_then(says);
    vec![
        (Field::Rank, shown(row.rank)),
        (Field::ScoreExact, shown(score.map(|score| &score.exact))),
        (
            Field::ScoreRounded,
            shown(score.map(|score| &score.rounded)),
        ),
        (Field::Status, Some(FieldValue::Status(row.status))),
        (
            Field::ObstacleKind,
            against.map(|of| FieldValue::Obstacle(of.kind)),
        ),
        (
            Field::ObstacleStage,
            of_obstacle(|of| shown(of.stage.as_ref())),
        ),
        (
            Field::ObstacleDecision,
            of_obstacle(|of| shown(of.decision)),
        ),
        (Field::ObstacleJudges, of_obstacle(|of| codes(&of.judges))),
        (
            Field::ObstacleCriterion,
            of_obstacle(|of| shown(of.criterion.as_ref())),
        ),
        (Field::ObstacleCut, of_obstacle(|of| shown(of.cut.as_ref()))),
        (Field::ObstacleFiled, of_obstacle(|of| shown(of.filed))),
        (Field::ObstacleNeeded, of_obstacle(|of| shown(of.needed))),
        (Field::ObstacleTrim, of_obstacle(|of| shown(of.trim))),
        (Field::Tied, Some(FieldValue::Flag(row.tied))),
        (Field::DecidedBy, shown(row.decided_by.as_ref())),
        (Field::Stages, codes(&stages)),
        (Field::Deducted, shown(Some(&row.deducted))),
        (Field::Shortlisted, row.shortlisted.map(FieldValue::Flag)),
        (Field::Sheets, shown(Some(row.sheets))),
        (Field::Missing, codes(&row.missing)),
        (Field::Recused, codes(&row.recused)),
        (Field::Unassigned, codes(&row.unassigned)),
    ]
}

fn of_sheet(sheet: &ArchivedSheet) -> Vec<Says> {
    use ResultField as Field;
    let score = sheet.score.as_ref();
    vec![
        (
            Field::SheetOutcome,
            Some(FieldValue::Outcome(sheet.outcome)),
        ),
        (Field::SheetExact, shown(score.map(|score| &score.exact))),
        (
            Field::SheetRounded,
            shown(score.map(|score| &score.rounded)),
        ),
        (Field::SheetLacking, codes(&sheet.lacking)),
        (Field::SheetLate, Some(FieldValue::Flag(sheet.late))),
    ]
}

fn shown(value: Option<impl Display>) -> Option<FieldValue> {
    value.map(|value| FieldValue::Text(value.to_string()))
}

/// Several codes; an empty list says nothing.
fn codes<C: Display>(codes: &[C]) -> Option<FieldValue> {
    let texts: Vec<String> = codes.iter().map(ToString::to_string).collect();
    shown((!texts.is_empty()).then(|| texts.join(", ")))
}
