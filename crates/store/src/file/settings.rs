use crate::StoreError;
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::types::Value;

/// How long to wait for another process that is just closing the file, in milliseconds.
const BUSY: &str = "1000";

/// Name, value to set, value that must come back. `locking_mode` goes before `journal_mode`: then the index of the
/// write-ahead log stays in memory, and the file can lie on a network drive.
const SETTINGS: [(&str, &str, &str); 10] = [
    ("busy_timeout", BUSY, BUSY),
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", "2"),
    ("foreign_keys", "ON", "1"),
    ("trusted_schema", "OFF", "0"),
    ("cell_size_check", "ON", "1"),
    ("temp_store", "MEMORY", "2"),
    ("cache_size", "-32768", "-32768"),
    ("journal_size_limit", "16777216", "16777216"),
];

/// Bytes of a page. Of SQLite's own size a page holds four entries and stays empty where a fifth does not fit: the file is
/// a tenth larger, and a large registration takes a fifth longer to store.
const PAGE: &str = "page_size = 16384";

const FLAGS: [(DbConfig, &str, bool); 3] = [
    (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, "defensive", true),
    (DbConfig::SQLITE_DBCONFIG_DQS_DML, "dqs_dml", false),
    (DbConfig::SQLITE_DBCONFIG_DQS_DDL, "dqs_ddl", false),
];

/// Sets what safety depends on and makes sure that it holds.
pub fn settle(connection: &Connection) -> Result<(), StoreError> {
    for (flag, name, wanted) in FLAGS {
        let found = connection.set_db_config(flag, wanted)?;
        if found != wanted {
            return Err(StoreError::Setting {
                name,
                wanted: if wanted { "on" } else { "off" },
                found: found.to_string(),
            });
        }
    }
    // Only a file in which there is nothing yet takes it; the others keep theirs.
    pragma(connection, PAGE)?;
    for (name, value, wanted) in SETTINGS {
        pragma(connection, &format!("{name} = {value}"))?;
        let found = pragma(connection, name)?;
        if found != wanted {
            return Err(StoreError::Setting {
                name,
                wanted,
                found,
            });
        }
    }
    connection.set_prepared_statement_cache_capacity(64);
    Ok(())
}

/// Runs a pragma and gives its (last) value as text; empty when it returns none.
pub fn pragma(connection: &Connection, text: &str) -> Result<String, StoreError> {
    let mut statement = connection.prepare(&format!("PRAGMA {text}"))?;
    let mut rows = statement.query([])?;
    let mut value = String::new();
    while let Some(row) = rows.next()? {
        value = match row.get(0)? {
            Value::Integer(number) => number.to_string(),
            Value::Text(text) => text,
            _ => String::new(),
        };
    }
    Ok(value)
}
