use super::open_packet::make;
use super::renew::renew;
use crate::api::common::Nothing;
use crate::api::overview::Overview;
use crate::api::panel::OwnDesk;
use crate::panel::{SignedPacket, issue, signed_packet};
use crate::{Error, Session};
use exchange::packet::{Packet, PacketFile};
use std::path::PathBuf;
use store::Store;

/// Opens the desk of a judge of the panel at the chair's own machine, without sending anything: the packet is made and
/// opened at once, into a working copy beside the competition file. A copy that is there is opened, and renewed where the
/// packet would hold something else by now.
///
/// # Errors
/// That the judge is unknown or has no entries, or another file lies where the working copy goes.
pub fn own_desk(session: &Session, asked: OwnDesk) -> Result<Overview, Error> {
    let store = session.chair(|chair| {
        let packet = signed_packet(session, chair, &asked.judge)?;
        let place = beside(chair.path().to_owned(), packet.content.judge.code.as_str());
        let file = opened(&packet.bytes)?;
        if !place.exists() {
            let store = make(session, &place, &file, packet.bytes.clone())?;
            issue(session, chair, &packet)?;
            return Ok(store);
        }
        let mut store = Store::open(&place)?;
        if !holds(&store, &packet)? {
            renew(session, &mut store, &file, packet.bytes.clone())?;
            issue(session, chair, &packet)?;
        }
        Ok(store)
    })?;
    session.adopt(store)?;
    let overview = crate::competition::overview(session, Nothing {})?;
    crate::start::remember(session, &overview);
    Ok(overview)
}

/// `lomba-J1.timbang` beside `lomba.timbang`.
fn beside(competition: PathBuf, judge: &str) -> PathBuf {
    let stem = competition
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy();
    competition.with_file_name(format!("{stem}-{judge}.timbang"))
}

/// The packet as its reader has it.
fn opened(signed: &[u8]) -> Result<PacketFile, Error> {
    Ok(exchange::packet::read(signed)?)
}

/// Whether the working copy was made or renewed last by a packet that says the same.
fn holds(copy: &Store, packet: &SignedPacket) -> Result<bool, Error> {
    let Some(last) = store::opened_packets::current(copy)? else {
        return Ok(false);
    };
    let same_time = Packet {
        made_at: packet.content.made_at,
        ..opened(&last.bytes)?.packet
    };
    Ok(same_time == packet.content)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::panel::NewJudge;
    use crate::test_support::Machine;

    #[test]
    fn the_chair_judges_at_a_desk_of_their_own_and_the_hand_over_merges_as_any_other() {
        let machine = Machine::new(81);
        let chair = machine.competition();
        let judge = NewJudge {
            code: "J1".into(),
            name: "Ketua".into(),
            categories: vec!["KEC".into()],
            ..Default::default()
        };
        crate::panel::add(&chair, judge).unwrap();
        let asked = || OwnDesk { judge: "J1".into() };
        let refused = own_desk(&chair, OwnDesk { judge: "J9".into() }).unwrap_err();
        assert_eq!(refused.code, "unknown-judge");
        let Overview::Judge(seen) = own_desk(&chair, asked()).unwrap() else {
            panic!("the chair's file is still open")
        };
        assert!(seen.about.file.ends_with("lomba-J1.timbang"));
        let file = machine.hand_over(&chair, 2, "1.nilai");

        let back = || chair.open(std::path::Path::new(&machine.path("lomba.timbang")));
        back().unwrap();
        let merged =
            crate::handover::merge(&chair, crate::api::handover::Files { files: vec![file] });
        assert_eq!(merged.unwrap().rows[0].sheets, 8);

        // Opened again: the same copy, with what was marked.
        let Overview::Judge(again) = own_desk(&chair, asked()).unwrap() else {
            panic!("the chair's file is still open")
        };
        assert_eq!(again.work[0].done, 8);
        back().unwrap();
        let packets = chair
            .with(|open| Ok(store::packets::all(open)?.len()))
            .unwrap();
        assert_eq!(
            packets, 1,
            "a copy that holds everything needs no new packet"
        );
    }
}
