//! How the scores were computed, in words: the rules that matter to whoever reads the result.

use crate::text::{comma, fit};
use crate::{ReportError, height, style};
use judging::rules::{
    Aggregate, Criterion, JudgedBy, Missing, Rounding, RoundingLevel, RoundingMode, Rules, Scale,
    Score, Shortlist, Stage, TieBreak,
};
use judging::{Fixed, Hash};
use rust_xlsxwriter::{Workbook, Worksheet};

/// Of the two columns, in characters.
const WIDTHS: [f64; 2] = [30.0, 100.0];

/// One line: a heading, or what is said of a thing.
#[derive(Debug, PartialEq, Eq)]
pub enum Line {
    Section(String),
    Says(String, String),
}

/// Writes the sheet "Cara hitung".
pub fn sheet<'a>(
    workbook: &'a mut Workbook,
    rules: &Rules,
    hash: Hash,
) -> Result<&'a mut Worksheet, ReportError> {
    let sheet = workbook.add_worksheet().set_name("Cara hitung")?;
    for (at, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(at, width)?;
    }
    sheet.write_string_with_format(0, 0, "Cara hitung", &style::title())?;
    sheet.set_row_height(0, 22)?;
    for (row, line) in (2..).zip(lines(rules, hash)) {
        match line {
            Line::Section(name) => {
                sheet.write_string_with_format(row, 0, fit(&name), &style::section())?;
                sheet.write_blank(row, 1, &style::section())?;
            }
            Line::Says(what, text) => {
                let texts = [(what.as_str(), WIDTHS[0]), (text.as_str(), WIDTHS[1])];
                sheet.set_row_height(row, height::of(texts.into_iter()))?;
                sheet.write_string_with_format(row, 0, fit(&what), &style::text())?;
                sheet.write_string_with_format(row, 1, fit(&text), &style::text())?;
            }
        }
    }
    Ok(sheet)
}

fn lines(rules: &Rules, hash: Hash) -> Vec<Line> {
    let mut lines = vec![Line::Section("Umum".into())];
    let mut says = |what: &str, text: String| lines.push(Line::Says(what.into(), text));
    says("Pembulatan", rounding(rules.rounding));
    says("Ketelitian", "Semua perhitungan memakai pecahan eksak; kolom “Nilai eksak” memuat pecahan sebelum pembulatan terakhir.".into());
    says("Urutan", "Dari nilai tertinggi. Nilai yang tetap sama setelah semua langkah penentu berbagi peringkat: 1, 2, 2, 4.".into());
    says("Nilai akhir", overall(rules));
    says("Sumber aturan", rules.source.clone());
    says("Kode pemeriksaan aturan (BLAKE3)", hash.to_string());
    for stage in rules.judged_stages() {
        lines.push(Line::Section(format!("Tahap: {}", stage.name)));
        lines.extend(stage_lines(rules, stage));
    }
    lines
}

fn stage_lines(rules: &Rules, stage: &Stage) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut says = |what: &str, text: String| lines.push(Line::Says(what.into(), text));
    if !stage.categories.is_empty() {
        says("Kategori", categories(rules, stage));
    }
    says("Nilai lembar", score(stage.score).into());
    says("Nilai tahap", aggregate(stage.aggregate));
    if stage.judged_by == JudgedBy::Criterion {
        says(
            "Pembagian juri",
            "Setiap kriteria dinilai oleh juri yang ditugaskan untuknya.".into(),
        );
    }
    says("Lembar yang belum masuk", missing(stage.missing));
    if let Some(cut) = stage.shortlist {
        says("Nominasi", shortlist(cut));
    }
    if !stage.tie_break.is_empty() {
        let steps = stage
            .tie_break
            .iter()
            .map(|step| tie_break(rules, Some(stage), step));
        says("Bila nilai sama", steps.collect::<Vec<_>>().join("; lalu "));
    }
    for leaf in stage.leaves() {
        says(&leaf.name, criterion(leaf));
    }
    lines
}

/// The names of the categories that go through the stage.
fn categories(rules: &Rules, stage: &Stage) -> String {
    let through = rules
        .categories
        .iter()
        .filter(|category| stage.is_for(&category.code));
    let names: Vec<&str> = through.map(|category| category.name.as_str()).collect();
    format!("Hanya {}.", names.join(", "))
}

fn rounding(rounding: Rounding) -> String {
    let mode = match rounding.mode {
        RoundingMode::HalfUp => "setengah dibulatkan menjauhi nol (8,125 menjadi 8,13)",
        RoundingMode::HalfEven => "setengah dibulatkan ke angka genap (8,125 menjadi 8,12)",
        RoundingMode::Down => "sisa dipotong (8,129 menjadi 8,12)",
    };
    let at = match rounding.at {
        RoundingLevel::Sheet => "dibulatkan sejak nilai lembar, lalu nilai tahap dan nilai akhir",
        RoundingLevel::Stage => "dibulatkan sejak nilai tahap, lalu nilai akhir",
        RoundingLevel::Final => "hanya nilai akhir yang dibulatkan, dari nilai tahap yang utuh",
    };
    format!("{} angka di belakang koma; {mode}; {at}.", rounding.digits)
}

fn overall(rules: &Rules) -> String {
    let share = |stage: &Stage| {
        stage
            .weight
            .map(|weight| format!("{} {}", stage.name, figure(weight)))
    };
    let shares: Vec<String> = rules.judged_stages().filter_map(share).collect();
    match shares.as_slice() {
        [] => "Nilai tahap terakhir yang sudah dimulai, dikurangi pengurangan nilai menurut keputusan ketua.".into(),
        shares => format!(
            "Rata-rata tertimbang nilai tahap yang sudah dimulai (bobot: {}{}), dikurangi pengurangan nilai menurut keputusan ketua.",
            shares.join(", "),
            if rules.judged_stages().all(|stage| stage.categories.is_empty()) {
                ""
            } else {
                "; setiap kategori hanya dihitung dari tahap yang diikutinya"
            }
        ),
    }
}

const fn score(score: Score) -> &'static str {
    match score {
        Score::WeightedMean => "Rata-rata tertimbang: jumlah bobot × nilai dibagi jumlah bobot.",
        Score::Points => "Jumlah bobot × nilai.",
        Score::Percent => {
            "Persentase dari nilai tertinggi: 100 × jumlah bobot × nilai dibagi jumlah bobot × nilai maksimum."
        }
    }
}

fn aggregate(aggregate: Aggregate) -> String {
    match aggregate {
        Aggregate::Mean => "Rata-rata nilai lembar para juri.".into(),
        Aggregate::Median => "Median nilai lembar para juri.".into(),
        Aggregate::TrimmedMean { trim } => {
            format!("Rata-rata nilai lembar setelah {trim} nilai tertinggi dan {trim} nilai terendah dibuang.")
        }
        Aggregate::Sum => "Jumlah nilai lembar para juri.".into(),
        Aggregate::StandardisedMean => "Rata-rata nilai lembar yang dibakukan: sebaran nilai tiap juri dalam satu kategori disamakan lebih dahulu.".into(),
    }
}

fn missing(missing: Missing) -> String {
    match missing {
        Missing::RequireAll => "Tidak pernah dihitung nol: inovasi belum diperingkat sampai semua juri yang ditugaskan menyerahkan lembar final.".into(),
        Missing::OfFiled { min_judges } => format!("Tidak pernah dihitung nol: nilai dihitung dari lembar yang masuk, paling sedikit {min_judges} juri."),
    }
}

fn shortlist(cut: Shortlist) -> String {
    match cut {
        Shortlist::PerCategory(count) => {
            format!("{count} terbaik setiap kategori; nilai yang sama di batas ikut semua.")
        }
        Shortlist::Threshold(least) => format!("Semua yang mencapai nilai {}.", figure(least)),
        Shortlist::Share(share) => format!("{} % terbaik setiap kategori.", figure(share)),
    }
}

/// One step of the ladder, as printed; criteria are looked up in `stage`, or in any stage for a final standing.
pub fn tie_break(rules: &Rules, stage: Option<&Stage>, step: &TieBreak) -> String {
    match step {
        TieBreak::Criterion(code) => {
            let known = match stage {
                Some(stage) => stage.criterion(code),
                None => rules
                    .judged_stages()
                    .find_map(|stage| stage.criterion(code)),
            };
            let name = known.map_or(code.as_str(), |criterion| &criterion.name);
            format!("kriteria {name}")
        }
        TieBreak::Stage(code) => {
            let name = rules.stage(code).map_or(code.as_str(), |stage| &stage.name);
            format!("nilai tahap {name}")
        }
        TieBreak::HighestMedian => "median nilai lembar tertinggi".into(),
        TieBreak::HeadToHead => "jumlah juri yang menilai lebih tinggi".into(),
        TieBreak::Chair => "keputusan ketua dengan alasan".into(),
    }
}

fn criterion(leaf: &Criterion) -> String {
    let range = leaf.scale.as_ref().map(scale).unwrap_or_default();
    let optional = if leaf.required { "" } else { ", boleh kosong" };
    format!("bobot {}, nilai {range}{optional}", figure(leaf.weight))
}

/// What may be given, as printed: `0–100` or `1 = SK; 2 = Perkada`.
pub fn scale(scale: &Scale) -> String {
    match scale {
        Scale::Range { min, max, step } if *step == Fixed::whole(1) => {
            format!("{}–{}", figure(*min), figure(*max))
        }
        Scale::Range { min, max, step } => {
            format!(
                "{}–{} (langkah {})",
                figure(*min),
                figure(*max),
                figure(*step)
            )
        }
        Scale::Levels(levels) => {
            let levels = levels.iter().map(|level| match level.label.trim() {
                "" => figure(level.value),
                label => format!("{} = {label}", figure(level.value)),
            });
            levels.collect::<Vec<_>>().join("; ")
        }
    }
}

/// A weight or mark with a decimal comma.
pub fn figure(value: Fixed) -> String {
    comma(&value.to_string())
}
