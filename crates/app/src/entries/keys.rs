//! Title and agency as they are compared, by which an entry is known again.

use intake::{agency_key, title_key};
use judging::entry::Registration;
use store::entries::Keys;

/// The keys of a registration: the same for every spelling of its title and agency.
pub(crate) fn keys_of(registration: &Registration) -> Keys {
    Keys {
        title: title_key(&registration.title),
        agency: agency_key(&registration.agency),
    }
}
