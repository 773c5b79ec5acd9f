//! What is in force, given a set of hand-overs.
//!
//! Laws (`tests/handover_laws.rs` holds them):
//! - the view depends on the *set* alone: not on order, repetition or delay;
//! - nothing that stands at a head is lost: it is in force, among the candidates of a conflict, or rejected by name;
//! - every forked value is visible until a decision names the one chosen; clock time never decides.
//!
//! The view borrows what the hand-overs say; it copies no sheet.

use super::{HandOver, heads};
use crate::declaration::Recusal;
use crate::sheet::Sheet;
use crate::visit::Visit;
use crate::{EntryCode, Hash, JudgeCode, StageCode};
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said<'a> {
    /// Marks.
    Sheet(&'a Sheet),
    /// Stands aside.
    Recused(&'a Recusal),
}

/// One of several differing values, with the hand-overs that hold it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate<'a> {
    /// The value.
    pub said: Said<'a>,
    /// Heads that say so, ascending.
    pub hand_overs: Vec<Hash>,
}

/// What is in force for one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    /// All heads agree, or the chair has settled it.
    InForce(Said<'a>),
    /// The heads differ; the chair must settle.
    Conflict(Vec<Candidate<'a>>),
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
pub struct View<'a> {
    /// By judge, stage and entry.
    pub said: BTreeMap<Key, Value<'a>>,
    /// Visits at the heads, by stage, entry and judge; where heads word one visit differently, all wordings stand here.
    pub visits: Vec<VisitInForce<'a>>,
}

/// A visit, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VisitInForce<'a> {
    /// Who made it.
    pub judge: &'a JudgeCode,
    /// The hand-over that words it so; of several the one with the lowest name.
    pub hand_over: Hash,
    /// What was found.
    pub visit: &'a Visit,
}

impl<'a> View<'a> {
    /// The keys on which heads differ.
    pub fn conflicts(&self) -> impl Iterator<Item = (&Key, &[Candidate<'a>])> {
        self.said.iter().filter_map(|(key, value)| match value {
            Value::Conflict(candidates) => Some((key, candidates.as_slice())),
            Value::InForce(_) => None,
        })
    }
}

/// What is in force, given all hand-overs ever accepted and the chair's settlements in the order they were decided.
#[must_use]
pub fn view<'a>(
    hand_overs: impl IntoIterator<Item = &'a HandOver>,
    settlements: &[Settlement],
) -> View<'a> {
    let hand_overs: Vec<&HandOver> = hand_overs.into_iter().collect();
    let heads = heads(hand_overs.iter().copied());
    let mut statements: Vec<(Key, Hash, Said<'a>)> = heads
        .iter()
        .flat_map(|&head| statements(head).map(move |(key, said)| (key, head.hash, said)))
        .collect();
    // By key, then by hash: the order in which heads came does not matter from here on.
    statements.sort_by(|(a, at, _), (b, bt, _)| (a, at).cmp(&(b, bt)));

    let archive = Archive::new(&hand_overs, settlements);
    let said = statements.chunk_by(|(a, ..), (b, ..)| a == b).map(|same| {
        (
            same[0].0.clone(),
            archive.settle(&same[0].0, candidates(same)),
        )
    });
    View {
        said: said.collect(),
        visits: visits(&heads),
    }
}

/// The differing values among statements about one thing, with those who hold each.
fn candidates<'a>(statements: &[(Key, Hash, Said<'a>)]) -> Vec<Candidate<'a>> {
    let mut candidates: Vec<Candidate<'a>> = Vec::with_capacity(1);
    for &(_, hash, said) in statements {
        match candidates.iter_mut().find(|known| known.said == said) {
            Some(same) => {
                if same.hand_overs.last() != Some(&hash) {
                    same.hand_overs.push(hash);
                }
            }
            None => candidates.push(Candidate {
                said,
                hand_overs: vec![hash],
            }),
        }
    }
    candidates
}

fn visits<'a>(heads: &[&'a HandOver]) -> Vec<VisitInForce<'a>> {
    let held = |head: &'a HandOver| {
        head.visits.iter().map(|visit| VisitInForce {
            judge: &head.judge,
            hand_over: head.hash,
            visit,
        })
    };
    let mut all: Vec<VisitInForce<'a>> = heads.iter().flat_map(|head| held(head)).collect();
    all.sort_by_key(|visited| {
        let visit = visited.visit;
        (
            &visit.stage,
            &visit.entry,
            visited.judge,
            visit.id,
            visited.hand_over,
        )
    });
    let mut distinct: Vec<VisitInForce<'a>> = Vec::with_capacity(all.len());
    for visited in all {
        let same_visit = |other: &&VisitInForce<'a>| other.visit.id == visited.visit.id;
        let mut same = distinct.iter().rev().take_while(same_visit);
        if !same.any(|other| other.judge == visited.judge && other.visit == visited.visit) {
            distinct.push(visited);
        }
    }
    distinct
}

fn statements(hand_over: &HandOver) -> impl Iterator<Item = (Key, Said<'_>)> {
    let key = |stage: &StageCode, entry: &EntryCode| Key {
        judge: hand_over.judge.clone(),
        stage: stage.clone(),
        entry: entry.clone(),
    };
    let sheets = hand_over
        .sheets
        .iter()
        .map(move |sheet| (key(&sheet.stage, &sheet.entry), Said::Sheet(sheet)));
    let recusals = hand_over
        .recusals
        .iter()
        .map(move |recusal| (key(&recusal.stage, &recusal.entry), Said::Recused(recusal)));
    sheets.chain(recusals)
}

/// Every hand-over ever accepted by its hash, and what was settled about each thing, in the order decided.
struct Archive<'a, 's> {
    by_hash: BTreeMap<Hash, &'a HandOver>,
    settled: BTreeMap<&'s Key, Vec<&'s Settlement>>,
}

impl<'a, 's> Archive<'a, 's> {
    fn new(hand_overs: &[&'a HandOver], settlements: &'s [Settlement]) -> Self {
        let mut settled: BTreeMap<&Key, Vec<&Settlement>> = BTreeMap::new();
        for settlement in settlements {
            settled.entry(&settlement.key).or_default().push(settlement);
        }
        Self {
            by_hash: hand_overs.iter().map(|said| (said.hash, *said)).collect(),
            settled,
        }
    }

    fn said_in(&self, hash: &Hash, key: &Key) -> Option<Said<'a>> {
        statements(self.by_hash.get(hash)?)
            .find(|(about, _)| about == key)
            .map(|(_, said)| said)
    }

    /// The last settlement chooses; what it or an earlier one rejected stays rejected. Values that no settlement knew of
    /// stand beside the chosen one as a new conflict, or alone as the judge's correction.
    fn settle(&self, key: &Key, candidates: Vec<Candidate<'a>>) -> Value<'a> {
        let settlements = self.settled.get(key).map_or(&[][..], Vec::as_slice);
        let chosen = settlements
            .last()
            .and_then(|last| self.said_in(&last.chosen, key));
        let Some(chosen) = chosen else {
            return only_or_conflict(candidates);
        };
        let rejected: Vec<Said<'a>> = settlements
            .iter()
            .flat_map(|settlement| &settlement.rejected)
            .filter_map(|hash| self.said_in(hash, key))
            .filter(|said| *said != chosen)
            .collect();
        let open: Vec<Candidate<'a>> = candidates
            .into_iter()
            .filter(|candidate| !rejected.contains(&candidate.said))
            .collect();
        if open.is_empty() {
            Value::InForce(chosen)
        } else {
            only_or_conflict(open)
        }
    }
}

fn only_or_conflict(candidates: Vec<Candidate<'_>>) -> Value<'_> {
    match candidates.as_slice() {
        [only] => Value::InForce(only.said),
        _ => Value::Conflict(candidates),
    }
}
