//! What is in force, given a set of hand-overs.
//!
//! Laws (property tests below hold them):
//! - the view depends on the *set* alone: not on order, repetition or delay;
//! - nothing that stands at a head is lost: it is in force or among the candidates of a conflict;
//! - every forked value is visible until a decision names the one chosen; clock time never decides.
//!
//! **Heads.** On one device a hand-over of a higher number stands for all earlier ones, for each is complete. Two
//! different hand-overs of one number are a fork (a copied laptop, a restored backup that went on): then an earlier one is
//! stood for only where the chain of `previous` hashes proves it. A hand-over that the chain shows to be *not* an ancestor
//! stays a head of its own.

use super::HandOver;
use crate::field_report::FieldReport;
use crate::sheet::{Recusal, Sheet};
use crate::{DeviceId, EntryCode, Hash, JudgeCode, StageCode};
use std::collections::BTreeMap;

/// What a statement can be about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// Who speaks.
    pub judge: JudgeCode,
    /// In which stage.
    pub stage: StageCode,
    /// Of which entry.
    pub entry: EntryCode,
}

/// What one judge says of one entry in one stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// Marks.
    Sheet(Sheet),
    /// Stands aside.
    Recused(Recusal),
}

/// One of several differing values, with the hand-overs that hold it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The value.
    pub said: Said,
    /// Heads that say so, ascending.
    pub hand_overs: Vec<Hash>,
}

/// What is in force for one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// All heads agree, or the chair has settled it.
    InForce(Said),
    /// The heads differ; the chair must settle.
    Conflict(Vec<Candidate>),
}

/// The chair's choice between differing values: what the chosen hand-over says stands, what the rejected ones say does
/// not, for this key, in these and in later hand-overs that repeat it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settlement {
    /// What was settled.
    pub key: Key,
    /// The hand-over whose value stands.
    pub chosen: Hash,
    /// The hand-overs whose value does not.
    pub rejected: Vec<Hash>,
}

/// What is in force over all judges.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct View {
    /// By judge, stage and entry.
    pub said: BTreeMap<Key, Value>,
    /// Field reports at the heads, with the judge and the hand-over that holds each; differing ones all stand here.
    pub reports: Vec<(JudgeCode, Hash, FieldReport)>,
}

impl View {
    /// The keys on which heads differ.
    pub fn conflicts(&self) -> impl Iterator<Item = (&Key, &[Candidate])> {
        self.said.iter().filter_map(|(key, value)| match value {
            Value::Conflict(candidates) => Some((key, candidates.as_slice())),
            Value::InForce(_) => None,
        })
    }
}

/// The hand-overs that nothing stands for, ascending by judge, device, number and hash.
#[must_use]
pub fn heads(hand_overs: &[HandOver]) -> Vec<&HandOver> {
    let mut devices: BTreeMap<(&JudgeCode, DeviceId), Device<'_>> = BTreeMap::new();
    for one in hand_overs {
        devices
            .entry((&one.judge, one.device))
            .or_default()
            .insert((one.number, one.hash), one);
    }
    devices
        .values()
        .flat_map(|device| {
            device
                .values()
                .copied()
                .filter(|one| !superseded(device, one))
        })
        .collect()
}

type Device<'a> = BTreeMap<(u32, Hash), &'a HandOver>;

/// Whether a later hand-over of the device stands for this one: by proof of the chain, or, where hand-overs between are
/// not there, because no other one has its number.
fn superseded(device: &Device<'_>, one: &HandOver) -> bool {
    let of_number = device.range((one.number, Hash([0; 32]))..=(one.number, Hash([255; 32])));
    let forked = of_number.count() > 1;
    device
        .range((one.number + 1, Hash([0; 32]))..)
        .any(|(_, later)| match ancestor(device, later, one.number) {
            Some(proven) => proven == one.hash,
            None => !forked,
        })
}

/// The hash that the chain from `later` names for `number`, as far as the hand-overs between are there.
fn ancestor(
    device: &BTreeMap<(u32, Hash), &HandOver>,
    later: &HandOver,
    number: u32,
) -> Option<Hash> {
    let mut at = later;
    loop {
        let previous = at.previous?;
        if at.number == number + 1 {
            return Some(previous);
        }
        at = device.get(&(at.number - 1, previous))?;
    }
}

/// What is in force, given all hand-overs ever accepted and the chair's settlements in the order they were decided.
#[must_use]
pub fn view(hand_overs: &[HandOver], settlements: &[Settlement]) -> View {
    let by_hash: BTreeMap<Hash, &HandOver> = hand_overs.iter().map(|one| (one.hash, one)).collect();
    let mut said: BTreeMap<Key, Vec<Candidate>> = BTreeMap::new();
    let mut reports = Vec::new();
    for head in heads(hand_overs) {
        for (key, value) in statements(head) {
            let candidates = said.entry(key).or_default();
            match candidates
                .iter_mut()
                .find(|candidate| candidate.said == value)
            {
                Some(same) => same.hand_overs.push(head.hash),
                None => candidates.push(Candidate {
                    said: value,
                    hand_overs: vec![head.hash],
                }),
            }
        }
        for report in &head.reports {
            if !reports
                .iter()
                .any(|(judge, _, known)| *judge == head.judge && known == report)
            {
                reports.push((head.judge.clone(), head.hash, report.clone()));
            }
        }
    }
    let mut view = View {
        said: BTreeMap::new(),
        reports,
    };
    for (key, mut candidates) in said {
        candidates
            .iter_mut()
            .for_each(|candidate| candidate.hand_overs.sort_unstable());
        candidates.sort_by(|a, b| a.hand_overs.cmp(&b.hand_overs));
        let settled = settlements
            .iter()
            .rev()
            .find(|settlement| settlement.key == key);
        let value = match (candidates.len(), settled) {
            (1, None) => Value::InForce(candidates.remove(0).said),
            (_, None) => Value::Conflict(candidates),
            (_, Some(settlement)) => settle(&key, candidates, settlement, &by_hash),
        };
        view.said.insert(key, value);
    }
    view
}

fn statements(one: &HandOver) -> impl Iterator<Item = (Key, Said)> {
    let key = |stage: &StageCode, entry: &EntryCode| Key {
        judge: one.judge.clone(),
        stage: stage.clone(),
        entry: entry.clone(),
    };
    let sheets = one
        .sheets
        .iter()
        .map(move |sheet| (key(&sheet.stage, &sheet.entry), Said::Sheet(sheet.clone())));
    let recusals = one.recusals.iter().map(move |recusal| {
        (
            key(&recusal.stage, &recusal.entry),
            Said::Recused(recusal.clone()),
        )
    });
    sheets.chain(recusals)
}

fn settle(
    key: &Key,
    candidates: Vec<Candidate>,
    settlement: &Settlement,
    archive: &BTreeMap<Hash, &HandOver>,
) -> Value {
    let value_in = |hash: &Hash| {
        let one = archive.get(hash)?;
        statements(one)
            .find(|(about, _)| about == key)
            .map(|(_, said)| said)
    };
    let Some(chosen) = value_in(&settlement.chosen) else {
        return conflict_or_only(candidates);
    };
    let rejected: Vec<Said> = settlement
        .rejected
        .iter()
        .filter_map(value_in)
        .filter(|said| *said != chosen)
        .collect();
    let open: Vec<Candidate> = candidates
        .into_iter()
        .filter(|candidate| !rejected.contains(&candidate.said))
        .collect();
    if open.is_empty() {
        Value::InForce(chosen)
    } else {
        conflict_or_only(open)
    }
}

fn conflict_or_only(mut candidates: Vec<Candidate>) -> Value {
    if candidates.len() == 1 {
        Value::InForce(candidates.remove(0).said)
    } else {
        Value::Conflict(candidates)
    }
}
