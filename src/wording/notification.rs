//! How a person hears that a link was taken: by which channel, and from whom.

use super::Phrases;
use crate::content::{Channel, Msg, Notification};

impl Phrases<'_> {
    /// "Notice of 3, 7: by e-mail; from whom is not said", with the numbers of the steps that it is about.
    pub fn notification(self, steps: &[String], notification: &Notification) -> String {
        let steps = &*steps.join(", ");
        if notification.senders.is_empty() && notification.channels == [Channel::NotSaid] {
            return self.fill(Msg::ProcessNoticeUnsaid, &[("steps", steps)]);
        }
        let channels: Vec<&str> = notification.channels.iter().map(|channel| self.get(word(*channel))).collect();
        let senders: Vec<&str> = notification.senders.iter().map(|actor| actor.name.get(self.lang)).collect();
        let who = self.any_of(&senders);
        let from = if who.is_empty() {
            self.get(Msg::ProcessFromUnsaid).to_owned()
        } else {
            self.fill(Msg::ProcessSender, &[("who", &who)])
        };
        let values = [("steps", steps), ("how", &*self.any_of(&channels)), ("from", &*from)];
        self.fill(Msg::ProcessNotice, &values)
    }
}

fn word(channel: Channel) -> Msg {
    match channel {
        Channel::Email => Msg::ProcessByEmail,
        Channel::Phone => Msg::ProcessByPhone,
        Channel::NotSaid => Msg::ProcessHowUnsaid,
    }
}
