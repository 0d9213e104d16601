//! What the person takes home, in lines.

use crate::content::{Lang, Lookup};
use crate::document::{self, Context, Personal};
use crate::plain::TextPage;
use crate::text::fold;
use crate::wording::Phrases;

use super::Repl;
use super::look::{named, no_office};

impl Repl {
    /// The sheet on an office, else on the selected one; in a language that is named behind it, else in that of the desk.
    pub(super) fn sheet(&self, rest: &str, page: &mut TextPage) {
        let (desk, content) = (&self.desk, self.desk.content());
        let language = |word: &str| {
            let is_it = |id: &str, name: &str| fold(id) == word || fold(name) == word;
            content.languages.iter().position(|language| is_it(&language.id, &language.name)).map(Lang)
        };
        let (before, last) = rest.rsplit_once(' ').unwrap_or(("", rest));
        let (which, lang) = match language(last) {
            Some(lang) => (before, lang),
            None => (rest, desk.lang()),
        };
        let which = if which.is_empty() { Some(desk.office_index()) } else { named(desk, which) };
        let Some(office) = which.map(|n| content.offices.at(n)) else { return no_office(desk, page) };
        let phrases = Phrases::new(content, lang);
        let ctx = Context { phrases, ..desk.context() };
        page.show(&document::sheet(&ctx, office, Personal::Told), phrases);
    }
}
