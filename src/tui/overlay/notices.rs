//! What was reported about the programme, by whom and when; what the guide is; what it does not promise.

use ratatui::style::Style;

use crate::content::{LanguageState, Msg, Statement, Topic};
use crate::rules;
use crate::tui::page::{Page, Set};
use crate::tui::state::State;

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

/// How far the page is scrolled.
#[derive(Debug, Clone, Copy, Default)]
pub struct Notices {
    /// Lines above the visible ones.
    pub scroll: usize,
}

/// Every notice, newest first, then the guide itself and what it does not promise.
#[must_use]
pub fn page(state: &State, width: u16) -> Page {
    let width = width.min(WIDTH);
    let (desk, phrases) = (&state.desk, state.desk.phrases());
    let (content, lang) = (desk.content(), desk.lang());
    let mut page = Page::new(width);
    page.focus_next(0);
    page.text(0, phrases.get(Msg::NoticesTitle), state.theme.strong());
    let language = content.languages.get(lang.0);
    if language.is_some_and(|language| language.state != LanguageState::Reviewed) {
        let set = Set { indent: 4, mark: ("(!)", state.theme.alert()), ..Set::default() };
        page.paragraph(phrases.get(Msg::NotReviewed), set);
    }
    for notice in rules::notices(content, desk.as_of()) {
        statement(state, &notice.statement, &mut page);
    }
    page.heading(phrases.get(Msg::NoticesGuide), state.theme.accent());
    let age = phrases.guide_age(desk.as_of()).map(|age| format!(", {age}")).unwrap_or_default();
    page.text(2, &format!("{}{age}", phrases.guide_date()), Style::new());
    page.text(2, &phrases.source(&content.guide), state.theme.quiet());
    if let Some(note) = &content.guide.note {
        page.text(2, note.get(lang), state.theme.quiet());
    }
    for (topic, title) in TOPICS {
        page.heading(phrases.get(*title), state.theme.accent());
        for said in content.on(*topic) {
            let label = said.source.label.get(lang);
            page.paragraph(said.text.get(lang), Set { indent: 2, tag: (label, Style::new()), ..Set::default() });
        }
    }
    page
}

fn statement(state: &State, said: &Statement, page: &mut Page) {
    page.gap();
    let text = said.text.get(state.desk.lang());
    page.paragraph(text, Set { indent: 4, mark: ("(!)", state.theme.alert()), ..Set::default() });
    page.text(4, &state.desk.phrases().said_by(said), state.theme.quiet());
}
