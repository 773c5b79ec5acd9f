//! Whether two results mean the same, field by field.

use super::{ArchivedObstacle, ArchivedResult, ArchivedRow, ArchivedScore, ArchivedStanding};
use judging::{CategoryCode, EntryCode, StageCode};
use std::collections::BTreeMap;
use std::fmt;

/// The first field in which two results differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The stage of the standing; `None` for the final one.
    pub stage: Option<StageCode>,
    /// The category, where the field is one of a category or of an entry in it.
    pub category: Option<CategoryCode>,
    /// The entry, where the field is one of an entry.
    pub entry: Option<EntryCode>,
    /// The field, as the format names it: `score.exact`.
    pub field: &'static str,
    /// What the first result says; `None` when it says nothing.
    pub first: Option<String>,
    /// What the second result says.
    pub second: Option<String>,
}

/// A field of a result with what it says. Fields that say nothing are left out.
type Field = (Place, String);

/// Where a field stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    stage: Option<StageCode>,
    category: Option<CategoryCode>,
    entry: Option<EntryCode>,
    field: &'static str,
}

/// The first field in which two results differ, in the order of the second; `None` when they mean the same.
#[must_use]
pub fn difference(first: &ArchivedResult, second: &ArchivedResult) -> Option<Difference> {
    let (of_first, of_second) = (fields(first), fields(second));
    let known = |fields: &[Field]| fields.iter().cloned().collect::<BTreeMap<_, _>>();
    let (in_first, in_second) = (known(&of_first), known(&of_second));
    let mut places = of_second.iter().chain(&of_first).map(|(place, _)| place);
    let place = places.find(|place| in_first.get(place) != in_second.get(place))?;
    Some(Difference {
        stage: place.stage.clone(),
        category: place.category.clone(),
        entry: place.entry.clone(),
        field: place.field,
        first: in_first.get(place).cloned(),
        second: in_second.get(place).cloned(),
    })
}

fn fields(result: &ArchivedResult) -> Vec<Field> {
    let mut all = Vec::new();
    of_standing(&result.overall, 0, &mut all);
    for (number, standing) in (1..).zip(&result.stages) {
        of_standing(standing, number, &mut all);
    }
    all
}

/// The fields of a standing; the number is its place in the result.
fn of_standing(standing: &ArchivedStanding, number: usize, all: &mut Vec<Field>) {
    let place = Place {
        stage: standing.stage.clone(),
        category: None,
        entry: None,
        field: "order",
    };
    all.push((place.clone(), number.to_string()));
    for (number, ranking) in (1_usize..).zip(&standing.categories) {
        let place = Place {
            category: Some(ranking.category.clone()),
            ..place.clone()
        };
        all.push((place.clone(), number.to_string()));
        let counted = Place {
            field: "counted",
            ..place.clone()
        };
        all.push((counted, codes(&ranking.counted)));
        for (number, row) in (1..).zip(&ranking.rows) {
            let fields = of_row(row, number).into_iter();
            all.extend(fields.filter_map(|(field, says)| {
                let place = Place {
                    entry: Some(row.entry.clone()),
                    field,
                    ..place.clone()
                };
                says.map(|says| (place, says))
            }));
        }
    }
}

/// The fields of a row; the number is its place in the ranking.
fn of_row(row: &ArchivedRow, number: usize) -> Vec<(&'static str, Option<String>)> {
    let score = |score: &ArchivedScore| format!("{} = {}", score.rounded, score.exact);
    let stages = row.stages.iter();
    let stages = stages.map(|(stage, of)| format!("{stage} {}", score(of)));
    let whole = |number: Option<u32>| number.map(|number| number.to_string());
    vec![
        ("rank", whole(row.rank)),
        (
            "score.exact",
            row.score.as_ref().map(|one| one.exact.clone()),
        ),
        (
            "score.rounded",
            row.score.as_ref().map(|one| one.rounded.clone()),
        ),
        ("status", Some(row.status.to_string())),
        ("obstacle", row.obstacle.as_ref().map(obstacle)),
        ("tied", Some(row.tied.to_string())),
        (
            "decided_by",
            row.decided_by.as_ref().map(ToString::to_string),
        ),
        ("stages", Some(stages.collect::<Vec<_>>().join(", "))),
        ("deducted", Some(row.deducted.clone())),
        (
            "shortlisted",
            row.shortlisted.map(|passed| passed.to_string()),
        ),
        ("sheets", Some(row.sheets.to_string())),
        ("missing", Some(codes(&row.missing))),
        ("recused", Some(codes(&row.recused))),
        ("unassigned", Some(codes(&row.unassigned))),
        ("order", Some(number.to_string())),
    ]
}

fn obstacle(obstacle: &ArchivedObstacle) -> String {
    let parts = [
        Some(obstacle.kind.to_string()),
        obstacle
            .stage
            .as_ref()
            .map(|stage| format!("stage {stage}")),
        obstacle.decision.map(|hash| format!("decision {hash}")),
        (!obstacle.judges.is_empty()).then(|| codes(&obstacle.judges)),
        obstacle.criterion.as_ref().map(ToString::to_string),
        obstacle.cut.as_ref().map(|stage| format!("cut {stage}")),
        obstacle.filed.map(|filed| format!("filed {filed}")),
        obstacle.needed.map(|needed| format!("needed {needed}")),
        obstacle.trim.map(|trim| format!("trim {trim}")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn codes<C: fmt::Display>(codes: &[C]) -> String {
    let texts: Vec<String> = codes.iter().map(ToString::to_string).collect();
    texts.join(", ")
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.stage {
            Some(stage) => write!(f, "stage {stage}")?,
            None => f.write_str("final")?,
        }
        if let Some(category) = &self.category {
            write!(f, " › {category}")?;
        }
        if let Some(entry) = &self.entry {
            write!(f, " › {entry}")?;
        }
        let says = |says: &Option<String>| says.clone().unwrap_or_else(|| "nothing".to_owned());
        let (first, second) = (says(&self.first), says(&self.second));
        write!(
            f,
            " › {}: {first} in the pack, {second} computed",
            self.field
        )
    }
}
