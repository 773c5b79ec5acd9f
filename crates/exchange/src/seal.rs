//! Sealing with age, version 1 of its format. A sealed file says nothing of who wrote it: what is inside is signed.

use crate::Refusal;
use crate::envelope::{Kind, sealed_bytes, sealed_content};
use crate::keys::{Identity, Recipient};
use crate::passphrase::Passphrase;
use age::DecryptError;
use age::secrecy::SecretString;
use std::io::Read;
use std::iter::once;
use zeroize::Zeroizing;

/// Work to try one passphrase: 2¹⁵ rounds, 32 MiB, a tenth of a second on a laptop. The passphrase has 66 bits, so that
/// more would only cost the judge's time.
const WORK: u8 = 15;
/// Most work that a file may ask of us: 2¹⁸ rounds, 256 MiB.
const MOST_WORK: u8 = 18;

pub(crate) fn to_recipient(
    kind: Kind,
    inner: &[u8],
    recipient: &Recipient,
) -> Result<Vec<u8>, Refusal> {
    let sealed =
        age::encrypt(recipient.age(), inner).map_err(|e| Refusal::NotSealed(e.to_string()))?;
    sealed_bytes(kind, &sealed)
}

pub(crate) fn to_passphrase(
    kind: Kind,
    inner: &[u8],
    passphrase: &Passphrase,
) -> Result<Vec<u8>, Refusal> {
    let mut recipient = age::scrypt::Recipient::new(secret(passphrase));
    recipient.set_work_factor(WORK);
    let sealed = age::encrypt(&recipient, inner).map_err(|e| Refusal::NotSealed(e.to_string()))?;
    sealed_bytes(kind, &sealed)
}

pub(crate) fn open_by_identity(
    kind: Kind,
    bytes: &[u8],
    identity: &Identity,
) -> Result<Vec<u8>, Refusal> {
    let opened = open(sealed_content(bytes, kind)?, bytes.len(), identity.age())?;
    opened.ok_or(Refusal::SealedToAnother)
}

pub(crate) fn open_by_passphrase(
    kind: Kind,
    bytes: &[u8],
    passphrase: &Passphrase,
) -> Result<Zeroizing<Vec<u8>>, Refusal> {
    let mut identity = age::scrypt::Identity::new(secret(passphrase));
    identity.set_max_work_factor(MOST_WORK);
    let opened = open(sealed_content(bytes, kind)?, bytes.len(), &identity)?;
    opened.map(Zeroizing::new).ok_or(Refusal::WrongPassphrase)
}

fn secret(passphrase: &Passphrase) -> SecretString {
    SecretString::from(passphrase.as_str().to_owned())
}

/// The plaintext; `None` when the key does not fit.
fn open(
    age_file: &[u8],
    length: usize,
    identity: &dyn age::Identity,
) -> Result<Option<Vec<u8>>, Refusal> {
    let damaged = Refusal::Damaged {
        from: 0,
        to: length,
    };
    let refuse = |error: DecryptError| match error {
        DecryptError::ExcessiveWork { .. } => {
            Refusal::malformed("seal", "asks for more work than any file of this program")
        }
        _ => damaged.clone(),
    };
    let opened = age::Decryptor::new_buffered(age_file)
        .map_err(refuse)?
        .decrypt(once(identity));
    let mut reader = match opened {
        Err(
            DecryptError::NoMatchingKeys
            | DecryptError::DecryptionFailed
            | DecryptError::KeyDecryptionFailed,
        ) => {
            return Ok(None);
        }
        other => other.map_err(refuse)?,
    };
    let mut inner = Vec::with_capacity(age_file.len());
    reader
        .read_to_end(&mut inner)
        .map_err(|_| damaged.clone())?;
    Ok(Some(inner))
}
