//! The store of cases over a disk that a test stands in for, and over the real one.

mod answers;
mod faults;
mod files;
mod listing;
mod power;
mod property;
mod purging;
mod real;
mod script;
mod two_desks;
