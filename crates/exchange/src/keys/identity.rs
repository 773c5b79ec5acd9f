use bech32::{Bech32, Hrp};
use ed25519_dalek::{Signer, SigningKey};
use judging::DeviceId;
use std::fmt;
use std::str::FromStr;
use zeroize::Zeroizing;

/// Bytes of a secret: 32 of the signing key, then 32 of the key that files are sealed to.
pub(super) const SECRET: usize = 64;

/// The secret keys of one person on one device: Ed25519 to sign with, age X25519 to open what is sealed.
#[derive(Clone)]
pub struct Identity {
    signing: SigningKey,
    opening: age::x25519::Identity,
    secret: Zeroizing<[u8; SECRET]>,
}

impl Identity {
    /// The identity made from 64 bytes: random ones for a new identity, those of [`Identity::secret`] for a known one.
    ///
    /// # Errors
    /// [`IdentityError`] when the bytes are not keys; any 64 bytes are.
    pub fn from_secret(secret: &[u8; SECRET]) -> Result<Self, IdentityError> {
        Self::try_from_secret(secret).ok_or(IdentityError)
    }

    fn try_from_secret(secret: &[u8; SECRET]) -> Option<Self> {
        let (signing, opening) = secret.split_at(32);
        let hrp = Hrp::parse("age-secret-key-").ok()?;
        let opening = Zeroizing::new(bech32::encode_upper::<Bech32>(hrp, opening).ok()?);
        Some(Self {
            signing: SigningKey::from_bytes(signing.try_into().ok()?),
            opening: opening.parse().ok()?,
            secret: Zeroizing::new(*secret),
        })
    }

    /// The 64 bytes to keep in the keychain. Whoever has them is this person.
    #[must_use]
    pub fn secret(&self) -> Zeroizing<[u8; SECRET]> {
        self.secret.clone()
    }

    /// Its public name: the Ed25519 public key.
    #[must_use]
    pub fn device(&self) -> DeviceId {
        DeviceId(self.signing.verifying_key().to_bytes())
    }

    /// The public key that files for this person are sealed to.
    #[must_use]
    pub fn recipient(&self) -> Recipient {
        Recipient(self.opening.to_public())
    }

    pub(crate) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.signing.sign(message).to_bytes()
    }

    pub(crate) fn age(&self) -> &age::x25519::Identity {
        &self.opening
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Identity({:?})", self.device())
    }
}

/// Bytes that are not the keys of an identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("these are not the two keys of a person")]
pub struct IdentityError;

/// Not a public key to seal to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a public key of the form age1…")]
pub struct RecipientError(pub String);

/// A public key that files can be sealed to, written `age1…`.
#[derive(Clone)]
pub struct Recipient(age::x25519::Recipient);

impl Recipient {
    pub(crate) fn age(&self) -> &age::x25519::Recipient {
        &self.0
    }
}

impl FromStr for Recipient {
    type Err = RecipientError;
    fn from_str(text: &str) -> Result<Self, RecipientError> {
        text.parse()
            .map(Self)
            .map_err(|_| RecipientError(text.to_owned()))
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl PartialEq for Recipient {
    fn eq(&self, other: &Self) -> bool {
        self.to_string() == other.to_string()
    }
}

impl Eq for Recipient {}
