//! Frames made of bytes: after each, a terminal model has to show what was drawn.
//!
//! `cargo +nightly fuzz run wire`, in the folder above.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ratatui::Terminal;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::style::{Color, Modifier, Style};
use smo_desk::wire::Wire;

const WIDTH: u16 = 24;
const HEIGHT: u16 = 7;
const TEXTS: [&str; 8] = ["a", "> Colombia", "   ", "移民", "áé…─", "e\u{301}x", "", "a longer text, over the edge"];
const STYLES: [Style; 6] = [
    Style::reset(),
    Style::reset().add_modifier(Modifier::BOLD),
    Style::reset().fg(Color::LightBlue),
    Style::reset().bg(Color::Yellow),
    Style::reset().add_modifier(Modifier::REVERSED),
    Style::reset().add_modifier(Modifier::DIM).fg(Color::Indexed(200)),
];

fuzz_target!(|data: &[u8]| {
    let wire = Wire::new(Vec::new(), || Ok(Size::new(WIDTH, HEIGHT))).expect("a size");
    let mut terminal = Terminal::new(wire).expect("a terminal");
    let mut model = vt100::Parser::new(HEIGHT, WIDTH, 0);
    let mut wanted = Buffer::empty(Rect::new(0, 0, WIDTH, HEIGHT));
    for step in data.chunks_exact(4) {
        change(&mut wanted, step);
        let cursor = (u16::from(step[3]) % WIDTH, u16::from(step[2]) % HEIGHT);
        let drawn = terminal.draw(|frame| {
            frame.buffer_mut().clone_from(&wanted);
            frame.set_cursor_position(cursor);
        });
        drawn.expect("a line that takes all");
        model.process(&std::mem::take(&mut terminal.backend_mut().sink));
        assert_eq!(model.screen().cursor_position(), (cursor.1, cursor.0));
        check(&model, &wanted);
    }
});

/// Writes a text, or moves the rows below one up or down.
fn change(wanted: &mut Buffer, step: &[u8]) {
    let (x, y) = (u16::from(step[1]) % WIDTH, u16::from(step[2]) % HEIGHT);
    let before = wanted.clone();
    match step[0] {
        0..200 => {
            let text = TEXTS[usize::from(step[0]) % TEXTS.len()];
            let style = STYLES[usize::from(step[3]) % STYLES.len()];
            wanted.set_stringn(x, y, text, usize::from(WIDTH - x), style);
            tidy(wanted);
        }
        up => {
            for row in y..HEIGHT {
                let from = if up % 2 == 0 { row + 1 } else { row.wrapping_sub(1) };
                for x in 0..WIDTH {
                    let is_inside = (y..HEIGHT).contains(&from);
                    wanted[(x, row)] = if is_inside { before[(x, from)].clone() } else { Default::default() };
                }
            }
        }
    }
}

/// Takes the halves of wide characters away that something was written over.
fn tidy(wanted: &mut Buffer) {
    use ratatui::buffer::CellWidth;
    for y in 0..HEIGHT {
        let mut x = 0;
        while x < WIDTH {
            let cells = wanted[(x, y)].cell_width().max(1);
            if x + cells > WIDTH {
                wanted[(x, y)].reset();
            }
            (x + 1..(x + cells).min(WIDTH)).for_each(|x| wanted[(x, y)].reset());
            x += cells;
        }
    }
}

fn check(model: &vt100::Parser, wanted: &Buffer) {
    for y in 0..HEIGHT {
        for x in 0..WIDTH {
            let (cell, shown) = (&wanted[(x, y)], model.screen().cell(y, x).expect("a cell"));
            if shown.is_wide_continuation() {
                continue;
            }
            let text = if shown.has_contents() { shown.contents() } else { " " };
            assert_eq!(text, cell.symbol(), "{x}, {y}");
            assert_eq!(shown.inverse(), cell.modifier.contains(Modifier::REVERSED), "{x}, {y}");
            assert_eq!(shown.bgcolor() == vt100::Color::Default, cell.bg == Color::Reset, "{x}, {y}");
            if text != " " {
                assert_eq!(shown.bold(), cell.modifier.contains(Modifier::BOLD), "{x}, {y}");
                assert_eq!(shown.fgcolor() == vt100::Color::Default, cell.fg == Color::Reset, "{x}, {y}");
            }
        }
    }
}
