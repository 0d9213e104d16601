//! What a rule asks for, as the rule's own region: "Nationality: Cuban or Haitian".

use super::Phrases;
use crate::content::{Condition, Kind, Msg, Test};
use crate::rules::{UnmetPart, UnmetTest};

impl Phrases<'_> {
    /// A part of a rule that is not met.
    pub fn unmet_part(self, part: &UnmetPart<'_>) -> String {
        self.part(part, |unmet| self.region(unmet.test, unmet.is_turned))
    }

    /// The same, with what nobody can change any more marked so.
    pub fn unmet_part_marked(self, part: &UnmetPart<'_>) -> String {
        self.part(part, |unmet| {
            let region = self.region(unmet.test, unmet.is_turned);
            if unmet.is_fixed { self.fixed(&region) } else { region }
        })
    }

    /// One of the sets, each with all of its tests.
    fn part(self, part: &UnmetPart<'_>, words: impl Fn(&UnmetTest<'_>) -> String) -> String {
        let joined = |words: Vec<String>, all: bool| {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            if all { self.all_of(&words) } else { self.any_of(&words) }
        };
        let sets = part.0.iter().map(|set| joined(set.iter().map(&words).collect(), true));
        joined(sets.collect(), false)
    }

    /// Marked as what nobody can change any more.
    pub fn fixed(self, rule: &str) -> String {
        format!("{rule} ({})", self.get(Msg::CannotChange))
    }

    /// The answers that a test takes, or all others, under the name of its question.
    pub fn region(self, test: &Test, is_turned: bool) -> String {
        let name = test.fact.name.get(self.lang);
        let taken = match &test.condition {
            Condition::Yes => {
                let msg = if is_turned { Msg::NameNo } else { Msg::NameYes };
                return self.fill(msg, &[("name", name)]);
            }
            Condition::Cutoff(cutoff) => {
                return self.fill(Msg::RegionIs, &[("name", name), ("a", &self.side(*cutoff, !is_turned))]);
            }
            Condition::Includes(codes) => codes.iter().map(|code| self.demonym(code)).collect::<Vec<_>>(),
            Condition::OneOf(codes) if test.fact.kind == Kind::Country => {
                codes.iter().map(|code| self.country(code)).collect()
            }
            Condition::OneOf(ids) => {
                let options = test.fact.options.iter().filter(|option| ids.contains(&option.id));
                options.map(|option| option.text.get(self.lang)).collect()
            }
        };
        let msg = if is_turned { Msg::RegionIsNot } else { Msg::RegionIs };
        self.fill(msg, &[("name", name), ("a", &self.any_of(&taken))])
    }
}
