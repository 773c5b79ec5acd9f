use super::beside::{attachments, to_carry};
use super::hand_over_summary::summary;
use super::own::Own;
use super::statement::statement;
use crate::api::common::count;
use crate::api::desk::{HandOverAsked, HandedOver};
use crate::op::{Change, Op, transact};
use crate::session::Desk;
use crate::{Error, Session, keys};
use exchange::handover::{attach, seal};
use exchange::keys::{EnrolmentSecret, Recipient};
use judging::handover::Statement;
use judging::sheet::SheetState;
use std::path::Path;

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
        let last = desk.last_hand_over()?;
        let recipient: Recipient = own.packet.chair_recipient.parse().map_err(
            |error: exchange::keys::RecipientError| Error::new("file-damaged", error.to_string()),
        )?;
        let signed = transact(session, desk, |write| {
            let mut said = statement(write, &own, made_at)?;
            let last = last.as_deref();
            said.attachments = attachments(session, write, &own, &said, last, why.as_deref())?;
            let secret = EnrolmentSecret(own.packet.enrolment.0);
            let written = exchange::handover::write(&said, &secret, own.packet.chair, &identity)?;
            let made = store::handed_over::HandedOver {
                number: said.number,
                hash: written.hash,
                made_at,
                bytes: written.signed,
            };
            store::handed_over::add(write, &made)?;
            let op = Op::HandOver {
                judge: said.judge.to_string(),
                number: said.number,
                hash: written.hash,
                sheets: in_state(&said, SheetState::Final),
                drafts: in_state(&said, SheetState::Draft),
                why,
            };
            let answer = (said, made);
            Ok(Change::Done { answer, op })
        })?;
        let (said, made) = signed;
        let carried = to_carry(desk, &said.attachments, asked.all_photos)?;
        let bytes: Vec<&[u8]> = carried.iter().map(|(_, bytes)| bytes.as_slice()).collect();
        let file = attach(&made.bytes, &bytes)?;
        session.put(out, &seal(&file, &recipient)?)?;
        // Only now, for the next file repeats what no file ever held.
        transact(session, desk, |write| {
            for (name, _) in &carried {
                store::attachments::handed_over(write, *name, said.number)?;
            }
            Ok(Change::Nothing(()))
        })?;
        Ok(HandedOver {
            file: out.display().to_string(),
            judge: said.judge.to_string(),
            number: said.number,
            hash: made.hash.to_string(),
            sheets: in_state(&said, SheetState::Final),
            drafts: in_state(&said, SheetState::Draft),
            recusals: count(said.recusals.len()),
            visits: count(said.visits.len()),
            left_out: count(said.attachments.len() - carried.len()),
            fingerprint: keys::words(identity.device()),
        })
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

fn in_state(said: &Statement, state: SheetState) -> u32 {
    let sheets = said.sheets.iter();
    count(sheets.filter(|sheet| sheet.state == state).count())
}
