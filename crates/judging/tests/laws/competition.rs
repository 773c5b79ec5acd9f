//! Competitions made up at random: odd weights, nested groups, every rule, marks that tie, judges who are silent, stand
//! aside or contradict themselves.

use crate::dice::Dice;
use judging::case::Case;
use judging::decision::{Act, Decision, Gated, SeenVisit};
use judging::declaration::{ConflictGround, Recusal};
use judging::entry::{Entry, Registration};
use judging::handover::{HandOver, Statement};
use judging::panel::{Judge, Scope};
use judging::revision::History;
use judging::rules::{
    Aggregate, Category, Criterion, JudgedBy, Level, Missing, RemarkRule, Rounding, RoundingLevel,
    RoundingMode, Rules, Scale, Score, Shortlist, Stage, StageKind, TieBreak, VisitEffect,
};
use judging::sheet::{Mark, Sheet, SheetState};
use judging::{
    CategoryCode, CompetitionId, CriterionCode, DeviceId, EntryCode, Fixed, Hash, JudgeCode,
    StageCode, VisitId,
};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What one judge says of one entry in one stage.
#[derive(Debug, Clone)]
pub enum Fact {
    Sheet(Sheet),
    Recused,
    Conflict(Sheet, Sheet),
}

#[derive(Debug, Clone)]
pub struct Competition {
    pub rules: Rules,
    pub entries: Vec<Entry>,
    pub judges: Vec<Judge>,
    pub facts: Vec<(JudgeCode, StageCode, EntryCode, Fact)>,
    pub decisions: Vec<Decision>,
}

pub fn fixed(text: &str) -> Fixed {
    text.parse().unwrap()
}

fn one_of(dice: &mut Dice, numbers: &[&str]) -> Fixed {
    fixed(numbers[dice.below(numbers.len())])
}

impl Competition {
    pub fn made_up(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let dice = &mut dice;
        let rules = rules(dice);
        assert_eq!(rules.validate(), [], "{rules:#?}");
        let entries = entries(dice, &rules);
        let judges = judges(dice, &rules, &entries);
        let facts = facts(dice, &rules, &entries, &judges);
        let decisions = decisions(dice, &rules, &entries);
        Self {
            rules,
            entries,
            judges,
            facts,
            decisions,
        }
    }

    /// All of it, to be computed from.
    pub fn case(&self) -> Case {
        let rules = History::unchanged(Hash([2; 32]), self.rules.clone());
        let hand_overs = self.hand_overs().into_iter().map(Arc::new);
        let (entries, judges) = (self.entries.clone(), self.judges.clone());
        let decisions = self.decisions.clone();
        Case::new(rules, entries, judges, hand_overs, decisions, Vec::new()).unwrap()
    }

    /// The hand-overs that say these facts: one a judge, and a second device's where the judge contradicts themselves.
    pub fn hand_overs(&self) -> Vec<HandOver> {
        let mut all = Vec::new();
        for (number, judge) in self.judges.iter().enumerate() {
            for device in 0..2_u8 {
                let own = self.facts.iter().filter(|(who, ..)| *who == judge.code);
                let mut one =
                    Statement::first(CompetitionId([1; 32]), Hash([2; 32]), judge.code.clone(), 0);
                let mut name = Hash([device; 32]);
                name.0[0] = u8::try_from(number).unwrap();
                for (_, stage, entry, fact) in own {
                    match (fact, device) {
                        (Fact::Sheet(sheet) | Fact::Conflict(sheet, _), 0)
                        | (Fact::Conflict(_, sheet), 1) => one.sheets.push(sheet.clone()),
                        (Fact::Recused, 0) => one.recusals.push(Recusal {
                            stage: stage.clone(),
                            entry: entry.clone(),
                            ground: ConflictGround::Family,
                        }),
                        _ => {}
                    }
                }
                all.push(one.signed(name, DeviceId([device; 32])));
            }
        }
        all
    }
}

fn rules(dice: &mut Dice) -> Rules {
    let rounding = Rounding {
        digits: u32::try_from(dice.between(0, 4)).unwrap(),
        mode: *dice.pick(&[
            RoundingMode::HalfUp,
            RoundingMode::HalfEven,
            RoundingMode::Down,
        ]),
        at: *dice.pick(&[
            RoundingLevel::Sheet,
            RoundingLevel::Stage,
            RoundingLevel::Final,
        ]),
    };
    let category = |n: usize| Category {
        code: CategoryCode::new(&format!("C{n}")).unwrap(),
        name: format!("Category {n}"),
        synonyms: Vec::new(),
    };
    let mut rules = Rules {
        name: "made up".into(),
        organizer: String::new(),
        source: String::new(),
        rounding,
        obligation: None,
        categories: (1..=dice.between(1, 2)).map(category).collect(),
        stages: Vec::new(),
    };
    let weighted = dice.percent(80);
    for n in 1..=dice.between(1, 3) {
        let mut stage = stage(dice, n);
        if weighted && (n == 1 || dice.percent(70)) {
            stage.weight = Some(one_of(dice, &["40", "35", "0.3333", "7", "60"]));
        }
        rules.stages.push(stage);
    }
    for stage in &mut rules.stages {
        if dice.percent(20) {
            let codes = rules.categories.iter().map(|category| &category.code);
            stage.categories = codes.filter(|_| dice.percent(50)).cloned().collect();
        }
    }
    for n in 0..rules.categories.len() {
        let category = rules.categories[n].code.clone();
        if rules.judged_stages_of(&category).next().is_none() {
            rules.stages[0].categories.insert(category);
        }
    }
    let stages = rules.stages.clone();
    for stage in &mut rules.stages {
        let meets = |other: &&Stage| {
            let mut codes = rules.categories.iter().map(|category| &category.code);
            codes.any(|code| stage.is_for(code) && other.is_for(code))
        };
        let others: Vec<StageCode> = stages
            .iter()
            .filter(meets)
            .map(|other| other.code.clone())
            .collect();
        stage.tie_break = ladder(dice, stage, &others);
    }
    for stage in &mut rules.stages {
        if dice.percent(15) {
            stage.kind = StageKind::Verification;
            stage.effect = VisitEffect::Gate;
        }
    }
    if dice.percent(25) {
        let gate = Stage {
            code: StageCode::new("V").unwrap(),
            kind: StageKind::Verification,
            effect: VisitEffect::Gate,
            criteria: Vec::new(),
            shortlist: None,
            tie_break: Vec::new(),
            weight: None,
            ..stage(dice, 0)
        };
        rules
            .stages
            .insert(dice.below(rules.stages.len() + 1), gate);
    }
    rules
}

fn stage(dice: &mut Dice, n: usize) -> Stage {
    let judged_by = if dice.percent(25) {
        JudgedBy::Criterion
    } else {
        JudgedBy::Entry
    };
    let score = *dice.pick(&[Score::WeightedMean, Score::Points, Score::Percent]);
    let aggregate = *dice.pick(&[
        Aggregate::Mean,
        Aggregate::Mean,
        Aggregate::Median,
        Aggregate::TrimmedMean { trim: 1 },
        Aggregate::Sum,
    ]);
    let missing = if dice.percent(50) {
        Missing::RequireAll
    } else {
        Missing::OfFiled {
            min_judges: u32::try_from(dice.between(1, 2)).unwrap(),
        }
    };
    let shortlist = match dice.below(6) {
        0 | 1 => Some(Shortlist::PerCategory(
            u32::try_from(dice.between(1, 4)).unwrap(),
        )),
        2 => Some(Shortlist::Share(one_of(dice, &["50", "33.3", "100"]))),
        3 => Some(Shortlist::Threshold(one_of(dice, &["3", "50", "1.5"]))),
        _ => None,
    };
    let mut criteria = Vec::new();
    grow(dice, &mut criteria, None, 0);
    Stage {
        code: StageCode::new(&format!("S{n}")).unwrap(),
        name: format!("Stage {n}"),
        kind: StageKind::Scoring,
        categories: Default::default(),
        blind: Default::default(),
        from: None,
        to: None,
        weight: None,
        score,
        aggregate,
        missing,
        judged_by,
        shortlist,
        tie_break: Vec::new(),
        criteria,
        effect: VisitEffect::None,
        claims: Vec::new(),
        slot_minutes: None,
    }
}

/// Adds the children of a group; the first weighs something, so that the weights never sum to zero.
fn grow(
    dice: &mut Dice,
    criteria: &mut Vec<Criterion>,
    parent: Option<&CriterionCode>,
    depth: usize,
) {
    for child in 0..dice.between(1, 3) {
        let code = CriterionCode::new(&format!("k{}", criteria.len())).unwrap();
        let weights = ["30", "3", "12.5", "0.3333", "1", "7.0007", "0"];
        let choice = if child == 0 { 6 } else { 7 };
        let is_group = depth < 2 && dice.percent(25);
        criteria.push(Criterion {
            code: code.clone(),
            parent: parent.cloned(),
            name: code.to_string(),
            weight: fixed(weights[dice.below(choice)]),
            scale: (!is_group).then(|| scale(dice)),
            required: dice.percent(80),
            remark: RemarkRule::Optional,
            guidance: None,
        });
        if is_group {
            grow(dice, criteria, Some(&code), depth + 1);
        }
    }
}

fn scale(dice: &mut Dice) -> Scale {
    let range = |min, max, step| Scale::Range {
        min: fixed(min),
        max: fixed(max),
        step: fixed(step),
    };
    match dice.below(5) {
        0 => range("0", "100", "1"),
        1 => range("1", "5", "0.5"),
        2 => range("-5", "5", "0.0001"),
        3 => range("0", "3", "1"),
        _ => Scale::Levels(
            (1..=3)
                .map(|value| Level {
                    value: Fixed::whole(value),
                    label: String::new(),
                })
                .collect(),
        ),
    }
}

fn ladder(dice: &mut Dice, stage: &Stage, stages: &[StageCode]) -> Vec<TieBreak> {
    let leaves: Vec<CriterionCode> = stage.leaves().map(|leaf| leaf.code.clone()).collect();
    let mut steps = vec![
        TieBreak::Chair,
        TieBreak::Criterion(dice.pick(&leaves).clone()),
    ];
    if stage.judged_by == JudgedBy::Entry {
        steps.extend([TieBreak::HighestMedian, TieBreak::HeadToHead]);
    }
    let others = stages.iter().filter(|code| **code != stage.code);
    steps.extend(others.cloned().map(TieBreak::Stage));
    dice.shuffle(&mut steps);
    steps.truncate(dice.below(steps.len() + 1));
    steps
}

fn entries(dice: &mut Dice, rules: &Rules) -> Vec<Entry> {
    let mut entries = Vec::new();
    for category in &rules.categories {
        for n in 1..=dice.between(0, 8) {
            entries.push(Entry {
                code: EntryCode::new(&format!("{}-{n:03}", category.code)).unwrap(),
                category: category.code.clone(),
                registration: Registration::default(),
            });
        }
    }
    dice.shuffle(&mut entries);
    entries
}

fn judges(dice: &mut Dice, rules: &Rules, entries: &[Entry]) -> Vec<Judge> {
    let judge = |n: usize, dice: &mut Dice| {
        let mut scope = Scope::default();
        if dice.percent(15) {
            scope
                .categories
                .insert(dice.pick(&rules.categories).code.clone());
        }
        if dice.percent(15) {
            scope.stages.insert(dice.pick(&rules.stages).code.clone());
        }
        if dice.percent(5) && !entries.is_empty() {
            scope.entries.insert(dice.pick(entries).code.clone());
        }
        if dice.percent(50) {
            let leaves: Vec<_> = rules.stages.iter().flat_map(Stage::leaves).collect();
            let some = leaves.iter().filter(|_| dice.percent(70));
            scope.criteria = some.map(|leaf| leaf.code.clone()).collect();
        }
        Judge {
            code: JudgeCode::new(&format!("J{n}")).unwrap(),
            name: format!("Judge {n}"),
            scope,
        }
    };
    (1..=dice.between(1, 5)).map(|n| judge(n, dice)).collect()
}

fn facts(
    dice: &mut Dice,
    rules: &Rules,
    entries: &[Entry],
    judges: &[Judge],
) -> Vec<(JudgeCode, StageCode, EntryCode, Fact)> {
    let mut facts = Vec::new();
    let diligence = *dice.pick(&[100, 95, 60]);
    for stage in rules.judged_stages() {
        let begun = dice.percent(85);
        for entry in entries {
            for judge in judges {
                let covers = judge.scope.covers(stage, &entry.category, &entry.code);
                if !begun || !dice.percent(if covers { diligence } else { 2 }) {
                    continue;
                }
                let one = sheet(dice, stage, judge, entry);
                let fact = match dice.below(40) {
                    0 | 1 => Fact::Recused,
                    2 => {
                        let other = sheet(dice, stage, judge, entry);
                        if other == one {
                            Fact::Sheet(one)
                        } else {
                            Fact::Conflict(one, other)
                        }
                    }
                    _ => Fact::Sheet(one),
                };
                let (judge, stage) = (judge.code.clone(), stage.code.clone());
                facts.push((judge, stage, entry.code.clone(), fact));
            }
        }
    }
    facts
}

fn sheet(dice: &mut Dice, stage: &Stage, judge: &Judge, entry: &Entry) -> Sheet {
    let lazy = dice.percent(3);
    let mut sheet = Sheet {
        stage: stage.code.clone(),
        entry: entry.code.clone(),
        state: if dice.percent(97) {
            SheetState::Final
        } else {
            SheetState::Draft
        },
        marks: Default::default(),
        remark: String::new(),
    };
    for leaf in stage.leaves() {
        let given = if leaf.required {
            !lazy
        } else {
            dice.percent(60)
        };
        // A mark for a criterion of another judge must change nothing.
        if given && (judge.scope.marks(stage, &leaf.code) || dice.percent(5)) {
            let mark = Mark {
                value: mark(dice, leaf.scale.as_ref().unwrap()),
                remark: String::new(),
            };
            sheet.marks.insert(leaf.code.clone(), mark);
        }
    }
    sheet
}

/// One of few values, so that entries tie.
fn mark(dice: &mut Dice, scale: &Scale) -> Fixed {
    match scale {
        Scale::Levels(levels) => dice.pick(levels).value,
        Scale::Range { min, max, step } => {
            let steps = (max.ten_thousandths() - min.ten_thousandths()) / step.ten_thousandths();
            let part = i64::try_from(dice.below(4)).unwrap();
            let value = min.ten_thousandths() + steps * part / 3 * step.ten_thousandths();
            Fixed::from_ten_thousandths(value).unwrap()
        }
    }
}

fn decisions(dice: &mut Dice, rules: &Rules, entries: &[Entry]) -> Vec<Decision> {
    let mut decisions: Vec<Decision> = Vec::new();
    if entries.is_empty() {
        return decisions;
    }
    for number in 1..=dice.below(8) {
        let entry = dice.pick(entries).code.clone();
        let act = match dice.below(9) {
            0 => Act::Disqualify {
                entry,
                report: None,
            },
            1 => Act::Withdraw { entry },
            2 => Act::Deduct {
                entry,
                points: one_of(dice, &["0.5", "1", "2.25"]),
            },
            3 => Act::Reinstate { entry },
            4 | 5 => gate_decision(dice, rules, entries),
            6 if !decisions.is_empty() => Act::Undo {
                decision: dice.pick(&decisions).hash,
            },
            _ => {
                let mut order: Vec<EntryCode> = entries.iter().map(|e| e.code.clone()).collect();
                dice.shuffle(&mut order);
                order.truncate(dice.between(1, order.len()));
                let stage = dice.pick(&rules.stages).code.clone();
                Act::SettleTie {
                    stage: dice.percent(60).then_some(stage),
                    order,
                }
            }
        };
        decisions.push(Decision {
            hash: Hash([u8::try_from(number).unwrap(); 32]),
            number: u32::try_from(number).unwrap(),
            made_at: 0,
            reason: "because".into(),
            act,
        });
    }
    decisions
}

/// That some entries pass or fail at a stage, be it a gate or not.
fn gate_decision(dice: &mut Dice, rules: &Rules, entries: &[Entry]) -> Act {
    let gates = rules
        .stages
        .iter()
        .filter(|stage| stage.effect == VisitEffect::Gate);
    let gates: Vec<&Stage> = gates.collect();
    let stage = match gates.as_slice() {
        [] => dice.pick(&rules.stages).code.clone(),
        gates => dice.pick(gates).code.clone(),
    };
    let visits = (0..dice.between(1, 4)).map(|_| SeenVisit {
        entry: dice.pick(entries).code.clone(),
        visit: VisitId([1; 16]),
        hand_over: Hash([1; 32]),
    });
    let visits = visits.collect();
    let gated = Gated { stage, visits };
    if dice.percent(75) {
        Act::Pass(gated)
    } else {
        Act::Fail(gated)
    }
}

/// The codes of the leaves a judge marks.
pub fn own_leaves(stage: &Stage, judge: &Judge) -> BTreeSet<CriterionCode> {
    let own = stage
        .leaves()
        .filter(|leaf| judge.scope.marks(stage, &leaf.code));
    own.map(|leaf| leaf.code.clone()).collect()
}
