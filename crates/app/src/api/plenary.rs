//! What is shown in plenary, on a projector: to the chair, who decides it, and to the window that everybody sees. The second
//! gets nothing that is not to be seen.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the chair shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlenaryShown {
    /// The standing of this stage; none for the final one.
    pub stage: Option<String>,
    /// Of this category. Another one, or another stage, begins with nothing revealed.
    pub category: String,
    /// Whether scores are to be seen.
    pub scores: bool,
    /// Whether entries are known by their codes alone, without title and agency.
    pub blind: bool,
    /// Whether the screen is black.
    pub black: bool,
    /// Two entries side by side, in place of the standing. They need not be revealed; then their ranks are not there.
    pub pair: Option<[String; 2]>,
}

/// What a presentation remote does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PlenaryPress {
    /// The next place is revealed. On a black screen the picture comes back, beside a pair the standing does.
    Next,
    /// The place revealed last is hidden again. On a black screen and beside a pair as for the next.
    Back,
    /// The screen goes black, or comes back.
    Black,
}

/// A press on a presentation remote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
pub struct PlenaryStep {
    /// Which.
    pub press: PlenaryPress,
}

/// What the chair sees beside it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct PlenaryDesk {
    /// What is shown; none before anything is.
    pub shown: Option<PlenaryShown>,
    /// How many places there are; entries that share a rank share a place.
    pub places: u32,
    /// How many of them are revealed, from the last.
    pub revealed: u32,
    /// Who comes next.
    pub next: Vec<PlenaryNext>,
    /// Whether the standing changed while it was being revealed, so that it begins anew.
    pub restarted: bool,
}

/// Who comes next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlenaryNext {
    /// Rank.
    pub rank: u32,
    /// Entry code.
    pub entry: String,
    /// Title.
    pub title: String,
    /// Score.
    pub score: Option<String>,
}

/// What everybody sees, and all that the second window gets.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct PlenaryPage {
    /// Whether the screen is black.
    pub black: bool,
    /// What is shown; none on a black screen, and while nothing is.
    pub standing: Option<PlenaryStanding>,
}

/// A standing as far as it is revealed, or two entries side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlenaryStanding {
    /// The competition.
    pub competition: String,
    /// The category's name.
    pub category: String,
    /// The stage's name; none for the final standing.
    pub stage: Option<String>,
    /// Whether the order may still be another.
    pub provisional: bool,
    /// How many places are still hidden.
    pub hidden: u32,
    /// The places revealed, the best first; empty beside a pair.
    pub rows: Vec<PlenaryRow>,
    /// Two entries side by side.
    pub pair: Option<[PlenaryRow; 2]>,
}

/// One entry as everybody sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlenaryRow {
    /// Its rank, once it is revealed.
    pub rank: Option<u32>,
    /// Whether it shares it.
    pub tied: bool,
    /// The title of honour of that rank, as documents name it; none in the standing of a stage, and while the order may still
    /// be another.
    pub award: Option<String>,
    /// Entry code.
    pub entry: String,
    /// Title; none where entries are known by their codes.
    pub title: Option<String>,
    /// Agency; as the title.
    pub agency: Option<String>,
    /// Score; none where scores are hidden.
    pub score: Option<String>,
    /// What the score is made of, of one of a pair; empty where scores are hidden.
    pub parts: Vec<PlenaryPart>,
}

/// A part of a score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlenaryPart {
    /// The criterion or stage, as printed.
    pub name: String,
    /// What it brings.
    pub weighted: String,
    /// The same in thousandths of the highest score there can be.
    pub permille: u32,
}
