//! What there is to say about the person being checked, in the desk's language.

use super::{Case, CaseLine, Desk};
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

/// A case in words, part by part: each face sets them as it can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseWords {
    /// Where the person is.
    pub country: String,
    /// How many answers there are.
    pub answers: String,
    /// What is asked next.
    pub open: String,
    /// The step last reached; empty where none is noted.
    pub step: String,
    /// Whether it is at this desk, or how old it is, or that another has it.
    pub place: String,
    /// That it is kept; empty where it is not.
    pub kept: String,
}

impl Desk {
    /// A line of the list of cases in words.
    #[must_use]
    pub fn case_words(&self, case: &Case, line: &CaseLine) -> CaseWords {
        let (content, speaker, lang) = (self.content(), self.speaker(), self.lang());
        let country = line.country.as_deref().map_or(speaker.word(Word::CaseNoCountry), |code| speaker.country(code));
        let open = line.open.first().and_then(|id| content.question(id));
        let open = open.map(|question| speaker.fill(Word::CaseToAsk, &[("name", question.name.say(lang))]));
        let step = line.step.as_deref().and_then(|id| content.process.steps.iter().find(|step| *step.id == *id));
        let place = match (case, &line.held) {
            (Case::AtHand, _) => speaker.word(Word::CaseHere).to_owned(),
            (Case::Aside(_), _) => speaker.word(Word::CaseAside).to_owned(),
            (_, Some(_)) => speaker.word(Word::CaseElsewhere).to_owned(),
            (_, None) if line.days == 0 => speaker.word(Word::CaseToday).to_owned(),
            (_, None) => speaker.fill(Word::CaseDays, &[("n", &line.days.to_string())]),
        };
        CaseWords {
            country: country.to_owned(),
            answers: speaker.fill(Word::CaseAnswers, &[("n", &line.answered.to_string())]),
            open: open.unwrap_or_else(|| speaker.word(Word::CaseNothingOpen).to_owned()),
            step: step.map_or_else(String::new, |step| step.short.say(lang).to_owned()),
            place,
            kept: if line.kept { speaker.word(Word::CaseKept).to_owned() } else { String::new() },
        }
    }

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
