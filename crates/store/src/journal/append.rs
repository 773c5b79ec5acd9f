use super::{Act, Line, head};
use crate::{StoreError, Write};
use judging::Hash;

/// Writes one line at the end.
///
/// # Errors
/// [`StoreError`] when it cannot be written.
pub fn append(write: &Write<'_>, act: &Act<'_>) -> Result<Line, StoreError> {
    let (last, previous) = head(write)?;
    let mut line = Line {
        seq: last + 1,
        at: act.at,
        device: act.device,
        op: act.op.to_owned(),
        subject: act.subject.to_owned(),
        detail: act.detail.to_string(),
        previous,
        hash: Hash([0; 32]),
    };
    line.hash = line.expected_hash();
    let params = (
        line.seq,
        line.at,
        line.device.0,
        &line.op,
        &line.subject,
        &line.detail,
        line.previous.0,
        line.hash.0,
    );
    write.change(
        "INSERT INTO journal (seq, at, device, op, subject, detail, previous, hash) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params,
    )?;
    Ok(line)
}
