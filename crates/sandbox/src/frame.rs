//! Frames: a length of four bytes, the lowest first, and so many bytes.

use std::io::{self, Read, Write};

/// Bytes of a frame at most. A longer answer is sent in several.
pub const LONGEST_FRAME: usize = 2 << 20;

pub(crate) fn write(to: &mut impl Write, frame: &[u8]) -> io::Result<()> {
    if frame.len() > LONGEST_FRAME {
        return Err(too_long());
    }
    let length = u32::try_from(frame.len()).map_err(|_| too_long())?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(frame)
}

/// Reads one frame; `None` at the end.
pub(crate) fn read(from: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 4];
    match from.read_exact(&mut length) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        read => read?,
    }
    let length = u32::from_le_bytes(length) as usize;
    if length > LONGEST_FRAME {
        return Err(too_long());
    }
    let mut frame = Vec::with_capacity(length);
    from.take(length as u64).read_to_end(&mut frame)?;
    match frame.len() == length {
        true => Ok(Some(frame)),
        false => Err(io::ErrorKind::UnexpectedEof.into()),
    }
}

fn too_long() -> io::Error {
    io::Error::other("a frame is too long")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_read_back_one_after_another() {
        let frames = [&b"satu"[..], b"", &[7; 100_000]];
        let mut bytes = Vec::new();
        for frame in frames {
            write(&mut bytes, frame).unwrap();
        }
        let mut rest = bytes.as_slice();
        for frame in frames {
            assert_eq!(read(&mut rest).unwrap().as_deref(), Some(frame));
        }
        assert_eq!(read(&mut rest).unwrap(), None);
    }

    #[test]
    fn a_frame_that_is_cut_or_too_long_is_refused() {
        let mut bytes = Vec::new();
        write(&mut bytes, b"satu").unwrap();
        assert!(read(&mut &bytes[..bytes.len() - 1]).is_err());
        assert!(read(&mut &[0xFF; 64][..]).is_err());
        assert!(write(&mut bytes, &vec![0; LONGEST_FRAME + 1]).is_err());
    }
}
