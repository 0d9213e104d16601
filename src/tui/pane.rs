//! The four panes: each has a list and says more of the thing selected in it.

pub mod check;
pub mod offices;
mod pathways;
pub mod process;
pub mod requirements;
