use crate::Error;
use crate::api::panel::NewJudge;
use intake::{typed_field, typed_line};
use judging::entry::Field;
use store::judges::Office;

/// What is known of a member outside the panel, with what is asked for in its place.
///
/// # Errors
/// `odd-value` for a number of a civil servant that cannot be one.
pub(super) fn office_of(asked: &NewJudge, before: &Office) -> Result<Office, Error> {
    let line = |asked: &Option<String>, before: &str| match asked {
        Some(text) => typed_line(text).unwrap_or_default(),
        None => before.to_owned(),
    };
    let nip = match &asked.nip {
        Some(text) => nip_of(text)?,
        None => before.nip.clone(),
    };
    Ok(Office {
        post: line(&asked.post, &before.post),
        institution: line(&asked.institution, &before.institution),
        nip,
    })
}

fn nip_of(text: &str) -> Result<String, Error> {
    let typed = typed_field(Field::Nip, text).map_err(|finding| {
        let message = format!("nip: “{text}” is doubtful ({finding})");
        Error::new("odd-value", message)
            .with("field", "nip")
            .with("finding", finding)
    })?;
    Ok(typed.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::common::Nothing;
    use crate::api::desk::OpenPacket;
    use crate::api::panel::{JudgeRow, Judges, PacketAsked};
    use crate::test_support::Machine;

    const NIP: &str = "197503122003121004";

    fn sri() -> NewJudge {
        NewJudge {
            code: "J1".into(),
            name: "Sri".into(),
            ..NewJudge::default()
        }
    }

    fn known(nip: &str) -> NewJudge {
        NewJudge {
            post: Some(" Kepala Bidang ".into()),
            institution: Some("BRIDA".into()),
            nip: Some(nip.into()),
            ..sri()
        }
    }

    fn row(judges: Judges) -> JudgeRow {
        judges.rows.into_iter().next().unwrap()
    }

    #[test]
    fn an_office_stays_where_it_is_not_named_is_taken_back_and_asks_for_no_new_packet() {
        let machine = Machine::new(91);
        let chair = machine.competition();
        crate::panel::add(&chair, sri()).unwrap();
        let odd = crate::panel::edit(&chair, known("123")).unwrap_err();
        assert_eq!(odd.code, "odd-value");
        let asked = PacketAsked {
            judge: "J1".into(),
            out: machine.path("J1.paket"),
        };
        crate::panel::packet(&chair, asked).unwrap();
        let after = row(crate::panel::edit(&chair, known(NIP)).unwrap());
        assert_eq!(
            (after.post.as_str(), after.nip.as_str(), after.packet_is_old),
            ("Kepala Bidang", NIP, false)
        );
        let same = row(crate::panel::edit(&chair, sri()).unwrap());
        assert_eq!(same, after, "what is not named stays");
        crate::op::undo(&chair, Nothing {}).unwrap();
        let back = row(crate::panel::list(&chair, Nothing {}).unwrap());
        assert_eq!((back.post.as_str(), back.nip.as_str()), ("", ""));
        crate::op::redo(&chair, Nothing {}).unwrap();
        let again = row(crate::panel::list(&chair, Nothing {}).unwrap());
        assert_eq!(again.institution, "BRIDA");
    }

    #[test]
    fn no_packet_and_no_working_copy_has_the_office() {
        let machine = Machine::new(92);
        let chair = machine.competition();
        crate::panel::add(&chair, known(NIP)).unwrap();
        let packet = machine.path("J1.paket");
        let asked = PacketAsked {
            judge: "J1".into(),
            out: packet.clone(),
        };
        let made = crate::panel::packet(&chair, asked).unwrap();
        let words = exchange::passphrase::Passphrase::parse(&made.passphrase).unwrap();
        let mut bytes = exchange::packet::open(&std::fs::read(&packet).unwrap(), &words).unwrap();
        let open = OpenPacket {
            packet,
            passphrase: made.passphrase,
            out: machine.path("J1.timbang"),
        };
        let desk = machine.session();
        crate::desk::open_packet(&desk, open).unwrap();
        desk.close();
        bytes.extend(std::fs::read(machine.path("J1.timbang")).unwrap());
        let stands = |text: &str| {
            bytes
                .windows(text.len())
                .any(|part| part == text.as_bytes())
        };
        assert!(stands("Sri"), "the name is there");
        assert!(!stands(NIP) && !stands("Kepala Bidang"));
    }
}
