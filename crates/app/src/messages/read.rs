//! What stands in the attachments of a hand-over for the chair to read.

use crate::api::conflict::DeclaredConflict;
use crate::api::message::{DeclaredRow, Message, NoteRow};
use crate::{Error, time};
use exchange::handover::{Declarations, Notes};
use judging::EntryCode;
use judging::declaration::Declaration;
use judging::handover::{AttachmentKind, HandOver};
use store::Contents;

/// What an archived hand-over tells, as far as its texts are here.
///
/// # Errors
/// That the file is damaged.
pub(crate) fn message_of(contents: &Contents, said: &HandOver) -> Result<Message, Error> {
    let mut texts = Vec::new();
    for attachment in &said.attachments {
        if let AttachmentKind::Declarations | AttachmentKind::Notes = attachment.kind {
            let bytes = store::attachments::get(contents, attachment.name)?;
            texts.extend(bytes.map(|bytes| (attachment.kind, bytes)));
        }
    }
    let texts = texts.iter().map(|(kind, bytes)| (*kind, bytes.as_slice()));
    read_message(contents, texts)
}

/// What these attachments tell.
///
/// # Errors
/// That one of them cannot be read.
pub(crate) fn read_message<'a>(
    contents: &Contents,
    attachments: impl IntoIterator<Item = (AttachmentKind, &'a [u8])>,
) -> Result<Message, Error> {
    let mut message = Message::default();
    for (kind, bytes) in attachments {
        match kind {
            AttachmentKind::Declarations => {
                let read = Declarations::read(bytes)?;
                message.stated_at = read.stated_at.map(time::text);
                for declared in &read.declarations {
                    message.declared.push(declared_row(contents, declared)?);
                }
            }
            AttachmentKind::Notes => {
                let read = Notes::read(bytes)?;
                message.why = read.why;
                for note in read.notes {
                    message.notes.push(NoteRow {
                        stage: note.stage.to_string(),
                        entry: note.entry.to_string(),
                        title: title(contents, &note.entry)?,
                        text: note.text,
                    });
                }
            }
            AttachmentKind::Persons | AttachmentKind::Photos => {}
        }
    }
    Ok(message)
}

fn declared_row(contents: &Contents, declared: &Declaration) -> Result<DeclaredRow, Error> {
    Ok(DeclaredRow {
        entry: declared.entry.to_string(),
        title: title(contents, &declared.entry)?,
        conflict: DeclaredConflict {
            kind: declared.kind.into(),
            ground: declared.ground.into(),
            text: declared.text.clone(),
            stage: declared.stage.as_ref().map(ToString::to_string),
        },
    })
}

fn title(contents: &Contents, entry: &EntryCode) -> Result<String, Error> {
    let entry = store::entries::get(contents, entry)?;
    Ok(entry.map_or_else(String::new, |entry| entry.registration.title))
}

impl Message {
    /// Whether nothing is told.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What of it concerns an entry; why something is not final and when it was declared concern none.
    pub(super) fn about(mut self, entry: &str) -> Self {
        self.declared.retain(|row| row.entry == entry);
        self.notes.retain(|row| row.entry == entry);
        (self.why, self.stated_at) = (None, None);
        self
    }
}
