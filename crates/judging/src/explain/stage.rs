//! One stage's part in an explanation.

use super::shapley::{MOST_JUDGES, shapley};
use super::term::Term;
use crate::rules::{Aggregate, JudgedBy, Rounding, RoundingLevel};
use crate::scoring::{ScoredCategory, ScoredStage, codes};
use crate::{CriterionCode, EntryCode, Exact, JudgeCode, StageCode};

crate::words! {
    /// How far a stage is split into terms.
    pub enum Split {
        /// By judge and criterion: what each mark puts between the two.
        Marks = "marks",
        /// By judge and criterion, after what each judge could move.
        Shapley = "shapley",
        /// By criterion, of the sheets that stay: there are too many judges to part them.
        Criteria = "criteria",
        /// Not at all: the two were not marked by the same judges.
        UnequalPanels = "unequal-panels",
        /// Not at all: scores are standardised over all entries.
        Standardised = "standardised",
    }
}

/// One stage that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StagePart {
    /// The stage.
    pub stage: StageCode,
    /// What part of the score it is, from 0 to 1.
    pub share: Exact,
    /// How far it is split.
    pub split: Split,
    /// The sum of its terms.
    pub exact: Exact,
    /// The sheets that count of the one entry, and of the other; in the panel's order.
    pub sheets: Vec<SheetPart>,
}

/// A sheet that counts, with the numbers that it brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetPart {
    /// Of which entry.
    pub entry: EntryCode,
    /// By whom.
    pub judge: JudgeCode,
    /// Its score before any rounding; `None` in a stage judged by criterion.
    pub score: Option<Exact>,
    /// Whether it stays in a median or trimmed mean; all stay otherwise.
    pub stays: bool,
    /// The marks, in the order of the rubric.
    pub marks: Vec<(CriterionCode, Option<Exact>)>,
}

/// A stage's part between two entries, or of one alone, with its terms.
pub(super) fn part(
    category: &ScoredCategory<'_>,
    stage: usize,
    share: Exact,
    a: usize,
    b: Option<usize>,
) -> (StagePart, Vec<Term>) {
    let stage = Sheets {
        category,
        scored: &category.stages[stage],
        share,
    };
    let (split, terms) = stage.terms(a, b);
    let entries = std::iter::once(a).chain(b);
    let part = StagePart {
        stage: stage.scored.rubric.stage.code.clone(),
        split,
        exact: terms
            .iter()
            .map(|term| term.exact.clone())
            .sum::<Exact>()
            .reduced(),
        sheets: entries.flat_map(|entry| stage.sheets(entry)).collect(),
        share: stage.share,
    };
    (part, terms)
}

/// One judge's parts of a score: by leaf, or of one criterion alone.
struct JudgeParts {
    /// Position in the panel.
    judge: u32,
    /// By leaf.
    parts: Vec<Exact>,
}

impl JudgeParts {
    fn score(&self) -> Exact {
        self.parts.iter().cloned().sum()
    }
}

/// The sheets of one stage.
struct Sheets<'s, 'a> {
    category: &'s ScoredCategory<'a>,
    scored: &'s ScoredStage<'a>,
    /// What part of the score the stage is.
    share: Exact,
}

impl Sheets<'_, '_> {
    fn aggregate(&self) -> Aggregate {
        self.scored.rubric.stage.aggregate
    }

    fn terms(&self, a: usize, b: Option<usize>) -> (Split, Vec<Term>) {
        if self.aggregate() == Aggregate::StandardisedMean {
            return (Split::Standardised, self.whole(a, b));
        }
        let parted = match self.scored.rubric.stage.judged_by {
            JudgedBy::Entry => self.by_sheet(a, b),
            JudgedBy::Criterion => self.by_criterion(a, b),
        };
        parted.unwrap_or_else(|| (Split::UnequalPanels, self.whole(a, b)))
    }

    /// The stage as one term.
    fn whole(&self, a: usize, b: Option<usize>) -> Vec<Term> {
        let unrounded = Rounding {
            at: RoundingLevel::Final,
            ..self.scored.rounding
        };
        let score = |entry: usize| {
            if self.aggregate() == Aggregate::StandardisedMean {
                return self.scored.exact(entry);
            }
            let table = &self.scored.sheets.table;
            self.scored.rubric.entry_score(unrounded, table, entry)
        };
        let of = |entry: usize| score(entry).unwrap_or(Exact::ZERO);
        let between = &of(a) - &b.map_or(Exact::ZERO, of);
        vec![self.term(None, None, &between)]
    }

    fn term(&self, leaf: Option<usize>, judge: Option<u32>, between: &Exact) -> Term {
        let judge = judge.and_then(|judge| {
            let position = usize::try_from(judge).ok()?;
            codes(self.category.inputs.judges, &[position]).pop()
        });
        Term {
            stage: self.scored.rubric.stage.code.clone(),
            criterion: leaf.map(|leaf| self.scored.rubric.leaves[leaf].code.clone()),
            judge,
            exact: (&self.share * between).reduced(),
        }
    }

    /// The parts of every sheet of an entry that counts, in the order of the judges.
    fn parts(&self, entry: usize) -> Vec<JudgeParts> {
        let table = &self.scored.sheets.table;
        let parts = table.sheets(entry).filter_map(|sheet| {
            Some(JudgeParts {
                judge: table.judge(sheet),
                parts: self.scored.rubric.parts(&table.row(sheet))?,
            })
        });
        let mut parts: Vec<JudgeParts> = parts.collect();
        parts.sort_by_key(|part| part.judge);
        parts
    }

    /// `None` where the two were marked by different judges.
    fn by_sheet(&self, a: usize, b: Option<usize>) -> Option<(Split, Vec<Term>)> {
        let leaves = self.scored.rubric.leaves.len();
        let ours = self.parts(a);
        let Some(b) = b else {
            return Some((Split::Marks, self.of_one(&ours, |leaf| leaf)));
        };
        let theirs = self.parts(b);
        let judges = |of: &[JudgeParts]| of.iter().map(|part| part.judge).collect::<Vec<_>>();
        if judges(&ours) != judges(&theirs) {
            return None;
        }
        if self.aggregate().is_by_order() && ours.len() > MOST_JUDGES {
            let stay = |entry| self.scored.criteria(entry).into_iter().map(|c| c.weighted);
            let pairs = stay(a).zip(stay(b)).enumerate();
            let terms = pairs.map(|(leaf, (a, b))| self.term(Some(leaf), None, &(&a - &b)));
            return Some((Split::Criteria, terms.collect()));
        }
        let columns: Vec<usize> = (0..leaves).collect();
        Some(self.between(&columns, &ours, &theirs))
    }

    /// Terms of one entry alone: the parts of the sheets that stay, divided as the aggregate divides.
    fn of_one(&self, sheets: &[JudgeParts], leaf: impl Fn(usize) -> usize) -> Vec<Term> {
        let stay = self.staying(sheets);
        let kept = stay.iter().filter(|stays| **stays).count();
        let divisor = i128::try_from(self.aggregate().divisor(kept)).unwrap_or(1);
        let kept = sheets.iter().zip(&stay).filter(|(_, stays)| **stays);
        let terms = kept.flat_map(|(sheet, _)| {
            let parts = sheet.parts.iter().enumerate();
            parts.filter_map(|(at, part)| {
                let part = part.checked_div(&Exact::whole(divisor))?;
                Some(self.term(Some(leaf(at)), Some(sheet.judge), &part))
            })
        });
        terms.collect()
    }

    /// Which sheets stay in the aggregate.
    fn staying(&self, sheets: &[JudgeParts]) -> Vec<bool> {
        let mut order: Vec<usize> = (0..sheets.len()).collect();
        order.sort_by_cached_key(|at| sheets[*at].score());
        let kept = self.aggregate().kept(sheets.len()).unwrap_or(0..0);
        let mut stays = vec![false; sheets.len()];
        order[kept].iter().for_each(|at| stays[*at] = true);
        stays
    }

    /// Terms between two entries with sheets of the same judges, the parts standing for these leaves.
    fn between(
        &self,
        leaves: &[usize],
        ours: &[JudgeParts],
        theirs: &[JudgeParts],
    ) -> (Split, Vec<Term>) {
        let scores = |of: &[JudgeParts]| of.iter().map(JudgeParts::score).collect::<Vec<_>>();
        let (a, b) = (scores(ours), scores(theirs));
        let by_order = self.aggregate().is_by_order();
        let shapley = by_order
            .then(|| shapley(self.aggregate(), &a, &b))
            .flatten();
        let divisor = i128::try_from(self.aggregate().divisor(a.len())).unwrap_or(1);
        let mut terms = Vec::new();
        for (at, (our, their)) in ours.iter().zip(theirs).enumerate() {
            let apart = &a[at] - &b[at];
            for (&leaf, (part, other)) in leaves.iter().zip(our.parts.iter().zip(&their.parts)) {
                let between = part - other;
                let term = match &shapley {
                    Some(values) => (&values[at] * &between).checked_div(&apart),
                    None => between.checked_div(&Exact::whole(divisor)),
                };
                let term = term.unwrap_or(Exact::ZERO);
                terms.push(self.term(Some(leaf), Some(our.judge), &term));
            }
        }
        let split = if by_order {
            Split::Shapley
        } else {
            Split::Marks
        };
        (split, terms)
    }

    /// Each criterion by itself: its marks are aggregated over its own judges. `None` where a criterion was marked by
    /// different judges, or for one of the two only.
    fn by_criterion(&self, a: usize, b: Option<usize>) -> Option<(Split, Vec<Term>)> {
        let (ours, theirs) = (self.marks(a), b.map(|b| self.marks(b)));
        let mut split = Split::Marks;
        let mut terms = Vec::new();
        for (leaf, our) in ours.iter().enumerate() {
            let Some(theirs) = &theirs else {
                terms.extend(self.of_one(our, |_| leaf));
                continue;
            };
            let their = &theirs[leaf];
            if !our
                .iter()
                .map(|part| part.judge)
                .eq(their.iter().map(|part| part.judge))
            {
                return None;
            }
            let by_order = self.aggregate().is_by_order();
            if by_order && our.len() > MOST_JUDGES {
                split = Split::Criteria;
                let of = |marks: &[JudgeParts]| {
                    let marks = marks.iter().map(JudgeParts::score).collect();
                    self.aggregate().of(marks).unwrap_or(Exact::ZERO)
                };
                terms.push(self.term(Some(leaf), None, &(&of(our) - &of(their))));
                continue;
            }
            let (own, of_leaf) = self.between(&[leaf], our, their);
            if split != Split::Criteria {
                split = own;
            }
            terms.extend(of_leaf);
        }
        Some((split, terms))
    }

    /// For each leaf the judges' marks of it, each weighed as the formula weighs the aggregated mark.
    fn marks(&self, entry: usize) -> Vec<Vec<JudgeParts>> {
        let (rubric, table) = (&self.scored.rubric, &self.scored.sheets.table);
        let sheets = || table.sheets(entry);
        let leaves = 0..rubric.leaves.len();
        let is_marked = |leaf| sheets().any(|sheet| table.mark(sheet, leaf).is_some());
        let ones: Vec<Option<Exact>> = leaves
            .map(|leaf| is_marked(leaf).then(|| Exact::whole(1)))
            .collect();
        let worth = rubric.parts(&ones).unwrap_or_default();
        let of_leaf = |(leaf, worth): (usize, &Exact)| {
            let marks = sheets().filter_map(|sheet| {
                Some(JudgeParts {
                    judge: table.judge(sheet),
                    parts: vec![&table.mark(sheet, leaf)? * worth],
                })
            });
            let mut marks: Vec<JudgeParts> = marks.collect();
            marks.sort_by_key(|mark| mark.judge);
            marks
        };
        worth.iter().enumerate().map(of_leaf).collect()
    }

    fn sheets(&self, entry: usize) -> Vec<SheetPart> {
        let (rubric, table) = (&self.scored.rubric, &self.scored.sheets.table);
        let by_entry = rubric.stage.judged_by == JudgedBy::Entry;
        let stays = if by_entry {
            self.staying(&self.parts(entry))
        } else {
            Vec::new()
        };
        let sheets = table.sheets(entry).enumerate().map(|(at, sheet)| {
            let position = usize::try_from(table.judge(sheet)).ok()?;
            let marks = rubric.leaves.iter().zip(table.row(sheet));
            Some(SheetPart {
                entry: self.category.entries[entry].code.clone(),
                judge: codes(self.category.inputs.judges, &[position]).pop()?,
                score: by_entry.then(|| rubric.sheet_score(table, sheet)).flatten(),
                stays: stays.get(at).copied().unwrap_or(true),
                marks: marks
                    .map(|(leaf, mark)| (leaf.code.clone(), mark))
                    .collect(),
            })
        });
        sheets.flatten().collect()
    }
}
