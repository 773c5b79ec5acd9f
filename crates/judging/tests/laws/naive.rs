//! The standings computed again, as a person with paper and much patience would: straight from the blueprint, from the
//! facts and not from hand-overs, in unbounded fractions, entry by entry. Shares no code with the crate but its plain types.

use crate::competition::{Competition, Fact, own_leaves};
use judging::decision::{Act, Decision};
use judging::entry::Entry;
use judging::panel::Judge;
use judging::rules::{
    Aggregate, JudgedBy, Missing, Rounding, RoundingLevel, RoundingMode, Score, Shortlist, Stage,
    TieBreak, VisitEffect,
};
use judging::sheet::{Sheet, SheetState};
use judging::{CategoryCode, CriterionCode, EntryCode, Fixed};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};
use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::BTreeMap;

type Q = BigRational;
type Marks = BTreeMap<CriterionCode, Q>;

/// A row, as far as it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub status: &'static str,
    pub rank: Option<u32>,
    pub tied: bool,
    pub decided_by: Option<String>,
    pub exact: Option<Q>,
    pub text: Option<String>,
    pub shortlisted: Option<bool>,
    pub contributions: Option<Q>,
}

pub type Lines = BTreeMap<EntryCode, Line>;

pub struct Naive<'a> {
    competition: &'a Competition,
    /// Orders of stages already worked out, before a gate of their own holds anybody back.
    known: RefCell<BTreeMap<(usize, CategoryCode), Lines>>,
}

fn q(value: i64) -> Q {
    Q::from(BigInt::from(value))
}

fn number(value: Fixed) -> Q {
    Q::new(value.ten_thousandths().into(), 10_000.into())
}

/// Rounds as taught at school: shift, look at what is cut off, shift back.
pub fn round(value: &Q, rounding: Rounding) -> Q {
    let shift = Q::from(BigInt::from(10).pow(rounding.digits));
    let shifted = value.abs() * &shift;
    let floor = shifted.floor();
    let cut_off = &shifted - &floor;
    let half = Q::new(1.into(), 2.into());
    let is_odd = (floor.to_integer() % BigInt::from(2)) == BigInt::one();
    let up = match rounding.mode {
        RoundingMode::Down => false,
        RoundingMode::HalfUp => cut_off >= half,
        RoundingMode::HalfEven => cut_off > half || (cut_off == half && is_odd),
    };
    let size = (floor + if up { Q::one() } else { Q::zero() }) / shift;
    if value.is_negative() { -size } else { size }
}

pub fn text(value: &Q, rounding: Rounding) -> String {
    let rounded = round(value, rounding);
    let scale = BigInt::from(10).pow(rounding.digits);
    let units = (rounded.abs() * Q::from(scale.clone())).to_integer();
    let whole = &units / &scale;
    let fraction = &units % &scale;
    let sign = if rounded.is_negative() { "-" } else { "" };
    if rounding.digits == 0 {
        return format!("{sign}{whole}");
    }
    let digits = rounding.digits as usize;
    format!("{sign}{whole}.{:0>digits$}", fraction.to_string())
}

/// What the siblings under a group come to, when each leaf is worth what `leaf` says.
fn blend(stage: &Stage, group: Option<&CriterionCode>, leaf: &dyn Fn(&CriterionCode) -> Q) -> Q {
    let children: Vec<_> = stage
        .criteria
        .iter()
        .filter(|c| c.parent.as_ref() == group)
        .collect();
    let total: Q = children.iter().map(|c| number(c.weight)).sum();
    let worth = children.iter().map(|child| {
        let inner = if child.scale.is_some() {
            leaf(&child.code)
        } else {
            blend(stage, Some(&child.code), leaf)
        };
        number(child.weight) * inner
    });
    worth.sum::<Q>() / total
}

fn formula(stage: &Stage, marks: &Marks) -> Option<Q> {
    let mark = |code: &CriterionCode| marks.get(code).cloned().unwrap_or_else(Q::zero);
    let of_marked = |value: Q, code: &CriterionCode| {
        if marks.contains_key(code) {
            value
        } else {
            Q::zero()
        }
    };
    let highest = |code: &CriterionCode| {
        let scale = stage.criterion(code).unwrap().scale.as_ref().unwrap();
        of_marked(number(scale.max()), code)
    };
    let ratio = |above: Q, below: Q| (!below.is_zero()).then(|| above / below);
    match stage.score {
        Score::Points => {
            let leaves = stage
                .criteria
                .iter()
                .filter(|c| marks.contains_key(&c.code));
            let points = leaves.map(|c| number(c.weight) * mark(&c.code));
            (!marks.is_empty()).then(|| points.sum())
        }
        Score::WeightedMean => ratio(
            blend(stage, None, &mark),
            blend(stage, None, &|code| of_marked(Q::one(), code)),
        ),
        Score::Percent => ratio(
            q(100) * blend(stage, None, &mark),
            blend(stage, None, &highest),
        ),
    }
}

fn aggregate(how: Aggregate, mut values: Vec<Q>) -> Option<Q> {
    values.sort();
    let mean = |values: &[Q]| {
        (!values.is_empty())
            .then(|| values.iter().sum::<Q>() / q(i64::try_from(values.len()).unwrap()))
    };
    match how {
        Aggregate::Mean => mean(&values),
        Aggregate::Sum => (!values.is_empty()).then(|| values.iter().sum()),
        Aggregate::Median => {
            while values.len() > 2 {
                values.pop();
                values.remove(0);
            }
            mean(&values)
        }
        Aggregate::TrimmedMean { trim } => {
            for _ in 0..trim {
                values.pop();
                if !values.is_empty() {
                    values.remove(0);
                }
            }
            mean(&values)
        }
        Aggregate::StandardisedMean => unreachable!("not made up here"),
    }
}

/// What a stage has of one entry.
struct Heard {
    sheets: Vec<(usize, Marks)>,
    missing: usize,
    recused: usize,
    assigned: usize,
    conflict: bool,
    final_somewhere: bool,
    final_of_assigned: bool,
}

impl<'a> Naive<'a> {
    pub fn new(competition: &'a Competition) -> Self {
        Self {
            competition,
            known: RefCell::default(),
        }
    }

    fn rounding(&self) -> Rounding {
        self.competition.rules.rounding
    }

    fn judged(&self) -> Vec<&'a Stage> {
        let stages = self.competition.rules.stages.iter();
        stages.filter(|stage| !stage.criteria.is_empty()).collect()
    }

    /// Whether entries of the category go through the n-th stage.
    pub fn goes_through(&self, n: usize, category: &CategoryCode) -> bool {
        let named = &self.judged()[n].categories;
        named.is_empty() || named.iter().any(|code| code == category)
    }

    fn of_category(&self, category: &CategoryCode) -> Vec<&'a Entry> {
        let mut entries: Vec<_> = self.competition.entries.iter().collect();
        entries.retain(|entry| entry.category == *category);
        entries.sort_by_key(|entry| entry.code.clone());
        entries
    }

    fn counting(&self, stage: &Stage, judge: &Judge, sheet: &Sheet) -> Option<Marks> {
        let own = own_leaves(stage, judge);
        let mut marks = Marks::new();
        for leaf in stage.criteria.iter().filter(|c| own.contains(&c.code)) {
            match sheet.marks.get(&leaf.code) {
                Some(mark) => {
                    marks.insert(leaf.code.clone(), number(mark.value));
                }
                None if leaf.required => return None,
                None => {}
            }
        }
        let scores = match stage.judged_by {
            JudgedBy::Entry => formula(stage, &marks).is_some(),
            JudgedBy::Criterion => !marks.is_empty(),
        };
        (scores && sheet.state == SheetState::Final).then_some(marks)
    }

    fn heard(&self, stage: &Stage, entry: &Entry) -> Heard {
        let mut heard = Heard {
            sheets: Vec::new(),
            missing: 0,
            recused: 0,
            assigned: 0,
            conflict: false,
            final_somewhere: false,
            final_of_assigned: false,
        };
        let is_final = |sheet: &Sheet| sheet.state == SheetState::Final;
        for (place, judge) in self.competition.judges.iter().enumerate() {
            let fact = self.competition.facts.iter().find(|(who, at, about, _)| {
                *who == judge.code && *at == stage.code && *about == entry.code
            });
            let fact = fact.map(|(.., fact)| fact);
            let says_final = match fact {
                Some(Fact::Sheet(sheet)) => is_final(sheet),
                Some(Fact::Conflict(one, other)) => is_final(one) || is_final(other),
                Some(Fact::Recused) | None => false,
            };
            heard.final_somewhere |= says_final;
            if !judge.scope.covers(stage, &entry.category, &entry.code) {
                continue;
            }
            heard.final_of_assigned |= says_final;
            heard.assigned += 1;
            match fact {
                Some(Fact::Recused) => heard.recused += 1,
                Some(Fact::Sheet(sheet)) => match self.counting(stage, judge, sheet) {
                    Some(marks) => heard.sheets.push((place, marks)),
                    None => heard.missing += 1,
                },
                Some(Fact::Conflict(..)) if says_final => heard.conflict = true,
                Some(Fact::Conflict(..)) | None => heard.missing += 1,
            }
        }
        heard
    }

    fn sheet_score(&self, stage: &Stage, marks: &Marks) -> Q {
        let score = formula(stage, marks).unwrap();
        if self.rounding().at == RoundingLevel::Sheet {
            round(&score, self.rounding())
        } else {
            score
        }
    }

    fn criterion(&self, stage: &Stage, heard: &Heard, code: &CriterionCode) -> Option<Q> {
        let marks = heard.sheets.iter().filter_map(|(_, marks)| marks.get(code));
        aggregate(stage.aggregate, marks.cloned().collect())
    }

    /// The unrounded stage score, or the word for why there is none.
    fn stage_score(&self, stage: &Stage, entry: &Entry) -> Result<Q, &'static str> {
        let heard = self.heard(stage, entry);
        if heard.assigned > 0 && heard.conflict {
            return Err("conflict");
        }
        let needed = match stage.missing {
            Missing::RequireAll if heard.missing > 0 => return Err("incomplete"),
            Missing::RequireAll => 1,
            Missing::OfFiled { min_judges } => min_judges as usize,
        };
        if stage.judged_by == JudgedBy::Entry {
            if heard.sheets.len() < needed {
                return Err("incomplete");
            }
            let scores = heard
                .sheets
                .iter()
                .map(|(_, marks)| self.sheet_score(stage, marks));
            return aggregate(stage.aggregate, scores.collect()).ok_or("incomplete");
        }
        let mut marks = Marks::new();
        for leaf in stage.leaves() {
            let count = heard
                .sheets
                .iter()
                .filter(|(_, marks)| marks.contains_key(&leaf.code));
            let count = count.count();
            if leaf.required && count < needed {
                return Err("incomplete");
            }
            match self.criterion(stage, &heard, &leaf.code) {
                Some(mark) => {
                    marks.insert(leaf.code.clone(), mark);
                }
                None if leaf.required || count > 0 => return Err("incomplete"),
                None => {}
            }
        }
        formula(stage, &marks).ok_or("incomplete")
    }

    fn holding(&self) -> Vec<&'a Decision> {
        let decisions = &self.competition.decisions;
        let mut holds = vec![true; decisions.len()];
        for (at, decision) in decisions.iter().enumerate().rev() {
            if let Act::Undo { decision: target } = &decision.act
                && holds[at]
            {
                let undone = decisions.iter().position(|d| d.hash == *target).unwrap();
                holds[undone] = false;
            }
        }
        let all = decisions.iter().zip(holds);
        all.filter(|(_, holds)| *holds).map(|(d, _)| d).collect()
    }

    fn effect(&self, entry: &Entry) -> (Option<&'static str>, Q) {
        let (mut out, mut deducted) = (None, Q::zero());
        for decision in self.holding() {
            match &decision.act {
                Act::Disqualify { entry: e, .. } if *e == entry.code => out = Some("disqualified"),
                Act::Withdraw { entry: e } if *e == entry.code => out = Some("withdrawn"),
                Act::Deduct { entry: e, points } if *e == entry.code => deducted += number(*points),
                Act::Reinstate { entry: e } if *e == entry.code => {
                    out = None;
                    deducted = Q::zero();
                }
                _ => {}
            }
        }
        (out, deducted)
    }

    /// Groups of entries, best first, each with the step that parted it last.
    fn walk(
        &self,
        stage: &Stage,
        standing: Option<&Stage>,
        group: Vec<&'a Entry>,
        steps: &[TieBreak],
        decided_by: Option<&TieBreak>,
    ) -> Vec<(Vec<&'a Entry>, Option<String>)> {
        let as_it_is = |group: Vec<&'a Entry>| vec![(group, decided_by.map(TieBreak::to_string))];
        let Some((step, rest)) = steps.split_first() else {
            return as_it_is(group);
        };
        if group.len() == 1 {
            return as_it_is(group);
        }
        let values: Option<Vec<Q>> = group
            .iter()
            .map(|entry| self.value(stage, standing, step, entry, &group))
            .collect();
        let Some(values) = values else {
            return self.walk(stage, standing, group, rest, decided_by);
        };
        let mut parts: BTreeMap<Reverse<Q>, Vec<&'a Entry>> = BTreeMap::new();
        for (value, entry) in values.into_iter().zip(group) {
            parts.entry(Reverse(value)).or_default().push(entry);
        }
        let decided_by = if parts.len() > 1 {
            Some(step)
        } else {
            decided_by
        };
        let parts = parts.into_values();
        parts
            .flat_map(|part| self.walk(stage, standing, part, rest, decided_by))
            .collect()
    }

    fn value(
        &self,
        stage: &Stage,
        standing: Option<&Stage>,
        step: &TieBreak,
        entry: &Entry,
        group: &[&'a Entry],
    ) -> Option<Q> {
        let heard = self.heard(stage, entry);
        let scores = |heard: &Heard| -> BTreeMap<usize, Q> {
            let sheets = heard.sheets.iter();
            sheets
                .map(|(judge, marks)| (*judge, self.sheet_score(stage, marks)))
                .collect()
        };
        match step {
            TieBreak::Criterion(code) => self.criterion(stage, &heard, code),
            TieBreak::Stage(code) => {
                let mut stages = self.judged().into_iter().enumerate();
                let (n, other) = stages.find(|(_, other)| other.code == *code)?;
                if !self.goes_through(n, &entry.category) {
                    return None;
                }
                let score = self.stage_score(other, entry).ok()?;
                Some(round(&score, self.rounding()))
            }
            TieBreak::HighestMedian => {
                aggregate(Aggregate::Median, scores(&heard).into_values().collect())
            }
            TieBreak::HeadToHead => {
                let own = scores(&heard);
                let mut balance = Q::zero();
                for other in group {
                    let theirs = scores(&self.heard(stage, other));
                    for (judge, score) in &own {
                        match theirs.get(judge) {
                            Some(their) if score > their => balance += q(1),
                            Some(their) if score < their => balance -= q(1),
                            _ => {}
                        }
                    }
                }
                Some(balance)
            }
            TieBreak::Chair => {
                let mut orders = self.holding();
                orders.reverse();
                let order = orders
                    .into_iter()
                    .find_map(|decision| match &decision.act {
                        Act::SettleTie { stage, order }
                            if stage.as_ref() == standing.map(|s| &s.code)
                                && group.iter().all(|e| order.contains(&e.code)) =>
                        {
                            Some(order)
                        }
                        _ => None,
                    })?;
                let place = order.iter().position(|code| *code == entry.code)?;
                Some(-q(i64::try_from(place).unwrap()))
            }
        }
    }

    /// Gives ranks to those with a score.
    fn rank(
        &self,
        stage: &Stage,
        standing: Option<&Stage>,
        scored: &[(&'a Entry, Q)],
        lines: &mut Lines,
    ) {
        let mut by_score: BTreeMap<Reverse<Q>, Vec<&'a Entry>> = BTreeMap::new();
        for (entry, score) in scored {
            let rounded = round(score, self.rounding());
            by_score.entry(Reverse(rounded)).or_default().push(entry);
        }
        let mut before = 0;
        for group in by_score.into_values() {
            for (tied, decided_by) in self.walk(stage, standing, group, &stage.tie_break, None) {
                for entry in &tied {
                    let line = lines.get_mut(&entry.code).unwrap();
                    line.rank = Some(before + 1);
                    line.tied = tied.len() > 1;
                    line.decided_by.clone_from(&decided_by);
                }
                before += u32::try_from(tied.len()).unwrap();
            }
        }
    }

    fn line(&self, status: &'static str, exact: Option<Q>) -> Line {
        Line {
            status,
            rank: None,
            tied: false,
            decided_by: None,
            text: exact.as_ref().map(|exact| text(exact, self.rounding())),
            exact,
            shortlisted: None,
            contributions: None,
        }
    }

    /// Whether the entry passed the nearest cut before the stage; `None` when it has no rank there.
    fn passed_before(&self, n: usize, entry: &Entry) -> Option<(usize, Option<bool>)> {
        let cuts = |at: &usize| self.judged()[*at].shortlist.is_some();
        let mut before = (0..n).rev();
        let cuts = before.find(|at| cuts(at) && self.goes_through(*at, &entry.category))?;
        let lines = self.order(cuts, &entry.category);
        let line = lines.get(&entry.code);
        Some((cuts, line.and_then(|line| line.shortlisted)))
    }

    fn is_listed(&self, n: usize, entry: &Entry) -> bool {
        let stage = self.judged()[n];
        let passed = match self.passed_before(n, entry) {
            None => true,
            Some((_, passed)) => passed == Some(true) && self.effect(entry).0.is_none(),
        };
        // An entry that is out stays listed where there is no cut, and where somebody spoke of it.
        let is_held = self
            .held(entry, &|over, from| over <= n && from <= n)
            .is_some();
        passed || is_held || self.heard(stage, entry).final_somewhere
    }

    /// What the first gate says that holds the entry back, of those gates that `looks_at` by how many judged stages are over
    /// before them and by the first standing they matter to.
    fn held(&self, entry: &Entry, looks_at: &dyn Fn(usize, usize) -> bool) -> Option<&'static str> {
        if self.effect(entry).0.is_some() {
            return None;
        }
        let mut over = 0;
        for gate in &self.competition.rules.stages {
            let from = over;
            if !gate.criteria.is_empty() {
                over += 1;
            }
            let is_for = gate.categories.is_empty() || gate.categories.contains(&entry.category);
            if gate.effect != VisitEffect::Gate || !is_for || !looks_at(over, from) {
                continue;
            }
            let passed_cut = match self.passed_before(over, entry) {
                None => true,
                Some((_, passed)) => passed == Some(true),
            };
            if !passed_cut {
                continue;
            }
            let mut decided = None;
            for decision in self.holding() {
                let (gated, word) = match &decision.act {
                    Act::Pass(gated) => (gated, "passed"),
                    Act::Fail(gated) => (gated, "failed-gate"),
                    _ => continue,
                };
                let names = gated.visits.iter().any(|seen| seen.entry == entry.code);
                if gated.stage == gate.code && names {
                    decided = Some(word);
                }
            }
            match decided {
                Some("passed") => {}
                Some(word) => return Some(word),
                None => return Some("at-gate"),
            }
        }
        None
    }

    /// The standing of the n-th stage in one category.
    pub fn stage(&self, n: usize, category: &CategoryCode) -> Lines {
        let mut lines = self.order(n, category);
        for entry in self.of_category(category) {
            let Some(line) = lines.get_mut(&entry.code) else {
                continue;
            };
            if let Some(word) = self.held(entry, &|_, from| from <= n) {
                let shortlisted = line.shortlisted;
                *line = self.line(word, line.exact.clone());
                line.shortlisted = shortlisted;
            }
        }
        lines
    }

    fn order(&self, n: usize, category: &CategoryCode) -> Lines {
        let key = (n, category.clone());
        let known = self.known.borrow().get(&key).cloned();
        known.unwrap_or_else(|| {
            let lines = self.work_out(n, category);
            self.known.borrow_mut().insert(key, lines.clone());
            lines
        })
    }

    fn work_out(&self, n: usize, category: &CategoryCode) -> Lines {
        let stage = self.judged()[n];
        let mut lines = Lines::new();
        let mut scored = Vec::new();
        for entry in self.of_category(category) {
            if !self.is_listed(n, entry) {
                continue;
            }
            let score = self.stage_score(stage, entry);
            let held = self.held(entry, &|over, from| over <= n && from <= n);
            let line = match (self.effect(entry).0.or(held), score) {
                (Some(out), score) => self.line(out, score.ok()),
                (None, Ok(score)) => {
                    scored.push((entry, score.clone()));
                    self.line("ranked", Some(score))
                }
                (None, Err(why)) => self.line(why, None),
            };
            lines.insert(entry.code.clone(), line);
        }
        self.rank(stage, Some(stage), &scored, &mut lines);
        let count = q(i64::try_from(scored.len()).unwrap());
        for (entry, score) in &scored {
            let line = lines.get_mut(&entry.code).unwrap();
            let rank = q(i64::from(line.rank.unwrap()));
            line.shortlisted = stage.shortlist.map(|rule| match rule {
                Shortlist::PerCategory(places) => rank <= q(i64::from(places)),
                Shortlist::Threshold(least) => round(score, self.rounding()) >= number(least),
                Shortlist::Share(share) => rank <= (number(share) * &count / q(100)).ceil(),
            });
        }
        lines
    }

    fn counted(&self, category: &CategoryCode) -> Vec<usize> {
        let entries = self.of_category(category);
        let begun = |n: &usize| {
            let stage = self.judged()[*n];
            entries
                .iter()
                .any(|entry| self.heard(stage, entry).final_of_assigned)
        };
        let own = (0..self.judged().len()).filter(|&n| self.goes_through(n, category));
        let own: Vec<usize> = own.collect();
        let weighs = |n: &usize| self.judged()[*n].weight.is_some();
        let is_weighed = own.iter().any(weighs);
        let mut counted: Vec<usize> = own.into_iter().filter(begun).collect();
        if is_weighed {
            counted.retain(weighs);
            counted
        } else {
            counted.pop().into_iter().collect()
        }
    }

    /// The word for why the entry has no score in the n-th stage.
    fn against(&self, n: usize, entry: &Entry) -> Option<&'static str> {
        if self.is_listed(n, entry) {
            return self.stage_score(self.judged()[n], entry).err();
        }
        match self.passed_before(n, entry) {
            Some((_, Some(false))) => Some("not-nominated"),
            Some((cut, _)) => self.against(cut, entry),
            None => None,
        }
    }

    /// The final standing in one category.
    pub fn overall(&self, category: &CategoryCode) -> Lines {
        let counted = self.counted(category);
        let mut lines = Lines::new();
        let mut scored = Vec::new();
        for entry in self.of_category(category) {
            let (out, deducted) = self.effect(entry);
            let (mut sum, mut weights, mut whole) = (Q::zero(), Q::zero(), !counted.is_empty());
            for &n in &counted {
                let stage = self.judged()[n];
                let weight = stage.weight.map_or_else(Q::one, number);
                match self.stage_score(stage, entry) {
                    Ok(score) if self.rounding().at == RoundingLevel::Final => {
                        sum += &weight * score;
                    }
                    Ok(score) => sum += &weight * round(&score, self.rounding()),
                    Err(_) => whole = false,
                }
                weights += weight;
            }
            let score = whole.then(|| sum / weights - deducted);
            let line = match (out.or(self.held(entry, &|_, _| true)), score) {
                (Some(out), score) => self.line(out, score),
                (None, Some(score)) => {
                    scored.push((entry, score.clone()));
                    self.line("ranked", Some(score))
                }
                (None, None) => {
                    let against = counted.iter().filter_map(|&n| self.against(n, entry));
                    let mut against: Vec<_> = against.collect();
                    against.sort_by_key(|why| *why != "conflict");
                    self.line(against.first().copied().unwrap_or("incomplete"), None)
                }
            };
            lines.insert(entry.code.clone(), line);
        }
        if let Some(&last) = counted.last() {
            self.rank(self.judged()[last], None, &scored, &mut lines);
        }
        lines
    }
}
