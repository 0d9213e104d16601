//! Documents as pages of the screen: one look for every document.
//!
//! ```text
//! Colombia: Nationality                                                     [+]
//! (!) No longer active, takes no new applications.     portal, undated, read …
//!   Cuban, Haitian or Venezuelan                                          guide
//!
//! Nationality
//!   Colombia    Cuban, Haitian or Venezuelan                              [+]
//!   Costa Rica  Nicaraguan, Venezuelan or Ecuadorian                      [-]
//! ```

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::component::View;
use super::focus::Focus;
use super::page::{Page, Paragraph, wrap};
use crate::content::Msg;
use crate::document::{Block, Document, Kind, Mark, Role};
use crate::rules::Verdict;
use crate::text::pad;

/// Cells that a mark and the blank after it take.
const MARK: usize = 4;

/// Cells by which the entries below a title or a heading are indented.
const INDENT: usize = 2;

/// Cells between the columns of a table.
const GAP: usize = 2;

/// Adds a document to a page. The anchor of every block is noted with its line.
pub(super) fn render(doc: &Document, view: &View<'_>, page: &mut Page) {
    render_within(doc, usize::MAX, view, page);
}

/// The same, with at most so many lines for a rule.
pub(super) fn render_within(doc: &Document, most: usize, view: &View<'_>, page: &mut Page) {
    let title = doc.blocks.first().filter(|block| block.kind == Kind::Title).map(|block| block.text.as_str());
    let mut section = None;
    let mut rows = 0;
    let mut previous = None;
    let found = view.found.filter(|_| page.found.is_none()).and_then(|words| doc.holding(words));
    for group in doc.blocks.chunk_by(is_one) {
        let Some(first) = group.first() else { continue };
        if begins_part(group, previous.replace(first)) {
            page.gap();
        }
        for block in group {
            page.anchor(&block.anchor);
        }
        let before = page.len();
        match &first.kind {
            Kind::Title => {
                let style = view.theme.title_of(view.is_on(Focus::Detail));
                let tag = (first.mark.sign(), mark_style(first, view));
                if view.is_below {
                    let style = style.remove_modifier(Modifier::UNDERLINED);
                    page.paragraph(&first.text, Paragraph { style, tag, ..Paragraph::default() });
                } else {
                    page.title(&first.text, style, &Span::styled(tag.0, tag.1));
                }
            }
            Kind::Heading => {
                page.heading_next();
                section = Some(label(first));
                let tag = (label(first), view.theme.quiet());
                page.paragraph(&first.text, Paragraph { style: view.theme.strong(), tag, ..Paragraph::default() });
            }
            Kind::Value { .. } => values(group, title, view, page),
            Kind::Item { .. } | Kind::Paragraph => paragraph(group, first, section, view, page),
            Kind::Row { cells } => {
                // The first row holds the names of the columns.
                row(cells, if rows == 0 { view.theme.strong() } else { Style::new() }, page);
                rows += 1;
            }
        }
        if group.iter().any(|block| Some(&*block.anchor) == found) {
            page.mark_found(before, view.theme.strong());
        }
        if first.role == Role::Rule {
            page.cut(before.saturating_add(most));
        }
    }
}

/// Whether a part of the document begins: at a heading, at a verdict, at values in columns.
fn begins_part(group: &[Block], previous: Option<&Block>) -> bool {
    let Some((first, previous)) = group.first().zip(previous) else { return false };
    match first.kind {
        Kind::Heading => true,
        Kind::Value { .. } if is_verdict(first) => !is_verdict(previous) && !matches!(previous.kind, Kind::Title),
        Kind::Value { .. } => group.len() > 1 && matches!(previous.kind, Kind::Paragraph),
        _ => false,
    }
}

/// Whether blocks stand together: values in columns, and what one source says about one thing in one paragraph.
fn is_one(a: &Block, b: &Block) -> bool {
    match (&a.kind, &b.kind) {
        (Kind::Value { .. }, Kind::Value { .. }) => !is_verdict(a) && !is_verdict(b),
        // What is open about a reason stands in the column of the reasons.
        (Kind::Value { .. }, Kind::Paragraph) => is_below(b) && !is_verdict(a),
        (Kind::Paragraph, Kind::Value { .. }) => is_below(a) && !is_verdict(b),
        (Kind::Paragraph, Kind::Paragraph) if is_below(a) || is_below(b) => is_below(a) && is_below(b),
        (Kind::Paragraph, Kind::Paragraph) => {
            let dated = |block: &Block| block.citation.as_ref().map(|citation| citation.dated.clone());
            let is_said = matches!(a.role, Role::Notice | Role::Reported | Role::Normal) && a.citation.is_some();
            is_said && (a.role, a.mark, dated(a)) == (b.role, b.mark, dated(b))
        }
        _ => false,
    }
}

/// A paragraph. `section` is the source of the heading above it, empty where it has none: it is not said again.
fn paragraph(group: &[Block], first: &Block, section: Option<&str>, view: &View<'_>, page: &mut Page) {
    let texts: Vec<&str> = group.iter().map(|block| block.text.as_str()).collect();
    let style = if first.role == Role::Aside { view.theme.quiet() } else { Style::new() };
    let sign = match (first.mark, &first.kind, first.role) {
        (Mark::None, Kind::Item { .. }, Role::Advice) => "- ".to_owned(),
        (mark, ..) if is_below(first) => format!("{:INDENT$}{}", "", mark.sign()),
        (mark, ..) => mark.sign().to_owned(),
    };
    let indent = match first.role {
        _ if is_below(first) => INDENT + MARK,
        _ if first.mark != Mark::None || is_dated(first) && first.citation.is_some() => MARK,
        Role::Normal | Role::Notice | Role::Reported if section.is_none() => 0,
        _ => INDENT,
    };
    let mark = (sign.as_str(), mark_style(first, view));
    let by = match &first.citation {
        Some(citation) if is_dated(first) => citation.dated.clone(),
        Some(citation) if Some(citation.label.as_str()) == section => String::new(),
        Some(citation) => match citation.section.as_ref().filter(|_| first.role == Role::Rule) {
            Some(part) => format!("{}: {part}", citation.label),
            None => citation.label.clone(),
        },
        None => String::new(),
    };
    page.paragraph(&sentences(&texts), Paragraph { indent, mark, style, tag: (&by, view.theme.quiet()) });
}

/// Texts one after the other, each ending like a sentence where another one follows.
fn sentences(texts: &[&str]) -> String {
    let ends = |text: &str| text.trim_end_matches(['"', '”', '»', ')']).ends_with(['.', '!', '?', ':', ';', '…']);
    let mut said = String::new();
    for text in texts {
        if !said.is_empty() {
            said += if ends(&said) { " " } else { ". " };
        }
        said += text;
    }
    said
}

/// Values beside each other's names; one alone after its name. A verdict stands out, and its reasons follow it.
fn values(group: &[Block], title: Option<&str>, view: &View<'_>, page: &mut Page) {
    let name = |block: &Block| match &block.kind {
        Kind::Value { name, .. } => name.clone(),
        _ => String::new(),
    };
    let widest = group.iter().map(|block| name(block).width()).max().unwrap_or(0);
    let folds = view.folds_open_points();
    for (n, block) in group.iter().enumerate() {
        if is_below(block) {
            if !folds {
                paragraph(std::slice::from_ref(block), block, None, view, page);
            }
            continue;
        }
        let below = group.iter().skip(n + 1).take_while(|block| is_below(block) && folds);
        // One sign is enough to ask for the words: that of a notice, where there is one.
        let text = match below.max_by_key(|below| below.mark == Mark::Notice) {
            Some(below) => {
                page.folded.get_or_insert(page.len());
                format!("{} {}", block.text, below.mark.sign())
            }
            None => block.text.clone(),
        };
        let sign = (block.mark.sign(), mark_style(block, view));
        let name = name(block);
        if is_verdict(block) {
            let style = verdict_style(block, view);
            let sign = (sign.0, style.patch(sign.1));
            let set = Paragraph { indent: MARK, mark: sign, style, ..Paragraph::default() };
            // Under its own name an office needs no other.
            let words = if title == Some(name.as_str()) { text } else { format!("{}: {text}", name.to_uppercase()) };
            page.paragraph(&words, set);
            continue;
        }
        let numbers = answers(block, view);
        let set = if matches!(block.role, Role::Finding(_)) {
            Paragraph { indent: MARK, mark: sign, tag: (&numbers, Style::new()), ..Paragraph::default() }
        } else {
            let tag = if sign.0.is_empty() { (label(block), view.theme.quiet()) } else { sign };
            Paragraph { indent: INDENT, tag, ..Paragraph::default() }
        };
        let blanks = " ".repeat(widest + GAP - name.width());
        if group.len() == 1 {
            page.paragraph(&format!("{name}: {text}"), set);
        } else {
            page.named(&format!("{name}{blanks}"), &text, set);
        }
    }
}

fn answers(block: &Block, view: &View<'_>) -> String {
    let numbers = block.answers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    if numbers.is_empty() { numbers } else { view.desk.phrases().fill(Msg::AnswerNo, &[("n", &numbers)]) }
}

/// A row of a table, its columns side by side.
fn row(cells: &[Vec<String>], style: Style, page: &mut Page) {
    let width = (page.width() + GAP) / cells.len().max(1);
    let wrapped = |cell: &Vec<String>| cell.iter().flat_map(|entry| wrap(entry, width - GAP)).collect::<Vec<_>>();
    let columns: Vec<Vec<String>> = cells.iter().map(wrapped).collect();
    for line in 0..columns.iter().map(Vec::len).max().unwrap_or(0) {
        let cell = |column: &Vec<String>| {
            let text = column.get(line).map_or("", String::as_str);
            Span::styled(pad(text, width), style)
        };
        page.line(Line::from(columns.iter().map(cell).collect::<Vec<_>>()));
    }
}

/// Whether it is said when a block was said: what is known of a notice or of an intake today may be later.
fn is_dated(block: &Block) -> bool {
    block.role.is_report()
}

/// Whether a block is about the value above it.
fn is_below(block: &Block) -> bool {
    block.level > 1
}

/// Whether a value is an office's verdict.
fn is_verdict(block: &Block) -> bool {
    matches!(block.role, Role::Verdict(_))
}

fn verdict_style(block: &Block, view: &View<'_>) -> Style {
    match block.role {
        Role::Verdict(verdict) => view.theme.headline(verdict),
        _ => view.theme.strong(),
    }
}

/// The source in a word, for the right edge.
fn label(block: &Block) -> &str {
    block.citation.as_ref().map_or("", |citation| &citation.label)
}

/// One attribute at most, for each is sent with every mark: none where a requirement is met or not about the person.
fn mark_style(block: &Block, view: &View<'_>) -> Style {
    match block.mark {
        Mark::Notice => view.theme.alert(),
        Mark::Verdict(verdict) if verdict != Verdict::Met => view.theme.verdict(verdict),
        Mark::None | Mark::Open | Mark::NotApplicable | Mark::Verdict(_) => Style::new(),
    }
}
