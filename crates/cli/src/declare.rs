//! What can be typed after `declare`: conflicts of interest.

use crate::answer::Answer;
use crate::run::opened;
use crate::table::table;
use app::Error;
use app::api::common::Nothing;
use app::api::declaration::{
    ConflictGround, ConflictKind, DeclarationChanged, DeclarationRow, DeclarationView,
    DeclaredEntry,
};
use app::api::word::Word;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct Declare {
    /// The judge's working copy
    pub file: PathBuf,
    /// The entry with which there is a conflict of interest
    #[arg(long)]
    pub entry: Option<String>,
    /// actual: you stand aside and your marks for it are deleted; potential: you mark, and it is made known
    #[arg(long, requires_all = ["entry", "ground"])]
    pub kind: Option<Word<ConflictKind>>,
    /// What it comes from: business, family, affiliation, other-work or other (bisnis, keluarga, afiliasi,
    /// pekerjaan-lain, lainnya)
    #[arg(long, requires = "kind", value_parser = ground)]
    pub ground: Option<Word<ConflictGround>>,
    /// In your words; needed where the ground is another one
    #[arg(long, requires = "kind")]
    pub text: Option<String>,
    /// Take back what was declared of the entry
    #[arg(long, requires = "entry", conflicts_with = "kind")]
    pub take_back: bool,
    /// Declare that there is no conflict of interest except those marked
    #[arg(long, conflicts_with = "entry")]
    pub none: bool,
}

/// The ground of that code, or of its Indonesian word.
fn ground(typed: &str) -> Result<Word<ConflictGround>, String> {
    let found = match typed.to_lowercase().as_str() {
        "bisnis" | "finansial" => ConflictGround::Business,
        "keluarga" | "kerabat" => ConflictGround::Family,
        "afiliasi" => ConflictGround::Affiliation,
        "pekerjaan-lain" | "pekerjaan lain" => ConflictGround::OtherWork,
        "lainnya" => ConflictGround::Other,
        code => return code.parse().map_err(|error| format!("{error}")),
    };
    Ok(found.into())
}

/// Declares, takes back, makes the whole declaration, or shows it.
pub fn declare(asked: Declare) -> Result<Answer, Error> {
    let session = opened(&asked.file)?;
    let Some(entry) = asked.entry else {
        let view = if asked.none {
            app::desk::finish_declaration(&session, Nothing {})?
        } else {
            app::desk::declaration(&session, Nothing {})?
        };
        return Ok(Answer::of(&view, whole));
    };
    let changed = match (asked.kind, asked.ground) {
        (Some(kind), Some(ground)) => {
            let conflict = app::api::declaration::Declare {
                entry,
                kind,
                ground,
                text: asked.text.unwrap_or_default(),
            };
            app::desk::declare(&session, conflict)?
        }
        _ if asked.take_back => {
            app::desk::take_back_declaration(&session, DeclaredEntry { entry })?
        }
        _ => {
            let view = app::desk::declaration(&session, Nothing {})?;
            let rows = view.rows.into_iter().filter(|row| row.entry == entry);
            let view = DeclarationView {
                rows: rows.collect(),
                ..view
            };
            return Ok(Answer::of(&view, whole));
        }
    };
    Ok(Answer::of(&changed, |changed: &DeclarationChanged| {
        rows(std::slice::from_ref(&changed.row))
    }))
}

fn whole(view: &DeclarationView) -> String {
    let declared: Vec<DeclarationRow> = view
        .rows
        .iter()
        .filter(|row| row.conflict.is_some())
        .cloned()
        .collect();
    let said = match &view.declared_at {
        Some(at) => format!("declared on {at}: no conflict of interest except those marked\n"),
        None => "not declared yet: timbang declare FILE --none\n".to_owned(),
    };
    let entries = view.rows.len();
    if declared.is_empty() {
        return format!("{said}no conflict of interest marked among {entries} entries\n");
    }
    said + &rows(&declared)
}

fn rows(rows: &[DeclarationRow]) -> String {
    let rows = rows.iter().map(|row| {
        let conflict = row.conflict.as_ref();
        let word = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
        vec![
            row.entry.clone(),
            row.title.clone(),
            word(conflict.map(|conflict| conflict.kind.to_string())),
            word(conflict.map(|conflict| conflict.ground.to_string())),
            conflict.map_or_else(String::new, |conflict| conflict.text.clone()),
        ]
    });
    table(&["entry", "title", "conflict", "ground", "text"], rows)
}
