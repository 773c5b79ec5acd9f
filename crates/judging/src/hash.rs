//! Names of things: by their content, or drawn at random. The hash is BLAKE3; it is computed where bytes are at home
//! (`exchange`, `store`), here it is only carried and compared.

use std::fmt;

/// Why a text is no such name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{text}” is not {digits} hexadecimal digits")]
pub struct HashError {
    /// The text.
    pub text: String,
    /// How many digits the name has.
    pub digits: usize,
}

/// A name of so many bytes, written as hexadecimal digits.
macro_rules! named_by_bytes {
    ($(#[$doc:meta])* $name:ident of $bytes:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; $bytes]);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0[..4].iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl std::str::FromStr for $name {
            type Err = HashError;
            fn from_str(text: &str) -> Result<Self, HashError> {
                let wrong = || HashError {
                    text: text.to_owned(),
                    digits: 2 * $bytes,
                };
                if text.len() != 2 * $bytes || !text.is_ascii() {
                    return Err(wrong());
                }
                let mut bytes = [0; $bytes];
                for (i, byte) in bytes.iter_mut().enumerate() {
                    *byte = u8::from_str_radix(&text[2 * i..2 * i + 2], 16).map_err(|_| wrong())?;
                }
                Ok(Self(bytes))
            }
        }
    };
}

named_by_bytes!(
    /// BLAKE3 of some bytes: of a rules file, a hand-over, a photo.
    Hash of 32
);
named_by_bytes!(
    /// One edition of one event, drawn at random when the competition is created.
    CompetitionId of 32
);
named_by_bytes!(
    /// One device of one person: its Ed25519 public key.
    DeviceId of 32
);
named_by_bytes!(
    /// One visit of a verifier to an entry, drawn at random when it is begun; a later hand-over corrects it under this id.
    VisitId of 16
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_reads_back_from_its_text() {
        let hash = Hash(std::array::from_fn(|i| u8::try_from(i * 7 % 256).unwrap()));
        assert_eq!(hash.to_string().parse(), Ok(hash));
        assert!("zz".repeat(32).parse::<Hash>().is_err());
        assert!("ab".parse::<Hash>().is_err());
        let refused = "ab".parse::<VisitId>().unwrap_err().to_string();
        assert_eq!(refused, "“ab” is not 32 hexadecimal digits");
    }
}
