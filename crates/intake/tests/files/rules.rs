//! Rules with nothing but categories.

use judging::CategoryCode;
use judging::rules::{Category, Rounding, RoundingLevel, RoundingMode, Rules};

/// Code, name, synonyms joined by `|`.
pub fn rules(categories: &[(&str, &str, &str)]) -> Rules {
    let category = |&(code, name, synonyms): &(&str, &str, &str)| Category {
        code: CategoryCode::new(code).unwrap(),
        name: name.to_owned(),
        synonyms: synonyms
            .split('|')
            .filter(|s| !s.is_empty())
            .map(str::to_owned)
            .collect(),
    };
    Rules {
        name: String::new(),
        organizer: String::new(),
        source: String::new(),
        rounding: Rounding {
            digits: 2,
            mode: RoundingMode::HalfUp,
            at: RoundingLevel::Final,
        },
        obligation: None,
        categories: categories.iter().map(category).collect(),
        stages: Vec::new(),
    }
}

/// Those of the invented layouts.
pub fn of_layouts() -> Rules {
    rules(&[
        ("OPD", "Organisasi Perangkat Daerah", "Perangkat Daerah"),
        ("KEC", "Kecamatan", ""),
        ("DESA", "Kelurahan/Desa", ""),
        ("RSUD", "RSUD", ""),
        ("MASY", "Masyarakat", "Umum"),
        ("SISWA", "Pelajar", ""),
        ("ASN", "Aparatur", ""),
    ])
}
