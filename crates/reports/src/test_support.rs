//! What the tests of this crate begin with: rules, and documents read back as plain text.
//!
//! Golden files lie in `golden/`. With `TIMBANG_GOLDEN=write` in the environment they are written anew; with
//! `TIMBANG_DOCUMENTS=folder` the documents themselves are written there, to be looked at.

use crate::Heading;
use judging::Hash;
use judging::rules::{
    Aggregate, Category, Criterion, JudgedBy, Level, Missing, RemarkRule, Rounding, Rules, Scale,
    Score, Shortlist, Stage, StageKind, TieBreak, VisitEffect,
};
use std::fmt::Write as _;
use std::io::{Cursor, Read};
use std::path::Path;
use zip::ZipArchive;

pub const HASH: Hash = Hash([0xAB; 32]);

pub fn heading() -> Heading {
    Heading {
        status: "Sementara".into(),
        as_of: "8 Desember 2023 pukul 16.05".into(),
        made_at: 1_702_022_700,
    }
}

/// Two categories, a stage with a scale and a stage with levels.
pub fn rules() -> Rules {
    let category = |code: &str, name: &str| Category {
        code: code.parse().unwrap(),
        name: name.into(),
        synonyms: vec![],
    };
    Rules {
        name: "Pekan Inovasi & Kreativitas Kukar 2023".into(),
        organizer: "BRIDA Kabupaten Kutai Kartanegara".into(),
        source: "Contoh untuk pengujian; bobot belum dikonfirmasi.".into(),
        rounding: Rounding::default(),
        obligation: None,
        categories: vec![
            category("OPD", "Organisasi Perangkat Daerah"),
            category("DESA", "Kelurahan/Desa"),
        ],
        stages: vec![desk(), presentation()],
    }
}

fn desk() -> Stage {
    let scale = Scale::Range {
        min: "0".parse().unwrap(),
        max: "100".parse().unwrap(),
        step: "0.5".parse().unwrap(),
    };
    let criteria = [
        ("kebaruan", "Kebaruan"),
        ("dampak", "Dampak nyata bagi masyarakat"),
    ];
    Stage {
        code: "penilaian".parse().unwrap(),
        name: "Penilaian".into(),
        kind: StageKind::Scoring,
        categories: Default::default(),
        blind: Default::default(),
        from: None,
        to: None,
        weight: Some("40".parse().unwrap()),
        score: Score::WeightedMean,
        aggregate: Aggregate::Mean,
        missing: Missing::OfFiled { min_judges: 2 },
        judged_by: JudgedBy::Entry,
        shortlist: Some(Shortlist::PerCategory(5)),
        tie_break: vec![
            TieBreak::Criterion("dampak".parse().unwrap()),
            TieBreak::Chair,
        ],
        criteria: criteria
            .map(|(code, name)| criterion(code, name, "50", scale.clone()))
            .into(),
        effect: VisitEffect::None,
        claims: vec![],
        slot_minutes: None,
    }
}

fn presentation() -> Stage {
    let level = |(value, label): (&str, &str)| Level {
        value: value.parse().unwrap(),
        label: label.into(),
    };
    let levels = [("1", "SK"), ("2", "Perkada"), ("3", "Perda")].map(level);
    let mut regulation = criterion(
        "regulasi",
        "Regulasi inovasi",
        "2.5",
        Scale::Levels(levels.into()),
    );
    regulation.remark = RemarkRule::Required;
    regulation.required = false;
    Stage {
        code: "presentasi".parse().unwrap(),
        name: "Presentasi".into(),
        kind: StageKind::Presentation,
        categories: Default::default(),
        weight: Some("60".parse().unwrap()),
        score: Score::Points,
        missing: Missing::RequireAll,
        shortlist: None,
        tie_break: vec![],
        criteria: vec![regulation],
        ..desk()
    }
}

fn criterion(code: &str, name: &str, weight: &str, scale: Scale) -> Criterion {
    Criterion {
        code: code.parse().unwrap(),
        parent: None,
        name: name.into(),
        weight: weight.parse().unwrap(),
        scale: Some(scale),
        required: true,
        remark: RemarkRule::Optional,
        guidance: Some("Sejauh mana?".into()),
    }
}

/// Compares a text with a golden file, and lets the document be looked at.
#[track_caller]
pub fn check_golden(name: &str, document: &[u8], text: &str) {
    if let Some(folder) = std::env::var_os("TIMBANG_DOCUMENTS") {
        std::fs::write(Path::new(&folder).join(name), document).unwrap();
    }
    let golden = format!("{}/golden/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("TIMBANG_GOLDEN").is_some() {
        std::fs::write(&golden, text).unwrap();
    }
    let expected = std::fs::read_to_string(&golden).unwrap_or_default();
    assert_eq!(
        text,
        expected.replace("\r\n", "\n"),
        "{name} differs from {golden}"
    );
}

/// A workbook as text: every sheet, every cell that holds anything, numbers with their format.
pub fn dump(workbook: &[u8]) -> String {
    let mut zip = ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        zip.by_name(name)
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        text
    };
    let strings = part("xl/sharedStrings.xml");
    let strings: Vec<String> = elements(&strings, "si")
        .map(|si| plain(elements(si, "t").next().unwrap_or_default()))
        .collect();
    let formats = number_formats(&part("xl/styles.xml"));
    let book = part("xl/workbook.xml");
    let mut dump = String::new();
    for (at, sheet) in (1..).zip(tags(&book, "sheet")) {
        let state = attribute(sheet, "state").unwrap_or("visible");
        let name = plain(attribute(sheet, "name").unwrap());
        writeln!(dump, "== {name} ({state})").unwrap();
        let sheet = part(&format!("xl/worksheets/sheet{at}.xml"));
        for (tag, inner) in whole(&sheet, "c") {
            let (Some(place), Some(value)) = (attribute(tag, "r"), elements(inner, "v").next())
            else {
                continue;
            };
            if attribute(tag, "t") == Some("s") {
                let text = &strings[value.parse::<usize>().unwrap()];
                writeln!(dump, "{place} {text:?}").unwrap();
            } else {
                let style: usize = attribute(tag, "s").map_or(0, |s| s.parse().unwrap());
                writeln!(dump, "{place} {value} {}", formats[style]).unwrap();
            }
        }
        for (tag, inner) in whole(&sheet, "dataValidation") {
            let range = attribute(tag, "sqref").unwrap();
            let formula = elements(inner, "formula1").next().unwrap_or_default();
            writeln!(dump, "{range} allows {}", plain(formula)).unwrap();
        }
        for tag in [
            "sheetProtection",
            "autoFilter",
            "pageSetup",
            "oddFooter",
            "pane",
        ] {
            let found = tags(&sheet, tag).next();
            let footer = elements(&sheet, tag).next().unwrap_or_default();
            if let Some(found) = found {
                writeln!(dump, "<{tag}{found}>{footer}").unwrap();
            }
        }
    }
    dump
}

/// The number format of every cell style.
fn number_formats(styles: &str) -> Vec<String> {
    let code = |id: &str| {
        let of = |tag: &&str| attribute(tag, "numFmtId") == Some(id);
        let found = tags(styles, "numFmt").find(of);
        found
            .and_then(|tag| attribute(tag, "formatCode"))
            .map_or("General".into(), plain)
    };
    let cells = elements(styles, "cellXfs").next().unwrap();
    tags(cells, "xf")
        .map(|tag| code(attribute(tag, "numFmtId").unwrap()))
        .collect()
}

/// What stands inside each element of that name.
fn elements<'a>(xml: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    whole(xml, name).map(|(_, inner)| inner)
}

/// The attributes of each opening tag of that name.
fn tags<'a>(xml: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    whole(xml, name).map(|(tag, _)| tag)
}

/// Attributes and inside of each element of that name.
fn whole<'a>(xml: &'a str, name: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let opening = format!("<{name}");
    let places: Vec<usize> = xml
        .match_indices(&opening)
        .map(|(at, found)| at + found.len())
        .collect();
    places.into_iter().filter_map(move |at| {
        let rest = &xml[at..];
        if !rest.starts_with([' ', '>', '/']) {
            return None;
        }
        let (tag, rest) = rest.split_once('>')?;
        if let Some(tag) = tag.strip_suffix('/') {
            return Some((tag, ""));
        }
        Some((tag, rest.split_once(&format!("</{name}>"))?.0))
    })
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(rest.split_once('"')?.0)
}

fn plain(xml: &str) -> String {
    xml.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}
