//! Two models of a terminal, and what a person would see on each.

use alacritty_terminal::event::VoidListener;
use alacritty_terminal::grid::Dimensions;
use alacritty_terminal::index::{Column, Line};
use alacritty_terminal::term::cell::Flags;
use alacritty_terminal::term::test::TermSize;
use alacritty_terminal::term::{Config, Term, TermMode};
use alacritty_terminal::vte::ansi::{Color as Hue, NamedColor, Processor};
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthChar;

use super::line::readable;

/// What can be seen of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Seen {
    text: String,
    fg: Shade,
    bg: Shade,
    attributes: Modifier,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shade {
    Default,
    Index(u8),
    Rgb(u8, u8, u8),
}

impl Seen {
    /// Leaves out what cannot be seen: of a blank all but its background, unless something marks blanks too.
    fn new(text: &str, fg: Shade, bg: Shade, attributes: Modifier) -> Self {
        let marks = Modifier::UNDERLINED | Modifier::REVERSED | Modifier::CROSSED_OUT;
        let text = if text.is_empty() { " " } else { text };
        if text == " " && !attributes.intersects(marks) {
            return Self { text: text.to_owned(), fg: Shade::Default, bg, attributes: Modifier::empty() };
        }
        Self { text: text.to_owned(), fg, bg, attributes }
    }

    fn without(&self, attributes: Modifier) -> Self {
        let fewer = self.attributes - attributes;
        Self::new(&self.text, self.fg, self.bg, fewer)
    }
}

/// What a cluster leaves over of the cells that ratatui holds it to fill: a blank, under whichever pen ratatui happens
/// to give it.
const SPARE: &str = "spare";

/// A cell of a row; none where a wide character goes on.
type Row = Vec<Option<Seen>>;

pub(crate) struct Models {
    vt100: vt100::Parser,
    alacritty: Term<VoidListener>,
    processor: Processor,
}

impl Models {
    /// Terminals on which another program left margins, a pen and text.
    pub(crate) fn new(width: u16, height: u16) -> Self {
        let size = TermSize::new(usize::from(width), usize::from(height));
        let mut models = Self {
            vt100: vt100::Parser::new(height, width, 0),
            alacritty: Term::new(Config::default(), &size, VoidListener),
            processor: Processor::new(),
        };
        models.take(b"a\r\nb\x1b[2;3r\x1b[7;41mc");
        models
    }

    pub(crate) fn resize(&mut self, width: u16, height: u16) {
        if self.vt100.screen().size() == (height, width) {
            return;
        }
        // vt100 panics later where a new edge cuts a wide character.
        self.vt100.process(b"\x1b[2J");
        self.vt100.screen_mut().set_size(height, width);
        self.alacritty.resize(TermSize::new(usize::from(width), usize::from(height)));
    }

    /// Takes bytes.
    pub(crate) fn take(&mut self, bytes: &[u8]) {
        self.vt100.process(bytes);
        self.processor.advance(&mut self.alacritty, bytes);
    }

    /// Holds that both show what is wanted.
    pub(crate) fn show(&self, wanted: &Buffer, cursor: Option<Position>, bytes: &[u8]) {
        for y in 0..wanted.area.height {
            let row = wanted_row(wanted, y);
            // vt100 keeps one of bold and dim, as some terminals do, and knows no crossing out.
            let mut fewer = row.clone();
            let mut vt100 = self.vt100_row(y, wanted.area.width);
            for (fewer, shown) in fewer.iter_mut().zip(&mut vt100) {
                let both = Modifier::BOLD | Modifier::DIM;
                let dims = fewer.as_ref().is_some_and(|cell| cell.attributes.contains(both));
                let left_out = if dims { both | Modifier::CROSSED_OUT } else { Modifier::CROSSED_OUT };
                *fewer = fewer.as_ref().map(|cell| cell.without(left_out));
                *shown = shown.as_ref().map(|cell| cell.without(left_out));
            }
            same(&vt100, &fewer, "vt100", y, bytes);
            same(&self.alacritty_row(y), &row, "alacritty", y, bytes);
        }
        if let Some(Position { x, y }) = cursor {
            assert_eq!(self.vt100.screen().cursor_position(), (y, x), "vt100's cursor after {}", readable(bytes));
            let grid = self.alacritty.grid();
            let point = grid.cursor.point;
            let at = (point.line.0, point.column.0, grid.cursor.input_needs_wrap);
            assert_eq!(at, (i32::from(y), usize::from(x), false), "alacritty's cursor after {}", readable(bytes));
        }
        assert_eq!(self.vt100.screen().hide_cursor(), cursor.is_none());
        assert_eq!(self.alacritty.mode().contains(TermMode::SHOW_CURSOR), cursor.is_some());
    }

    fn vt100_row(&self, y: u16, width: u16) -> Row {
        vt100_row(self.vt100.screen(), y, width)
    }

    fn alacritty_row(&self, y: u16) -> Row {
        let row = &self.alacritty.grid()[Line(i32::from(y))];
        let cells = (0..self.alacritty.columns()).map(|x| &row[Column(x)]);
        let seen = |cell: &alacritty_terminal::term::cell::Cell| {
            let mut text = cell.c.to_string();
            text.extend(cell.zerowidth().unwrap_or_default());
            let has = |flag| cell.flags.contains(flag);
            let attributes = modifiers(&[
                (has(Flags::BOLD), Modifier::BOLD),
                (has(Flags::DIM), Modifier::DIM),
                (has(Flags::ITALIC), Modifier::ITALIC),
                (has(Flags::UNDERLINE), Modifier::UNDERLINED),
                (has(Flags::INVERSE), Modifier::REVERSED),
                (has(Flags::STRIKEOUT), Modifier::CROSSED_OUT),
            ]);
            let seen = Seen::new(&text, hue(cell.fg), hue(cell.bg), attributes);
            (!has(Flags::WIDE_CHAR_SPACER)).then_some(seen)
        };
        cells.map(seen).collect()
    }
}

fn vt100_row(screen: &vt100::Screen, y: u16, width: u16) -> Row {
    let shade = |color| match color {
        vt100::Color::Default => Shade::Default,
        vt100::Color::Idx(index) => Shade::Index(index),
        vt100::Color::Rgb(r, g, b) => Shade::Rgb(r, g, b),
    };
    let cells = (0..width).map(|x| screen.cell(y, x).unwrap());
    let seen = |cell: &vt100::Cell| {
        let attributes = modifiers(&[
            (cell.bold(), Modifier::BOLD),
            (cell.dim(), Modifier::DIM),
            (cell.italic(), Modifier::ITALIC),
            (cell.underline(), Modifier::UNDERLINED),
            (cell.inverse(), Modifier::REVERSED),
        ]);
        let seen = Seen::new(cell.contents(), shade(cell.fgcolor()), shade(cell.bgcolor()), attributes);
        (!cell.is_wide_continuation()).then_some(seen)
    };
    cells.map(seen).collect()
}

#[cfg(feature = "tmux")]
/// Where a picture of tmux (text with attributes, a line a row) differs from what is wanted.
pub(crate) fn fault_in(picture: &str, wanted: &Buffer) -> Option<String> {
    let (width, height) = (wanted.area.width, wanted.area.height);
    let mut model = vt100::Parser::new(height, width, 0);
    for (y, line) in (1..=height).zip(picture.lines()) {
        model.process(format!("\x1b[{y}H{line}").as_bytes());
    }
    (0..height).find_map(|y| {
        let (shown, wanted) = (vt100_row(model.screen(), y, width), wanted_row(wanted, y));
        differs(&shown, &wanted).map(|x| format!("{y}, {x}: {:?}, {:?} wanted", shown[x], wanted[x]))
    })
}

/// Where two rows differ.
fn differs(shown: &Row, wanted: &Row) -> Option<usize> {
    let is_same = |(shown, wanted): (&Option<Seen>, &Option<Seen>)| match (shown, wanted) {
        (Some(shown), Some(wanted)) if wanted.text == SPARE => shown.text == " ",
        (shown, wanted) => shown == wanted,
    };
    shown.iter().zip(wanted).position(|both| !is_same(both))
}

fn same(shown: &Row, wanted: &Row, model: &str, y: u16, bytes: &[u8]) {
    let Some(x) = differs(shown, wanted) else { return assert_eq!(shown.len(), wanted.len()) };
    panic!("{model} at {y}, {x}:\n{:?}\n{:?} wanted\n{}", shown[x], wanted[x], readable(bytes));
}

fn hue(color: Hue) -> Shade {
    match color {
        Hue::Named(NamedColor::Foreground | NamedColor::Background) => Shade::Default,
        Hue::Named(name) => Shade::Index(u8::try_from(name as usize).unwrap()),
        Hue::Indexed(index) => Shade::Index(index),
        Hue::Spec(rgb) => Shade::Rgb(rgb.r, rgb.g, rgb.b),
    }
}

fn modifiers(of: &[(bool, Modifier)]) -> Modifier {
    of.iter().filter(|(is, _)| *is).map(|(_, modifier)| *modifier).collect()
}

fn wanted_row(wanted: &Buffer, y: u16) -> Row {
    let mut row = Vec::new();
    let width = usize::from(wanted.area.width);
    while row.len() < width {
        let cell = &wanted[(u16::try_from(row.len()).unwrap(), y)];
        let (text, cells, claimed) = sent(cell.symbol());
        let blank = |text: &str| Seen::new(text, shade(cell.fg), shade(cell.bg), cell.modifier);
        row.push(Some(blank(&text)));
        if cells == 2 {
            row.push(None);
        }
        for _ in cells..claimed {
            row.push(Some(blank(SPARE)));
        }
    }
    row.truncate(width);
    row
}

/// The text that is sent for a symbol, the cells that it fills, and the cells that ratatui thinks it fills.
fn sent(symbol: &str) -> (String, usize, usize) {
    let claimed = usize::from(symbol.cell_width());
    let widths: Vec<usize> = symbol.chars().map(|c| c.width().unwrap_or(0)).collect();
    let is_one = widths.iter().sum::<usize>() == claimed && widths.iter().skip(1).all(|width| *width == 0);
    let text = symbol.chars().take(if is_one { 3 } else { 1 }).collect();
    (text, widths[0], claimed)
}

fn shade(color: Color) -> Shade {
    let names = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    match color {
        Color::Reset => Shade::Default,
        Color::Indexed(index) => Shade::Index(index),
        Color::Rgb(r, g, b) => Shade::Rgb(r, g, b),
        name => Shade::Index(u8::try_from(names.iter().position(|other| *other == name).unwrap()).unwrap()),
    }
}
