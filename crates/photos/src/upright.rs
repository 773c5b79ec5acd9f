//! A picture turned as its file says it is to be seen.

use crate::picture::Picture;

/// The eight orientations of EXIF: `1` is upright; any number it does not know counts as that.
pub(crate) fn upright(picture: Picture, orientation: u8) -> Picture {
    let (width, height) = (picture.width as usize, picture.height as usize);
    // Where the pixel at column x and row y of the upright picture lies in this one.
    let place: fn(usize, usize, usize, usize) -> (usize, usize) = match orientation {
        2 => |x, y, right, _| (right - x, y),
        3 => |x, y, right, bottom| (right - x, bottom - y),
        4 => |x, y, _, bottom| (x, bottom - y),
        5 => |x, y, _, _| (y, x),
        6 => |x, y, _, bottom| (y, bottom - x),
        7 => |x, y, right, bottom| (right - y, bottom - x),
        8 => |x, y, right, _| (right - y, x),
        _ => return picture,
    };
    let sideways = orientation >= 5;
    let (new_width, new_height) = if sideways {
        (height, width)
    } else {
        (width, height)
    };
    let mut pixels = Vec::with_capacity(picture.pixels.len());
    for y in 0..new_height {
        for x in 0..new_width {
            let (column, row) = place(x, y, width - 1, height - 1);
            pixels.extend_from_slice(&picture.pixels[(row * width + column) * 3..][..3]);
        }
    }
    let (width, height) = if sideways {
        (picture.height, picture.width)
    } else {
        (picture.width, picture.height)
    };
    Picture {
        width,
        height,
        pixels,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The letter F as a camera held so writes it, row by row; upright it is `##.`, `#..`, `##.`, `#..` read as below.
    #[track_caller]
    fn check(orientation: u8, stored: &[&str]) {
        let pixels = stored
            .iter()
            .flat_map(|row| row.bytes())
            .flat_map(|byte| [byte; 3]);
        let picture = Picture {
            width: stored[0].len() as u32,
            height: stored.len() as u32,
            pixels: pixels.collect(),
        };
        let seen = upright(picture, orientation);
        let letters: Vec<u8> = seen.pixels.iter().step_by(3).copied().collect();
        let rows: Vec<&str> = letters
            .chunks(seen.width as usize)
            .map(|row| std::str::from_utf8(row).unwrap())
            .collect();
        assert_eq!(rows, ["###", "#..", "##.", "#.."], "{orientation}");
    }

    #[test]
    fn all_eight_orientations_are_turned_upright() {
        check(1, &["###", "#..", "##.", "#.."]);
        check(2, &["###", "..#", ".##", "..#"]);
        check(3, &["..#", ".##", "..#", "###"]);
        check(4, &["#..", "##.", "#..", "###"]);
        check(5, &["####", "#.#.", "#..."]);
        check(6, &["#...", "#.#.", "####"]);
        check(7, &["...#", ".#.#", "####"]);
        check(8, &["####", ".#.#", "...#"]);
    }

    #[test]
    fn an_unknown_orientation_is_upright() {
        check(0, &["###", "#..", "##.", "#.."]);
        check(9, &["###", "#..", "##.", "#.."]);
    }
}
