//! Why an entry is not ranked, in Indonesian.

use judging::JudgeCode;
use judging::scoring::Obstacle;

/// The reason as a document prints it.
#[must_use]
pub fn text(obstacle: &Obstacle) -> String {
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
        } => format!("kriteria {criterion} baru punya {marks} nilai, sedikitnya {needed}"),
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
        Obstacle::Cut(stage) => format!("tidak lolos nominasi tahap {stage}"),
        Obstacle::Gate(stage) => format!("menunggu keputusan kelulusan verifikasi tahap {stage}"),
        Obstacle::NotBegun => "penilaian belum dimulai".to_owned(),
    }
}

fn list(judges: &[JudgeCode]) -> String {
    let codes: Vec<&str> = judges.iter().map(JudgeCode::as_str).collect();
    codes.join(", ")
}
