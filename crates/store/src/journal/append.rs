use super::{Line, NewLine, chained, head};
use crate::{StoreError, Write};

/// Writes one line at the end.
///
/// # Errors
/// [`StoreError`] when it cannot be written.
pub fn append(write: &Write<'_>, act: &NewLine<'_>) -> Result<Line, StoreError> {
    let (last, previous) = head(write)?;
    let detail = act.detail.to_string();
    let seq = last + 1;
    let texts = [act.op, act.subject, &detail];
    let line = Line {
        hash: chained(previous, seq, act.at, act.device, texts),
        seq,
        at: act.at,
        device: act.device,
        op: act.op.to_owned(),
        subject: act.subject.to_owned(),
        detail,
        previous,
    };
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
