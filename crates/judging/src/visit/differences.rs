use super::{CheckedClaim, Visit};

/// One claim, and what each of several visits found of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimOfVisits<'a> {
    /// The claim, as the first visit words it.
    pub text: &'a str,
    /// By visit; none where it does not speak of the claim.
    pub found: Vec<Option<&'a CheckedClaim>>,
}

impl ClaimOfVisits<'_> {
    /// Whether the verdicts of visits differ.
    #[must_use]
    pub fn differs(&self) -> bool {
        let found = self.found.iter().flatten();
        let mut verdicts = found.filter_map(|claim| claim.verdict);
        let first = verdicts.next();
        verdicts.any(|verdict| Some(verdict) != first)
    }
}

/// The claims of visits to one entry, in the order in which the visits name them; the same words are the same claim,
/// whatever their case.
#[must_use]
pub fn claims_of<'a>(visits: &[&'a Visit]) -> Vec<ClaimOfVisits<'a>> {
    let mut claims: Vec<ClaimOfVisits<'a>> = Vec::new();
    for (place, visit) in visits.iter().enumerate() {
        for claim in &visit.claims {
            let is_same = |known: &&mut ClaimOfVisits<'a>| same_claim(known.text, &claim.text);
            match claims.iter_mut().find(is_same) {
                Some(known) => known.found[place] = Some(claim),
                None => {
                    let mut found = vec![None; visits.len()];
                    found[place] = Some(claim);
                    claims.push(ClaimOfVisits {
                        text: &claim.text,
                        found,
                    });
                }
            }
        }
    }
    claims
}

/// Whether two texts name the same claim.
#[must_use]
pub fn same_claim(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}
