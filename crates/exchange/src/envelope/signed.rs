use super::frames;
use super::header::{HEADER, Header};
use super::{Form, Kind};
use crate::Refusal;
use crate::keys::Identity;
use ed25519_dalek::{Signature, VerifyingKey};
use judging::{DeviceId, Hash};

/// What the signature says, before the kind and the payload: nothing signed elsewhere can be taken for one of our files.
const DOMAIN: &[u8] = b"timbang/signed/1\0";
const SIGNER: usize = HEADER;
const SIGNATURE: usize = SIGNER + 32;
pub(super) const FRAMES: usize = SIGNATURE + 64;

/// A signed file whose signature holds.
#[derive(Debug, Clone)]
pub struct Signed<'a> {
    /// Name of the file: BLAKE3 of its payload.
    pub hash: Hash,
    /// Whose key signed it.
    pub signer: DeviceId,
    /// CBOR.
    pub payload: &'a [u8],
    /// The other frames, each proven to be what its hash names.
    pub attachments: Vec<(Hash, &'a [u8])>,
}

impl Signed<'_> {
    /// Whether the attachments are exactly those that the payload names, in that order.
    pub(crate) fn expect_attachments(&self, named: &[Hash]) -> Result<(), Refusal> {
        let longest = named.len().max(self.attachments.len());
        for n in 0..longest {
            let expected = named.get(n).copied();
            let found = self.attachments.get(n).map(|(hash, _)| *hash);
            if expected != found {
                return Err(Refusal::OtherAttachment { expected, found });
            }
        }
        Ok(())
    }
}

/// A signed file as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its name: BLAKE3 of its payload.
    pub hash: Hash,
    /// Its bytes.
    pub signed: Vec<u8>,
}

/// A signed file with that payload and those attachments.
pub(crate) fn sign(
    kind: Kind,
    payload: &[u8],
    attachments: &[&[u8]],
    identity: &Identity,
) -> Written {
    let mut bytes = Header::write(Form::Signed, kind);
    bytes.extend(identity.device().0);
    bytes.extend(identity.sign(&message(kind, payload)));
    let all: Vec<&[u8]> = [payload]
        .into_iter()
        .chain(attachments.iter().copied())
        .collect();
    frames::write(&mut bytes, all.into_iter());
    Written {
        hash: hash(payload),
        signed: bytes,
    }
}

/// The signed file with these attachments in place of those it has. Payload, signature and name stay.
pub(crate) fn with_attachments(
    bytes: &[u8],
    kind: Kind,
    attachments: &[&[u8]],
) -> Result<Vec<u8>, Refusal> {
    let frames = frames::read(bytes, Form::Signed, kind)?;
    let (Some(head), Some((_, payload))) = (bytes.get(..FRAMES), frames.first()) else {
        return Err(Refusal::CutShort { at: bytes.len() });
    };
    let mut written = head.to_vec();
    let all: Vec<&[u8]> = [*payload]
        .into_iter()
        .chain(attachments.iter().copied())
        .collect();
    frames::write(&mut written, all.into_iter());
    super::check_length(&written)?;
    Ok(written)
}

fn hash(bytes: &[u8]) -> Hash {
    Hash(*blake3::hash(bytes).as_bytes())
}

/// Takes a signed file of that kind apart, having proven that it is whole and that its signature holds.
///
/// # Errors
/// [`Refusal`] for everything that is wrong with its outer form.
pub fn verify(bytes: &[u8], kind: Kind) -> Result<Signed<'_>, Refusal> {
    let frames = frames::read(bytes, Form::Signed, kind)?;
    let cut = || Refusal::CutShort { at: bytes.len() };
    let signer: [u8; 32] = bytes
        .get(SIGNER..SIGNATURE)
        .and_then(|key| key.try_into().ok())
        .ok_or_else(cut)?;
    let signature: [u8; 64] = bytes
        .get(SIGNATURE..FRAMES)
        .and_then(|signature| signature.try_into().ok())
        .ok_or_else(cut)?;
    let Some(((_, payload), attachments)) = frames.split_first() else {
        return Err(Refusal::Damaged {
            from: FRAMES,
            to: FRAMES + 4,
        });
    };
    VerifyingKey::from_bytes(&signer)
        .and_then(|key| {
            key.verify_strict(&message(kind, payload), &Signature::from_bytes(&signature))
        })
        .map_err(|_| Refusal::BrokenSignature)?;
    Ok(Signed {
        hash: hash(payload),
        signer: DeviceId(signer),
        payload,
        attachments: attachments.to_vec(),
    })
}

fn message(kind: Kind, payload: &[u8]) -> Vec<u8> {
    [DOMAIN, &[kind.byte()], payload].concat()
}
