#![no_main]

use std::sync::Once;

static LIBRARIES_MAY_PANIC: Once = Once::new();

// The fuzzer ends at any panic; a decoder's is caught in use, so here only what escapes that counts.
libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    LIBRARIES_MAY_PANIC.call_once(|| std::panic::set_hook(Box::new(|_| {})));
    if std::panic::catch_unwind(|| photos::fuzz::photo(data)).is_err() {
        std::process::abort();
    }
});
