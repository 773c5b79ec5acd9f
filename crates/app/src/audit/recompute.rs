use crate::api::audit::Recomputed;
use crate::api::common::File;
use crate::case::case_of_pack;
use crate::{Error, Session, keys, time};
use exchange::Refusal;
use exchange::pack::PackFile;
use exchange::result::{ArchivedResult, difference};
use judging::results::results;
use std::path::Path;

/// Rebuilds the standings from a result pack alone, and says whether they are those in it. Needs no competition file.
///
/// # Errors
/// That the file is no result pack, or a signature or hash in it does not hold.
pub fn recompute(_: &Session, asked: File) -> Result<Recomputed, Error> {
    let file = Path::new(&asked.file);
    let bytes = crate::files::read_small(file)?;
    let refused = |refusal: Refusal| Error::from(refusal).in_file(file);
    let mut pack = exchange::pack::read(&bytes).map_err(refused)?;
    let (in_pack, unknown) = exchange::result::read(pack.standings).map_err(refused)?;
    let places = unknown.iter().map(|place| format!("standings.{place}"));
    pack.unknown.extend(places);
    let mut verified = verified(&pack);
    let chair = keys::words(pack.chair);
    let case = case_of_pack(pack)?;
    let results = results(&case)?;
    let difference = difference(&in_pack, &ArchivedResult::of(&results));
    let publication = crate::standings::publication(&case, &results);
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
        difference: difference.map(|one| one.to_string()),
        verified,
        standings: crate::standings::standing(&case, &results, None, None),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::Machine;

    #[test]
    fn every_result_pack_of_the_fixtures_is_recomputed_to_the_result_in_it() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/exchange");
        let session = Machine::new(1).session();
        let mut packs = 0;
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            if path
                .extension()
                .is_none_or(|extension| extension != "hasil")
            {
                continue;
            }
            let asked = File {
                file: path.display().to_string(),
            };
            let again = recompute(&session, asked).unwrap();
            assert_eq!(again.difference, None, "{}", path.display());
            packs += 1;
        }
        assert!(packs > 20);
    }
}
