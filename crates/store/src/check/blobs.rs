use super::Flaw;
use crate::{Contents, StoreError, hash_of, row};
use judging::Hash;

/// What is kept with the hash of its bytes: the noun, and a query for `name`, `hash` and `bytes`.
const NAMED: [(&str, &str); 6] = [
    (
        "rules",
        "SELECT CAST(revision AS TEXT) AS name, hash, text AS bytes FROM rules \
         ORDER BY revision",
    ),
    (
        "hand-over",
        "SELECT lower(hex(hash)) AS name, digest AS hash, bytes FROM hand_over_bytes ORDER BY hash",
    ),
    (
        "attachment",
        "SELECT lower(hex(hash)) AS name, hash, bytes FROM attachment ORDER BY hash",
    ),
    (
        "decision",
        "SELECT CAST(number AS TEXT) AS name, digest AS hash, bytes FROM decision ORDER BY number",
    ),
    (
        "packet",
        "SELECT lower(hex(hash)) AS name, digest AS hash, bytes FROM opened_packet ORDER BY id",
    ),
    (
        "own hand-over",
        "SELECT CAST(number AS TEXT) AS name, digest AS hash, bytes FROM handed_over ORDER BY number",
    ),
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
    let hashes: Vec<Hash> = contents.rows(
        "SELECT hash FROM hand_over WHERE hash NOT IN (SELECT hash FROM hand_over_bytes) \
         ORDER BY hash",
        [],
        |row| row::hash(row, "hash"),
    )?;
    Ok(hashes.into_iter().map(Flaw::Missing).collect())
}
