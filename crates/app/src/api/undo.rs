//! What can be taken back and done again.

use super::word::crossing;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

judging::words! {
    /// A kind of operation, as the journal names it.
    pub enum OpKind {
        /// A competition begins.
        Create = "create",
        /// The competition is one to try things out with.
        Demo = "demo",
        /// Entries are taken from a registration sheet.
        Import = "import",
        /// An entry is added by hand.
        AddEntry = "add-entry",
        /// What an entry says is changed by hand.
        EditEntry = "edit-entry",
        /// A member joins the panel.
        AddJudge = "add-judge",
        /// A member of the panel gets another name or assignment.
        EditJudge = "edit-judge",
        /// The chair confirms that an entry is one of an earlier competition.
        ConfirmReturn = "confirm-return",
        /// The chair says no more that an entry is one of an earlier competition.
        ForgetReturn = "forget-return",
        /// A packet is made.
        Packet = "packet",
        /// A score form is made.
        Form = "form",
        /// A filled score form is entered on a judge's behalf.
        EnterForm = "enter-form",
        /// Hand-overs are merged.
        Merge = "merge",
        /// The chair decides.
        Decide = "decide",
        /// The chair changes the rules.
        ChangeRules = "change-rules",
        /// Documents are written.
        Export = "export",
        /// A backup is put in place of the file.
        Restore = "restore",
        /// A packet becomes a working copy.
        OpenPacket = "open-packet",
        /// A newer packet renews a working copy.
        RenewCopy = "renew-copy",
        /// Marks are taken from a table.
        Mark = "mark",
        /// A mark is given.
        SetMark = "set-mark",
        /// A mark is taken away.
        ClearMark = "clear-mark",
        /// The judge remarks on an entry.
        SetRemark = "set-remark",
        /// The judge notes something for nobody else.
        SetNote = "set-note",
        /// A sheet becomes final.
        Finish = "finish",
        /// All complete drafts become final.
        FinishAll = "finish-all",
        /// A final sheet becomes a draft again.
        Reopen = "reopen",
        /// The judge declares a conflict of interest with an entry.
        Declare = "declare",
        /// What was declared of an entry is taken back.
        TakeBackDeclaration = "take-back-declaration",
        /// The judge declares to have no conflict of interest except those marked.
        FinishDeclaration = "finish-declaration",
        /// A visit is written or changed.
        Visit = "visit",
        /// The judge hands over.
        HandOver = "hand-over",
        /// The last operation is taken back.
        Undo = "undo",
        /// An operation that was taken back is done again.
        Redo = "redo",
    }
}
crossing!(OpKind);

/// An operation, as data to be said in the user's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Operation {
    /// Its kind.
    pub op: OpKind,
    /// What it was about.
    pub subject: String,
    /// The texts and numbers of its detail, by name.
    pub params: BTreeMap<String, String>,
}

/// What undo and redo would do now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Undoable {
    /// What would be taken back; none when there is nothing, or when the last operation lasts.
    pub undo: Option<Operation>,
    /// What would be done again.
    pub redo: Option<Operation>,
}

/// What undo came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(untagged)]
pub enum UndoAnswer {
    /// The last operation was taken back.
    Undone(Undone),
    /// The last operation is a signed decision. Nothing was done; the chair may decide that it no longer holds.
    Offered(Offered),
    /// The last operation added an entry that judges have by now. Nothing was done; the chair may withdraw the entry.
    Carried(Carried),
}

/// What is offered in place of taking back an entry that judges have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Carried {
    /// To withdraw the entry of this code.
    pub withdraws: String,
}

/// What is offered in place of taking back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Offered {
    /// To cancel this decision by another one.
    pub offers: OfferedDecision,
}

/// A decision that another one can cancel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OfferedDecision {
    /// Its hash.
    pub decision: String,
    /// 1, 2, 3 …
    pub number: u32,
}

/// An operation was taken back, or done again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Undone {
    /// The operation.
    pub operation: Operation,
    /// What undo and redo would do now.
    pub now: Undoable,
}
