//! The file that is open: the chair's or a judge's.

use super::{Chair, Desk};
use crate::Error;
use std::ops::{Deref, DerefMut};
use store::{Role, Store};

/// The open file, by whose it is.
pub(crate) enum Opened {
    /// The competition itself.
    Chair(Box<Chair>),
    /// A judge's working copy.
    Desk(Box<Desk>),
}

impl Opened {
    /// Takes a file as the one that is open. A text that was being typed when the program ended is closed as one operation.
    pub(super) fn new(mut store: Store) -> Result<Self, Error> {
        store.close_operation()?;
        Ok(match store::competition::birth(&store)?.role {
            Role::Chair => Self::Chair(Box::new(Chair::new(store))),
            Role::Judge => Self::Desk(Box::new(Desk::new(store))),
        })
    }

    /// As the chair's file.
    ///
    /// # Errors
    /// `not-the-chairs-file` for a judge's working copy.
    pub fn chair(&mut self) -> Result<&mut Chair, Error> {
        match self {
            Self::Chair(chair) => Ok(chair),
            Self::Desk(desk) => Err(Error::new(
                "not-the-chairs-file",
                "this is a judge's working copy; the chair does this in the competition file",
            )
            .in_file(desk.path())),
        }
    }

    /// As a judge's working copy.
    ///
    /// # Errors
    /// `not-a-working-copy` for the chair's file.
    pub fn desk(&mut self) -> Result<&mut Desk, Error> {
        match self {
            Self::Desk(desk) => Ok(desk),
            Self::Chair(chair) => Err(Error::new(
                "not-a-working-copy",
                "this is the chair's competition file; a judge does this in the working copy",
            )
            .in_file(chair.path())),
        }
    }
}

impl Deref for Opened {
    type Target = Store;
    fn deref(&self) -> &Store {
        match self {
            Self::Chair(chair) => chair,
            Self::Desk(desk) => desk,
        }
    }
}

impl DerefMut for Opened {
    fn deref_mut(&mut self) -> &mut Store {
        match self {
            Self::Chair(chair) => chair,
            Self::Desk(desk) => desk,
        }
    }
}
