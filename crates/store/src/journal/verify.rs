use super::{beginning, line};
use crate::{Contents, StoreError};

/// A place where the chain does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Break {
    /// Lines before this one are missing.
    #[error("line {0} does not follow the one before it: lines are missing")]
    Missing(u32),
    /// The line names another line before it than the one that is there.
    #[error("line {0} does not continue the line before it")]
    Previous(u32),
    /// The line does not say what it said when it was written.
    #[error("line {0} was changed after it was written")]
    Changed(u32),
}

/// Goes along the whole chain and names every place where it does not hold.
///
/// # Errors
/// [`StoreError`] when the journal cannot be read.
pub fn verify(contents: &Contents) -> Result<Vec<Break>, StoreError> {
    let mut statement = contents.connection.prepare_cached(
        "SELECT seq, at, device, op, subject, detail, previous, hash FROM journal \
         ORDER BY seq",
    )?;
    let lines = statement.query_map([], line)?;
    let (mut expected, mut previous) = (1, beginning(contents)?);
    let mut breaks = Vec::new();
    for line in lines {
        let line = line?;
        if line.seq != expected {
            breaks.push(Break::Missing(line.seq));
        } else if line.previous != previous {
            breaks.push(Break::Previous(line.seq));
        }
        if line.hash != line.expected_hash() {
            breaks.push(Break::Changed(line.seq));
        }
        (expected, previous) = (line.seq + 1, line.hash);
    }
    Ok(breaks)
}
