use super::APPLICATION_ID;
use crate::StoreError;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Looks at the first bytes of a file, before any database code does: is it ours at all?
///
/// They are those of SQLite's file format: a magic of 16 bytes at 0, the application id at 68.
pub fn look(path: &Path) -> Result<(), StoreError> {
    let file = File::open(path)?;
    if !file.metadata()?.is_file() {
        return Err(StoreError::NotTimbang);
    }
    let mut head = Vec::with_capacity(100);
    file.take(100).read_to_end(&mut head)?;
    let ours = head.get(..16) == Some(b"SQLite format 3\0".as_slice())
        && head.get(68..72) == Some(APPLICATION_ID.to_be_bytes().as_slice());
    if ours && head.len() == 100 {
        Ok(())
    } else {
        Err(StoreError::NotTimbang)
    }
}
