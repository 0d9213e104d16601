//! `cargo +nightly fuzz run xlsx`, in the folder above.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| smo_desk_fuzz::xlsx(data));
