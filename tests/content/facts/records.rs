//! The records that texts belong to, by address: who says them, where, and how surely.

use smo_desk::content::{Certainty, Content, Rule, Source, Statement};
use std::collections::BTreeMap;

/// What is known of a record that says something.
#[derive(Clone, Copy)]
pub(super) struct Record<'c> {
    pub(super) source: Option<&'c Source>,
    pub(super) section: Option<&'c str>,
    pub(super) certainty: Certainty,
    /// The rule from which its text takes dates and nationalities.
    pub(super) rule: Option<&'c Rule>,
}

impl<'c> Record<'c> {
    fn of(said: &'c Statement) -> Self {
        Self { certainty: said.certainty, ..Self::cited(&said.source, said.section.as_deref()) }
    }

    fn cited(source: &'c Source, section: Option<&'c str>) -> Self {
        Self { source: Some(source), section, certainty: Certainty::Stated, rule: None }
    }

    /// The record that an address is in.
    pub(super) fn at(content: &'c Content, address: &str) -> Option<Self> {
        let all = records(content);
        let mut at = address;
        loop {
            if let Some(record) = all.get(at) {
                return Some(*record);
            }
            at = at.rsplit_once('.')?.0;
        }
    }
}

/// Every record that a source speaks in.
pub(super) fn records(content: &Content) -> BTreeMap<String, Record<'_>> {
    let mut all = BTreeMap::new();
    programme(content, &mut all);
    offices(content, &mut all);
    process(content, &mut all);
    all
}

fn programme<'c>(content: &'c Content, all: &mut BTreeMap<String, Record<'c>>) {
    for notice in &content.notices {
        all.insert(format!("programme.notice.{}", notice.statement.id), Record::of(&notice.statement));
    }
    for said in &content.statements {
        all.insert(format!("programme.statement.{}", said.statement.id), Record::of(&said.statement));
    }
    for one in &content.advice {
        let record = Record { source: one.source.as_deref(), ..Record::cited(&content.guide, one.section.as_deref()) };
        all.insert(format!("advice.advice.{}", one.id), record);
    }
    for item in &content.items {
        all.insert(format!("application.item.{}", item.id), Record::cited(&item.source, Some(&item.section)));
    }
    for pathway in &content.pathways {
        let at = format!("pathways.pathway.{}", pathway.id);
        let cited = Record::cited(&pathway.source, Some(&pathway.section));
        for said in &pathway.later {
            all.insert(format!("{at}.later.{}", said.statement.id), Record::of(&said.statement));
        }
        all.insert(at, Record { rule: Some(&pathway.rule), ..cited });
    }
}

fn offices<'c>(content: &'c Content, all: &mut BTreeMap<String, Record<'c>>) {
    for office in &content.offices {
        for intake in &office.intake {
            all.insert(format!("{}.intake.{}", office.id, intake.statement.id), Record::of(&intake.statement));
        }
        for said in &office.apply {
            all.insert(format!("{}.apply.{}", office.id, said.id), Record::of(said));
        }
        for requirement in &office.requirements {
            let at = format!("{}.requirement.{}", office.id, requirement.name());
            let cited = Record::cited(&requirement.source, Some(&requirement.section));
            for said in &requirement.later {
                all.insert(format!("{at}.later.{}", said.id), Record::of(said));
            }
            all.insert(at, Record { rule: Some(&requirement.rule), ..cited });
        }
    }
}

fn process<'c>(content: &'c Content, all: &mut BTreeMap<String, Record<'c>>) {
    for said in &content.process.waits_later {
        all.insert(format!("process.waits_later.{}", said.id), Record::of(said));
    }
    for step in &content.process.steps {
        let at = format!("process.step.{}", step.id);
        let own = Record::of(&step.statement);
        for said in &step.details {
            all.insert(format!("{at}.detail.{}", said.id), Record::of(said));
        }
        if let Some(wait) = &step.wait {
            all.insert(format!("{at}.wait"), Record::of(&wait.statement));
        }
        for link in &step.links {
            let to = content.process.steps.get(link.to).unwrap();
            all.insert(format!("{at}.link.{}", to.id), Record { certainty: link.certainty, ..own });
            for (said, n) in link.notifications.iter().zip(1..) {
                let record = Record::cited(&said.source, said.section.as_deref());
                all.insert(format!("{at}.link.{}.notification.{n}", to.id), record);
            }
        }
        all.insert(at, own);
    }
}
