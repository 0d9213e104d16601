//! The person in the process: since when they are where, and when what comes next is to be expected.

use ratatui::style::Style;

use crate::content::Msg;
use crate::process::Expected;
use crate::process::detail::Detail;
use crate::tui::component::View;
use crate::tui::page::{Page, Paragraph};

/// Since when the person is at the step, or when they were; and what they wait for there.
pub(super) fn here(view: &View<'_>, detail: &Detail<'_>, page: &mut Page) {
    let (desk, phrases) = (view.desk, view.desk.phrases());
    let (model, step) = (&desk.content().process, detail.number - 1);
    let Some((_, day)) = desk.place().known(model).rfind(|(reached, _)| *reached == step) else { return };
    page.gap();
    let day = phrases.day(day);
    if desk.place().at(model) != Some(step) {
        page.text(0, &phrases.fill(Msg::ReachedOn, &[("date", &day)]), Style::new());
        return;
    }
    page.text(0, &phrases.fill(Msg::HereSince, &[("date", &day)]), view.theme.strong());
    for (text, longer) in desk.waits_ahead() {
        let mark = if longer { ("(!)", view.theme.alert()) } else { ("-", Style::new()) };
        page.paragraph(&text, Paragraph { indent: 4, mark, ..Paragraph::default() });
    }
}

/// When the step is to be expected, once the person is somewhere.
pub(super) fn expected(view: &View<'_>, detail: &Detail<'_>) -> Option<String> {
    let (desk, model) = (&view.desk, &view.desk.content().process);
    desk.place().at(model)?;
    let expected = Expected::of(model, desk.place(), detail.number - 1, desk.as_of())?;
    Some(desk.phrases().waiting(&expected))
}
