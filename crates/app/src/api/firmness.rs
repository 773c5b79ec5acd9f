//! How firm standings are. Exact numbers are fractions as text.

use super::word::Word;
use judging::firmness::{Firm, NoChange, NotResampled};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which standings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct FirmnessAsked {
    /// A result pack to look into; none means the competition file that is open.
    #[ts(optional)]
    pub pack: Option<String>,
    /// Of this stage; none means the final standing.
    #[ts(optional)]
    pub stage: Option<String>,
    /// Only this category.
    #[ts(optional)]
    pub category: Option<String>,
}

/// How firm standings are: advisory, never part of a result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Firmness {
    /// The places that matter.
    pub rows: Vec<FirmPlace>,
    /// What would be without each judge.
    pub without: Vec<WithoutJudge>,
    /// What other judges of the same kind would say.
    pub resampled: Vec<ResampledEntry>,
    /// How the judges of each category were resampled, or why not.
    pub resampling: Vec<ResamplingRow>,
    /// What other weights would say.
    pub weights: OtherWeights,
}

/// One place that matters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FirmPlace {
    /// Category code.
    pub category: String,
    /// `winner`, `prize-2` … or `cut`.
    pub boundary: String,
    /// The entries with that rank; at the cut the last ones inside.
    pub above: Vec<String>,
    /// The next ones below.
    pub below: Vec<String>,
    /// How far their rounded scores are apart, with the digits of the rules; none when nobody is below.
    pub margin: Option<String>,
    /// The smallest change of one mark that changes who stands there.
    pub mark: Option<MarkMargin>,
    /// Why none is named.
    pub no_mark: Option<Word<NoChange>>,
    /// The smallest change of one weight that does.
    pub weight: Option<WeightMargin>,
    /// Why none is named.
    pub no_weight: Option<Word<NoChange>>,
    /// Whether the distance is smaller than entries of equal worth differ by chance.
    pub within_disagreement: bool,
}

/// A change of one mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MarkMargin {
    /// Stage code.
    pub stage: String,
    /// Judge code.
    pub judge: String,
    /// Entry code.
    pub entry: String,
    /// Criterion code.
    pub criterion: String,
    /// As it is.
    pub from: String,
    /// As it would have to be.
    pub to: String,
    /// How far that is, without a sign.
    pub distance: String,
    /// Whether it is a higher mark.
    pub up: bool,
}

/// A change of one weight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WeightMargin {
    /// Stage code.
    pub stage: String,
    /// Criterion code; none for the weight of the stage.
    pub criterion: Option<String>,
    /// As it is.
    pub from: String,
    /// As it would have to be.
    pub to: String,
}

/// A stage's standing without one judge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WithoutJudge {
    /// Judge code.
    pub judge: String,
    /// Category code.
    pub category: String,
    /// Stage code.
    pub stage: String,
    /// Who would be first.
    pub winners: Vec<String>,
    /// Who would come into the cut.
    #[serde(rename = "in")]
    pub entering: Vec<String>,
    /// Who would fall out of it.
    #[serde(rename = "out")]
    pub leaving: Vec<String>,
    /// Whether the order of all entries would be the same.
    pub same_order: bool,
}

/// One entry over all resamples of the judges.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ResampledEntry {
    /// Category code.
    pub category: String,
    /// Stage code.
    pub stage: String,
    /// Entry code.
    pub entry: String,
    /// The share in which it is first, alone or shared.
    pub winner: String,
    /// The share in which it passes the cut; none without one.
    pub cut: Option<String>,
    /// Whether it always passes; of the first place where there is no cut.
    pub word: Word<Firm>,
    /// The same share in thousandths, for drawing.
    pub permille: u32,
}

/// How the judges of one category were resampled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ResamplingRow {
    /// Category code.
    pub category: String,
    /// Stage code; none while nothing is judged.
    pub stage: Option<String>,
    /// Why not; none when they were.
    pub refused: Option<Word<NotResampled>>,
    /// The judges drawn from.
    pub judges: u32,
    /// Whether every resample was taken, so that shares are exact.
    pub enumerated: bool,
    /// The seed of the draws; none when every one was taken. A text, for it may have more digits than the page's numbers.
    pub seed: Option<String>,
    /// How many draws.
    pub draws: Option<u32>,
    /// The largest standard error of a share, `0` when every resample was taken.
    pub standard_error: String,
}

/// What other weights of the criteria would say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OtherWeights {
    /// The seed of the draws.
    pub seed: u32,
    /// How many weights were drawn.
    pub draws: u32,
    /// The largest standard error of a share.
    pub standard_error: String,
    /// The entries.
    pub rows: Vec<AcceptabilityRow>,
}

/// How often an entry has each rank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AcceptabilityRow {
    /// Category code.
    pub category: String,
    /// Stage code.
    pub stage: String,
    /// Entry code.
    pub entry: String,
    /// The share of weights with which it has each rank, from the first.
    pub ranks: Vec<String>,
    /// The same in thousandths, for drawing.
    pub permille: Vec<u32>,
}
