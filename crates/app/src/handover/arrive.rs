//! One file arrives: may it come in, and what is it to this competition?

use super::check::check;
use super::compare::compare;
use super::known::{Arrival, Known};
use crate::api::common::count;
use crate::api::handover::{HandOverVerdict, MergeRow};
use crate::messages::read_message;
use crate::{Error, files};
use exchange::handover::{Expected, without_attachments};
use std::path::Path;
use store::hand_overs::Archived;

impl Known<'_> {
    /// Looks at one file, and takes it into the batch when it is to be archived: the row to show.
    pub fn look(&mut self, path: &Path, received_at: i64) -> MergeRow {
        let name = path.file_name().map_or_else(
            || path.display().to_string(),
            |name| name.to_string_lossy().into_owned(),
        );
        match self.admit(path, &name, received_at) {
            Ok(row) => row,
            Err(refused) => {
                let (error, judge, number) = *refused;
                MergeRow {
                    file: name,
                    judge,
                    number,
                    verdict: HandOverVerdict::Refused,
                    sheets: 0,
                    changed: 0,
                    new_sheets: 0,
                    visits: 0,
                    missing: 0,
                    message: None,
                    changes: Vec::new(),
                    note: None,
                    reason: Some(error.message),
                    code: Some(error.code),
                }
            }
        }
    }

    fn admit(&mut self, path: &Path, name: &str, received_at: i64) -> Result<MergeRow, Refused> {
        let sealed = files::read_small(path).map_err(unsaid)?;
        let bytes = exchange::handover::open(&sealed, &self.identity)
            .map_err(|error| unsaid(error.into()))?;
        let file = exchange::handover::read(&bytes).map_err(|error| unsaid(error.into()))?;
        let speaker = (
            Some(file.hand_over.judge.to_string()),
            Some(file.hand_over.number),
        );
        let said = |error: Error| Box::new((error, speaker.0.clone(), speaker.1));
        let expected = Expected {
            competition: self.competition,
            chair: self.identity.device(),
            enrolments: &self.enrolments,
        };
        file.check(&expected).map_err(|error| said(error.into()))?;
        check(self, &file.hand_over).map_err(said)?;
        let mut compared = compare(self, &file.hand_over).map_err(said)?;
        name.clone_into(&mut compared.row.file);
        let mut attachments = Vec::new();
        for attached in &file.attachments {
            if let Some(bytes) = attached.bytes
                && self.attachments.insert(attached.attachment.name)
            {
                attachments.push(bytes.to_vec());
            }
        }
        let named = file
            .attachments
            .iter()
            .map(|attached| attached.attachment.name);
        let missing = named.filter(|name| !self.attachments.contains(name));
        compared.row.missing = count(missing.count());
        let held = file.attachments.iter();
        let held = held.filter_map(|attached| Some((attached.attachment.kind, attached.bytes?)));
        let message = read_message(self.contents(), held).map_err(said)?;
        compared.row.message = Some(message).filter(|message| !message.is_empty());
        if !compared.is_new && attachments.is_empty() {
            return Ok(compared.row);
        }
        let hand_over = &file.hand_over;
        let archived = Archived {
            hash: hand_over.hash,
            judge: hand_over.judge.clone(),
            device: hand_over.device,
            number: hand_over.number,
            previous: hand_over.previous,
            rules: hand_over.rules,
            made_at: hand_over.made_at,
            received_at,
            file_name: name.to_owned(),
            on_behalf: None,
        };
        let arrival = Arrival {
            is_new: compared.is_new,
            archived,
            bytes: without_attachments(&bytes)
                .map_err(|error| Box::new((error.into(), None, None)))?,
            attachments,
        };
        self.take(arrival, compared.carried);
        Ok(compared.row)
    }
}

/// A refusal, with who speaks and the number where they could be read.
type Refused = Box<(Error, Option<String>, Option<u32>)>;

fn unsaid(error: Error) -> Refused {
    Box::new((error, None, None))
}
