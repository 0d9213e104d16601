#![allow(clippy::indexing_slicing, reason = "tests")]

use strum::VariantArray;

use super::*;

const FOCUS: [Option<Focus>; 3] = [None, Some(Focus::List), Some(Focus::Detail)];

/// Every area that a pane has on a screen between 40x12 and 200x60, and smaller ones.
fn areas() -> impl Iterator<Item = Rect> {
    (1..=200).flat_map(|width| (1..=60).map(move |height| Rect::new(1, 2, width, height)))
}

#[test]
fn nothing_overlaps_and_nothing_leaves_the_pane() {
    for area in areas() {
        for shown in Shown::VARIANTS {
            for (rows, focus) in [0, 5, 40].into_iter().flat_map(|rows| FOCUS.map(|focus| (rows, focus))) {
                let arrangement = shown.arrangement(area);
                for (list, detail) in
                    [arrangement.split(area, rows, focus), arrangement.split_quarter(area, rows, focus)]
                {
                    let at =
                        format!("{shown:?} {arrangement:?} in {area:?}, {rows} rows, {focus:?}: {list:?} {detail:?}");
                    let parts: Vec<Rect> = list.into_iter().chain(detail).collect();
                    assert!(!parts.is_empty(), "{at}");
                    assert!(parts.iter().all(|part| area.union(*part) == area), "{at}");
                    if let [list, detail] = parts[..] {
                        assert!(!list.intersects(detail), "{at}");
                    }
                    assert!(focus != Some(Focus::Detail) || detail.is_some() || matches!(arrangement, Alone), "{at}");
                }
            }
        }
    }
}

#[test]
fn text_is_never_wider_than_the_eye_follows_and_columns_fit() {
    for area in areas() {
        for lines in [1, 30, 500] {
            let n = columns(area, lines);
            let width = column_width(area, n);
            assert!(width <= WIDEST && n * width + (n - 1) * GAP <= area.width.max(1), "{area:?} {n} {width}");
            assert!(n == 1 || width >= COLUMN, "{area:?} {n} {width}");
            assert!(n == 1 || lines > usize::from(area.height), "{area:?}: what fits one column stays in it");
        }
    }
}

/// More room never takes the detail away that stood there with less.
#[test]
fn a_wider_pane_shows_no_less() {
    for shown in Shown::VARIANTS {
        for height in 1..=60 {
            let parts = |width| {
                let area = Rect::new(0, 0, width, height);
                let (list, detail) = shown.arrangement(area).split(area, 5, Some(Focus::List));
                usize::from(list.is_some()) + usize::from(detail.is_some())
            };
            assert!((1..200).all(|width| parts(width) <= parts(width + 1)), "{shown:?} {height} rows");
        }
    }
}
