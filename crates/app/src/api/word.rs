//! Words of closed sets as they cross to the page: their code in JSON, a union of all codes in TypeScript.

use judging::{ClosedSet, UnknownCode};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use ts_rs::{Config, TS};

/// A word of the set `T`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word<T>(pub T);

impl<T: ClosedSet> From<T> for Word<T> {
    fn from(word: T) -> Self {
        Self(word)
    }
}

impl<T: ClosedSet> fmt::Display for Word<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0.code())
    }
}

impl<T: ClosedSet> FromStr for Word<T> {
    type Err = UnknownCode;
    fn from_str(code: &str) -> Result<Self, UnknownCode> {
        T::from_code(code).map(Self)
    }
}

impl<T: ClosedSet> Serialize for Word<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.code())
    }
}

impl<'de, T: ClosedSet> Deserialize<'de> for Word<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        code.parse().map_err(D::Error::custom)
    }
}

impl<T: ClosedSet> TS for Word<T> {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;

    fn docs() -> Option<String> {
        let lines = T::ABOUT.lines().map(|line| format!(" *{line}\n"));
        Some(format!("/**\n{} */\n", lines.collect::<String>()))
    }

    fn ident(_: &Config) -> String {
        T::NAME.to_owned()
    }

    fn name(config: &Config) -> String {
        Self::ident(config)
    }

    fn inline(_: &Config) -> String {
        let codes = T::codes().map(|code| format!("\"{code}\""));
        codes.collect::<Vec<_>>().join(" | ")
    }

    fn decl(config: &Config) -> String {
        format!("type {} = {};", T::NAME, Self::inline(config))
    }

    fn decl_concrete(config: &Config) -> String {
        Self::decl(config)
    }

    fn output_path() -> Option<PathBuf> {
        Some(format!("{}.ts", T::NAME).into())
    }
}

/// Lets closed sets of this crate cross by themselves, as [`Word`] lets those of others.
macro_rules! crossing {
    ($($set:ty),+ $(,)?) => {$(
        impl serde::Serialize for $set {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::api::word::Word(*self).serialize(serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $set {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <$crate::api::word::Word<Self> as serde::Deserialize>::deserialize(deserializer).map(|word| word.0)
            }
        }

        impl ts_rs::TS for $set {
            type WithoutGenerics = Self;
            type OptionInnerType = Self;

            fn docs() -> Option<String> {
                <$crate::api::word::Word<Self> as ts_rs::TS>::docs()
            }

            fn ident(config: &ts_rs::Config) -> String {
                <$crate::api::word::Word<Self> as ts_rs::TS>::ident(config)
            }

            fn name(config: &ts_rs::Config) -> String {
                <$crate::api::word::Word<Self> as ts_rs::TS>::name(config)
            }

            fn inline(config: &ts_rs::Config) -> String {
                <$crate::api::word::Word<Self> as ts_rs::TS>::inline(config)
            }

            fn decl(config: &ts_rs::Config) -> String {
                <$crate::api::word::Word<Self> as ts_rs::TS>::decl(config)
            }

            fn decl_concrete(config: &ts_rs::Config) -> String {
                <$crate::api::word::Word<Self> as ts_rs::TS>::decl(config)
            }

            fn output_path() -> Option<std::path::PathBuf> {
                <$crate::api::word::Word<Self> as ts_rs::TS>::output_path()
            }
        }
    )+};
}
pub(crate) use crossing;

#[cfg(test)]
mod tests {
    use super::*;
    use judging::rules::RoundingMode;

    #[test]
    fn a_word_crosses_as_its_code_and_back() {
        let json = serde_json::to_string(&Word(RoundingMode::HalfUp)).unwrap();
        assert_eq!(json, "\"half-up\"");
        let read: Word<RoundingMode> = serde_json::from_str(&json).unwrap();
        assert_eq!(read.0, RoundingMode::HalfUp);
        let refused = serde_json::from_str::<Word<RoundingMode>>("\"up\"").unwrap_err();
        assert!(
            refused
                .to_string()
                .contains("“up” is none of half-up, half-even, down")
        );
    }

    #[test]
    fn the_page_gets_a_union_of_the_codes() {
        let declared = Word::<RoundingMode>::decl(&Config::new());
        assert_eq!(
            declared,
            r#"type RoundingMode = "half-up" | "half-even" | "down";"#
        );
    }
}
