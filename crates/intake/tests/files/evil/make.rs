//! Makes workbooks with what no spreadsheet program would write.

use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A zipped file of these parts.
pub fn deflated(parts: &[(&str, &[u8])]) -> Vec<u8> {
    packed(parts, 1)
}

fn packed(parts: &[(&str, &[u8])], level: i64) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_level(Some(level));
    for (name, content) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const TYPES: &[u8] =
    br#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const ROOT: &[u8] = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &[u8] = br#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &[u8] = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;

/// A workbook of one sheet with these rows.
pub fn xlsx(rows: &str) -> Vec<u8> {
    xlsx_with_strings(rows, "")
}

/// The same with shared texts.
pub fn xlsx_with_strings(rows: &str, strings: &str) -> Vec<u8> {
    xlsx_parts(rows, format!("<sst>{strings}</sst>").as_bytes())
}

/// The same with the part of shared texts as given.
pub fn xlsx_parts(rows: &str, strings: &[u8]) -> Vec<u8> {
    let sheet = format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>"
    );
    deflated(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

/// A workbook whose only sheet is a chart.
pub fn charts_only() -> Vec<u8> {
    let relations = String::from_utf8_lossy(RELATIONS)
        .replace("worksheets/sheet1.xml", "chartsheets/sheet1.xml");
    let relations = relations.replace("relationships/worksheet", "relationships/chartsheet");
    deflated(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/chartsheets/sheet1.xml", b"<chartsheet/>"),
    ])
}

/// An OpenDocument workbook of one sheet with these rows.
pub fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"S\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    deflated(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

/// An OpenDocument workbook under a password.
pub fn encrypted_ods() -> Vec<u8> {
    let manifest = b"<manifest:manifest><manifest:file-entry manifest:full-path=\"content.xml\"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    deflated(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", b"\x9C\x01 not to be read"),
    ])
}

fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    let mut record = match kind {
        0..0x80 => vec![kind as u8],
        _ => vec![(kind & 0x7F) as u8 | 0x80, (kind >> 7) as u8],
    };
    record.push(u8::try_from(body.len()).unwrap());
    record.extend_from_slice(body);
    record
}

fn wide(text: &str) -> Vec<u8> {
    let length = u32::try_from(text.len()).unwrap().to_le_bytes();
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    length.into_iter().chain(units).collect()
}

/// A binary workbook with a number in each of these cells, row and column from 0.
pub fn xlsb(cells: &[(u32, u32)]) -> Vec<u8> {
    let relations = String::from_utf8_lossy(RELATIONS).replace("sheet1.xml", "sheet1.bin");
    let bundle = [vec![0; 8], wide("rId1"), wide("S")].concat();
    let book = [
        record(0x83, &[]),
        record(0x9C, &bundle),
        record(0x90, &[]),
        record(0x9D, &[0; 26]),
    ]
    .concat();
    let mut sheet = [record(0x81, &[]), record(0x94, &[0; 16]), record(0x91, &[])].concat();
    for (row, column) in cells {
        sheet.extend(record(0, &[&row.to_le_bytes()[..], &[0; 13]].concat()));
        let number = [&column.to_le_bytes()[..], &[0; 4], &1_f64.to_le_bytes()].concat();
        sheet.extend(record(5, &number));
    }
    sheet.extend(record(0x92, &[]));
    deflated(&[
        ("[Content_Types].xml", TYPES),
        ("xl/workbook.bin", &book),
        ("xl/_rels/workbook.bin.rels", relations.as_bytes()),
        ("xl/worksheets/sheet1.bin", &sheet),
    ])
}

/// The zipped file with some bits of one part flipped and the checksum made to fit.
pub fn flip_inside(content: &[u8], random: &mut impl FnMut(usize) -> usize) -> Vec<u8> {
    let mut parts = unpacked(content);
    let chosen = random(parts.len());
    let (_, bytes) = &mut parts[chosen];
    if !bytes.is_empty() {
        for _ in 0..1 + random(6) {
            let at = random(bytes.len());
            bytes[at] ^= 1 << random(8);
        }
    }
    deflated(&borrowed(&parts))
}

/// The zipped file with this part instead of its own of that name, or added; packed as well as can be.
pub fn with_part(content: &[u8], name: &str, part: &[u8]) -> Vec<u8> {
    let mut parts = unpacked(content);
    parts.retain(|(other, _)| other != name);
    parts.push((name.to_owned(), part.to_vec()));
    packed(&borrowed(&parts), 9)
}

/// The zipped file with a part that claims to be of that length.
pub fn claiming(content: &[u8], name: &str, length: u32) -> Vec<u8> {
    let mut bytes = content.to_vec();
    // The length stands 8 bytes before the name in the header of a part, 22 in the directory.
    for (signature, before) in [(b"PK\x03\x04", 30), (b"PK\x01\x02", 46)] {
        let header = |at: &usize| {
            bytes[*at..].starts_with(signature) && bytes[at + before..].starts_with(name.as_bytes())
        };
        let at = (0..bytes.len() - before).find(header).unwrap();
        let place = at + before - if before == 30 { 8 } else { 22 };
        bytes[place..place + 4].copy_from_slice(&length.to_le_bytes());
    }
    bytes
}

fn unpacked(content: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(content)).unwrap();
    let parts = 0..archive.len();
    let part = |index| {
        let mut part = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        (part.name().unwrap().into_owned(), bytes)
    };
    parts.map(part).collect()
}

fn borrowed(parts: &[(String, Vec<u8>)]) -> Vec<(&str, &[u8])> {
    parts
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect()
}
