use super::invent::Inventor;
use super::paris;
use crate::api::competition::NewCompetition;
use crate::api::desk::HandOverAsked;
use crate::api::desk::OpenPacket;
use crate::api::documents::ExportAsked;
use crate::api::handover::{Files, HandOverVerdict};
use crate::api::import::ImportAsked;
use crate::api::panel::{NewJudge, PacketAsked};
use crate::api::standings::{StandingRow, StandingsAsked};
use crate::op::{Change, Op, transact};
use crate::{Error, Host, Session};
use judging::Fixed;
use judging::rules::{Criterion, Stage};
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The competition that the window opens as its demonstration.
pub(super) const KUKAR: &str = "kukar-2023.timbang";
const METRO: &str = "metro-2027.timbang";
const METRO_WORKBOOK: &[u8] = include_bytes!("../../../../fixtures/metro-2027-penjaringan.xlsx");
const KUKAR_WORKBOOK: &[u8] = include_bytes!("../../../../fixtures/kukar-2023-pendaftaran.xlsx");
const NOTE: &str =
    "All marks are invented by a seeded generator; names of judges are placeholders.";

const PUBLISHED: &str = "The marks are those published of the tasting in Paris of 24 May 1976: Ashenfelter and Quandt, Chance 12(3), 1999.";

/// What the demonstration has to tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Played {
    /// Where its files are.
    pub folder: String,
    /// One competition each.
    pub parts: Vec<Part>,
    /// The files left there.
    pub files: Vec<String>,
    /// That the marks are invented.
    pub note: String,
}

/// One competition of the demonstration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// Its name.
    pub heading: String,
    /// The best of each category: category, rank, code, title, agency, score.
    pub winners: Vec<[String; 6]>,
}

/// One competition to play.
struct Play<'a> {
    host: &'a Arc<dyn Host>,
    folder: &'a Path,
    file: &'a str,
    /// A template, or the path of a rules file.
    rules: &'a str,
    workbook: (&'a str, &'a [u8]),
    marks: Marks,
}

/// Where the marks come from.
#[derive(Clone, Copy)]
enum Marks {
    /// So many judges, whose marks are invented from a seed.
    Invented { judges: u32, seed: u64 },
    /// As published: each judge's name with a mark for every entry, in the order of the entries.
    Published(&'static [(&'static str, &'static str)]),
}

impl Marks {
    /// The judges' codes with their names.
    fn panel(self) -> Vec<(String, String)> {
        let code = |number: u32| format!("J{number}");
        match self {
            Self::Invented { judges, .. } => (1..=judges)
                .map(|number| (code(number), format!("Juri {number}")))
                .collect(),
            Self::Published(judges) => (1..)
                .zip(judges)
                .map(|(number, (name, _))| (code(number), (*name).to_owned()))
                .collect(),
        }
    }

    const fn note(self) -> &'static str {
        match self {
            Self::Invented { .. } => NOTE,
            Self::Published(_) => PUBLISHED,
        }
    }

    const fn seed(self) -> u64 {
        match self {
            Self::Invented { seed, .. } => seed,
            Self::Published(_) => 0,
        }
    }

    /// The mark that a judge, by position, gives an entry, by position, in a round of judging.
    fn mark(
        self,
        round: u32,
        judge: (usize, &str),
        entry: (usize, &str),
        leaf: &Criterion,
    ) -> Option<Fixed> {
        match self {
            Self::Invented { seed, .. } => {
                Inventor::new(seed + u64::from(round)).mark(judge.1, entry.1, leaf)
            }
            Self::Published(judges) => {
                let (_, marks) = judges.get(judge.0)?;
                marks.split(' ').nth(entry.0)?.parse().ok()
            }
        }
    }
}

/// Plays both competitions into a folder, which must be empty or not exist yet.
///
/// # Errors
/// `folder-not-empty`, or whatever goes wrong on the way.
pub fn play(host: &Arc<dyn Host>, folder: &Path) -> Result<Played, Error> {
    make_empty(folder)?;
    let metro = Play {
        host,
        folder,
        file: METRO,
        rules: "metro-penilaian-judul",
        workbook: ("metro-2027-penjaringan.xlsx", METRO_WORKBOOK),
        marks: Marks::Invented {
            judges: 3,
            seed: 2027,
        },
    };
    let kukar = Play {
        file: KUKAR,
        rules: "kukar-pekan-inovasi",
        workbook: ("kukar-2023-pendaftaran.xlsx", KUKAR_WORKBOOK),
        marks: Marks::Invented {
            judges: 5,
            seed: 2023,
        },
        ..metro
    };
    let parts = vec![metro.play()?, kukar.play()?];
    Ok(Played {
        folder: folder.display().to_string(),
        parts,
        files: files_in(folder)?,
        note: NOTE.to_owned(),
    })
}

/// Plays the Judgment of Paris into a folder, which must be empty or not exist yet: real marks, a result decided by half a point
/// of one judge.
///
/// # Errors
/// As [`play`].
pub fn play_paris(host: &Arc<dyn Host>, folder: &Path) -> Result<Played, Error> {
    make_empty(folder)?;
    let rules = folder.join("paris-1976.toml");
    std::fs::write(&rules, paris::RULES).map_err(|error| Error::writing(&rules, &error))?;
    let part = Play {
        host,
        folder,
        file: "paris-1976.timbang",
        rules: &rules.display().to_string(),
        workbook: ("paris-1976.csv", paris::WINES.as_bytes()),
        marks: Marks::Published(&paris::JUDGES),
    };
    Ok(Played {
        parts: vec![part.play()?],
        folder: folder.display().to_string(),
        files: files_in(folder)?,
        note: PUBLISHED.to_owned(),
    })
}

fn make_empty(folder: &Path) -> Result<(), Error> {
    let filled = folder
        .read_dir()
        .is_ok_and(|mut files| files.next().is_some());
    if filled {
        return Err(Error::new(
            "folder-not-empty",
            "the folder is not empty; the demonstration needs one of its own",
        )
        .in_file(folder));
    }
    std::fs::create_dir_all(folder).map_err(|error| Error::writing(folder, &error))
}

/// Plays Kukar alone into a folder of the program's own, in place of a half-played one.
pub(super) fn play_fresh(session: &Session, folder: &Path) -> Result<(), Error> {
    let beside = folder.with_extension("playing");
    let clear = |folder: &Path| match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Error::writing(folder, &error))
        }
        _ => Ok(()),
    };
    clear(&beside)?;
    clear(folder)?;
    play(&session.shared_host(), &beside)?;
    std::fs::rename(&beside, folder).map_err(|error| Error::writing(folder, &error))
}

impl Play<'_> {
    fn play(&self) -> Result<Part, Error> {
        let chair = Session::new(Arc::clone(self.host));
        let overview = crate::competition::create(
            &chair,
            NewCompetition {
                file: self.path(self.file),
                rules: self.rules.to_owned(),
                name: None,
            },
        )?;
        chair.chair(|open| {
            transact(&chair, open, |write| {
                store::settings::put(write, crate::competition::DEMO, "1")?;
                Ok(Change::Done {
                    answer: (),
                    op: Op::Demo {
                        note: self.marks.note(),
                        seed: self.marks.seed(),
                    },
                })
            })
        })?;
        self.import(&chair)?;
        let desks = self.panel(&chair)?;
        let rules = chair.with(|store| crate::rules::rules_of(store))?;
        let mut nominees: Option<Vec<String>> = None;
        for (round, stage) in (1..).zip(rules.judged_stages()) {
            self.judge(&chair, &desks, stage, nominees.as_deref(), round)?;
            let asked = StandingsAsked {
                stage: Some(stage.code.to_string()),
                category: None,
            };
            let rows = crate::standings::standings(&chair, asked)?.rows;
            if stage.shortlist.is_some() {
                nominees = Some(
                    rows.into_iter()
                        .filter(|row| row.shortlisted == Some(true))
                        .map(|row| row.entry)
                        .collect(),
                );
            }
        }
        let stem = self.file.trim_end_matches(".timbang");
        let to = |name: &str| Some(self.path(&format!("{stem}-{name}")));
        crate::documents::export(
            &chair,
            ExportAsked {
                winners: to("juara.xlsx"),
                recap: to("rekap.xlsx"),
                csv: to("juara.csv"),
                ..Default::default()
            },
        )?;
        let rows = crate::standings::standings(&chair, StandingsAsked::default())?.rows;
        Ok(Part {
            heading: overview.about().name.clone(),
            winners: winners(rows),
        })
    }

    fn import(&self, chair: &Session) -> Result<(), Error> {
        let (name, bytes) = self.workbook;
        let path = self.folder.join(name);
        std::fs::write(&path, bytes).map_err(|error| Error::writing(&path, &error))?;
        let asked = ImportAsked {
            file: path.display().to_string(),
            ..ImportAsked::default()
        };
        crate::entries::import(chair, asked).map(|_| ())
    }

    /// Adds the judges and opens their packets. A judge's keys are thrown away with the demonstration.
    fn panel(&self, chair: &Session) -> Result<Vec<(String, Session)>, Error> {
        let mut desks = Vec::new();
        for (code, name) in self.marks.panel() {
            crate::panel::add(
                chair,
                NewJudge {
                    code: code.clone(),
                    name,
                    ..NewJudge::default()
                },
            )?;
            let stem = self.file.trim_end_matches(".timbang");
            let packet = self.path(&format!("{stem}-{code}.paket"));
            let made = crate::panel::packet(
                chair,
                PacketAsked {
                    judge: code.clone(),
                    out: packet.clone(),
                },
            )?;
            let desk = Session::new(crate::host::with_keys_in_memory(self.host));
            crate::desk::open_packet(
                &desk,
                OpenPacket {
                    packet,
                    passphrase: made.passphrase,
                    out: self.path(&format!("{stem}-{code}.timbang")),
                },
            )?;
            desks.push((code, desk));
        }
        Ok(desks)
    }

    /// One stage: every judge marks, hands over, and the chair merges.
    fn judge(
        &self,
        chair: &Session,
        desks: &[(String, Session)],
        stage: &Stage,
        nominees: Option<&[String]>,
        round: u32,
    ) -> Result<(), Error> {
        let entries = chair.with(|store| Ok(store::entries::all(store)?))?;
        let mut files = Vec::new();
        for (position, (code, desk)) in desks.iter().enumerate() {
            let mut csv = String::from("stage,entry,criterion,mark,remark\n");
            for (number, entry) in entries.iter().enumerate() {
                if nominees.is_some_and(|nominees| {
                    !nominees
                        .iter()
                        .any(|nominee| nominee == entry.code.as_str())
                }) {
                    continue;
                }
                for leaf in stage.leaves() {
                    let (judge, of) = ((position, code.as_str()), (number, entry.code.as_str()));
                    if let Some(mark) = self.marks.mark(round, judge, of, leaf) {
                        csv.push_str(&format!(
                            "{},{},{},{mark},\n",
                            stage.code, entry.code, leaf.code
                        ));
                    }
                }
            }
            let stem = self.file.trim_end_matches(".timbang");
            let marks = PathBuf::from(self.path(&format!("{stem}-{code}-{}.csv", stage.code)));
            std::fs::write(&marks, csv).map_err(|error| Error::writing(&marks, &error))?;
            crate::desk::mark(desk, &marks, true)?;
            let handed = self.path(&format!("{stem}-{code}-{round}.nilai"));
            let out = handed.clone();
            let why = nominees.map(|_| "hanya nominasi yang dinilai".to_owned());
            crate::desk::hand_over(
                desk,
                HandOverAsked {
                    out,
                    why,
                    ..Default::default()
                },
            )?;
            files.push(handed);
        }
        let merged = crate::handover::merge(chair, Files { files })?;
        let refused = merged.rows.into_iter().find(|row| {
            matches!(
                row.verdict,
                HandOverVerdict::Refused | HandOverVerdict::Conflict
            )
        });
        match refused {
            None => Ok(()),
            Some(row) => Err(Error::new(
                "demo",
                format!("{}: {}", row.file, row.reason.unwrap_or_default()),
            )),
        }
    }

    fn path(&self, name: &str) -> String {
        self.folder.join(name).display().to_string()
    }
}

/// The best three of each category.
fn winners(rows: Vec<StandingRow>) -> Vec<[String; 6]> {
    let mut winners = Vec::new();
    for row in rows {
        let (Some(rank), Some(score)) = (row.rank, row.score) else {
            continue;
        };
        if rank <= 3 {
            let honour = format!("Juara {}", "I".repeat(rank as usize));
            winners.push([
                row.category,
                honour,
                row.entry,
                row.title,
                row.agency,
                score,
            ]);
        }
    }
    winners
}

fn files_in(folder: &Path) -> Result<Vec<String>, Error> {
    let unreadable = |error: std::io::Error| Error::reading(folder, &error);
    let mut files = Vec::new();
    for file in folder.read_dir().map_err(unreadable)? {
        files.push(
            file.map_err(unreadable)?
                .file_name()
                .to_string_lossy()
                .into_owned(),
        );
    }
    files.sort();
    Ok(files)
}
