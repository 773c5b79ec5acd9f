//! What the rows that a transaction changes said before it.

use super::Noun;
use crate::{StoreError, Write};
use std::cell::RefCell;
use std::collections::BTreeMap;

type Rows = BTreeMap<(Noun, String), Option<String>>;

/// The rows that a transaction changed, by kind and key, with what each said before; `None` where there was none.
#[derive(Default)]
pub(crate) struct Record(RefCell<Rows>);

impl Record {
    pub fn rows(&self) -> Rows {
        self.0.borrow().clone()
    }
}

impl Write<'_> {
    /// Notes what a row says, before it is changed for the first time in this transaction.
    pub(crate) fn about_to_change(&self, noun: Noun, key: &[&str]) -> Result<(), StoreError> {
        let key = json(key)?;
        if self.record.0.borrow().contains_key(&(noun, key.clone())) {
            return Ok(());
        }
        let before = noun.read(self, &key)?;
        self.record.0.borrow_mut().insert((noun, key), before);
        Ok(())
    }

    /// Notes that there was no such row before this transaction.
    pub(crate) fn is_new(&self, noun: Noun, key: &[&str]) -> Result<(), StoreError> {
        self.record.0.borrow_mut().insert((noun, json(key)?), None);
        Ok(())
    }
}

fn json(key: &[&str]) -> Result<String, StoreError> {
    serde_json::to_string(key).map_err(|error| StoreError::Damaged(error.to_string()))
}
