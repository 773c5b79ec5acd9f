/// Titles by rank, as announced.
const AWARDS: [&str; 6] = [
    "Juara I",
    "Juara II",
    "Juara III",
    "Juara Harapan I",
    "Juara Harapan II",
    "Juara Harapan III",
];

/// The title of a rank; none below the sixth. Entries that share a rank share its title.
#[must_use]
pub fn award(rank: u32) -> Option<&'static str> {
    let place = usize::try_from(rank).ok()?.checked_sub(1)?;
    AWARDS.get(place).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_ranks_have_titles_and_no_other() {
        let titles = [0, 1, 3, 4, 6, 7].map(award);
        let expected = [
            None,
            Some("Juara I"),
            Some("Juara III"),
            Some("Juara Harapan I"),
            Some("Juara Harapan III"),
            None,
        ];
        assert_eq!(titles, expected);
    }
}
