//! The process as a flowchart for Mermaid.

use std::fmt::Write;

use serde_json::Value;

use super::picture::{LineStyle, Picture, line_style, put};
use crate::content::{EndKind, Link, Step};
use crate::process::end_of;

/// The picture in the language of Mermaid.
pub fn write(picture: &Picture<'_>) -> String {
    // A JSON text is a YAML text too.
    let mut out = format!("---\ntitle: {}\n---\nflowchart TD\n", Value::from(picture.title.as_str()));
    let notices = picture.notices.iter().map(|notice| format!("(!) {notice}"));
    let head: Vec<String> = picture.part.clone().into_iter().chain(notices).chain(picture.guide.clone()).collect();
    put(&mut out, &format!("head[{}]:::note", quoted(&head)));
    for (nth, track) in picture.tracks() {
        let name = format!("{} {}", track.mark, picture.get(&track.name));
        put(&mut out, &format!("subgraph track{nth}[{}]", quoted(&[name])));
        for (at, step) in picture.shown().filter(|(_, step)| step.track.as_ref() == Some(track)) {
            put(&mut out, &format!("  {}", node(picture, at, step)));
        }
        put(&mut out, "end");
    }
    for (at, step) in picture.shown().filter(|(_, step)| step.track.is_none()) {
        put(&mut out, &node(picture, at, step));
    }
    for at in picture.outside() {
        put(&mut out, &format!("s{}[{}]:::outside", at + 1, quoted(&[picture.short(at)])));
    }
    for (at, link) in picture.links() {
        put(&mut out, &format!("s{} {} s{}", at.from + 1, arrow(picture, link), link.to + 1));
    }
    put(&mut out, &format!("caveats[{}]:::note", quoted(&picture.caveats)));
    put(&mut out, "classDef note fill:#fff8e6,stroke:#a86a00,text-align:left");
    put(&mut out, "classDef open stroke-dasharray:4 4");
    put(&mut out, "classDef outside fill:none,stroke:none");
    out
}

fn node(picture: &Picture<'_>, at: usize, step: &Step) -> String {
    let words = quoted(&picture.node(at, step));
    let n = at + 1;
    match end_of(step) {
        Some(EndKind::Stated) => format!("s{n}([{words}])"),
        Some(EndKind::NotStated) => format!("s{n}([{words}]):::open"),
        None => format!("s{n}({words})"),
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
fn quoted(lines: &[String]) -> String {
    let escaped = |line: &String| {
        let mut out = String::with_capacity(line.len());
        for c in line.chars() {
            if c.is_alphanumeric() || matches!(c, ' ' | '.' | ',' | ':' | '-' | '(' | ')' | '!' | '\'' | '~' | '/') {
                out.push(c);
            } else {
                // Writing to a string cannot fail.
                let _ = write!(out, "#{};", u32::from(c));
            }
        }
        out
    };
    format!("\"{}\"", lines.iter().map(escaped).collect::<Vec<_>>().join("<br/>"))
}
