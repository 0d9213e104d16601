//! A line of the list of cases in words.

use super::{Case, CaseLine, Desk};
use crate::content::{FactKind, Msg};
use crate::document::Mark;

/// A case in words, part by part: each face sets them as it can.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CasePhrases {
    /// The sign of the verdict where the person is; empty where there is none.
    pub mark: &'static str,
    /// Where the person is.
    pub country: String,
    /// Empty where it was not asked or is not stored.
    pub nationality: String,
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
        let country =
            line.gist.country.as_deref().map_or(phrases.get(Msg::CaseNoCountry), |code| phrases.country(code));
        let open = line.gist.open.first().and_then(|id| content.question(id));
        let asked = content.asking_for(FactKind::Countries);
        let said = asked.zip(line.gist.nationality.as_ref());
        let nationality = said.map_or_else(String::new, |(question, answer)| phrases.answer_short(question, answer));
        let open = open.map(|question| phrases.fill(Msg::CaseToAsk, &[("name", question.name.get(lang))]));
        let step = line.step.as_deref().and_then(|id| content.process.find(id)).map(|at| content.process.step(at));
        let place = match (case, &line.held) {
            (Case::Current, _) => phrases.get(Msg::CaseHere).to_owned(),
            (Case::AtDesk(_), _) => phrases.get(Msg::CaseAside).to_owned(),
            (_, Some(_)) => phrases.get(Msg::CaseElsewhere).to_owned(),
            (_, None) if line.days == 0 => {
                let time = line.changed.map_or_else(String::new, |changed| changed.format(" %H:%M").to_string());
                format!("{}{time}", phrases.get(Msg::CaseToday))
            }
            (_, None) => phrases.case_age(line.days),
        };
        CasePhrases {
            mark: line.gist.verdict.map_or("", |verdict| Mark::Verdict(verdict).sign()),
            country: country.to_owned(),
            nationality,
            answers: phrases.fill(Msg::CaseAnswers, &[("n", &line.answered.to_string())]),
            open: open.unwrap_or_else(|| phrases.get(Msg::CaseNothingOpen).to_owned()),
            step: step.map_or_else(String::new, |step| step.short.get(lang).to_owned()),
            place,
            kept: if line.kept { phrases.get(Msg::CaseKept).to_owned() } else { String::new() },
        }
    }
}
