use super::known::{Arrival, Known};
use crate::api::common::count;
use crate::api::handover::{Files, HandOverVerdict, Merge, MergeRow};
use crate::api::import::ProgressStep;
use crate::op::{Change, Op, transact};
use crate::session::Chair;
use crate::{Error, Session};
use std::ops::ControlFlow;
use std::path::Path;
use store::{attachments, devices, hand_overs};

/// What merging these files would do, a row a file. Nothing is changed.
///
/// # Errors
/// That nothing is open, or it is not the chair's file.
pub fn inspect(session: &Session, asked: Files) -> Result<Merge, Error> {
    session.chair(|chair| {
        let (rows, _) = look(session, chair, &asked)?;
        Ok(Merge { rows })
    })
}

/// Takes in every file that is not refused, in one transaction. The order of the files and their repetition do not matter.
///
/// # Errors
/// As [`inspect`], and `cancelled`; then nothing was taken in.
pub fn merge(session: &Session, asked: Files) -> Result<Merge, Error> {
    session.chair(|chair| {
        let (rows, arrivals) = look(session, chair, &asked)?;
        transact(session, chair, |write| {
            if arrivals.is_empty() {
                return Ok(Change::Nothing(Merge { rows }));
            }
            let total = count(arrivals.len());
            for (done, arrival) in (0..).zip(&arrivals) {
                if session.progress(ProgressStep::Merge, done, Some(total))
                    == ControlFlow::Break(())
                {
                    return Err(cancelled());
                }
                hand_overs::add(write, &arrival.archived, &arrival.bytes)?;
                devices::remember(
                    write,
                    &devices::Device {
                        id: arrival.archived.device,
                        judge: arrival.archived.judge.clone(),
                        first_seen: arrival.archived.received_at,
                    },
                )?;
                for attachment in &arrival.attachments {
                    attachments::keep(write, attachment)?;
                }
            }
            let taken: Vec<MergeRow> = rows
                .iter()
                .filter(|row| {
                    !matches!(
                        row.verdict,
                        HandOverVerdict::Refused | HandOverVerdict::Same
                    )
                })
                .map(|row| MergeRow {
                    // Nothing can be taken out of the journal: what is told to the chair alone does not go in.
                    message: None,
                    ..row.clone()
                })
                .collect();
            let hand_overs = taken
                .iter()
                .filter_map(|row| Some(format!("{} {}", row.judge.as_ref()?, row.number?)));
            let hand_overs = hand_overs.collect::<Vec<_>>().join(", ");
            let hashes = arrivals
                .iter()
                .map(|arrival| arrival.archived.hash.to_string())
                .collect();
            Ok(Change::Done {
                answer: Merge { rows },
                op: Op::Merge {
                    hand_overs,
                    files: taken,
                    hashes,
                },
            })
        })
    })
}

fn look(
    session: &Session,
    chair: &mut Chair,
    asked: &Files,
) -> Result<(Vec<MergeRow>, Vec<Arrival>), Error> {
    session.begin();
    let now = session.host().now();
    let total = count(asked.files.len());
    let mut known = Known::of(session, chair)?;
    let mut rows = Vec::new();
    for (done, file) in (0..).zip(&asked.files) {
        if session.progress(ProgressStep::Inspect, done, Some(total)) == ControlFlow::Break(()) {
            return Err(cancelled());
        }
        rows.push(known.look(Path::new(file), now));
    }
    Ok((rows, known.into_arrivals()))
}

fn cancelled() -> Error {
    Error::new("cancelled", "merging was cancelled; nothing was taken in")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::Machine;
    use std::sync::{Arc, OnceLock};

    #[test]
    fn a_merge_that_is_cancelled_takes_nothing_in() {
        let machine = Machine::new(32);
        let chair = machine.competition();
        let desk = machine.desk(&chair, "J1");
        let files = vec![machine.hand_over(&desk, 2, "1.nilai")];
        let asked = Files { files };
        let slot: Arc<OnceLock<Arc<Session>>> = Arc::default();
        let own = Arc::clone(&slot);
        let chair = Arc::new(chair.watched(move |progress| {
            if let (Some(chair), ProgressStep::Merge) = (own.get(), progress.step) {
                crate::session::cancel(chair, crate::api::common::Nothing {}).unwrap();
            }
        }));
        slot.set(Arc::clone(&chair)).ok().unwrap();
        let refused = merge(&chair, asked.clone());
        assert_eq!(
            refused.map_err(|error| error.code),
            Err("cancelled".to_owned())
        );
        let archived = chair.with(|store| Ok(hand_overs::all(store)?)).unwrap();
        assert_eq!(archived, []);
        assert_eq!(
            inspect(&chair, asked).unwrap().rows[0].verdict,
            HandOverVerdict::New
        );
    }

    #[test]
    fn files_of_two_judges_may_take_turns_in_one_batch() {
        let machine = Machine::new(33);
        let chair = machine.competition();
        let desks = ["J1", "J2"].map(|code| machine.desk(&chair, code));
        let files = [
            machine.hand_over(&desks[0], 2, "1.nilai"),
            machine.hand_over(&desks[1], 2, "2.nilai"),
            machine.hand_over(&desks[0], 3, "3.nilai"),
        ];
        let repeated = [&files[..], &files[..1]].concat();
        let merged = merge(&chair, Files { files: repeated }).unwrap();
        let rows = merged.rows.iter();
        let seen: Vec<_> = rows.map(|row| (row.verdict, row.changed > 0)).collect();
        assert_eq!(
            seen,
            [
                (HandOverVerdict::New, false),
                (HandOverVerdict::New, false),
                (HandOverVerdict::Newer, true),
                (HandOverVerdict::Same, false),
            ]
        );
    }
}
