//! What a zipped file is: a workbook, or something else that is zipped.
//!
//! Parts are found by the relationships of the package (ECMA-376, part 2, 9.3) and without regard to case, as spreadsheet
//! programs do: some exporters put the workbook elsewhere than in `xl/`, others write `xl\workbook.xml`. Where this does
//! not tell, the parser decides.

use super::{Kind, damaged};
use crate::open::OpenError;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;
use std::io::{BufReader, Read, Seek};
use zip::ZipArchive;

/// Bytes of a part that are looked at. The size guard has not seen them yet.
const LOOKED_AT: u64 = 1 << 16;

pub(super) fn kind<R: Read + Seek>(file: R) -> Result<Kind, OpenError> {
    let mut package = Package::open(file)?;
    if package.has("xl/workbook.bin") {
        return Ok(Kind::Xlsb);
    }
    let main = package.main_part();
    let root = main.and_then(|part| package.root_element(&part));
    let what = match root.as_deref() {
        Some("document") => "a text document",
        Some("presentation") => "a presentation",
        Some(_) => return Ok(Kind::Xlsx),
        None if package.has_within("xl/") => return Ok(Kind::Xlsx),
        None if package.has_within("word/") => "a text document",
        None if package.has_within("ppt/") => "a presentation",
        None if package.has("content.xml") => return Ok(Kind::Ods),
        None => "a ZIP archive",
    };
    Err(OpenError::NotAWorkbook(what.into()))
}

/// A zipped file with the places of its parts.
struct Package<R> {
    archive: ZipArchive<R>,
    parts: HashMap<String, usize>,
}

impl<R: Read + Seek> Package<R> {
    fn open(file: R) -> Result<Self, OpenError> {
        let archive = ZipArchive::new(file).map_err(|error| damaged(&error))?;
        let names = archive.file_names().enumerate();
        let parts = names
            .filter_map(|(place, name)| Some((normalised(&name.ok()?), place)))
            .collect();
        Ok(Self { archive, parts })
    }

    fn has(&self, part: &str) -> bool {
        self.parts.contains_key(part)
    }

    fn has_within(&self, folder: &str) -> bool {
        self.parts.keys().any(|part| part.starts_with(folder))
    }

    /// The beginning of a part as XML; `None` when there is no such part or it cannot be unpacked.
    fn xml(&mut self, part: &str) -> Option<Reader<impl std::io::BufRead>> {
        let part = self.archive.by_index(*self.parts.get(part)?).ok()?;
        Some(Reader::from_reader(BufReader::new(part.take(LOOKED_AT))))
    }

    /// The part that the package says is the document itself.
    fn main_part(&mut self) -> Option<String> {
        let mut relationships = self.xml("_rels/.rels")?;
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            let event = relationships.read_event_into(&mut buffer).ok()?;
            let (Event::Start(tag) | Event::Empty(tag)) = event else {
                match event {
                    Event::Eof => return None,
                    _ => continue,
                }
            };
            let kind = attribute(&tag, "Type").unwrap_or_default();
            if kind.ends_with("/relationships/officeDocument") {
                return attribute(&tag, "Target").map(|target| normalised(&target));
            }
        }
    }

    fn root_element(&mut self, part: &str) -> Option<String> {
        let mut xml = self.xml(part)?;
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer).ok()? {
                Event::Start(tag) | Event::Empty(tag) => {
                    return Some(tag.local_name().as_ref().to_owned());
                }
                Event::Eof => return None,
                _ => {}
            }
        }
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes().flatten();
    let found = attributes.find(|attribute| attribute.key.as_ref() == name)?;
    Some(found.value.into_owned())
}

/// The name of a part as it is compared: from the root of the package, with slashes, in small letters.
fn normalised(name: &str) -> String {
    let name = name.replace('\\', "/").to_ascii_lowercase();
    name.trim_start_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write};
    use zip::write::SimpleFileOptions;

    /// The relationships of a package whose main part is `target`.
    fn relationships(target: &str) -> String {
        let kind =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
        format!(
            "<Relationships><Relationship Id=\"1\" Type=\"x\" Target=\"y\"/><Relationship Id=\"2\" Type=\"{kind}\" Target=\"{target}\"/></Relationships>"
        )
    }

    #[track_caller]
    fn check(parts: &[(&str, &str)], expected: Result<Kind, &str>) {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            let options = SimpleFileOptions::default();
            archive.start_file(*name, options).unwrap();
            archive.write_all(content.as_bytes()).unwrap();
        }
        let found = kind(archive.finish().unwrap());
        let found = found.map_err(|error| error.to_string());
        let refusal = |what| format!("this is not a spreadsheet but {what}");
        assert_eq!(found, expected.map_err(refusal));
    }

    #[test]
    fn a_workbook_is_found_by_the_relationships_wherever_it_lies() {
        for (target, name) in [
            ("xl/workbook.xml", "xl/workbook.xml"),
            ("/workbook.xml", "workbook.xml"),
            ("Buku/Utama.xml", "buku/utama.xml"),
            ("xl/workbook.xml", "xl\\workbook.xml"),
            ("xl/workbook.xml", "XL/Workbook.XML"),
        ] {
            let book = "<?xml version=\"1.0\"?>\n<x:workbook xmlns:x=\"y\">";
            let rels = relationships(target);
            check(&[("_rels/.rels", &rels), (name, book)], Ok(Kind::Xlsx));
        }
        check(&[("xl\\Workbook.bin", "")], Ok(Kind::Xlsb));
    }

    #[test]
    fn other_documents_are_named_wherever_they_lie() {
        let rels = relationships("isi.xml");
        let text = [("_rels/.rels", rels.as_str()), ("isi.xml", "<w:document/>")];
        check(&text, Err("a text document"));
        let slides = [
            ("_rels/.rels", rels.as_str()),
            ("ISI.xml", "<p:presentation/>"),
        ];
        check(&slides, Err("a presentation"));
        check(&[("word/document.xml", "")], Err("a text document"));
        check(&[("foto.jpg", "")], Err("a ZIP archive"));
        check(&[("_rels/.rels", &rels)], Err("a ZIP archive"));
    }

    #[test]
    fn in_doubt_the_parser_decides() {
        let odd = [
            ("_rels/.rels", &*relationships("isi.xml")),
            ("isi.xml", "<what/>"),
        ];
        check(&odd, Ok(Kind::Xlsx));
        check(
            &[("_rels/.rels", "<<<<"), ("xl/styles.xml", "")],
            Ok(Kind::Xlsx),
        );
        check(&[("content.xml", "")], Ok(Kind::Ods));
    }
}
