use super::renew::renew;
use crate::api::common::Nothing;
use crate::api::common::count;
use crate::api::desk::{CheckPacket, OpenPacket, PacketOpened};
use crate::entries::keys_of;
use crate::op::{self, Op};
use crate::{Error, Session, keys, predecessor};
use exchange::packet::PacketFile;
use exchange::passphrase::Passphrase;
use std::path::Path;
use store::judges::EnrolmentSecret;
use store::opened_packets::OpenedPacket;
use store::{Birth, Role, Store};

/// Opens a packet into a new working copy for its judge, with keys made on this device; or, where the file is the copy that
/// this judge has already, renews it.
///
/// # Errors
/// A wrong passphrase (with the word that was probably meant), a damaged packet, or another file of that name.
pub fn open_packet(session: &Session, asked: OpenPacket) -> Result<PacketOpened, Error> {
    let signed = unsealed(&asked.packet, &asked.passphrase)?;
    let file = read(&signed, &asked.packet)?;
    let out = Path::new(&asked.out);
    let renewed = if session.is_open(out) {
        Some(session.desk(|desk| renew(session, desk, &file, signed))?)
    } else if out.exists() {
        let mut store = Store::open(out)?;
        let renewed = renew(session, &mut store, &file, signed)?;
        session.adopt(store)?;
        Some(renewed)
    } else {
        session.adopt(make(session, out, &file, signed)?)?;
        None
    };
    let overview = crate::competition::overview(session, Nothing {})?;
    crate::start::remember(session, &overview);
    Ok(PacketOpened { overview, renewed })
}

/// Whether these words open the packet, before anybody is asked where its working copy goes. Nothing is written.
///
/// # Errors
/// As [`open_packet`].
pub fn check_packet(_: &Session, asked: CheckPacket) -> Result<Nothing, Error> {
    let signed = unsealed(&asked.packet, &asked.passphrase)?;
    read(&signed, &asked.packet)?;
    Ok(Nothing {})
}

fn unsealed(packet: &str, passphrase: &str) -> Result<Vec<u8>, Error> {
    let passphrase = Passphrase::parse(passphrase)
        .map_err(|error| Error::new("bad-passphrase", error.to_string()))?;
    let from = Path::new(packet);
    let sealed = crate::files::read_small(from)?;
    let opened = exchange::packet::open(&sealed, &passphrase);
    opened.map_err(|error| Error::from(error).in_file(from))
}

fn read(signed: &[u8], packet: &str) -> Result<PacketFile, Error> {
    let from = Path::new(packet);
    let file = exchange::packet::read(signed).map_err(|error| Error::from(error).in_file(from))?;
    if !file.unknown.is_empty() {
        let what = file.unknown.join(", ");
        let message = format!(
            "the packet holds what this version does not understand ({what}); a newer version of the program is needed"
        );
        return Err(Error::new("newer-format", message).in_file(from));
    }
    Ok(file)
}

pub(super) fn make(
    session: &Session,
    out: &Path,
    file: &PacketFile,
    signed: Vec<u8>,
) -> Result<Store, Error> {
    let packet = &file.packet;
    let at = session.host().now();
    let birth = Birth {
        id: packet.competition,
        role: Role::Judge,
        created_at: at,
    };
    let device = keys::make_or_load(session, birth.id, packet.judge.code.as_str())?.device();
    op::create(out, &birth, device, |write| {
        store::rules::set(write, &exchange::rules::write(packet.history.rules()), at)?;
        for entry in &packet.entries {
            store::entries::insert(write, entry, &keys_of(&entry.registration), None)?;
        }
        store::judges::add(write, &packet.judge, None)?;
        store::opened_packets::add(
            write,
            &OpenedPacket {
                hash: file.hash,
                judge: packet.judge.code.clone(),
                chair: file.chair,
                chair_recipient: packet.recipient.to_string(),
                enrolment: EnrolmentSecret(packet.enrolment.0),
                opened_at: at,
                bytes: signed,
            },
        )?;
        predecessor::take(write, &packet.predecessors, at)?;
        Ok(Op::OpenPacket {
            judge: packet.judge.code.to_string(),
            hash: file.hash,
            entries: count(packet.entries.len()),
            chair: keys::words(file.chair),
        })
    })
}

/// The passphrase in a text file: its first line.
///
/// # Errors
/// That the file cannot be read.
pub fn passphrase_in(file: &Path) -> Result<String, Error> {
    let text = std::fs::read_to_string(file).map_err(|error| Error::reading(file, &error))?;
    Ok(text
        .trim_start_matches('\u{feff}')
        .lines()
        .next()
        .unwrap_or_default()
        .trim()
        .to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::panel::{NewJudge, PacketAsked};
    use crate::test_support::Machine;

    #[test]
    fn words_are_checked_without_anything_being_written() {
        let machine = Machine::new(41);
        let chair = machine.competition();
        let judge = NewJudge {
            code: "J1".into(),
            name: "Juri".into(),
            categories: vec!["KEC".into()],
            ..Default::default()
        };
        crate::panel::add(&chair, judge).unwrap();
        let packet = machine.path("J1.paket");
        let asked = PacketAsked {
            judge: "J1".into(),
            out: packet.clone(),
        };
        let right = crate::panel::packet(&chair, asked).unwrap().passphrase;
        let others = "abadi absen abstrak abadi absen abstrak";
        let folder = Path::new(&packet).parent().unwrap();
        let files = || std::fs::read_dir(folder).unwrap().count();
        let before = files();
        let desk = machine.session();
        let check = |passphrase: String| {
            let packet = packet.clone();
            let checked = check_packet(&desk, CheckPacket { packet, passphrase });
            checked.map_err(|error| error.code)
        };
        assert_eq!(check(others.into()), Err("wrong-passphrase".to_owned()));
        assert_eq!(check("satu dua".into()), Err("bad-passphrase".to_owned()));
        assert_eq!(check(right), Ok(Nothing {}));
        assert_eq!(files(), before);
    }
}
