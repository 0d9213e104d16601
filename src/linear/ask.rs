//! A question as it is announced: its count, why, the rule that needs it, its choices.

use crate::check::{self, Choice};
use crate::content::{Kind, Msg, Question};
use crate::desk::Desk;
use crate::document;

use crate::plain::Page;

/// Blocks of the reason that are read out with every question: the reason itself, and the rule. `why` reads all of them.
const WHY: usize = 2;

/// Everything that is needed to answer a question.
pub(super) fn question(desk: &Desk, question: &Question, page: &mut Page) {
    let phrases = desk.phrases();
    page.say(&count(desk, question));
    remind(desk, question, page);
    let mut why = document::why(&desk.context(), question);
    why.blocks.truncate(WHY);
    page.show(&why, phrases);
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

fn offer(desk: &Desk, question: &Question, choice: &Choice, page: &mut Page) {
    // Those beyond the digits are typed, as all others are.
    let key = choice.key.unwrap_or('-');
    let words = desk.phrases().choice(question, choice, desk.check().country(desk.content()));
    page.put(&format!("{key}  "), &words);
}

/// "3 of at most 6".
fn count(desk: &Desk, question: &Question) -> String {
    let (place, of) = desk.check().count(desk.content(), question, desk.as_of());
    desk.phrases().fill(Msg::CheckCount, &[("n", &place.to_string()), ("of", &of.to_string())])
}
