//! What an entry was known by when this judge marked it, where the chair amended it since.

use crate::Error;
use crate::api::decisions::Particulars;
use judging::decision;
use judging::entry::Entry;
use judging::sheet::SheetOrigin;
use store::Contents;

/// What the packet under which the sheet was last changed said of the entry; none where that is what is said now.
///
/// # Errors
/// That the packet kept in the working copy cannot be read.
pub(super) fn marked_as(
    contents: &Contents,
    origin: &SheetOrigin,
    entry: &Entry,
) -> Result<Option<Particulars>, Error> {
    let Some(at) = origin.packet else {
        return Ok(None);
    };
    if at + 1 == store::opened_packets::count(contents)? {
        return Ok(None);
    }
    let Some(bytes) = store::opened_packets::bytes(contents, at)? else {
        return Ok(None);
    };
    let packet = exchange::packet::read(&bytes)?.packet;
    let then = packet.entries.iter().find(|then| then.code == entry.code);
    let known = then.map(decision::Particulars::of);
    let differs = known.filter(|known| *known != decision::Particulars::of(entry));
    Ok(differs.as_ref().map(Into::into))
}
