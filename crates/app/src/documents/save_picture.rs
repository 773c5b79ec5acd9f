//! A picture that the page drew, written where the person said.

use crate::api::common::Written;
use crate::api::plots::{PictureKind, SavePicture};
use crate::{Error, Session, base64};
use std::path::Path;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Writes a plot as SVG or PNG.
///
/// # Errors
/// `bad-picture` for what is not of that format; that the file cannot be written.
pub fn save_picture(session: &Session, asked: SavePicture) -> Result<Written, Error> {
    let bad = || Error::new("bad-picture", "this is no picture of that format");
    let bytes = match asked.kind {
        PictureKind::Svg => asked.content.into_bytes(),
        PictureKind::Png => base64::decode(&asked.content).ok_or_else(bad)?,
    };
    let begins: &[u8] = match asked.kind {
        PictureKind::Svg => b"<svg ",
        PictureKind::Png => PNG,
    };
    if !bytes.starts_with(begins) {
        return Err(bad());
    }
    session.put(Path::new(&asked.out), &bytes)?;
    Ok(Written {
        files: vec![asked.out],
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::Machine;

    #[test]
    fn a_picture_is_written_and_nothing_else() {
        let machine = Machine::new(81);
        let session = machine.session();
        let out = machine.path("sebaran.svg");
        let save = |kind, content: &str| {
            let asked = SavePicture {
                out: out.clone(),
                kind,
                content: content.into(),
            };
            save_picture(&session, asked).map_err(|error| error.code)
        };
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        assert!(save(PictureKind::Svg, svg).is_ok());
        assert_eq!(std::fs::read_to_string(&out).unwrap(), svg);
        let png = base64::encode(PNG);
        assert!(save(PictureKind::Png, &png).is_ok());
        assert_eq!(std::fs::read(&out).unwrap(), PNG);
        for (kind, content) in [
            (PictureKind::Svg, "#!/bin/sh"),
            (PictureKind::Png, svg),
            (PictureKind::Png, "PHN2ZyA+"),
        ] {
            assert_eq!(save(kind, content), Err("bad-picture".into()), "{content}");
        }
    }
}
