//! Whether a JPEG holds a picture and nothing else.

/// Width and height of a JPEG that has no segments but those a picture needs; None of any other bytes.
pub(crate) fn size(bytes: &[u8]) -> Option<(u16, u16)> {
    let mut rest = bytes.strip_prefix(&[0xFF, 0xD8])?;
    let mut size = None;
    loop {
        let ([0xFF, marker, high, low], _) = rest.split_first_chunk()? else {
            return None;
        };
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        let (segment, after) = rest.get(2..)?.split_at_checked(length)?;
        match (marker, segment.get(2..)?) {
            (0xE0, content) if content.starts_with(b"JFIF\0") && content.len() == 14 => {}
            (0xC0, [_, y, y2, x, x2, ..]) if size.is_none() => {
                size = Some((u16::from_be_bytes([*x, *x2]), u16::from_be_bytes([*y, *y2])));
            }
            // Tables.
            (0xC4 | 0xDB, _) => {}
            // The picture itself, to the end.
            (0xDA, _) => return size.filter(|_| after.ends_with(&[0xFF, 0xD9])),
            _ => return None,
        }
        rest = after;
    }
}
