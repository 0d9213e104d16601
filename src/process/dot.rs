//! The process as a graph for Graphviz.

use super::picture::{GraphElement, LineStyle, Picture, line_style, put};
use crate::content::{EndKind, Link, Step};
use crate::process::end_of;

const WIDTH: usize = 30;
/// Cells of a line of the heading.
const HEAD: usize = 110;

/// The picture in the DOT language.
pub fn write(picture: &Picture<'_>) -> String {
    let mut out = String::from("digraph process {\n");
    put(&mut out, &format!("graph [labelloc=t, labeljust=l, fontname=\"sans-serif\", label={}];", head(picture)));
    put(&mut out, "node [shape=box, style=rounded, fontname=\"sans-serif\", fontsize=11];");
    put(&mut out, "edge [fontname=\"sans-serif\", fontsize=9];");
    for part in picture.parts() {
        let line = match part {
            GraphElement::Track(_, track) => {
                let id = quoted(&format!("cluster_{}", track.id));
                format!("subgraph {id} {{\n    label={};", quoted(&picture.track(track)))
            }
            GraphElement::TrackEnd => "}".to_owned(),
            GraphElement::Step(at, step) => node(picture, at, step),
            GraphElement::Outside(at) => {
                format!("{} [shape=plaintext, label={}];", name(picture, at), label(&picture.short(at)))
            }
            GraphElement::Link(at, link) => {
                format!("{} -> {} [{}];", name(picture, at.from), name(picture, link.to), edge(picture, link))
            }
        };
        put(&mut out, &line);
    }
    out.push_str("}\n");
    out
}

fn head(picture: &Picture<'_>) -> String {
    let lines = [&picture.title].into_iter().chain(&picture.part).chain(&picture.notices);
    let lines = lines.chain(&picture.guide).chain(&picture.caveats);
    let wrapped: Vec<String> = lines.flat_map(|line| wrap(line, HEAD)).collect();
    // `\l` ends a left-aligned line.
    format!("\"{}\\l\"", wrapped.iter().map(|line| escaped(line)).collect::<Vec<_>>().join("\\l"))
}

fn node(picture: &Picture<'_>, at: usize, step: &Step) -> String {
    let more = match end_of(step) {
        Some(EndKind::Stated) => ", peripheries=2",
        Some(EndKind::NotStated) => ", style=\"rounded,dashed\"",
        None => "",
    };
    let indent = if step.track.is_some() { "  " } else { "" };
    format!("{indent}{} [label={}{more}];", name(picture, at), label(&picture.node(at, step).join("\n")))
}

fn edge(picture: &Picture<'_>, link: &Link) -> String {
    let style = match line_style(link) {
        LineStyle::Plain => "",
        LineStyle::Maybe => ", style=dashed, arrowhead=empty",
        LineStyle::Cross => ", style=bold, color=\"black:white:black\"",
    };
    format!("label={}{style}", label(&picture.edge(link).join("\n")))
}

fn name(picture: &Picture<'_>, at: usize) -> String {
    quoted(&picture.model.step(at).id)
}

fn wrap(words: &str, width: usize) -> Vec<String> {
    textwrap::wrap(words, width).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// Centred lines.
fn label(words: &str) -> String {
    let lines: Vec<String> = words.lines().flat_map(|line| wrap(line, WIDTH)).map(|line| escaped(&line)).collect();
    format!("\"{}\"", lines.join("\\n"))
}

fn quoted(words: &str) -> String {
    format!("\"{}\"", escaped(words))
}

/// Graphviz reads escapes and character references in labels.
fn escaped(words: &str) -> String {
    words.replace('\\', "\\\\").replace('"', "\\\"").replace('&', "&amp;")
}
