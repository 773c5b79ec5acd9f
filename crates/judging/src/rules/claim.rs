use crate::{CodeError, CriterionCode, StageCode};

/// A statement of entries that a verifier checks at each of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// What is claimed: "Jumlah penerima manfaat".
    pub text: String,
    /// The criterion that it bears on.
    pub criterion: Option<ClaimCriterion>,
    /// In what a number is given: "orang".
    pub unit: Option<String>,
}

/// The criterion of any stage that a claim bears on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimCriterion {
    /// Named where criteria of several stages have the code.
    pub stage: Option<StageCode>,
    /// The criterion's code.
    pub criterion: CriterionCode,
}

impl std::fmt::Display for ClaimCriterion {
    /// As it is written in a rules file: `dampak`, `penilaian:dampak`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.stage {
            Some(stage) => write!(f, "{stage}:{}", self.criterion),
            None => write!(f, "{}", self.criterion),
        }
    }
}

impl std::str::FromStr for ClaimCriterion {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        let (stage, criterion) = match text.split_once(':') {
            Some((stage, criterion)) => (Some(stage.parse()?), criterion),
            None => (None, text),
        };
        Ok(Self {
            stage,
            criterion: criterion.parse()?,
        })
    }
}
