//! Text from strangers.

/// Whether a character is not seen, or changes how others are seen: control characters other than line break and tab, marks
/// that turn the direction of writing, and characters without width.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
        || (c.is_control() && !matches!(c, '\n' | '\t'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn direction_marks_and_zero_width_are_unseen_and_letters_of_any_script_are_not() {
        for c in [
            '\u{0}', '\r', '\u{7f}', '\u{85}', '\u{200b}', '\u{202e}', '\u{2066}', '\u{feff}',
        ] {
            assert!(is_unseen(c), "{c:?}");
        }
        for c in ['\n', '\t', ' ', 'é', 'ꦗ', '—', '😀'] {
            assert!(!is_unseen(c), "{c:?}");
        }
    }
}
