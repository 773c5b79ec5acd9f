use crate::Refusal;
use crate::record::{Record, bytes, bytes32, list, map, text};
use crate::revision::{read_change, write_change};
use ciborium::Value;
use judging::decision::{Act, ActKind, Amendment, ClaimSettled, Gated, Particulars, SeenVisit};
use judging::handover::{Key, Settlement};
use judging::{Hash, VisitId};

pub(super) fn write_act(act: &Act) -> Value {
    let kind = ("kind", text(act.kind()));
    match act {
        Act::Disqualify { entry, report } => map([
            kind,
            ("entry", text(entry)),
            ("report", report.map_or(Value::Null, |hash| bytes(hash.0))),
        ]),
        Act::Withdraw { entry } | Act::Reinstate { entry } => map([kind, ("entry", text(entry))]),
        Act::Deduct { entry, points } => {
            map([kind, ("entry", text(entry)), ("points", text(points))])
        }
        Act::SettleTie { stage, order } => map([
            kind,
            ("stage", stage.as_ref().map_or(Value::Null, text)),
            ("order", list(order, text)),
        ]),
        Act::Pass(gated) | Act::Fail(gated) => map([
            kind,
            ("stage", text(&gated.stage)),
            ("visits", list(&gated.visits, write_seen)),
        ]),
        Act::SettleVisit(settled) => map([
            kind,
            ("stage", text(&settled.stage)),
            ("entry", text(&settled.entry)),
            ("claim", text(&settled.claim)),
            ("chosen", bytes(settled.chosen.0)),
            ("seen", list(&settled.seen, write_seen)),
        ]),
        Act::SettleConflict(Settlement {
            key,
            chosen,
            rejected,
        }) => map([
            kind,
            ("judge", text(&key.judge)),
            ("stage", text(&key.stage)),
            ("entry", text(&key.entry)),
            ("chosen", bytes(chosen.0)),
            ("rejected", list(rejected, |hash| bytes(hash.0))),
        ]),
        Act::AcceptLate { hand_over } => map([kind, ("hand_over", bytes(hand_over.0))]),
        Act::Publish {
            standings,
            hand_overs,
        } => map([
            kind,
            ("standings", bytes(standings.0)),
            ("hand_overs", list(hand_overs, |hash| bytes(hash.0))),
        ]),
        Act::AmendEntry(amendment) => map([
            kind,
            ("entry", text(&amendment.entry)),
            ("before", write_particulars(&amendment.before)),
            ("after", write_particulars(&amendment.after)),
        ]),
        Act::ChangeRules(change) => {
            let [from, to, marks] = write_change(change);
            map([kind, from, to, marks])
        }
        Act::Undo { decision } => map([kind, ("decision", bytes(decision.0))]),
    }
}

pub(super) fn read_act(mut record: Record, unknown: &mut Vec<String>) -> Result<Act, Refusal> {
    let act = match record.word("kind")? {
        ActKind::Disqualify => Act::Disqualify {
            entry: record.parsed("entry")?,
            report: record.optional_bytes32("report")?.map(Hash),
        },
        ActKind::Withdraw => Act::Withdraw {
            entry: record.parsed("entry")?,
        },
        ActKind::Deduct => Act::Deduct {
            entry: record.parsed("entry")?,
            points: record.parsed("points")?,
        },
        ActKind::Reinstate => Act::Reinstate {
            entry: record.parsed("entry")?,
        },
        ActKind::SettleTie => Act::SettleTie {
            stage: match record.optional("stage") {
                None => None,
                Some(Value::Text(code)) => {
                    Some(code.parse().map_err(|error| record.wrong("stage", error))?)
                }
                Some(_) => return Err(record.wrong("stage", "must be a text")),
            },
            order: record.list_of("order", |code| code.into_text().ok()?.parse().ok())?,
        },
        ActKind::Pass => Act::Pass(read_gated(&mut record, unknown)?),
        ActKind::Fail => Act::Fail(read_gated(&mut record, unknown)?),
        ActKind::SettleVisit => Act::SettleVisit(ClaimSettled {
            stage: record.parsed("stage")?,
            entry: record.parsed("entry")?,
            claim: record.text("claim")?,
            chosen: VisitId(record.bytes16("chosen")?),
            seen: read_seen(&mut record, "seen", unknown)?,
        }),
        ActKind::SettleConflict => Act::SettleConflict(Settlement {
            key: Key {
                judge: record.parsed("judge")?,
                stage: record.parsed("stage")?,
                entry: record.parsed("entry")?,
            },
            chosen: Hash(record.bytes32("chosen")?),
            rejected: record.list_of("rejected", |hash| bytes32(hash).map(Hash))?,
        }),
        ActKind::AcceptLate => Act::AcceptLate {
            hand_over: Hash(record.bytes32("hand_over")?),
        },
        ActKind::Publish => Act::Publish {
            standings: Hash(record.bytes32("standings")?),
            hand_overs: record.list_of("hand_overs", |hash| bytes32(hash).map(Hash))?,
        },
        ActKind::AmendEntry => Act::AmendEntry(Amendment {
            entry: record.parsed("entry")?,
            before: read_particulars(record.record("before")?, unknown)?,
            after: read_particulars(record.record("after")?, unknown)?,
        }),
        ActKind::ChangeRules => Act::ChangeRules(read_change(&mut record, unknown)?),
        ActKind::Undo => Act::Undo {
            decision: Hash(record.bytes32("decision")?),
        },
    };
    record.finish(unknown);
    Ok(act)
}

fn write_particulars(particulars: &Particulars) -> Value {
    map([
        ("title", text(&particulars.title)),
        ("agency", text(&particulars.agency)),
        ("category", text(&particulars.category)),
    ])
}

fn read_particulars(mut record: Record, unknown: &mut Vec<String>) -> Result<Particulars, Refusal> {
    let particulars = Particulars {
        title: record.text("title")?,
        agency: record.text("agency")?,
        category: record.parsed("category")?,
    };
    record.finish(unknown);
    Ok(particulars)
}

fn write_seen(seen: &SeenVisit) -> Value {
    map([
        ("entry", text(&seen.entry)),
        ("visit", bytes(seen.visit.0)),
        ("hand_over", bytes(seen.hand_over.0)),
    ])
}

fn read_gated(record: &mut Record, unknown: &mut Vec<String>) -> Result<Gated, Refusal> {
    Ok(Gated {
        stage: record.parsed("stage")?,
        visits: read_seen(record, "visits", unknown)?,
    })
}

fn read_seen(
    record: &mut Record,
    key: &str,
    unknown: &mut Vec<String>,
) -> Result<Vec<SeenVisit>, Refusal> {
    let read = |mut seen: Record| {
        let visit = SeenVisit {
            entry: seen.parsed("entry")?,
            visit: VisitId(seen.bytes16("visit")?),
            hand_over: Hash(seen.bytes32("hand_over")?),
        };
        seen.finish(unknown);
        Ok(visit)
    };
    record.records(key)?.into_iter().map(read).collect()
}
