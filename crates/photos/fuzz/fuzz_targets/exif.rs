#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| photos::fuzz::exif(data));
