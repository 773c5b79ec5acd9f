//! How far the judges of a stage agree, and how each of them marks.

use super::word::Word;
use judging::agreement::Reading;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which judges.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct AgreementAsked {
    /// A result pack to look into; none means the competition file that is open.
    #[ts(optional)]
    #[serde(default)]
    pub pack: Option<String>,
    /// The stage.
    pub stage: String,
    /// Only this category.
    #[ts(optional)]
    #[serde(default)]
    pub category: Option<String>,
}

/// How far judges agree. Coefficients are decimals with ten significant digits at least.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Agreement {
    /// Entries with a score.
    pub entries: u32,
    /// Judges who gave one.
    pub judges: u32,
    /// Scores there are.
    pub sheets: u32,
    /// Entries that every judge marked: on them the two ICC and W rest, alpha and severities on all.
    pub complete: u32,
    /// How far one judge's marks would do.
    pub icc21: Option<String>,
    /// How far the mean of these judges will do.
    pub icc2k: Option<String>,
    /// How alike judges order the entries, corrected for ties.
    pub kendall_w: Option<String>,
    /// Agreement beyond chance, Krippendorff, interval.
    pub alpha: Option<String>,
    /// `icc2k` in a word.
    pub reading: Option<Word<Reading>>,
    /// Judges needed for a reliability.
    pub needed: Needed,
    /// The judges.
    pub rows: Vec<JudgeHabitsRow>,
    /// Scores that stand out, the furthest first.
    pub outliers: Vec<OutlierRow>,
    /// Entries to talk about, the most disputed first.
    pub discuss: Vec<DiscussRow>,
    /// Why nothing can be said.
    pub refused: Option<String>,
}

/// How many judges it would take.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Needed {
    /// For .7, enough for low stakes; none when no number would do.
    #[serde(rename = "0.7")]
    pub low: Option<u32>,
    /// For .9, enough for high stakes.
    #[serde(rename = "0.9")]
    pub high: Option<u32>,
}

/// How one judge marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct JudgeHabitsRow {
    /// Judge code.
    pub judge: String,
    /// Name.
    pub name: String,
    /// The judge's adjusted mean less all: below nought is strict.
    pub severity: String,
    /// The same with the digits of the rules.
    pub severity_shown: String,
    /// The spread of the judge's scores.
    pub spread: Option<String>,
    /// The same with the digits of the rules.
    pub spread_shown: Option<String>,
    /// How many scores the judge gave.
    pub sheets: u32,
    /// Whether the judge marks everything alike.
    pub alike: bool,
    /// From the first to the last sheet; none where the order is not known. Below nought the judge grew stricter.
    pub drift: Option<String>,
    /// Whether that is more than chance.
    pub drift_clear: bool,
}

/// A score that stands out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutlierRow {
    /// Entry code.
    pub entry: String,
    /// Judge code.
    pub judge: String,
    /// What the judge gave, with the digits of the rules.
    pub given: String,
    /// What level and severity would have made.
    pub expected: String,
}

/// An entry to talk about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DiscussRow {
    /// Entry code.
    pub entry: String,
    /// Title.
    pub title: String,
    /// How far its judges are apart, severities taken off.
    pub spread: String,
    /// How far they were to be expected.
    pub expected: String,
    /// Who gave least for what the judge usually gives.
    pub lowest: JudgeGave,
    /// Who gave most.
    pub highest: JudgeGave,
}

/// What one judge gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct JudgeGave {
    /// Judge code.
    pub judge: String,
    /// The score.
    pub score: String,
}
