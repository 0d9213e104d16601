//! What the files of `content/` mean, once checked: references are resolved, dates are dates.

#![allow(missing_docs, reason = "fields are named for what they are; types and functions carry docs")]

mod example;
mod office;
mod process;
mod question;
mod source;

pub use example::*;
pub use office::*;
pub use process::*;
pub use question::*;
pub use source::*;
