//! What there is to say about the person being checked, in the desk's language.

use super::{Case, CaseLine, Desk};
use crate::content::{Msg, Situation, Source};
use crate::rules;

/// Pieces of advice under a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdviceSection<'a> {
    /// What they are: what to say now, or what there is besides.
    pub title: Msg,
    /// Each in full, and who says it where a source does.
    pub advice: Vec<(String, Option<&'a Source>)>,
}

/// A case in words, part by part: each face sets them as it can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CasePhrases {
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
    pub fn case_phrases(&self, case: &Case, line: &CaseLine) -> CasePhrases {
        let (content, phrases, lang) = (self.content(), self.phrases(), self.lang());
        let country = line.country.as_deref().map_or(phrases.get(Msg::CaseNoCountry), |code| phrases.country(code));
        let open = line.open.first().and_then(|id| content.question(id));
        let open = open.map(|question| phrases.fill(Msg::CaseToAsk, &[("name", question.name.get(lang))]));
        let step = line.step.as_deref().and_then(|id| content.process.steps.iter().find(|step| *step.id == *id));
        let place = match (case, &line.held) {
            (Case::Current, _) => phrases.get(Msg::CaseHere).to_owned(),
            (Case::AtDesk(_), _) => phrases.get(Msg::CaseAside).to_owned(),
            (_, Some(_)) => phrases.get(Msg::CaseElsewhere).to_owned(),
            (_, None) if line.days == 0 => phrases.get(Msg::CaseToday).to_owned(),
            (_, None) => phrases.fill(Msg::CaseDays, &[("n", &line.days.to_string())]),
        };
        CasePhrases {
            country: country.to_owned(),
            answers: phrases.fill(Msg::CaseAnswers, &[("n", &line.answered.to_string())]),
            open: open.unwrap_or_else(|| phrases.get(Msg::CaseNothingOpen).to_owned()),
            step: step.map_or_else(String::new, |step| step.short.get(lang).to_owned()),
            place,
            kept: if line.kept { phrases.get(Msg::CaseKept).to_owned() } else { String::new() },
        }
    }

    /// What to say in this situation, then what there is for everyone; never empty titles.
    #[must_use]
    pub fn advice(&self) -> Vec<AdviceSection<'_>> {
        let (content, lang, phrases) = (self.content(), self.lang(), self.phrases());
        let finding = self.finding_here();
        let office = finding.map_or("", |finding| finding.office.name.get(lang));
        let country = self.check().country(content).map_or("", |code| phrases.country(code));
        let names = [("office", office), ("country", country)];
        let all = rules::advice(content, self.check().answers(), finding, self.as_of());
        let (now, say): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|advice| advice.situation == Situation::Always && advice.rule.is_none());
        let mut told = Vec::new();
        for (title, list) in [(Msg::SayThis, say), (Msg::WhatNow, now)] {
            let advice: Vec<_> = list.into_iter().map(|a| (a.text.fill(lang, &names), a.source.as_deref())).collect();
            if !advice.is_empty() {
                told.push(AdviceSection { title, advice });
            }
        }
        told
    }

    /// Answers that do not fit each other, each pair in a sentence. They change no verdict.
    #[must_use]
    pub fn contradictions(&self) -> Vec<String> {
        let (lang, phrases) = (self.lang(), self.phrases());
        let pairs = rules::contradictions(self.content(), self.check().answers());
        pairs
            .into_iter()
            .map(|(early, late)| {
                phrases.fill(Msg::Contradiction, &[("a", early.name.get(lang)), ("b", late.name.get(lang))])
            })
            .collect()
    }
}
