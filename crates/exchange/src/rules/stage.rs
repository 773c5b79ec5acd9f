//! Reads `[[stage]]` and `[[stage.criterion]]`.

use super::problem::What;
use super::table::{Table, TextOrTable, not_one_of};
use judging::entry::BlindField;
use judging::rules::{
    Aggregate, AggregateKind, Claim, Criterion, JudgedBy, Level, Missing, MissingKind, RemarkRule,
    Scale, Score, Shortlist, ShortlistKind, Stage, StageKind, TieBreak, TieBreakError, VisitEffect,
};
use judging::{CategoryCode, ClosedSet, CodeError, Fixed};
use std::collections::BTreeSet;

pub(super) fn stage(mut table: Table<'_>) -> Option<Stage> {
    let code = table.parsed("code");
    let code = table.require("code", code);
    let name = table.text("name");
    let name = table.require("name", name);
    let kind = table.word("kind", StageKind::Scoring);
    let categories = categories(&mut table);
    let from = table.date("from");
    let to = table.date("to");
    let weight = table.decimal("weight");
    let score = table.word("score", Score::WeightedMean);
    let aggregate = aggregate(&mut table);
    let missing = missing(&mut table);
    let judged_by = table.word("judges", JudgedBy::default());
    let blind = blind(&mut table);
    let shortlist = table.table("shortlist").and_then(shortlist);
    let tie_break = tie_break(&mut table);
    let claims = table.texts_or_tables("claims");
    let claims = claims.into_iter().filter_map(claim).collect();
    let slot_minutes = table.count("slot_minutes");
    let criteria: Vec<Criterion> = table
        .tables("criterion")
        .into_iter()
        .filter_map(criterion)
        .collect();
    let usual = match kind {
        Some(StageKind::Verification) if !criteria.is_empty() => VisitEffect::Marked,
        _ => VisitEffect::None,
    };
    let effect = table.word("effect", usual);
    table.finish();
    Some(Stage {
        code: code?,
        name: name?,
        kind: kind?,
        categories,
        from,
        to,
        weight,
        score: score?,
        aggregate: aggregate?,
        missing: missing?,
        judged_by: judged_by?,
        blind,
        shortlist,
        tie_break,
        criteria,
        effect: effect?,
        claims,
        slot_minutes,
    })
}

/// The categories that the stage names; none where the key is left out.
fn categories(table: &mut Table<'_>) -> BTreeSet<CategoryCode> {
    let empty = "an empty list: leave the key out where the stage is for all categories";
    each_once(table, "categories", empty, |table, key, text| {
        let wrong = |error: CodeError| table.wrong(key, What::Value(error.to_string()));
        text.parse().map_err(wrong).ok()
    })
}

/// The fields that the stage keeps from its judges; none where the key is left out.
fn blind(table: &mut Table<'_>) -> BTreeSet<BlindField> {
    let empty = "an empty list: leave the key out where judges may see everything";
    each_once(table, "blind", empty, |table, key, text| {
        let wrong = |unknown| table.wrong(key, not_one_of(unknown));
        BlindField::from_code(text).map_err(wrong).ok()
    })
}

/// A list of which no value stands there twice and which is not empty; nothing where the key is left out. `read` notes
/// what is wrong with a value.
fn each_once<T: Ord>(
    table: &mut Table<'_>,
    key: &'static str,
    empty: &str,
    read: impl Fn(&Table<'_>, &'static str, &str) -> Option<T>,
) -> BTreeSet<T> {
    if table.is_empty_list(key) {
        table.wrong(key, What::Value(empty.into()));
    }
    let mut named = BTreeSet::new();
    for text in table.texts(key) {
        if let Some(value) = read(table, key, &text)
            && !named.insert(value)
        {
            table.wrong(key, What::Value(format!("“{text}” stands there twice")));
        }
    }
    named
}

fn aggregate(table: &mut Table<'_>) -> Option<Aggregate> {
    let kind = table.word("aggregate", AggregateKind::Mean);
    let trim = table.count("trim");
    Some(match (kind?, trim) {
        (AggregateKind::TrimmedMean, trim) => Aggregate::TrimmedMean {
            trim: trim.unwrap_or(1),
        },
        (_, Some(_)) => {
            let message = "means something only with aggregate = \"trimmed-mean\"";
            table.wrong("trim", What::Value(message.into()));
            return None;
        }
        (AggregateKind::Mean, None) => Aggregate::Mean,
        (AggregateKind::Median, None) => Aggregate::Median,
        (AggregateKind::Sum, None) => Aggregate::Sum,
        (AggregateKind::StandardisedMean, None) => Aggregate::StandardisedMean,
    })
}

fn missing(table: &mut Table<'_>) -> Option<Missing> {
    let kind = table.word("missing", MissingKind::RequireAll);
    let min_judges = table.count("min_judges");
    match (kind?, min_judges) {
        (MissingKind::OfFiled, min_judges) => Some(Missing::OfFiled {
            min_judges: min_judges.unwrap_or(1),
        }),
        (MissingKind::RequireAll, None) => Some(Missing::RequireAll),
        (MissingKind::RequireAll, Some(_)) => {
            let message = "means something only with missing = \"of-filed\"";
            table.wrong("min_judges", What::Value(message.into()));
            None
        }
    }
}

fn shortlist(mut table: Table<'_>) -> Option<Shortlist> {
    let cuts = [
        table.count("per_category").map(Shortlist::PerCategory),
        table.decimal("threshold").map(Shortlist::Threshold),
        table.decimal("share").map(Shortlist::Share),
    ];
    let given: Vec<&str> = ShortlistKind::codes()
        .filter(|key| table.has(key))
        .collect();
    if given.len() != 1 {
        let keys: Vec<&str> = ShortlistKind::codes().collect();
        let at = given.last().copied().unwrap_or(keys[0]);
        let message = format!("give one of {}", keys.join(", "));
        table.wrong(at, What::Value(message));
    }
    table.finish();
    cuts.into_iter().flatten().next()
}

fn tie_break(table: &mut Table<'_>) -> Vec<TieBreak> {
    let steps = table.texts("tie_break");
    let read = |step: String| {
        let read = step.parse();
        let wrong = |error: TieBreakError| table.wrong("tie_break", What::Value(error.to_string()));
        read.map_err(wrong).ok()
    };
    steps.into_iter().filter_map(read).collect()
}

/// A claim, written as its text alone or as a table.
fn claim(written: TextOrTable<'_>) -> Option<Claim> {
    let mut table = match written {
        TextOrTable::Text(text) => {
            return Some(Claim {
                text,
                criterion: None,
                unit: None,
            });
        }
        TextOrTable::Table(table) => table,
    };
    let text = table.text("text");
    let text = table.require("text", text);
    let criterion = table.parsed("criterion");
    let unit = table.text("unit");
    table.finish();
    Some(Claim {
        text: text?,
        criterion,
        unit,
    })
}

fn criterion(mut table: Table<'_>) -> Option<Criterion> {
    let code = table.parsed("code");
    let code = table.require("code", code);
    let parent = table.parsed("parent");
    let name = table.text("name");
    let name = table.require("name", name);
    let weight = table.decimal("weight");
    let weight = table.or("weight", weight, Fixed::whole(1));
    let range = table.table("scale").and_then(range);
    let levels: Vec<Level> = table
        .tables("levels")
        .into_iter()
        .filter_map(level)
        .collect();
    if table.has("scale") && table.has("levels") {
        let message = "a criterion has a scale or levels, not both";
        table.wrong("levels", What::Value(message.into()));
    }
    let scale = if table.has("levels") {
        Some(Scale::Levels(levels))
    } else {
        range
    };
    let required = table.flag("required", true);
    let remark = table.word("remark", RemarkRule::default());
    let guidance = table.text("guidance");
    table.finish();
    Some(Criterion {
        code: code?,
        parent,
        name: name?,
        weight: weight?,
        scale,
        required: required?,
        remark: remark?,
        guidance,
    })
}

fn range(mut table: Table<'_>) -> Option<Scale> {
    let min = table.decimal("min");
    let min = table.require("min", min);
    let max = table.decimal("max");
    let max = table.require("max", max);
    let step = table.decimal("step");
    let step = table.or("step", step, Fixed::whole(1));
    table.finish();
    Some(Scale::Range {
        min: min?,
        max: max?,
        step: step?,
    })
}

fn level(mut table: Table<'_>) -> Option<Level> {
    let value = table.decimal("value");
    let value = table.require("value", value);
    let label = table.text("label").unwrap_or_default();
    table.finish();
    Some(Level {
        value: value?,
        label,
    })
}
