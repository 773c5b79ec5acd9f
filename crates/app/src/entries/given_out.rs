//! Which entries judges have already. A packet is not kept, so what is in it follows from when it was made and for whom.

use crate::Error;
use crate::api::undo::OpKind;
use judging::entry::Entry;
use judging::panel::Judge;
use judging::rules::Rules;
use std::collections::BTreeMap;
use store::Contents;
use store::journal::{Filter, Line, page};

/// The judges who were given a packet or score form, and when entries came in by hand.
pub(crate) struct GivenOut {
    rules: Rules,
    /// With the line of the journal in which the last packet or form was made for each.
    judges: Vec<(Judge, u32)>,
    /// The line in which an entry was added by hand.
    added: BTreeMap<String, u32>,
}

impl GivenOut {
    /// As the competition file has it.
    ///
    /// # Errors
    /// That the file cannot be read.
    pub fn of(contents: &Contents) -> Result<Self, Error> {
        let mut last: BTreeMap<String, u32> = BTreeMap::new();
        for carrier in [OpKind::Packet, OpKind::Form] {
            for line in lines(contents, carrier)? {
                let seq = last.entry(line.subject).or_default();
                *seq = line.seq.max(*seq);
            }
        }
        let judges = store::judges::all(contents)?.into_iter();
        let judges = judges.filter_map(|judge| {
            let seq = last.get(judge.code.as_str()).copied()?;
            Some((judge, seq))
        });
        let added = lines(contents, OpKind::AddEntry)?.into_iter();
        Ok(Self {
            rules: crate::rules::rules_of(contents)?,
            judges: judges.collect(),
            added: added.map(|line| (line.subject, line.seq)).collect(),
        })
    }

    /// Whether a judge was given the entry. An entry that an import brought in after the last packet counts as given too: when
    /// it came is not known for certain.
    pub fn has(&self, entry: &Entry) -> bool {
        let added = self.added.get(entry.code.as_str()).copied().unwrap_or(0);
        let mut judges = self.judges.iter();
        judges.any(|(judge, given)| {
            let mut stages = self.rules.stages.iter();
            let concerns = |stage| judge.scope.concerns(stage, &entry.category, &entry.code);
            *given > added && stages.any(concerns)
        })
    }
}

fn lines(contents: &Contents, op: OpKind) -> Result<Vec<Line>, Error> {
    let filter = Filter {
        op: Some(op.code().to_owned()),
        ..Filter::default()
    };
    Ok(page(contents, &filter, None, u32::MAX)?)
}
