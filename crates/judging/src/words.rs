//! Closed sets of words: each is declared once, by [`words!`](crate::words!), with the code by which files, the command
//! line and the page name its members.

use std::fmt::Debug;
use std::hash::Hash;

/// A closed set of words.
pub trait ClosedSet: Copy + Ord + Hash + Debug + 'static {
    /// Name of the set: `Status`.
    const NAME: &'static str;
    /// What the set is about, as its documentation says.
    const ABOUT: &'static str;
    /// The members, in the order in which they are declared.
    const ALL: &'static [Self];

    /// The code of a member: lower case, words parted by `-` or `_`, names within names by `.`.
    fn code(self) -> &'static str;

    /// The codes of all members, in the order in which they are declared.
    fn codes() -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().map(|member| member.code())
    }

    /// The member of that code.
    ///
    /// # Errors
    /// [`UnknownCode`] naming the codes there are.
    fn from_code(code: &str) -> Result<Self, UnknownCode> {
        let found = Self::ALL.iter().find(|member| member.code() == code);
        found.copied().ok_or_else(|| UnknownCode {
            found: code.to_owned(),
            known: Self::codes().collect(),
        })
    }
}

/// A text that is no code of a closed set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{found}” is none of {}", known.join(", "))]
pub struct UnknownCode {
    /// The text.
    pub found: String,
    /// The codes of the set.
    pub known: Vec<&'static str>,
}

/// Declares a closed set: the enum, the code of each member, reading and writing it, and its [`ClosedSet`].
///
/// `pub enum TieBreakKind of TieBreak` declares besides the method `TieBreak::kind`: which member of the set a value that
/// carries data is. The variants of both have the same names.
#[macro_export]
macro_rules! words {
    (
        $(#[doc = $about:literal])+ $(#[derive($($derive:ident),+)])?
        pub enum $name:ident of $whole:ident {
            $($(#[$member_attribute:meta])* $member:ident = $code:literal,)+
        }
    ) => {
        $crate::words! {
            $(#[doc = $about])+ $(#[derive($($derive),+)])?
            pub enum $name { $($(#[$member_attribute])* $member = $code,)+ }
        }

        impl $whole {
            #[doc = concat!("Its [`", stringify!($name), "`].")]
            #[must_use]
            pub const fn kind(&self) -> $name {
                match self { $(Self::$member { .. } => $name::$member,)+ }
            }
        }
    };
    (
        $(#[doc = $about:literal])+ $(#[derive($($derive:ident),+)])?
        pub enum $name:ident {
            $($(#[$member_attribute:meta])* $member:ident = $code:literal,)+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash $(, $($derive),+)?)]
        pub enum $name { $($(#[$member_attribute])* $member,)+ }

        impl $name {
            /// The members, in the order in which they are declared.
            pub const ALL: &'static [Self] = &[$(Self::$member,)+];

            /// The code by which files, the command line and the page name it.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$member => $code,)+ }
            }
        }

        impl $crate::words::ClosedSet for $name {
            const NAME: &'static str = stringify!($name);
            const ABOUT: &'static str = concat!($($about, "\n"),+);
            const ALL: &'static [Self] = Self::ALL;
            fn code(self) -> &'static str {
                self.code()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.code())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::words::UnknownCode;
            fn from_str(code: &str) -> Result<Self, Self::Err> {
                $crate::words::ClosedSet::from_code(code)
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    words! {
        /// How a day is.
        #[derive(Default)]
        pub enum Weather of Day {
            /// No cloud.
            #[default]
            Fair = "fair",
            /// Water falls.
            Rain = "light-rain",
        }
    }

    enum Day {
        Fair,
        Rain { millimetres: u32 },
    }

    #[test]
    fn every_member_reads_back_from_its_code() {
        for &weather in Weather::ALL {
            assert_eq!(weather.code().parse(), Ok(weather));
        }
        assert_eq!(Weather::default().to_string(), "fair");
    }

    #[test]
    fn what_is_no_code_is_refused_with_the_codes_there_are() {
        let refused = "Rain".parse::<Weather>().unwrap_err();
        assert_eq!(refused.to_string(), "“Rain” is none of fair, light-rain");
    }

    #[test]
    fn a_value_that_carries_data_knows_its_word() {
        assert_eq!(Day::Fair.kind(), Weather::Fair);
        let Day::Rain { millimetres } = (Day::Rain { millimetres: 3 }) else {
            panic!()
        };
        assert_eq!(Day::Rain { millimetres }.kind(), Weather::Rain);
    }

    #[test]
    fn a_set_tells_its_name_and_what_it_is_about() {
        assert_eq!(
            (Weather::NAME, Weather::ABOUT),
            ("Weather", " How a day is.\n")
        );
    }
}
