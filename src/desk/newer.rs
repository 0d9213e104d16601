//! What a desk knows of newer content of its host, and how the work at it ended: by a change to that, among others.

use std::fmt;

use super::Desk;
use crate::content::Msg;

/// How the work at a desk ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// Somebody quit.
    Quit,
    /// Whoever was there went away, or the program was told to end.
    Gone,
    /// Somebody wants the newer content of the host: the program begins anew.
    Anew,
}

/// Finds the check-code of content that the host has by now and that could be used in place of this one.
pub type FindNewer = Box<dyn FnMut() -> Option<String> + Send + Sync>;

/// How a desk knows of newer content.
#[derive(Default)]
pub(super) struct NewerContent {
    find: Option<FindNewer>,
    /// What was found last.
    code: Option<String>,
    is_told: bool,
}

impl fmt::Debug for NewerContent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewerContent").field("code", &self.code).finish_non_exhaustive()
    }
}

impl Desk {
    /// The same with something that finds newer content.
    #[must_use]
    pub fn finding_newer(mut self, find: Option<FindNewer>) -> Self {
        self.newer.find = find;
        self
    }

    /// Looks for newer content. Whether some was found of which nobody was told.
    pub fn look_for_newer(&mut self) -> bool {
        let found = self.newer.find.as_mut().and_then(|find| find());
        if found != self.newer.code {
            (self.newer.code, self.newer.is_told) = (found, false);
        }
        self.newer.code.is_some() && !self.newer.is_told
    }

    /// Somebody was told of what was found last.
    pub fn told_of_newer(&mut self) {
        self.newer.is_told = true;
    }

    /// Whether the host has newer content.
    pub fn has_newer(&self) -> bool {
        self.newer.code.is_some()
    }

    /// That the host has newer content, and how it is changed to; none where it has none that can be used.
    pub fn newer(&self, how: &str) -> Option<String> {
        let code = self.newer.code.as_deref()?;
        Some(self.phrases().fill(Msg::ContentNewer, &[("code", code), ("how", how)]))
    }
}
