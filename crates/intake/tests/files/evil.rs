//! Files made to harm. Each is made in a few lines, here or in `fixtures/evil`, and read as the program reads any file: by the reading process,
//! under limits. None may take the program down or make it grow; each is answered in words.

#[path = "../../../../fixtures/evil/all.rs"]
mod all;
#[path = "../../../../fixtures/evil/make.rs"]
mod make;

use crate::{child, fixtures, test};
use intake::{Limits, OpenError, Progress, Reader, Workbook};
use libtest_mimic::Trial;
use make::{deflated, ods, xlsb, xlsx, xlsx_with_strings};
use std::io::Write;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

const MIB: u64 = 1 << 20;

pub fn tests() -> Vec<Trial> {
    vec![
        test("cells far apart are read in every format", far_cells),
        test("a bomb is refused in every zipped format", zip_bombs),
        test(
            "a part that is not as long as it claims is refused in every zipped format",
            lies,
        ),
        test("a giant text is refused in every format", text_bombs),
        test(
            "texts beyond the memory limit end the reading process, not this one",
            memory,
        ),
        test("repeated cells and rows are refused", repeats),
        test("deep, endless and self-referring XML is survived", odd_xml),
        test(
            "parts, sheets and columns without number are refused",
            numbers,
        ),
        test("a cut file is damaged, in every format", cut),
        test(
            "a file with flipped bytes is read or refused, in every format",
            flipped,
        ),
        test(
            "a workbook is read wherever its parts lie and however they are spelled",
            elsewhere,
        ),
        test("what is no spreadsheet is named", named),
        test("the clock ends a reading", clock),
        test("a reading can be cancelled while it goes on", cancelled),
        test("a reading process that fails is an error", failing_child),
        test("the first rows are shown before all are read", preview),
    ]
}

fn limits() -> Limits {
    Limits {
        memory: 256 * MIB,
        time: Duration::from_secs(20),
        ..Limits::default()
    }
}

fn open_with(content: &[u8], limits: &Limits) -> Result<Workbook, OpenError> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(content).unwrap();
    let watch = &mut |_: Progress<'_>| ControlFlow::Continue(());
    intake::open(file.path(), &child(), limits, watch)
}

fn open(content: &[u8]) -> Result<Workbook, OpenError> {
    let before = resident();
    let start = Instant::now();
    let opened = open_with(content, &limits());
    assert!(
        start.elapsed() < Duration::from_secs(15),
        "it took {:?}",
        start.elapsed()
    );
    let grown = resident().saturating_sub(before) / MIB;
    assert!(grown < 100, "this process grew by {grown} MB");
    opened
}

/// Memory of this process in bytes, where the system tells.
fn resident() -> u64 {
    let pages = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    pages
        .split(' ')
        .nth(1)
        .and_then(|pages| pages.parse::<u64>().ok())
        .unwrap_or(0)
        * 4096
}

#[track_caller]
fn refused(content: &[u8], name: &str, words: &str) {
    let error = open(content)
        .map(|workbook| workbook.file)
        .expect_err(words);
    assert_eq!(error.name(), name, "{error}");
    assert!(error.to_string().contains(words), "{error}");
}

fn far_cells() {
    for (name, content) in all::far_cells() {
        let workbook = open(&content).unwrap();
        let rows: Vec<_> = workbook.sheets[0].rows().collect();
        assert_eq!((rows.len(), rows[1].number), (2, 1_048_576), "{name}");
        let wide = name.ends_with("x") || name.ends_with("b");
        let last = if wide { 16_383 } else { 0 };
        assert!(rows[1].cell(last).is_some(), "{name}");
    }
    // The library keeps a sheet of the old format as a rectangle: that many cells do not fit into the limit.
    let old = std::fs::read(fixtures().join("evil/far.xls")).unwrap();
    refused(&old, "too-large", "takes more than 256 MB of memory");
}

/// All of these are refused with that name and those words.
#[track_caller]
fn all_refused(files: all::Files, error: &str, words: &str) {
    for (file, content) in files {
        let opened = open(&content).map(|workbook| workbook.file);
        let refused = opened.map_err(|error| (error.name(), error.to_string()));
        let is_expected =
            matches!(&refused, Err((name, said)) if *name == error && said.contains(words));
        assert!(is_expected, "{file}: {refused:?}");
    }
}

fn zip_bombs() {
    let bombs = all::bombs();
    assert!(bombs.iter().all(|(_, bomb)| bomb.len() < 1_000_000));
    all_refused(bombs, "too-large", "packed to less than");
    let book = xlsx("<row><c><v>1</v></c></row>");
    let harmless = make::with_part(&book, "customXml/item1.xml", &vec![b'<'; 36 << 20]);
    open(&harmless).expect("a part that nobody reads is not unpacked");
    let small = Limits {
        unpacked: MIB,
        ..limits()
    };
    let rows = "<row><c><v>1</v></c></row>".repeat(50_000);
    let error = open_with(&xlsx(&rows), &small).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the workbook was refused: unpacked it is larger than 1 MB"
    );
    let short = Limits {
        file: 1000,
        ..limits()
    };
    assert_eq!(
        open_with(&[b'x'; 2000], &short).unwrap_err().name(),
        "too-large"
    );
}

fn lies() {
    all_refused(all::contradictions(), "damaged-workbook", "");
}

fn text_bombs() {
    let words = "more than a million bytes";
    all_refused(all::giant_texts(), "too-large", words);
}

fn memory() {
    // Two million texts of one letter: 28 MB of XML, some 100 MB in memory.
    let strings = "<si><t>a</t></si>".repeat(1_800_000);
    let book = xlsx_with_strings(
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>",
        &strings,
    );
    let little = Limits {
        memory: 32 * MIB,
        ..limits()
    };
    let error = open_with(&book, &little).unwrap_err();
    assert_eq!(error.name(), "too-large", "{error}");
    assert!(
        error
            .to_string()
            .ends_with("takes more than 32 MB of memory"),
        "{error}"
    );
    // Long texts, well packed: the parent's own count speaks.
    let text = "Judul ".repeat(5000);
    let row = |row: u32| format!("<row><c t=\"inlineStr\"><is><t>{row} {text}</t></is></c></row>");
    let rows: String = (0..1040).map(row).collect();
    refused(
        &xlsx(&rows),
        "too-large",
        "far more memory than a file of its size",
    );
}

fn repeats() {
    all_refused(all::repeated(), "too-large", "by repetition it claims");
    let numbers = "<table:table-row table:number-rows-repeated=\"99999999999999999999\"><table:table-cell/></table:table-row>";
    assert!(open(&ods(numbers)).is_err());
}

fn odd_xml() {
    for (name, content) in all::odd_xml() {
        let opened = open(&content);
        assert!(opened.is_err() || name == "entities.xlsx", "{name}");
    }
    let same = "<c r=\"A1\"><v>1</v></c>".repeat(300_000);
    let workbook = open(&xlsx(&format!("<row r=\"1\">{same}</row>"))).unwrap();
    assert_eq!(workbook.sheets[0].rows().next().unwrap().cells().len(), 1);
    for reference in ["A0", "ZZZZZZZ1", "A99999999999", "1A", "", "A4294967297"] {
        let cell = format!("<row><c r=\"{reference}\"><v>1</v></c></row>");
        let _ = open(&xlsx(&cell));
    }
}

fn numbers() {
    let names: Vec<String> = (0..12_000).map(|n| format!("xl/x{n}.xml")).collect();
    let parts: Vec<(&str, &[u8])> = names
        .iter()
        .map(|name| (name.as_str(), b"<x/>".as_slice()))
        .collect();
    refused(&deflated(&parts), "too-large", "parts, more than 10000");
    refused(
        ";".repeat(40_000).replace(";;", ";x").as_bytes(),
        "too-large",
        "columns",
    );
    refused(&xlsb(&[(0, 70_000)]), "too-large", "columns");
}

/// One file of every format.
fn samples() -> Vec<(&'static str, Vec<u8>)> {
    let sample = |ending| {
        let path = fixtures().join(format!("layouts/krenova.{ending}"));
        (ending, std::fs::read(path).unwrap())
    };
    ["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv"]
        .map(sample)
        .into()
}

fn cut() {
    for (ending, content) in samples() {
        for part in 1..8 {
            let end = content.len() * part / 8;
            let opened = open(&content[..end]);
            // Text has no end by which a cut could be known.
            if !matches!(ending, "csv" | "tsv" | "xls") {
                assert_eq!(
                    opened.unwrap_err().name(),
                    "damaged-workbook",
                    "{ending} cut at {end}"
                );
            }
        }
    }
}

fn flipped() {
    let mut seed = 20_261_121_u64;
    let mut random = |below: usize| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    for (_, content) in samples() {
        for _ in 0..6 {
            let mut broken = content.clone();
            for _ in 0..1 + random(8) {
                let at = random(broken.len());
                broken[at] ^= 1 << random(8);
            }
            let _ = open(&broken);
        }
        // Inside a zipped file, where no checksum sees it.
        if content.starts_with(b"PK") {
            for _ in 0..6 {
                let broken = flip_inside(&content, &mut random);
                let _ = open(&broken);
            }
        }
    }
}

/// The zipped file with some bits of one part flipped and the checksum made to fit.
fn flip_inside(content: &[u8], random: &mut impl FnMut(usize) -> usize) -> Vec<u8> {
    let mut parts = make::unpacked(content);
    let chosen = random(parts.len());
    let (_, bytes) = &mut parts[chosen];
    if !bytes.is_empty() {
        for _ in 0..1 + random(6) {
            let at = random(bytes.len());
            bytes[at] ^= 1 << random(8);
        }
    }
    deflated(&make::borrowed(&parts))
}

/// The cells of all sheets: row, column, what they show.
fn cells(workbook: &Workbook) -> Vec<(u32, u32, String)> {
    let rows = workbook.sheets.iter().flat_map(intake::Sheet::rows);
    rows.flat_map(|row| {
        let cells = row.cells();
        cells.map(move |(column, value)| (row.number, column, value.shown().into_owned()))
    })
    .collect()
}

fn elsewhere() {
    let rows = "<row r=\"1\"><c r=\"B1\"><v>7</v></c></row>";
    let merged =
        format!("{rows}</sheetData><mergeCells><mergeCell ref=\"B1:C1\"/></mergeCells><sheetData>");
    let book = xlsx(&merged);
    let at_root = make::moved(&book, "xl/", "");
    let places = [
        make::moved(&at_root, "worksheets/", ""),
        at_root,
        make::moved(&book, "xl/", "Buku Kerja/"),
        make::named_otherwise(&book, |name| name.replace('/', "\\")),
        make::named_otherwise(&book, str::to_uppercase),
    ];
    let expected = open(&book).unwrap();
    assert!(expected.sheets[0].merged(1, 1).is_some());
    for moved in places {
        let names = || make::unpacked(&moved).into_iter().map(|(name, _)| name);
        let opened =
            open(&moved).map_err(|error| format!("{error}: {:?}", names().collect::<Vec<_>>()));
        let opened = opened.unwrap();
        assert_eq!(cells(&opened), cells(&expected));
        assert_eq!(
            opened.sheets[0].merged(1, 1),
            expected.sheets[0].merged(1, 1)
        );
    }
    let old = std::fs::read(fixtures().join("layouts/krenova.xls")).unwrap();
    let expected = open(&old).unwrap();
    for name in ["WORKBOOK", "Book", "BOOK"] {
        let opened = open(&make::stream_named(&old, name)).unwrap();
        assert_eq!(cells(&opened), cells(&expected), "{name}");
    }
    let other = make::stream_named(&old, "CONTENTS");
    refused(
        &other,
        "not-a-workbook",
        "an old document of another program",
    );
}

fn named() {
    refused(b"", "empty-workbook", "empty");
    refused(b"%PDF-1.7 ...", "not-a-workbook", "a PDF document");
    refused(
        b"<html><table><tr><td>1</td></tr></table></html>",
        "not-a-workbook",
        "a web page",
    );
    refused(
        &deflated(&[("word/document.xml", b"<x/>")]),
        "not-a-workbook",
        "a text document",
    );
    refused(
        &deflated(&[("foto.jpg", b"x")]),
        "not-a-workbook",
        "a ZIP archive",
    );
    refused(&xlsx(""), "empty-workbook", "empty");
    refused(&make::charts_only(), "charts-only", "charts only");
    refused(
        &make::encrypted_ods(),
        "encrypted-workbook",
        "remove the password",
    );
    let locked = std::fs::read(fixtures().join("evil/terkunci.xlsx")).unwrap();
    refused(&locked, "encrypted-workbook", "remove the password");
    let missing = intake::open("tidak-ada.xlsx".as_ref(), &child(), &limits(), &mut |_| {
        ControlFlow::Continue(())
    });
    assert_eq!(missing.unwrap_err().name(), "unreadable-file");
}

/// A workbook that takes a moment to read.
fn long() -> Vec<u8> {
    let row = |row: u32| {
        format!(
            "<row r=\"{row}\"><c t=\"inlineStr\"><is><t>Judul {row}</t></is></c><c><v>{row}</v></c></row>"
        )
    };
    xlsx(&(1..=60_000).map(row).collect::<String>())
}

fn clock() {
    let short = Limits {
        time: Duration::from_millis(1),
        ..limits()
    };
    let error = open_with(&long(), &short).unwrap_err();
    assert_eq!(error.name(), "timed-out", "{error}");
}

fn cancelled() {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(&long()).unwrap();
    let mut heard = 0;
    let watch = &mut |progress: Progress<'_>| match progress {
        Progress::Rows(rows) if rows > 2000 => {
            heard += 1;
            ControlFlow::Break(())
        }
        _ => ControlFlow::Continue(()),
    };
    let error = intake::open(file.path(), &child(), &limits(), watch).unwrap_err();
    assert_eq!((error.name(), heard), ("cancelled", 1));
}

fn failing_child() {
    let read = |reader: &Reader| {
        let path = fixtures().join("layouts/krenova.xlsx");
        intake::open(&path, reader, &limits(), &mut |_| ControlFlow::Continue(())).unwrap_err()
    };
    let missing = Reader::Child(sandbox::Program {
        program: "tidak-ada".into(),
        args: Vec::new(),
    });
    assert!(read(&missing).to_string().contains("could not be started"));
    // A process that says something else altogether.
    let talking = Reader::Child(sandbox::Program {
        program: std::env::current_exe().unwrap(),
        args: vec!["--help".into()],
    });
    assert_eq!(read(&talking).name(), "reader-died");
}

fn preview() {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(&long()).unwrap();
    let mut shown = Vec::new();
    let watch = &mut |progress: Progress<'_>| {
        if let Progress::Preview(workbook) = progress {
            shown.push(workbook.sheets[0].height());
        }
        ControlFlow::Continue(())
    };
    let workbook = intake::open(file.path(), &child(), &limits(), watch).unwrap();
    assert_eq!(shown, [200]);
    assert_eq!(workbook.sheets[0].height(), 60_000);
}
