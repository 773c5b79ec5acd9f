use super::JournalHead;
use crate::Refusal;
use crate::decision::{self, DecisionFile};
use crate::envelope::{Kind, verify};
use crate::handover::{self, HandOverFile, same_competition};
use crate::packet::{read_entries, read_judge};
use crate::record::{Record, bytes32};
use crate::revision::{read_earlier, read_rules};
use judging::decision::{Decision, changes_in_force, rules_in_force};
use judging::entry::Entry;
use judging::panel::Judge;
use judging::revision::History;
use judging::rules::Rules;
use judging::{CompetitionId, DeviceId, Hash};
use std::collections::{BTreeMap, BTreeSet};

/// A result pack that was read: every signature in it holds, and all of it belongs together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackFile<'a> {
    /// Name of the pack: BLAKE3 of its payload.
    pub hash: Hash,
    /// The competition.
    pub competition: CompetitionId,
    /// Who signed it.
    pub chair: DeviceId,
    /// The rules in force, those before them, and what becomes of marks given until then.
    pub history: History,
    /// All entries, without what is not for everybody.
    pub entries: Vec<Entry>,
    /// The panel.
    pub judges: Vec<Judge>,
    /// Every hand-over ever accepted, ascending by hash.
    pub hand_overs: Vec<HandOverFile<'a>>,
    /// Every decision, by number.
    pub decisions: Vec<DecisionFile>,
    /// The [archived result](crate::result), still to be read.
    pub standings: &'a [u8],
    /// How far the journal had come.
    pub journal: JournalHead,
    /// When the chair's clock says it was made, in seconds since 1970.
    pub made_at: i64,
    /// Paths of the fields that this version of the program does not understand, in the pack and in what it holds.
    pub unknown: Vec<String>,
}

/// Reads a result pack and everything in it.
///
/// # Errors
/// [`Refusal`] for everything that is wrong with it; a refusal of a file inside names that file.
pub fn read(bytes: &[u8]) -> Result<PackFile<'_>, Refusal> {
    let signed = verify(bytes, Kind::Pack)?;
    let mut unknown = Vec::new();
    let mut record = Record::parse(signed.payload)?;
    let hand_overs = hashes(&mut record, "hand_overs")?;
    let decisions = hashes(&mut record, "decisions")?;
    let standings = Hash(record.bytes32("standings")?);
    let named = [&hand_overs[..], &decisions, &[standings]].concat();
    let content = |n: usize| match (signed.attachments.get(n), named.get(n)) {
        (Some((_, content)), _) => Ok(*content),
        (None, expected) => Err(Refusal::OtherAttachment {
            expected: expected.copied(),
            found: None,
        }),
    };
    let result = content(named.len() - 1)?;
    same_name(standings, Hash(*blake3::hash(result).as_bytes()))?;
    if let Some((found, _)) = signed.attachments.get(named.len()) {
        return Err(Refusal::OtherAttachment {
            expected: None,
            found: Some(*found),
        });
    }
    let text = record.text("rules")?;
    let (hash, rules) = read_rules(&text, |why| record.wrong("rules", why))?;
    let earlier = read_earlier(&mut record)?;
    let mut journal = record.record("journal")?;
    let mut pack = PackFile {
        hash: signed.hash,
        competition: CompetitionId(record.bytes32("competition")?),
        chair: signed.signer,
        history: History::unchanged(hash, rules),
        entries: read_entries(&mut record, &mut unknown)?,
        judges: judges(&mut record, &mut unknown)?,
        hand_overs: Vec::new(),
        decisions: Vec::new(),
        standings: result,
        journal: JournalHead {
            length: journal.whole("length")?,
            hash: Hash(journal.bytes32("hash")?),
        },
        made_at: record.whole("made_at")?,
        unknown: Vec::new(),
    };
    journal.finish(&mut unknown);
    record.finish(&mut unknown);
    for (n, &name) in hand_overs.iter().enumerate() {
        let place = format!("hand_overs[{n}]");
        let file = pack
            .hand_over(name, content(n)?)
            .map_err(|error| Refusal::malformed(&place, error))?;
        unknown.extend(file.unknown.iter().map(|path| format!("{place}.{path}")));
        pack.hand_overs.push(file);
    }
    for (n, &name) in decisions.iter().enumerate() {
        let place = format!("decisions[{n}]");
        let file = pack
            .decision(name, content(hand_overs.len() + n)?)
            .map_err(|error| Refusal::malformed(&place, error))?;
        unknown.extend(file.unknown.iter().map(|path| format!("{place}.{path}")));
        pack.decisions.push(file);
    }
    pack.decisions
        .sort_by_key(|file| (file.decision.number, file.decision.hash));
    pack.unknown = unknown;
    pack.link(earlier)?;
    Ok(pack)
}

impl<'a> PackFile<'a> {
    /// Links the rules by the decisions that changed them, and looks whether each hand-over was made under one of them.
    fn link(&mut self, earlier: BTreeMap<Hash, Rules>) -> Result<(), Refusal> {
        let decisions: Vec<Decision> = self
            .decisions
            .iter()
            .map(|file| file.decision.clone())
            .collect();
        let (hash, rules) = (self.history.hash(), self.history.rules().clone());
        if rules_in_force(&decisions).is_some_and(|decided| decided != hash) {
            return Err(Refusal::malformed(
                "rules",
                "are not those that were decided",
            ));
        }
        self.history = History::new(hash, rules, earlier, changes_in_force(&decisions))
            .map_err(|error| Refusal::malformed("earlier", error))?;
        for (n, file) in self.hand_overs.iter().enumerate() {
            self.history
                .of(file.hand_over.rules)
                .map_err(|error| Refusal::malformed(format!("hand_overs[{n}].rules"), error))?;
        }
        Ok(())
    }

    fn hand_over(&self, name: Hash, signed: &'a [u8]) -> Result<HandOverFile<'a>, Refusal> {
        let file = handover::read(signed)?;
        same_name(name, file.hand_over.hash)?;
        file.check_address(self.competition, self.chair)?;
        let judge = &file.hand_over.judge;
        if self.judges.iter().any(|known| known.code == *judge) {
            Ok(file)
        } else {
            Err(Refusal::UnknownJudge(judge.clone()))
        }
    }

    fn decision(&self, name: Hash, signed: &[u8]) -> Result<DecisionFile, Refusal> {
        let file = decision::read(signed)?;
        same_name(name, file.decision.hash)?;
        same_competition(self.competition, file.competition)?;
        if file.chair == self.chair {
            Ok(file)
        } else {
            Err(Refusal::OtherChair)
        }
    }
}

/// Whether a file is the one that the pack names. What it holds beside its payload is not part of its name.
fn same_name(expected: Hash, found: Hash) -> Result<(), Refusal> {
    if expected == found {
        return Ok(());
    }
    Err(Refusal::OtherAttachment {
        expected: Some(expected),
        found: Some(found),
    })
}

/// Hashes in ascending order, so that nothing is in the pack twice and there is one way to write it.
fn hashes(record: &mut Record, key: &str) -> Result<Vec<Hash>, Refusal> {
    let hashes = record.list_of(key, |value| bytes32(value).map(Hash))?;
    if hashes.is_sorted_by(|a, b| a < b) {
        Ok(hashes)
    } else {
        Err(record.wrong(key, "is not in ascending order"))
    }
}

fn judges(record: &mut Record, unknown: &mut Vec<String>) -> Result<Vec<Judge>, Refusal> {
    let mut codes = BTreeSet::new();
    let mut judges = Vec::new();
    for record in record.records("judges")? {
        let path = record.path_of("code");
        let judge = read_judge(record, unknown)?;
        if !codes.insert(judge.code.clone()) {
            return Err(Refusal::malformed(
                path,
                format!("{} stands there twice", judge.code),
            ));
        }
        judges.push(judge);
    }
    Ok(judges)
}
