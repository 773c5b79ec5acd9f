//! For which entries a judge stands aside. The judge's words about it are an attachment.

use crate::Refusal;
use crate::record::{Record, list, map, text};
use ciborium::Value;
use judging::declaration::Recusal;

pub(super) fn write(recusals: &[Recusal]) -> Value {
    list(recusals, |recusal| {
        map([
            ("stage", text(&recusal.stage)),
            ("entry", text(&recusal.entry)),
            ("ground", text(recusal.ground)),
        ])
    })
}

pub(super) fn read(
    record: &mut Record,
    unknown: &mut Vec<String>,
) -> Result<Vec<Recusal>, Refusal> {
    let read = |mut record: Record| {
        let recusal = Recusal {
            stage: record.parsed("stage")?,
            entry: record.parsed("entry")?,
            ground: record.word("ground")?,
        };
        record.finish(unknown);
        Ok(recusal)
    };
    record.records("recusals")?.into_iter().map(read).collect()
}
