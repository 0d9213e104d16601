//! Sentences made from content and findings, in a language.
//!
//! Floor 3: imports content and rules. Every face says a thing through here, so that all say it alike.

mod answer;
mod case;
mod choice;
mod date;
mod guide;
mod notification;
mod refusal;
mod region;
mod verdict;
mod waiting;

use crate::check::Checklist;
use crate::content::{
    Alternative, Aspect, Certainty, Condition, Content, Country, Cutoff, Id, Lang, Msg, Pathway, Requirement, Rule,
    Text,
};

/// Speaks one language of one content.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Phrases<'a> {
    pub content: &'a Content,
    pub lang: Lang,
}

impl<'a> Phrases<'a> {
    /// A speaker of a language.
    pub fn new(content: &'a Content, lang: Lang) -> Self {
        Self { content, lang }
    }

    /// A word of the program's own.
    pub fn get(self, msg: Msg) -> &'a str {
        self.content.msg(msg, self.lang)
    }

    /// A word of the program's own with its `{names}` filled in.
    pub fn fill(self, msg: Msg, values: &[(&str, &str)]) -> String {
        crate::content::fill(self.get(msg), values)
    }

    /// The word for how sure something is; none where it is said plainly.
    pub fn certainty(self, certainty: Certainty) -> Option<&'a str> {
        let word = match certainty {
            Certainty::Stated | Certainty::NotBefore => return None,
            Certainty::Most => Msg::ProcessMost,
            Certainty::Usual => Msg::ProcessUsual,
            Certainty::Likely => Msg::ProcessLikely,
            Certainty::May => Msg::ProcessMay,
            Certainty::Some => Msg::ProcessSome,
            Certainty::SomeCountries => Msg::ProcessSomeCountries,
            Certainty::Implied => Msg::CertaintyImplied,
            Certainty::Unconfirmed => Msg::CertaintyUnconfirmed,
            Certainty::NotStated => Msg::ProcessUnsaid,
        };
        Some(self.get(word))
    }

    /// The name of a country; where the content has none, the one by which it is heard, or the code itself.
    pub fn country(self, code: &'a str) -> &'a str {
        self.named(code, |country| &country.name)
    }

    /// The nationality of a country; where the content has no word for it, the country as [`Self::country`] names it.
    pub fn demonym(self, code: &'a str) -> &'a str {
        self.named(code, |country| &country.demonym)
    }

    fn named(self, code: &'a str, name: impl Fn(&'a Country) -> &'a Text) -> &'a str {
        match (code, self.content.country(code)) {
            (_, Some(country)) => name(country).get(self.lang),
            ("other", None) => self.get(Msg::OtherCountry),
            (code, None) => self.content.shown(code, self.lang),
        }
    }

    /// A list: "a, b or c".
    pub fn any_of(self, parts: &[&str]) -> String {
        self.join(parts, Msg::ListOr)
    }

    /// A list: "a, b and c".
    pub fn all_of(self, parts: &[&str]) -> String {
        self.join(parts, Msg::ListAnd)
    }

    fn join(self, parts: &[&str], last: Msg) -> String {
        match parts {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [first @ .., end] => self.fill(last, &[("a", &first.join(", ")), ("b", end)]),
        }
    }

    /// The name of a kind of rule.
    pub fn aspect(self, aspect: &Aspect) -> &str {
        aspect.name.get(self.lang)
    }

    /// How many things to bring are ready, of how many.
    pub fn bring_count(self, list: &Checklist) -> String {
        let ready = self.content.items.iter().filter(|item| list.is_ready(&item.id)).count().to_string();
        self.fill(Msg::BringCount, &[("n", &ready), ("of", &self.content.items.len().to_string())])
    }

    /// The same behind what it is said of: " (likely)".
    pub fn how_certain(self, certainty: Certainty) -> String {
        self.certainty(certainty).map(|word| format!(" ({word})")).unwrap_or_default()
    }

    /// A requirement in words, its dates and nationalities taken from its rule, with how certain it is.
    pub fn requirement(self, requirement: &Requirement) -> String {
        let words = self.ruled(requirement.text.get(self.lang), requirement.own_rule());
        words + &self.how_certain(requirement.certainty)
    }

    /// The same as another source has it.
    pub fn alternative(self, other: &Alternative) -> String {
        self.ruled(other.text.get(self.lang), &other.rule) + &self.how_certain(other.certainty)
    }

    /// Whom a pathway is for, in words.
    pub fn pathway(self, pathway: &Pathway) -> String {
        self.ruled(pathway.text.get(self.lang), &pathway.rule)
    }

    /// A text that stands with a rule, its `{date}` and `{nationalities}` taken from the rule.
    pub fn ruled(self, words: &str, rule: &Rule) -> String {
        let dates: Vec<String> = cutoffs(rule).map(|c| self.day(c.date)).collect();
        let countries = countries(rule);
        let demonyms: Vec<&str> = countries.iter().map(|code| self.demonym(code)).collect();
        filled(words, &dates, &[("nationalities", &self.any_of(&demonyms))])
    }

    /// A requirement in a matrix cell.
    pub fn requirement_short(self, requirement: &Requirement) -> String {
        let dates: Vec<String> = cutoffs(requirement.own_rule()).map(|c| self.day_cell(c.date)).collect();
        let codes = countries(requirement.own_rule()).join(" ");
        filled(requirement.short.get(self.lang), &dates, &[("codes", &codes)])
    }
}

fn cutoffs(rule: &Rule) -> impl Iterator<Item = Cutoff> {
    rule.tests().into_iter().filter_map(|test| match test.condition {
        Condition::Cutoff(cutoff) => Some(cutoff),
        _ => None,
    })
}

fn countries(rule: &Rule) -> Vec<Id> {
    let included = rule.tests().into_iter().filter_map(|test| match &test.condition {
        Condition::Includes(codes) => Some(codes),
        _ => None,
    });
    let mut codes: Vec<Id> = Vec::new();
    for code in included.flatten() {
        if !codes.contains(code) {
            codes.push(code.clone());
        }
    }
    codes
}

/// Words with `{date}`, `{date2}` and so on filled in, and more values.
fn filled(words: &str, dates: &[String], more: &[(&str, &str)]) -> String {
    let names: Vec<String> =
        (1..=dates.len()).map(|n| if n == 1 { "date".to_owned() } else { format!("date{n}") }).collect();
    let mut values: Vec<(&str, &str)> =
        names.iter().map(String::as_str).zip(dates.iter().map(String::as_str)).collect();
    values.extend_from_slice(more);
    crate::content::fill(words, &values)
}
