//! How much of a test is tried: a sample as a rule, all of it in `./dev test --long`, less through Wine.

/// `few` of something in an ordinary run, `many` in a long one; a quarter of the few through Wine, where every start of a
/// program takes 0.2 s.
#[must_use]
pub fn sample(few: u64, many: u64) -> u64 {
    if std::env::var_os("TIMBANG_LONG").is_some() {
        many
    } else if std::env::var_os("TIMBANG_RUNNER").is_some() {
        few.div_ceil(4)
    } else {
        few
    }
}
