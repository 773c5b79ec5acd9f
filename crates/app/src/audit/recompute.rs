use crate::api::audit::Recomputed;
use crate::api::common::File;
use crate::documents::published;
use crate::{Error, Session, keys, time};
use exchange::pack::PackFile;
use judging::case::Case;
use serde_json::Value;
use std::path::Path;
use std::sync::Arc;

/// Rebuilds the standings from a result pack alone, and says whether they are those in it. Needs no competition file.
///
/// # Errors
/// That the file is no result pack, or a signature or hash in it does not hold.
pub fn recompute(_: &Session, asked: File) -> Result<Recomputed, Error> {
    let file = Path::new(&asked.file);
    let bytes = crate::documents::read_small(file)?;
    let pack = exchange::pack::read(&bytes).map_err(|error| Error::from(error).in_file(file))?;
    let in_pack: Value = serde_json::from_slice(pack.standings).map_err(|error| {
        Error::new(
            "file-damaged",
            format!("its standings cannot be read: {error}"),
        )
        .in_file(file)
    })?;
    let mut verified = verified(&pack);
    let chair = keys::words(pack.chair);
    let case = case(pack)?;
    let again = published(&case)?;
    let computed =
        serde_json::to_value(&again).map_err(|error| Error::new("document", error.to_string()))?;
    let difference = difference("", &in_pack, &computed);
    let publication = crate::standings::publication(&case)?;
    if let Some(publication) = &publication {
        let word = if publication.stands {
            "the final standing is the one that was published"
        } else {
            "the final standing has changed since it was published"
        };
        verified.push(word.to_owned());
    }
    Ok(Recomputed {
        name: case.rules().name.clone(),
        chair,
        published_at: publication.map(|one| time::text(one.made_at)),
        equal: difference.is_none(),
        difference,
        verified,
        standings: again.overall,
    })
}

fn verified(pack: &PackFile<'_>) -> Vec<String> {
    vec![
        "the chair's signature over the pack".to_owned(),
        format!(
            "{} hand-overs, each with the signature of its device",
            pack.hand_overs.len()
        ),
        format!(
            "{} decisions, each with the chair's signature",
            pack.decisions.len()
        ),
        format!(
            "rules {}, changed {} times by decision",
            pack.history.hash(),
            pack.history.changes().len()
        ),
    ]
}

fn case(pack: PackFile<'_>) -> Result<Case, Error> {
    let hand_overs = pack.hand_overs.into_iter();
    let decisions = pack.decisions.into_iter().map(|file| file.decision);
    let case = Case::new(
        pack.history,
        pack.entries,
        pack.judges,
        hand_overs.map(|file| Arc::new(file.hand_over)),
        decisions.collect(),
        pack.unknown,
    );
    Ok(case?)
}

/// The first place where two documents differ, in plain words.
fn difference(place: &str, packed: &Value, computed: &Value) -> Option<String> {
    let at = |key: &dyn std::fmt::Display| {
        if place.is_empty() {
            key.to_string()
        } else {
            format!("{place} › {key}")
        }
    };
    match (packed, computed) {
        (Value::Object(one), Value::Object(other)) => {
            one.keys().chain(other.keys()).find_map(|key| {
                difference(
                    &at(key),
                    one.get(key).unwrap_or(&Value::Null),
                    other.get(key).unwrap_or(&Value::Null),
                )
            })
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => one
            .iter()
            .zip(other)
            .enumerate()
            .find_map(|(n, (one, other))| {
                let name = other
                    .get("entry")
                    .or_else(|| other.get("code"))
                    .and_then(Value::as_str);
                let name = name.map_or_else(|| (n + 1).to_string(), str::to_owned);
                difference(&at(&name), one, other)
            }),
        (Value::Array(one), Value::Array(other)) => Some(format!(
            "{place}: {} in the pack, {} computed",
            one.len(),
            other.len()
        )),
        _ if packed == computed => None,
        _ => Some(format!(
            "{place}: {packed} in the pack, {computed} computed"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn check(packed: Value, computed: Value, expected: Option<&str>) {
        assert_eq!(difference("", &packed, &computed).as_deref(), expected);
    }

    #[test]
    fn the_first_difference_is_named_by_its_entry_and_field() {
        let rows = |score: &str| json!({ "rows": [{ "entry": "A-001", "score": "1.00" }, { "entry": "A-002", "score": score }] });
        check(rows("2.00"), rows("2.00"), None);
        check(
            rows("2.00"),
            rows("2.01"),
            Some("rows › A-002 › score: \"2.00\" in the pack, \"2.01\" computed"),
        );
        check(
            json!([1]),
            json!([1, 2]),
            Some(": 1 in the pack, 2 computed"),
        );
    }
}
