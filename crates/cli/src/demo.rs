//! The journey that is played, as a person reads it.

use crate::table::table;
use app::demo::Played;

/// The winners, and the files that were left.
pub fn demo_text(played: &Played) -> String {
    let mut text = String::new();
    for part in &played.parts {
        text.push_str(&format!("\n{}\n", part.heading));
        text.push_str(&table(
            &[
                "category",
                "title of honour",
                "entry",
                "innovation",
                "agency",
                ">score",
            ],
            part.winners.iter().map(|winner| winner.to_vec()),
        ));
    }
    text.push_str(&format!(
        "\n{}\n\nFiles in {}:\n",
        played.note, played.folder
    ));
    for file in &played.files {
        text.push_str(&format!("  {file}\n"));
    }
    text
}
