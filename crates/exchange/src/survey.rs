//! A look over CBOR before it is taken apart: a small file must not become a large one in memory, and what has no place in
//! a payload is named with its byte.

use crate::Refusal;

/// Items a payload may have: enough for ten thousand sheets of a hundred marks with remarks, and for the archived result
/// of ten thousand entries with the sheets of seven judges in two stages.
pub(crate) const MOST_ITEMS: u32 = 1 << 22;
/// Lists and maps within each other.
const DEEPEST: usize = 16;

/// Whether a payload is one item of text, byte strings, whole numbers, booleans, nulls, lists and maps, all of definite length.
pub(crate) fn survey(payload: &[u8]) -> Result<(), Refusal> {
    let mut at = 0;
    let mut items = 0;
    let mut open: Vec<u64> = vec![1];
    while let Some(left) = open.last_mut() {
        let Some(rest) = left.checked_sub(1) else {
            open.pop();
            continue;
        };
        *left = rest;
        items += 1;
        if items > MOST_ITEMS {
            return Err(refused(at, "has more items than are taken"));
        }
        let head = Head::read(payload, at)
            .ok_or_else(|| refused(at, "has no place in a payload, or ends too early"))?;
        at = head.next;
        match head.opens {
            Some(count) if open.len() < DEEPEST => open.push(count),
            Some(_) => return Err(refused(at, "is nested too deep")),
            None => {}
        }
    }
    if at < payload.len() {
        return Err(refused(at, "follows after the end"));
    }
    Ok(())
}

fn refused(at: usize, message: &str) -> Refusal {
    Refusal::malformed(format!("payload byte {at}"), message)
}

/// One item, without what it contains.
struct Head {
    /// The byte after it.
    next: usize,
    /// How many items a list or map contains.
    opens: Option<u64>,
}

impl Head {
    fn read(payload: &[u8], at: usize) -> Option<Self> {
        let first = *payload.get(at)?;
        let (major, short) = (first >> 5, first & 31);
        let width = match short {
            0..24 => 0,
            24..28 => 1 << (short - 24),
            _ => return None, // of indefinite length
        };
        let long = payload.get(at + 1..at + 1 + width)?;
        let number = long
            .iter()
            .fold(0, |number, byte| number << 8 | u64::from(*byte));
        let number = if width == 0 { u64::from(short) } else { number };
        let next = at + 1 + width;
        let room = u64::try_from(payload.len() - next).ok()?;
        let (next, opens) = match major {
            0 | 1 => (next, None),
            2 | 3 if number <= room => (next + usize::try_from(number).ok()?, None),
            4 if number <= room => (next, Some(number)),
            5 if number <= room / 2 => (next, Some(2 * number)),
            7 if matches!(first, 0xf4..=0xf6) => (next, None), // false, true, null
            _ => return None,
        };
        Some(Self { next, opens })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{encode, list, map, text};
    use ciborium::Value;

    #[track_caller]
    fn check(payload: &[u8], expected: &str) {
        assert_eq!(survey(payload).unwrap_err().to_string(), expected);
    }

    #[test]
    fn what_this_program_writes_passes() {
        let value = map([
            ("a", list([1, 100, 70_000, -5_000_000_000_i64], Value::from)),
            ("b", Value::Bytes(vec![7; 300])),
            (
                "c",
                list(
                    [Value::Null, Value::Bool(true), text("teks"), map([])],
                    |value| value,
                ),
            ),
        ]);
        assert_eq!(survey(&encode(&value)), Ok(()));
    }

    #[test]
    fn what_has_no_place_is_named_with_its_byte() {
        let no_place = "payload byte 1: has no place in a payload, or ends too early";
        for item in [
            &b"\x82\xfb\x3f\xf0\0\0\0\0\0\0\x01"[..], // a float
            b"\x82\xc1\x01\x01",                      // a tag
            b"\x82\x9f\xff\x01",                      // a list of indefinite length
            b"\x82\x62a",                             // a text that is cut short
            b"\x82\x5b\xff\xff\xff\xff\xff\xff\xff\xff\x01",
            b"\x82\xf7\x01", // undefined
        ] {
            check(item, no_place);
        }
        check(b"\x80\x01", "payload byte 1: follows after the end");
        check(
            b"",
            "payload byte 0: has no place in a payload, or ends too early",
        );
    }

    #[test]
    fn what_would_grow_in_memory_is_refused() {
        let count = usize::try_from(MOST_ITEMS).unwrap();
        let mut many = vec![0x9a];
        many.extend((MOST_ITEMS + 1).to_be_bytes());
        many.extend(vec![0x80; count + 1]);
        check(
            &many,
            &format!("payload byte {}: has more items than are taken", count + 4),
        );
        check(&[0x81; 1000], "payload byte 16: is nested too deep");
        let promise = b"\x9b\x00\x00\x00\x7f\xff\xff\xff\xff";
        check(
            promise,
            "payload byte 0: has no place in a payload, or ends too early",
        );
    }
}
