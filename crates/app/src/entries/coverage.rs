use crate::api::common::Nothing;
use crate::api::entries::{Agencies, AgencyRow};
use crate::{Error, Session};
use intake::agency_key;
use std::collections::BTreeMap;

/// How many innovations each agency has brought, and how many it still owes by the rules' obligation.
///
/// Agencies that have brought none are not known from entries: they are not listed.
///
/// # Errors
/// That nothing is open.
pub fn coverage(session: &Session, _: Nothing) -> Result<Agencies, Error> {
    session.chair(|store| {
        let rules = crate::rules::rules_of(store)?;
        let per_agency = rules.obligation.map(|owed| owed.per_agency);
        let mut agencies: BTreeMap<String, AgencyRow> = BTreeMap::new();
        for entry in store::entries::all(store)? {
            let agency = entry.registration.agency;
            if agency.is_empty() {
                continue;
            }
            let row = agencies
                .entry(agency_key(&agency))
                .or_insert_with(|| AgencyRow {
                    agency,
                    entries: 0,
                    owes: 0,
                });
            row.entries += 1;
        }
        let owes = |row: AgencyRow| AgencyRow {
            owes: per_agency.unwrap_or_default().saturating_sub(row.entries),
            ..row
        };
        Ok(Agencies {
            per_agency,
            rows: agencies.into_values().map(owes).collect(),
        })
    })
}
