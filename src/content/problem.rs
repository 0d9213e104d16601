//! Problems of content, with an excerpt of the file and help.

use annotate_snippets::{AnnotationKind, Element, Level, Origin, Renderer, Snippet};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::text::is_text;

/// Problems beyond this are only counted: a file of another kind has one in every line.
pub(super) const MOST_SHOWN: usize = 100;

/// The most characters of a message, which may quote a name of any length.
const LONGEST: usize = 1000;

/// One thing that is wrong with a content file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Problem {
    pub file: String,
    /// In bytes; absent for the whole file.
    pub span: Option<Range<usize>>,
    pub message: String,
    pub label: String,
    pub help: Option<String>,
    /// Another place in the same file, with its label.
    pub also: Option<(Range<usize>, String)>,
}

impl Problem {
    /// A problem of a file as a whole.
    pub fn of_file(file: impl Into<String>, message: impl Into<String>) -> Self {
        let (label, span) = (String::new(), None);
        Self { file: file.into(), span, message: message.into(), label, help: None, also: None }
    }

    /// A problem at a place.
    pub fn at(file: impl Into<String>, span: Range<usize>, message: impl Into<String>) -> Self {
        Self { span: Some(span), ..Self::of_file(file, message) }
    }

    /// With a few words beside the place.
    pub fn label(self, label: impl Into<String>) -> Self {
        Self { label: label.into(), ..self }
    }

    /// With a way to correct it.
    pub fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }
}

/// Everything that is wrong with some content: never empty.
#[derive(Debug, Clone, Default, thiserror::Error)]
#[error("{}", self.render(false))]
#[allow(missing_docs, reason = "the names say it")]
pub struct Problems {
    pub list: Vec<Problem>,
    pub sources: BTreeMap<String, String>,
}

impl Problems {
    /// The first hundred as text, with message, file, line, excerpt and help; the last line tells how many there are.
    pub fn render(&self, color: bool) -> String {
        let renderer = if color { Renderer::styled() } else { Renderer::plain() };
        let pictures = self.list.iter().take(MOST_SHOWN).map(|problem| self.picture(problem, &renderer) + "\n\n");
        pictures.collect::<String>() + &self.count() + "\n"
    }

    fn count(&self) -> String {
        let problems = self.list.len();
        let files = self.list.iter().map(|p| &p.file).collect::<BTreeSet<_>>().len();
        let (s, fs) = (plural(problems), plural(files));
        let shown = if problems > MOST_SHOWN { format!("; the first {MOST_SHOWN} are shown") } else { String::new() };
        format!("{problems} problem{s} in {files} file{fs}{shown}")
    }

    fn picture(&self, problem: &Problem, renderer: &Renderer) -> String {
        let view = problem.span.as_ref().and_then(|span| {
            let also = problem.also.as_ref().map(|(span, _)| span);
            View::new(self.sources.get(&problem.file)?, span, also)
        });
        let title = Level::ERROR.primary_title(printable(&problem.message));
        let help = problem.help.as_deref().map(|help| Level::HELP.message(printable(help)));
        renderer.render(&[title.element(place(problem, view.as_ref())).elements(help)])
    }
}

/// Where a problem is: an excerpt, or the name of the file where there is none.
fn place<'a>(problem: &'a Problem, view: Option<&'a View>) -> Element<'a> {
    let Some(view) = view else {
        return Origin::path(printable(&problem.file)).into();
    };
    let label = printable(&problem.label);
    let label = (!label.is_empty()).then_some(label);
    let mut snippet = Snippet::source(&view.lines)
        .line_start(view.first)
        .path(printable(&problem.file))
        .annotation(AnnotationKind::Primary.span(view.span.clone()).label(label));
    if let (Some(also), Some((_, words))) = (view.also.clone(), &problem.also) {
        snippet = snippet.annotation(AnnotationKind::Context.span(also).label(printable(words)));
    }
    snippet.into()
}

/// The lines of a file that a problem is about. The renderer gets only these: a file can be large and have many
/// problems.
struct View {
    /// As it is shown: what is not text is replaced.
    lines: String,
    /// The number of the first line.
    first: usize,
    span: Range<usize>,
    also: Option<Range<usize>>,
}

impl View {
    fn new(source: &str, span: &Range<usize>, also: Option<&Range<usize>>) -> Option<Self> {
        let span = first_line(source, span)?;
        let also = also.and_then(|span| first_line(source, span));
        let low = also.as_ref().map_or(span.start, |a| a.start.min(span.start));
        let high = also.as_ref().map_or(span.end, |a| a.end.max(span.end));
        let start = source.get(..low)?.rfind('\n').map_or(0, |at| at + 1);
        let end = source.get(high..)?.find('\n').map_or(source.len(), |at| high + at);
        let first = source.get(..start)?.bytes().filter(|b| *b == b'\n').count() + 1;
        let shown = |end: usize| source.get(start..end).map_or_else(String::new, seen);
        let shift = |r: Range<usize>| shown(r.start).len()..shown(r.end).len();
        Some(Self { lines: shown(end), first, span: shift(span), also: also.map(shift) })
    }
}

/// The part of a span in its first line: of a record, only the beginning is shown.
fn first_line(source: &str, span: &Range<usize>) -> Option<Range<usize>> {
    let (start, end) = (span.start.min(source.len()), span.end.min(source.len()));
    let part = source.get(start..end)?;
    let length = part.find(['\n', '\r']).unwrap_or(part.len());
    Some(start..start + length)
}

/// Lines of a file without what is not text, but for what lays them out.
fn seen(lines: &str) -> String {
    lines.chars().map(|c| if is_text(c) || matches!(c, '\n' | '\r' | '\t') { c } else { '\u{fffd}' }).collect()
}

/// Text without characters that a terminal would obey.
fn printable(text: &str) -> String {
    let all = text.chars().map(|c| if is_text(c) { c } else { '\u{fffd}' });
    let mut clipped: String = all.take(LONGEST).collect();
    if text.chars().nth(LONGEST).is_some() {
        clipped.push('…');
    }
    clipped
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}
