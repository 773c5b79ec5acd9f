//! The panel. The chair's file also holds each judge's enrolment secret.

mod scope;

use crate::row::{parsed, wrong};
use crate::undo::Noun;
use crate::{Contents, StoreError, Write};
use judging::JudgeCode;
use judging::panel::Judge;
use std::collections::BTreeMap;
use std::fmt;

/// By this a judge's device proves that its key is that judge's. Drawn at random by the chair; travels in the packet.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct EnrolmentSecret(pub [u8; 32]);

impl fmt::Debug for EnrolmentSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EnrolmentSecret(…)")
    }
}

/// What a member of the panel is outside it; empty where it is not known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Office {
    /// `Kepala Bidang Litbang`.
    pub post: String,
    /// Where.
    pub institution: String,
    /// The number of a civil servant.
    pub nip: String,
}

/// Adds a judge; without a secret in a judge's own working copy.
///
/// # Errors
/// [`StoreError::Exists`] when there is one of that code.
pub fn add(
    write: &Write<'_>,
    judge: &Judge,
    secret: Option<EnrolmentSecret>,
) -> Result<(), StoreError> {
    write.about_to_change(Noun::Judge, &[judge.code.as_str()])?;
    let params = (
        judge.code.as_str(),
        &judge.name,
        scope::to_json(&judge.scope)?,
        secret.map(|secret| secret.0),
    );
    let done = write.change(
        "INSERT INTO judge (code, name, scope, enrolment) VALUES (?1, ?2, ?3, ?4)",
        params,
    );
    done.map(|_| ())
        .map_err(|error| error.named("judge", &judge.code))
}

/// Changes a judge's name and scope.
///
/// # Errors
/// [`StoreError::Unknown`] when there is none of that code.
pub fn update(write: &Write<'_>, judge: &Judge) -> Result<(), StoreError> {
    write.about_to_change(Noun::Judge, &[judge.code.as_str()])?;
    let params = (
        judge.code.as_str(),
        &judge.name,
        scope::to_json(&judge.scope)?,
    );
    match write.change(
        "UPDATE judge SET name = ?2, scope = ?3 WHERE code = ?1",
        params,
    )? {
        0 => Err(unknown(&judge.code)),
        _ => Ok(()),
    }
}

/// Says what a judge is outside the panel, in place of what was said before.
///
/// # Errors
/// [`StoreError::Unknown`] when there is none of that code.
pub fn set_office(write: &Write<'_>, code: &JudgeCode, office: &Office) -> Result<(), StoreError> {
    write.about_to_change(Noun::Judge, &[code.as_str()])?;
    let params = (
        code.as_str(),
        &office.post,
        &office.institution,
        &office.nip,
    );
    match write.change(
        "UPDATE judge SET post = ?2, institution = ?3, nip = ?4 WHERE code = ?1",
        params,
    )? {
        0 => Err(unknown(code)),
        _ => Ok(()),
    }
}

/// What the judges are outside the panel.
///
/// # Errors
/// [`StoreError`] when it cannot be read.
pub fn offices(contents: &Contents) -> Result<BTreeMap<JudgeCode, Office>, StoreError> {
    let sql = "SELECT code, post, institution, nip FROM judge";
    let rows = contents.rows(sql, [], |row| {
        let office = Office {
            post: row.get("post")?,
            institution: row.get("institution")?,
            nip: row.get("nip")?,
        };
        Ok((parsed(row, "code")?, office))
    })?;
    Ok(rows.into_iter().collect())
}

/// Takes a judge off the panel who was given no packet and handed nothing over.
///
/// # Errors
/// [`StoreError::Unknown`] when there is none of that code, [`StoreError::Needed`] when there is a packet or a hand-over.
pub fn remove(write: &Write<'_>, code: &JudgeCode) -> Result<(), StoreError> {
    write.about_to_change(Noun::Judge, &[code.as_str()])?;
    match write.change("DELETE FROM judge WHERE code = ?1", [code.as_str()]) {
        Ok(0) => Err(unknown(code)),
        Ok(_) => Ok(()),
        Err(error) => Err(match error.named("judge", code) {
            StoreError::Unknown { noun, name } => StoreError::Needed { noun, name },
            other => other,
        }),
    }
}

/// The whole panel, by code.
///
/// # Errors
/// [`StoreError`] when it cannot be read.
pub fn all(contents: &Contents) -> Result<Vec<Judge>, StoreError> {
    contents.rows(
        "SELECT code, name, scope FROM judge ORDER BY length(code), code",
        [],
        |row| {
            let scope = scope::from_json(row.get_ref("scope")?.as_str()?);
            Ok(Judge {
                code: parsed(row, "code")?,
                name: row.get("name")?,
                scope: scope.map_err(|error| wrong(row, "scope", error))?,
            })
        },
    )
}

/// A judge's enrolment secret, where this file has it.
///
/// # Errors
/// [`StoreError::Unknown`] when there is no judge of that code.
pub fn enrolment(
    contents: &Contents,
    code: &JudgeCode,
) -> Result<Option<EnrolmentSecret>, StoreError> {
    let sql = "SELECT enrolment FROM judge WHERE code = ?1";
    let found = contents.row(sql, [code.as_str()], |row| {
        row.get::<_, Option<[u8; 32]>>("enrolment")
    })?;
    found
        .map(|secret| secret.map(EnrolmentSecret))
        .ok_or_else(|| unknown(code))
}

fn unknown(code: &JudgeCode) -> StoreError {
    StoreError::Unknown {
        noun: "judge",
        name: code.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packets::{self, Packet};
    use crate::test_support::{furnished, judge};
    use judging::Hash;

    #[test]
    fn a_judge_reads_back_with_scope_and_secret() {
        let (_folder, _, mut store) = furnished();
        assert_eq!(all(&store).unwrap(), [judge("J1")]);
        let code = judge("J1").code;
        assert_eq!(
            enrolment(&store, &code).unwrap(),
            Some(EnrolmentSecret([9; 32]))
        );
        let renamed = Judge {
            name: "Sari".into(),
            scope: judging::panel::Scope::default(),
            code,
        };
        store.transact(|write| update(write, &renamed)).unwrap();
        assert_eq!(all(&store).unwrap(), [renamed]);
    }

    #[test]
    fn a_judge_who_was_given_a_packet_stays_on_the_panel() {
        let (_folder, _, mut store) = furnished();
        let packet = Packet {
            hash: Hash([1; 32]),
            judge: judge("J1").code,
            rules: Hash([2; 32]),
            issued_at: 5,
        };
        store
            .transact(|write| packets::add(write, &packet))
            .unwrap();
        assert_eq!(packets::all(&store).unwrap(), std::slice::from_ref(&packet));
        let removed = store.transact(|write| remove(write, &packet.judge));
        assert!(matches!(removed, Err(StoreError::Needed { .. })));
        let stranger = Packet {
            judge: "J9".parse().unwrap(),
            hash: Hash([3; 32]),
            ..packet
        };
        let given = store.transact(|write| packets::add(write, &stranger));
        assert_eq!(given.unwrap_err().to_string(), "there is no judge “J9”");
    }

    #[test]
    fn a_secret_does_not_show_in_debug_output() {
        let shown = format!("{:?}", EnrolmentSecret([9; 32]));
        assert_eq!(shown, "EnrolmentSecret(…)");
    }
}
