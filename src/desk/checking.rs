//! What is typed only to be checked: an e-mail address, a telephone number, a birth date. None of it is kept.

use super::Desk;
use crate::check::AnswerError;
use crate::check::contact::{self, Phone};
use crate::content::{ItemKind, Msg};
use crate::rules::{Value, Verdict};

impl Desk {
    /// Whether what is typed for an item looks right.
    pub fn looks_right(&self, kind: ItemKind, typed: &str) -> bool {
        match kind {
            ItemKind::Email => contact::is_email(typed),
            ItemKind::Phone => matches!(self.phone(typed), Phone::Right(_)),
            ItemKind::BirthDate => {
                let sure = |reached| reached != Verdict::Unclear && !self.contradicts(reached);
                self.birth(typed).is_some_and(|read| read.is_ok_and(sure))
            }
            ItemKind::Plain | ItemKind::Family => false,
        }
    }

    /// What there is to say about what is typed for an item.
    pub fn looks(&self, kind: ItemKind, typed: &str) -> String {
        let phrases = self.phrases();
        match kind {
            ItemKind::Email if contact::is_email(typed) => phrases.get(Msg::LooksRight).to_owned(),
            ItemKind::Email => phrases.get(Msg::EmailForm).to_owned(),
            ItemKind::Phone => self.phone_looks(typed),
            ItemKind::BirthDate => self.birth_looks(typed),
            ItemKind::Plain | ItemKind::Family => String::new(),
        }
    }

    fn phone<'d>(&'d self, typed: &str) -> Phone<'d> {
        contact::phone(&self.content, self.check().country(&self.content), typed)
    }

    fn phone_looks(&self, typed: &str) -> String {
        let phrases = self.phrases();
        match self.phone(typed) {
            Phone::Right(_) => phrases.get(Msg::LooksRight).to_owned(),
            Phone::Digits(dialling, typed) => {
                let counts: Vec<String> = dialling.digits.iter().map(ToString::to_string).collect();
                let counts: Vec<&str> = counts.iter().map(String::as_str).collect();
                let values = [("code", &*dialling.code), ("of", &phrases.any_of(&counts)), ("n", &typed.to_string())];
                phrases.fill(Msg::PhoneDigits, &values)
            }
            Phone::Begins(dialling) => {
                let begins: Vec<&str> = dialling.begins.iter().map(String::as_str).collect();
                phrases.fill(Msg::PhoneBegins, &[("code", &dialling.code), ("of", &phrases.any_of(&begins))])
            }
            Phone::NoNumber => phrases.get(Msg::PhoneForm).to_owned(),
            Phone::Unknown => phrases.get(Msg::PhoneUnknown).to_owned(),
        }
    }

    fn birth(&self, typed: &str) -> Option<Result<Verdict, AnswerError>> {
        let (_, age) = contact::age_question(&self.content)?;
        Some(contact::birth(&self.content, age, typed, self.as_of))
    }

    /// Whether a birth date says otherwise than the answer on age.
    fn contradicts(&self, reached: Verdict) -> bool {
        let given = contact::age_question(&self.content).and_then(|(q, _)| self.check().answers().value(&q.id));
        match given {
            Some(Value::YesNo(adult)) => reached == if *adult { Verdict::NotMet } else { Verdict::Met },
            _ => false,
        }
    }

    fn birth_looks(&self, typed: &str) -> String {
        let phrases = self.phrases();
        let (Some((question, _)), Some(read)) = (contact::age_question(&self.content), self.birth(typed)) else {
            return String::new();
        };
        match read {
            Ok(reached) => {
                let said = match reached {
                    Verdict::Met => Msg::Yes,
                    Verdict::NotMet => Msg::No,
                    Verdict::Unclear => Msg::CannotTell,
                };
                let date = phrases.day(self.as_of);
                let values = [("name", question.name.get(self.lang)), ("date", &date), ("answer", phrases.get(said))];
                let read = phrases.fill(Msg::BirthReached, &values);
                let other = self.contradicts(reached).then_some(phrases.get(Msg::BirthContradicts));
                [Some(read.as_str()), other].into_iter().flatten().collect::<Vec<_>>().join(". ")
            }
            Err(trouble) => phrases.answer_error(&trouble),
        }
    }
}
