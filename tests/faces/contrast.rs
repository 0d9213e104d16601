//! Whether the colours can be read: all of them in the pictures, and which of them on the grounds that terminals have.
//!
//! What a colour means stands in words too, and `--no-color` does without any; so a terminal whose colours are pale on
//! its ground costs nobody a meaning. The snapshot shows on which that is.

use super::scenes::{of_four_panes, of_one_pane};
use crate::painted::contrast::{LEAST, Rgb, faded, ratio};
use crate::painted::palette::{GROUND, Ink, SIXTEEN, hex, number};
use crate::play::script::{content, day, play};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Color;
use smo_desk::content::Lang;
use smo_desk::desk::Desk;
use smo_desk::tui::app::App;
use smo_desk::tui::theme::Theme;
use smo_desk::tui::view;
use std::collections::{BTreeSet, HashSet};
use std::fmt::Write;

/// The sixteen colours that terminals come with: black, red, green, yellow, blue, magenta, cyan, white, and bright.
#[rustfmt::skip]
const TERMINALS: [(&str, [u32; 16]); 7] = [
    ("Linux console", [
        0x00_0000, 0xaa_0000, 0x00_aa00, 0xaa_5500, 0x00_00aa, 0xaa_00aa, 0x00_aaaa, 0xaa_aaaa,
        0x55_5555, 0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
    ]),
    ("xterm", [
        0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5,
        0x7f_7f7f, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
    ]),
    ("PuTTY", [
        0x00_0000, 0xbb_0000, 0x00_bb00, 0xbb_bb00, 0x00_00bb, 0xbb_00bb, 0x00_bbbb, 0xbb_bbbb,
        0x55_5555, 0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
    ]),
    ("Windows console, old", [
        0x00_0000, 0x80_0000, 0x00_8000, 0x80_8000, 0x00_0080, 0x80_0080, 0x00_8080, 0xc0_c0c0,
        0x80_8080, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x00_00ff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
    ]),
    ("Windows Terminal", [
        0x0c_0c0c, 0xc5_0f1f, 0x13_a10e, 0xc1_9c00, 0x00_37da, 0x88_1798, 0x3a_96dd, 0xcc_cccc,
        0x76_7676, 0xe7_4856, 0x16_c60c, 0xf9_f1a5, 0x3b_78ff, 0xb4_009e, 0x61_d6d6, 0xf2_f2f2,
    ]),
    ("macOS Terminal", [
        0x00_0000, 0xc2_3621, 0x25_bc24, 0xad_ad27, 0x49_2ee1, 0xd3_38d3, 0x33_bbc8, 0xcb_cccd,
        0x81_8383, 0xfc_391f, 0x31_e722, 0xea_ec23, 0x58_33ff, 0xf9_35f8, 0x14_f0f0, 0xe9_ebeb,
    ]),
    ("GNOME Terminal", [
        0x17_1421, 0xc0_1c28, 0x26_a269, 0xa2_734c, 0x12_488b, 0xa3_47ba, 0x2a_a1b3, 0xd0_cfcc,
        0x5e_5c64, 0xf6_6151, 0x33_d17a, 0xe9_ad0c, 0x2a_7bde, 0xc0_61cb, 0x33_c7de, 0xff_ffff,
    ]),
];
/// The least for signs and for what is bold or large.
const LARGE: f64 = 3.0;

const GROUNDS: [(&str, Rgb); 2] = [("black", [0; 3]), ("white", [255; 3])];

/// Every cell of every scene.
fn cells(color: bool) -> Vec<Cell> {
    let scenes = of_one_pane().into_iter().map(|scene| ((80, 24), scene));
    let scenes = scenes.chain(of_four_panes().into_iter().map(|scene| ((120, 40), scene)));
    let drawn = scenes.flat_map(|((width, height), (_, keys))| {
        let desk = Desk::new(content(), Lang(0), day());
        let mut app = App::new(desk, Theme { ascii: false, color }, (width, height));
        play(&mut app, &keys);
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        view::render(&app, area, &mut buffer);
        buffer.content
    });
    drawn.collect()
}

/// The colours that the theme uses, in the order of the sixteen.
fn colors() -> Vec<Color> {
    let cells = cells(true);
    let all: HashSet<Color> = cells.iter().flat_map(|cell| [cell.fg, cell.bg]).collect();
    let mut all: Vec<Color> = all.into_iter().filter(|color| *color != Color::Reset).collect();
    all.sort_by_key(|color| number(*color));
    all
}

#[test]
fn all_colours_of_the_pictures_can_be_read() {
    let inks: BTreeSet<Ink> = cells(true).iter().map(Ink::of).collect();
    assert!(inks.len() > 4, "the scenes have colours: {inks:?}");
    for ink in inks {
        let found = ratio(ink.color, ink.ground);
        assert!(found >= LEAST, "{} on {}: {found:.1}", hex(ink.color), hex(ink.ground));
    }
    for color in SIXTEEN.into_iter().skip(1) {
        assert!(ratio(color, GROUND) >= LEAST, "{}: {:.1}", hex(color), ratio(color, GROUND));
    }
}

#[test]
fn only_the_sixteen_colours_are_used_and_none_of_them_as_a_ground() {
    assert!(colors().into_iter().all(|color| number(color).is_some_and(|n| n < 16)), "{:?}", colors());
    assert!(cells(true).iter().all(|cell| cell.bg == Color::Reset), "a ground of our own meets text of the terminal's");
}

/// What is pale on somebody's terminal can be read without colours.
#[test]
fn without_colours_there_are_none() {
    let coloured: Vec<Cell> = cells(false).into_iter().filter(|cell| cell.fg != Color::Reset).collect();
    assert!(coloured.is_empty(), "{:?}", coloured.first());
}

#[test]
fn where_terminals_show_a_colour_too_pale() {
    let mut out = format!("{:<22}", "at least 4.5 is wanted");
    let used = colors();
    for (ground, _) in GROUNDS {
        for color in &used {
            write!(out, "{:>20}", format!("{color} on {ground}")).unwrap();
        }
    }
    for (terminal, sixteen) in TERMINALS {
        write!(out, "\n{terminal:<22}").unwrap();
        for (_, ground) in GROUNDS {
            for color in &used {
                let [_, rgb @ ..] = sixteen[number(*color).unwrap()].to_be_bytes();
                let found = ratio(rgb, ground);
                let mark = if found < LEAST { " pale" } else { "" };
                write!(out, "{:>20}", format!("{found:.1}{mark:<5}")).unwrap();
            }
        }
    }
    let out: Vec<&str> = out.lines().map(str::trim_end).collect();
    insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!(out.join("\n")) });
}

/// Words are written in what can be read on xterm's black and on its white; paler is only a sign, beside which they stand.
#[test]
fn only_signs_have_a_colour_that_is_pale_on_some_ground() {
    let (name, sixteen) = TERMINALS[1];
    assert_eq!(name, "xterm");
    let is_pale = |color: &Color| {
        let [_, rgb @ ..] = number(*color).map_or(0, |n| sixteen[n]).to_be_bytes();
        *color != Color::Reset && GROUNDS.iter().any(|(_, ground)| ratio(rgb, *ground) < LARGE)
    };
    let cells = cells(true);
    let runs = cells.chunk_by(|one, other| one.fg == other.fg).filter(|run| is_pale(&run[0].fg));
    let pale: BTreeSet<String> =
        runs.map(|run| run.iter().map(Cell::symbol).collect::<String>().trim().to_owned()).collect();
    assert_eq!(pale, BTreeSet::from(["", "(!)", "[-]"].map(str::to_owned)));
    assert!(colors().iter().any(|color| !is_pale(color)), "the accent is written in, too");
}

/// The examples of WCAG 2.2.
#[test]
fn contrast_is_measured_as_wcag_does() {
    for (one, other, expected) in [
        ([0, 0, 0], [255, 255, 255], 21.0),
        ([255; 3], [255; 3], 1.0),
        ([0x77; 3], [255; 3], 4.48),
        ([0x76; 3], [255; 3], 4.54),
        ([255, 0, 0], [255; 3], 4.0),
    ] {
        for found in [ratio(one, other), ratio(other, one)] {
            assert!((found - expected).abs() < 0.01, "{one:?} on {other:?}: {found}");
        }
    }
    assert_eq!(faded([200, 100, 0], [0, 100, 200], 50), [100; 3]);
}
