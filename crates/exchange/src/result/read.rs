use super::{
    ArchivedObstacle, ArchivedRanking, ArchivedResult, ArchivedRow, ArchivedScore, ArchivedSheet,
    ArchivedStanding, FORMAT,
};
use crate::Refusal;
use crate::record::Record;
use judging::{Hash, JudgeCode};
use std::collections::BTreeSet;

/// Reads an archived result, with the paths of the fields that this version does not understand.
///
/// # Errors
/// [`Refusal`] for bytes that are no archived result, or one of a newer format; of what is wrong, the place is named.
pub fn read(bytes: &[u8]) -> Result<(ArchivedResult, Vec<String>), Refusal> {
    let mut unknown = Vec::new();
    let mut record = Record::parse(bytes)?;
    let format: u32 = record.whole("format")?;
    if format != FORMAT {
        let message = format!("{format} is not {FORMAT}, the one this program understands");
        return Err(record.wrong("format", message));
    }
    let result = ArchivedResult {
        overall: standing(record.record("final")?, &mut unknown)?,
        stages: each(record.records("stages")?, |stage| {
            standing(stage, &mut unknown)
        })?,
    };
    if result.overall.stage.is_some() {
        return Err(record.wrong("final.stage", "the final standing is of no stage"));
    }
    once(
        &record,
        "stages",
        result.stages.iter().map(|standing| &standing.stage),
    )?;
    record.finish(&mut unknown);
    Ok((result, unknown))
}

fn standing(mut record: Record, unknown: &mut Vec<String>) -> Result<ArchivedStanding, Refusal> {
    let standing = ArchivedStanding {
        stage: optional(&mut record, "stage", Record::parsed)?,
        categories: each(record.records("categories")?, |category| {
            ranking(category, unknown)
        })?,
    };
    let categories = standing.categories.iter();
    once(
        &record,
        "categories",
        categories.map(|ranking| &ranking.category),
    )?;
    record.finish(unknown);
    Ok(standing)
}

fn ranking(mut record: Record, unknown: &mut Vec<String>) -> Result<ArchivedRanking, Refusal> {
    let ranking = ArchivedRanking {
        category: record.parsed("category")?,
        counted: codes(&mut record, "counted")?,
        rows: each(record.records("rows")?, |entry| row(entry, unknown))?,
    };
    once(&record, "rows", ranking.rows.iter().map(|row| &row.entry))?;
    record.finish(unknown);
    Ok(ranking)
}

fn row(mut record: Record, unknown: &mut Vec<String>) -> Result<ArchivedRow, Refusal> {
    let row = ArchivedRow {
        entry: record.parsed("entry")?,
        status: record.word("status")?,
        obstacle: inner(&mut record, "obstacle", unknown, obstacle)?,
        rank: optional(&mut record, "rank", Record::whole)?,
        tied: flag(&mut record, "tied")?,
        decided_by: optional(&mut record, "decided_by", Record::parsed)?,
        score: inner(&mut record, "score", unknown, score)?,
        sheets: record.whole("sheets")?,
        missing: judges(&mut record, "missing")?,
        recused: judges(&mut record, "recused")?,
        unassigned: judges(&mut record, "unassigned")?,
        judges: each(
            optional(&mut record, "judges", Record::records)?.unwrap_or_default(),
            |judge| sheet(judge, unknown),
        )?,
        stages: each(record.records("stages")?, |mut stage| {
            Ok((stage.parsed("stage")?, score(stage, unknown)?))
        })?,
        deducted: fraction(&mut record, "deducted")?,
        shortlisted: optional(&mut record, "shortlisted", flag)?,
    };
    let stages = row.stages.iter();
    once(&record, "stages", stages.map(|(stage, _)| stage))?;
    once(
        &record,
        "judges",
        row.judges.iter().map(|sheet| &sheet.judge),
    )?;
    record.finish(unknown);
    Ok(row)
}

fn sheet(mut record: Record, unknown: &mut Vec<String>) -> Result<ArchivedSheet, Refusal> {
    let sheet = ArchivedSheet {
        judge: record.parsed("judge")?,
        outcome: record.word("outcome")?,
        lacking: optional(&mut record, "lacking", codes)?.unwrap_or_default(),
        late: optional(&mut record, "late", flag)?.unwrap_or_default(),
        score: record
            .has("exact")
            .then(|| figures(&mut record))
            .transpose()?,
    };
    record.finish(unknown);
    Ok(sheet)
}

fn score(mut record: Record, unknown: &mut Vec<String>) -> Result<ArchivedScore, Refusal> {
    let score = figures(&mut record)?;
    record.finish(unknown);
    Ok(score)
}

fn figures(record: &mut Record) -> Result<ArchivedScore, Refusal> {
    Ok(ArchivedScore {
        exact: fraction(record, "exact")?,
        rounded: decimal(record, "rounded")?,
    })
}

fn obstacle(mut record: Record, unknown: &mut Vec<String>) -> Result<ArchivedObstacle, Refusal> {
    let obstacle = ArchivedObstacle {
        kind: record.word("kind")?,
        stage: optional(&mut record, "stage", Record::parsed)?,
        decision: record.optional_bytes32("decision")?.map(Hash),
        judges: judges(&mut record, "judges")?,
        criterion: optional(&mut record, "criterion", Record::parsed)?,
        cut: optional(&mut record, "cut", Record::parsed)?,
        filed: optional(&mut record, "filed", Record::whole)?,
        needed: optional(&mut record, "needed", Record::whole)?,
        trim: optional(&mut record, "trim", Record::whole)?,
    };
    record.finish(unknown);
    Ok(obstacle)
}

fn each<T>(
    records: Vec<Record>,
    read: impl FnMut(Record) -> Result<T, Refusal>,
) -> Result<Vec<T>, Refusal> {
    records.into_iter().map(read).collect()
}

/// The value of a key, or none where there is null or nothing.
fn optional<T>(
    record: &mut Record,
    key: &str,
    read: impl Fn(&mut Record, &str) -> Result<T, Refusal>,
) -> Result<Option<T>, Refusal> {
    if record.has(key) {
        read(record, key).map(Some)
    } else {
        record.optional(key);
        Ok(None)
    }
}

/// The map at a key, or none where there is null or nothing.
fn inner<T>(
    record: &mut Record,
    key: &str,
    unknown: &mut Vec<String>,
    read: impl Fn(Record, &mut Vec<String>) -> Result<T, Refusal>,
) -> Result<Option<T>, Refusal> {
    let map = optional(record, key, Record::record)?;
    map.map(|map| read(map, unknown)).transpose()
}

fn flag(record: &mut Record, key: &str) -> Result<bool, Refusal> {
    let value = record.take(key)?.into_bool();
    value.map_err(|_| record.wrong(key, "must be true or false"))
}

fn codes<T: std::str::FromStr>(record: &mut Record, key: &str) -> Result<Vec<T>, Refusal> {
    record.list_of(key, |value| value.into_text().ok()?.parse().ok())
}

fn judges(record: &mut Record, key: &str) -> Result<Vec<JudgeCode>, Refusal> {
    codes(record, key)
}

fn fraction(record: &mut Record, key: &str) -> Result<String, Refusal> {
    let text = record.text(key)?;
    let (above, below) = text.split_once('/').unwrap_or((&text, "1"));
    if is_whole(above.strip_prefix('-').unwrap_or(above)) && is_whole(below) {
        return Ok(text);
    }
    Err(record.wrong(key, "must be a fraction such as 1707/20"))
}

fn decimal(record: &mut Record, key: &str) -> Result<String, Refusal> {
    let text = record.text(key)?;
    let size = text.strip_prefix('-').unwrap_or(&text);
    let (whole, digits) = size.split_once('.').unwrap_or((size, "0"));
    if is_whole(whole) && is_whole(digits) {
        return Ok(text);
    }
    Err(record.wrong(key, "must be a decimal such as 85.35"))
}

fn is_whole(digits: &str) -> bool {
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Refuses a list in which something stands twice.
fn once<T: Ord>(
    record: &Record,
    key: &str,
    mut items: impl Iterator<Item = T>,
) -> Result<(), Refusal> {
    let mut seen = BTreeSet::new();
    if items.all(|item| seen.insert(item)) {
        return Ok(());
    }
    Err(record.wrong(key, "something stands there twice"))
}
