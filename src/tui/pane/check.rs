//! The Check pane.

pub mod rows;
mod state;
pub mod update;
pub mod view;

pub use state::{Field, FieldError, State};
