//! How much of a test is tried: a sample as a rule, all of it in `./dev test --long`.

/// `few` of something in an ordinary run, `many` in a long one.
#[must_use]
pub fn sample(few: u64, many: u64) -> u64 {
    if std::env::var_os("TIMBANG_LONG").is_some() {
        many
    } else {
        few
    }
}
