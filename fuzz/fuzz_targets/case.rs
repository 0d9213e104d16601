//! `cargo +nightly fuzz run case`, in the folder above.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| smo_desk_fuzz::case(data));
