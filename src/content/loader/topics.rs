//! What is said of the programme as a whole, under topics of the program and the content's own.

use serde::Deserialize;
use serde::de::value::{Error, StrDeserializer};
use std::sync::Arc;
use strum::VariantNames;

use super::{Loader, RawStatement, RawText, Ref, Spec, StatementRole, Tree};
use crate::content::{OwnTopic, ProgrammeStatement, StatementTopic, Topic};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOwnTopic {
    id: Ref,
    name: RawText,
}

impl Loader {
    /// Loads topics, and the statements on them.
    pub(super) fn on_topics(&mut self, tree: &mut Tree<'_>) {
        let topics = self.records::<RawOwnTopic>(tree, "topic");
        self.content.topics = topics.iter().map(|raw| self.own_topic(raw)).collect();
        let raws = self.records::<RawStatement>(tree, "statement");
        // One that could not be read may be on any topic.
        let is_whole = self.ids.get("programme.statement").map_or(0, std::collections::BTreeMap::len) == raws.len();
        for topic in topics.iter().filter(|_| is_whole && tree.whole) {
            if !raws.iter().any(|raw| raw.topic.as_ref().is_some_and(|name| name.get_ref() == topic.id.get_ref())) {
                let message = format!("nothing is said on the topic `{}`", topic.id.get_ref());
                let help = "give it to a `[[statement]]`, or take it out";
                self.problem(topic.id.span(), message, "without statements", help);
            }
        }
        let load = |loader: &mut Self, raw: &RawStatement| {
            let statement = loader.statement(&loader.address("statement", &raw.id), raw, StatementRole::Programme);
            let topic = raw.topic.as_ref().and_then(|name| loader.topic(name));
            Some(ProgrammeStatement { topic: topic?, statement: statement? })
        };
        self.content.statements = raws.iter().filter_map(|raw| load(self, raw)).collect();
    }

    fn own_topic(&mut self, raw: &RawOwnTopic) -> Arc<OwnTopic> {
        let (at, id) = (self.address("topic", &raw.id), raw.id.get_ref().as_str());
        if known(id).is_some() {
            let help = "give it another id; the words of the program's own headings are in interface.toml";
            self.problem(raw.id.span(), format!("`{id}` is a topic of the program"), "taken", help);
        }
        Arc::new(OwnTopic { id: id.into(), name: self.text(&at, "name", &raw.name, Spec::PLAIN) })
    }

    fn topic(&mut self, name: &Ref) -> Option<StatementTopic> {
        let id = name.get_ref().as_str();
        if let Some(topic) = known(id) {
            return Some(StatementTopic::Known(topic));
        }
        let own = self.content.topics.iter().find(|topic| *topic.id == *id).map(Arc::clone);
        let is_declared = self.ids.get("programme.topic").is_some_and(|ids| ids.contains_key(id));
        if own.is_none() && !is_declared {
            let known = Topic::VARIANTS.iter().copied().chain(self.content.topics.iter().map(|topic| &*topic.id));
            let help = self.suggest(id, known, "define it as a `[[topic]]`");
            self.problem(name.span(), format!("there is no topic `{id}`"), "unknown topic", help);
        }
        own.map(StatementTopic::Own)
    }
}

/// A topic of the program.
fn known(id: &str) -> Option<Topic> {
    Topic::deserialize(StrDeserializer::<Error>::new(id)).ok()
}
