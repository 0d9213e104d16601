//! The desk: who a Safe Mobility Office can help, why, and what happens next.
//!
//! The floors, lowest first, and what each may import, are in ARCHITECTURE.md; `tests/sources/` holds them.

pub mod batch;
pub mod case;
pub mod check;
pub mod cli;
pub mod content;
pub mod desk;
pub mod document;
pub mod export;
pub mod find;
pub mod linear;
pub mod plain;
pub mod process;
pub mod proof;
pub mod rules;
pub mod sheet;
pub mod text;
pub mod tui;
pub mod wire;
pub mod wording;
pub mod xlsx;
