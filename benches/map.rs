//! How long pictures of a process of 60 and of 600 steps take: `cargo bench --bench map`.
#![allow(missing_docs, reason = "a bench is read, not used")]

use std::sync::Arc;

use smo_desk::content::{
    Certainty, Content, Lang, Link, LinkKind, ProcessModel, Source, Statement, Step, StepKind, Text,
};
use smo_desk::process::{Charset, Map, MapOptions, Spine};

fn main() {
    divan::main();
}

/// Steps that each lead to the next three and, every fourth, back and far ahead.
fn model(steps: usize) -> Result<ProcessModel, String> {
    let content = Content::embedded().map_err(|problems| problems.to_string())?;
    let source: &Arc<Source> = &content.guide;
    let text = |words: String| Text::new(vec![words.into()]);
    let link = |to: usize, kind| {
        let (text, certainty) = (text(String::new()), Certainty::Stated);
        Link { to, kind, text, certainty, ..Link::default() }
    };
    let step = |at: usize| {
        let mut links: Vec<Link> = [at + 1, at + 2, at + 3].map(|to| link(to.min(steps - 1), LinkKind::Forward)).into();
        if at.is_multiple_of(4) {
            links.push(link(at / 2, LinkKind::Loop));
            links.push(link((at + 20).min(steps - 1), LinkKind::Forward));
        }
        links.retain(|link| link.to != at);
        let statement = Statement {
            id: "text".into(),
            text: text("What happens".to_owned()),
            source: Arc::clone(source),
            ..Statement::default()
        };
        Step {
            id: format!("s{at}").into(),
            kind: StepKind::Act,
            title: text(format!("Step number {at}")),
            short: text(format!("Step number {at}")),
            statement,
            links,
            ..Step::default()
        }
    };
    let steps = (0..steps).map(step).collect();
    Ok(ProcessModel { actors: Vec::new(), tracks: Vec::new(), steps, waits_later: Vec::new() })
}

#[divan::bench(args = [60, 600])]
fn map_of_steps(bencher: divan::Bencher<'_, '_>, steps: usize) {
    let model = model(steps).unwrap_or_default();
    let options = MapOptions { lang: Lang(0), width: 78, charset: Charset::Unicode };
    bencher.bench(|| Map::of(&model, options));
}

#[divan::bench(args = [40, 78, 160])]
fn map(bencher: divan::Bencher<'_, '_>, width: usize) {
    let model = model(60).unwrap_or_default();
    let options = MapOptions { lang: Lang(0), width, charset: Charset::Unicode };
    bencher.bench(|| Map::of(&model, options));
}

#[divan::bench(args = [60, 600])]
fn spine(bencher: divan::Bencher<'_, '_>, steps: usize) {
    let model = model(steps).unwrap_or_default();
    bencher.bench(|| Spine::of(&model).cells(&model, Lang(0), 78, Charset::Unicode));
}
