//! Random frames, one after the other, on random sizes.
//!
//! `WIRE_FUZZ_FRAMES` sets how many; `WIRE_FUZZ_SEED` runs one seed alone.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};
use std::env;

use super::line::{Line, area};

/// Frames of one sequence.
const FRAMES: u64 = 40;

/// Random numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Below a number.
    fn below(&mut self, n: u16) -> u16 {
        u16::try_from(self.roll() % u64::from(n.max(1))).unwrap()
    }

    fn one_in(&mut self, n: u16) -> bool {
        self.below(n) == 0
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[usize::from(self.below(u16::try_from(all.len()).unwrap()))]
    }
}

const TEXTS: [&str; 20] = [
    "a",
    "  ",
    "Colombia",
    "> Costa Rica    (!)",
    "años, ¿está?",
    "kreyòl fè",
    "移民",
    "ひ ら",
    "e\u{301}e\u{301}",
    "한글x",
    "─┼─",
    "…—“”",
    "x☀\u{fe0f}y",
    "👩\u{200d}🚀",
    "🇨🇴 z",
    "😀!",
    "☆①",
    "ｶﾞ",
    "        ",
    "a b  c   d    e     f       g",
];

fn style(dice: &mut Dice) -> Style {
    let colors = [
        Color::Reset,
        Color::Reset,
        Color::Reset,
        Color::Yellow,
        Color::LightBlue,
        Color::Black,
        Color::Indexed(3),
        Color::Indexed(200),
        Color::Rgb(1, 0, 255),
    ];
    let mut style = Style::reset().fg(*dice.of(&colors));
    if dice.one_in(3) {
        style = style.bg(*dice.of(&colors));
    }
    let all = [
        Modifier::BOLD,
        Modifier::DIM,
        Modifier::REVERSED,
        Modifier::UNDERLINED,
        Modifier::ITALIC,
        Modifier::CROSSED_OUT,
    ];
    for _ in 0..dice.below(3) {
        style = style.add_modifier(*dice.of(&all));
    }
    style
}

/// Changes a picture as programs do, and as none does.
fn change(dice: &mut Dice, buf: &mut Buffer) {
    let Rect { width, height, .. } = buf.area;
    let (x, y) = (dice.below(width), dice.below(height));
    match dice.below(9) {
        0..4 => {
            let style = style(dice);
            let text = *dice.of(&TEXTS);
            buf.set_stringn(x, y, text, usize::from(width - x), style);
        }
        4 => {
            let to = Rect::new(x, y, dice.below(width - x) + 1, dice.below(height - y) + 1);
            let (style, text) = (style(dice), *dice.of(&["", "", "x", "lorem ipsum "]));
            for row in to.rows() {
                buf.set_stringn(row.x, row.y, text.repeat(usize::from(width)), usize::from(row.width), style);
                if text.is_empty() {
                    let blanks = " ".repeat(usize::from(row.width));
                    buf.set_stringn(row.x, row.y, blanks, usize::from(row.width), Style::reset());
                }
            }
        }
        5 | 6 => scroll(dice, buf),
        7 => {
            for row in y..height {
                buf.set_stringn(0, row, " ".repeat(usize::from(width)), usize::from(width), Style::reset());
            }
        }
        _ => page(dice, buf),
    }
}

/// A page of lines that differ, as those of a text do.
fn page(dice: &mut Dice, buf: &mut Buffer) {
    let Rect { width, height, .. } = buf.area;
    for y in 0..height {
        let text = format!("{} {} {}", dice.below(50), dice.of(&TEXTS), dice.of(&TEXTS));
        let style = if dice.one_in(4) { style(dice) } else { Style::reset() };
        buf.set_stringn(0, y, " ".repeat(usize::from(width)), usize::from(width), Style::reset());
        buf.set_stringn(dice.below(3).min(width - 1), y, text, usize::from(width), style);
    }
}

/// Moves rows of a region, of the full width or not.
fn scroll(dice: &mut Dice, buf: &mut Buffer) {
    let Rect { width, height, .. } = buf.area;
    let (top, left) = (dice.below(height), if dice.one_in(2) { 0 } else { dice.below(width) });
    let (tall, by) = (dice.below(height - top) + 1, dice.below(4) + 1);
    let before = buf.clone();
    let down = dice.one_in(2);
    for n in 0..tall {
        let from = if down { n.checked_sub(by) } else { Some(n + by).filter(|n| *n < tall) };
        for x in left..width {
            buf[(x, top + n)] = from.map_or_else(Default::default, |n| before[(x, top + n)].clone());
        }
    }
    tidy(buf);
}

/// Leaves no wide character at an edge over what is beside it.
fn tidy(buf: &mut Buffer) {
    use ratatui::buffer::CellWidth;
    let Rect { width, height, .. } = buf.area;
    for y in 0..height {
        let mut x = 0;
        while x < width {
            let cells = buf[(x, y)].cell_width().max(1);
            if x + cells > width {
                buf[(x, y)].reset();
            }
            for n in x + 1..(x + cells).min(width) {
                buf[(n, y)].reset();
            }
            x += cells;
        }
    }
}

fn sequence(seed: u64) {
    let dice = &mut Dice(seed);
    let (width, height) = if dice.one_in(12) { (80, 24) } else { (2 + dice.below(30), 1 + dice.below(11)) };
    let mut line = Line::new(width, height);
    let mut buf = area(width, height);
    for _ in 0..FRAMES {
        for _ in 0..dice.below(4) {
            change(dice, &mut buf);
            tidy(&mut buf);
        }
        if dice.one_in(15) {
            let (width, height) = (2 + dice.below(40), 1 + dice.below(12));
            line.resize(width, height);
            buf = area(width, height);
            page(dice, &mut buf);
            tidy(&mut buf);
        }
        let Rect { width, height, .. } = buf.area;
        let cursor = (!dice.one_in(12)).then(|| Position::new(dice.below(width), dice.below(height)));
        match dice.below(40) {
            0 => line.wire().invalidate(),
            1 => {
                line.wire().sink.fail_after = Some(usize::from(dice.below(40)));
                // What did go out is on the models now; the next frame has to mend it.
                let _ = line.draw(&buf, cursor);
                line.wire().sink.fail_after = None;
            }
            _ => {}
        }
        line.draws(&buf, cursor);
    }
}

#[test]
fn random_frames_are_shown_as_wanted() {
    let number = |name: &str| env::var(name).ok().map(|n| n.parse::<u64>().unwrap());
    if let Some(seed) = number("WIRE_FUZZ_SEED") {
        return sequence(seed);
    }
    for seed in 0..number("WIRE_FUZZ_FRAMES").unwrap_or(2000).div_ceil(FRAMES) {
        let caught = std::panic::catch_unwind(|| sequence(seed));
        assert!(caught.is_ok(), "WIRE_FUZZ_SEED={seed}");
    }
}
