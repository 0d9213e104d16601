//! What is said about one thing, decided once for all faces, before anybody decides how it looks.
//!
//! Floor 4: imports content, rules, process, check, case and wording. A [`Document`] is a list of [`Block`]s in reading
//! order. The builders in this folder decide the order and what has to stand together: a positive verdict never stands
//! without the office's intake, the notices, what is left open and "promises nothing". Faces are renderers: they may
//! choose a [`Depth`], fold and lay out; they may not leave out, reword or reorder.
//!
//! Knows nothing of widths, colours and terminals.

mod advice;
mod answers;
mod block;
mod bring;
mod compare;
mod context;
mod due;
mod notices;
mod office;
mod pathway;
mod place;
mod result;
mod rule;
mod sheet;
mod step;
mod verdict;

pub use advice::advice;
pub use answers::answers;
pub use block::{Anchor, Block, Citation, Depth, Document, Kind, Mark, Role};
pub use bring::bring;
pub use compare::{offices, tracks};
pub use context::{Context, PersonState};
pub use due::{Due, Waiting, due, due_caveats, not_kept};
pub use notices::{brief, head, headline, notices};
pub use office::{list, newest_intake, office};
pub use pathway::{pathway, pathways};
pub use place::place;
pub use result::{no_office, of_office, result};
pub use rule::{other_requirements, requirements, rule, why};
pub use sheet::{Personal, referral, sheet};
pub use step::{step, steps};
pub use verdict::verdict;

#[cfg(test)]
mod tests;
