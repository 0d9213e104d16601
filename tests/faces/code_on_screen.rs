//! The QR code on the screen is read by another program's reader from what a terminal shows.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;
use smo_desk::tui::view;

use crate::play::script::{content, play, start_in};

/// The modules of a picture: the upper and the lower half of each cell, dark where the letter's ink is on paper.
fn halves(buf: &Buffer, area: Rect) -> Vec<Vec<bool>> {
    let half = |x: u16, y: u16, symbols: [&str; 2]| {
        let cell = &buf[(x, y)];
        cell.bg == Color::Gray && cell.fg == Color::Black && symbols.contains(&cell.symbol())
    };
    let rows = (area.y..area.bottom()).flat_map(|y| [(y, ["█", "▀"]), (y, ["█", "▄"])]);
    rows.map(|(y, symbols)| (area.x..area.right()).map(|x| half(x, y, symbols)).collect()).collect()
}

#[test]
fn a_telephone_reads_the_address_from_a_terminal_of_80x24() {
    const ZOOM: usize = 4;
    let area = Rect::new(0, 0, 80, 24);
    for lang in 0..content().languages.len() {
        let mut state = start_in(lang, false, (80, 24));
        play(&mut state, "s r");
        let mut buf = Buffer::empty(area);
        view::render(&state, area, &mut buf);
        let modules = halves(&buf, area);
        let shade = |x: usize, y: usize| if modules[y / ZOOM][x / ZOOM] { 0 } else { 255 };
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(80 * ZOOM, 48 * ZOOM, shade);
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1, "one code");
        let address = grids[0].decode().unwrap().1;
        assert!(address.starts_with("https://"), "{address}");
        assert!(address.ends_with(content().portal.address.as_deref().unwrap()), "{address}");
    }
}

#[test]
fn without_room_or_line_characters_the_address_stands_alone() {
    for (ascii, size) in [(true, (80, 24)), (false, (40, 12))] {
        let mut state = start_in(0, ascii, size);
        play(&mut state, "s r");
        let area = Rect::new(0, 0, size.0, size.1);
        let mut buf = Buffer::empty(area);
        view::render(&state, area, &mut buf);
        let shown: String = buf.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert!(shown.contains("movilidadsegura.org") && !shown.contains('█'), "{shown}");
    }
}
