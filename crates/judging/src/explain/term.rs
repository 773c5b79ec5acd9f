use crate::{CriterionCode, Exact, JudgeCode, StageCode};

/// One part of a difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The stage.
    pub stage: StageCode,
    /// The criterion; `None` where the stage is one term.
    pub criterion: Option<CriterionCode>,
    /// The judge; `None` where no judge can be named.
    pub judge: Option<JudgeCode>,
    /// Its part of the final score, or of the stage's score in the standing of a stage.
    pub exact: Exact,
}
