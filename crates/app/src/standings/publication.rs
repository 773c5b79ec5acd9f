//! Whether the result can be published, and whether the one that was published still stands.

use crate::Error;
use judging::Hash;
use judging::case::Case;
use judging::decision::{Act, in_force};
use judging::ranking::{Row, Standings};
use judging::results::Results;

/// The name of the final standing, if nothing stands in the way of publishing it.
///
/// # Errors
/// `publication-blocked` with the first thing in the way; `nothing-to-publish` when no entry is ranked.
pub(crate) fn publishable(results: &Results) -> Result<Hash, Error> {
    if let Some(first) = results.blocks.first() {
        return Err(Error::new("publication-blocked", first.to_string()));
    }
    let mut rankings = results.overall.rankings.iter();
    if !rankings.any(|ranking| ranking.rows.iter().any(|row| row.rank.is_some())) {
        return Err(Error::new("nothing-to-publish", "no entry is ranked yet"));
    }
    Ok(name_of(&results.overall))
}

/// The name of a standing: BLAKE3 over one line for each entry, in its order, of category, rank, entry, status, score and
/// exact fraction, separated by tabs; what is not there is empty.
fn name_of(standings: &Standings) -> Hash {
    let line = |row: &Row| {
        let rank = row.rank.map(|rank| rank.to_string()).unwrap_or_default();
        let (score, exact) = match &row.score {
            Some(score) => (score.text.clone(), score.exact.to_string()),
            None => Default::default(),
        };
        let (category, entry) = (&row.category, &row.entry);
        format!(
            "{category}\t{rank}\t{entry}\t{}\t{score}\t{exact}\n",
            row.status
        )
    };
    let rows = standings.rankings.iter().flat_map(|ranking| &ranking.rows);
    store::hash_of(rows.map(line).collect::<String>().as_bytes())
}

/// A result made public.
pub(crate) struct Publication {
    /// When, in seconds since 1970.
    pub made_at: i64,
    /// How many publications came before it.
    pub revision: usize,
    /// Whether the final standing is still the same.
    pub stands: bool,
}

/// The last publication that holds, and whether the final standing is still the one published.
pub(crate) fn publication(case: &Case, results: &Results) -> Option<Publication> {
    let published: Vec<_> = in_force(&case.decisions)
        .into_iter()
        .filter_map(|decision| match decision.act {
            Act::Publish { standings, .. } => Some((decision.made_at, standings)),
            _ => None,
        })
        .collect();
    let &(made_at, standings) = published.last()?;
    Some(Publication {
        made_at,
        revision: published.len() - 1,
        stands: name_of(&results.overall) == standings,
    })
}
