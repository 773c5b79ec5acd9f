use super::packet::packet;
use crate::api::common::Nothing;
use crate::api::panel::{PacketAsked, PacketsAsked, PacketsMade};
use crate::{Error, Session};
use std::path::Path;

/// Makes the packets of these judges into one folder, each a file named by its judge and sealed to six words of its own. Judges
/// without entries are named and passed over.
///
/// # Errors
/// `file-exists` before any is made, so that no packet whose words are out already is written over; as
/// [`packet`](super::packet()).
pub fn packets(session: &Session, asked: PacketsAsked) -> Result<PacketsMade, Error> {
    let judges = super::list(session, Nothing {})?;
    let wanted = judges
        .rows
        .into_iter()
        .filter(|row| asked.judges.contains(&row.judge));
    let (wanted, idle): (Vec<_>, Vec<_>) = wanted.partition(|row| row.owed > 0);
    let file = |judge: &str| Path::new(&asked.folder).join(format!("{judge}.paket"));
    for row in &wanted {
        let file = file(&row.judge);
        if file.exists() {
            let message = "there is a packet of that name already";
            return Err(Error::new("file-exists", message).in_file(&file));
        }
    }
    let make = |judge: &String| {
        let asked = PacketAsked {
            out: file(judge).to_string_lossy().into_owned(),
            judge: judge.clone(),
        };
        packet(session, asked)
    };
    Ok(PacketsMade {
        packets: wanted
            .iter()
            .map(|row| make(&row.judge))
            .collect::<Result<_, _>>()?,
        without_entries: idle.into_iter().map(|row| row.judge).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::panel::NewJudge;
    use crate::test_support::Machine;
    use std::collections::BTreeSet;

    #[test]
    fn every_judge_gets_a_packet_with_words_of_its_own_and_none_is_written_over() {
        let machine = Machine::new(82);
        let chair = machine.competition();
        for code in ["J1", "J2"] {
            let new = NewJudge {
                code: code.into(),
                name: code.into(),
                ..NewJudge::default()
            };
            crate::panel::add(&chair, new).unwrap();
        }
        let folder = machine.path("paket");
        std::fs::create_dir(&folder).unwrap();
        let asked = || PacketsAsked {
            folder: folder.clone(),
            judges: vec!["J1".into(), "J2".into()],
        };
        let made = packets(&chair, asked()).unwrap();
        let words: BTreeSet<_> = made.packets.iter().map(|made| &made.passphrase).collect();
        assert_eq!((made.packets.len(), words.len()), (2, 2));
        for made in &made.packets {
            let sealed = std::fs::read(&made.file).unwrap();
            let passphrase = exchange::passphrase::Passphrase::parse(&made.passphrase).unwrap();
            exchange::packet::open(&sealed, &passphrase).unwrap();
        }
        assert_eq!(packets(&chair, asked()).unwrap_err().code, "file-exists");
    }
}
