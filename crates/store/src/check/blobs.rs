use super::Flaw;
use crate::{Contents, StoreError, hash_of, row};
use judging::Hash;

/// What is named by its hash: the noun, and a query for `name`, `hash` and `bytes`.
const NAMED: [(&str, &str); 6] = [
    ("rules", include_str!("rules.sql")),
    ("hand-over", include_str!("hand_overs.sql")),
    ("photo", include_str!("photos.sql")),
    ("decision", include_str!("decisions.sql")),
    ("packet", include_str!("packets.sql")),
    ("own hand-over", include_str!("handed_over.sql")),
];

/// Bytes that are not those of their hash. One row is in memory at a time.
pub fn wrong(contents: &Contents) -> Result<Vec<Flaw>, StoreError> {
    let mut flaws = Vec::new();
    for (noun, sql) in NAMED {
        let mut statement = contents.connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let bytes = row.get_ref("bytes")?.as_bytes();
            if bytes.map(hash_of) != Ok(row::hash(row, "hash")?) {
                let name = row.get("name")?;
                flaws.push(Flaw::Bytes { noun, name });
            }
        }
    }
    Ok(flaws)
}

/// Hand-overs without their bytes.
pub fn missing(contents: &Contents) -> Result<Vec<Flaw>, StoreError> {
    let hashes: Vec<Hash> = contents.rows(include_str!("missing.sql"), [], |row| {
        row::hash(row, "hash")
    })?;
    Ok(hashes.into_iter().map(Flaw::Missing).collect())
}
