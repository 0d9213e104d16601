//! What there is to say about the person being checked, in the desk's language.

use super::Desk;
use crate::content::{Situation, Source, Word};
use crate::rules;

/// Pieces of advice under a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telling<'a> {
    /// What they are: what to say now, or what there is besides.
    pub title: Word,
    /// Each in full, and who says it where a source does.
    pub advice: Vec<(String, Option<&'a Source>)>,
}

impl Desk {
    /// What to say in this situation, then what there is for everyone; never empty titles.
    #[must_use]
    pub fn advice(&self) -> Vec<Telling<'_>> {
        let (content, lang, speaker) = (self.content(), self.lang(), self.speaker());
        let finding = self.finding_here();
        let office = finding.map_or("", |finding| finding.office.name.say(lang));
        let country = self.check().country(content).map_or("", |code| speaker.country(code));
        let names = [("office", office), ("country", country)];
        let all = rules::advice(content, self.check().answers(), finding, self.as_of());
        let (now, say): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|advice| advice.situation == Situation::Always && advice.rule.is_none());
        let mut told = Vec::new();
        for (title, list) in [(Word::SayThis, say), (Word::WhatNow, now)] {
            let advice: Vec<_> = list.into_iter().map(|a| (a.text.fill(lang, &names), a.source.as_deref())).collect();
            if !advice.is_empty() {
                told.push(Telling { title, advice });
            }
        }
        told
    }

    /// Answers that do not fit each other, each pair in a sentence. They change no verdict.
    #[must_use]
    pub fn contradictions(&self) -> Vec<String> {
        let (lang, speaker) = (self.lang(), self.speaker());
        let pairs = rules::contradictions(self.content(), self.check().answers());
        pairs
            .into_iter()
            .map(|(early, late)| {
                speaker.fill(Word::Contradiction, &[("a", early.name.say(lang)), ("b", late.name.say(lang))])
            })
            .collect()
    }
}
