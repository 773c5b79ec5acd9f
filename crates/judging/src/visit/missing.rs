use super::{Recommendation, Visit};

crate::words! {
    /// What a visit lacks before it can be final.
    pub enum MissingPart {
        /// When it began.
        Began = "began",
        /// A claim without a verdict.
        Verdict = "verdict",
        /// What is recommended.
        Recommendation = "recommendation",
        /// Why it is not recommended without more.
        Reason = "reason",
    }
}

/// What the visit lacks, in the order in which it is written; a missing verdict with the place of its claim, from 0.
#[must_use]
pub fn missing(visit: &Visit) -> Vec<(MissingPart, Option<usize>)> {
    let mut parts = Vec::new();
    if visit.began.is_none() {
        parts.push((MissingPart::Began, None));
    }
    let unchecked = visit.claims.iter().enumerate();
    let unchecked = unchecked.filter(|(_, claim)| claim.verdict.is_none());
    parts.extend(unchecked.map(|(place, _)| (MissingPart::Verdict, Some(place))));
    match visit.recommendation {
        None => parts.push((MissingPart::Recommendation, None)),
        Some(Recommendation::Eligible) => {}
        Some(_) if visit.reason.trim().is_empty() => parts.push((MissingPart::Reason, None)),
        Some(_) => {}
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::VisitId;

    #[test]
    fn a_visit_lacks_what_a_reader_would_ask_for() {
        let mut visit = Visit::begun(
            VisitId([1; 16]),
            "verifikasi".parse().unwrap(),
            "OPD-001".parse().unwrap(),
        );
        let began = (MissingPart::Began, None);
        let recommendation = (MissingPart::Recommendation, None);
        assert_eq!(missing(&visit), [began, recommendation]);
        visit.began = Some("2023-11-21T09:10:00+08:00".parse().unwrap());
        visit.recommendation = Some(Recommendation::NotEligible);
        assert_eq!(missing(&visit), [(MissingPart::Reason, None)]);
        visit.reason = "tidak ditemukan".into();
        assert_eq!(missing(&visit), []);
    }
}
