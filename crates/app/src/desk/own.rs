//! What a working copy says of its judge.

use crate::Error;
use judging::entry::Entry;
use judging::panel::Judge;
use judging::rules::{Rules, Stage, StageKind};
use judging::{EntryCode, StageCode};
use store::Contents;
use store::opened_packets::OpenedPacket;

/// The judge of a working copy, with rules and packet.
pub(crate) struct Own {
    pub packet: OpenedPacket,
    pub judge: Judge,
    pub rules: Rules,
}

impl Own {
    /// Reads them.
    ///
    /// # Errors
    /// `file-damaged` when one of them is not there.
    pub fn read(contents: &Contents) -> Result<Self, Error> {
        let packet = store::opened_packets::current(contents)?.ok_or_else(|| {
            Error::new("file-damaged", "the working copy has no packet").in_file(contents.path())
        })?;
        let judge = store::judges::all(contents)?
            .into_iter()
            .find(|judge| judge.code == packet.judge);
        Ok(Self {
            judge: judge.ok_or_else(|| Error::unknown("judge", &packet.judge))?,
            rules: crate::rules::rules_of(contents)?,
            packet,
        })
    }

    /// A judged stage of that code.
    pub fn stage(&self, code: &str) -> Result<&Stage, Error> {
        let stage = self
            .rules
            .judged_stages()
            .find(|stage| stage.code.as_str() == code);
        stage.ok_or_else(|| {
            let known: Vec<_> = self
                .rules
                .judged_stages()
                .map(|stage| stage.code.as_str())
                .collect();
            Error::unknown("stage", code)
                .hint(format!("Sheets are filed in: {}.", known.join(", ")))
        })
    }

    /// A verification stage of that code.
    pub fn visited(&self, code: &str) -> Result<&Stage, Error> {
        let visited = |stage: &&Stage| stage.kind == StageKind::Verification;
        let stage = self
            .rules
            .stages
            .iter()
            .filter(visited)
            .find(|stage| stage.code.as_str() == code);
        stage.ok_or_else(|| {
            Error::unknown("stage", code)
                .hint("Reports are filed in the stages of kind “verification”.")
        })
    }

    /// Every entry that this judge marks or visits, by category and code.
    pub fn entries(&self, contents: &Contents) -> Result<Vec<Entry>, Error> {
        let mut entries = store::entries::all(contents)?;
        entries.retain(|entry| self.concerns(entry));
        let place = |entry: &Entry| {
            let mut categories = self.rules.categories.iter();
            categories.position(|category| category.code == entry.category)
        };
        entries.sort_by_cached_key(|entry| (place(entry), entry.code.clone()));
        Ok(entries)
    }

    /// An entry that this judge marks or visits in some stage.
    pub fn any_entry(&self, contents: &Contents, code: &str) -> Result<Entry, Error> {
        let entry = known(contents, code)?;
        if self.concerns(&entry) {
            Ok(entry)
        } else {
            Err(Error::new(
                "not-assigned",
                format!(
                    "{} is not among what {} judges",
                    entry.code, self.judge.code
                ),
            )
            .with("entry", &entry.code)
            .with("judge", &self.judge.code))
        }
    }

    fn concerns(&self, entry: &Entry) -> bool {
        let mut stages = self.rules.stages.iter();
        let scope = &self.judge.scope;
        stages.any(|stage| scope.concerns(stage, &entry.category, &entry.code))
    }

    /// An entry that this judge marks or visits in that stage.
    pub fn entry(&self, contents: &Contents, stage: &Stage, code: &str) -> Result<Entry, Error> {
        let entry = known(contents, code)?;
        if self
            .judge
            .scope
            .concerns(stage, &entry.category, &entry.code)
        {
            Ok(entry)
        } else {
            Err(not_assigned(&self.judge, &entry.code, &stage.code))
        }
    }
}

fn known(contents: &Contents, code: &str) -> Result<Entry, Error> {
    let wanted = EntryCode::new(code).map_err(|error| Error::bad_code("entry", &error))?;
    store::entries::get(contents, &wanted)?.ok_or_else(|| Error::unknown("entry", code))
}

fn not_assigned(judge: &Judge, entry: &EntryCode, stage: &StageCode) -> Error {
    Error::new(
        "not-assigned",
        format!(
            "{entry} in stage {stage} is not among what {} judges",
            judge.code
        ),
    )
    .with("entry", entry)
    .with("stage", stage)
    .with("judge", &judge.code)
}
