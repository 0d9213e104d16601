//! What was reported about the programme, by whom and when; what the guide is; what it does not promise.
//!
//! ```text
//! Notices
//!
//! (!) The programme was reported to have ended.
//!     press, Feb 2025, read 23 Nov 2026
//!
//! The guide
//!   Aug 2024 or later, up to 27 months old
//! ```

use ratatui::style::Style;

use crate::content::{LanguageState, Msg, Statement, Topic};
use crate::desk::Desk;
use crate::rules;
use crate::tui::component::{Extent, Overlay, View};
use crate::tui::keymap::Scope;
use crate::tui::page::{Page, Set};

/// The width to which the texts are set: lines that the eye can follow.
const WIDTH: u16 = 66;

/// What else is said of the programme, in order.
const TOPICS: &[(Topic, Msg)] = &[
    (Topic::Caveat, Msg::NoticesCaveats),
    (Topic::About, Msg::NoticesAbout),
    (Topic::Access, Msg::NoticesAccess),
    (Topic::Privacy, Msg::NoticesPrivacy),
    (Topic::OtherHelp, Msg::NoticesOtherHelp),
    (Topic::Guide, Msg::NoticesOfItself),
];

/// Every notice, newest first, then the guide itself and what it does not promise.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Notices {
    scroll: usize,
}

impl Overlay for Notices {
    fn scopes(&self, _desk: &Desk) -> &'static [Scope] {
        &[Scope::Reading, Scope::Always]
    }

    fn extent(&self) -> Extent {
        Extent::TwoThirds
    }

    fn scroll(&mut self) -> Option<&mut usize> {
        Some(&mut self.scroll)
    }

    fn scrolled(&self) -> Option<usize> {
        Some(self.scroll)
    }

    fn page(&self, view: &View<'_>, width: u16, _rows: u16) -> Page {
        let width = width.min(WIDTH);
        let (desk, phrases) = (view.desk, view.desk.phrases());
        let (content, lang) = (desk.content(), desk.lang());
        let mut page = Page::new(width);
        page.focus_next(0);
        page.text(0, phrases.get(Msg::NoticesTitle), view.theme.strong());
        let language = content.languages.get(lang.0);
        if language.is_some_and(|language| language.state != LanguageState::Reviewed) {
            let set = Set { indent: 4, mark: ("(!)", view.theme.alert()), ..Set::default() };
            page.paragraph(phrases.get(Msg::NotReviewed), set);
        }
        for notice in rules::notices(content, desk.as_of()) {
            statement(view, &notice.statement, &mut page);
        }
        page.heading(phrases.get(Msg::NoticesGuide), view.theme.accent());
        let age = phrases.guide_age(desk.as_of()).map(|age| format!(", {age}")).unwrap_or_default();
        page.text(2, &format!("{}{age}", phrases.guide_date()), Style::new());
        page.text(2, &phrases.source(&content.guide), view.theme.quiet());
        if let Some(note) = &content.guide.note {
            page.text(2, note.get(lang), view.theme.quiet());
        }
        for (topic, title) in TOPICS {
            page.heading(phrases.get(*title), view.theme.accent());
            for said in content.on(*topic) {
                let label = said.source.label.get(lang);
                page.paragraph(said.text.get(lang), Set { indent: 2, tag: (label, Style::new()), ..Set::default() });
            }
        }
        page
    }
}

fn statement(view: &View<'_>, said: &Statement, page: &mut Page) {
    page.gap();
    let text = said.text.get(view.desk.lang());
    page.paragraph(text, Set { indent: 4, mark: ("(!)", view.theme.alert()), ..Set::default() });
    page.text(4, &view.desk.phrases().said_by(said), view.theme.quiet());
}
