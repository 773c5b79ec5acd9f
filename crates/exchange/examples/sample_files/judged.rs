//! A competition at random: sheets of few different marks, so that there are ties; forks, second devices, recusals, drafts,
//! missing sheets and decisions.

use crate::Outcome;
use crate::dice::Dice;
use crate::rubric;
use exchange::handover::{Declarations, Note, Notes, Salt, attachment_name, salted};
use exchange::keys::{EnrolmentSecret, Identity};
use exchange::{Written, decision, handover};
use judging::decision::{
    Act, Amendment, Decision, Gated, Particulars, SeenVisit, changes_in_force, rules_in_force,
};
use judging::declaration::{ConflictGround, ConflictKind, Declaration, Recusal};
use judging::entry::{Entry, Field, Registration, categories};
use judging::handover::{
    Attachment, AttachmentKind, HandOver, Key, Settlement, Statement, Value, view,
};
use judging::panel::{Judge, Scope};
use judging::revision::{Change, History};
use judging::rules::{Rules, Scale, Stage, VisitEffect};
use judging::sheet::{Mark, Sheet, SheetState};
use judging::{CompetitionId, EntryCode, Fixed, Hash, VisitId};
use std::collections::BTreeMap;

pub struct Judged {
    pub competition: CompetitionId,
    pub chair: Identity,
    pub enrolment: EnrolmentSecret,
    /// The rules in force, and those before them.
    pub history: History,
    pub entries: Vec<Entry>,
    pub judges: Vec<Judge>,
    pub hand_overs: Vec<Written>,
    /// What the hand-overs name beside what they say.
    pub attachments: Vec<Vec<u8>>,
    pub decisions: Vec<Written>,
}

impl Judged {
    pub fn new(dice: &mut Dice) -> Outcome<Self> {
        let rules = rubric::rules(dice)?;
        let mut judged = Self {
            competition: CompetitionId(dice.bytes()),
            chair: Identity::from_secret(&dice.bytes())?,
            enrolment: EnrolmentSecret(dice.bytes()),
            history: History::unchanged(exchange::rules::hash(&rules), rules),
            entries: Vec::new(),
            judges: Vec::new(),
            hand_overs: Vec::new(),
            attachments: Vec::new(),
            decisions: Vec::new(),
        };
        judged.revise(dice)?;
        for category in ["OPD", "DESA"] {
            for number in 1..=2 + dice.below(10) {
                let registration = Registration {
                    title: format!("Inovasi {number}"),
                    agency: format!("Instansi {number}"),
                    fields: [
                        (Field::Innovator, format!("Inovator {number}")),
                        (Field::Summary, format!("Ringkasan {number}")),
                    ]
                    .into(),
                    ..Registration::default()
                };
                let code = format!("{category}-{number:03}").parse()?;
                judged.entries.push(Entry {
                    code,
                    category: category.parse()?,
                    registration,
                });
            }
        }
        for number in 1..=2 + dice.below(4) {
            let mut scope = Scope::default();
            if dice.once_in(6) {
                scope.categories.insert("OPD".parse()?);
            }
            if dice.once_in(4) {
                scope.criteria.insert(dice.one_of(&["a", "b"]).parse()?);
            }
            judged.judges.push(Judge {
                code: format!("J{number}").parse()?,
                name: format!("Juri {number}"),
                scope,
            });
        }
        for judge in judged.judges.clone() {
            judged.speak(dice, &judge)?;
        }
        judged.decide(dice)?;
        Ok(judged)
    }

    /// Changes the rules twice, once or never; the last change may be undone.
    fn revise(&mut self, dice: &mut Dice) -> Outcome<()> {
        let mut known = BTreeMap::from([(self.history.hash(), self.history.rules().clone())]);
        let (mut from, mut rules) = (self.history.hash(), self.history.rules().clone());
        let changes = dice.below(3);
        for number in 0..changes {
            rules = rubric::revised(dice, &rules)?;
            let to = exchange::rules::hash(&rules);
            if known.insert(to, rules.clone()).is_some() {
                return Ok(());
            }
            let marks = rubric::choices(dice, &rules);
            let act = Act::ChangeRules(Change { from, to, marks });
            self.file(u32::try_from(number)? + 1, act)?;
            from = to;
        }
        if let Some(last) = self.decisions.last()
            && dice.once_in(4)
        {
            let decision = last.hash;
            self.file(9, Act::Undo { decision })?;
        }
        let decisions = self.decided()?;
        if let Some(hash) = rules_in_force(&decisions) {
            let rules = known.get(&hash).ok_or("rules are known")?.clone();
            self.history = History::new(hash, rules, known, changes_in_force(&decisions))?;
        }
        Ok(())
    }

    pub fn decided(&self) -> Outcome<Vec<Decision>> {
        let read = self
            .decisions
            .iter()
            .map(|decision| decision::read(&decision.signed));
        let read = read.map(|file| Ok(file?.decision));
        read.collect()
    }

    /// What was handed over, as it is under the rules in force.
    pub fn carried(&self) -> Outcome<Vec<HandOver>> {
        let read = self
            .hand_overs
            .iter()
            .map(|hand_over| handover::read(&hand_over.signed));
        let categories = categories(&self.entries);
        let carried = read.map(|file| Ok(self.history.carry(file?.hand_over, &categories)?));
        carried.collect()
    }

    /// What one judge hands over: one to three times, sometimes forked, sometimes from a second device.
    fn speak(&mut self, dice: &mut Dice, judge: &Judge) -> Outcome<()> {
        for _ in 0..1 + usize::from(dice.once_in(6)) {
            let device = Identity::from_secret(&dice.bytes())?;
            let (hash, rules) = self.some_rules(dice);
            let mut said = self.statement(dice, judge, hash, &rules);
            self.add_attachments(dice, &mut said);
            for _ in 0..1 + dice.below(3) {
                let written = self.write(&said, &device)?;
                if dice.once_in(6) {
                    let mut other = said.clone();
                    self.correct(dice, judge, &rules, &mut other);
                    let forked = self.write(&other, &device)?;
                    self.hand_overs.push(forked);
                }
                said.number += 1;
                said.previous = Some(written.hash);
                self.correct(dice, judge, &rules, &mut said);
                if !dice.once_in(5) {
                    self.hand_overs.push(written); // else it never arrives
                }
            }
            if self.hand_overs.is_empty() {
                let written = self.write(&said, &device)?;
                self.hand_overs.push(written);
            }
        }
        Ok(())
    }

    fn write(&self, said: &Statement, device: &Identity) -> Outcome<Written> {
        let chair = self.chair.device();
        Ok(handover::write(said, &self.enrolment, chair, device)?)
    }

    /// The rules in force, mostly, or earlier ones.
    fn some_rules(&self, dice: &mut Dice) -> (Hash, Rules) {
        let earlier: Vec<_> = self.history.earlier().iter().collect();
        if earlier.is_empty() || dice.once_in(3) {
            return (self.history.hash(), self.history.rules().clone());
        }
        let (hash, rules) = earlier[dice.below(earlier.len())];
        (*hash, rules.clone())
    }

    fn statement(&self, dice: &mut Dice, judge: &Judge, hash: Hash, rules: &Rules) -> Statement {
        let first = Statement::first(self.competition, hash, judge.code.clone(), 1_700_000_000);
        let mut said = Statement {
            packets: vec![Hash(dice.bytes())],
            ..first
        };
        for stage in rules.judged_stages() {
            for entry in &self.entries {
                if dice.once_in(60) {
                    let (stage, entry) = (stage.code.clone(), entry.code.clone());
                    said.recusals.push(Recusal {
                        stage,
                        entry,
                        ground: ConflictGround::Family,
                    });
                } else if !dice.once_in(80) {
                    said.sheets.push(sheet(dice, stage, judge, &entry.code));
                }
            }
        }
        said
    }

    /// Declares each recusal, hands over a note, and names a photo that never arrives.
    fn add_attachments(&mut self, dice: &mut Dice, said: &mut Statement) {
        let declaration = |recusal: &Recusal| Declaration {
            entry: recusal.entry.clone(),
            stage: Some(recusal.stage.clone()),
            kind: ConflictKind::Actual,
            ground: recusal.ground,
            text: "Kerabat".into(),
        };
        let declarations = Declarations {
            stated_at: Some(1_700_000_000),
            declarations: said.recusals.iter().map(declaration).collect(),
        };
        let note = |sheet: &Sheet| Note {
            stage: sheet.stage.clone(),
            entry: sheet.entry.clone(),
            text: "Tanya dampaknya".into(),
        };
        let notes = Notes {
            why: Some("Belum selesai".into()),
            notes: said.sheets.iter().take(1).map(note).collect(),
        };
        let mut name = |kind, bytes: &[u8]| {
            let name = attachment_name(bytes);
            said.attachments.push(Attachment { kind, name });
        };
        let declarations = declarations.write(Salt(dice.bytes()));
        let notes = notes.write(Salt(dice.bytes()));
        name(AttachmentKind::Declarations, &declarations);
        name(AttachmentKind::Notes, &notes);
        name(
            AttachmentKind::Photos,
            &salted(Salt(dice.bytes()), b"a photo"),
        );
        self.attachments.extend([declarations, notes]);
    }

    /// The signed hand-over with those of its attachments that are there.
    pub fn with_attachments(&self, signed: &[u8]) -> Outcome<Vec<u8>> {
        let named = handover::read(signed)?.hand_over.statement.attachments;
        let is_named = |bytes: &&Vec<u8>| {
            let name = attachment_name(bytes);
            named.iter().any(|attachment| attachment.name == name)
        };
        let held = self.attachments.iter().filter(is_named);
        let held: Vec<&[u8]> = held.map(Vec::as_slice).collect();
        Ok(handover::attach(signed, &held)?)
    }

    /// Another sheet in the place of one.
    fn correct(&self, dice: &mut Dice, judge: &Judge, rules: &Rules, said: &mut Statement) {
        let place = dice.below(said.sheets.len());
        let Some(old) = said.sheets.get_mut(place) else {
            return;
        };
        if let Some(stage) = rules.stage(&old.stage) {
            *old = sheet(dice, stage, judge, &old.entry.clone());
        }
    }

    fn decide(&mut self, dice: &mut Dice) -> Outcome<()> {
        let hand_overs = self.carried()?;
        let mut acts = Vec::new();
        for (key, value) in view(&hand_overs, &[]).said {
            if let Value::Conflict(candidates) = value
                && !dice.once_in(5)
            {
                let holders: Vec<Hash> = candidates
                    .iter()
                    .flat_map(|hand_over| hand_over.hand_overs.clone())
                    .collect();
                acts.push(Act::SettleConflict(settlement(dice, key, &holders)));
            }
        }
        for _ in 0..dice.below(6) {
            let place = dice.below(self.entries.len());
            let entry = self.entries[place].code.clone();
            acts.push(match dice.below(8) {
                0 => Act::Disqualify {
                    entry,
                    report: None,
                },
                1 => Act::Withdraw { entry },
                2 => Act::Deduct {
                    entry,
                    points: Fixed::whole(1),
                },
                3 => Act::Reinstate { entry },
                4 => self.at_gate(dice),
                5 | 6 => self.amended(dice, place)?,
                _ => Act::SettleTie {
                    stage: (!dice.once_in(3)).then(|| self.history.rules().stages[0].code.clone()),
                    order: self
                        .entries
                        .iter()
                        .rev()
                        .map(|entry| entry.code.clone())
                        .collect(),
                },
            });
        }
        for (number, act) in (10..).zip(acts) {
            self.file(number, act)?;
            if dice.once_in(8)
                && let Some(last) = self.decisions.last()
            {
                let undo = Act::Undo {
                    decision: last.hash,
                };
                self.file(number + 1000, undo)?;
            }
        }
        if dice.once_in(3) {
            self.publish(dice)?;
        }
        Ok(())
    }

    /// An entry with another title, and now and then in another category.
    fn amended(&self, dice: &mut Dice, place: usize) -> Outcome<Act> {
        let entry = &self.entries[place];
        let before = Particulars::of(entry);
        let mut after = before.clone();
        after.title = format!("{} ({})", before.title, dice.below(1_000));
        if dice.once_in(3) {
            after.category = dice.one_of(&["OPD", "DESA"]).parse()?;
        }
        Ok(Act::AmendEntry(Amendment {
            entry: entry.code.clone(),
            before,
            after,
        }))
    }

    /// Publishes before some hand-overs have come; a few of those are accepted late.
    fn publish(&mut self, dice: &mut Dice) -> Outcome<()> {
        let names = self.hand_overs.iter().map(|written| written.hash);
        let (late, mut hand_overs): (Vec<Hash>, Vec<Hash>) = names.partition(|_| dice.once_in(3));
        hand_overs.sort_unstable();
        let standings = Hash([9; 32]);
        self.file(
            5000,
            Act::Publish {
                standings,
                hand_overs,
            },
        )?;
        for (number, hand_over) in (5001..).zip(late) {
            if dice.once_in(4) {
                self.file(number, Act::AcceptLate { hand_over })?;
            }
        }
        Ok(())
    }

    /// That most entries pass, or some fail, at a gate, where the rules have one; else that the first agency withdraws.
    fn at_gate(&self, dice: &mut Dice) -> Act {
        let stages = self.history.rules().stages.iter();
        let gates = stages.filter(|stage| stage.effect == VisitEffect::Gate);
        let gates: Vec<&Stage> = gates.collect();
        let entries = self.entries.iter().filter(|_| !dice.once_in(4));
        let visits = entries.map(|entry| SeenVisit {
            entry: entry.code.clone(),
            visit: VisitId([7; 16]),
            hand_over: Hash([7; 32]),
        });
        let visits: Vec<SeenVisit> = visits.collect();
        if gates.is_empty() || visits.is_empty() {
            let entry = self.entries[0].code.clone();
            return Act::Withdraw { entry };
        }
        let stage = gates[dice.below(gates.len())].code.clone();
        let gated = Gated { stage, visits };
        if dice.once_in(4) {
            Act::Fail(gated)
        } else {
            Act::Pass(gated)
        }
    }

    fn file(&mut self, number: u32, act: Act) -> Outcome<()> {
        let decision = decision::Draft {
            number,
            made_at: 0,
            reason: "Contoh".into(),
            act,
        };
        self.decisions
            .push(decision::write(&decision, self.competition, &self.chair)?);
        Ok(())
    }
}

fn settlement(dice: &mut Dice, key: Key, holders: &[Hash]) -> Settlement {
    let chosen = holders[dice.below(holders.len())];
    Settlement {
        key,
        chosen,
        rejected: holders
            .iter()
            .copied()
            .filter(|hash| *hash != chosen && !dice.once_in(10))
            .collect(),
    }
}

fn sheet(dice: &mut Dice, stage: &Stage, judge: &Judge, entry: &EntryCode) -> Sheet {
    let mut sheet = Sheet {
        stage: stage.code.clone(),
        entry: entry.clone(),
        state: if dice.once_in(60) {
            SheetState::Draft
        } else {
            SheetState::Final
        },
        marks: std::collections::BTreeMap::new(),
        remark: String::new(),
    };
    for leaf in stage.leaves() {
        let others = !judge.scope.marks(stage, &leaf.code) && !dice.once_in(10);
        let left_out = dice.once_in(if leaf.required { 150 } else { 3 });
        if let (Some(scale), false) = (&leaf.scale, others || left_out) {
            let mark = Mark {
                value: mark(dice, scale),
                remark: String::new(),
            };
            sheet.marks.insert(leaf.code.clone(), mark);
        }
    }
    sheet
}

/// One of the highest three marks.
fn mark(dice: &mut Dice, scale: &Scale) -> Fixed {
    let below = i64::try_from(dice.below(3)).unwrap_or(0);
    let step = match scale {
        Scale::Range { step, .. } => *step,
        Scale::Levels(_) => Fixed::whole(1),
    };
    Fixed::from_ten_thousandths(scale.max().ten_thousandths() - below * step.ten_thousandths())
        .unwrap_or(scale.max())
}
