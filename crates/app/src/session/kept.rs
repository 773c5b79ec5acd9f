//! What was computed once and is kept until what it was computed from changes.

use crate::Error;
use std::sync::Arc;

/// A value with the key under which it was computed.
pub(crate) struct Kept<K, T>(Option<(K, Arc<T>)>);

impl<K: PartialEq, T> Kept<K, T> {
    /// Nothing computed yet.
    pub const fn empty() -> Self {
        Self(None)
    }

    /// The value if it was computed under this very key.
    pub fn get(&self, key: &K) -> Option<Arc<T>> {
        let (known, value) = self.0.as_ref()?;
        (known == key).then(|| Arc::clone(value))
    }

    /// Keeps a value in place of the one before.
    pub fn keep(&mut self, key: K, value: T) -> Arc<T> {
        let value = Arc::new(value);
        self.0 = Some((key, Arc::clone(&value)));
        value
    }

    /// The value kept under this key, computed now if it is not there.
    ///
    /// # Errors
    /// What `compute` returns; then what was kept before stays.
    pub fn get_or(
        &mut self,
        key: K,
        compute: impl FnOnce() -> Result<T, Error>,
    ) -> Result<Arc<T>, Error> {
        match self.get(&key) {
            Some(value) => Ok(value),
            None => Ok(self.keep(key, compute()?)),
        }
    }
}
