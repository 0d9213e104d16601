//! How the tables find what the content holds.

use smo_desk::content::{
    Boundary, Certainty, Channel, Condition, Content, Intake, IntakeState, Link, LinkKind, Pathway, Period,
    Requirement, Rule, Statement, Step, Topic,
};

/// A fact by its number, what a typed value says of it, and whether it does.
pub(super) struct Typed(pub(super) u32, pub(super) &'static str, pub(super) fn(&Content) -> bool);

/// The content that the program was built with.
pub(super) fn load() -> impl std::ops::Deref<Target = Content> {
    Box::new(Content::embedded().expect("the embedded content has no problem"))
}

/// Every statement with its place, `KIND.ID` or `KIND.ID.KIND2.ID2`; an office's with the office before it.
pub(super) fn statements(content: &Content) -> Vec<(String, &Statement)> {
    let mut all: Vec<(String, &Statement)> = Vec::new();
    let mut add = |place: String, said| all.push((place, said));
    for notice in &content.notices {
        add(format!("notice.{}", notice.statement.id), &notice.statement);
    }
    for said in &content.statements {
        add(format!("statement.{}", said.statement.id), &said.statement);
    }
    for office in &content.offices {
        for intake in &office.intake {
            add(format!("{}.intake.{}", office.id, intake.statement.id), &intake.statement);
        }
        for said in &office.apply {
            add(format!("{}.apply.{}", office.id, said.id), said);
        }
        for requirement in &office.requirements {
            for said in &requirement.later {
                add(format!("{}.later.{}", requirement.id, said.id), said);
            }
        }
    }
    for pathway in &content.pathways {
        for said in pathway.later.iter().map(|later| &later.statement) {
            add(format!("pathway.{}.later.{}", pathway.id, said.id), said);
        }
    }
    for said in &content.process.waits_later {
        add(format!("waits_later.{}", said.id), said);
    }
    for step in &content.process.steps {
        add(format!("step.{}", step.id), &step.statement);
        for said in &step.details {
            add(format!("step.{}.detail.{}", step.id, said.id), said);
        }
        if let Some(wait) = &step.wait {
            add(format!("step.{}.wait", step.id), &wait.statement);
        }
    }
    all
}

/// A requirement by `OFFICE.NAME`.
pub(super) fn requirement<'c>(content: &'c Content, id: &str) -> Option<&'c Requirement> {
    content.offices.iter().flat_map(|o| &o.requirements).find(|r| *r.id == *id).map(AsRef::as_ref)
}

/// Whether a requirement accepts exactly these nationalities.
pub(super) fn accepts(content: &Content, id: &str, codes: &[&str]) -> bool {
    requirement(content, id).is_some_and(|r| includes(&r.rule, codes) && *r.source.id == *content.guide.id)
}

/// Whether a rule asks for exactly these nationalities and nothing else.
pub(super) fn includes(rule: &Rule, codes: &[&str]) -> bool {
    let Rule::Test(test) = rule else { return false };
    let Condition::Includes(values) = &test.condition else { return false };
    let mut values: Vec<&str> = values.iter().map(AsRef::as_ref).collect();
    let mut codes = codes.to_vec();
    values.sort_unstable();
    codes.sort_unstable();
    *test.fact.id == *"nationality" && values == codes
}

/// Whether a rule is a cutoff for a fact: which side, and the day as `2023-06-11`.
pub(super) fn cutoff(rule: &Rule, fact: &str, boundary: Boundary, day: &str) -> bool {
    let Rule::Test(test) = rule else { return false };
    let Condition::Cutoff(cutoff) = test.condition else { return false };
    *test.fact.id == *fact && cutoff.boundary == boundary && cutoff.date.to_string() == day
}

/// Whether the presence rule of an office is this cutoff.
pub(super) fn presence(content: &Content, office: &str, boundary: Boundary, day: &str) -> bool {
    requirement(content, &format!("{office}.presence")).is_some_and(|r| cutoff(&r.rule, "arrived", boundary, day))
}

/// Whether a rule asks for yes to a question.
pub(super) fn yes(rule: &Rule, fact: &str) -> bool {
    matches!(rule, Rule::Test(test) if *test.fact.id == *fact && test.condition == Condition::Yes)
}

/// Whether a rule wants a fact to be one of these values.
pub(super) fn one_of(rule: &Rule, fact: &str, condition: &[&str]) -> bool {
    let Rule::Test(test) = rule else { return false };
    let Condition::OneOf(values) = &test.condition else { return false };
    *test.fact.id == *fact && values.iter().map(AsRef::as_ref).eq(condition.iter().copied())
}

/// The parts of a rule that all must hold.
pub(super) fn all(rule: &Rule) -> &[Rule] {
    if let Rule::All(parts) = rule { parts } else { &[] }
}

/// A statement of an office's intake.
pub(super) fn intake<'c>(content: &'c Content, office: &str, id: &str) -> Option<&'c Intake> {
    content.office(office)?.intake.iter().find(|i| *i.statement.id == *id)
}

/// Whether all that an office's own sources say of its intake comes to one state.
pub(super) fn intake_is(content: &Content, office: &str, state: IntakeState) -> bool {
    let day = content.guide.read;
    content.office(office).is_some_and(|office| {
        let mut said = office.intake.iter().filter(|intake| intake.statement.published_by(day)).peekable();
        said.peek().is_some() && said.all(|intake| intake.state == state)
    })
}

/// How sure a statement of the programme is, under its topic.
pub(super) fn certainty(content: &Content, topic: Topic, id: &str) -> Option<Certainty> {
    content.on(topic).find(|s| *s.id == *id).map(|s| s.certainty)
}

/// A step of the process.
pub(super) fn step<'c>(content: &'c Content, id: &str) -> Option<&'c Step> {
    content.process.steps.iter().find(|s| *s.id == *id)
}

/// The link between two steps.
pub(super) fn link<'c>(content: &'c Content, from: &str, to: &str) -> Option<&'c Link> {
    let steps = &content.process.steps;
    step(content, from)?.links.iter().find(|l| steps.get(l.to).is_some_and(|s| *s.id == *to))
}

/// Whether there is a link of this kind and certainty.
pub(super) fn linked(content: &Content, from: &str, to: &str, kind: LinkKind, certainty: Certainty) -> bool {
    link(content, from, to).is_some_and(|l| l.kind == kind && l.certainty == certainty)
}

/// Whether the guide says that word of a link comes by this channel alone, and not from whom.
pub(super) fn told_by(content: &Content, from: &str, to: &str, channel: Channel) -> bool {
    let mut said = link(content, from, to).into_iter().flat_map(|link| &link.notifications);
    said.any(|said| *said.source.id == *content.guide.id && said.channels == [channel] && said.senders.is_empty())
}

/// Whether a step belongs to an actor, on a track (empty for none).
pub(super) fn acts(content: &Content, id: &str, actor: &str, track: &str) -> bool {
    step(content, id).is_some_and(|s| {
        s.actor.as_ref().is_some_and(|a| *a.id == *actor) && s.track.as_ref().map_or("", |t| &*t.id) == track
    })
}

/// Whether the wait for a step is exactly this, counted from a step or from none that is stated.
pub(super) fn waits(content: &Content, id: &str, min: Option<Period>, max: Option<Period>, from: Option<&str>) -> bool {
    step(content, id).and_then(|s| s.wait.as_ref()).is_some_and(|w| {
        let counted = w.from.and_then(|place| content.process.steps.get(place)).map(|s| &*s.id);
        w.min == min && w.max == max && counted == from
    })
}

/// A pathway.
pub(super) fn pathway<'c>(content: &'c Content, id: &str) -> Option<&'c Pathway> {
    content.pathways.iter().find(|p| *p.id == *id)
}

/// Whether a pathway is on a track and its rule is as wanted.
pub(super) fn suits(content: &Content, id: &str, condition: impl Fn(&Rule) -> bool) -> bool {
    pathway(content, id).is_some_and(|p| condition(&p.rule) && *p.track.id == *"other")
}
