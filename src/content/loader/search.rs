//! `find.toml`, which a content folder can do without.

use serde::Deserialize;
use toml::Spanned;

use super::super::search::{SearchWords, Target};
use super::{Loader, Ref, Tree};

/// The name of the file.
pub(super) const FILE: &str = "find.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFind {
    words: Spanned<String>,
    to: Vec<Ref>,
}

impl Loader {
    /// Loads the words people look for; everything that they can lead to is loaded before.
    pub(super) fn search_words(&mut self, tree: &mut Tree<'_>) {
        self.content.hearing.search_words = self.each(tree, "find", Self::search_words_of);
    }

    fn search_words_of(&mut self, raw: &RawFind) -> Option<SearchWords> {
        let words = raw.words.get_ref().split(',').map(str::trim).filter(|word| !word.is_empty());
        let words: Vec<Box<str>> = words.map(Into::into).collect();
        if words.is_empty() {
            self.problem(raw.words.span(), "there is no word", "an empty list", "write words with commas between them");
            return None;
        }
        let to = raw.to.iter().filter_map(|name| self.target(name)).collect();
        Some(SearchWords { words, to })
    }

    fn target(&mut self, name: &Ref) -> Option<Target> {
        let target = Target::parse(name.get_ref());
        let is_known = target.as_ref().is_some_and(|target| target.is_in(&self.content));
        // What other files lack may be meant.
        if !is_known && self.problems.iter().all(|problem| problem.file == FILE) {
            let help = "write `statement.ID`, `item.ID`, `question.ID`, `step.ID`, `pathway.ID`, `notice.ID`, `office.ID`, \
                        `requirement.OFFICE.ID`, `aspect.ID`, `open.ID`, `help_line.ID`, `language.ID` or `tracks.all`";
            self.problem(name.span(), format!("nothing is `{}`", name.get_ref()), "leads nowhere", help);
        }
        target.filter(|_| is_known)
    }
}
