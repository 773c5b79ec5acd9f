use super::own::Own;
use crate::api::desk::{HandOverAsked, HandedOver};
use crate::competition::count;
use crate::op::{Change, Op, transact};
use crate::{Error, Session, keys};
use exchange::handover::{seal, write};
use exchange::keys::{EnrolmentSecret, Recipient};
use judging::declaration::recusals;
use judging::entry::categories;
use judging::handover::HandOver;
use judging::sheet::SheetState;
use judging::{EntryCode, Hash, StageCode};
use std::path::Path;
use store::Contents;

/// Hands over everything said so far: one signed statement, numbered, sealed to the chair. The statement is filed first:
/// should writing the file fail, the next hand-over goes on from it.
///
/// # Errors
/// That this is no working copy, or the file cannot be written.
pub fn hand_over(session: &Session, asked: HandOverAsked) -> Result<HandedOver, Error> {
    let out = Path::new(&asked.out);
    session.desk(|desk| {
        let own = desk.own()?;
        let identity = keys::of_file(session, desk)?;
        let made_at = session.host().now();
        let said = statement(desk, &own, made_at, identity.device())?;
        let photos = photos(desk, &said)?;
        let photos: Vec<&[u8]> = photos.iter().map(Vec::as_slice).collect();
        let recipient: Recipient = own.packet.chair_recipient.parse().map_err(
            |error: exchange::keys::RecipientError| Error::new("file-damaged", error.to_string()),
        )?;
        let written = write(
            &said,
            &photos,
            &EnrolmentSecret(own.packet.enrolment.0),
            own.packet.chair,
            &identity,
        )?;
        let sealed = seal(&written.signed, &recipient)?;
        let handed = transact(session, desk, |write| {
            store::handed_over::add(write, said.number, made_at, &written.signed)?;
            let state = |state: SheetState| {
                count(
                    said.sheets
                        .iter()
                        .filter(|sheet| sheet.state == state)
                        .count(),
                )
            };
            let handed = HandedOver {
                file: out.display().to_string(),
                judge: said.judge.to_string(),
                number: said.number,
                hash: written.hash.to_string(),
                sheets: state(SheetState::Final),
                drafts: state(SheetState::Draft),
                recusals: count(said.recusals.len()),
                reports: count(said.reports.len()),
            };
            let op = Op::HandOver {
                judge: handed.judge.clone(),
                number: handed.number,
                hash: written.hash,
                sheets: handed.sheets,
                drafts: handed.drafts,
            };
            Ok(Change::Done { answer: handed, op })
        })?;
        crate::files::put(out, &sealed)?;
        Ok(handed)
    })
}

/// All that the judge has said so far, in the stages that the rules have for the entry's category.
pub(super) fn statement(
    contents: &Contents,
    own: &Own,
    made_at: i64,
    device: judging::DeviceId,
) -> Result<HandOver, Error> {
    let last = store::handed_over::last(contents)?;
    let categories = categories(&store::entries::all(contents)?);
    let is_judged = |stage: &StageCode, entry: &EntryCode| {
        let category = categories.get(entry);
        category.is_some_and(|category| {
            let mut stages = own.rules.judged_stages_of(category);
            stages.any(|judged| judged.code == *stage)
        })
    };
    let stages_of = |entry: &EntryCode| {
        let category = categories.get(entry);
        let judged = own.rules.judged_stages().filter(|stage| {
            let scope = &own.judge.scope;
            category.is_some_and(|category| scope.covers(stage, category, entry))
        });
        judged.map(|stage| stage.code.clone()).collect::<Vec<_>>()
    };
    Ok(HandOver {
        hash: Hash([0; 32]),
        competition: store::competition::birth(contents)?.id,
        rules: crate::rules::hash_in_force(contents)?,
        judge: own.judge.code.clone(),
        device,
        number: last.as_ref().map_or(1, |last| last.number + 1),
        previous: last.map(|last| last.hash),
        made_at,
        sheets: store::sheets::all(contents)?
            .into_iter()
            .map(|dated| dated.sheet)
            .filter(|sheet| is_judged(&sheet.stage, &sheet.entry))
            .collect(),
        recusals: recusals(&store::declarations::all(contents)?, stages_of),
        reports: store::reports::all(contents)?
            .into_iter()
            .map(|(_, report)| report)
            .filter(|report| own.rules.stage(&report.stage).is_some())
            .collect(),
    })
}

fn photos(contents: &Contents, said: &HandOver) -> Result<Vec<Vec<u8>>, Error> {
    let named = said.reports.iter().flat_map(|report| &report.photos);
    named
        .map(|&hash| Ok(store::photos::get(contents, hash)?))
        .collect()
}
