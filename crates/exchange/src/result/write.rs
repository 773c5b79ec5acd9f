use super::{
    ArchivedObstacle, ArchivedRanking, ArchivedResult, ArchivedRow, ArchivedScore, ArchivedSheet,
    ArchivedStanding, FORMAT,
};
use crate::record::{bytes, encode, list, text};
use ciborium::Value;

/// The bytes of an archived result: the same for the same result.
#[must_use]
pub fn write(result: &ArchivedResult) -> Vec<u8> {
    encode(&map([
        ("format", FORMAT.into()),
        ("final", standing(&result.overall)),
        ("stages", list(&result.stages, standing)),
    ]))
}

fn standing(standing: &ArchivedStanding) -> Value {
    map([
        ("stage", optional(standing.stage.as_ref(), text)),
        ("categories", list(&standing.categories, ranking)),
    ])
}

fn ranking(ranking: &ArchivedRanking) -> Value {
    map([
        ("category", text(&ranking.category)),
        ("counted", list(&ranking.counted, text)),
        ("rows", list(&ranking.rows, row)),
    ])
}

fn row(row: &ArchivedRow) -> Value {
    map([
        ("entry", text(&row.entry)),
        ("status", text(row.status)),
        ("obstacle", optional(row.obstacle.as_ref(), obstacle)),
        ("rank", optional(row.rank, Value::from)),
        ("tied", row.tied.into()),
        ("decided_by", optional(row.decided_by.as_ref(), text)),
        ("score", optional(row.score.as_ref(), score)),
        ("sheets", row.sheets.into()),
        ("missing", list(&row.missing, text)),
        ("recused", list(&row.recused, text)),
        ("unassigned", list(&row.unassigned, text)),
        ("judges", optional(filled(&row.judges), sheets)),
        (
            "stages",
            list(&row.stages, |(code, of)| {
                map([
                    ("stage", text(code)),
                    ("exact", text(&of.exact)),
                    ("rounded", text(&of.rounded)),
                ])
            }),
        ),
        ("deducted", text(&row.deducted)),
        ("shortlisted", optional(row.shortlisted, Value::from)),
    ])
}

fn sheets(sheets: &[ArchivedSheet]) -> Value {
    list(sheets, |sheet| {
        let score = sheet.score.as_ref();
        map([
            ("judge", text(&sheet.judge)),
            ("outcome", text(sheet.outcome)),
            ("exact", optional(score, |score| text(&score.exact))),
            ("rounded", optional(score, |score| text(&score.rounded))),
            (
                "lacking",
                optional(filled(&sheet.lacking), |criteria| list(criteria, text)),
            ),
            ("late", optional(sheet.late.then_some(true), Value::from)),
        ])
    })
}

fn score(score: &ArchivedScore) -> Value {
    map([
        ("exact", text(&score.exact)),
        ("rounded", text(&score.rounded)),
    ])
}

fn obstacle(obstacle: &ArchivedObstacle) -> Value {
    map([
        ("kind", text(obstacle.kind)),
        ("stage", optional(obstacle.stage.as_ref(), text)),
        (
            "decision",
            optional(obstacle.decision, |hash| bytes(hash.0)),
        ),
        ("judges", list(&obstacle.judges, text)),
        ("criterion", optional(obstacle.criterion.as_ref(), text)),
        ("cut", optional(obstacle.cut.as_ref(), text)),
        ("filed", optional(obstacle.filed, Value::from)),
        ("needed", optional(obstacle.needed, Value::from)),
        ("trim", optional(obstacle.trim, Value::from)),
    ])
}

/// A map without the fields that say nothing.
fn map<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let fields = fields
        .into_iter()
        .filter(|(_, value)| *value != Value::Null);
    Value::Map(fields.map(|(key, value)| (key.into(), value)).collect())
}

/// A list that says something.
fn filled<T>(list: &[T]) -> Option<&[T]> {
    (!list.is_empty()).then_some(list)
}

fn optional<T>(value: Option<T>, write: impl Fn(T) -> Value) -> Value {
    value.map_or(Value::Null, write)
}
