//! The chair's competition file, open: the store, and what was read from it and verified.

use super::Plenary;
use super::kept::Kept;
use crate::Error;
use crate::case::{Archive, case_as_if, case_as_if_decided, read_case};
use judging::Hash;
use judging::case::Case;
use judging::decision::Decision;
use judging::handover::HandOver;
use judging::results::{Results, results};
use judging::revision::Change;
use judging::rules::Rules;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use store::Store;

/// The chair's competition file. What was read and verified is kept until the head of the journal moves, which it does
/// with every change.
pub(crate) struct Chair {
    store: Store,
    archive: Archive,
    case: Kept<Head, Case>,
    results: Kept<Head, Results>,
    /// What is shown in plenary; nothing of it is in the file.
    pub plenary: Option<Plenary>,
}

/// Number and hash of the journal's last line.
type Head = (u32, Hash);

impl Chair {
    pub(super) fn new(store: Store) -> Self {
        Self {
            store,
            archive: Archive::default(),
            case: Kept::empty(),
            results: Kept::empty(),
            plenary: None,
        }
    }

    /// All that judging looks at.
    ///
    /// # Errors
    /// `file-damaged` and the like when something in the file does not hold.
    pub fn case(&mut self) -> Result<Arc<Case>, Error> {
        let head = store::journal::head(&self.store)?;
        self.case
            .get_or(head, || read_case(&self.store, &mut self.archive))
    }

    /// What follows from the case.
    ///
    /// # Errors
    /// As [`Chair::case`], and that a score is too large to compute with.
    pub fn results(&mut self) -> Result<Arc<Results>, Error> {
        let case = self.case()?;
        let head = store::journal::head(&self.store)?;
        self.results.get_or(head, || Ok(results(&case)?))
    }

    /// What a judge said in an archived hand-over, under the rules it was made under. No other one is read.
    ///
    /// # Errors
    /// As [`Chair::case`].
    pub fn hand_over(&mut self, hash: Hash) -> Result<Arc<HandOver>, Error> {
        self.archive.said(&self.store, hash)
    }

    /// The case as it would be if the rules were changed so.
    ///
    /// # Errors
    /// As [`Chair::case`].
    pub fn case_if(&mut self, change: &Change, rules: Rules) -> Result<Case, Error> {
        case_as_if(&self.store, &mut self.archive, change, rules)
    }

    /// The case as it would be if this were decided too.
    ///
    /// # Errors
    /// As [`Chair::case`].
    pub fn case_if_decided(&mut self, decision: Decision) -> Result<Case, Error> {
        case_as_if_decided(&self.store, &mut self.archive, decision)
    }
}

impl Deref for Chair {
    type Target = Store;
    fn deref(&self) -> &Store {
        &self.store
    }
}

impl DerefMut for Chair {
    fn deref_mut(&mut self) -> &mut Store {
        &mut self.store
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Session;
    use crate::api::handover::Files;
    use crate::test_support::Machine;

    fn case(session: &Session) -> Arc<Case> {
        session.chair(Chair::case).unwrap()
    }

    fn merge(session: &Session, file: String) {
        crate::handover::merge(session, Files { files: vec![file] }).unwrap();
    }

    fn numbered(case: &Case, number: u32) -> &Arc<HandOver> {
        let mut all = case.hand_overs.iter();
        all.find(|said| said.number == number).unwrap()
    }

    #[test]
    fn nothing_is_read_again_until_the_file_changes_and_then_only_what_is_new() {
        let machine = Machine::new(42);
        let session = machine.competition();
        let desk = machine.desk(&session, "J1");
        merge(&session, machine.hand_over(&desk, 2, "1.nilai"));
        let before = case(&session);
        assert!(Arc::ptr_eq(&before, &case(&session)), "nothing changed");
        merge(&session, machine.hand_over(&desk, 3, "2.nilai"));
        let after = case(&session);
        assert_eq!((before.hand_overs.len(), after.hand_overs.len()), (1, 2));
        assert!(
            Arc::ptr_eq(numbered(&before, 1), numbered(&after, 1)),
            "the first was verified already"
        );
    }
}
