//! What explains a standing and says how firm it is: of a competition file or a result pack.

use crate::answer::Answer;
use crate::run::{new_session, text};
use crate::table::{number, table};
use app::api::agreement::{Agreement, AgreementAsked};
use app::api::explain::{BarKind, ExplainAsked, Explained};
use app::api::firmness::{FirmPlace, Firmness, FirmnessAsked};
use app::{Error, Session};
use clap::Subcommand;
use std::path::{Path, PathBuf};

/// What explains a standing.
#[derive(Debug, Subcommand)]
pub enum WhyVerb {
    /// Why an entry has its score, or what puts it above or below another: terms that add up exactly
    #[command(
        after_help = "Examples:\n  timbang explain metro.timbang --category KEC KEC-007\n  timbang explain metro.hasil --stage penilaian --category KEC KEC-007 KEC-012 --json"
    )]
    Explain {
        /// The competition file, or a result pack
        file: PathBuf,
        /// Stage code; without it the final standing
        #[arg(long)]
        stage: Option<String>,
        /// Category code
        #[arg(long)]
        category: String,
        /// The entry
        a: String,
        /// The one to set it against
        b: Option<String>,
    },
    /// How firm the standings are: the smallest changes that would change who stands where (advisory)
    #[command(
        after_help = "Example:\n  timbang firmness kukar.timbang --stage penilaian --category OPD"
    )]
    Firmness {
        /// The competition file, or a result pack
        file: PathBuf,
        /// Stage code; without it the final standing
        #[arg(long)]
        stage: Option<String>,
        /// Category code
        #[arg(long)]
        category: Option<String>,
    },
    /// How far the judges of a stage agree, and how each of them marks (advisory)
    #[command(after_help = "Example:\n  timbang agreement kukar.timbang --stage penilaian")]
    Agreement {
        /// The competition file, or a result pack
        file: PathBuf,
        /// Stage code
        #[arg(long)]
        stage: String,
        /// Category code
        #[arg(long)]
        category: Option<String>,
    },
}

impl WhyVerb {
    /// Does it.
    pub fn run(self) -> Result<Answer, Error> {
        match self {
            Self::Explain {
                file,
                stage,
                category,
                a,
                b,
            } => {
                let (session, pack) = looked_into(&file)?;
                let asked = ExplainAsked {
                    pack,
                    stage,
                    category,
                    a,
                    b,
                };
                let found = app::standings::explain(&session, asked)?;
                Ok(Answer::of(&found, explained_text))
            }
            Self::Firmness {
                file,
                stage,
                category,
            } => {
                let (session, pack) = looked_into(&file)?;
                let asked = FirmnessAsked {
                    pack,
                    stage,
                    category,
                };
                let found = app::standings::firmness(&session, asked)?;
                Ok(Answer::of(&found, firmness_text))
            }
            Self::Agreement {
                file,
                stage,
                category,
            } => {
                let (session, pack) = looked_into(&file)?;
                let asked = AgreementAsked {
                    pack,
                    stage,
                    category,
                };
                let found = app::standings::agreement(&session, asked)?;
                Ok(Answer::of(&found, agreement_text))
            }
        }
    }
}

/// A session with the competition file open, or, for another file, with nothing open and the name of the pack.
fn looked_into(file: &Path) -> Result<(Session, Option<String>), Error> {
    let session = new_session()?;
    if app::standings::is_result_pack(file)? {
        return Ok((session, Some(text(file))));
    }
    session.open(file)?;
    Ok((session, None))
}

fn explained_text(found: &Explained) -> String {
    let mut said = String::new();
    for side in &found.sides {
        let rank = number(side.rank);
        said.push_str(&format!(
            "{} {}: rank {rank}, {} ({})\n",
            side.entry, side.title, side.score.shown, side.score.exact
        ));
    }
    let bars = found.bars.iter().map(|bar| {
        let what = match bar.kind {
            BarKind::Marks => [&bar.stage, &bar.criterion]
                .into_iter()
                .flatten()
                .cloned()
                .collect::<Vec<_>>()
                .join(" "),
            BarKind::Deductions => "deductions".to_owned(),
            BarKind::Rounding => "rounding".to_owned(),
        };
        let judges = bar.judges.iter();
        let judges: Vec<String> = judges
            .map(|part| format!("{} {}", part.judge, part.part.shown))
            .collect();
        vec![
            what,
            bar.part.shown.clone(),
            bar.part.exact.clone(),
            judges.join(", "),
        ]
    });
    let sum = vec![
        "together".to_owned(),
        found.difference.shown.clone(),
        found.difference.exact.clone(),
        String::new(),
    ];
    said.push_str(&table(
        &["part", ">score", ">exact", "by judge"],
        bars.chain([sum]),
    ));
    if let Some(step) = &found.decided_by {
        said.push_str(&format!("equal scores; parted by {step}\n"));
    }
    for stage in &found.stages {
        let said_of_split = match stage.split.0.to_string().as_str() {
            "shapley" => "by what each judge could move (Shapley values)",
            "criteria" => "by criterion, of the sheets that stay: too many judges to part them",
            "unequal-panels" => "not split: the two were not marked by the same judges",
            "standardised" => "not split: scores are standardised over all entries",
            _ => "by judge and criterion",
        };
        said.push_str(&format!(
            "{}: {} %, {said_of_split}\n",
            stage.stage, stage.share
        ));
    }
    said
}

fn firmness_text(found: &Firmness) -> String {
    let change = |row: &FirmPlace| match (&row.mark, &row.no_mark) {
        (Some(mark), _) => format!(
            "{} of {} for {}: {} to {}",
            mark.criterion, mark.judge, mark.entry, mark.from, mark.to
        ),
        (None, reason) => reason.map_or_else(String::new, |word| word.to_string()),
    };
    let weight = |row: &FirmPlace| match (&row.weight, &row.no_weight) {
        (Some(weight), _) => format!(
            "{}: {} to {}",
            weight.criterion.as_ref().unwrap_or(&weight.stage),
            weight.from,
            weight.to
        ),
        (None, reason) => reason.map_or_else(String::new, |word| word.to_string()),
    };
    let rows = found.rows.iter().map(|row| {
        vec![
            row.category.clone(),
            row.boundary.clone(),
            row.above.join(", "),
            row.below.join(", "),
            row.margin.clone().unwrap_or_default(),
            change(row),
            weight(row),
        ]
    });
    let heads = [
        "category",
        "place",
        "there",
        "next",
        ">margin",
        "one mark that changes it",
        "one weight",
    ];
    let mut said = table(&heads, rows);
    let without = found.without.iter().map(|row| {
        vec![
            row.category.clone(),
            format!("without {}", row.judge),
            row.winners.join(", "),
            row.entering.join(", "),
            row.leaving.join(", "),
        ]
    });
    said.push('\n');
    said.push_str(&table(
        &["category", "judge", "first", "into the cut", "out of it"],
        without,
    ));
    let resampled = found.resampled.iter().map(|row| {
        let percent = |share: u32| format!("{},{} %", share / 10, share % 10).replace(',', ".");
        vec![
            row.category.clone(),
            row.entry.clone(),
            row.word.to_string(),
            percent(row.permille),
        ]
    });
    said.push('\n');
    said.push_str(&table(
        &["category", "entry", "with other judges", ">share"],
        resampled,
    ));
    said
}

fn agreement_text(found: &Agreement) -> String {
    if let Some(reason) = &found.refused {
        return format!("{reason}\n");
    }
    let shown = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
    let mut said = format!(
        "{} entries, {} judges, {} sheets; {} entries marked by all\nICC(2,1) {}\nICC(2,k) {}\nKendall's W {}\nKrippendorff's alpha {}\njudges needed: {} for .7, {} for .9\n",
        found.entries,
        found.judges,
        found.sheets,
        found.complete,
        shown(&found.icc21),
        shown(&found.icc2k),
        shown(&found.kendall_w),
        shown(&found.alpha),
        number(found.needed.low),
        number(found.needed.high),
    );
    let rows = found.rows.iter().map(|row| {
        vec![
            row.judge.clone(),
            row.name.clone(),
            row.sheets.to_string(),
            row.severity_shown.clone(),
            shown(&row.spread_shown),
        ]
    });
    said.push_str(&table(
        &["judge", "name", ">sheets", ">severity", ">spread"],
        rows,
    ));
    if found.complete == found.entries {
        said.push_str("Every judge marked every entry: severity alone moves no rank.\n");
    }
    said.push_str("The majority is not always right.\n");
    said
}
