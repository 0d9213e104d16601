//! The process as a flowchart for Mermaid.

use serde_json::Value;

use super::picture::{GraphElement, LineStyle, Picture, line_style, put};
use crate::content::{EndKind, Link, Step};
use crate::process::end_of;

/// The picture in the language of Mermaid.
pub fn write(picture: &Picture<'_>) -> String {
    // A JSON text is a YAML text too.
    let mut out = format!("---\ntitle: {}\n---\nflowchart TD\n", Value::from(picture.title.as_str()));
    let head = picture.part.iter().chain(&picture.notices).chain(&picture.guide);
    put(&mut out, &format!("head[{}]:::note", quoted(head)));
    for part in picture.parts() {
        let line = match part {
            GraphElement::Track(nth, track) => format!("subgraph track{nth}[{}]", quoted(&[picture.track(track)])),
            GraphElement::TrackEnd => "end".to_owned(),
            GraphElement::Step(at, step) => node(picture, at, step),
            GraphElement::Outside(at) => format!("s{}[{}]:::outside", at + 1, quoted(&[picture.short(at)])),
            GraphElement::Link(at, link) => format!("s{} {} s{}", at.from + 1, arrow(picture, link), link.to + 1),
        };
        put(&mut out, &line);
    }
    put(&mut out, &format!("caveats[{}]:::note", quoted(&picture.caveats)));
    put(&mut out, "classDef note fill:#fff8e6,stroke:#a86a00,text-align:left");
    put(&mut out, "classDef open stroke-dasharray:4 4");
    put(&mut out, "classDef outside fill:none,stroke:none");
    out
}

fn node(picture: &Picture<'_>, at: usize, step: &Step) -> String {
    let indent = if step.track.is_some() { "  " } else { "" };
    let (n, words) = (at + 1, quoted(&picture.node(at, step)));
    match end_of(step) {
        Some(EndKind::Stated) => format!("{indent}s{n}([{words}])"),
        Some(EndKind::NotStated) => format!("{indent}s{n}([{words}]):::open"),
        None => format!("{indent}s{n}({words})"),
    }
}

fn arrow(picture: &Picture<'_>, link: &Link) -> String {
    let arrow = match line_style(link) {
        LineStyle::Plain => "-->",
        LineStyle::Maybe => "-.->",
        LineStyle::Cross => "==>",
    };
    let words = picture.edge(link);
    if words.is_empty() { arrow.to_owned() } else { format!("{arrow}|{}|", quoted(&words)) }
}

/// Lines in quotes; characters that could mean something to Mermaid or HTML as their numbers.
fn quoted<'l>(lines: impl IntoIterator<Item = &'l String>) -> String {
    let plain = |c: char| c.is_alphanumeric() || " .,:-()!'~/".contains(c);
    let escape = |c: char| if plain(c) { c.to_string() } else { format!("#{};", u32::from(c)) };
    let lines: Vec<String> = lines.into_iter().map(|line| line.chars().map(escape).collect()).collect();
    format!("\"{}\"", lines.join("<br/>"))
}
