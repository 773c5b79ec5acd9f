//! How high a row must be for its wrapped texts. Not every spreadsheet program works that out when it opens a file.

/// One line, in points.
pub const LINE: f64 = 15.0;
/// The highest that a row can be, in lines.
const MOST: usize = 26;
/// Air above and under the text, in points.
const AIR: f64 = 4.0;
/// What the edges of a cell take of its width, in characters.
const EDGES: f64 = 1.5;
/// Letters of prose in the width of one digit.
const LETTERS: f64 = 1.1;

/// The height of a row of these texts in columns of these widths, in points.
pub fn of<'a>(texts: impl Iterator<Item = (&'a str, f64)>) -> f64 {
    let most = texts.map(|(text, width)| lines(text, width)).max();
    let most = most.unwrap_or(1).clamp(1, MOST);
    LINE * f64::from(u8::try_from(most).unwrap_or(1)) + AIR
}

/// Lines of a text, broken between words as a cell breaks it.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a few characters"
)]
fn lines(text: &str, width: f64) -> usize {
    let room = ((width - EDGES) * LETTERS).max(1.0) as usize;
    let of_paragraph = |paragraph: &str| {
        let (mut lines, mut used) = (1, 0);
        for word in paragraph.split(' ') {
            let long = word.chars().count();
            if used > 0 && used + 1 + long > room {
                (lines, used) = (lines + 1, 0);
            }
            used += long + usize::from(used > 0);
            lines += (used.max(1) - 1) / room;
            used = (used.max(1) - 1) % room + 1;
        }
        lines
    };
    text.split('\n').map(of_paragraph).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, width: f64, expected: usize) {
        assert_eq!(lines(text, width), expected, "{text}");
    }

    #[test]
    fn lines_are_broken_between_words_and_inside_long_ones() {
        check("", 12.0, 1);
        check("Kebaruan", 12.0, 1);
        check("Dampak nyata bagi masyarakat", 17.0, 2);
        check("Dampak nyata bagi masyarakat", 13.0, 3);
        check("satu\ndua", 12.0, 2);
        check("abcdefghijklmnopqrstuvwxyz", 12.0, 3);
    }

    #[test]
    fn a_row_is_as_high_as_its_longest_text_but_no_higher_than_a_row_can_be() {
        let height = |texts: &[(&str, f64)]| of(texts.iter().copied());
        assert!((height(&[("satu", 12.0), ("satu dua tiga", 6.0)]) - 3.0 * LINE - AIR).abs() < 0.1);
        assert!(height(&[(&"panjang ".repeat(999), 12.0)]) <= 409.0);
    }
}
