//! A judge's working copy, open: the store, and what is known of its judge.

use super::kept::Kept;
use crate::Error;
use crate::desk::Own;
use judging::handover::HandOver;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use store::Store;

/// A judge's working copy. Judge and rules come with a packet and are kept until another one is opened.
pub(crate) struct Desk {
    store: Store,
    own: Kept<u32, Own>,
    last_hand_over: Kept<u32, HandOver>,
}

impl Desk {
    pub(super) fn new(store: Store) -> Self {
        Self {
            store,
            own: Kept::empty(),
            last_hand_over: Kept::empty(),
        }
    }

    /// The judge, the rules and the packet that holds.
    ///
    /// # Errors
    /// `file-damaged` and the like when something in the file does not hold.
    pub fn own(&mut self) -> Result<Arc<Own>, Error> {
        let opened = store::opened_packets::count(&self.store)?;
        self.own.get_or(opened, || Own::read(&self.store))
    }

    /// What was handed over last from this device.
    ///
    /// # Errors
    /// `file-damaged` and the like when it cannot be read.
    pub fn last_hand_over(&mut self) -> Result<Option<Arc<HandOver>>, Error> {
        let Some(last) = store::handed_over::last(&self.store)? else {
            return Ok(None);
        };
        let read = || Ok(exchange::handover::read(&last.bytes)?.hand_over);
        self.last_hand_over.get_or(last.number, read).map(Some)
    }
}

impl Deref for Desk {
    type Target = Store;
    fn deref(&self) -> &Store {
        &self.store
    }
}

impl DerefMut for Desk {
    fn deref_mut(&mut self) -> &mut Store {
        &mut self.store
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::Machine;

    #[test]
    fn a_mark_does_not_have_the_packet_and_the_rules_read_again() {
        let machine = Machine::new(43);
        let chair = machine.competition();
        let session = machine.desk(&chair, "J1");
        let before = session.desk(Desk::own).unwrap();
        machine.mark(&session, 2);
        let after = session.desk(Desk::own).unwrap();
        assert!(Arc::ptr_eq(&before, &after));
    }
}
