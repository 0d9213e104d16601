//! The answer by which the matrix is looked at: the field, and which offices take it.
//!
//! ```text
//! > ve            = Nationality: Venezuelan
//!               [Colombia]       Costa Rica      Ecuador         Guatemala
//!  Takes it     [+]              [+]             [+]             [-]
//! ```

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::NAMES;
use crate::check::filter;
use crate::content::{Msg, Office};
use crate::document::Mark;
use crate::text::pad;
use crate::tui::component::View;
use crate::tui::focus::Focus;
use crate::tui::page::{Page, cut};
use crate::tui::pane::requirements::FilterField;

/// The field with what is typed and how it is read. Gives the answer that is meant.
pub(super) fn field(filter: &FilterField, view: &View<'_>, page: &mut Page) -> Option<filter::Filter> {
    let (phrases, typed) = (view.desk.phrases(), filter.typed());
    if !filter.is_open && typed.is_empty() {
        return None;
    }
    let open = filter.is_open && view.is_on(Focus::List);
    if open {
        page.focus_next(u16::try_from(2 + filter.input.visual_cursor()).unwrap_or_default());
    }
    let meanings = filter.meanings(view.desk);
    let read = match meanings.split_first() {
        Some((first, others)) => {
            let named = |filter: &filter::Filter, is_new: bool| {
                let name =
                    if is_new { format!("{}: ", filter.question.name.get(view.desk.lang())) } else { String::new() };
                format!("{name}{}", phrases.answer(&filter.question, &filter.answer))
            };
            let others = others.iter().filter(|_| open).map(|other| named(other, other.question != first.question));
            let all: Vec<String> = [named(first, true)].into_iter().chain(others).collect();
            let is_meant = filter.meaning(view.desk).is_some();
            format!("{} {}", if is_meant { "=" } else { "?" }, all.join("   "))
        }
        None if typed.is_empty() => phrases.get(Msg::FilterHint).to_owned(),
        None => format!("= {}", phrases.get(Msg::FilterNothing)),
    };
    let lead = format!("{} {} ", if open { ">" } else { " " }, pad(typed, NAMES - 3));
    let read = cut(&read, page.width().saturating_sub(lead.width()));
    page.line(Line::from(vec![Span::styled(lead, view.theme.strong()), Span::raw(read)]));
    filter.meaning(view.desk)
}

/// Which of the offices take the answer.
pub(super) fn marks(
    view: &View<'_>,
    filter: &filter::Filter,
    shown: &[(usize, &Office)],
    column: usize,
) -> Line<'static> {
    let phrases = view.desk.phrases();
    let name = format!(" {}", cut(phrases.get(Msg::FilterIs), NAMES - 2));
    let mut spans = vec![Span::raw(pad(&name, NAMES))];
    for (_, office) in shown {
        spans.push(match filter.verdict(view.desk.content(), office) {
            Some(verdict) => Span::raw(pad(Mark::Verdict(verdict).sign(), column)),
            None => Span::styled(pad(&cut(phrases.get(Msg::NotStated), column - 1), column), view.theme.quiet()),
        });
    }
    Line::from(spans)
}
