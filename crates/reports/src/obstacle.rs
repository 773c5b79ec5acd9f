//! Why an entry is not ranked, in Indonesian.

use judging::rules::{Rules, Stage};
use judging::scoring::Obstacle;
use judging::{CriterionCode, JudgeCode, StageCode};

/// The reason as a document prints it; `stage` is the one in which it stands against the entry, if it is one stage's matter.
pub fn text(rules: &Rules, stage: Option<&Stage>, obstacle: &Obstacle) -> String {
    match obstacle {
        Obstacle::Decision { reason, .. } => format!("keputusan ketua: {reason}"),
        Obstacle::Conflict(judges) => {
            format!("nilai bertentangan dan belum diputus: {}", list(judges))
        }
        Obstacle::NotFiled(judges) => format!("belum ada lembar nilai {}", list(judges)),
        Obstacle::NoJudge => "tidak ada juri yang ditugaskan".to_owned(),
        Obstacle::AllRecused => {
            "semua juri yang ditugaskan menyatakan benturan kepentingan".to_owned()
        }
        Obstacle::TooFew { filed, needed } => {
            format!("baru {filed} lembar nilai, sedikitnya {needed}")
        }
        Obstacle::Unmarked {
            criterion,
            marks,
            needed,
        } => {
            let criterion = criterion_name(stage, criterion);
            format!("kriteria {criterion} baru punya {marks} nilai, sedikitnya {needed}")
        }
        Obstacle::NothingLeft { filed, trim } => {
            format!(
                "{filed} lembar nilai terlalu sedikit untuk membuang {trim} tertinggi dan {trim} terendah"
            )
        }
        Obstacle::NoSpread { judge } => {
            format!(
                "nilai {judge} tidak dapat dibakukan: perlu tiga lembar yang berbeda dalam kategori ini"
            )
        }
        Obstacle::Cut(stage) => format!("tidak lolos nominasi tahap {}", stage_name(rules, stage)),
        Obstacle::Gate(stage) => format!(
            "menunggu keputusan kelulusan verifikasi tahap {}",
            stage_name(rules, stage)
        ),
        Obstacle::NotBegun => "penilaian belum dimulai".to_owned(),
    }
}

fn list(judges: &[JudgeCode]) -> String {
    let codes: Vec<&str> = judges.iter().map(JudgeCode::as_str).collect();
    codes.join(", ")
}

fn criterion_name<'a>(stage: Option<&'a Stage>, code: &'a CriterionCode) -> &'a str {
    let leaf = stage.and_then(|stage| stage.leaves().find(|leaf| leaf.code == *code));
    leaf.map_or(code.as_str(), |leaf| &leaf.name)
}

fn stage_name<'a>(rules: &'a Rules, code: &'a StageCode) -> &'a str {
    rules.stage(code).map_or(code.as_str(), |stage| &stage.name)
}
