//! What the files of `content/` mean, once checked: references are resolved, dates are dates.

mod office;
mod process;
mod question;
mod source;

pub use office::*;
pub use process::*;
pub use question::*;
pub use source::*;
