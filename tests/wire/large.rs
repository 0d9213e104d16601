//! A terminal that is larger than what is drawn: only its upper left is used, and all of that is right.

use ratatui::Terminal;
use ratatui::layout::Size;
use ratatui::text::Line;
use ratatui::widgets::Widget;
use smo_desk::wire::{MOST, Sink, Wire};
use std::io;

/// Keeps what is sent.
#[derive(Debug, Default)]
struct Kept(Vec<u8>);

impl Sink for Kept {
    fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.extend_from_slice(bytes);
        Ok(())
    }
}

#[test]
fn what_scrolls_on_a_larger_terminal_is_right() {
    let claimed = || Ok(Size { width: 65_535, height: 65_535 });
    let mut terminal = Terminal::new(Wire::new(Kept::default(), claimed).unwrap()).unwrap();
    let mut screen = vt100::Parser::new(MOST.height + 10, MOST.width + 10, 0);
    for top in [0_usize, 1, 2, 10, 9, 3, 40, 39, 150, 0, 199, 200] {
        terminal
            .draw(|frame| {
                let area = frame.area();
                assert_eq!((area.width, area.height), (MOST.width, MOST.height));
                for (row, n) in area.rows().zip(top..) {
                    Line::raw(format!("line {n} {}", "x".repeat(n % 7 * 80))).render(row, frame.buffer_mut());
                }
            })
            .unwrap();
        screen.process(&std::mem::take(&mut terminal.backend_mut().sink.0));
        for (row, text) in screen.screen().rows(0, MOST.width + 10).enumerate() {
            let n = top + row;
            let wanted = if row < usize::from(MOST.height) {
                format!("line {n} {}", "x".repeat(n % 7 * 80))
            } else {
                String::new()
            };
            let wanted: String = wanted.chars().take(MOST.width.into()).collect();
            assert_eq!(text.trim_end(), wanted.trim_end(), "row {row} of {top}");
        }
    }
}

#[test]
fn sizes_are_within_measure() {
    for ((width, height), wanted) in [
        ((0, 0), (80, 24)),
        ((0, 40), (80, 24)),
        ((100, 0), (80, 24)),
        ((1, 1), (1, 1)),
        ((500, 200), (500, 200)),
        ((501, 20), (500, 20)),
        ((65_535, 65_535), (500, 200)),
    ] {
        let wire = Wire::new(Kept::default(), move || Ok(Size { width, height })).unwrap();
        let size = ratatui::backend::Backend::size(&wire).unwrap();
        assert_eq!((size.width, size.height), wanted);
    }
}
