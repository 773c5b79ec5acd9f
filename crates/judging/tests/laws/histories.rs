//! Made-up histories of devices that really fork: laptops copied, backups restored, a second laptop, files that never come.

use crate::dice::Dice;
use judging::declaration::{ConflictGround, Recusal};
use judging::handover::{HandOver, Statement};
use judging::sheet::{Mark, Sheet, SheetState};
use judging::{
    CompetitionId, CriterionCode, DeviceId, EntryCode, Fixed, Hash, JudgeCode, StageCode,
};
use std::collections::{BTreeMap, BTreeSet};

/// What happened, known in full.
pub struct History {
    pub hand_overs: Vec<HandOver>,
    /// For each hand-over the one it was really made after.
    pub parent: BTreeMap<Hash, Hash>,
}

/// A running copy of the program with a judge's file.
#[derive(Clone)]
struct Copy {
    judge: JudgeCode,
    device: DeviceId,
    sheets: BTreeMap<EntryCode, Sheet>,
    recused: BTreeSet<EntryCode>,
    last: Option<(u32, Hash)>,
    /// Every state handed over, for backups to return to.
    backups: Vec<Copy>,
}

impl History {
    pub fn made_up(dice: &mut Dice, forks: bool) -> Self {
        let mut history = Self {
            hand_overs: Vec::new(),
            parent: BTreeMap::new(),
        };
        let fresh = |judge: usize, device: u8| Copy {
            judge: JudgeCode::new(&format!("J{judge}")).unwrap(),
            device: DeviceId([device; 32]),
            sheets: BTreeMap::new(),
            recused: BTreeSet::new(),
            last: None,
            backups: Vec::new(),
        };
        let mut copies: Vec<Copy> = (1..=2).map(|judge| fresh(judge, judge as u8)).collect();
        let mut devices = 2;
        for _ in 0..dice.between(4, 25) {
            let at = dice.below(copies.len());
            match dice.below(10) {
                0 if forks => {
                    let copied = copies[at].clone();
                    copies.push(copied);
                }
                1 if forks && !copies[at].backups.is_empty() => {
                    let mut restored = dice.pick(&copies[at].backups).clone();
                    restored.backups = copies[at].backups.clone();
                    copies[at] = restored;
                }
                2 => {
                    devices += 1;
                    copies.push(fresh(dice.between(1, 2), devices));
                }
                3..6 => copies[at].work(dice),
                _ => {
                    copies[at].work(dice);
                    history.hand_over(&mut copies[at]);
                }
            }
        }
        history
    }

    fn hand_over(&mut self, copy: &mut Copy) {
        let mut hash = Hash([0; 32]);
        // Hashes that do not ascend in time, or an order by hash would look like one by time.
        let number = self.hand_overs.len() as u8;
        hash.0[0] = number.wrapping_mul(97).wrapping_add(31);
        let recusal = |entry: &EntryCode| Recusal {
            stage: StageCode::new("s").unwrap(),
            entry: entry.clone(),
            ground: ConflictGround::Family,
        };
        let first = Statement::first(
            CompetitionId([1; 32]),
            Hash([2; 32]),
            copy.judge.clone(),
            i64::from(number) % 3,
        );
        let said = Statement {
            number: copy.last.map_or(1, |(number, _)| number + 1),
            previous: copy.last.map(|(_, hash)| hash),
            sheets: copy.sheets.values().cloned().collect(),
            recusals: copy.recused.iter().map(recusal).collect(),
            ..first
        };
        let one = said.signed(hash, copy.device);
        if let Some(previous) = one.previous {
            self.parent.insert(hash, previous);
        }
        copy.last = Some((one.number, hash));
        copy.backups.push(Copy {
            backups: Vec::new(),
            ..copy.clone()
        });
        self.hand_overs.push(one);
    }

    /// Everything the hand-over was really made after.
    pub fn ancestors(&self, mut hash: Hash) -> BTreeSet<Hash> {
        let mut all = BTreeSet::new();
        while let Some(parent) = self.parent.get(&hash) {
            all.insert(*parent);
            hash = *parent;
        }
        all
    }

    /// Those of a delivery that nothing in it was really made after.
    pub fn tips(&self, delivered: &[HandOver]) -> BTreeSet<Hash> {
        let before: BTreeSet<Hash> = delivered
            .iter()
            .flat_map(|hand_over| self.ancestors(hand_over.hash))
            .collect();
        let hashes = delivered.iter().map(|hand_over| hand_over.hash);
        hashes.filter(|hash| !before.contains(hash)).collect()
    }

    /// Some of the hand-overs, in any order, some of them twice.
    pub fn delivery(&self, dice: &mut Dice) -> Vec<HandOver> {
        let mut some: Vec<HandOver> = self.hand_overs.clone();
        some.retain(|_| dice.percent(70));
        let again: Vec<HandOver> = some.iter().filter(|_| dice.percent(20)).cloned().collect();
        some.extend(again);
        dice.shuffle(&mut some);
        some
    }
}

impl Copy {
    fn work(&mut self, dice: &mut Dice) {
        let entry = EntryCode::new(&format!("E{}", dice.below(4))).unwrap();
        self.sheets.remove(&entry);
        self.recused.remove(&entry);
        if dice.percent(10) {
            return;
        }
        if dice.percent(15) {
            self.recused.insert(entry);
            return;
        }
        let mark = Mark {
            value: Fixed::whole(dice.below(3) as i32),
            remark: String::new(),
        };
        let sheet = Sheet {
            stage: StageCode::new("s").unwrap(),
            entry: entry.clone(),
            state: if dice.percent(20) {
                SheetState::Draft
            } else {
                SheetState::Final
            },
            marks: [(CriterionCode::new("k").unwrap(), mark)].into(),
            remark: String::new(),
        };
        self.sheets.insert(entry, sheet);
    }
}
