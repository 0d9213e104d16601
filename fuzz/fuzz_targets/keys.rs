//! `cargo +nightly fuzz run keys`, in the folder above.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| smo_desk_fuzz::keys(data));
