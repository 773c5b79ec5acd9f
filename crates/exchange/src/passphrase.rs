//! Secrets and fingerprints that people can read out: six Indonesian words out of 2048, 11 bits each, 66 bits together.
//!
//! No word of the list becomes another by one letter changed, left out, added or swapped with its neighbour, so that a
//! slip of the pen is noticed and the word that was meant can be named.

use std::fmt;
use std::sync::LazyLock;
use zeroize::Zeroizing;

/// Words in a passphrase.
pub const WORDS: usize = 6;
/// Bits that one word holds: there are 2¹¹ = 2048 words.
pub const BITS: usize = 11;

static LIST: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| include_str!("words.txt").split_whitespace().collect());

/// All words that passphrases and fingerprints are made of, sorted, in lower case.
#[must_use]
pub fn words() -> &'static [&'static str] {
    &LIST
}

/// Six words joined by hyphens, made by the program, never by people.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

/// Why a text is not a passphrase.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PassphraseError {
    /// More or fewer words than six.
    #[error("a passphrase has {WORDS} words, not {0}")]
    Count(usize),
    /// A word that is not in the list.
    #[error("“{word}” is not a word of the list; did you mean “{nearest}”?")]
    Word {
        /// As typed.
        word: String,
        /// The listed word that looks most like it.
        nearest: &'static str,
    },
}

impl Passphrase {
    /// The passphrase that random bytes stand for; the first 66 bits are used.
    #[must_use]
    pub fn from_random(bytes: &[u8; 32]) -> Self {
        Self(Zeroizing::new(words_of(bytes)))
    }

    /// Reads a passphrase as people type it: any case, words separated by anything that is not a letter.
    ///
    /// # Errors
    /// [`PassphraseError`] before any work is done with a wrong one.
    pub fn parse(text: &str) -> Result<Self, PassphraseError> {
        let lower = Zeroizing::new(text.to_lowercase());
        let words: Vec<&str> = lower
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty())
            .collect();
        if words.len() != WORDS {
            return Err(PassphraseError::Count(words.len()));
        }
        if let Some(word) = words.iter().find(|word| LIST.binary_search(word).is_err()) {
            let distance = |listed: &&&str| strsim::damerau_levenshtein(word, listed);
            let nearest = LIST
                .iter()
                .min_by_key(distance)
                .copied()
                .unwrap_or_default();
            return Err(PassphraseError::Word {
                word: (*word).to_owned(),
                nearest,
            });
        }
        Ok(Self(Zeroizing::new(words.join("-"))))
    }

    /// The words, lower case, joined by hyphens: what is shown once, and what the file is sealed to.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// Six words for the first 66 bits, most significant bit first.
pub(crate) fn words_of(bytes: &[u8; 32]) -> String {
    let bit = |n: usize| usize::from(bytes[n / 8] >> (7 - n % 8) & 1);
    let word = |n: usize| (0..BITS).fold(0, |index, k| index << 1 | bit(n * BITS + k));
    let words: Vec<&str> = (0..WORDS)
        .filter_map(|n| LIST.get(word(n)).copied())
        .collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_has_2048_sorted_words_of_4_to_8_letters() {
        assert_eq!(LIST.len(), 1 << BITS);
        assert!(
            LIST.is_sorted_by(|a, b| a < b),
            "sorted and without repetition"
        );
        for word in LIST.iter() {
            assert!(
                (4..=8).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase()),
                "{word}"
            );
        }
    }

    #[test]
    fn no_two_words_are_one_slip_apart() {
        for (n, a) in LIST.iter().enumerate() {
            for b in &LIST[n + 1..] {
                if a.len().abs_diff(b.len()) < 2 {
                    assert!(strsim::damerau_levenshtein(a, b) > 1, "{a} {b}");
                }
            }
        }
    }

    #[test]
    fn a_passphrase_is_66_bits_of_what_was_drawn() {
        let mut bytes = [0; 32];
        let first = Passphrase::from_random(&bytes);
        assert_eq!(first.as_str(), [LIST[0]; 6].join("-"));
        bytes[8] = 0b0100_0000; // bit 65, the last one used
        assert_eq!(
            Passphrase::from_random(&bytes)
                .as_str()
                .split('-')
                .next_back(),
            Some(LIST[1])
        );
        bytes[8] = 0b0011_1111; // bits 66 and on are not used
        assert_eq!(Passphrase::from_random(&bytes), first);
    }

    #[test]
    fn it_is_read_as_people_type_it() {
        let drawn = Passphrase::from_random(&std::array::from_fn(|n| {
            u8::try_from(n * 37 % 256).unwrap()
        }));
        let typed = format!("  {} ", drawn.as_str().to_uppercase().replace('-', " , "));
        assert_eq!(Passphrase::parse(&typed), Ok(drawn));
        assert_eq!(
            Passphrase::parse("satu dua"),
            Err(PassphraseError::Count(2))
        );
    }

    #[test]
    fn a_slip_is_noticed_and_the_word_that_was_meant_is_named() {
        let typed = Passphrase::from_random(&[0x5a; 32]).as_str().replacen(
            |c: char| c.is_alphabetic(),
            "q",
            1,
        );
        let meant = Passphrase::from_random(&[0x5a; 32])
            .as_str()
            .split('-')
            .next()
            .unwrap()
            .to_owned();
        match Passphrase::parse(&typed) {
            Err(PassphraseError::Word { nearest, .. }) => assert_eq!(nearest, meant),
            other => panic!("{other:?}"),
        }
    }
}
