use crate::api::common::count;
use crate::api::handover::{FilledForm, FormEntered};
use crate::case::decisions_in;
use crate::op::{Change, Op, transact};
use crate::rules::{history, rules_of};
use crate::{Error, Session, entries, keys};
use exchange::handover::write;
use exchange::keys::EnrolmentSecret;
use intake::{ScoreForm, Severity, read_form};
use judging::DeviceId;
use judging::entry::categories;
use judging::handover::Statement;
use judging::panel::Judge;
use judging::rules::Rules;
use judging::sheet::{Sheet, SheetState, missing_marks};
use std::path::Path;
use store::hand_overs::{Archived, add};
use store::{Contents, devices};

/// How many faults of a form are named at once.
const MOST_FAULTS: usize = 10;

/// Takes a filled score form as a hand-over that the chair enters on the judge's behalf: signed by the chair's device, with
/// the reason and the file's hash in the journal. All marks or none. A sheet with all its required marks is final.
///
/// # Errors
/// No reason; no form, or one for another competition, other rules or no judge of this panel; a mark that is not on its scale.
pub fn enter_form(session: &Session, asked: FilledForm) -> Result<FormEntered, Error> {
    let reason = asked.reason.trim();
    if reason.is_empty() {
        return Err(Error::new(
            "no-reason",
            "entering marks on a judge's behalf needs a reason",
        ));
    }
    let file = Path::new(&asked.file);
    let workbook = entries::open_workbook(session, file)?;
    session.chair(|chair| {
        let rules = rules_of(chair)?;
        let form = read_form(&workbook, &rules)
            .map_err(|error| Error::new(error.name(), error.to_string()).in_file(file))?;
        let judge = belongs(chair, &rules, &form).map_err(|error| error.in_file(file))?;
        faultless(&form).map_err(|error| error.in_file(file))?;
        let identity = keys::of_file(session, chair)?;
        let at = session.host().now();
        let said = statement(chair, &rules, &judge, form, identity.device(), at)?;
        let secret = store::judges::enrolment(chair, &judge.code)?
            .ok_or_else(|| Error::unknown("judge", &judge.code))?;
        let written = write(
            &said.statement,
            &EnrolmentSecret(secret.0),
            identity.device(),
            &identity,
        )?;
        transact(session, chair, |tx| {
            let hand_over = &said.statement;
            let device = identity.device();
            let archived = Archived {
                hash: written.hash,
                judge: hand_over.judge.clone(),
                device,
                number: hand_over.number,
                previous: hand_over.previous,
                rules: hand_over.rules,
                made_at: at,
                received_at: at,
                file_name: workbook.file.clone(),
                on_behalf: Some(reason.to_owned()),
            };
            add(tx, &archived, &written.signed)?;
            devices::remember(
                tx,
                &devices::Device {
                    id: device,
                    judge: hand_over.judge.clone(),
                    first_seen: at,
                },
            )?;
            let op = Op::EnterForm {
                hand_over: format!("{} {}", hand_over.judge, hand_over.number),
                file: workbook.file.clone(),
                file_hash: workbook.hash,
                reason: reason.to_owned(),
                hash: written.hash,
            };
            let entered = FormEntered {
                judge: hand_over.judge.to_string(),
                stage: said.stage.to_string(),
                number: hand_over.number,
                hash: written.hash.to_string(),
                final_sheets: said.finals,
                draft_sheets: said.drafts,
            };
            Ok(Change::Done {
                answer: entered,
                op,
            })
        })
    })
}

/// The judge the form is from, if it is from this competition.
fn belongs(contents: &Contents, rules: &Rules, form: &ScoreForm) -> Result<Judge, Error> {
    let other = |what: &str| {
        Error::new("other-form", format!("the form was made for {what}")).with("what", what)
    };
    if form.competition != store::competition::birth(contents)?.id {
        return Err(other("another competition"));
    }
    if form.rules != exchange::rules::hash(rules) {
        return Err(other("other rules than those that hold now")
            .hint("Make a new form: marks for changed criteria cannot be taken over."));
    }
    let judges = store::judges::all(contents)?;
    judges
        .into_iter()
        .find(|judge| judge.code == form.judge)
        .ok_or_else(|| Error::unknown("judge", &form.judge))
}

fn faultless(form: &ScoreForm) -> Result<(), Error> {
    let faults: Vec<_> = form
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .collect();
    if faults.is_empty() {
        return Ok(());
    }
    let line = |finding: &&intake::Finding| {
        let place = format!(
            "{}{}",
            finding.column.clone().unwrap_or_default(),
            finding.row.map(|row| row.to_string()).unwrap_or_default()
        );
        format!(
            "{place}: {} {}",
            finding.cell.clone().unwrap_or_default(),
            finding.hint
        )
    };
    let lines: Vec<String> = faults.iter().take(MOST_FAULTS).map(line).collect();
    Err(Error::new("bad-form", lines.join("\n"))
        .hint("Nothing was taken: correct the form and take it again."))
}

/// All that was entered for the judge on this device so far, with what the form says.
struct Entered {
    statement: Statement,
    stage: judging::StageCode,
    finals: u32,
    drafts: u32,
}

fn statement(
    contents: &Contents,
    rules: &Rules,
    judge: &Judge,
    form: ScoreForm,
    device: DeviceId,
    at: i64,
) -> Result<Entered, Error> {
    let stage = rules
        .stage(&form.stage)
        .ok_or_else(|| Error::unknown("stage", &form.stage))?;
    let mut sheets: Vec<Sheet> = form.sheets;
    for sheet in &mut sheets {
        let entry = store::entries::get(contents, &sheet.entry)?
            .ok_or_else(|| Error::unknown("entry", &sheet.entry))?;
        if !judge.scope.covers(stage, &entry.category, &entry.code) {
            return Err(Error::new(
                "not-assigned",
                format!("{} is not among what {} judges", entry.code, judge.code),
            ));
        }
        let complete = missing_marks(stage, &judge.scope, sheet).is_empty();
        sheet.state = if complete {
            SheetState::Final
        } else {
            SheetState::Draft
        };
    }
    let state =
        |state: SheetState| count(sheets.iter().filter(|sheet| sheet.state == state).count());
    let (finals, drafts) = (state(SheetState::Final), state(SheetState::Draft));
    let archived = store::hand_overs::all(contents)?;
    let last = archived
        .iter()
        .filter(|hand_over| hand_over.judge == judge.code && hand_over.device == device)
        .max_by_key(|hand_over| hand_over.number);
    let mut said = Statement {
        number: last.map_or(1, |last| last.number + 1),
        previous: last.map(|last| last.hash),
        ..Statement::first(form.competition, form.rules, judge.code.clone(), at)
    };
    if let Some(last) = last {
        let before =
            exchange::handover::read(&store::hand_overs::bytes(contents, last.hash)?)?.hand_over;
        let (decisions, _) = decisions_in(contents)?;
        let categories = categories(&store::entries::all(contents)?);
        let before = history(contents, &decisions)?.carry(before, &categories)?;
        let before = before.statement;
        let again = |sheet: &Sheet| {
            sheets
                .iter()
                .any(|new| new.stage == sheet.stage && new.entry == sheet.entry)
        };
        said.sheets = before
            .sheets
            .into_iter()
            .filter(|sheet| !again(sheet))
            .collect();
        said.recusals = before.recusals;
        said.visits = before.visits;
        said.attachments = before.attachments;
    }
    said.sheets.extend(sheets);
    Ok(Entered {
        statement: said,
        stage: form.stage,
        finals,
        drafts,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::handover::FormAsked;
    use crate::handover::make_form;
    use crate::test_support::Machine;

    #[test]
    fn an_empty_form_comes_back_as_a_hand_over_that_marks_nothing() {
        let machine = Machine::new(3);
        let chair = machine.competition();
        machine.desk(&chair, "J1");
        let out = machine.path("J1.xlsx");
        make_form(
            &chair,
            FormAsked {
                judge: "J1".into(),
                stage: "penilaian".into(),
                out: out.clone(),
            },
        )
        .unwrap();
        let entered = enter_form(
            &chair,
            FilledForm {
                file: out.clone(),
                reason: "tanpa laptop".into(),
            },
        )
        .unwrap();
        assert_eq!(
            (entered.number, entered.final_sheets, entered.draft_sheets),
            (1, 0, 0)
        );
        let without_reason = enter_form(
            &chair,
            FilledForm {
                file: out,
                reason: " ".into(),
            },
        );
        assert_eq!(
            without_reason.map_err(|error| error.code),
            Err("no-reason".to_owned())
        );
    }

    #[test]
    fn a_form_of_another_competition_is_refused_and_nothing_is_entered() {
        let (one, other) = (Machine::new(4), Machine::new(5));
        let chair = one.competition();
        one.desk(&chair, "J1");
        let out = one.path("J1.xlsx");
        make_form(
            &chair,
            FormAsked {
                judge: "J1".into(),
                stage: "penilaian".into(),
                out: out.clone(),
            },
        )
        .unwrap();
        let stranger = other.competition();
        other.desk(&stranger, "J1");
        let refused = enter_form(
            &stranger,
            FilledForm {
                file: out,
                reason: "r".into(),
            },
        );
        assert_eq!(
            refused.map_err(|error| error.code),
            Err("other-form".to_owned())
        );
        let archived = stranger.with(|store| Ok(store::hand_overs::all(store)?));
        assert!(archived.unwrap().is_empty());
    }
}
