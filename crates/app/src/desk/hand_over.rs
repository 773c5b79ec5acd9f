use super::hand_over_summary::summary;
use super::own::Own;
use super::statement::statement;
use crate::api::common::count;
use crate::api::desk::{HandOverAsked, HandedOver};
use crate::op::{Change, Op, transact};
use crate::session::Desk;
use crate::{Error, Session, keys};
use exchange::handover::{seal, write};
use exchange::keys::{EnrolmentSecret, Recipient};
use judging::handover::HandOver;
use judging::sheet::SheetState;
use std::path::Path;
use store::Contents;

/// Hands over everything said so far: one signed statement, numbered, sealed to the chair. The statement is filed first:
/// should writing the file fail, the next hand-over goes on from it.
///
/// # Errors
/// `why-needed` when something is not final and no reason is given; that this is no working copy, or the file cannot be
/// written.
pub fn hand_over(session: &Session, asked: HandOverAsked) -> Result<HandedOver, Error> {
    let out = Path::new(&asked.out);
    session.desk(|desk| {
        let own = desk.own()?;
        let identity = keys::of_file(session, desk)?;
        let made_at = session.host().now();
        let why = why(desk, &own, identity.device(), made_at, asked.why)?;
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
                fingerprint: keys::words(identity.device()),
            };
            let op = Op::HandOver {
                judge: handed.judge.clone(),
                number: handed.number,
                hash: written.hash,
                sheets: handed.sheets,
                drafts: handed.drafts,
                why,
            };
            Ok(Change::Done { answer: handed, op })
        })?;
        crate::files::put(out, &sealed)?;
        Ok(handed)
    })
}

/// Why drafts or untouched sheets remain; none where all is final.
fn why(
    desk: &mut Desk,
    own: &Own,
    device: judging::DeviceId,
    now: i64,
    given: Option<String>,
) -> Result<Option<String>, Error> {
    let summary = summary(desk, own, device, now)?;
    let given = given.map(|why| why.trim().to_owned());
    let given = given.filter(|why| !why.is_empty());
    if summary.why_needed && given.is_none() {
        return Err(Error::new(
            "why-needed",
            "not everything is final; handing over all the same needs a reason",
        )
        .with("drafts", summary.drafts)
        .with("untouched", summary.untouched));
    }
    Ok(given)
}

fn photos(contents: &Contents, said: &HandOver) -> Result<Vec<Vec<u8>>, Error> {
    let named = said.reports.iter().flat_map(|report| &report.photos);
    named
        .map(|&hash| Ok(store::photos::get(contents, hash)?))
        .collect()
}
