//! The content of a day: which versions of requirements are in force, and on which day relative cutoffs fall.

use chrono::NaiveDate;
use std::sync::Arc;

use super::{Advice, Condition, Content, Office, Pathway, Requirement, Rule};

impl Content {
    /// The content as it is in force on a day of applying; itself where no rule depends on the day.
    #[must_use]
    pub fn in_force(self: Arc<Self>, day: NaiveDate) -> Arc<Self> {
        if !self.depends_on_day() {
            return self;
        }
        let mut content = Arc::unwrap_or_clone(self);
        content.offices = content.offices.iter().map(|office| Arc::new(office.on(day))).collect();
        for pathway in &mut content.pathways {
            set_days(&mut pathway.rule, day);
        }
        for rule in content.advice.iter_mut().filter_map(|advice| advice.rule.as_mut()) {
            set_days(rule, day);
        }
        Arc::new(content)
    }

    /// Whether some rule is in force on some days only, or counts from the day of applying.
    pub fn depends_on_day(&self) -> bool {
        let versions = || self.offices.iter().flat_map(|office| &office.versions);
        let of_pathways = self.pathways.iter().map(|pathway: &Pathway| &pathway.rule);
        let of_advice = self.advice.iter().filter_map(|advice: &Advice| advice.rule.as_ref());
        versions().any(|stated| stated.from.or(stated.until).is_some())
            || versions().map(|stated| &stated.rule).chain(of_pathways).chain(of_advice).any(is_relative)
    }
}

impl Office {
    /// The office as its rules are in force on a day.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Self {
        // One of other days counts from the nearest day on which it is in force: on the day of asking it says nothing.
        let of_day = |stated: &Arc<Requirement>| requirement_on(stated, stated.day_in_force(day));
        let versions: Vec<_> = self.versions.iter().map(of_day).collect();
        let requirements = versions.iter().filter(|stated| stated.is_in_force(day)).cloned().collect();
        Self { requirements, versions, ..self.clone() }
    }
}

impl Rule {
    /// The rule with its relative days as they are for a day of applying.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Self {
        let mut rule = self.clone();
        set_days(&mut rule, day);
        rule
    }
}

fn requirement_on(stated: &Arc<Requirement>, day: NaiveDate) -> Arc<Requirement> {
    if !is_relative(&stated.rule) {
        return Arc::clone(stated);
    }
    let mut stated = Requirement::clone(stated);
    set_days(&mut stated.rule, day);
    for other in &mut stated.others {
        set_days(&mut other.rule, day);
    }
    Arc::new(stated)
}

fn is_relative(rule: &Rule) -> bool {
    let relative =
        |condition: &Condition| matches!(condition, Condition::Cutoff(cutoff) if cutoff.before_applying.is_some());
    rule.tests().iter().any(|test| relative(&test.condition))
}

fn set_days(rule: &mut Rule, day: NaiveDate) {
    match rule {
        Rule::All(rules) | Rule::Any(rules) | Rule::Agreed(rules) => {
            for rule in rules {
                set_days(rule, day);
            }
        }
        Rule::Not(rule) => set_days(rule, day),
        Rule::Test(test) => {
            if let Condition::Cutoff(cutoff) = &mut test.condition
                && let Some(period) = cutoff.before_applying
            {
                cutoff.date = period.before(day).unwrap_or(NaiveDate::MIN);
            }
        }
        Rule::Unstated(_) => {}
    }
}
