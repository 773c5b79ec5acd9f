//! A made-up competition: rules, entries, a panel, and what every judge said.

use super::fraction::Mode;
use harness::{Desk, Panel, Registered, Seeded, registration};
use std::collections::BTreeMap;
use std::fmt::Write;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoundedAt {
    Sheet,
    Stage,
    Final,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aggregate {
    Mean,
    Median,
    /// Without the highest and the lowest.
    Trimmed,
    Sum,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Score {
    WeightedMean,
    Points,
    Percent,
}

/// A leaf or a group; all figures in hundredths.
#[derive(Debug)]
pub struct Criterion {
    pub code: String,
    pub parent: Option<usize>,
    pub weight: i64,
    /// Lowest, highest and step of a leaf.
    pub scale: Option<(i64, i64, i64)>,
}

#[derive(Debug)]
pub struct Stage {
    pub code: String,
    /// The one category it is for, if not for all.
    pub category: Option<&'static str>,
    pub weight: i64,
    pub score: Score,
    pub aggregate: Aggregate,
    /// With `of-filed`.
    pub min_judges: Option<usize>,
    pub criteria: Vec<Criterion>,
    /// Places of leaves in `criteria`.
    pub ladder: Vec<usize>,
}

impl Stage {
    pub fn is_for(&self, category: &str) -> bool {
        self.category.is_none_or(|only| only == category)
    }

    pub fn leaves(&self) -> impl Iterator<Item = usize> {
        (0..self.criteria.len()).filter(|place| self.criteria[*place].scale.is_some())
    }
}

/// What a judge handed over about an entry.
#[derive(Debug)]
pub enum Statement {
    /// Marks in hundredths, by the place of the leaf.
    Marks(BTreeMap<usize, i64>),
    Recused,
}

#[derive(Debug)]
pub struct Case {
    pub digits: u32,
    pub mode: Mode,
    pub at: RoundedAt,
    pub stages: Vec<Stage>,
    pub entries: Vec<Registered>,
    pub judges: Vec<String>,
    /// By stage, entry and judge; what is not there was not filed.
    pub said: BTreeMap<(usize, usize, usize), Statement>,
    pub disqualified: usize,
    /// An entry and hundredths of a point.
    pub deducted: (usize, i64),
}

impl Case {
    pub fn made_from(seed: u64) -> Self {
        let mut chance = Seeded::new(seed);
        let chance = &mut chance;
        let categories = ["OPD", "DESA"];
        let count = 6 + chance.below(6);
        let entry = |n| Registered {
            category: categories[n as usize % 2].to_owned(),
            agency: format!("Dinas {n}"),
            title: format!("Inovasi {n}"),
        };
        let entries: Vec<Registered> = (0..count).map(entry).collect();
        let judges: Vec<String> = (1..=3 + chance.below(3)).map(|n| format!("J{n}")).collect();
        let two = chance.once_in(2);
        let mut stages = vec![stage(chance, "penilaian", !two)];
        if two {
            let mut second = stage(chance, "presentasi", false);
            second.category = chance.once_in(2).then(|| *chance.one_of(&categories));
            stages.push(second);
        }
        let holes = chance.once_in(2);
        let begun = if chance.once_in(4) { 1 } else { stages.len() };
        let mut said = BTreeMap::new();
        for (at, stage) in stages.iter().enumerate().take(begun) {
            let goes_through = |entry: &usize| stage.is_for(&entries[*entry].category);
            for entry in (0..entries.len()).filter(goes_through) {
                for judge in 0..judges.len() {
                    if chance.once_in(12) {
                        said.insert((at, entry, judge), Statement::Recused);
                    } else if !(holes && chance.once_in(10)) {
                        said.insert((at, entry, judge), Statement::Marks(marks(chance, stage)));
                    }
                }
            }
        }
        let any = |chance: &mut Seeded| chance.below(count) as usize;
        Self {
            digits: chance.below(4) as u32,
            mode: *chance.one_of(&[Mode::HalfUp, Mode::HalfEven, Mode::Down]),
            at: *chance.one_of(&[RoundedAt::Sheet, RoundedAt::Stage, RoundedAt::Final]),
            disqualified: any(chance),
            deducted: (any(chance), chance.between(1, 400)),
            stages,
            entries,
            judges,
            said,
        }
    }

    /// The rules as a person would write them.
    fn rules(&self) -> String {
        let at = match self.at {
            RoundedAt::Sheet => "sheet",
            RoundedAt::Stage => "stage",
            RoundedAt::Final => "final",
        };
        let mode = match self.mode {
            Mode::HalfUp => "half-up",
            Mode::HalfEven => "half-even",
            Mode::Down => "down",
        };
        let mut toml = format!(
            "format = 1\nname = \"Lomba acak\"\nrounding = {{ digits = {}, mode = \"{mode}\", at = \"{at}\" }}\n\
             [[category]]\ncode = \"OPD\"\nname = \"Perangkat Daerah\"\n[[category]]\ncode = \"DESA\"\nname = \"Desa\"\n",
            self.digits
        );
        for stage in &self.stages {
            write_stage(&mut toml, stage);
        }
        toml
    }

    /// Plays it: every judge marks, recuses and hands over; the chair merges and decides.
    pub fn played(&self) -> Panel {
        let chair = Desk::new();
        chair.write("aturan.toml", self.rules());
        chair.write("daftar.xlsx", registration(&self.entries));
        let judges: Vec<(&str, &str)> =
            self.judges.iter().map(|code| (code.as_str(), "")).collect();
        let panel = Panel::assembled(chair, "aturan.toml", "daftar.xlsx", &judges);
        let listed = panel.chair.asks("entries lomba.timbang");
        let code = |entry: usize| {
            let rows = listed["rows"].as_array().unwrap();
            let row = rows
                .iter()
                .find(|row| row["title"] == self.entries[entry].title.as_str());
            row.unwrap()["entry"].as_str().unwrap().to_owned()
        };
        let mut files = String::new();
        for (at, judge) in panel.judges.iter().enumerate() {
            let mut lines = Vec::new();
            for ((stage, entry, _), statement) in
                self.said.iter().filter(|((.., judge), _)| *judge == at)
            {
                let stage = &self.stages[*stage];
                let entry = code(*entry);
                match statement {
                    Statement::Marks(marks) => lines.extend(marks.iter().map(|(leaf, mark)| {
                        format!(
                            "{},{entry},{},{}",
                            stage.code,
                            stage.criteria[*leaf].code,
                            decimal(*mark)
                        )
                    })),
                    Statement::Recused => {
                        let recuse = format!(
                            "recuse {}.timbang --stage {} --entry {entry} --reason kerabat",
                            judge.code, stage.code
                        );
                        judge.desk.types(&recuse).done();
                    }
                }
            }
            judge.marks(&lines);
            let file = format!("{}.nilai", judge.code);
            judge.hands_over(&file);
            panel.deliver(judge, &file);
            files = format!("{files} {file}");
        }
        panel
            .chair
            .types(&format!("merge lomba.timbang {files}"))
            .done();
        let (deducted, points) = self.deducted;
        for act in [
            format!("disqualify {} --reason salinan", code(self.disqualified)),
            format!(
                "deduct {} {} --reason terlambat",
                code(deducted),
                decimal(points)
            ),
        ] {
            panel
                .chair
                .types(&format!("decide lomba.timbang {act}"))
                .done();
        }
        panel
    }
}

fn stage(chance: &mut Seeded, code: &str, with_ladder: bool) -> Stage {
    let mut criteria: Vec<Criterion> = Vec::new();
    for top in 0..1 + chance.below(3) {
        let group = chance.once_in(3);
        let weight = chance.between(1, 4_000);
        let place = criteria.len();
        criteria.push(Criterion {
            code: format!("k{top}"),
            parent: None,
            weight,
            scale: (!group).then(|| scale(chance)),
        });
        if group {
            for below in 0..2 + chance.below(2) {
                let code = format!("k{top}-{below}");
                let weight = if below == 0 {
                    100
                } else {
                    chance.between(0, 900)
                };
                criteria.push(Criterion {
                    code,
                    parent: Some(place),
                    weight,
                    scale: Some(scale(chance)),
                });
            }
        }
    }
    let mut made = Stage {
        code: code.to_owned(),
        category: None,
        weight: chance.between(1, 9_999),
        score: *chance.one_of(&[Score::WeightedMean, Score::Points, Score::Percent]),
        aggregate: *chance.one_of(&[
            Aggregate::Mean,
            Aggregate::Mean,
            Aggregate::Median,
            Aggregate::Trimmed,
            Aggregate::Sum,
        ]),
        min_judges: chance.once_in(2).then(|| 1 + chance.below(3) as usize),
        criteria,
        ladder: Vec::new(),
    };
    if with_ladder {
        made.ladder = made.leaves().collect();
        chance.shuffle(&mut made.ladder);
        made.ladder.truncate(2);
    }
    made
}

/// Few different marks, so that ties come up.
fn scale(chance: &mut Seeded) -> (i64, i64, i64) {
    *chance.one_of(&[
        (0, 10_000, 2_500),
        (100, 300, 100),
        (0, 1_000, 50),
        (-200, 200, 100),
        (0, 100, 25),
    ])
}

fn marks(chance: &mut Seeded, stage: &Stage) -> BTreeMap<usize, i64> {
    let mut given = BTreeMap::new();
    for leaf in stage.leaves() {
        if let Some((min, max, step)) = stage.criteria[leaf].scale {
            given.insert(leaf, min + step * chance.between(0, (max - min) / step));
        }
    }
    given
}

fn write_stage(toml: &mut String, stage: &Stage) {
    let score = match stage.score {
        Score::WeightedMean => "weighted-mean",
        Score::Points => "points",
        Score::Percent => "percent",
    };
    let aggregate = match stage.aggregate {
        Aggregate::Mean => "mean",
        Aggregate::Median => "median",
        Aggregate::Trimmed => "trimmed-mean",
        Aggregate::Sum => "sum",
    };
    let Stage { code, weight, .. } = stage;
    let weight = decimal(*weight);
    write!(toml, "[[stage]]\ncode = \"{code}\"\nname = \"Tahap\"\nkind = \"scoring\"\nweight = {weight}\nscore = \"{score}\"\naggregate = \"{aggregate}\"\n").unwrap();
    if let Some(category) = stage.category {
        writeln!(toml, "categories = [\"{category}\"]").unwrap();
    }
    if stage.aggregate == Aggregate::Trimmed {
        toml.push_str("trim = 1\n");
    }
    if let Some(least) = stage.min_judges {
        writeln!(toml, "missing = \"of-filed\"\nmin_judges = {least}").unwrap();
    }
    let steps: Vec<String> = stage
        .ladder
        .iter()
        .map(|leaf| format!("\"criterion:{}\"", stage.criteria[*leaf].code))
        .collect();
    writeln!(toml, "tie_break = [{}]", steps.join(", ")).unwrap();
    for criterion in &stage.criteria {
        let Criterion { code, weight, .. } = criterion;
        let weight = decimal(*weight);
        writeln!(
            toml,
            "[[stage.criterion]]\ncode = \"{code}\"\nname = \"Kriteria\"\nweight = {weight}"
        )
        .unwrap();
        if let Some(parent) = criterion.parent {
            writeln!(toml, "parent = \"{}\"", stage.criteria[parent].code).unwrap();
        }
        if let Some((min, max, step)) = criterion.scale {
            let [min, max, step] = [min, max, step].map(decimal);
            writeln!(
                toml,
                "scale = {{ min = {min}, max = {max}, step = {step} }}"
            )
            .unwrap();
        }
    }
}

/// Hundredths as written by hand: `7.25`, `7`.
fn decimal(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.abs() / 100, hundredths.abs() % 100);
    if rest == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{rest:02}")
    }
}
