use super::by_hand::{agency_of, put_fields, title_of};
use super::given_out::GivenOut;
use super::keys_of;
use crate::api::entries::{EntryEdited, EntryRow};
use crate::api::import::ChangeRow;
use crate::op::{Change, Op, transact};
use crate::rules::category_of;
use crate::{Error, Session};
use judging::decision::Particulars;
use judging::entry::{Entry, Field};

/// Changes what an entry says, or moves it to another category; what is not named stays. Its code stays too.
///
/// # Errors
/// `unknown-entry`, `no-title`, `unknown-category`, `odd-value`; `given-out` when judges have the entry already: its title,
/// agency and category are then changed by a decision.
pub fn edit(session: &Session, asked: EntryEdited) -> Result<EntryRow, Error> {
    session.chair(|chair| {
        let rules = crate::rules::rules_of(chair)?;
        let code = asked.entry.parse();
        let code = code.map_err(|error| Error::bad_code("entry", &error))?;
        let before = store::entries::get(chair, &code)?;
        let before = before.ok_or_else(|| Error::unknown("entry", &code))?;
        let mut after = before.clone();
        if let Some(title) = &asked.title {
            after.registration.title = title_of(title)?;
        }
        if let Some(agency) = &asked.agency {
            after.registration.agency = agency_of(agency);
        }
        if let Some(category) = &asked.category {
            after.category = category_of(&rules, category)?;
        }
        put_fields(&mut after.registration, &asked.fields)?;
        let is_known_by = Particulars::of(&before) == Particulars::of(&after);
        if !is_known_by && GivenOut::of(chair)?.has(&before) {
            let message = format!("judges have {code} already");
            let hint =
                "Change its title, agency or category by a decision: timbang decide amend-entry";
            return Err(Error::new("given-out", message)
                .with("entry", &code)
                .hint(hint));
        }
        transact(session, chair, |write| {
            let answer = super::row(after.clone());
            if after == before {
                return Ok(Change::Nothing(answer));
            }
            let import = store::entries::import_of(write, &code)?;
            store::entries::update(write, &after, &keys_of(&after.registration), import)?;
            let op = Op::EditEntry {
                entry: code.to_string(),
                changes: differences(&before, &after),
            };
            Ok(Change::Done { answer, op })
        })
    })
}

/// What is different, field by field.
fn differences(before: &Entry, after: &Entry) -> Vec<ChangeRow> {
    let (old, new) = (&before.registration, &after.registration);
    let mut pairs = vec![
        (
            "category",
            before.category.as_str(),
            after.category.as_str(),
        ),
        ("title", old.title.as_str(), new.title.as_str()),
        ("agency", old.agency.as_str(), new.agency.as_str()),
    ];
    for field in Field::ALL {
        let old = old.fields.get(field).map_or("", String::as_str);
        let new = new.fields.get(field).map_or("", String::as_str);
        pairs.push((field.code(), old, new));
    }
    let differing = pairs.into_iter().filter(|(_, old, new)| old != new);
    differing
        .map(|(field, old, new)| ChangeRow {
            entry: before.code.to_string(),
            title: before.registration.title.clone(),
            field: field.to_owned(),
            before: old.to_owned(),
            after: new.to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::common::Nothing;
    use crate::api::decisions::{Act, NewDecision};
    use crate::test_support::Machine;

    fn shown(chair: &Session, code: &str) -> EntryRow {
        let page = crate::entries::list(chair, Default::default()).unwrap();
        let mut rows = page.rows.into_iter();
        rows.find(|row| row.entry == code).unwrap()
    }

    fn titled(code: &str, title: &str) -> EntryEdited {
        EntryEdited {
            entry: code.into(),
            title: Some(title.into()),
            ..EntryEdited::default()
        }
    }

    #[test]
    fn an_edit_keeps_its_difference_in_the_journal_and_is_taken_back_whole() {
        let machine = Machine::new(73);
        let chair = machine.competition();
        let before = shown(&chair, "KEC-001");
        let asked = EntryEdited {
            category: Some("OPD".into()),
            fields: [("summary".to_owned(), "Ringkas".to_owned())].into(),
            ..titled("KEC-001", "Judul Lain")
        };
        let after = edit(&chair, asked.clone()).unwrap();
        assert_eq!(
            (after.category.as_str(), after.title.as_str()),
            ("OPD", "Judul Lain")
        );
        let journal = crate::audit::journal(&chair, Default::default()).unwrap();
        let line = &journal.rows[0];
        assert!(line.detail.contains(&before.title) && line.detail.contains("Judul Lain"));
        edit(&chair, asked).unwrap();
        let same = crate::audit::journal(&chair, Default::default()).unwrap();
        assert_eq!(same.rows.len(), journal.rows.len(), "nothing changed");
        crate::op::undo(&chair, Nothing {}).unwrap();
        assert_eq!(shown(&chair, "KEC-001"), before);
    }

    #[test]
    fn what_judges_have_is_changed_only_by_decision_and_undoing_that_brings_it_back() {
        let machine = Machine::new(74);
        let chair = machine.competition();
        machine.desk(&chair, "J1");
        let before = shown(&chair, "KEC-001");
        assert!(before.given_out);
        let refused = edit(&chair, titled("KEC-001", "Judul Lain")).unwrap_err();
        assert_eq!(refused.code, "given-out");
        let others = EntryEdited {
            entry: "KEC-001".into(),
            fields: [("summary".to_owned(), "Ringkas".to_owned())].into(),
            ..EntryEdited::default()
        };
        edit(&chair, others).unwrap();

        let amend = NewDecision {
            act: Act::AmendEntry {
                entry: "KEC-001".into(),
                title: Some("Judul Lain".into()),
                agency: None,
                category: None,
                before: None,
            },
            reason: "surat instansi".into(),
        };
        let decided = crate::decisions::decide(&chair, amend).unwrap();
        let Act::AmendEntry {
            title, before: was, ..
        } = &decided.rows[0].act
        else {
            panic!("{:?}", decided.rows[0].act)
        };
        assert_eq!(title.as_deref(), Some("Judul Lain"));
        assert_eq!(was.as_ref().unwrap().title, before.title);
        assert_eq!(shown(&chair, "KEC-001").title, "Judul Lain");
        let undo = NewDecision {
            act: Act::Undo {
                decision: decided.rows[0].hash.clone(),
            },
            reason: "keliru".into(),
        };
        crate::decisions::decide(&chair, undo).unwrap();
        assert_eq!(shown(&chair, "KEC-001").title, before.title);
    }
}
