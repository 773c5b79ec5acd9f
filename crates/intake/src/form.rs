//! A filled score form: marks that a judge wrote into a spreadsheet.
//!
//! The form says itself what it is for: a very hidden sheet `timbang` holds keys in column A and texts in column B
//! (`timbang-form` = 1, `competition`, `rules`, `stage`, `judge`, `sheet`), and a row of the marks' sheet says what its
//! columns hold (`entry`, `mark:CODE`, `remark:CODE`, `remark`; any others are for people). Rows are known by their entry,
//! so that a form may be sorted. An empty mark is a missing mark, never zero.

use crate::values::number::{Doubt, decimal};
use crate::values::text::{Lines, clean, is_nothing};
use crate::workbook::{Row, Sheet, Value, column_letter};
use crate::{Finding, FindingCode, Workbook};
use judging::panel::Scope;
use judging::rules::{Rules, Stage};
use judging::sheet::{Mark, SheetState, check_mark};
use judging::{CompetitionId, CriterionCode, EntryCode, Fixed, Hash, JudgeCode, StageCode};
use std::collections::BTreeMap;
use std::str::FromStr;

/// The layout that is understood.
const VERSION: &str = "1";
/// The sheet that says what the form is for.
const KEYS: &str = "timbang";

/// What a filled form says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoreForm {
    /// The competition it was made for.
    pub competition: CompetitionId,
    /// Hash of the rules it was made under.
    pub rules: Hash,
    /// The stage its marks are for.
    pub stage: StageCode,
    /// The judge it was made for.
    pub judge: JudgeCode,
    /// One sheet for every entry with a mark or a remark, all drafts: whether they are final is the user's to say.
    pub sheets: Vec<judging::sheet::Sheet>,
    /// What could not be taken. Any of severity *error* is a mark that the judge gave and that is not in `sheets`.
    pub findings: Vec<Finding>,
}

/// Why a workbook is no score form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// The hidden sheet is not there.
    #[error("this is not a score form: the hidden sheet “{KEYS}” is missing")]
    NotAForm,
    /// Made by a newer program.
    #[error("the score form has layout {0}; this program reads layout {VERSION}")]
    Version(String),
    /// A key of the hidden sheet is missing or unreadable.
    #[error("the score form does not say its {0}")]
    Key(&'static str),
    /// The sheet with the marks, or the row that names its columns, is not there.
    #[error("the score form has lost the row that says what its columns hold")]
    NoColumns,
    /// The rules have no such stage, or it takes no marks.
    #[error("the rules have no stage “{0}” that takes marks")]
    NoSuchStage(StageCode),
}

impl FormError {
    /// The name used for translation.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::NotAForm => "not-a-form",
            Self::Version(_) => "form-version",
            Self::Key(_) => "form-key",
            Self::NoColumns => "form-columns",
            Self::NoSuchStage(_) => "form-stage",
        }
    }
}

/// What a column holds.
enum Holds {
    Entry,
    Mark(CriterionCode),
    MarkRemark(CriterionCode),
    Remark,
}

/// Reads a filled score form. Whether it is for this competition, these rules and a judge of the panel is not checked here.
///
/// # Errors
/// [`FormError`] when the workbook is no form, is of a newer layout, or is for a stage that the rules do not have.
pub fn read_form(workbook: &Workbook, rules: &Rules) -> Result<ScoreForm, FormError> {
    let keys = workbook.sheet(KEYS).ok_or(FormError::NotAForm)?;
    let version = text_of(keys, "timbang-form").ok_or(FormError::NotAForm)?;
    if version != VERSION {
        return Err(FormError::Version(version));
    }
    let stage_code: StageCode = key(keys, "stage")?;
    let stage = rules
        .stage(&stage_code)
        .filter(|stage| !stage.criteria.is_empty());
    let stage = stage.ok_or_else(|| FormError::NoSuchStage(stage_code.clone()))?;
    let name = text_of(keys, "sheet").ok_or(FormError::Key("sheet"))?;
    let sheet = workbook.sheet(&name).ok_or(FormError::NoColumns)?;
    let (below, columns) = columns(sheet).ok_or(FormError::NoColumns)?;
    let mut form = ScoreForm {
        competition: key(keys, "competition")?,
        rules: key(keys, "rules")?,
        stage: stage_code,
        judge: key(keys, "judge")?,
        sheets: Vec::new(),
        findings: Vec::new(),
    };
    let mut reading = Filled {
        sheet: &sheet.name,
        stage,
        columns: &columns,
        form: &mut form,
    };
    for row in (below..sheet.height()).map(|place| sheet.row_at(place)) {
        reading.row(row);
    }
    Ok(form)
}

fn text_of(keys: &Sheet, wanted: &str) -> Option<String> {
    let mut rows = keys.rows();
    let row = rows.find(|row| {
        row.cell(0)
            .is_some_and(|value| value.shown().trim() == wanted)
    })?;
    Some(row.cell(1)?.shown().trim().to_owned())
}

fn key<T: FromStr>(keys: &Sheet, wanted: &'static str) -> Result<T, FormError> {
    let text = text_of(keys, wanted).and_then(|text| text.parse().ok());
    text.ok_or(FormError::Key(wanted))
}

/// The place below the row that names the columns, and what they hold.
fn columns(sheet: &Sheet) -> Option<(usize, BTreeMap<u32, Holds>)> {
    sheet.rows().enumerate().find_map(|(place, row)| {
        let columns: BTreeMap<_, _> = row
            .cells()
            .filter_map(|(column, value)| Some((column, holds(value.shown().trim())?)))
            .collect();
        let any = |wanted: fn(&Holds) -> bool| columns.values().any(wanted);
        let named = any(|holds| matches!(holds, Holds::Entry))
            && any(|holds| matches!(holds, Holds::Mark(_)));
        named.then_some((place + 1, columns))
    })
}

fn holds(text: &str) -> Option<Holds> {
    match text.split_once(':') {
        None if text == "entry" => Some(Holds::Entry),
        None if text == "remark" => Some(Holds::Remark),
        Some(("mark", code)) => code.parse().ok().map(Holds::Mark),
        Some(("remark", code)) => code.parse().ok().map(Holds::MarkRemark),
        _ => None,
    }
}

struct Filled<'a> {
    sheet: &'a str,
    stage: &'a Stage,
    columns: &'a BTreeMap<u32, Holds>,
    form: &'a mut ScoreForm,
}

impl Filled<'_> {
    fn row(&mut self, row: Row<'_>) {
        let cell = |wanted: fn(&Holds) -> bool| {
            let mut columns = self.columns.iter().filter(|(_, holds)| wanted(holds));
            columns.find_map(|(&column, _)| Some((column, row.cell(column)?)))
        };
        let entry = cell(|holds| matches!(holds, Holds::Entry));
        // A code ends in a number; “Kode” is a heading.
        let code = entry.map(|(_, value)| value.shown().trim().to_owned());
        let code = code.filter(|code| code.contains(|c: char| c.is_ascii_digit()));
        let code = code.and_then(|code| code.parse::<EntryCode>().ok());
        let (Some((column, value)), Some(entry)) = (entry, code) else {
            // A heading for people; but a number among the marks was given to some entry.
            let given = row
                .cells()
                .find(|(column, value)| self.is_mark(*column) && matches!(value, Value::Number(_)));
            if let Some((column, value)) = given {
                self.say(FindingCode::MarkWithoutEntry, row, column, value, None);
            }
            return;
        };
        let mut sheet = judging::sheet::Sheet {
            stage: self.stage.code.clone(),
            entry,
            state: SheetState::Draft,
            marks: BTreeMap::new(),
            remark: String::new(),
        };
        self.marks(row, &mut sheet);
        self.remarks(row, &mut sheet);
        if sheet.marks.is_empty() && sheet.remark.is_empty() {
            return;
        }
        if self
            .form
            .sheets
            .iter()
            .any(|other| other.entry == sheet.entry)
        {
            return self.say(FindingCode::EntryTwice, row, column, value, None);
        }
        self.form.sheets.push(sheet);
    }

    fn is_mark(&self, column: u32) -> bool {
        matches!(self.columns.get(&column), Some(Holds::Mark(_)))
    }

    fn marks(&mut self, row: Row<'_>, sheet: &mut judging::sheet::Sheet) {
        for (column, value) in row.cells() {
            let Some(Holds::Mark(code)) = self.columns.get(&column) else {
                continue;
            };
            if matches!(value, Value::Text(text) if is_nothing(text)) {
                continue;
            }
            match self.mark(code, value) {
                Ok(value) => {
                    let remark = String::new();
                    sheet.marks.insert(code.clone(), Mark { value, remark });
                }
                Err((finding, why)) => self.say(finding, row, column, value, why),
            }
        }
    }

    fn mark(
        &self,
        code: &CriterionCode,
        value: Value<'_>,
    ) -> Result<Fixed, (FindingCode, Option<String>)> {
        let shown = value.shown();
        let text = match value {
            // The shortest text of a number is what the judge typed; no arithmetic is done on it.
            Value::Number(_) => Ok(shown.into_owned()),
            Value::Text(text) => decimal(text),
            _ => Err(Doubt::Unreadable),
        };
        let text = text.map_err(|doubt| match doubt {
            Doubt::Ambiguous => (FindingCode::AmbiguousMark, None),
            Doubt::Unreadable => (FindingCode::UnreadableMark, None),
        })?;
        let mark: Fixed = text.parse().map_err(|error: judging::FixedError| {
            (FindingCode::UnreadableMark, Some(error.to_string()))
        })?;
        match check_mark(self.stage, &Scope::default(), code, mark) {
            Ok(()) => Ok(mark),
            Err(error) => Err((FindingCode::MarkOutsideScale, Some(error.to_string()))),
        }
    }

    fn remarks(&mut self, row: Row<'_>, sheet: &mut judging::sheet::Sheet) {
        for (column, value) in row.cells() {
            let shown = value.shown();
            let remark = clean(&shown, Lines::Keep);
            let into = match self.columns.get(&column) {
                Some(Holds::Remark) => &mut sheet.remark,
                Some(Holds::MarkRemark(code)) => match sheet.marks.get_mut(code) {
                    Some(mark) => &mut mark.remark,
                    // A remark on a mark that was not given says that it was to be given.
                    None if is_nothing(&remark.text) => continue,
                    None => {
                        self.say(FindingCode::RemarkWithoutMark, row, column, value, None);
                        continue;
                    }
                },
                _ => continue,
            };
            into.push_str(&remark.text);
            if remark.hidden {
                self.say(
                    FindingCode::HiddenCharacters,
                    row,
                    column,
                    value,
                    Some(remark.text.into_owned()),
                );
            }
        }
    }

    fn say(
        &mut self,
        code: FindingCode,
        row: Row<'_>,
        column: u32,
        value: Value<'_>,
        made: Option<String>,
    ) {
        let mut finding = Finding::of_sheet(code, self.sheet);
        finding.row = Some(row.number);
        finding.column = Some(column_letter(column));
        finding.cell = Some(value.shown().into_owned());
        finding.made = made;
        self.form.findings.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::tests::workbook;
    use judging::rules::{
        Aggregate, Criterion, JudgedBy, Missing, RemarkRule, Scale, Score, StageKind, VisitEffect,
    };

    fn rules() -> Rules {
        let leaf = |code: &str| Criterion {
            code: code.parse().unwrap(),
            parent: None,
            name: code.to_owned(),
            weight: Fixed::whole(1),
            scale: Some(Scale::Range {
                min: Fixed::ZERO,
                max: Fixed::whole(100),
                step: "0.5".parse().unwrap(),
            }),
            required: true,
            remark: RemarkRule::Optional,
            guidance: None,
        };
        let mut rules = crate::category::tests::rules(&[("OPD", "OPD", "")]);
        rules.stages.push(Stage {
            code: "penilaian".parse().unwrap(),
            name: "Penilaian".into(),
            kind: StageKind::Scoring,
            categories: Default::default(),
            blind: Default::default(),
            from: None,
            to: None,
            weight: None,
            score: Score::WeightedMean,
            aggregate: Aggregate::Mean,
            missing: Missing::RequireAll,
            judged_by: JudgedBy::Entry,
            shortlist: None,
            tie_break: Vec::new(),
            criteria: vec![leaf("baru"), leaf("dampak")],
            effect: VisitEffect::None,
            claims: Vec::new(),
            slot_minutes: None,
        });
        rules
    }

    fn form(keys: &str, rows: &str) -> Result<ScoreForm, FormError> {
        let head = "LEMBAR NILAI\n\nnumber|entry|title|mark:baru|mark:dampak|remark:dampak|remark\nNo|Kode|Judul|Baru|Dampak|Catatan|Catatan\n";
        let rows = format!("{head}{rows}");
        read_form(
            &workbook(&[("Lembar nilai", &rows), (KEYS, keys)]),
            &rules(),
        )
    }

    fn keys() -> String {
        let (competition, rules) = ("cd".repeat(32), "ab".repeat(32));
        format!(
            "timbang-form|1\ncompetition|{competition}\nrules|{rules}\nstage|penilaian\njudge|J1\nsheet|Lembar nilai"
        )
    }

    /// Sheets as `OPD-001 baru=80.5 dampak=70/remark (remark)`, findings as `code at D5`.
    #[track_caller]
    fn check(rows: &str, sheets: &[&str], findings: &[&str]) {
        let form = form(&keys(), rows).unwrap();
        let sheet = |sheet: &judging::sheet::Sheet| {
            let mark = |(code, mark): (&CriterionCode, &Mark)| match mark.remark.as_str() {
                "" => format!(" {code}={}", mark.value),
                remark => format!(" {code}={}/{remark}", mark.value),
            };
            let marks: String = sheet.marks.iter().map(mark).collect();
            match sheet.remark.as_str() {
                "" => format!("{}{marks}", sheet.entry),
                remark => format!("{}{marks} ({remark})", sheet.entry),
            }
        };
        let finding = |finding: &Finding| {
            let column = finding.column.as_deref().unwrap_or_default();
            format!("{} at {column}{}", finding.code, finding.row.unwrap_or(0))
        };
        assert_eq!(form.sheets.iter().map(sheet).collect::<Vec<_>>(), sheets);
        assert_eq!(
            form.findings.iter().map(finding).collect::<Vec<_>>(),
            findings
        );
    }

    #[test]
    fn a_filled_form_gives_its_marks_and_says_what_it_is_for() {
        let form = form(&keys(), "1|OPD-001|A|80|70||").unwrap();
        assert_eq!(form.judge.as_str(), "J1");
        assert_eq!(form.stage.as_str(), "penilaian");
        assert_eq!(form.rules, Hash([0xAB; 32]));
        assert_eq!(form.competition, CompetitionId([0xCD; 32]));
        check(
            "2|OPD-002|B|80.5|70,5|bagus|hadir\n1|OPD-001|A|0|100||",
            &[
                "OPD-002 baru=80.5 dampak=70.5/bagus (hadir)",
                "OPD-001 baru=0 dampak=100",
            ],
            &[],
        );
    }

    #[test]
    fn an_empty_mark_is_missing_and_never_zero() {
        check(
            "1|OPD-001|A|80|\n2|OPD-002|B||\n3|OPD-003|C|-|",
            &["OPD-001 baru=80"],
            &[],
        );
    }

    #[test]
    fn what_is_no_mark_on_the_scale_is_refused_with_its_place() {
        check(
            "1|OPD-001|A|101|80.3\n2|OPD-002|B|baik|1.234x\n3|OPD-003|C|50|50\n3|OPD-003|C|60|60\n4||D|70|",
            &["OPD-003 baru=50 dampak=50"],
            &[
                "mark-outside-scale at D5",
                "mark-outside-scale at E5",
                "unreadable-mark at D6",
                "unreadable-mark at E6",
                "entry-twice at B8",
                "mark-without-entry at D9",
            ],
        );
    }

    #[test]
    fn what_is_no_form_is_refused() {
        let refused = |keys: &str| form(keys, "1|OPD-001|A|80|70").unwrap_err().name();
        assert_eq!(refused("a|b"), "not-a-form");
        assert_eq!(refused(&keys().replace("form|1", "form|2")), "form-version");
        assert_eq!(
            refused(&keys().replace("judge|J1", "judge|J 1")),
            "form-key"
        );
        assert_eq!(refused(&keys().replace("penilaian", "lain")), "form-stage");
        assert_eq!(
            refused(&keys().replace("sheet|Lembar nilai", "sheet|Lain")),
            "form-columns"
        );
        let other = workbook(&[("Lembar nilai", "No|Judul\n1|A")]);
        assert_eq!(read_form(&other, &rules()), Err(FormError::NotAForm));
    }
}
