//! A judge's receipt in a terminal.

use crate::answer::Answer;
use crate::run::{opened, text};
use crate::table::table;
use app::Error;
use app::api::common::File;
use app::api::receipt::ReceiptView;
use std::path::Path;

/// Whether each final sheet of the working copy's judge counts in the pack.
pub fn receipt(file: &Path, pack: &Path) -> Result<Answer, Error> {
    let asked = File { file: text(pack) };
    let receipt = app::desk::receipt(&opened(file)?, asked)?;
    Ok(Answer::of(&receipt, shown).refused_if(!receipt.all))
}

fn shown(receipt: &ReceiptView) -> String {
    let rows = receipt.rows.iter().map(|row| {
        vec![
            row.stage.clone(),
            row.entry.clone(),
            row.title.clone(),
            if row.counted {
                "counted"
            } else {
                "not counted"
            }
            .to_owned(),
            row.reason
                .map(|reason| reason.to_string())
                .unwrap_or_default(),
            row.detail.clone().unwrap_or_default(),
        ]
    });
    let counted = receipt.rows.iter().filter(|row| row.counted).count();
    format!(
        "{}\nchair {}\n\n{}\n{counted} of {} final sheets count as they were given\n",
        receipt.name,
        receipt.chair,
        table(
            &["stage", "entry", "title", "counted", "reason", "detail"],
            rows
        ),
        receipt.rows.len(),
    )
}
