//! Writes exchange files made up from seeds, with the result that `judging` computes in each result pack: what a reader
//! written from `docs/file-format.md` alone must read alike.
//!
//!     cargo run -p exchange --example sample_files -- FOLDER [FIRST_SEED COUNT]
//!
//! Without seeds it writes the files of `fixtures/exchange`.

mod computed;
mod dice;
mod judged;
mod rubric;

use dice::Dice;
use exchange::keys::{EnrolmentSecret, Identity};
use exchange::packet::{self, Packet};
use exchange::passphrase::Passphrase;
use exchange::{handover, pack};
use judged::Judged;
use judging::Hash;
use judging::revision::History;
use judging::visit::{FoundBefore, Predecessor, Verdict};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// How many result packs the fixtures have.
const FIXTURES: u64 = 24;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("FOLDER is needed")?);
    let mut number = |default: u64| arguments.next().map_or(Ok(default), |text| text.parse());
    let (first, count) = (number(1)?, number(FIXTURES)?);
    fs::create_dir_all(&folder)?;
    let mut given = false;
    for seed in first..first + count {
        let judged = Judged::new(&mut Dice::new(seed))?;
        fs::write(
            folder.join(format!("pack-{seed}.hasil")),
            result_pack(&judged, seed % 3 == 0)?,
        )?;
        if !given && belong_together(&judged)? {
            packet_and_hand_over(&folder, &judged)?;
            return_packet(&folder, &judged)?;
            given = true;
        }
    }
    Ok(())
}

/// With attachments, or without.
fn result_pack(judged: &Judged, attachments: bool) -> Outcome<Vec<u8>> {
    let standings = exchange::result::write(&computed::result(judged)?);
    let signed = |files: &'_ [exchange::Written]| {
        files
            .iter()
            .map(|file| file.signed.clone())
            .collect::<Vec<_>>()
    };
    let (mut hand_overs, decisions) = (signed(&judged.hand_overs), signed(&judged.decisions));
    if attachments {
        for hand_over in &mut hand_overs {
            *hand_over = judged.with_attachments(hand_over)?;
        }
    }
    let pack = pack::Pack {
        competition: judged.competition,
        history: &judged.history,
        entries: &judged.entries,
        judges: &judged.judges,
        hand_overs: &hand_overs.iter().map(Vec::as_slice).collect::<Vec<_>>(),
        decisions: &decisions.iter().map(Vec::as_slice).collect::<Vec<_>>(),
        standings: &standings,
        journal: pack::JournalHead {
            length: 7,
            hash: Hash([7; 32]),
        },
        made_at: 1_700_000_000,
    };
    Ok(pack::write(&pack, &judged.chair)?.signed)
}

/// Whether the first hand-over is of the first judge, under the rules in force.
fn belong_together(judged: &Judged) -> Outcome<bool> {
    let first = judged.hand_overs.first().ok_or("somebody handed over")?;
    let said = handover::read(&first.signed)?.hand_over;
    let is_first = judged.judges.first().map(|judge| &judge.code) == Some(&said.judge);
    Ok(is_first && said.rules == judged.history.hash())
}

/// A packet with its passphrase, and a hand-over with the chair's key.
fn packet_and_hand_over(folder: &Path, judged: &Judged) -> Outcome<()> {
    let judge = judged.judges.first().ok_or("a panel has judges")?;
    let enrolment = judged.enrolment.clone();
    let mut entries = judged.entries.clone();
    let blind = judge.blind_fields(judged.history.rules(), &entries);
    for entry in &mut entries {
        entry.registration.blind(&blind);
    }
    let packet = Packet {
        competition: judged.competition,
        history: judged.history.clone(),
        entries,
        predecessors: Vec::new(),
        judge: judge.clone(),
        recipient: judged.chair.recipient(),
        enrolment,
        made_at: 1_700_000_000,
    };
    let passphrase = Passphrase::from_random(&[0x5a; 32]);
    let sealed = packet::seal(&packet::write(&packet, &judged.chair).signed, &passphrase)?;
    fs::write(folder.join("packet.paket"), sealed)?;
    fs::write(
        folder.join("passphrase.txt"),
        format!("{}\n", passphrase.as_str()),
    )?;
    let first = judged.hand_overs.first().ok_or("somebody handed over")?;
    let whole = judged.with_attachments(&first.signed)?;
    let sealed = handover::seal(&whole, &judged.chair.recipient())?;
    fs::write(folder.join("hand-over.nilai"), sealed)?;
    let EnrolmentSecret(secret) = &judged.enrolment;
    fs::write(folder.join("enrolment.txt"), format!("{}\n", Hash(*secret)))?;
    fs::write(
        folder.join("chair-identity.txt"),
        format!("{}\n", age_secret(&judged.chair)?),
    )?;
    Ok(())
}

/// A packet of a return visit, under the rules without their blind stages.
fn return_packet(folder: &Path, judged: &Judged) -> Outcome<()> {
    let judge = judged.judges.first().ok_or("a panel has judges")?;
    let entry = judged.entries.first().ok_or("there are entries")?;
    let mut rules = judged.history.rules().clone();
    for stage in &mut rules.stages {
        stage.blind.clear();
    }
    let found = |found: &str, verdict| FoundBefore {
        text: "Jumlah penerima manfaat".to_owned(),
        claimed: "500".to_owned(),
        found: found.to_owned(),
        unit: Some("orang".to_owned()),
        verdict,
        day: None,
    };
    let packet = Packet {
        competition: judged.competition,
        history: History::unchanged(exchange::rules::hash(&rules), rules),
        entries: judged.entries.clone(),
        predecessors: vec![Predecessor {
            entry: entry.code.clone(),
            competition: "Lomba 2022".to_owned(),
            code: "OPD-017".parse()?,
            title: entry.registration.title.clone(),
            agency: entry.registration.agency.clone(),
            claims: vec![
                FoundBefore {
                    day: Some("2022-11-21".parse()?),
                    ..found("410", Verdict::Partly)
                },
                found("", Verdict::NotCheckable),
            ],
        }],
        judge: judge.clone(),
        recipient: judged.chair.recipient(),
        enrolment: judged.enrolment.clone(),
        made_at: 1_700_000_000,
    };
    let passphrase = Passphrase::from_random(&[0x5a; 32]);
    let sealed = packet::seal(&packet::write(&packet, &judged.chair).signed, &passphrase)?;
    fs::write(folder.join("packet-return.paket"), sealed)?;
    Ok(())
}

fn age_secret(identity: &Identity) -> Outcome<String> {
    let hrp = bech32::Hrp::parse("age-secret-key-")?;
    Ok(bech32::encode_upper::<bech32::Bech32>(
        hrp,
        &identity.secret()[32..],
    )?)
}
