use super::blind::BlindPacket;
use crate::api::common::count;
use crate::api::panel::{PacketAsked, PacketMade};
use crate::case::decisions_in;
use crate::op::{Change, Op, transact};
use crate::rules::history;
use crate::{Error, Session, keys, predecessor};
use exchange::keys::EnrolmentSecret;
use exchange::packet::{Packet, seal, write};
use exchange::passphrase::Passphrase;
use judging::entry::Entry;
use judging::panel::Judge;
use judging::rules::{Rules, StageKind};
use judging::visit::Predecessor;
use judging::{EntryCode, Hash};
use std::collections::BTreeSet;
use std::path::Path;
use store::{Contents, Store};

/// A packet that is made and signed.
pub(crate) struct SignedPacket {
    pub content: Packet,
    pub name: Hash,
    pub bytes: Vec<u8>,
    blind: BlindPacket,
}

/// Makes a judge's packet: rules, the judge's entries, whom to seal to, and the secret by which the device enrols; sealed to
/// six words that are shown once and kept nowhere.
///
/// # Errors
/// That the judge is unknown or has no entries, or the file cannot be written.
pub fn packet(session: &Session, asked: PacketAsked) -> Result<PacketMade, Error> {
    let mut random = [0; 32];
    session.host().random(&mut random)?;
    let passphrase = Passphrase::from_random(&random);
    session.chair(|chair| {
        let fingerprint = keys::words(keys::of_file(session, chair)?.device());
        let packet = signed_packet(session, chair, &asked.judge)?;
        session.put(Path::new(&asked.out), &seal(&packet.bytes, &passphrase)?)?;
        let entries = issue(session, chair, &packet)?;
        Ok(PacketMade {
            file: asked.out,
            judge: packet.content.judge.code.to_string(),
            passphrase: passphrase.as_str().to_owned(),
            fingerprint,
            entries,
            left_out: packet.blind.left_out(),
            telling_titles: packet.blind.telling_titles(),
        })
    })
}

/// A judge's packet, signed but not yet given to anybody.
///
/// # Errors
/// That the judge is unknown or has no entries.
pub(crate) fn signed_packet(
    session: &Session,
    contents: &Contents,
    judge: &str,
) -> Result<SignedPacket, Error> {
    let identity = keys::of_file(session, contents)?;
    let (content, blind) = content(contents, judge, &identity, session.host().now())?;
    let written = write(&content, &identity);
    Ok(SignedPacket {
        content,
        name: written.hash,
        bytes: written.signed,
        blind,
    })
}

/// Records that the judge was given the packet; how many entries are in it.
///
/// # Errors
/// That it cannot be written down.
pub(crate) fn issue(
    session: &Session,
    chair: &mut Store,
    packet: &SignedPacket,
) -> Result<u32, Error> {
    let content = &packet.content;
    let entries = count(content.entries.len());
    transact(session, chair, |write| {
        let issued = store::packets::Packet {
            hash: packet.name,
            judge: content.judge.code.clone(),
            rules: content.history.hash(),
            issued_at: content.made_at,
        };
        // The same packet made again within a second is the same one, under other words.
        if !store::packets::all(write)?.contains(&issued) {
            store::packets::add(write, &issued)?;
        }
        let op = Op::Packet {
            judge: issued.judge.to_string(),
            hash: issued.hash,
            entries,
            rules: issued.rules,
        };
        Ok(Change::Done {
            answer: entries,
            op,
        })
    })
}

fn content(
    contents: &Contents,
    judge: &str,
    identity: &exchange::keys::Identity,
    made_at: i64,
) -> Result<(Packet, BlindPacket), Error> {
    let (decisions, _) = decisions_in(contents)?;
    let history = history(contents, &decisions)?;
    let judge = store::judges::all(contents)?
        .into_iter()
        .find(|known| known.code.as_str() == judge)
        .ok_or_else(|| Error::unknown("judge", judge))?;
    let secret = store::judges::enrolment(contents, &judge.code)?
        .ok_or_else(|| Error::unknown("judge", &judge.code))?;
    let mut entries: Vec<Entry> = store::entries::all(contents)?
        .into_iter()
        .filter(|entry| concerns(history.rules(), &judge, entry))
        .collect();
    if entries.is_empty() {
        return Err(Error::new(
            "no-entries",
            format!("{} has no entries to judge yet", judge.code),
        )
        .with("judge", &judge.code)
        .hint("Import the entries first, or widen what the judge is assigned to."));
    }
    let blind = BlindPacket::of(history.rules(), &judge, &entries);
    blind.apply(&mut entries);
    let predecessors = predecessors(contents, history.rules(), &judge, &entries, &blind)?;
    let packet = Packet {
        competition: store::competition::birth(contents)?.id,
        history,
        entries,
        predecessors,
        judge,
        recipient: identity.recipient(),
        enrolment: EnrolmentSecret(secret.0),
        made_at,
    };
    Ok((packet, blind))
}

/// What the entries that the judge visits were in an earlier competition. A blind packet says nothing of it: titles, agencies and
/// what was found then would tell whose they are.
fn predecessors(
    contents: &Contents,
    rules: &Rules,
    judge: &Judge,
    entries: &[Entry],
    blind: &BlindPacket,
) -> Result<Vec<Predecessor>, Error> {
    if blind.is_blind() {
        return Ok(Vec::new());
    }
    let is_visited = |entry: &Entry| {
        let stages = rules.stages.iter();
        let mut visited = stages.filter(|stage| stage.kind == StageKind::Verification);
        visited.any(|stage| judge.scope.concerns(stage, &entry.category, &entry.code))
    };
    let visited = entries.iter().filter(|entry| is_visited(entry));
    let visited: BTreeSet<&EntryCode> = visited.map(|entry| &entry.code).collect();
    let kept = store::predecessors::all(contents)?;
    let kept = kept.iter().filter(|kept| visited.contains(&kept.entry));
    kept.map(predecessor::read).collect()
}

/// Whether the judge has anything to say of the entry.
pub(super) fn concerns(rules: &Rules, judge: &Judge, entry: &Entry) -> bool {
    let mut stages = rules.stages.iter();
    stages.any(|stage| judge.scope.concerns(stage, &entry.category, &entry.code))
}
