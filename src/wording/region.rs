//! What a rule asks for, as the rule's own region: "Nationality: Cuban or Haitian".

use super::Phrases;
use crate::content::{Condition, FactKind, Msg, Question, Test};
use crate::rules::{Fixed, Obstacle, UnmetPart, UnmetTest};

impl Phrases<'_> {
    /// A requirement that stands in the way, in its words.
    pub fn obstacle(self, obstacle: &Obstacle<'_>) -> String {
        self.marked(self.requirement(&obstacle.finding.requirement), obstacle.fixed)
    }

    /// A part of a rule that is not met: one of the sets, each with all of its tests.
    pub fn unmet_part(self, part: &UnmetPart<'_>) -> String {
        let words = |unmet: &UnmetTest<'_>| self.marked(self.region(unmet.test, unmet.is_turned), unmet.fixed);
        let joined = |words: Vec<String>, all: bool| {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            if all { self.all_of(&words) } else { self.any_of(&words) }
        };
        let sets = part.0.iter().map(|set| joined(set.iter().map(&words).collect(), true));
        joined(sets.collect(), false)
    }

    /// A rule whose day is past is marked so. A nationality speaks for itself.
    fn marked(self, rule: String, fixed: Option<Fixed>) -> String {
        match fixed {
            Some(Fixed::PastDay) => format!("{rule} ({})", self.get(Msg::DayPast)),
            Some(Fixed::Nationality) | None => rule,
        }
    }

    /// A bound of a number, or the one beside it where the rule wants the opposite.
    pub(super) fn bound(self, fact: &Question, bound: u32, is_least: bool, is_turned: bool) -> String {
        let bound = match (is_turned, is_least) {
            (false, _) => bound,
            (true, true) => bound.saturating_add(1),
            (true, false) => bound.saturating_sub(1),
        };
        let msg = if is_least { Msg::OrMore } else { Msg::OrLess };
        self.fill(msg, &[("a", &self.number(fact, bound))])
    }

    /// The answers that a test takes, or all others: behind its question, or under the name of it.
    fn region(self, test: &Test, is_turned: bool) -> String {
        let name = test.fact.name.get(self.lang);
        let taken = match &test.condition {
            Condition::Yes => {
                let answer = self.get(if is_turned { Msg::No } else { Msg::Yes });
                return self.fill(Msg::RegionAsked, &[("ask", &self.ask(&test.fact, None)), ("answer", answer)]);
            }
            Condition::Cutoff(cutoff) => {
                return self.fill(Msg::RegionIs, &[("name", name), ("a", &self.side(*cutoff, !is_turned))]);
            }
            // The opposite of a bound is the bound beside it.
            Condition::AtLeast(bound) | Condition::AtMost(bound) => {
                let is_least = matches!(test.condition, Condition::AtLeast(_)) != is_turned;
                return self.fill(
                    Msg::RegionIs,
                    &[("name", name), ("a", &self.bound(&test.fact, *bound, is_least, is_turned))],
                );
            }
            Condition::Includes(codes) => codes.iter().map(|code| self.demonym(code)).collect::<Vec<_>>(),
            Condition::OneOf(codes) if test.fact.kind == FactKind::Country => {
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
