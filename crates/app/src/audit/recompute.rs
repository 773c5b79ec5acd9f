use crate::api::audit::{AmendedRow, FieldValue, Recomputed, ResultDifference, Verified};
use crate::api::common::{File, count};
use crate::case::case_of_pack;
use crate::{Error, Session, keys, time};
use exchange::Refusal;
use exchange::pack::PackFile;
use exchange::result::{ArchivedResult, Difference, difference};
use judging::case::Case;
use judging::decision::{Act, Decision, in_force};
use judging::handover::HandOver;
use judging::results::results;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

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
    let chair = keys::words(pack.chair);
    let mut verified = verified(&pack);
    let case = case_of_pack(pack)?;
    let results = results(&case)?;
    let publication = crate::standings::publication(&case, &results);
    verified.stands = publication.as_ref().map(|publication| publication.stands);
    let difference = difference(&in_pack, &ArchivedResult::of(&results));
    Ok(Recomputed {
        name: case.rules().name.clone(),
        chair,
        published_at: publication.map(|published| time::text(published.made_at)),
        equal: difference.is_none(),
        difference: difference.map(to_api),
        verified,
        standings: crate::standings::standing(&case, &results, None, None),
        amended: amended(&case),
    })
}

/// The amendments of a case, with who had marked each entry before.
fn amended(case: &Case) -> Vec<AmendedRow> {
    let holding: BTreeSet<_> = in_force(&case.decisions)
        .iter()
        .map(|decision| decision.hash)
        .collect();
    let mut decisions: Vec<_> = case.decisions.iter().collect();
    decisions.sort_by_key(|decision| decision.number);
    let row = |decision: &Decision| {
        let Act::AmendEntry(amendment) = &decision.act else {
            return None;
        };
        let before = |said: &&Arc<HandOver>| {
            let mut sheets = said.sheets.iter();
            said.made_at < decision.made_at && sheets.any(|sheet| sheet.entry == amendment.entry)
        };
        let said = case.hand_overs.iter().chain(&case.late).filter(before);
        let judges: BTreeSet<String> = said.map(|said| said.judge.to_string()).collect();
        Some(AmendedRow {
            number: decision.number,
            made_at: time::text(decision.made_at),
            entry: amendment.entry.to_string(),
            before: (&amendment.before).into(),
            after: (&amendment.after).into(),
            reason: decision.reason.clone(),
            holds: holding.contains(&decision.hash),
            marked_before: judges.into_iter().collect(),
        })
    };
    decisions.into_iter().filter_map(row).collect()
}

fn verified(pack: &PackFile<'_>) -> Verified {
    Verified {
        hand_overs: count(pack.hand_overs.len()),
        decisions: count(pack.decisions.len()),
        rules: pack.history.hash().to_string(),
        changes: count(pack.history.changes().len()),
        stands: None,
    }
}

fn to_api(difference: Difference) -> ResultDifference {
    let location = difference.location;
    ResultDifference {
        stage: location.stage.map(|stage| stage.to_string()),
        category: location.category.map(|category| category.to_string()),
        entry: location.entry.map(|entry| entry.to_string()),
        judge: location.judge.map(|judge| judge.to_string()),
        field: difference.field.into(),
        in_pack: difference.first.map(value),
        computed: difference.second.map(value),
    }
}

fn value(value: exchange::result::FieldValue) -> FieldValue {
    use exchange::result::FieldValue as Found;
    match value {
        Found::Text(text) => FieldValue::Text(text),
        Found::Flag(flag) => FieldValue::Flag(flag),
        Found::Status(status) => FieldValue::Status(status.into()),
        Found::Obstacle(obstacle) => FieldValue::Obstacle(obstacle.into()),
        Found::Outcome(outcome) => FieldValue::Outcome(outcome.into()),
    }
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
