//! The first bytes: magic, format, form and kind.

use super::{FORMAT, Form, Kind, MAGIC};
use crate::Refusal;

/// How many they are.
pub(super) const HEADER: usize = 12;

/// What a file says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) form: Form,
    pub(super) kind: Kind,
}

impl Header {
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        let known = bytes.len().min(MAGIC.len());
        if bytes[..known] != MAGIC[..known] || bytes.is_empty() {
            return Err(Refusal::NotOurs);
        }
        let at = bytes.len();
        let header = bytes.get(..HEADER).ok_or(Refusal::CutShort { at })?;
        let found = u16::from_be_bytes([header[8], header[9]]);
        if found > FORMAT {
            return Err(Refusal::Newer {
                found,
                ours: FORMAT,
            });
        }
        let damaged = Refusal::Damaged {
            from: 8,
            to: HEADER,
        };
        let form = match header[10] {
            1 => Form::Signed,
            2 => Form::Sealed,
            _ => return Err(damaged),
        };
        match (found, Kind::from_byte(header[11])) {
            (FORMAT, Some(kind)) => Ok(Self { form, kind }),
            _ => Err(damaged),
        }
    }

    /// Whether the file is what was asked for.
    pub(super) fn expect(self, form: Form, kind: Kind) -> Result<(), Refusal> {
        let Self { kind: found, .. } = self;
        if found != kind {
            return Err(Refusal::OtherKind {
                expected: kind,
                found,
            });
        }
        match (form, self.form) {
            (Form::Signed, Form::Sealed) => Err(Refusal::malformed("form", "is still sealed")),
            (Form::Sealed, Form::Signed) => {
                Err(Refusal::malformed("form", "is signed, but not sealed"))
            }
            _ => Ok(()),
        }
    }

    pub(super) fn write(form: Form, kind: Kind) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(FORMAT.to_be_bytes());
        bytes.push(match form {
            Form::Signed => 1,
            Form::Sealed => 2,
        });
        bytes.push(kind.byte());
        bytes
    }
}
