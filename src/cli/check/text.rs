//! The check as text: the headline, the result, and what to ask next.

use super::Checked;
use crate::content::Msg;
use crate::document;

/// The whole check; with `--office` the result for that one.
pub(super) fn print(checked: &Checked<'_>) -> String {
    let (session, phrases) = (checked.session, checked.session.phrases());
    let (ctx, mut page) = (session.context(Some(&checked.person)), session.page());
    session.show(&mut page, &document::brief(&ctx));
    // The reasons cite answers by these numbers.
    page.gap();
    session.show(&mut page, &document::answers(&ctx));
    page.gap();
    let only = session.office.and(checked.current());
    session.show(&mut page, &only.map_or_else(|| document::result(&ctx), |only| document::of_office(&ctx, only)));
    page.gap();
    if let Some(finding) = checked.current().filter(|finding| !finding.missing.is_empty()) {
        let names: Vec<&str> = finding.missing.iter().map(|question| question.name.get(session.lang)).collect();
        page.say(&phrases.fill(Msg::MissingAre, &[("facts", &names.join(", "))]));
    }
    if let Some(question) = checked.next_question() {
        let country = checked.person.check.country(&session.content);
        page.say(&phrases.fill(Msg::NextToAsk, &[("question", &phrases.ask(question, country))]));
    }
    page.finish()
}
