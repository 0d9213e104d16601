//! What every document holds: anchors that differ, and notices before anything that reads like a promise.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::collections::BTreeSet;
use std::sync::Arc;

use super::*;
use crate::check::{Check, Checklist};
use crate::content::{Aspect, Content, IntakeState, Lang, StatementTopic, Topic};
use crate::process::{Move, Place};
use crate::rules::{Answer, Verdict, parse_value};
use crate::wording::Phrases;

/// Somebody at a step.
fn somebody_at(content: &Content, step: &str) -> PersonState {
    let moves = vec![Move { step: step.into(), day: "2026-05-03".parse().unwrap() }];
    let place = Place { moves };
    PersonState { check: Check::new(content), checklist: Checklist::default(), place, stored_verdicts: Vec::new() }
}

fn of_everything(ctx: &Context<'_>) -> Vec<Document> {
    let content = ctx.content();
    let mut all = vec![steps(ctx), tracks(ctx, &[0, 1]), bring(ctx), place(ctx)];
    all.extend([notices(ctx), head(ctx), headline(ctx), result(ctx), answers(ctx), list(ctx)]);
    all.extend(content.questions.iter().map(|question| why(ctx, question, Depth::Whole)));
    for one in &content.offices {
        all.extend([office(ctx, one, Depth::Glance), office(ctx, one, Depth::Whole), requirements(ctx, one)]);
        all.extend(content.aspects.iter().map(|aspect| rule(ctx, one, aspect)));
    }
    all.extend(ctx.findings().flat_map(|finding| [verdict(ctx, finding), of_office(ctx, finding)]));
    for n in 0..content.process.steps.len() {
        all.extend([step(ctx, n, Depth::Glance), step(ctx, n, Depth::Whole)]);
    }
    for a in &content.offices {
        all.extend(content.offices.iter().filter(|b| b.id != a.id).map(|b| offices(ctx, a, b)));
    }
    all
}

#[test]
fn anchors_differ_and_nothing_is_empty() {
    let content = Content::embedded().unwrap();
    let somebody = somebody_at(&content, "screening");
    for lang in 0..content.languages.len() {
        let phrases = Phrases::new(&content, Lang(lang));
        let day = "2026-06-10".parse().unwrap();
        let ctx = Context { phrases, day, person: Some(&somebody) };
        for doc in of_everything(&ctx) {
            let anchors: BTreeSet<&str> = doc.anchors().collect();
            assert_eq!(anchors.len(), doc.blocks.len(), "{:?}", doc.anchors().collect::<Vec<_>>());
            for block in &doc.blocks {
                let whole = matches!(block.kind, Kind::Row { .. }) || !block.text.trim().is_empty();
                assert!(whole && !block.text.contains('{'), "{block:?}");
            }
        }
    }
}

#[test]
fn a_step_says_its_notices_before_where_it_leads_and_what_is_said() {
    let content = Content::embedded().unwrap();
    let ctx = Context { phrases: Phrases::new(&content, Lang(0)), day: "2026-06-10".parse().unwrap(), person: None };
    let parts = [
        "who",
        "track",
        "notice",
        "wait",
        "begins",
        "from",
        "way",
        "end",
        "told",
        "statement",
        "open",
        "items",
        "item",
    ];
    for (n, known) in content.process.steps.iter().enumerate() {
        let doc = step(&ctx, n, Depth::Whole);
        let base = format!("step.{}.", known.id);
        let part = |anchor: &str| Some(anchor.strip_prefix(&base)?.split('.').next()?.to_owned());
        let seen: Vec<usize> =
            doc.anchors().skip(1).filter_map(part).filter_map(|p| parts.iter().position(|q| *q == p)).collect();
        assert!(seen.is_sorted(), "{seen:?}");
        assert_eq!(seen.iter().filter(|p| parts[**p] == "way").count(), known.links.len());
        let told = seen.iter().any(|p| parts[*p] == "told");
        assert_eq!(told, known.links.iter().any(|link| !link.notifications.is_empty()), "{base}");
    }
}

/// Somebody with answers.
fn answering(content: &Content, facts: &[&str], day: chrono::NaiveDate) -> PersonState {
    let mut somebody = somebody_at(content, "screening");
    for fact in facts {
        let (fact, value) = fact.split_once('=').unwrap();
        let question = content.question(fact).unwrap();
        let answer = parse_value(content, question, value, day).unwrap();
        somebody.check.answer(content, question, answer, day);
    }
    somebody
}

/// Where a document says that existing cases continue, it has said before that none can be processed any more; before
/// that was reported, it does not say so.
#[test]
fn what_a_notice_overtook_is_never_said_without_it() {
    let content = Content::embedded().unwrap();
    let notice = |id: &str| content.notices.iter().find(|one| *one.statement.id == *id).unwrap();
    let report = &notice("reported_ended").statement;
    let intakes: Vec<_> = content.offices.iter().flat_map(|office| &office.intake).collect();
    let overtaken = |text: &str, lang| {
        let mut all = intakes.iter().filter(|intake| !intake.notices.is_empty());
        all.any(|intake| text.starts_with(intake.statement.text.get(lang)))
    };
    let mut seen = 0;
    for (day, reported) in [("2024-09-01", false), ("2025-02-03", false), ("2025-02-04", true), ("2026-11-23", true)] {
        let day = day.parse().unwrap();
        for facts in [&["country=CO", "existing_case=yes"][..], &["country=EC"], &["existing_case=yes"], &[]] {
            let somebody = answering(&content, facts, day);
            for lang in (0..content.languages.len()).map(Lang) {
                let ctx = Context { phrases: Phrases::new(&content, lang), day, person: Some(&somebody) };
                for doc in of_everything(&ctx) {
                    let place = |said: &dyn Fn(&str) -> bool| doc.blocks.iter().position(|block| said(&block.text));
                    let told = place(&|text| text == report.text.get(lang));
                    assert!(reported || told.is_none(), "{day}: {told:?}");
                    if let Some(at) = place(&|text| overtaken(text, lang)) {
                        assert!(!reported || told.is_some_and(|told| told < at), "{day}: {:?}", doc.blocks[at]);
                        seen += 1;
                    }
                }
            }
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn who_has_a_case_hears_the_newest_report_first_and_once() {
    let content = Content::embedded().unwrap();
    let report = content.notices.iter().find(|one| *one.statement.id == *"reported_ended").unwrap();
    for (day, reported) in [("2025-02-03", 0), ("2025-02-04", 1), ("2026-11-23", 1)] {
        let day = day.parse().unwrap();
        for country in content.offices.iter().map(|office| &*office.country.id).chain(["other"]) {
            let somebody = answering(&content, &[&format!("country={country}"), "existing_case=yes"], day);
            for lang in (0..content.languages.len()).map(Lang) {
                let ctx = Context { phrases: Phrases::new(&content, lang), day, person: Some(&somebody) };
                let doc = result(&ctx);
                let words = report.statement.text.get(lang);
                assert_eq!(doc.blocks.iter().filter(|block| block.text == words).count(), reported, "{day} {country}");
                assert_eq!(doc.blocks[0].text == words, reported == 1, "{day} {country}: {:?}", doc.blocks[0]);
                for office in content.offices_in(country) {
                    let doc = sheet(&ctx, office, Personal::Told);
                    let news = doc.blocks.iter().find(|block| block.role == Role::Notice).unwrap();
                    assert_eq!(news.text == words, reported == 1, "{day} {country}: {news:?}");
                }
            }
        }
    }
}

/// A content in which an office states two requirements of one aspect, a caveat is of a later day, and the newest
/// notice says that the programme is open.
fn changed() -> Content {
    let mut content = Content::embedded().unwrap();
    let age = Arc::clone(aspect(&content, "age"));
    let office = Arc::make_mut(&mut content.offices[0]);
    let nationality = office.requirements.iter_mut().find(|stated| *stated.aspect.id == *"nationality").unwrap();
    Arc::make_mut(nationality).aspect = age;
    let caveat = content.statements.iter_mut().find(|said| said.topic == StatementTopic::Known(Topic::Caveat)).unwrap();
    caveat.statement.date = Some("2026-06-11".parse().unwrap());
    for notice in &mut content.notices {
        Arc::make_mut(notice).intake = None;
    }
    Arc::make_mut(&mut content.notices[0]).intake = Some(IntakeState::Open);
    content
}

fn aspect<'a>(content: &'a Content, id: &str) -> &'a Arc<Aspect> {
    content.aspects.iter().find(|aspect| *aspect.id == *id).unwrap()
}

#[test]
fn every_requirement_of_an_aspect_counts() {
    let content = changed();
    let mut somebody = somebody_at(&content, "screening");
    let day = "2026-06-10".parse().unwrap();
    let here = content.offices[0].country.id.to_string();
    for (fact, value) in [("country", here.as_str()), ("nationality", "other"), ("adult", "yes")] {
        let question = content.question(fact).unwrap();
        let answer = parse_value(&content, question, value, day).unwrap();
        somebody.check.answer(&content, question, answer, day);
    }
    let ctx = Context { phrases: Phrases::new(&content, Lang(0)), day, person: Some(&somebody) };
    let [a, b] = [&content.offices[0], &content.offices[1]];
    let age = aspect(&content, "age");
    let own = format!("differ.{}.{}.age.{}", a.id, b.id, a.id);
    let compared = offices(&ctx, a, b).blocks.into_iter().find(|block| *block.anchor == *own).unwrap();
    for stated in a.stated(age) {
        assert!(compared.text.contains(&ctx.phrases.requirement(stated)), "{}", compared.text);
    }
    assert_eq!(a.stated(age).count(), 2);
    // Eighteen is met, the nationality is not.
    assert_eq!(compared.mark, Mark::Verdict(Verdict::NotMet));
    assert_eq!(rule(&ctx, a, age).blocks[0].mark, Mark::Verdict(Verdict::NotMet));
}

#[test]
fn what_was_not_said_by_the_day_is_left_out_everywhere() {
    let content = changed();
    let mut somebody = somebody_at(&content, "screening");
    let country = content.question("country").unwrap();
    for (day, said) in [("2026-06-10", false), ("2026-06-11", true), ("2026-06-12", true)] {
        let day = day.parse().unwrap();
        somebody.check = Check::new(&content);
        for fact in ["country=CO", "nationality=VE", "arrived=2020", "adult=yes", "status=regular"] {
            let (fact, value) = fact.split_once('=').unwrap();
            let question = content.question(fact).unwrap();
            let answer = parse_value(&content, question, value, day).unwrap();
            somebody.check.answer(&content, question, answer, day);
        }
        let ctx = Context { phrases: Phrases::new(&content, Lang(0)), day, person: Some(&somebody) };
        let dated = content.on(Topic::Caveat).find(|caveat| caveat.date.is_some()).unwrap();
        for doc in [notices(&ctx), result(&ctx), office(&ctx, &content.offices[0], Depth::Whole)] {
            let found = doc.blocks.iter().any(|block| block.text == dated.text.get(Lang(0)));
            assert_eq!(found, said, "{day}: {:?}", doc.anchors().next());
        }
        let mut somebody = somebody_at(&content, "screening");
        somebody.check.answer(&content, country, Answer::DontKnow, day);
        let ctx = Context { person: Some(&somebody), ..ctx };
        let newest = result(&ctx).blocks.into_iter().next().unwrap();
        assert!(newest.anchor.contains(".intake."), "{newest:?}");
        assert_eq!(newest.mark, Mark::None, "it is open");
    }
}
