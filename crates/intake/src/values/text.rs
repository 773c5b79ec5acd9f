//! Texts as they are kept: NFC, trimmed, without what cannot be seen.

use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Characters that a spreadsheet cell holds at most.
const LONGEST: usize = 32_767;

/// A text made fit to keep.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Clean<'a> {
    pub text: Cow<'a, str>,
    /// Control, bidi-override or zero-width characters were removed.
    pub hidden: bool,
    /// It was longer than a cell can be.
    pub cut: bool,
}

/// Whether line ends are kept or become spaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lines {
    Keep,
    Join,
}

/// Runs of spaces become one, blank lines at most one; other spaces become plain ones.
pub(crate) fn clean(text: &str, lines: Lines) -> Clean<'_> {
    if is_clean(text) {
        return Clean {
            text: Cow::Borrowed(text),
            hidden: false,
            cut: false,
        };
    }
    let mut hidden = false;
    let mut kept = String::with_capacity(text.len());
    let (mut gap, mut breaks) = (false, 0);
    let mut previous = ' ';
    for c in text.chars() {
        let line_end = matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}');
        if line_end && lines == Lines::Keep {
            // Of CR LF the LF is the second half.
            breaks += usize::from(!(c == '\n' && previous == '\r'));
        } else if line_end || c.is_whitespace() {
            gap = true;
        } else if is_hidden(c) {
            hidden = true;
        } else {
            if !kept.is_empty() {
                match breaks {
                    0 if gap => kept.push(' '),
                    0 => {}
                    1 => kept.push('\n'),
                    _ => kept.push_str("\n\n"),
                }
            }
            (gap, breaks) = (false, 0);
            kept.push(c);
        }
        previous = c;
    }
    if !is_nfc(&kept) {
        kept = kept.nfc().collect();
    }
    let end = kept.char_indices().nth(LONGEST).map(|(end, _)| end);
    kept.truncate(end.unwrap_or(kept.len()));
    Clean {
        text: Cow::Owned(kept),
        hidden,
        cut: end.is_some(),
    }
}

/// Plain ASCII with single spaces inside: most texts.
fn is_clean(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (Some((first, rest)), Some(last)) = (bytes.split_first(), bytes.last()) else {
        return false;
    };
    if *first == b' ' || *last == b' ' || bytes.len() > LONGEST {
        return false;
    }
    // To the end, whatever is found: so several bytes are looked at in one step.
    let plain = bytes
        .iter()
        .fold(true, |plain, byte| plain & (0x20..0x7F).contains(byte));
    let doubled = |doubled, (one, next): (&u8, &u8)| doubled | ((*one == b' ') & (*next == b' '));
    plain && !bytes.iter().zip(rest).fold(false, doubled)
}

/// Characters that change what is seen without being seen.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{00AD}'
                | '\u{061C}'
                | '\u{180E}'
                | '\u{200B}'..='\u{200F}'
                | '\u{202A}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{FEFF}'
                | '\u{FFF9}'..='\u{FFFB}'
                | '\u{E0000}'..='\u{E007F}'
        )
}

/// Whether a text only says that nothing stands there: a dash or dots, or what cannot be seen.
pub(crate) fn is_nothing(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace() || is_hidden(c) || matches!(c, '-' | '–' | '—' | '.' | '…' | '_')
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, kept: &str, hidden: bool) {
        let clean = clean(text, Lines::Keep);
        assert_eq!(
            (&*clean.text, clean.hidden, clean.cut),
            (kept, hidden, false)
        );
    }

    #[test]
    fn spaces_are_single_and_lines_are_kept() {
        check("  a \u{A0} b\tc ", "a b c", false);
        check("a \r\n b\n\n\n\nc\n", "a\nb\n\nc", false);
        assert_eq!(clean("a\r\nb", Lines::Join).text, "a b");
        check("", "", false);
    }

    #[test]
    fn what_cannot_be_seen_is_removed_and_said() {
        check("a\u{202E}b\u{200B}c\u{7}", "abc", true);
        check("\u{FEFF}", "", true);
    }

    #[test]
    fn letters_are_composed() {
        check("Cafe\u{301}", "Caf\u{E9}", false);
    }

    #[test]
    fn a_text_longer_than_a_cell_is_cut() {
        let long = "é".repeat(40_000);
        let cut = clean(&long, Lines::Keep);
        assert_eq!((cut.text.chars().count(), cut.cut), (LONGEST, true));
        assert!(!clean(&"é".repeat(LONGEST), Lines::Keep).cut);
    }

    proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(text in "\\PC{0,20}|[ \\n\\r\\ta\u{301}\u{200B}é]{0,20}") {
            let once = clean(&text, Lines::Keep).text.into_owned();
            let twice = clean(&once, Lines::Keep);
            prop_assert_eq!(&*twice.text, &once);
            prop_assert!(!twice.hidden);
        }
    }
}
