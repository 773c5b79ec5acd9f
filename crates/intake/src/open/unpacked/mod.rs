//! A zipped workbook as its reader sees it: the same parts, stored instead of packed.
//!
//! The reader knows nothing of other cores. It is given a virtual archive: its headers are made here ([`layout`]), and the
//! bytes of a part come ([`stream`]) from the thread that unpacks them ([`unpack`]) under the size guard.

mod layout;
mod stream;
mod unpack;

use super::kind::{Kind, damaged};
use super::{Limits, OpenError};
use layout::{At, Layout};
use std::cell::RefCell;
use std::io::{self, Read, Seek, SeekFrom};
use std::rc::Rc;
use std::sync::mpsc::channel;
use std::thread::scope;
use stream::Stream;
use zip::ZipArchive;

/// Has the workbook read by `read`, unpacked on a second core. What the size guard refuses is refused, whatever came of
/// the reading.
pub(super) fn unpacked(
    kind: Kind,
    file: impl Read + Seek + Send,
    limits: &Limits,
    read: impl FnOnce(Unpacked) -> Result<(), OpenError>,
) -> Result<(), OpenError> {
    let archive = ZipArchive::new(file).map_err(|error| damaged(&error))?;
    let layout = Layout::of(&archive, limits)?;
    scope(|scope| {
        let (ask, wanted) = channel();
        let unpacking = scope.spawn(move || unpack::unpack(kind, archive, &wanted));
        let result = read(Unpacked {
            layout: Rc::new(layout),
            stream: Rc::new(RefCell::new(Stream::new(ask))),
            at: 0,
        });
        let lost = |_| Err(OpenError::Damaged("its parts cannot be unpacked".into()));
        unpacking.join().unwrap_or_else(lost).and(result)
    })
}

/// The virtual archive, read from a place of its own; clones share what is unpacked.
#[derive(Clone)]
pub(super) struct Unpacked {
    layout: Rc<Layout>,
    stream: Rc<RefCell<Stream>>,
    at: u64,
}

impl Unpacked {
    /// Whether the part that was read last speaks of merged cells: asking the reader for them costs a second parse.
    pub fn merged(&self) -> Result<bool, OpenError> {
        Ok(self.stream.borrow_mut().merged()?)
    }
}

impl Read for Unpacked {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = match self.layout.at(self.at) {
            At::Made(mut bytes) => bytes.read(buffer)?,
            At::Part {
                part,
                offset,
                length,
            } => {
                let most = usize::try_from(length - offset).unwrap_or(usize::MAX);
                let most = most.min(buffer.len());
                let mut stream = self.stream.borrow_mut();
                stream.read(part, offset, &mut buffer[..most])?
            }
        };
        self.at += read as u64;
        Ok(read)
    }
}

impl Seek for Unpacked {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let (from, by) = match to {
            SeekFrom::Start(at) => (at, 0),
            SeekFrom::End(by) => (self.layout.length(), by),
            SeekFrom::Current(by) => (self.at, by),
        };
        let at = from.checked_add_signed(by);
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write};
    use zip::write::SimpleFileOptions;

    fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            let options = SimpleFileOptions::default();
            archive.start_file(*name, options).unwrap();
            archive.write_all(content).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    #[track_caller]
    fn check(bytes: &[u8], limits: &Limits, read: impl FnOnce(Unpacked)) -> Result<(), OpenError> {
        unpacked(Kind::Xlsx, Cursor::new(bytes), limits, |unpacked| {
            read(unpacked);
            Ok(())
        })
    }

    fn content(archive: &mut ZipArchive<Unpacked>, name: &str) -> io::Result<Vec<u8>> {
        let mut content = Vec::new();
        let mut part = archive.by_name(name).unwrap();
        part.read_to_end(&mut content).map(|_| content)
    }

    #[test]
    fn the_parts_read_as_they_were_packed_in_any_order_and_again() {
        let long: Vec<u8> = (0..300_000_u32).flat_map(u32::to_le_bytes).collect();
        let parts: [(&str, &[u8]); 4] = [
            ("a.xml", b"<a/>"),
            ("nothing", b""),
            ("xl/l\u{e9}mbar.bin", &long),
            ("z.xml", b"<mergeCells/>"),
        ];
        let checked = check(&packed(&parts), &Limits::default(), |unpacked| {
            let mut archive = ZipArchive::new(unpacked.clone()).unwrap();
            for round in [[0, 1, 2, 3], [3, 2, 2, 0]] {
                for (name, expected) in round.map(|part| parts[part]) {
                    assert!(content(&mut archive, name).unwrap() == expected, "{name}");
                    assert_eq!(unpacked.merged().unwrap(), name == "z.xml", "{name}");
                }
            }
        });
        checked.unwrap();
    }

    #[test]
    fn a_part_left_in_the_middle_is_begun_anew_and_its_rest_is_looked_through_for_merged_cells() {
        let mut sheet = b"<row/>".repeat(1 << 20);
        sheet.extend(b"<mergeCells/>");
        let checked = check(
            &packed(&[("s.xml", &sheet)]),
            &Limits::default(),
            |unpacked| {
                let mut archive = ZipArchive::new(unpacked.clone()).unwrap();
                let mut start = [0; 6];
                for _ in 0..2 {
                    let mut part = archive.by_name("s.xml").unwrap();
                    part.read_exact(&mut start).unwrap();
                    assert_eq!(&start, b"<row/>");
                }
                assert!(unpacked.merged().unwrap());
            },
        );
        checked.unwrap();
    }

    #[test]
    fn what_the_guard_refuses_is_refused_in_its_words_whatever_the_reader_made_of_it() {
        let text = vec![b'x'; 3 << 20];
        let checked = check(&packed(&[("s", &text)]), &Limits::default(), |unpacked| {
            let mut archive = ZipArchive::new(unpacked).unwrap();
            assert!(content(&mut archive, "s").is_err());
        });
        let words = checked.unwrap_err().to_string();
        assert!(
            words.contains("a text of more than a million bytes"),
            "{words}"
        );
        let small = Limits {
            unpacked: 1 << 20,
            ..Limits::default()
        };
        let checked = check(&packed(&[("s", &text)]), &small, |_| unreachable!());
        let words = checked.unwrap_err().to_string();
        assert!(words.contains("unpacked it is larger than 1 MB"), "{words}");
    }
}
