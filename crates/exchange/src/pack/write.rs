use super::JournalHead;
use crate::Refusal;
use crate::envelope::{Kind, Written, sign, verify};
use crate::keys::Identity;
use crate::packet::{write_entries, write_judge};
use crate::record::{bytes, encode, list, map, text};
use crate::revision::write_earlier;
use crate::rules;
use judging::entry::{Entry, Registration};
use judging::panel::Judge;
use judging::revision::History;
use judging::{CompetitionId, Hash};

/// What goes into a result pack.
#[derive(Debug, Clone, Copy)]
pub struct Pack<'a> {
    /// The competition.
    pub competition: CompetitionId,
    /// The rules in force and those before them. The changes are among the decisions.
    pub history: &'a History,
    /// All entries.
    pub entries: &'a [Entry],
    /// The panel.
    pub judges: &'a [Judge],
    /// Every hand-over ever accepted, signed, with those of its attachments that are to go along; in any order.
    pub hand_overs: &'a [&'a [u8]],
    /// Every decision, signed, verbatim; in any order.
    pub decisions: &'a [&'a [u8]],
    /// The [archived result](crate::result), written.
    pub standings: &'a [u8],
    /// How far the journal had come.
    pub journal: JournalHead,
    /// When the chair's clock says it was made, in seconds since 1970.
    pub made_at: i64,
}

/// Signs a result pack.
///
/// # Errors
/// [`Refusal`] when a reader would refuse it: see [`super::read`].
pub fn write(pack: &Pack<'_>, chair: &Identity) -> Result<Written, Refusal> {
    let hand_overs = by_name(pack.hand_overs, Kind::HandOver, "hand_overs")?;
    let decisions = by_name(pack.decisions, Kind::Decision, "decisions")?;
    let hash = |(hash, _): &(Hash, &[u8])| bytes(hash.0);
    let payload = map([
        ("competition", bytes(pack.competition.0)),
        ("made_at", pack.made_at.into()),
        ("rules", text(rules::write(pack.history.rules()))),
        ("earlier", write_earlier(pack.history)),
        (
            "entries",
            write_entries(&pack.entries.iter().map(public).collect::<Vec<_>>()),
        ),
        ("judges", list(pack.judges, write_judge)),
        ("hand_overs", list(&hand_overs, hash)),
        ("decisions", list(&decisions, hash)),
        ("standings", bytes(*blake3::hash(pack.standings).as_bytes())),
        (
            "journal",
            map([
                ("length", pack.journal.length.into()),
                ("hash", bytes(pack.journal.hash.0)),
            ]),
        ),
    ]);
    let frames = hand_overs
        .iter()
        .chain(&decisions)
        .map(|(_, signed)| *signed);
    let attachments: Vec<&[u8]> = frames.chain([pack.standings]).collect();
    let written = sign(Kind::Pack, &encode(&payload), &attachments, chair);
    super::read(&written.signed)?;
    Ok(written)
}

/// Each signed file once, ascending by its name.
fn by_name<'a>(
    files: &[&'a [u8]],
    kind: Kind,
    place: &str,
) -> Result<Vec<(Hash, &'a [u8])>, Refusal> {
    let mut named = Vec::with_capacity(files.len());
    for file in files {
        let signed = verify(file, kind)
            .map_err(|error| Refusal::malformed(format!("{place}[{}]", named.len()), error))?;
        named.push((signed.hash, *file));
    }
    named.sort_unstable_by_key(|(name, _)| *name);
    named.dedup_by_key(|(name, _)| *name);
    Ok(named)
}

/// What of an entry everybody may see.
fn public(entry: &Entry) -> Entry {
    Entry {
        registration: Registration {
            title: entry.registration.title.clone(),
            agency: entry.registration.agency.clone(),
            ..Registration::default()
        },
        ..entry.clone()
    }
}
