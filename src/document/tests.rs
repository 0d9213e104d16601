//! What every document holds: anchors that differ, and notices before anything that reads like a promise.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::collections::BTreeSet;

use super::*;
use crate::case::StoredVerdict;
use crate::check::{Check, Checklist};
use crate::content::{Content, Lang};
use crate::process::{Move, Place};
use crate::wording::Phrases;

/// Somebody at a step, with what a context borrows.
struct Somebody {
    check: Check,
    checklist: Checklist,
    place: Place,
}

impl Somebody {
    fn at(content: &Content, step: &str) -> Self {
        let moves = vec![Move { step: step.into(), day: "2026-05-03".parse().unwrap() }];
        Self { check: Check::new(content), checklist: Checklist::default(), place: Place::from_moves(moves) }
    }

    fn person(&self) -> Person<'_> {
        let none: &[StoredVerdict] = &[];
        let Self { check, checklist, place } = self;
        Person { check, checklist, place, stored_verdicts: none }
    }
}

fn of_everything(ctx: &Context<'_>) -> Vec<Document> {
    let content = ctx.content();
    let mut all = vec![steps(ctx), tracks(ctx, &[0, 1]), bring(ctx), place(ctx)];
    all.extend([notices(ctx), head(ctx), headline(ctx), result(ctx), answers(ctx), pathways(ctx), list(ctx)]);
    all.extend(content.questions.iter().map(|question| why(ctx, question)));
    for one in &content.offices {
        all.extend([office(ctx, one, Depth::Glance), office(ctx, one, Depth::Whole), requirements(ctx, one)]);
        all.extend(content.aspects.iter().map(|(aspect, _)| rule(ctx, one, *aspect)));
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
    let somebody = Somebody::at(&content, "screening");
    for lang in 0..content.languages.len() {
        let phrases = Phrases::new(&content, Lang(lang));
        let day = "2026-06-10".parse().unwrap();
        let ctx = Context { phrases, day, person: Some(somebody.person()) };
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
    let parts =
        ["who", "track", "notice", "wait", "begins", "from", "way", "end", "statement", "open", "items", "item"];
    for (n, known) in content.process.steps.iter().enumerate() {
        let doc = step(&ctx, n, Depth::Whole);
        let base = format!("step.{}.", known.id);
        let part = |anchor: &str| Some(anchor.strip_prefix(&base)?.split('.').next()?.to_owned());
        let seen: Vec<usize> =
            doc.anchors().skip(1).filter_map(part).filter_map(|p| parts.iter().position(|q| *q == p)).collect();
        assert!(seen.is_sorted(), "{seen:?}");
        assert_eq!(seen.iter().filter(|p| parts[**p] == "way").count(), known.links.len());
    }
}
