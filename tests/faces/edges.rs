//! What tells the parts of the screen from each other: the edge of what lies over the panes, and the line between list and
//! detail.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use smo_desk::tui::app::App;
use smo_desk::tui::view;

use crate::play::script::{content, play, start_in};

const SIZES: [(u16, u16); 5] = [(160, 50), (120, 40), (80, 24), (60, 20), (40, 12)];

/// A person, so that everything can be opened.
const MET: &str = "n CO<enter> 2<enter> VE<enter> 1<enter> 1<enter> 1<enter> <esc>";

fn picture(app: &App) -> Buffer {
    let (columns, rows) = app.geometry.size;
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    view::render(app, buffer.area, &mut buffer);
    buffer
}

fn row(buffer: &Buffer, area: Rect, y: u16) -> Vec<&Cell> {
    (area.x..area.right()).map(|x| &buffer[(x, y)]).collect()
}

#[test]
fn whatever_lies_over_a_pane_has_an_edge() {
    let mut edges = 0;
    for (size, lang) in SIZES.into_iter().flat_map(|size| (0..content().languages.len()).map(move |lang| (size, lang)))
    {
        for keys in ["o?", "p?", "c?", "o/", "o/s<tab>", "o!", "pd", "ot", "os", "oa", "pg", "oq", "p/a", "r!"] {
            let (pane, over) = keys.split_at(1);
            let mut app = start_in(lang, false, size);
            play(&mut app, &format!("{MET} {pane}"));
            let before = picture(&app);
            play(&mut app, over);
            if app.overlays.is_empty() {
                continue;
            }
            let (after, body) = (picture(&app), app.geometry.body);
            let changed = (body.y..body.bottom()).find(|y| row(&before, body, *y) != row(&after, body, *y)).unwrap();
            let is_edge = |cell: &&Cell| cell.symbol() == " " && cell.modifier == Modifier::UNDERLINED;
            let has_edge = row(&after, body, changed).iter().all(is_edge);
            assert!(has_edge || changed == body.y, "{keys} at {size:?} in {lang}: row {changed}");
            edges += usize::from(has_edge);
        }
    }
    assert!(edges > 100, "{edges}");
}

#[test]
fn the_line_between_list_and_detail_goes_to_the_foot_where_there_is_room() {
    let mut lines = 0;
    for (size, lang) in SIZES.into_iter().flat_map(|size| (0..content().languages.len()).map(move |lang| (size, lang)))
    {
        for keys in ["o", "o<down>", "o<tab>", "p", "p<down><down>", "p<end>", "pm", "c", "n"] {
            let mut app = start_in(lang, false, size);
            play(&mut app, &format!("{MET} {keys}"));
            let (picture, body) = (picture(&app), app.geometry.body);
            // On lower ones it would cost more than a change of panes may.
            if body.height <= 20 || body.height < 37 && keys.starts_with('p') {
                continue;
            }
            let is_line = |x: u16, y: u16| picture[(x, y)].symbol() == "\u{2502}";
            // Where two stand side by side a line begins beside the titles, between blanks.
            let parts = |x: &u16| {
                is_line(*x, body.y)
                    && *x > 0
                    && [x - 1, x + 1].iter().all(|beside| picture[(*beside, body.y)].symbol() == " ")
            };
            if app.focus != smo_desk::tui::focus::Focus::List && app.field().is_none() && keys != "o<tab>" {
                continue;
            }
            for x in (body.x..body.right() - 1).filter(parts) {
                let to = (body.y..body.bottom()).take_while(|y| is_line(x, *y)).count();
                assert_eq!(to, usize::from(body.height), "{keys} at {size:?} in {lang}, column {x}");
                lines += 1;
            }
        }
    }
    assert!(lines > 20, "{lines}");
}

/// Without colours, too, it is seen where the focus is: a sign points at the line with the cursor, or is on it.
#[test]
fn the_focused_part_is_pointed_at_without_colours() {
    let mut pointed = 0;
    for (size, lang) in [(120, 40), (80, 24), (60, 20)]
        .into_iter()
        .flat_map(|size| (0..content().languages.len()).map(move |lang| (size, lang)))
    {
        for (keys, ascii) in ["", "<down>", "<tab>", "<enter>", "<tab><pgdn>", "<tab><end>"]
            .into_iter()
            .flat_map(|keys| [(keys, false), (keys, true)])
        {
            for pane in ["o", "r", "p", "pm", "c", "rd", "zo", "zc"] {
                let mut app = start_in(lang, false, size);
                (app.theme.color, app.theme.ascii) = (false, ascii);
                play(&mut app, &format!("{MET} {pane} {keys}"));
                if app.field().is_some() || matches!(app.focus, smo_desk::tui::focus::Focus::Tabs(_)) {
                    continue;
                }
                let mut buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
                let cursor = view::render(&app, buffer.area, &mut buffer);
                let (from, to) = (cursor.x.saturating_sub(1), (cursor.x + 1).min(size.0 - 1));
                let near = (from..=to).any(|x| matches!(buffer[(x, cursor.y)].symbol(), ">" | "["));
                // In a list, and on the map, the sign stands at the beginning of the row or of the box.
                let before = (0..cursor.x).any(|x| buffer[(x, cursor.y)].symbol() == ">");
                assert!(near || before, "{pane}{keys} at {size:?} in {lang}: {cursor:?}");
                pointed += 1;
            }
        }
    }
    assert!(pointed > 400, "{pointed}");
}
