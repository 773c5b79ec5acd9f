//! Why an entry has no score, or no rank.

use crate::{CriterionCode, Hash, JudgeCode, StageCode};

/// Why an entry is listed apart.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Obstacle {
    /// The chair's decision of that name.
    #[error("decision of the chair: {reason}")]
    Decision {
        /// The decision's name.
        hash: Hash,
        /// The reason given in it.
        reason: String,
    },
    /// Hand-overs of these judges differ.
    #[error("hand-overs differ and are not settled: {}", list(.0))]
    Conflict(Vec<JudgeCode>),
    /// These judges have not filed.
    #[error("not filed: {}", list(.0))]
    NotFiled(Vec<JudgeCode>),
    /// Nobody is assigned.
    #[error("no judge is assigned")]
    NoJudge,
    /// All assigned judges stood aside.
    #[error("every assigned judge stood aside")]
    AllRecused,
    /// Fewer sheets than `min_judges`.
    #[error("{filed} filed, at least {needed} are needed")]
    TooFew {
        /// Sheets that count.
        filed: u32,
        /// How many it takes.
        needed: u32,
    },
    /// A criterion with fewer marks than it takes.
    #[error("criterion “{criterion}” has {marks} marks, at least {needed} are needed")]
    Unmarked {
        /// The criterion's code.
        criterion: CriterionCode,
        /// How many there are.
        marks: u32,
        /// How many it takes.
        needed: u32,
    },
    /// Nothing remains after dropping the highest and the lowest.
    #[error("{filed} sheets are too few to drop the {trim} highest and the {trim} lowest")]
    NothingLeft {
        /// Sheets that count.
        filed: u32,
        /// How many fall away at each end.
        trim: u32,
    },
    /// The judge's sheets cannot be standardised.
    #[error("sheets of {judge} cannot be standardised: it takes three in the category that differ")]
    NoSpread {
        /// Whose.
        judge: JudgeCode,
    },
    /// It did not pass this stage's cut.
    #[error("did not pass the cut of stage “{0}”")]
    Cut(StageCode),
    /// The chair has not decided whether it goes on behind this stage's gate.
    #[error("not decided yet whether it goes on behind stage “{0}”")]
    Gate(StageCode),
    /// No stage has begun in the category.
    #[error("no stage has begun")]
    NotBegun,
}

crate::words! {
    /// Why an entry is listed apart.
    pub enum ObstacleKind of Obstacle {
        /// A decision of the chair.
        Decision = "decision",
        /// Hand-overs of judges differ.
        Conflict = "conflict",
        /// Judges have not filed.
        NotFiled = "not-filed",
        /// Nobody is assigned.
        NoJudge = "no-judge",
        /// All assigned judges stood aside.
        AllRecused = "all-recused",
        /// Fewer sheets than it takes.
        TooFew = "too-few",
        /// A criterion with fewer marks than it takes.
        Unmarked = "unmarked",
        /// Nothing remains after dropping the highest and the lowest.
        NothingLeft = "nothing-left",
        /// A judge's sheets cannot be standardised.
        NoSpread = "no-spread",
        /// It did not pass a stage's cut.
        Cut = "cut",
        /// The chair has not decided whether it goes on behind a stage's gate.
        Gate = "gate",
        /// No stage has begun in the category.
        NotBegun = "not-begun",
    }
}

/// What an obstacle is about. Which fields there are follows from its kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ObstacleDetail<'a> {
    /// The name of the decision.
    pub decision: Option<Hash>,
    /// The reason given in it.
    pub reason: Option<&'a str>,
    /// The judges.
    pub judges: &'a [JudgeCode],
    /// The criterion that has too few marks.
    pub criterion: Option<&'a CriterionCode>,
    /// The stage whose cut it did not pass, or at whose gate it waits.
    pub cut: Option<&'a StageCode>,
    /// How many sheets or marks count.
    pub filed: Option<u32>,
    /// How many it takes.
    pub needed: Option<u32>,
    /// How many fall away at each end.
    pub trim: Option<u32>,
}

impl Obstacle {
    /// What it is about.
    #[must_use]
    pub fn detail(&self) -> ObstacleDetail<'_> {
        let mut detail = ObstacleDetail::default();
        match self {
            Self::Decision { hash, reason } => {
                (detail.decision, detail.reason) = (Some(*hash), Some(reason.as_str()));
            }
            Self::Conflict(judges) | Self::NotFiled(judges) => detail.judges = judges,
            Self::TooFew { filed, needed } => {
                (detail.filed, detail.needed) = (Some(*filed), Some(*needed));
            }
            Self::Unmarked {
                criterion,
                marks,
                needed,
            } => {
                detail.criterion = Some(criterion);
                (detail.filed, detail.needed) = (Some(*marks), Some(*needed));
            }
            Self::NothingLeft { filed, trim } => {
                (detail.filed, detail.trim) = (Some(*filed), Some(*trim));
            }
            Self::NoSpread { judge } => detail.judges = std::slice::from_ref(judge),
            Self::Cut(stage) | Self::Gate(stage) => detail.cut = Some(stage),
            Self::NoJudge | Self::AllRecused | Self::NotBegun => {}
        }
        detail
    }
}

fn list(judges: &[JudgeCode]) -> String {
    let codes: Vec<&str> = judges.iter().map(JudgeCode::as_str).collect();
    codes.join(", ")
}
