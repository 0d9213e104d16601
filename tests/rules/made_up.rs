//! A small made-up programme with three offices, and the helpers to ask about it.

use chrono::NaiveDate;
use smo_desk::content::{
    Advice, Aspect, Boundary, Catalog, Certainty, CheckPart, Condition, Content, Country, Cutoff, FactKind, FactScope,
    Hearing, Id, Intake, IntakeState, Notice, Office, PartialDate, Pathway, PeriodUnit, Question, QuestionOption,
    Requirement, Rule, Situation, Source, Statement, Test, Text, Track,
};
use smo_desk::rules::{Answers, parse_facts};
use std::sync::Arc;

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The day of asking in these tests.
pub(crate) fn today() -> NaiveDate {
    day("2030-06-15")
}

pub(crate) fn text(words: &str) -> Text {
    Text::new(vec![words.into()])
}

fn aspect_of(id: &str) -> Arc<Aspect> {
    Arc::new(Aspect { id: id.into(), name: text(id) })
}

/// Answers as on the command line, blanks between.
pub(crate) fn answers(content: &Content, facts: &str) -> Answers {
    let facts: Vec<String> = facts.split_whitespace().map(str::to_owned).collect();
    parse_facts(content, &facts, today()).unwrap()
}

pub(crate) fn ids(questions: &[Arc<Question>]) -> Vec<&str> {
    questions.iter().map(|question| &*question.id).collect()
}

pub(crate) fn question(order: usize, id: &str, kind: FactKind, scope: FactScope, options: &[&str]) -> Question {
    let option = |id: &&str| QuestionOption { id: (*id).into(), text: text(id) };
    Question {
        id: id.into(),
        order,
        kind,
        scope,
        part: if id == "kin" { CheckPart::Pathways } else { CheckPart::Minimum },
        name: text(id),
        ask: text(id),
        why: text(id),
        while_closed: id == "has_case",
        always: (kind == FactKind::Date).then(|| text("always")),
        no: (kind == FactKind::DateOrNo).then(|| text("no")),
        age: None,
        unit: None,
        unit_one: None,
        counts: (kind == FactKind::Period).then_some(PeriodUnit::Months),
        not_before: (kind == FactKind::DateOrNo).then_some(3),
        options: options.iter().map(option).collect(),
    }
}

/// The made-up programme: offices in AA (five plain conditions), BB (one of two, one with a date) and CC (not, unstated).
pub(crate) struct Maker {
    source: Arc<Source>,
    questions: Vec<Arc<Question>>,
}

impl Maker {
    pub(crate) fn new() -> Self {
        let person = FactScope::Person;
        let stay = FactScope::Country;
        let list = [
            ("land", FactKind::Country, person, &[][..]),
            ("has_case", FactKind::YesNo, person, &[]),
            ("origin", FactKind::Countries, person, &[]),
            ("came", FactKind::Date, stay, &[]),
            ("grown", FactKind::YesNo, person, &[]),
            ("papers", FactKind::OneOf, stay, &["full", "pending", "none"]),
            ("filed", FactKind::YesNo, stay, &[]),
            ("signed", FactKind::DateOrNo, stay, &[]),
            ("kin", FactKind::YesNo, person, &[]),
        ];
        let make = |(order, (id, kind, scope, options)): (usize, (&str, FactKind, FactScope, &[&str]))| {
            Arc::new(question(order, id, kind, scope, options))
        };
        let questions = list.into_iter().enumerate().map(make).collect();
        let source = Source {
            id: "book".into(),
            publisher: "Somebody".to_owned(),
            label: text("book"),
            title: text("The book"),
            address: None,
            date: Some(PartialDate::Month(2029, 8)),
            certainty: Certainty::NotBefore,
            read: day("2030-05-01"),
            note: None,
        };
        Self { source: Arc::new(source), questions }
    }

    pub(crate) fn test(&self, fact: &str, condition: Condition) -> Rule {
        let fact = self.questions.iter().find(|question| *question.id == *fact).unwrap();
        Rule::Test(Test { fact: Arc::clone(fact), condition })
    }

    pub(crate) fn statement(&self, id: &str, date: Option<&str>) -> Statement {
        Statement {
            id: id.into(),
            text: text(id),
            source: Arc::clone(&self.source),
            section: None,
            date: date.map(|date| date.parse().unwrap()),
            ..Statement::default()
        }
    }

    pub(crate) fn intake(&self, state: IntakeState, id: &str, date: Option<&str>) -> Intake {
        Intake { state, statement: self.statement(id, date), notices: Vec::new(), disputes: None }
    }

    pub(crate) fn notice(
        &self,
        id: &str,
        date: Option<&str>,
        headline: bool,
        intake: Option<IntakeState>,
    ) -> Arc<Notice> {
        Arc::new(Notice { statement: self.statement(id, date), headline: headline.then(|| text(id)), intake })
    }

    pub(crate) fn requirement(&self, id: &str, aspect: &str, rule: Rule) -> Arc<Requirement> {
        Arc::new(Requirement {
            id: id.into(),
            aspect: aspect_of(aspect),
            rule,
            text: text(id),
            short: text(id),
            source: Arc::clone(&self.source),
            section: "Rules".into(),
            ..Requirement::default()
        })
    }

    pub(crate) fn office(&self, code: &str, intake: Vec<Intake>, rules: Vec<(&str, &str, Rule)>) -> Arc<Office> {
        let id = code.to_lowercase();
        let place = ("place", "place", self.test("land", one_of(&[code])));
        let requirement = |(name, aspect, rule)| self.requirement(&format!("{id}.{name}"), aspect, rule);
        let requirements: Vec<_> = [place].into_iter().chain(rules).map(requirement).collect();
        Arc::new(Office {
            id: id.as_str().into(),
            country: Arc::new(country(code, code)),
            name: text(code),
            listed: None,
            intake,
            versions: requirements.clone(),
            requirements,
            ..Office::default()
        })
    }

    fn pathway(&self, id: &str, rule: Rule) -> Pathway {
        let track = Track { id: "track".into(), name: text("track"), mark: "A".to_owned() };
        Pathway {
            id: id.into(),
            track: Arc::new(track),
            name: text(id),
            rule,
            text: text(id),
            gives: None,
            sponsor: None,
            source: Arc::clone(&self.source),
            section: "Pathways".into(),
            open: Vec::new(),
            later: Vec::new(),
            notices: Vec::new(),
        }
    }

    fn offices(&self) -> Vec<Arc<Office>> {
        let came = |boundary, date| self.test("came", cutoff(boundary, date));
        let a = vec![
            ("nationality", "nationality", self.test("origin", includes(&["XX", "YY"]))),
            ("presence", "presence", came(Boundary::OnOrBefore, "2025-06-11")),
            ("age", "age", self.test("grown", Condition::Yes)),
            ("status", "status", self.test("papers", one_of(&["full", "pending"]))),
        ];
        let signed = self.test("signed", cutoff(Boundary::OnOrBefore, "2025-10-18"));
        let b = vec![
            ("presence", "presence", came(Boundary::Before, "2026-07-16")),
            ("registration", "status", Rule::Any(vec![self.test("filed", Condition::Yes), signed])),
        ];
        let child = Rule::Not(Box::new(self.test("grown", Condition::Yes)));
        let c = vec![
            ("age", "age", child),
            ("presence", "presence", came(Boundary::After, "2026-01-01")),
            ("status", "status", Rule::Unstated(text("nobody says"))),
        ];
        let stopped = self.intake(IntakeState::NoNewApplications, "aa stopped", Some("2029-08-01"));
        vec![self.office("AA", vec![stopped], a), self.office("BB", Vec::new(), b), self.office("CC", Vec::new(), c)]
    }

    pub(crate) fn content(&self) -> Content {
        let in_a = self.test("land", one_of(&["AA"]));
        Content {
            name: text("Made up"),
            languages: Vec::new(),
            guide: Arc::clone(&self.source),
            hold_days: 7,
            portal: Arc::default(),
            sources: Vec::new(),
            notices: Vec::new(),
            statements: Vec::new(),
            topics: Vec::new(),
            aspects: Vec::new(),
            examples: Vec::new(),
            help_lines: Vec::new(),
            codes: ["AA", "BB", "CC", "DD", "XX", "YY"].map(Id::from).into(),
            shown: Vec::new(),
            countries: [("XX", "Éxland"), ("YY", "Whyland")].map(|(id, name)| Arc::new(country(id, name))).into(),
            hearing: Hearing::default(),
            questions: self.questions.clone(),
            advice: Vec::new(),
            offices: self.offices(),
            process: smo_desk::content::ProcessModel::default(),
            pathways: vec![
                self.pathway("family", self.test("kin", Condition::Yes)),
                self.pathway("work", Rule::All(vec![in_a, self.test("origin", includes(&["YY"]))])),
                self.pathway("asylum", Rule::Unstated(text("nobody says"))),
            ],
            relations: Vec::new(),
            items: Vec::new(),
            catalog: Catalog::default(),
            texts: std::collections::BTreeMap::new(),
            check_code: String::new(),
        }
    }
}

pub(crate) fn content() -> Content {
    Maker::new().content()
}

pub(crate) fn advice(id: &str, situation: Situation, rule: Option<Rule>) -> Advice {
    Advice {
        id: id.into(),
        situation,
        rule,
        text: text(id),
        short: text(id),
        source: None,
        section: None,
        notices: Vec::new(),
    }
}

fn country(code: &str, name: &str) -> Country {
    Country { id: code.into(), name: text(name), demonym: text(&format!("{name}er")), also: Vec::new(), dialling: None }
}

pub(crate) fn one_of(ids: &[&str]) -> Condition {
    Condition::OneOf(ids.iter().map(|id| Id::from(*id)).collect())
}

pub(crate) fn includes(ids: &[&str]) -> Condition {
    Condition::Includes(ids.iter().map(|id| Id::from(*id)).collect())
}

pub(crate) fn cutoff(boundary: Boundary, date: &str) -> Condition {
    Condition::Cutoff(Cutoff { boundary, date: day(date), before_applying: None })
}
