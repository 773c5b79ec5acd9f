//! Sheets, compact: a stage's criteria are named once and the marks stand in their order.

use crate::Refusal;
use crate::record::{Record, list, map, text};
use ciborium::Value;
use judging::handover::Statement;
use judging::sheet::{Mark, Sheet, SheetOrigin, SheetState};
use judging::{CriterionCode, EntryCode, Fixed, StageCode};
use std::collections::{BTreeMap, BTreeSet};

/// Items of a sheet: entry, final, marks, remarks beside marks, remark, packet, place in the order of finishing.
const ITEMS: usize = 7;

pub(super) fn write(said: &Statement) -> Value {
    let mut stages: BTreeMap<&StageCode, BTreeMap<&EntryCode, &Sheet>> = BTreeMap::new();
    for sheet in &said.sheets {
        stages
            .entry(&sheet.stage)
            .or_default()
            .insert(&sheet.entry, sheet);
    }
    list(stages, |(stage, sheets)| {
        let criteria: BTreeSet<&CriterionCode> = sheets
            .values()
            .flat_map(|sheet| sheet.marks.keys())
            .collect();
        map([
            ("stage", text(stage)),
            ("criteria", list(&criteria, text)),
            (
                "sheets",
                list(sheets.values(), |sheet| write_sheet(said, sheet, &criteria)),
            ),
        ])
    })
}

fn write_sheet(said: &Statement, sheet: &Sheet, criteria: &BTreeSet<&CriterionCode>) -> Value {
    let of = (sheet.stage.clone(), sheet.entry.clone());
    let origin = said.origins.get(&of).copied().unwrap_or_default();
    let place = |place: Option<u32>| place.map_or(Value::Null, Value::from);
    let mark = |code: &&CriterionCode| {
        sheet
            .marks
            .get(*code)
            .map_or(Value::Null, |mark| text(mark.value))
    };
    let remarks = sheet
        .marks
        .iter()
        .filter(|(_, mark)| !mark.remark.is_empty());
    Value::Array(vec![
        text(&sheet.entry),
        Value::Bool(sheet.state == SheetState::Final),
        list(criteria, mark),
        Value::Map(
            remarks
                .map(|(code, mark)| (text(code), text(&mark.remark)))
                .collect(),
        ),
        text(&sheet.remark),
        place(origin.packet),
        place(origin.finished),
    ])
}

/// How sheets came about, by stage and entry.
type Origins = BTreeMap<(StageCode, EntryCode), SheetOrigin>;

pub(super) fn read(
    record: &mut Record,
    unknown: &mut Vec<String>,
) -> Result<(Vec<Sheet>, Origins), Refusal> {
    let mut sheets = Vec::new();
    let mut origins = Origins::new();
    for mut record in record.records("stages")? {
        let stage: StageCode = record.parsed("stage")?;
        let criteria = record.list_of("criteria", |code| code.into_text().ok()?.parse().ok())?;
        if criteria.iter().collect::<BTreeSet<_>>().len() != criteria.len() {
            return Err(record.wrong("criteria", "names a criterion twice"));
        }
        for (n, value) in record.list("sheets")?.into_iter().enumerate() {
            let place = || format!("{}[{n}]", record.path_of("sheets"));
            let sheet = read_sheet(value, &stage, &criteria, |extra| {
                unknown.push(format!("{}[{extra}]", place()));
            });
            let (sheet, origin) = sheet.map_err(|message| Refusal::malformed(place(), message))?;
            if origin != SheetOrigin::default() {
                origins.insert((sheet.stage.clone(), sheet.entry.clone()), origin);
            }
            sheets.push(sheet);
        }
        record.finish(unknown);
    }
    Ok((sheets, origins))
}

fn read_sheet(
    value: Value,
    stage: &StageCode,
    criteria: &[CriterionCode],
    unknown: impl FnMut(usize),
) -> Result<(Sheet, SheetOrigin), String> {
    let items = value.into_array().map_err(|_| "must be a list")?;
    (ITEMS..items.len()).for_each(unknown);
    let mut items = items.into_iter();
    let mut next = || items.next().ok_or("has too few items");
    let entry = next()?
        .into_text()
        .map_err(|_| "the entry must be a text")?;
    let state = match next()? {
        Value::Bool(true) => SheetState::Final,
        Value::Bool(false) => SheetState::Draft,
        _ => return Err("must say true for final or false for draft".into()),
    };
    let mut marks = read_marks(next()?, criteria)?;
    read_remarks(next()?, &mut marks)?;
    let remark = next()?
        .into_text()
        .map_err(|_| "the remark must be a text")?;
    let origin = SheetOrigin {
        packet: read_place(next()?, "the packet")?,
        finished: read_place(next()?, "the order of finishing")?,
    };
    let sheet = Sheet {
        stage: stage.clone(),
        entry: entry.parse().map_err(|error| format!("{error}"))?,
        state,
        marks,
        remark,
    };
    Ok((sheet, origin))
}

fn read_place(value: Value, what: &str) -> Result<Option<u32>, String> {
    let place = match value {
        Value::Null => return Ok(None),
        Value::Integer(place) => u32::try_from(place).ok(),
        _ => None,
    };
    place
        .map(Some)
        .ok_or_else(|| format!("{what} must be a whole number from 0 or null"))
}

fn read_marks(
    value: Value,
    criteria: &[CriterionCode],
) -> Result<BTreeMap<CriterionCode, Mark>, String> {
    let values = value.into_array().map_err(|_| "the marks must be a list")?;
    if values.len() != criteria.len() {
        return Err(format!(
            "has {} marks for {} criteria",
            values.len(),
            criteria.len()
        ));
    }
    let given = criteria
        .iter()
        .zip(values)
        .filter(|(_, value)| *value != Value::Null);
    let read = |(code, value): (&CriterionCode, Value)| {
        let digits = value
            .into_text()
            .map_err(|_| format!("the mark for {code} must be a decimal written as text"))?;
        let value: Fixed = digits.parse().map_err(|error| format!("{code}: {error}"))?;
        Ok((
            code.clone(),
            Mark {
                value,
                remark: String::new(),
            },
        ))
    };
    given.map(read).collect()
}

fn read_remarks(value: Value, marks: &mut BTreeMap<CriterionCode, Mark>) -> Result<(), String> {
    for (code, remark) in value.into_map().map_err(|_| "the remarks must be a map")? {
        let (Value::Text(code), Value::Text(remark)) = (code, remark) else {
            return Err("a remark must be a text under a criterion".into());
        };
        let bare = marks
            .get_mut(code.as_str())
            .filter(|mark| mark.remark.is_empty());
        let mark = bare
            .ok_or_else(|| format!("there is no mark for the remark on {code}, or two remarks"))?;
        mark.remark = remark;
    }
    Ok(())
}
