#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "tests")]

use super::*;

/// Statements of so many lines each, every fifth one a heading of one line.
fn page(high: &[usize]) -> Page {
    let mut page = Page::new(20);
    page.title("title", Style::new(), &ratatui::text::Span::default());
    for (n, lines) in high.iter().enumerate() {
        page.anchor(&format!("block.{n}").into());
        if n % 5 == 0 {
            page.heading_next();
            page.text(0, "heading", Style::new());
        } else {
            (0..*lines).for_each(|line| page.text(0, &format!("{n}.{line}"), Style::new()));
        }
    }
    page
}

const PAGES: [&[usize]; 3] = [&[3; 40], &[1, 4, 2, 3, 1, 1, 5, 2, 2, 1, 3, 4, 1, 2, 3, 1, 4, 2, 5, 1, 3, 2], &[2; 9]];

#[test]
fn columns_break_between_statements_and_leave_out_nothing() {
    for (page, rows, columns) in
        PAGES.iter().flat_map(|high| (12..30).flat_map(move |rows| [2, 3].map(|n| (page(high), rows, n))))
    {
        for scroll in 0..=page.most(rows + 1, columns) {
            let parts = page.columns(rows.into(), columns, scroll);
            assert!(parts.windows(2).all(|two| two[0].end == two[1].start), "{parts:?}");
            for part in &parts[1..] {
                assert!(part.start == page.len() || page.begins(part.start), "{rows} rows from {scroll}: {parts:?}");
            }
            assert!(parts.iter().all(|part| part.len() <= rows.into()), "{parts:?}");
        }
        let end = page.columns(rows.into(), columns, page.most(rows + 1, columns)).last().unwrap().end;
        assert_eq!(end, page.len(), "{rows} rows, {columns} columns: the end can be read");
    }
}

#[test]
fn keys_go_from_statement_to_statement_and_back() {
    for high in PAGES {
        let page = page(high);
        let last = (0..page.len()).rev().find(|line| page.begins(page.pinned + line)).unwrap();
        for (lines, is_down) in [(1, true), (20, true), (1, false), (20, false)] {
            let mut scroll = if is_down { 0 } else { page.len() - 2 };
            for _ in 0..page.len() {
                let by = page.whole_statements(scroll, lines, is_down);
                let to = if is_down { scroll + by } else { scroll.saturating_sub(by) };
                if scroll >= last && is_down || to == 0 {
                    break;
                }
                assert!(to != scroll && page.begins(page.pinned + to), "{lines} {is_down} from {scroll}: {to}");
                scroll = to;
            }
        }
    }
}

#[test]
fn a_heading_never_stands_alone_at_the_foot() {
    let page = page(&[3; 40]);
    let mut held_back = 0;
    for (rows, scroll) in (2..40).flat_map(|rows| (0..60).map(move |scroll| (rows, scroll))) {
        let shown = page.columns(rows, 1, scroll).remove(0);
        let is_alone = shown.end < page.len() && shown.len() > 1 && page.is_heading(shown.end - 1);
        assert!(!is_alone, "{rows} rows from {scroll}: {shown:?}");
        held_back += usize::from(shown.len() < rows);
        let mut cut = page.clone();
        cut.cut(scroll + rows);
        assert!(!page.is_heading(cut.len() - 1), "{rows} rows from {scroll}");
    }
    assert!(held_back > 50, "{held_back}");
}
