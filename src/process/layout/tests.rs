//! The map is read back: from its glyphs alone the links of the process can be told.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

use std::cmp::Reverse;

use proptest::prelude::*;
use strum::IntoEnumIterator;
use unicode_width::UnicodeWidthStr;

use super::*;
use crate::content::{Certainty, EndKind, LinkKind};
use crate::process::LinkMark;
use crate::process::tests::{ProcessBuilder, any_process};

fn options(width: usize, charset: Charset) -> MapOptions {
    MapOptions { lang: Lang(0), width, charset }
}

fn map(model: &ProcessModel, width: usize) -> Map {
    Map::of(model, options(width, Charset::Unicode))
}

/// The example of this module, and a way back.
fn example() -> ProcessModel {
    let builder = ProcessBuilder::new(6).go(0, 1).go(0, 2).go(0, 4).link(1, 2, LinkKind::Transfer, Certainty::Stated);
    let builder = builder.link(1, 3, LinkKind::Forward, Certainty::May).link(2, 0, LinkKind::Loop, Certainty::Stated);
    builder.track(1, 0).track(2, 1).go(2, 4).go(4, 5).wait(4, "a week", None, None).end(3, EndKind::NotStated).model()
}

#[test]
fn the_example_in_line_characters() {
    insta::assert_snapshot!(map(&example(), 40).lines.join("\n"), @r#"
            [1 s0   ]
           ┌────┴┬──┐
           ↓     │  │
       [2 s1  A] │  │
           ├───┐ │  └───┐
           ○   ▼ ↓      │
    [4 s3   ] [3 s2  B] │
              [─↑ 1   ] │
                  │  ┌──┘
                  ↓  ↓
               [5 s4    ]
               [~ a week]
                    ↓
                [6 s5   ]
    "#);
}

#[test]
fn the_example_in_ascii() {
    let map = Map::of(&example(), options(40, Charset::Ascii));
    assert!(map.lines.iter().all(|line| line.is_ascii()));
    insta::assert_snapshot!(map.lines.join("\n"), @r#"
            [1 s0   ]
           +----++--+
           v     |  |
       [2 s1  A] |  |
           +---+ |  +---+
           o   V v      |
    [4 s3   ] [3 s2  B] |
              [-^ 1   ] |
                  |  +--+
                  v  v
               [5 s4    ]
               [~ a week]
                    v
                [6 s5   ]
    "#);
}

#[test]
fn an_empty_process_has_an_empty_map() {
    assert_eq!(map(&ProcessModel::default(), 78), Map::default());
    assert_eq!(Map::around(&example(), 99, 1, options(78, Charset::Unicode)).lines, Vec::<String>::new());
}

#[test]
fn a_neighbourhood_has_the_steps_before_and_after_and_stubs_to_the_rest() {
    let shown = |depth| {
        let map = Map::around(&example(), 4, depth, options(78, Charset::Unicode));
        (0..6).filter(|step| map.rect(*step).is_some()).collect::<Vec<_>>()
    };
    assert_eq!((shown(0), shown(1), shown(2)), (vec![4], vec![0, 2, 4, 5], vec![0, 1, 2, 4, 5]));
    let near = Map::around(&example(), 4, 1, options(78, Charset::Unicode));
    assert!(near.lines.concat().contains("─→ 2"), "{}", near.lines.join("\n"));
}

/// The cells of a picture without wide characters.
fn cells(map: &Map) -> Vec<Vec<char>> {
    map.lines.iter().map(|line| line.chars().collect()).collect()
}

/// The way on from a cell that was entered in a direction (down, right), by its glyph.
fn ways(glyph: char, from: (isize, isize)) -> Vec<(isize, isize)> {
    let open: &[(isize, isize)] = match glyph {
        // Where lines cross, each goes straight on.
        '│' => return vec![from],
        '─' => &[(0, -1), (0, 1)],
        '┌' => &[(1, 0), (0, 1)],
        '┐' => &[(1, 0), (0, -1)],
        '└' => &[(-1, 0), (0, 1)],
        '┘' => &[(-1, 0), (0, -1)],
        '├' => &[(-1, 0), (1, 0), (0, 1)],
        '┤' => &[(-1, 0), (1, 0), (0, -1)],
        '┬' => &[(1, 0), (0, -1), (0, 1)],
        '┴' => &[(-1, 0), (0, -1), (0, 1)],
        '┼' => &[(-1, 0), (1, 0), (0, -1), (0, 1)],
        _ => &[],
    };
    let back = (-from.0, -from.1);
    assert!(open.contains(&back), "{glyph} is not joined to the line that comes to it");
    open.iter().copied().filter(|way| *way != back).collect()
}

/// Follows the lines down from a cell; the cells of the heads to which they lead.
fn follow(cells: &[Vec<char>], at: (usize, usize), from: (isize, isize), heads: &mut Vec<(usize, usize)>) {
    let glyph = cells[at.0][at.1];
    if "↓?▼×○".contains(glyph) {
        heads.push(at);
        return;
    }
    for way in ways(glyph, from) {
        let next = (at.0.checked_add_signed(way.0).unwrap(), at.1.checked_add_signed(way.1).unwrap());
        follow(cells, next, way, heads);
    }
}

fn holds(rect: &Rect, row: usize, col: usize) -> bool {
    (rect.row..rect.row + rect.height).contains(&row) && (rect.col..rect.col + rect.width).contains(&col)
}

/// The stubs in a box: the steps that they lead to, each with its mark.
fn stubs(cells: &[Vec<char>], rect: Rect) -> Vec<(usize, String)> {
    let rows = rect.row + 1..rect.row + rect.height;
    let inner = rows.map(|row| cells[row][rect.col + 1..rect.col + rect.width - 1].iter().collect::<String>());
    let words: Vec<String> = inner.flat_map(|line| line.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect();
    let marks: Vec<&str> = LinkMark::iter().map(|mark| mark.glyph(Charset::Unicode)).collect();
    let pairs = words.windows(2).filter(|pair| marks.contains(&pair[0].as_str()));
    pairs.map(|pair| (pair[1].parse::<usize>().unwrap() - 1, pair[0].clone())).collect()
}

/// Reads the links off the picture, each with its head or its mark in a stub.
fn read(model: &ProcessModel, map: &Map) -> Vec<(usize, usize, String)> {
    let cells = cells(map);
    let mut found = Vec::new();
    for from in 0..model.steps.len() {
        let Some(rect) = map.rect(from) else { continue };
        let below = rect.row + rect.height;
        let glyph = |col: &usize| cells.get(below).and_then(|row| row.get(*col)).copied().unwrap_or(' ');
        let leaves = (rect.col..rect.col + rect.width).filter(|col| "│├┤┴┼└┘↓?▼×○".contains(glyph(col)));
        let mut heads = Vec::new();
        leaves.for_each(|col| follow(&cells, (below, col), (1, 0), &mut heads));
        let below = |(row, col): (usize, usize)| {
            (0..model.steps.len())
                .find(|step| map.rect(*step).is_some_and(|to| to.row == row + 1 && holds(&to, row + 1, col)))
        };
        found.extend(heads.into_iter().map(|head| (from, below(head).unwrap(), cells[head.0][head.1].to_string())));
        found.extend(stubs(&cells, rect).into_iter().map(|(to, mark)| (from, to, mark)));
    }
    found
}

/// Whether the picture has every link of the steps that are shown, once, under its own head or mark.
fn is_whole(model: &ProcessModel, map: &Map) -> bool {
    let mut meant: Vec<_> = links(model).filter(|(at, _)| map.rect(at.from).is_some()).collect();
    let taken = |(from, to, sign): (usize, usize, String)| {
        let mark = |link| LinkMark::of_link(model, link);
        let signs = |link| [mark(link).head(Charset::Unicode), mark(link).glyph(Charset::Unicode)];
        let found = meant
            .iter()
            .position(|(at, link)| at.from == from && link.to == to && signs(link).contains(&sign.as_str()));
        found.map(|at| meant.swap_remove(at)).is_some()
    };
    let mut seen = read(model, map);
    // A head says less than a mark: of two links between the same steps, the marks are told apart first.
    seen.sort_by_key(|(.., sign)| Reverse(sign.width()));
    seen.into_iter().all(taken) && meant.is_empty()
}

#[test]
fn the_example_is_read_back() {
    for width in NARROWEST..80 {
        assert!(is_whole(&example(), &map(&example(), width)), "{width}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_step_has_a_box_and_no_two_touch(model in any_process(60), width in 0_usize..200) {
        let map = map(&model, width);
        let boxes: Vec<Rect> = map.boxes.iter().map(|rect| rect.unwrap()).collect();
        prop_assert_eq!(boxes.len(), model.steps.len());
        for (nth, a) in boxes.iter().enumerate() {
            prop_assert!(a.col + a.width <= width.max(NARROWEST) && a.row + a.height <= map.lines.len());
            for b in &boxes[nth + 1..] {
                let apart = a.col + a.width < b.col || b.col + b.width < a.col
                    || a.row + a.height <= b.row || b.row + b.height <= a.row;
                prop_assert!(apart, "{:?} {:?}", a, b);
            }
        }
    }

    #[test]
    fn the_map_keeps_its_width(model in any_process(60), width in 0_usize..200, ascii: bool) {
        let charset = if ascii { Charset::Ascii } else { Charset::Unicode };
        let map = Map::of(&model, options(width, charset));
        prop_assert!(map.lines.iter().all(|line| line.width() <= width.max(NARROWEST)));
        prop_assert!(map.lines.iter().all(|line| !line.ends_with(' ')));
    }

    #[test]
    fn every_link_is_drawn_once(model in any_process(60), width in 24_usize..200) {
        let map = map(&model, width);
        prop_assert!(is_whole(&model, &map), "\n{}", map.lines.join("\n"));
    }

    #[test]
    fn no_line_crosses_a_box(model in any_process(60), width in 24_usize..200) {
        let map = map(&model, width);
        let cells = cells(&map);
        for (step, rect) in map.boxes.iter().enumerate() {
            let rect = rect.unwrap();
            let right = rect.col + rect.width - 1;
            for row in &cells[rect.row..rect.row + rect.height] {
                prop_assert_eq!((row[rect.col], row[right]), ('[', ']'), "{}", step);
                let inner: String = row[rect.col + 1..right].iter().collect();
                prop_assert!(!inner.contains(['│', '┬', '┴', '┼']), "{}", inner);
            }
        }
    }

    #[test]
    fn ascii_and_line_characters_are_one_picture(model in any_process(30), width in 24_usize..120) {
        let (unicode, ascii) = (map(&model, width), Map::of(&model, options(width, Charset::Ascii)));
        prop_assert_eq!(&unicode.boxes, &ascii.boxes);
        let widths = |map: &Map| map.lines.iter().map(|line| line.width()).collect::<Vec<_>>();
        prop_assert_eq!(widths(&unicode), widths(&ascii));
        prop_assert!(ascii.lines.iter().all(|line| line.is_ascii()));
    }

    #[test]
    fn a_part_has_every_link_of_its_steps(model in any_process(30), step in 0_usize..30, depth in 0_usize..4, width in 24_usize..120) {
        let map = Map::around(&model, step, depth, options(width, Charset::Unicode));
        let shown = |at: usize| map.rect(at).is_some();
        prop_assert_eq!(shown(step), step < model.steps.len());
        prop_assert!(is_whole(&model, &map), "\n{}", map.lines.join("\n"));
        if depth > 0 && shown(step) {
            let beside = links(&model).filter(|(at, link)| at.from == step || link.to == step);
            prop_assert!(beside.into_iter().all(|(at, link)| shown(at.from) && shown(link.to)));
        }
    }
}
