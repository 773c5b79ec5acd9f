//! What a compound file is: an old workbook, an encrypted new one, or an old document.
//!
//! Its directory tells (MS-CFB 2.6.1): entries of 128 bytes, each in a place divisible by 128. They are looked for
//! wherever they may be, so that a damaged table of sectors hides nothing; the parser finds that damage.

use super::Kind;
use crate::open::OpenError;
use std::io::{Read, Seek, SeekFrom};

/// Bytes of a directory entry; the first 64 are its name in UTF-16, ended by a zero.
const ENTRY: usize = 128;
const NAME: usize = 64;
/// Where the type of the entry stands, and the type of a stream.
const TYPE: usize = 66;
const STREAM: u8 = 2;

/// Streams that tell what a file is, in small letters.
const KNOWN: [&str; 5] = [
    "encryptedpackage",
    "workbook",
    "book",
    "worddocument",
    "powerpoint document",
];

/// Finds out what the file is and leaves it at its beginning. Names are compared without regard to case, as the parser
/// does.
pub(super) fn kind(file: &mut (impl Read + Seek)) -> Result<Kind, OpenError> {
    let mut seen = [false; KNOWN.len()];
    let mut chunk = Vec::with_capacity(1 << 16);
    loop {
        chunk.clear();
        file.by_ref().take(1 << 16).read_to_end(&mut chunk)?;
        if chunk.is_empty() {
            break;
        }
        for name in chunk.chunks_exact(ENTRY).filter_map(stream_name) {
            if let Some(known) = KNOWN.iter().position(|known| *known == name) {
                seen[known] = true;
            }
        }
    }
    file.seek(SeekFrom::Start(0))?;
    let [encrypted, workbook, book, text, slides] = seen;
    let what = match () {
        () if encrypted => return Err(OpenError::Encrypted),
        // A workbook may hold a text document, as an object; an old one named `Book` did not yet.
        () if workbook || (book && !text) => return Ok(Kind::Xls),
        () if text => "a text document",
        () if slides => "a presentation",
        () => "an old document of another program",
    };
    Err(OpenError::NotAWorkbook(what.into()))
}

/// The name of the stream whose directory entry this is, in small letters; `None` when it is no such entry.
fn stream_name(entry: &[u8]) -> Option<String> {
    if entry.get(TYPE) != Some(&STREAM) {
        return None;
    }
    let (units, _) = entry.get(..NAME)?.as_chunks::<2>();
    let units = units.iter().map(|unit| u16::from_le_bytes(*unit));
    let name: Result<String, _> = char::decode_utf16(units.take_while(|unit| *unit != 0)).collect();
    name.ok().map(|name| name.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn entry(name: &str, kind: u8) -> [u8; ENTRY] {
        let mut entry = [0; ENTRY];
        for (place, byte) in name.encode_utf16().flat_map(u16::to_le_bytes).enumerate() {
            entry[place] = byte;
        }
        entry[TYPE] = kind;
        entry
    }

    #[track_caller]
    fn check(streams: &[&str], expected: Result<Kind, &str>) {
        let mut file = vec![0; 70_016 - 70_016 % ENTRY];
        file.extend(entry("Root Entry", 5));
        for name in streams {
            file.extend(entry(name, STREAM));
        }
        let found = kind(&mut Cursor::new(file)).map_err(|error| error.name().to_owned());
        assert_eq!(found, expected.map_err(str::to_owned), "{streams:?}");
    }

    #[test]
    fn an_old_workbook_is_known_by_its_stream_in_any_letters() {
        for name in ["Workbook", "WORKBOOK", "Book", "BOOK", "book"] {
            check(&[name], Ok(Kind::Xls));
        }
        check(&["Workbook", "WordDocument"], Ok(Kind::Xls));
    }

    #[test]
    fn an_encrypted_workbook_and_other_documents_are_told_from_an_old_one() {
        check(&["EncryptedPackage"], Err("encrypted-workbook"));
        check(&["WordDocument"], Err("not-a-workbook"));
        check(&["Book", "WordDocument"], Err("not-a-workbook"));
        check(&["PowerPoint Document"], Err("not-a-workbook"));
        check(&["Contents"], Err("not-a-workbook"));
    }

    #[test]
    fn a_text_that_speaks_of_a_workbook_is_none() {
        let mut file: Vec<u8> = "Workbook"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        file.resize(4096, 0);
        assert!(kind(&mut Cursor::new(file)).is_err());
    }
}
