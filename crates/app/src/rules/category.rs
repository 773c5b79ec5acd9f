//! Categories by the codes that people type.

use crate::Error;
use judging::CategoryCode;
use judging::rules::Rules;

/// A category that the rules have.
///
/// # Errors
/// `unknown-category`, with those that the rules have.
pub(crate) fn category_of(rules: &Rules, code: &str) -> Result<CategoryCode, Error> {
    let codes = || rules.categories.iter().map(|category| &category.code);
    let found = codes().find(|known| known.as_str() == code);
    found.cloned().ok_or_else(|| {
        let known: Vec<_> = codes().map(CategoryCode::as_str).collect();
        Error::unknown("category", code).hint(format!("The rules have: {}.", known.join(", ")))
    })
}
