use super::office::office_of;
use crate::api::common::Nothing;
use crate::api::panel::{Judges, NewJudge};
use crate::op::{Assignment, Change, Op, transact};
use crate::{Error, Session};
use judging::panel::{Judge, Scope};
use judging::{CodeError, JudgeCode};
use std::collections::BTreeSet;
use std::str::FromStr;
use store::Contents;
use store::judges::{EnrolmentSecret, Office};

/// Adds a member of the panel with an enrolment secret of their own.
///
/// # Errors
/// That the code is taken or no code, the name is missing, or the scope names what the rules or entries do not have.
pub fn add(session: &Session, asked: NewJudge) -> Result<Judges, Error> {
    let code = JudgeCode::new(asked.code.trim());
    let code = code.map_err(|error| Error::bad_code("judge", &error))?;
    let name = name_of(&asked)?;
    let mut secret = EnrolmentSecret([0; 32]);
    session.host().random(&mut secret.0)?;
    session.chair(|chair| {
        let scope = checked_scope(chair, &asked)?;
        let judge = Judge { code, name, scope };
        let office = office_of(&asked, &Office::default())?;
        transact(session, chair, |write| {
            store::judges::add(write, &judge, Some(secret))?;
            store::judges::set_office(write, &judge.code, &office)?;
            Ok(Change::Done {
                answer: (),
                op: Op::AddJudge {
                    judge: judge.code.to_string(),
                    assignment: Assignment::of(&judge),
                },
            })
        })
    })?;
    super::list(session, Nothing {})
}

/// The name as it is kept.
///
/// # Errors
/// `no-name`.
pub(super) fn name_of(asked: &NewJudge) -> Result<String, Error> {
    let name = asked.name.trim();
    if name.is_empty() {
        return Err(Error::new("no-name", "a judge needs a name"));
    }
    Ok(name.to_owned())
}

/// The assignment, of things that there are.
///
/// # Errors
/// `bad-code`, or `unknown-stage` and the like.
pub(super) fn checked_scope(contents: &Contents, asked: &NewJudge) -> Result<Scope, Error> {
    let scope = Scope {
        stages: codes("stage", &asked.stages)?,
        categories: codes("category", &asked.categories)?,
        entries: codes("entry", &asked.entries)?,
        criteria: codes("criterion", &asked.criteria)?,
    };
    if let Some((noun, code)) = scope.unknown_to(&crate::rules::rules_of(contents)?) {
        return Err(Error::unknown(noun, code));
    }
    for entry in &scope.entries {
        store::entries::get(contents, entry)?.ok_or_else(|| Error::unknown("entry", entry))?;
    }
    Ok(scope)
}

fn codes<T: FromStr<Err = CodeError> + Ord>(
    noun: &str,
    texts: &[String],
) -> Result<BTreeSet<T>, Error> {
    let code = |text: &String| text.parse().map_err(|error| Error::bad_code(noun, &error));
    texts.iter().map(code).collect()
}
