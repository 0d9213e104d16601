//! A question as it is announced: its count, why, the rule that needs it, its choices.

use crate::check::Choice;
use crate::content::{Msg, Question};
use crate::desk::Desk;
use crate::document::{self, Depth};
use crate::plain::TextPage;

/// Everything that is needed to answer a question.
pub(super) fn question(desk: &Desk, question: &Question, page: &mut TextPage) {
    let (check, phrases) = (desk.check(), desk.phrases());
    let (place, of) = check.count(desk.content(), question, desk.as_of());
    page.say(&phrases.fill(Msg::CheckCount, &[("n", &place.to_string()), ("of", &of.to_string())]));
    remind(desk, question, page);
    page.show(&document::why(&desk.context(), question, Depth::Glance), phrases);
    offer(desk, question, &desk.choices(question, ""), page);
    phrases.hint(question).into_iter().for_each(|hint| page.say(hint));
    if let Some(answer) = check.answers().get(&question.id) {
        page.say(&phrases.fill(Msg::LinearSoFar, &[("answer", &phrases.answer(question, answer))]));
    } else if let Some(answer) = desk.offered() {
        page.say(&phrases.fill(Msg::LinearOffered, &[("answer", &phrases.answer(question, answer))]));
    } else if check.is_forgotten(&question.id) {
        page.say(&format!("{} {}", question.name.get(desk.lang()), phrases.get(Msg::WasNotStored)));
    }
    if check.is_withheld(&question.id) {
        page.say(phrases.get(Msg::WithheldNow));
    }
}

/// The question alone.
pub(super) fn remind(desk: &Desk, question: &Question, page: &mut TextPage) {
    page.say(&desk.phrases().ask(question, desk.check().country(desk.content())));
}

/// What a text can mean, to be chosen from.
pub(super) fn which(desk: &Desk, question: &Question, which: &[Choice], page: &mut TextPage) {
    page.say(desk.phrases().get(Msg::WhichOne));
    offer(desk, question, which, page);
}

fn offer(desk: &Desk, question: &Question, choices: &[Choice], page: &mut TextPage) {
    for choice in choices {
        // Those beyond the digits are typed, as all others are.
        let key = choice.key.unwrap_or('-');
        let words = desk.phrases().choice(question, choice, desk.check().country(desk.content()));
        page.put(&format!("{key}  "), &words);
    }
}
