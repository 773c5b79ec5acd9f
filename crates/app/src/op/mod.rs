//! The operations on a competition file. Each knows what the journal says of it, what it was about, its detail, and whether
//! it can be taken back.
//!
//! [`transact`] is the one way to change a file: one transaction, one operation, one line in the journal, and one step that
//! [`undo`] takes back where the operation can be. What the rows said before is kept by `store`.

mod kind;
mod transact;
mod undo;

pub(crate) use kind::op_of;
pub(crate) use transact::{Change, create, transact};
pub(crate) use undo::now;
pub use undo::{redo, undo, undoable};

use crate::api::decisions::Act;
use crate::api::handover::MergeRow;
use crate::api::import::ChangeRow;
use crate::api::rules::{CarryChoice, RuleDifference};
use crate::api::undo::OpKind;
use crate::api::word::Word;
use judging::Hash;
use judging::entry::RowAnswer;
use judging::panel::Judge;
use serde::{Serialize, Serializer};

/// One operation. What is serialised is the detail that the journal keeps.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum Op {
    /// A competition begins.
    Create {
        #[serde(skip)]
        name: String,
        rules: String,
        #[serde(serialize_with = "as_text")]
        rules_hash: Hash,
    },
    /// The competition is one to try things out with.
    Demo {
        #[serde(skip)]
        note: &'static str,
        seed: u64,
    },
    /// Entries are taken from a registration sheet.
    Import(Imported),
    /// An entry is added by hand.
    AddEntry {
        #[serde(skip)]
        entry: String,
        title: String,
        agency: String,
        category: String,
    },
    /// What an entry says is changed by hand.
    EditEntry {
        #[serde(skip)]
        entry: String,
        changes: Vec<ChangeRow>,
    },
    /// A member joins the panel.
    AddJudge {
        #[serde(skip)]
        judge: String,
        #[serde(flatten)]
        assignment: Assignment,
    },
    /// A member of the panel gets another name or assignment.
    EditJudge {
        #[serde(skip)]
        judge: String,
        before: Assignment,
        after: Assignment,
        /// What the member is outside the panel, where that is another now.
        #[serde(skip_serializing_if = "Option::is_none")]
        office: Option<OfficeChanged>,
    },
    /// The chair confirms that an entry is one of an earlier competition.
    ConfirmReturn {
        #[serde(skip)]
        entry: String,
        competition: String,
        code: String,
        claims: u32,
    },
    /// The chair says no more that an entry is one of an earlier competition.
    ForgetReturn {
        #[serde(skip)]
        entry: String,
        competition: String,
        code: String,
    },
    /// A packet is made.
    Packet {
        #[serde(skip)]
        judge: String,
        #[serde(serialize_with = "as_text")]
        hash: Hash,
        entries: u32,
        #[serde(serialize_with = "as_text")]
        rules: Hash,
    },
    /// A score form is made.
    Form {
        #[serde(skip)]
        judge: String,
        stage: String,
        entries: u32,
        #[serde(serialize_with = "as_text")]
        hash: Hash,
    },
    /// A filled score form is entered on a judge's behalf.
    EnterForm {
        #[serde(skip)]
        hand_over: String,
        file: String,
        #[serde(serialize_with = "as_text")]
        file_hash: Hash,
        reason: String,
        #[serde(serialize_with = "as_text")]
        hash: Hash,
    },
    /// Hand-overs are merged.
    Merge {
        #[serde(skip)]
        hand_overs: String,
        files: Vec<MergeRow>,
        hashes: Vec<String>,
    },
    /// The chair decides.
    Decide {
        #[serde(skip)]
        number: u32,
        act: Act,
        reason: String,
        #[serde(serialize_with = "as_text")]
        hash: Hash,
    },
    /// The chair changes the rules.
    ChangeRules(RulesChanged),
    /// Documents are written.
    Export(Vec<Document>),
    /// A backup is put in place of the file.
    Restore {
        #[serde(skip)]
        backup: String,
        moved_aside: Option<String>,
    },
    /// A packet becomes a working copy.
    OpenPacket {
        #[serde(skip)]
        judge: String,
        #[serde(serialize_with = "as_text")]
        hash: Hash,
        entries: u32,
        chair: String,
    },
    /// A newer packet renews a working copy.
    RenewCopy {
        #[serde(skip)]
        judge: String,
        #[serde(serialize_with = "as_text")]
        hash: Hash,
        #[serde(serialize_with = "as_text")]
        rules_before: Hash,
        #[serde(serialize_with = "as_text")]
        rules: Hash,
        marks_kept: u32,
        sheets_again: u32,
        entries_new: u32,
    },
    /// Marks are taken from a table.
    Mark {
        #[serde(skip)]
        table: String,
        rows: u32,
        sheets_changed: u32,
        #[serde(rename = "final")]
        finals: u32,
        #[serde(rename = "draft")]
        drafts: u32,
    },
    /// A mark is given, in place of the one before.
    SetMark {
        entry: String,
        stage: String,
        criterion: String,
        before: Option<String>,
        after: String,
        remark_changed: bool,
    },
    /// A mark is taken away.
    ClearMark {
        entry: String,
        stage: String,
        criterion: String,
        before: Option<String>,
    },
    /// The judge remarks on an entry, or beside a mark.
    SetRemark {
        entry: String,
        stage: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        criterion: Option<String>,
        #[serde(flatten)]
        text: Text,
    },
    /// The judge notes something for nobody else, or chooses whether it is handed over. What is noted is not written into
    /// the journal, where it could never be taken out again.
    SetNote {
        entry: String,
        stage: String,
        hand_over: bool,
        #[serde(skip)]
        text: Text,
    },
    /// A sheet becomes final.
    Finish { entry: String, stage: String },
    /// All complete drafts become final.
    FinishAll { sheets: u32, left: u32 },
    /// A final sheet becomes a draft again.
    Reopen { entry: String, stage: String },
    /// The judge declares a conflict of interest with an entry.
    Declare {
        entry: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        stage: Option<String>,
        kind: &'static str,
        ground: &'static str,
        text: String,
        marks_taken_back: u32,
    },
    /// What was declared of an entry is taken back.
    TakeBackDeclaration { entry: String, kind: &'static str },
    /// The judge declares to have no conflict of interest except those marked.
    FinishDeclaration {
        #[serde(skip)]
        judge: String,
        actual: u32,
        potential: u32,
    },
    /// A visit is written or changed.
    Visit {
        entry: String,
        stage: String,
        visit: String,
        state: &'static str,
        claims: u32,
        photos: u32,
        /// The field in which a text is being typed, and all that the visit says before and after.
        #[serde(skip)]
        typing: Option<(String, Text)>,
    },
    /// The judge hands over.
    HandOver {
        #[serde(skip)]
        judge: String,
        #[serde(skip)]
        number: u32,
        #[serde(serialize_with = "as_text")]
        hash: Hash,
        sheets: u32,
        drafts: u32,
        #[serde(skip_serializing_if = "Option::is_none")]
        why: Option<String>,
    },
    /// The last operation is taken back.
    Undo(Reversed),
    /// An operation that was taken back is done again.
    Redo(Reversed),
}

/// A text that is changed, as it was and as it is.
#[derive(Debug, Serialize)]
pub(crate) struct Text {
    pub before: String,
    pub after: String,
}

/// Who a member of the panel is, and what the member judges; nothing named means all.
#[derive(Debug, Serialize)]
pub(crate) struct Assignment {
    pub name: String,
    pub stages: Vec<String>,
    pub categories: Vec<String>,
    pub entries: Vec<String>,
    pub criteria: Vec<String>,
}

impl Assignment {
    /// Of a judge.
    pub fn of(judge: &Judge) -> Self {
        let scope = &judge.scope;
        Self {
            name: judge.name.clone(),
            stages: scope.stages.iter().map(ToString::to_string).collect(),
            categories: scope.categories.iter().map(ToString::to_string).collect(),
            entries: scope.entries.iter().map(ToString::to_string).collect(),
            criteria: scope.criteria.iter().map(ToString::to_string).collect(),
        }
    }
}

/// What a member of the panel is outside it, as one text each.
#[derive(Debug, Serialize)]
pub(crate) struct OfficeChanged {
    pub office_before: String,
    pub office_after: String,
}

/// What an import did.
#[derive(Debug, Serialize)]
pub(crate) struct Imported {
    #[serde(skip)]
    pub file: String,
    #[serde(serialize_with = "as_text")]
    pub hash: Hash,
    pub sheet: String,
    pub mapping: String,
    pub taken: u32,
    pub unchanged: u32,
    pub changes: Vec<ChangeRow>,
    pub rows: Vec<AnsweredRow>,
}

/// What was said of one row.
#[derive(Debug, Serialize)]
pub(crate) struct AnsweredRow {
    pub sheet: String,
    pub row: u32,
    pub title: String,
    pub answer: Word<RowAnswer>,
}

/// What a change of the rules did.
#[derive(Debug, Serialize)]
pub(crate) struct RulesChanged {
    #[serde(skip)]
    pub revision: u32,
    #[serde(skip)]
    pub decision: u32,
    pub from: String,
    pub to: String,
    pub reason: String,
    #[serde(serialize_with = "as_text")]
    pub hash: Hash,
    pub differences: Vec<RuleDifference>,
    pub marks: Vec<CarryChoice>,
    pub again: u32,
}

/// A document that was written.
#[derive(Debug, Serialize)]
pub(crate) struct Document {
    pub file: String,
    #[serde(serialize_with = "as_text")]
    pub hash: Hash,
}

/// Which operation was taken back or done again.
#[derive(Debug, Serialize)]
pub(crate) struct Reversed {
    /// Its line in the journal.
    pub line: u32,
    /// Its kind.
    pub op: OpKind,
    /// What it was about.
    #[serde(skip)]
    pub subject: String,
}

impl Op {
    /// The text that it changes, with a name for the field that it stands in; none where it changes anything else.
    pub fn text(&mut self) -> Option<(String, &mut Text)> {
        match self {
            Self::SetRemark {
                entry,
                stage,
                criterion,
                text,
            } => {
                let beside = criterion.as_deref().unwrap_or_default();
                Some((format!("remark/{stage}/{entry}/{beside}"), text))
            }
            Self::SetNote {
                entry, stage, text, ..
            } => Some((format!("note/{stage}/{entry}"), text)),
            Self::Visit {
                visit,
                typing: Some((field, text)),
                ..
            } => Some((format!("visit/{visit}/{field}"), text)),
            _ => None,
        }
    }

    /// What it was about: an entry, a judge, a file.
    pub fn subject(&self) -> String {
        match self {
            Self::Create { name, .. } => name.clone(),
            Self::Demo { note, .. } => (*note).to_owned(),
            Self::Import(imported) => imported.file.clone(),
            Self::AddJudge { judge, .. }
            | Self::EditJudge { judge, .. }
            | Self::Packet { judge, .. }
            | Self::Form { judge, .. }
            | Self::OpenPacket { judge, .. }
            | Self::FinishDeclaration { judge, .. }
            | Self::RenewCopy { judge, .. } => judge.clone(),
            Self::EnterForm { hand_over, .. } => hand_over.clone(),
            Self::Merge { hand_overs, .. } => hand_overs.clone(),
            Self::Decide { number, .. } => format!("decision {number}"),
            Self::ChangeRules(changed) => {
                format!(
                    "revision {}, decision {}",
                    changed.revision, changed.decision
                )
            }
            Self::Export(documents) => format!("{} documents", documents.len()),
            Self::Restore { backup, .. } => backup.clone(),
            Self::Mark { table, .. } => table.clone(),
            Self::FinishAll { sheets, .. } => format!("{sheets} sheets"),
            Self::SetMark { entry, .. }
            | Self::ClearMark { entry, .. }
            | Self::SetRemark { entry, .. }
            | Self::SetNote { entry, .. }
            | Self::Finish { entry, .. }
            | Self::Reopen { entry, .. }
            | Self::Declare { entry, .. }
            | Self::TakeBackDeclaration { entry, .. }
            | Self::AddEntry { entry, .. }
            | Self::EditEntry { entry, .. }
            | Self::ConfirmReturn { entry, .. }
            | Self::ForgetReturn { entry, .. }
            | Self::Visit { entry, .. } => entry.clone(),
            Self::HandOver { judge, number, .. } => format!("{judge} {number}"),
            Self::Undo(reversed) | Self::Redo(reversed) => reversed.subject.clone(),
        }
    }
}

fn as_text<S: Serializer>(hash: &Hash, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(hash)
}

#[cfg(test)]
mod tests;
