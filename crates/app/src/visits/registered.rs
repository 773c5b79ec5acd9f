//! What the register claims of an entry, beside the claims that a visit checks.

use judging::entry::{Field, Registration};

/// Something that registers claim and a visit can check.
pub(super) struct Registered {
    /// The claim in words, where the rules have none for it.
    pub text: &'static str,
    /// A claim with one of these in it, in small letters, is about it.
    claims: &'static [&'static str],
    /// The column that says it, where it is one of those every register has.
    field: Option<Field>,
    /// A column of another meaning says it, if its heading has one of these in it.
    headings: &'static [&'static str],
}

/// In the order in which they are proposed.
pub(super) const REGISTERED: [Registered; 9] = [
    Registered {
        text: "Tanggal mulai diterapkan",
        claims: &["mulai diterapkan", "tanggal penerapan"],
        field: Some(Field::StartDate),
        headings: &[],
    },
    Registered {
        text: "Tanggal uji coba",
        claims: &["uji coba"],
        field: Some(Field::TrialDate),
        headings: &[],
    },
    Registered {
        text: "Jumlah penerima manfaat",
        claims: &["penerima manfaat", "pengguna"],
        field: None,
        headings: &["penerima manfaat", "jumlah pengguna", "pengguna layanan"],
    },
    Registered {
        text: "Dasar hukum",
        claims: &["dasar hukum", "regulasi"],
        field: None,
        headings: &["dasar hukum", "regulasi", "landasan hukum"],
    },
    Registered {
        text: "Anggaran",
        claims: &["anggaran", "biaya"],
        field: None,
        headings: &["anggaran", "biaya"],
    },
    Registered {
        text: "Pelaksana",
        claims: &["pelaksana"],
        field: None,
        headings: &["pelaksana", "tim pengelola"],
    },
    Registered {
        text: "Replikasi",
        claims: &["replikasi"],
        field: None,
        headings: &["replikasi"],
    },
    Registered {
        text: "Bukti dukung",
        claims: &["bukti dukung"],
        field: Some(Field::Evidence),
        headings: &["tautan dokumen", "link dokumen"],
    },
    Registered {
        text: "Video",
        claims: &["video"],
        field: Some(Field::Video),
        headings: &[],
    },
];

impl Registered {
    /// Whether a claim in these words is about it.
    pub fn is_meant_by(&self, claim: &str) -> bool {
        let claim = claim.to_lowercase();
        self.claims.iter().any(|words| claim.contains(words))
    }

    /// What the register says of it: the column that is known to, otherwise the first whose heading says so.
    pub fn said_in<'a>(&self, registration: &'a Registration) -> Option<&'a str> {
        let field = self.field.and_then(|field| registration.fields.get(&field));
        let heads = |heading: &str| {
            let heading = heading.to_lowercase();
            self.headings.iter().any(|words| heading.contains(words))
        };
        let mut other = registration.other.iter();
        let other = other.find(|(heading, said)| heads(heading) && !said.trim().is_empty());
        let said = field.or(other.map(|(_, said)| said));
        said.map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(claim: &str, columns: &[(&str, &str)], says: Option<&str>) {
        let registration = Registration {
            fields: [(Field::StartDate, "2021-03-01".to_owned())].into(),
            other: columns
                .iter()
                .map(|(heading, said)| ((*heading).to_owned(), (*said).to_owned()))
                .collect(),
            ..Registration::default()
        };
        let found = REGISTERED.iter().find(|known| known.is_meant_by(claim));
        assert_eq!(found.and_then(|known| known.said_in(&registration)), says);
    }

    #[test]
    fn a_column_of_the_register_answers_the_claim_that_its_heading_means() {
        let columns = [
            ("Dasar Hukum Inovasi", "SK Bupati 12/2021"),
            ("Jumlah Pengguna", "500"),
        ];
        check("Tanggal mulai diterapkan", &columns, Some("2021-03-01"));
        check("Jumlah penerima manfaat", &columns, Some("500"));
        check("Dasar hukum", &columns, Some("SK Bupati 12/2021"));
        check("Anggaran", &columns, None);
        check("Berjalan saat dikunjungi", &columns, None);
    }

    #[test]
    fn an_empty_cell_says_nothing() {
        check("Anggaran", &[("Anggaran 2022", " ")], None);
        check(
            "Anggaran",
            &[("Anggaran 2022", ""), ("Anggaran 2023", "5000000")],
            Some("5000000"),
        );
    }
}
