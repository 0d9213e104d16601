//! What is typed only to be checked: an e-mail address, a telephone number, a birth date. None of it is kept.

use super::Desk;
use crate::check::contact::{self, Phone};
use crate::check::date;
use crate::content::{Dialling, ItemKind, Msg, PartialDate};
use crate::rules::{Interval, StatedDate, Value, Verdict};

impl Desk {
    /// What there is to say about what is typed for an item.
    ///
    /// # Errors
    /// The same, where it does not look right.
    pub fn looks(&self, kind: ItemKind, typed: &str) -> Result<String, String> {
        let say = |msg| self.phrases().get(msg).to_owned();
        match kind {
            ItemKind::Email if contact::is_email(typed) => Ok(say(Msg::LooksRight)),
            ItemKind::Email => Err(say(Msg::EmailForm)),
            ItemKind::Phone => match contact::phone(&self.content, self.check().country(&self.content), typed) {
                Phone::Right(_) => Ok(say(Msg::LooksRight)),
                Phone::Digits(dialling, count) => Err(self.digits(dialling, count)),
                Phone::Begins(dialling) => {
                    let begins: Vec<&str> = dialling.begins.iter().map(String::as_str).collect();
                    let values = [("code", &*dialling.code), ("of", &self.phrases().any_of(&begins))];
                    Err(self.phrases().fill(Msg::PhoneBegins, &values))
                }
                Phone::NoNumber => Err(say(Msg::PhoneForm)),
                Phone::Unknown => Err(say(Msg::PhoneUnknown)),
            },
            ItemKind::BirthDate => self.birth(typed),
            ItemKind::Plain | ItemKind::Family => Err(String::new()),
        }
    }

    fn digits(&self, dialling: &Dialling, typed: usize) -> String {
        let phrases = self.phrases();
        let counts: Vec<String> = dialling.digits.iter().map(ToString::to_string).collect();
        let counts: Vec<&str> = counts.iter().map(String::as_str).collect();
        let values = [("code", &*dialling.code), ("of", &phrases.any_of(&counts)), ("n", &typed.to_string())];
        phrases.fill(Msg::PhoneDigits, &values)
    }

    /// Whether a date names a day, whichever way day and month are read.
    fn is_whole_day(&self, typed: &str) -> bool {
        let is_day = |date: &Interval| matches!(date.stated, StatedDate::Partial(PartialDate::Day(_)));
        date::read(&self.content, None, typed).is_ok_and(|typed| typed.dates.iter().all(is_day))
    }

    /// Whether the age that is asked for is reached, and whether the answer on age says otherwise.
    fn birth(&self, typed: &str) -> Result<String, String> {
        let phrases = self.phrases();
        let (question, age) = contact::age_question(&self.content).ok_or_else(String::new)?;
        let reached = contact::birth(&self.content, age, typed, self.as_of);
        let reached = reached.map_err(|error| phrases.answer_error(&error))?;
        if !self.is_whole_day(typed) {
            return Err(phrases.get(Msg::MoveWholeDay).to_owned());
        }
        let said = match reached {
            Verdict::Met => Msg::Yes,
            Verdict::NotMet => Msg::No,
            Verdict::Unclear => Msg::CannotTell,
        };
        let date = phrases.day(self.as_of);
        let values = [("name", question.name.get(self.lang)), ("date", &date), ("answer", phrases.get(said))];
        let read = phrases.fill(Msg::BirthReached, &values);
        match (self.check().answers().value(&question.id), reached) {
            (Some(Value::YesNo(true)), Verdict::NotMet) | (Some(Value::YesNo(false)), Verdict::Met) => {
                Err(format!("{read}. {}", phrases.get(Msg::BirthContradicts)))
            }
            (_, Verdict::Unclear) => Err(read),
            _ => Ok(read),
        }
    }
}
