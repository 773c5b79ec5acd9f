use crate::api::common::Written;
use crate::api::common::count;
use crate::api::handover::FormAsked;
use crate::op::{Change, Op, transact};
use crate::{Error, Session, documents};
use judging::entry::Entry;
use judging::progress::owed;
use reports::form::{Form, xlsx};
use std::collections::BTreeSet;
use std::path::Path;

/// Makes a workbook in which a judge without the program marks one stage: entries × criteria, protected but for the cells
/// to fill in. A stage after a cut asks only for the entries that passed it.
///
/// # Errors
/// That judge or stage is unknown, the judge has nothing to mark in it, or the file cannot be written.
pub fn make_form(session: &Session, asked: FormAsked) -> Result<Written, Error> {
    session.chair(|chair| {
        let (case, results) = (chair.case()?, chair.results()?);
        let judge = case
            .judges
            .iter()
            .find(|judge| judge.code.as_str() == asked.judge);
        let judge = judge.ok_or_else(|| Error::unknown("judge", &asked.judge))?;
        let stage = case
            .rules()
            .judged_stages()
            .find(|stage| stage.code.as_str() == asked.stage);
        let stage = stage.ok_or_else(|| Error::unknown("stage", &asked.stage))?;
        let owed = owed(&case, &results)
            .into_iter()
            .filter(|owed| owed.judge == judge.code && owed.stage == stage.code);
        let wanted: BTreeSet<_> = owed
            .flat_map(|owed| [owed.filed, owed.begun, owed.silent, owed.conflict].concat())
            .collect();
        let mut entries: Vec<Entry> = case
            .entries
            .iter()
            .filter(|entry| wanted.contains(&entry.code))
            .cloned()
            .collect();
        if entries.is_empty() {
            return Err(Error::new(
                "no-entries",
                format!(
                    "{} has no entries to judge in stage {}",
                    judge.code, stage.code
                ),
            )
            .with("judge", &judge.code));
        }
        // A form asks for one stage and is bound by what that stage keeps from its judges.
        for entry in &mut entries {
            entry.registration.blind(&stage.blind);
        }
        let form = Form {
            competition: store::competition::birth(chair)?.id,
            rules: case.rules(),
            rules_hash: exchange::rules::hash(case.rules()),
            stage: &stage.code,
            judge,
            entries: &entries,
            heading: documents::heading(&case, &results, session.host().now()),
        };
        let bytes = xlsx(&form)?;
        session.put(Path::new(&asked.out), &bytes)?;
        transact(session, chair, |_| {
            Ok(Change::Done {
                answer: Written {
                    files: vec![asked.out.clone()],
                },
                op: Op::Form {
                    judge: judge.code.to_string(),
                    stage: asked.stage,
                    entries: count(entries.len()),
                    hash: store::hash_of(&bytes),
                },
            })
        })
    })
}
