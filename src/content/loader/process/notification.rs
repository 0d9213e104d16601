//! By which channel and from whom a person hears that a link was taken.

use serde::Deserialize;
use toml::Spanned;

use super::RawStep;
use crate::content::loader::{Loader, Ref};
use crate::content::{Channel, Notification};

/// What stands for a sender where the source names none.
const NOT_SAID: &str = "not_said";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawNotification {
    channels: Spanned<Vec<Channel>>,
    senders: Spanned<Vec<Ref>>,
    source: Option<Ref>,
    section: Option<String>,
}

impl Loader {
    /// A notification; where it names no source, that of the step with its section.
    pub(super) fn notification(&mut self, raw: &RawNotification, step: &RawStep) -> Option<Notification> {
        let (channels, senders) = (raw.channels.get_ref(), raw.senders.get_ref());
        let is_unsaid = |sender: &&Ref| sender.get_ref() == NOT_SAID;
        let unsaid = channels.iter().filter(|channel| **channel == Channel::NotSaid).count();
        self.one_or_unsaid("channels", &raw.channels, channels.len(), unsaid);
        self.one_or_unsaid("senders", &raw.senders, senders.len(), senders.iter().filter(is_unsaid).count());
        let source = raw.source.as_ref().unwrap_or(&step.source);
        let own = if raw.source.is_none() { Some(&step.section) } else { None };
        let section = raw.section.as_ref().or(own).map(|section| self.filled(section, "section", source));
        Some(Notification {
            channels: channels.clone(),
            senders: senders.iter().filter(|sender| !is_unsaid(sender)).filter_map(|id| self.actor(id)).collect(),
            source: self.source(source)?,
            section,
        })
    }

    /// Reports a list that names nothing, or something besides `not_said`.
    fn one_or_unsaid<T>(&mut self, key: &str, list: &Spanned<T>, named: usize, unsaid: usize) {
        if named == 0 || (unsaid > 0 && named > 1) {
            let message = format!("`{key}` names what the source says, or `{NOT_SAID}` alone");
            let help = format!("write `{key} = [\"{NOT_SAID}\"]` where the source does not say");
            self.problem(list.span(), message, "this list", help);
        }
    }
}
