use super::by_hand::{agency_of, put_fields, title_of};
use super::keys_of;
use crate::api::entries::{EntryRow, NewEntry};
use crate::op::{Change, Op, transact};
use crate::rules::category_of;
use crate::{Error, Session};
use judging::EntryCode;
use judging::entry::Registration;
use std::collections::BTreeSet;
use store::entries::New;

/// Adds one entry that stands in no registration sheet, with the next code of its category.
///
/// # Errors
/// `no-title`, `unknown-category`, `odd-value`; `like-entry` naming one of the same title and agency, unless both are meant.
pub fn add(session: &Session, asked: NewEntry) -> Result<EntryRow, Error> {
    session.chair(|chair| {
        let rules = crate::rules::rules_of(chair)?;
        let category = category_of(&rules, &asked.category)?;
        let mut registration = Registration {
            title: title_of(&asked.title)?,
            agency: agency_of(&asked.agency),
            ..Registration::default()
        };
        put_fields(&mut registration, &asked.fields)?;
        let keys = keys_of(&registration);
        let like = store::entries::same_key(chair, &keys)?;
        if let Some(known) = like.first().filter(|_| !asked.anyway) {
            let message = format!("{known} has this title and agency already");
            return Err(Error::new("like-entry", message).with("entry", known));
        }
        let known: BTreeSet<EntryCode> = like.into_iter().collect();
        let new = New {
            category,
            registration,
            keys: keys.clone(),
        };
        transact(session, chair, |write| {
            let new = std::iter::once(new);
            store::entries::add(write, new, None, |_| Ok::<_, Error>(()))?;
            let found = store::entries::same_key(write, &keys)?;
            let code = found.into_iter().find(|code| !known.contains(code));
            let code = code.ok_or_else(|| Error::unknown("entry", &asked.title))?;
            let entry = store::entries::get(write, &code)?;
            let entry = entry.ok_or_else(|| Error::unknown("entry", &code))?;
            let op = Op::AddEntry {
                entry: code.to_string(),
                title: entry.registration.title.clone(),
                agency: entry.registration.agency.clone(),
                category: entry.category.to_string(),
            };
            Ok(Change::Done {
                answer: super::row(entry),
                op,
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::common::Nothing;
    use crate::test_support::Machine;

    fn new(title: &str) -> NewEntry {
        NewEntry {
            title: title.into(),
            agency: "Dinas  Sosial".into(),
            category: "KEC".into(),
            ..NewEntry::default()
        }
    }

    #[test]
    fn an_entry_added_by_hand_gets_the_next_code_is_found_and_can_be_taken_back() {
        let machine = Machine::new(71);
        let chair = machine.competition();
        let before = crate::entries::list(&chair, Default::default()).unwrap();
        let added = add(&chair, new(" Lumbung   Ilmu ")).unwrap();
        assert_eq!(
            (added.title.as_str(), added.agency.as_str()),
            ("Lumbung Ilmu", "Dinas Sosial")
        );
        assert!(before.rows.iter().all(|row| row.entry != added.entry));
        let again = add(&chair, new("LUMBUNG ILMU")).unwrap_err();
        assert_eq!(
            (again.code.as_str(), &again.params["entry"]),
            ("like-entry", &added.entry)
        );
        let both = NewEntry {
            anyway: true,
            ..new("Lumbung Ilmu")
        };
        assert_ne!(add(&chair, both).unwrap().entry, added.entry);
        for _ in 0..2 {
            crate::op::undo(&chair, Nothing {}).unwrap();
        }
        let after = crate::entries::list(&chair, Default::default()).unwrap();
        assert_eq!(after, before);
    }

    #[test]
    fn what_an_import_would_doubt_is_refused_when_it_is_typed() {
        let machine = Machine::new(72);
        let chair = machine.competition();
        let with = |name: &str, text: &str| NewEntry {
            fields: [(name.to_owned(), text.to_owned())].into(),
            ..new("Lumbung")
        };
        let code = |asked| add(&chair, asked).unwrap_err().code;
        assert_eq!(code(new("  ")), "no-title");
        assert_eq!(code(with("nip", "123")), "odd-value");
        assert_eq!(code(with("colour", "red")), "unknown-field");
        let added = add(&chair, with("phone", "812 3456 7890")).unwrap();
        assert_eq!(added.fields["phone"], "081234567890");
    }

    #[test]
    fn of_an_entry_that_went_out_in_a_packet_undo_offers_to_withdraw_it() {
        let machine = Machine::new(75);
        let chair = machine.competition();
        let added = add(&chair, new("Lumbung Ilmu")).unwrap();
        machine.desk(&chair, "J1");
        // The judge was added after the entry: that is taken back first, and stays, since the packet carries it.
        let stays = crate::op::undo(&chair, Nothing {}).unwrap_err();
        assert_eq!(stays.code, "undo-carried");
        let again = add(&chair, new("Lumbung Padi")).unwrap();
        let asked = crate::api::panel::PacketAsked {
            judge: "J1".into(),
            out: machine.path("J1 lagi.paket"),
        };
        crate::panel::packet(&chair, asked).unwrap();
        let offered = crate::op::undo(&chair, Nothing {}).unwrap();
        let crate::api::undo::UndoAnswer::Carried(carried) = offered else {
            panic!("{offered:?}")
        };
        assert_eq!(carried.withdraws, again.entry);
        assert_ne!(added.entry, again.entry);
    }
}
