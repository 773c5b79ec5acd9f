//! What is drawn of a standing: places in thousandths beside the numbers they stand for, so that the page computes none.

use super::word::crossing;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Of which standing.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct PlotsAsked {
    /// A result pack to look into; none means the competition file that is open.
    #[ts(optional)]
    #[serde(default)]
    pub pack: Option<String>,
    /// Of this stage; none means the final standing, with the judges of the last stage that they gave scores in.
    #[ts(optional)]
    #[serde(default)]
    pub stage: Option<String>,
    /// Of this category.
    pub category: String,
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Plots {
    /// The stage of the judges; none where no sheet has a score yet.
    pub stage: Option<String>,
    /// The lowest score that a judge gave, where the axis of the judges begins.
    pub low: PlotPoint,
    /// The highest, where it ends.
    pub high: PlotPoint,
    /// The judges, in the order of their codes.
    pub judges: Vec<JudgePlot>,
    /// The judges' scores of every entry, the entries in the order of the standing.
    pub entries: Vec<EntryPlot>,
    /// The lowest and the highest score of the standing, where its axis begins and ends; none while nobody is ranked.
    pub scale: Option<[PlotPoint; 2]>,
    /// The ranked entries.
    pub ranked: Vec<RankedPlot>,
}

/// A number and its place on an axis.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct PlotPoint {
    /// With the digits of the rules.
    pub shown: String,
    /// In thousandths of the axis, from its beginning.
    pub permille: u32,
}

/// How one judge's scores lie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct JudgePlot {
    /// Judge code.
    pub judge: String,
    /// Name.
    pub name: String,
    /// How many scores.
    pub sheets: u32,
    /// The lowest, the quartiles and the highest.
    pub five: [PlotPoint; 5],
    /// All of them.
    pub points: Vec<u32>,
}

/// What the judges gave one entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EntryPlot {
    /// Entry code.
    pub entry: String,
    /// Title.
    pub title: String,
    /// By judge, in the order of the judges; none where there is no score.
    pub cells: Vec<Option<PlotPoint>>,
}

/// One ranked entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RankedPlot {
    /// Entry code.
    pub entry: String,
    /// Title.
    pub title: String,
    /// Rank.
    pub rank: u32,
    /// Its score on the axis of the standing.
    pub score: PlotPoint,
    /// How far it is above the next one; none for the last.
    pub gap: Option<String>,
    /// Whether the cut lies below it.
    pub cut_below: bool,
}

judging::words! {
    /// The format of a picture.
    pub enum PictureKind {
        /// Drawn, in any size.
        Svg = "svg",
        /// Dots.
        Png = "png",
    }
}
crossing!(PictureKind);

/// A picture to write.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct SavePicture {
    /// Where.
    pub out: String,
    /// Its format.
    pub kind: PictureKind,
    /// The text of an SVG, the bytes of a PNG in base64.
    pub content: String,
}
