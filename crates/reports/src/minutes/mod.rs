//! The minutes of one visit (*berita acara verifikasi lapangan*) as a page to print on the spot: signed on paper, photographed and
//! added to the visit.

mod words;
mod xlsx;

pub use xlsx::xlsx;

use crate::Heading;
use judging::rules::Rules;
use judging::visit::{Predecessor, Visit, VisitPersons};

/// A visit with what its minutes name.
#[derive(Debug, Clone)]
pub struct Minutes<'a> {
    /// The rules in force.
    pub rules: &'a Rules,
    /// Whether the visit is a draft, and when the page was made.
    pub heading: Heading,
    /// Title of the entry.
    pub title: &'a str,
    /// Who stands behind it.
    pub agency: &'a str,
    /// What was seen.
    pub visit: &'a Visit,
    /// Who visited and who was met.
    pub persons: &'a VisitPersons,
    /// What the entry was in an earlier competition, where it is a return visit.
    pub before: Option<&'a Predecessor>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::{check_golden, dump, heading, rules};
    use judging::VisitId;
    use judging::visit::{
        CheckedClaim, FoundBefore, Method, Person, Recommendation, Respondent, Verdict,
    };

    fn person(name: &str, post: &str) -> Person {
        Person {
            name: name.into(),
            nip: "198609262015051001".into(),
            post: post.into(),
            institution: "BRIDA".into(),
        }
    }

    #[test]
    fn the_minutes_say_what_was_found_also_before_and_have_room_to_sign() {
        let id = VisitId([1; 16]);
        let begun = Visit::begun(
            id,
            "verifikasi".parse().unwrap(),
            "DESA-001".parse().unwrap(),
        );
        let claim = CheckedClaim {
            text: "Jumlah penerima manfaat".into(),
            criterion: None,
            claimed: "500".into(),
            found: "=410".into(),
            unit: Some("orang".into()),
            method: Some(Method::OriginalDocument),
            verdict: Some(Verdict::Partly),
            note: "daftar hadir".into(),
            photos: Vec::new(),
        };
        let visit = Visit {
            began: Some("2023-11-21T09:10:00+08:00".parse().unwrap()),
            ended: Some("2023-11-21T11:00:00+08:00".parse().unwrap()),
            place: "Desa Loa Duri".into(),
            office: "Kantor Desa".into(),
            claims: vec![claim],
            recommendation: Some(Recommendation::EligibleWithNotes),
            reason: "dasar hukum belum Perbup".into(),
            dissent: "seorang anggota menilai tidak layak".into(),
            ..begun
        };
        let persons = VisitPersons {
            visit: id,
            team: vec![person("Sri Wahyuni", "Ketua"), person("Budi", "Anggota")],
            officer: Some(person("Rita", "Sekretaris Desa")),
            respondents: vec![Respondent {
                initials: "S.W.".into(),
                role: "petani".into(),
                satisfied: Some(true),
                why: "panen naik".into(),
            }],
        };
        let minutes = Minutes {
            rules: &rules(),
            heading: heading(),
            title: "TAMBAK REVITALISASI",
            agency: "Desa Loa Duri",
            visit: &visit,
            persons: &persons,
            before: None,
        };
        let document = xlsx(&minutes).unwrap();
        check_golden("minutes.xlsx", &document, &dump(&document));
        let found = |text: &str, found: &str, verdict| FoundBefore {
            text: text.into(),
            claimed: "600".into(),
            found: found.into(),
            unit: Some("orang".into()),
            verdict,
            day: Some("2022-11-21".parse().unwrap()),
        };
        let before = Predecessor {
            entry: visit.entry.clone(),
            competition: "Pekan Inovasi 2022".into(),
            code: "DESA-017".parse().unwrap(),
            title: "TAMBAK REVITALISASI".into(),
            agency: "Desa Loa Duri".into(),
            claims: vec![
                found("jumlah penerima manfaat", "=550", Verdict::Confirmed),
                found("Jumlah penerima manfaat", "", Verdict::NotCheckable),
                found("Tambak yang aktif", "12", Verdict::Partly),
            ],
        };
        let minutes = Minutes {
            before: Some(&before),
            ..minutes
        };
        let document = xlsx(&minutes).unwrap();
        check_golden("minutes-return.xlsx", &document, &dump(&document));
    }
}
