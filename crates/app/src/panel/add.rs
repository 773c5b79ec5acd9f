use crate::api::common::Nothing;
use crate::api::panel::{Judges, NewJudge};
use crate::op::{Change, Op, transact};
use crate::{Error, Session};
use judging::panel::{Judge, Scope};
use judging::{CodeError, JudgeCode};
use std::collections::BTreeSet;
use std::str::FromStr;
use store::judges::EnrolmentSecret;

/// Adds a member of the panel with an enrolment secret of their own.
///
/// # Errors
/// That the code is taken or no code, the name is missing, or the scope names what the rules or entries do not have.
pub fn add(session: &Session, asked: NewJudge) -> Result<Judges, Error> {
    let judge = judge(&asked)?;
    let mut secret = EnrolmentSecret([0; 32]);
    session.host().random(&mut secret.0)?;
    session.chair(|chair| {
        let rules = crate::rules::rules_of(chair)?;
        if let Some((noun, code)) = judge.scope.unknown_to(&rules) {
            return Err(Error::unknown(noun, code));
        }
        for entry in &judge.scope.entries {
            store::entries::get(chair, entry)?.ok_or_else(|| Error::unknown("entry", entry))?;
        }
        transact(session, chair, |write| {
            store::judges::add(write, &judge, Some(secret))?;
            Ok(Change::Done {
                answer: (),
                op: Op::AddJudge {
                    judge: judge.code.to_string(),
                    name: judge.name,
                    stages: asked.stages,
                    categories: asked.categories,
                    entries: asked.entries,
                    criteria: asked.criteria,
                },
            })
        })
    })?;
    super::list(session, Nothing {})
}

fn judge(asked: &NewJudge) -> Result<Judge, Error> {
    let name = asked.name.trim();
    if name.is_empty() {
        return Err(Error::new("no-name", "a judge needs a name"));
    }
    Ok(Judge {
        code: JudgeCode::new(asked.code.trim())
            .map_err(|error| Error::bad_code("judge", &error))?,
        name: name.to_owned(),
        scope: Scope {
            stages: codes("stage", &asked.stages)?,
            categories: codes("category", &asked.categories)?,
            entries: codes("entry", &asked.entries)?,
            criteria: codes("criterion", &asked.criteria)?,
        },
    })
}

fn codes<T: FromStr<Err = CodeError> + Ord>(
    noun: &str,
    texts: &[String],
) -> Result<BTreeSet<T>, Error> {
    let code = |text: &String| text.parse().map_err(|error| Error::bad_code(noun, &error));
    texts.iter().map(code).collect()
}
