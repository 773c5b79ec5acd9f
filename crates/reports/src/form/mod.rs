//! The score form: a workbook that a judge without the program fills in, for one stage.
//!
//! # Layout, by which `intake` reads it back
//!
//! Sheet **`Lembar nilai`** (visible, protected without a password; only the cells to fill in are unlocked):
//!
//! | row (from 1) | what |
//! |---|---|
//! | 1–4 | title block, for people |
//! | 5 | hidden: what each column holds, as below |
//! | 6 | headings, for people |
//! | 7 … | one entry a row |
//!
//! | text in row 5 | what the column holds from row 7 on |
//! |---|---|
//! | `number` | running number, number |
//! | `entry` | code of the entry, text |
//! | `title`, `agency` | for people |
//! | `mark:CODE` | mark for the criterion `CODE`: empty, or a number on its scale |
//! | `remark:CODE` | remark on that mark, text; only for criteria that need one |
//! | `remark` | remark on the entry, text |
//!
//! Columns are found by row 5 and entries by the `entry` column, never by their place, so that a form sorted or saved by
//! another spreadsheet program still reads. An empty mark is a missing mark, never zero.
//!
//! Sheet **`Petunjuk`**: the criteria with weight, scale and guidance, for people.
//!
//! Sheet **`timbang`** (very hidden; some programs save it as merely hidden): column A a key, column B its text:
//!
//! | row | key | text |
//! |---|---|---|
//! | 1 | `timbang-form` | version of this layout: `1` |
//! | 2 | `competition` | id of the competition, 64 hexadecimal digits |
//! | 3 | `rules` | hash of the rules, 64 hexadecimal digits |
//! | 4 | `stage` | code of the stage |
//! | 5 | `judge` | code of the judge |
//! | 6 | `sheet` | name of the sheet with the marks: `Lembar nilai` |

mod guide;
mod scale;
#[cfg(test)]
mod tests;
mod xlsx;

pub use xlsx::xlsx;

use crate::Heading;
use judging::entry::Entry;
use judging::panel::Judge;
use judging::rules::Rules;
use judging::{CompetitionId, Hash, StageCode};

/// Version of the layout.
pub const VERSION: u32 = 1;
/// Name of the sheet with the marks.
pub const SHEET: &str = "Lembar nilai";
/// Name of the hidden sheet that says what the form is for.
pub const KEYS: &str = "timbang";
/// Index of the hidden row that says what each column holds.
pub const COLUMNS_ROW: u32 = 4;

/// What a form is made of.
#[derive(Debug, Clone)]
pub struct Form<'a> {
    /// The competition.
    pub competition: CompetitionId,
    /// Its rules.
    pub rules: &'a Rules,
    /// Hash of these rules.
    pub rules_hash: Hash,
    /// In which stage marks are to be given.
    pub stage: &'a StageCode,
    /// Code of the judge.
    pub judge: &'a Judge,
    /// For which entries, in this order.
    pub entries: &'a [Entry],
    /// Time, for the page.
    pub heading: Heading,
}
