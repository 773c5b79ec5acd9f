//! The attachments that a payload names, and those that a file holds.

use super::{Declarations, Notes, Persons, read};
use crate::Refusal;
use crate::envelope::{Kind, with_attachments};
use crate::record::{Record, bytes, list, map, text};
use ciborium::Value;
use judging::Hash;
use judging::handover::{Attachment, AttachmentKind, Statement};
use std::collections::BTreeMap;

/// An attachment that a hand-over names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attached<'a> {
    /// Its kind and name.
    pub attachment: Attachment,
    /// Its bytes, salt and all; `None` where this file leaves it out.
    pub bytes: Option<&'a [u8]>,
}

pub(super) fn write_named(attachments: &[Attachment]) -> Value {
    list(attachments, |attachment| {
        map([
            ("kind", text(attachment.kind)),
            ("name", bytes(attachment.name.0)),
        ])
    })
}

pub(super) fn read_named(
    record: &mut Record,
    unknown: &mut Vec<String>,
) -> Result<Vec<Attachment>, Refusal> {
    let read = |mut record: Record| {
        let attachment = Attachment {
            kind: record.word("kind")?,
            name: Hash(record.bytes32("name")?),
        };
        record.finish(unknown);
        Ok(attachment)
    };
    let named = record.records("attachments")?.into_iter();
    named.map(read).collect()
}

/// What of the named attachments a file holds: each once, in the order named, and nothing else.
pub(super) fn held<'a>(
    said: &Statement,
    frames: &[(Hash, &'a [u8])],
) -> Result<Vec<Attached<'a>>, Refusal> {
    let mut held: Vec<Attached<'a>> = said
        .attachments
        .iter()
        .map(|&attachment| Attached {
            attachment,
            bytes: None,
        })
        .collect();
    let mut next = 0;
    for &(found, bytes) in frames {
        let is_found = |attached: &Attached<'_>| attached.attachment.name == found;
        let ahead = held.iter().skip(next).position(is_found);
        let Some(attached) = ahead.and_then(|ahead| held.get_mut(next + ahead)) else {
            return Err(if held.iter().any(is_found) {
                Refusal::AttachmentOrder { found }
            } else {
                Refusal::OtherAttachment {
                    expected: None,
                    found: Some(found),
                }
            });
        };
        attached.bytes = Some(bytes);
        next += ahead.map_or(0, |ahead| ahead + 1);
    }
    held.iter().try_for_each(Attached::check)?;
    Ok(held)
}

impl Attached<'_> {
    /// Whether what is here can be read.
    fn check(&self) -> Result<(), Refusal> {
        let Some(bytes) = self.bytes else {
            return Ok(());
        };
        match self.attachment.kind {
            AttachmentKind::Declarations => Declarations::read(bytes).map(drop),
            AttachmentKind::Notes => Notes::read(bytes).map(drop),
            AttachmentKind::Persons => Persons::read(bytes).map(drop),
            AttachmentKind::Photos => super::unsalted(bytes).map(drop),
        }
    }
}

/// The same signed hand-over with these attachments, in any order, in place of those it has.
///
/// # Errors
/// [`Refusal`] when it is no hand-over or does not name one of them; [`Refusal::TooLarge`] when it became larger than any file
/// may be.
pub fn attach(signed: &[u8], attachments: &[&[u8]]) -> Result<Vec<u8>, Refusal> {
    let named = read(signed)?.hand_over.statement.attachments;
    let mut given: BTreeMap<Hash, &[u8]> = attachments
        .iter()
        .map(|bytes| (super::attachment_name(bytes), *bytes))
        .collect();
    let ordered = named
        .iter()
        .filter_map(|attachment| given.remove(&attachment.name));
    let ordered: Vec<&[u8]> = ordered.collect();
    if let Some(&found) = given.keys().next() {
        return Err(Refusal::OtherAttachment {
            expected: None,
            found: Some(found),
        });
    }
    with_attachments(signed, Kind::HandOver, &ordered)
}

/// The same signed hand-over without attachments.
///
/// # Errors
/// [`Refusal`] when it is no whole hand-over.
pub fn without_attachments(signed: &[u8]) -> Result<Vec<u8>, Refusal> {
    with_attachments(signed, Kind::HandOver, &[])
}
