//! A question as it is announced: its count, why, the rule that needs it, its choices.

use crate::check::{self, Choice};
use crate::content::{Kind, Msg, Question};
use crate::desk::Desk;

use super::page::Page;
use super::rule;

/// Everything that is needed to answer a question.
pub(super) fn question(desk: &Desk, question: &Question, page: &mut Page) {
    let phrases = desk.phrases();
    page.say(&count(desk, question));
    remind(desk, question, page);
    why(desk, question, page);
    let office = desk.check().office(desk.content());
    for choice in check::choices(desk.content(), question, office.map(AsRef::as_ref), "") {
        offer(desk, question, &choice, page);
    }
    let hint = match question.kind {
        Kind::Date | Kind::DateOrNo => Some(Msg::OrTypeDate),
        Kind::Country => Some(Msg::TypeCountry),
        Kind::Countries => Some(Msg::TypeCountries),
        Kind::YesNo | Kind::OneOf => None,
    };
    if let Some(hint) = hint {
        page.say(phrases.get(hint));
    }
    if let Some(answer) = desk.check().answers().get(&question.id) {
        page.say(&phrases.fill(Msg::LinearSoFar, &[("answer", &phrases.answer(question, answer))]));
    } else if let Some(answer) = desk.offered() {
        page.say(&phrases.fill(Msg::LinearOffered, &[("answer", &phrases.answer(question, answer))]));
    } else if desk.check().is_forgotten(&question.id) {
        page.say(&format!("{} {}", question.name.get(desk.lang()), phrases.get(Msg::WasNotStored)));
    }
    if desk.check().is_withheld(&question.id) {
        page.say(phrases.get(Msg::WithheldNow));
    }
}

/// The question alone.
pub(super) fn remind(desk: &Desk, question: &Question, page: &mut Page) {
    page.say(&desk.phrases().ask(question, desk.check().country(desk.content())));
}

/// What a text can mean, to be chosen from.
pub(super) fn which(desk: &Desk, question: &Question, which: &[Choice], page: &mut Page) {
    page.say(desk.phrases().get(Msg::WhichOne));
    for choice in which {
        offer(desk, question, choice, page);
    }
}

/// Why a question is asked, and the rule that needs it with everything that is said of it.
pub(super) fn why_in_full(desk: &Desk, question: &Question, page: &mut Page) {
    why(desk, question, page);
    if let Some(requirement) = desk.check().needed_by(desk.content(), question) {
        rule::said_of(desk, requirement, page);
    }
}

fn why(desk: &Desk, question: &Question, page: &mut Page) {
    let phrases = desk.phrases();
    let why = phrases.why(question, desk.check().country(desk.content()));
    page.say(&phrases.fill(Msg::WhyAsked, &[("why", &why)]));
    if let Some(requirement) = desk.check().needed_by(desk.content(), question) {
        let rule = phrases.requirement(requirement);
        page.say(&phrases.fill(Msg::WhyRule, &[("rule", &rule)]));
    }
}

fn offer(desk: &Desk, question: &Question, choice: &Choice, page: &mut Page) {
    // Those beyond the digits are typed, as all others are.
    let key = choice.key.unwrap_or('-');
    let words = desk.phrases().choice(question, choice, desk.check().country(desk.content()));
    page.set(&format!("{key}  "), &words);
}

/// "3 of at most 6".
fn count(desk: &Desk, question: &Question) -> String {
    let (place, of) = desk.check().count(desk.content(), question, desk.as_of());
    desk.phrases().fill(Msg::CheckCount, &[("n", &place.to_string()), ("of", &of.to_string())])
}
