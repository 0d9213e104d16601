//! What was reported about the programme, by whom and when; what the guide is; what it does not promise.

use ratatui::style::Style;

use crate::content::{LanguageState, Statement, Topic, Word};
use crate::rules;
use crate::tui::page::{Page, Set};
use crate::tui::state::State;

/// The width to which the texts are set: lines that the eye can follow.
const WIDTH: u16 = 66;

/// What else is said of the programme, in order.
const TOPICS: &[(Topic, Word)] = &[
    (Topic::Caveat, Word::NoticesCaveats),
    (Topic::About, Word::NoticesAbout),
    (Topic::Access, Word::NoticesAccess),
    (Topic::Privacy, Word::NoticesPrivacy),
    (Topic::OtherHelp, Word::NoticesOtherHelp),
    (Topic::Guide, Word::NoticesOfItself),
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
    let (desk, speaker) = (&state.desk, state.desk.speaker());
    let (content, lang) = (desk.content(), desk.lang());
    let mut page = Page::new(width);
    page.focus_next(0);
    page.text(0, speaker.word(Word::NoticesTitle), state.look.strong());
    let language = content.languages.get(lang.0);
    if language.is_some_and(|language| language.state != LanguageState::Reviewed) {
        let set = Set { indent: 4, mark: ("(!)", state.look.alert()), ..Set::default() };
        page.paragraph(speaker.word(Word::NotReviewed), set);
    }
    for notice in rules::notices(content, desk.as_of()) {
        statement(state, &notice.statement, &mut page);
    }
    page.heading(speaker.word(Word::NoticesGuide), state.look.accent());
    let age = speaker.guide_age(desk.as_of()).map(|age| format!(", {age}")).unwrap_or_default();
    page.text(2, &format!("{}{age}", speaker.guide_date()), Style::new());
    page.text(2, &speaker.source(&content.guide), state.look.quiet());
    if let Some(note) = &content.guide.note {
        page.text(2, note.say(lang), state.look.quiet());
    }
    for (topic, title) in TOPICS {
        page.heading(speaker.word(*title), state.look.accent());
        for said in content.on(*topic) {
            let label = said.source.label.say(lang);
            page.paragraph(said.text.say(lang), Set { indent: 2, tag: (label, Style::new()), ..Set::default() });
        }
    }
    page
}

fn statement(state: &State, said: &Statement, page: &mut Page) {
    page.gap();
    let text = said.text.say(state.desk.lang());
    page.paragraph(text, Set { indent: 4, mark: ("(!)", state.look.alert()), ..Set::default() });
    page.text(4, &state.desk.speaker().said_by(said), state.look.quiet());
}
