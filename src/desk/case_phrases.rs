//! A line of the list of cases in words.

use super::{Case, CaseLine, Desk};
use crate::content::Msg;

/// A case in words, part by part: each face sets them as it can.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CasePhrases {
    /// Where the person is.
    pub country: String,
    pub answers: String,
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
            (_, None) => phrases.case_age(line.days),
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
}
