//! The answer by which the matrix is looked at: the field, and which offices take it.
//!
//! ```text
//! > ve            = Nationality: Venezuelan
//!               [Colombia]       Costa Rica      Ecuador         Guatemala
//!  Takes it     [+]              [+]             [+]             [-]
//! ```

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::super::update::filters;
use super::{NAMES, pad};
use crate::check::filter::Filter;
use crate::content::{Msg, Office};
use crate::tui::page::{Page, cut};
use crate::tui::state::State;
use crate::wording::mark;

/// The field with what is typed and how it is read. Gives the answer that is meant.
pub(super) fn field(state: &State, page: &mut Page) -> Option<Filter> {
    let (field, phrases) = (&state.requirements.filter, state.desk.phrases());
    let (typed, open) = (field.input.value(), state.is_filtering());
    if typed.is_empty() && !open {
        return None;
    }
    if open {
        page.focus_next(u16::try_from(2 + field.input.visual_cursor()).unwrap_or_default());
    }
    let meanings = filters(state);
    let mut meant = meanings.iter().skip(field.chosen);
    let read = match meant.next() {
        Some(first) => {
            let named = |filter: &Filter, is_new: bool| {
                let name =
                    if is_new { format!("{}: ", filter.question.name.get(state.desk.lang())) } else { String::new() };
                format!("{name}{}", phrases.answer(&filter.question, &filter.answer))
            };
            let others = meant.filter(|_| open);
            let others = others.map(|other| format!("   {}", named(other, other.question != first.question)));
            format!("= {}{}", named(first, true), others.collect::<String>())
        }
        None if typed.is_empty() => phrases.get(Msg::FilterHint).to_owned(),
        None => format!("= {}", phrases.get(Msg::FilterNothing)),
    };
    let lead = format!("{} {} ", if open { ">" } else { " " }, pad(typed, NAMES - 3));
    let read = cut(&read, page.width().saturating_sub(lead.width()));
    page.line(Line::from(vec![Span::styled(lead, state.theme.strong()), Span::raw(read)]));
    meanings.into_iter().nth(field.chosen)
}

/// Which of the offices take the answer.
pub(super) fn marks(state: &State, filter: &Filter, shown: &[(usize, &Office)], column: usize) -> Line<'static> {
    let phrases = state.desk.phrases();
    let name = format!(" {}", cut(phrases.get(Msg::FilterIs), NAMES - 2));
    let mut spans = vec![Span::raw(pad(&name, NAMES))];
    for (_, office) in shown {
        spans.push(match filter.verdict(state.desk.content(), office) {
            Some(verdict) => Span::raw(pad(mark(verdict, true), column)),
            None => Span::styled(pad(&cut(phrases.get(Msg::NotStated), column - 1), column), state.theme.quiet()),
        });
    }
    Line::from(spans)
}
