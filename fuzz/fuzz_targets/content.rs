//! `cargo +nightly fuzz run content`, in the folder above.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| smo_desk_fuzz::content(data));
