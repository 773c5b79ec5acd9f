use super::checks::{code, hash, known};
use super::gate::{claim_settled, gated};
use crate::api::common::Nothing;
use crate::api::decisions::{Act, Decisions, NewDecision};
use crate::op::{Change, Op, transact};
use crate::session::Chair;
use crate::{Error, Session, keys};
use judging::case::Case;
use judging::decision::{self, Amendment, Decision, Particulars, in_force};
use judging::handover::{Key, Settlement};
use judging::{EntryCode, Fixed, Hash};
use std::sync::Arc;

/// Decides: signs the act with its reason, files it and writes it into the journal.
///
/// # Errors
/// No reason; an entry, hand-over or decision that is not there; an act that changes nothing; publishing while something
/// stands in the way.
pub fn decide(session: &Session, asked: NewDecision) -> Result<Decisions, Error> {
    let reason = super::reason(&asked.reason)?;
    session.chair(|chair| {
        let act = checked(chair, &asked.act)?;
        let shown = super::list::act(&act);
        let identity = keys::of_file(session, chair)?;
        let made_at = session.host().now();
        transact(session, chair, |write| {
            let (number, hash) = super::file(write, &identity, made_at, reason, act)?;
            crate::rules::follow(write, made_at)?;
            crate::entries::follow(write)?;
            Ok(Change::Done {
                answer: (),
                op: Op::Decide {
                    number,
                    act: shown,
                    reason: reason.to_owned(),
                    hash,
                },
            })
        })
    })?;
    super::list(session, Nothing {})
}

/// The act in the words of judging.
///
/// # Errors
/// That it names something that is not there, or makes no sense as things stand.
pub(super) fn checked(chair: &mut Chair, act: &Act) -> Result<decision::Act, Error> {
    use decision::Act as D;
    let case = chair.case()?;
    let case = case.as_ref();
    Ok(match act {
        Act::Disqualify { entry, report } => D::Disqualify {
            entry: known(case, entry)?,
            report: report
                .as_deref()
                .map(|hash| reported(case, hash))
                .transpose()?,
        },
        Act::Withdraw { entry } => D::Withdraw {
            entry: known(case, entry)?,
        },
        Act::Deduct { entry, points } => D::Deduct {
            entry: known(case, entry)?,
            points: above_zero(points)?,
        },
        Act::Reinstate { entry } => D::Reinstate {
            entry: out(case, known(case, entry)?)?,
        },
        Act::SettleTie { stage, order } => {
            let order = order
                .iter()
                .map(|entry| known(case, entry))
                .collect::<Result<Vec<_>, _>>()?;
            let stage = stage
                .as_deref()
                .map(|code| judged(case, code))
                .transpose()?;
            D::SettleTie { stage, order }
        }
        Act::Pass { stage, visits } => D::Pass(gated(case, stage, visits)?),
        Act::Fail { stage, visits } => D::Fail(gated(case, stage, visits)?),
        Act::SettleVisit {
            stage,
            entry,
            claim,
            chosen,
        } => D::SettleVisit(claim_settled(case, stage, entry, claim, chosen)?),
        Act::SettleConflict {
            judge,
            stage,
            entry,
            chosen,
        } => {
            let key = Key {
                judge: code("judge", judge)?,
                stage: code("stage", stage)?,
                entry: code("entry", entry)?,
            };
            D::SettleConflict(settlement(case, key, hash(chosen)?)?)
        }
        Act::AcceptLate { hand_over } => D::AcceptLate {
            hand_over: late(case, hand_over)?,
        },
        Act::Publish => {
            let mut hand_overs: Vec<Hash> = case
                .hand_overs
                .iter()
                .map(|hand_over| hand_over.hash)
                .collect();
            hand_overs.sort_unstable();
            let results = chair.results()?;
            D::Publish {
                standings: crate::standings::publishable(&results)?,
                hand_overs,
            }
        }
        Act::AmendEntry {
            entry,
            title,
            agency,
            category,
            before: _,
        } => D::AmendEntry(amendment(case, entry, title, agency, category)?),
        Act::ChangeRules { .. } => {
            let message = "rules are changed with a preview of what becomes of the marks: timbang rules --change";
            return Err(Error::new("bad-request", message));
        }
        Act::Undo { decision } => D::Undo {
            decision: held(case, decision)?,
        },
    })
}

fn amendment(
    case: &Case,
    entry: &str,
    title: &Option<String>,
    agency: &Option<String>,
    category: &Option<String>,
) -> Result<Amendment, Error> {
    let code = known(case, entry)?;
    let found = case.entries.iter().find(|entry| entry.code == code);
    let before = Particulars::of(found.ok_or_else(|| Error::unknown("entry", entry))?);
    let mut after = before.clone();
    if let Some(title) = title {
        after.title = crate::entries::title_of(title)?;
    }
    if let Some(agency) = agency {
        after.agency = crate::entries::agency_of(agency);
    }
    if let Some(category) = category {
        after.category = crate::rules::category_of(case.rules(), category)?;
    }
    if before == after {
        let message = format!("{code} is known by this title, agency and category already");
        return Err(Error::new("nothing-to-amend", message).with("entry", code));
    }
    Ok(Amendment {
        entry: code,
        before,
        after,
    })
}

fn judged(case: &Case, stage: &str) -> Result<judging::StageCode, Error> {
    let found = case
        .rules()
        .judged_stages()
        .find(|known| known.code.as_str() == stage);
    found
        .map(|stage| stage.code.clone())
        .ok_or_else(|| Error::unknown("stage", stage))
}

fn reported(case: &Case, text: &str) -> Result<Hash, Error> {
    let wanted = hash(text)?;
    let mut all = case.hand_overs.iter().chain(&case.late);
    let found = all.any(|hand_over| hand_over.hash == wanted);
    found
        .then_some(wanted)
        .ok_or_else(|| Error::unknown("hand-over", text))
}

/// A hand-over that came after the result was published, by its hash or the beginning of it.
fn late(case: &Case, text: &str) -> Result<Hash, Error> {
    let begins = |said: &&Arc<judging::handover::HandOver>| said.hash.to_string().starts_with(text);
    let found = case.late.iter().find(begins).filter(|_| text.len() >= 8);
    let unknown = || {
        let message = format!("no hand-over “{text}” came after the result was published");
        Error::new("not-late", message).hint("Hand-overs that came before count as they are.")
    };
    found.map(|hand_over| hand_over.hash).ok_or_else(unknown)
}

fn above_zero(points: &str) -> Result<Fixed, Error> {
    let wrong = |why: String| Error::new("bad-points", why).with("points", points);
    match points.parse::<Fixed>() {
        Ok(points) if points > Fixed::ZERO => Ok(points),
        Ok(points) => Err(wrong(format!(
            "points to deduct must be above zero, not {points}"
        ))),
        Err(error) => Err(wrong(error.to_string())),
    }
}

/// An entry that something has been decided against, so that there is something to reinstate.
fn out(case: &Case, entry: EntryCode) -> Result<EntryCode, Error> {
    use decision::Act as D;
    let mut against = false;
    for decision in in_force(&case.decisions) {
        match &decision.act {
            D::Disqualify { entry: about, .. }
            | D::Withdraw { entry: about }
            | D::Deduct { entry: about, .. }
                if *about == entry =>
            {
                against = true;
            }
            D::Reinstate { entry: about } if *about == entry => against = false,
            _ => {}
        }
    }
    against.then(|| entry.clone()).ok_or_else(|| {
        Error::new(
            "nothing-to-reinstate",
            format!("nothing is decided against {entry}"),
        )
        .with("entry", entry)
    })
}

fn settlement(case: &Case, key: Key, chosen: Hash) -> Result<Settlement, Error> {
    let view = case.view();
    let sides = view
        .conflicts()
        .find(|(about, _)| **about == key)
        .map(|(_, sides)| sides);
    let sides = sides.ok_or_else(|| {
        Error::new(
            "no-conflict",
            format!(
                "{} says one thing only of {} in {}",
                key.judge, key.entry, key.stage
            ),
        )
    })?;
    if !sides.iter().any(|side| side.hand_overs.contains(&chosen)) {
        return Err(
            Error::unknown("hand-over", chosen).hint("Choose one of the hand-overs in conflict.")
        );
    }
    let rejected = sides
        .iter()
        .filter(|side| !side.hand_overs.contains(&chosen))
        .flat_map(|side| side.hand_overs.clone());
    Ok(Settlement {
        chosen,
        rejected: rejected.collect(),
        key,
    })
}

fn held(case: &Case, text: &str) -> Result<Hash, Error> {
    let found = case
        .decisions
        .iter()
        .find(|decision| decision.hash.to_string().starts_with(text) && text.len() >= 8);
    let found = found.ok_or_else(|| Error::unknown("decision", text))?;
    let undone = !in_force(&case.decisions)
        .iter()
        .any(|decision| decision.hash == found.hash)
        && !matches!(found.act, decision::Act::Undo { .. });
    if undone {
        return Err(Error::new(
            "already-undone",
            format!("decision {} is undone already", found.number),
        ));
    }
    later_changes(case, found)?;
    Ok(found.hash)
}

/// Changes of the rules are undone from the last one back, so that every mark finds its way.
fn later_changes(case: &Case, found: &Decision) -> Result<(), Error> {
    let is_change = |decision: &Decision| matches!(decision.act, decision::Act::ChangeRules(_));
    let later = in_force(&case.decisions)
        .into_iter()
        .rfind(|decision| is_change(decision) && decision.number > found.number);
    match later {
        Some(later) if is_change(found) => Err(Error::new(
            "later-change",
            format!("decision {} changed the rules again", later.number),
        )
        .with("number", later.number)
        .hint("Undo the later change first.")),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::handover::Files;
    use crate::api::standings::StandingsAsked;
    use crate::test_support::Machine;

    fn act(chair: &Session, act: Act) -> Result<Decisions, Error> {
        let reason = "rapat pleno".to_owned();
        decide(chair, NewDecision { act, reason })
    }

    fn score(chair: &Session) -> Option<String> {
        let asked = StandingsAsked {
            category: Some("KEC".into()),
            ..Default::default()
        };
        let rows = crate::standings::standings(chair, asked).unwrap().rows;
        rows.into_iter().next()?.score
    }

    fn changed(chair: &Session) -> bool {
        let both = chair.chair(|chair| Ok((chair.case()?, chair.results()?)));
        let (case, results) = both.unwrap();
        let publication = crate::standings::publication(&case, &results);
        publication.is_some_and(|last| !last.stands)
    }

    #[test]
    fn a_settled_conflict_is_open_again_when_the_settlement_is_undone() {
        let (machine, other) = (Machine::new(33), Machine::new(133));
        let chair = machine.competition();
        let desk = machine.desk(&chair, "J1");
        let packet = machine.path("J1-kedua.paket");
        let (judge, out) = ("J1".to_owned(), packet.clone());
        machine
            .now
            .fetch_add(60, std::sync::atomic::Ordering::Relaxed);
        let asked = crate::api::panel::PacketAsked { judge, out };
        let passphrase = crate::panel::packet(&chair, asked).unwrap().passphrase;
        let second = other.session();
        let out = other.path("J1.timbang");
        let open = crate::api::desk::OpenPacket {
            packet,
            passphrase,
            out,
        };
        crate::desk::open_packet(&second, open).unwrap();
        let files = vec![
            machine.hand_over(&desk, 2, "1.nilai"),
            other.hand_over(&second, 3, "2.nilai"),
        ];
        crate::handover::merge(&chair, Files { files }).unwrap();
        let open = || crate::handover::conflicts(&chair, Nothing {}).unwrap().rows;
        let rows = open();
        assert_eq!((rows.len(), rows[0].sides.len()), (8, 2));
        let settled = act(
            &chair,
            Act::SettleConflict {
                judge: "J1".into(),
                stage: rows[0].stage.clone(),
                entry: rows[0].entry.clone(),
                chosen: rows[0].sides[0].hand_over.clone(),
            },
        );
        assert_eq!(open().len(), 7);
        let decision = settled.unwrap().rows[0].hash.clone();
        act(&chair, Act::Undo { decision }).unwrap();
        assert_eq!(open(), rows);
    }

    #[test]
    fn publishing_freezes_until_a_late_hand_over_is_accepted_and_undoing_that_restores_it() {
        let machine = Machine::new(11);
        let chair = machine.competition();
        let desk = machine.desk(&chair, "J1");
        let merge = |file: String| {
            crate::handover::merge(&chair, Files { files: vec![file] }).unwrap();
        };
        merge(machine.hand_over(&desk, 2, "1.nilai"));
        act(&chair, Act::Publish).unwrap();
        merge(machine.hand_over(&desk, 3, "2.nilai"));
        assert_eq!(score(&chair).as_deref(), Some("42.00"));
        let board = crate::handover::progress(&chair, Nothing {}).unwrap();
        let [late] = board.late.as_slice() else {
            panic!("{:?}", board.late)
        };
        let hand_over = late.hand_over.clone();
        let accepted = act(
            &chair,
            Act::AcceptLate {
                hand_over: hand_over.clone(),
            },
        )
        .unwrap();
        assert_eq!(
            (score(&chair).as_deref(), changed(&chair)),
            (Some("63.00"), true)
        );
        let again = act(&chair, Act::AcceptLate { hand_over });
        assert_eq!(
            again.map_err(|error| error.code).err().as_deref(),
            Some("not-late")
        );
        let decision = accepted.rows[0].hash.clone();
        act(&chair, Act::Undo { decision }).unwrap();
        assert_eq!(
            (score(&chair).as_deref(), changed(&chair)),
            (Some("42.00"), false)
        );
    }
}
