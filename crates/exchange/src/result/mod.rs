//! The archived result: what was computed for a result pack, in a form of its own. It holds codes, whole numbers and
//! fractions and no sentence, so that no change of a screen's words makes an old pack differ.

mod compare;
mod of;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub use compare::{Difference, FieldValue, Location, ResultField, difference};
pub use read::read;
pub use write::write;

use judging::ranking::Status;
use judging::results::SheetOutcomeKind;
use judging::rules::TieBreak;
use judging::scoring::ObstacleKind;
use judging::{CategoryCode, CriterionCode, EntryCode, Hash, JudgeCode, StageCode};

/// The version of the form that this program writes and understands.
pub const FORMAT: u32 = 1;

/// All standings of a competition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchivedResult {
    /// The final standing.
    pub overall: ArchivedStanding,
    /// One for each judged stage, in the order of the rules.
    pub stages: Vec<ArchivedStanding>,
}

/// The standing of a stage, or the final one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchivedStanding {
    /// The stage; `None` for the final standing.
    pub stage: Option<StageCode>,
    /// The categories that go through the stage, in the order of the rules.
    pub categories: Vec<ArchivedRanking>,
}

/// The ranking of one category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchivedRanking {
    /// Its category.
    pub category: CategoryCode,
    /// The stages whose scores are in it.
    pub counted: Vec<StageCode>,
    /// The entries: those with a rank in its order, then those listed apart.
    pub rows: Vec<ArchivedRow>,
}

/// One entry in a standing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchivedRow {
    /// Its code.
    pub entry: EntryCode,
    /// Whether it is ranked, else why it is listed apart.
    pub status: Status,
    /// What stands against it.
    pub obstacle: Option<ArchivedObstacle>,
    /// 1 for the best.
    pub rank: Option<u32>,
    /// Whether it shares its rank.
    pub tied: bool,
    /// The last step of the ladder that parted it from an entry of equal score.
    pub decided_by: Option<TieBreak>,
    /// What it is ranked by; also of an entry listed apart, where it could be computed.
    pub score: Option<ArchivedScore>,
    /// How many sheets count.
    pub sheets: u32,
    /// Assigned judges without a sheet that counts, in the panel's order.
    pub missing: Vec<JudgeCode>,
    /// Judges who stood aside, in the panel's order.
    pub recused: Vec<JudgeCode>,
    /// Judges who filed a final sheet without being assigned.
    pub unassigned: Vec<JudgeCode>,
    /// In the standing of a stage, what became of each judge's sheet: of the judges assigned, in the panel's order, then of
    /// those who filed without being assigned. Empty in the final standing.
    pub judges: Vec<ArchivedSheet>,
    /// Its score in each counted stage.
    pub stages: Vec<(StageCode, ArchivedScore)>,
    /// What decisions take off its final score: a fraction in lowest terms, not negative.
    pub deducted: String,
    /// Whether it passes the stage's cut; `None` without a cut or a rank.
    pub shortlisted: Option<bool>,
}

/// A score before and after its last rounding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchivedScore {
    /// A fraction in lowest terms: `1707/20`.
    pub exact: String,
    /// The decimal that is compared, with the digits of the rules: `85.35`.
    pub rounded: String,
}

/// What became of one judge's sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchivedSheet {
    /// The judge.
    pub judge: JudgeCode,
    /// Whether it counts, else why not.
    pub outcome: SheetOutcomeKind,
    /// The score of a sheet that counts; `None` in a stage judged by criterion, where sheets have none.
    pub score: Option<ArchivedScore>,
    /// The required criteria of which it lacks a mark, in the order of the rubric.
    pub lacking: Vec<CriterionCode>,
    /// Whether a hand-over that came after publication says something else.
    pub late: bool,
}

/// What stands against an entry. Which fields there are follows from the kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchivedObstacle {
    /// The kind.
    pub kind: ObstacleKind,
    /// In a final standing, the counted stage in which it stands against the entry.
    pub stage: Option<StageCode>,
    /// The name of the decision.
    pub decision: Option<Hash>,
    /// The judges it is about.
    pub judges: Vec<JudgeCode>,
    /// The criterion that has too few marks.
    pub criterion: Option<CriterionCode>,
    /// The stage whose cut it did not pass, or at whose gate it waits.
    pub cut: Option<StageCode>,
    /// How many sheets or marks count.
    pub filed: Option<u32>,
    /// How many it takes.
    pub needed: Option<u32>,
    /// How many fall away at each end.
    pub trim: Option<u32>,
}
