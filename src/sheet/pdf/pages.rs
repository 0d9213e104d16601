//! Which lines stand on which page.

use super::line::TextLine;
use super::look::{BELOW, MARGIN, PAGE};

/// A line with the height of its top on its page.
pub(super) type OnPage = (f32, TextLine);

/// Lines on pages, each filled before the next; a line that begins a page leaves the rest of the one before free. Lines
/// that keep the next one are on one page with it, as long as one page holds them all.
pub(super) fn paginate(lines: Vec<TextLine>) -> Vec<Vec<OnPage>> {
    let foot = PAGE.1 - BELOW;
    let mut pages: Vec<Vec<OnPage>> = vec![Vec::new()];
    let mut at = MARGIN.1;
    let mut lines = lines.into_iter().peekable();
    while lines.peek().is_some() {
        let group = group(&mut lines);
        let is_first = pages.last().is_none_or(Vec::is_empty);
        let begins = group.first().is_some_and(|line| line.begins);
        let goes_on = at + height(&group) > foot && MARGIN.1 + height(&group) <= foot;
        if !is_first && (begins || goes_on) {
            pages.push(Vec::new());
            at = MARGIN.1;
        }
        for line in group {
            if at + line.before + line.height > foot && pages.last().is_some_and(|page| !page.is_empty()) {
                pages.push(Vec::new());
                at = MARGIN.1;
            }
            let Some(page) = pages.last_mut() else { continue };
            at += if page.is_empty() { 0.0 } else { line.before };
            let next = at + line.height;
            page.push((at, line));
            at = next;
        }
    }
    pages
}

/// A line with all that it keeps.
fn group(lines: &mut impl Iterator<Item = TextLine>) -> Vec<TextLine> {
    let mut group = Vec::new();
    for line in lines {
        let keeps = line.keeps;
        group.push(line);
        if !keeps {
            break;
        }
    }
    group
}

fn height(lines: &[TextLine]) -> f32 {
    lines.iter().map(|line| line.before + line.height).sum()
}
