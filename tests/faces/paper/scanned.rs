//! Codes are read by another program's reader: from modules, from the picture of a page and from a terminal.

use proptest::prelude::*;
use smo_desk::sheet::qr::{self, Modules};

/// What a reader makes of a picture of dark and light squares, each three points wide.
fn scanned(side: usize, rows: usize, is_dark: impl Fn(usize, usize) -> bool) -> String {
    const ZOOM: usize = 3;
    let shade = |x: usize, y: usize| if is_dark(x / ZOOM, y / ZOOM) { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side * ZOOM, rows * ZOOM, shade);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "one code");
    grids[0].decode().unwrap().1
}

fn by_modules(address: &str) -> String {
    let modules = Modules::of(address).unwrap();
    scanned(modules.side(), modules.side(), |column, row| modules.is_dark(column, row))
}

/// The squares that the path of the picture covers.
fn by_svg(address: &str) -> String {
    let svg = qr::svg(address, "<words> & \"more\"").into_string();
    assert!(svg.contains("aria-label=\"&lt;words&gt; &amp; &quot;more&quot;\""), "{svg}");
    let between = |before: &str| svg.split_once(before).unwrap().1.split_once('"').unwrap().0.to_owned();
    let side: usize = between("viewBox=\"0 0 ").split(' ').next().unwrap().parse().unwrap();
    let mut dark = vec![false; side * side];
    for bar in between("path d=\"").split('M').skip(1) {
        let (place, length) = bar.split_once('h').unwrap();
        let (column, row) = place.split_once(' ').unwrap();
        let (column, row): (usize, usize) = (column.parse().unwrap(), row.parse().unwrap());
        let length: usize = length.split_once('v').unwrap().0.parse().unwrap();
        dark[row * side + column..][..length].fill(true);
    }
    scanned(side, side, |column, row| dark[row * side + column])
}

/// The squares that the half blocks of the lines cover, black on white.
fn by_lines(address: &str) -> String {
    let lines: Vec<Vec<char>> = qr::lines(address, false).iter().map(|line| line.chars().collect()).collect();
    let side = lines[0].len();
    assert!(lines.iter().all(|line| line.len() == side));
    scanned(side, lines.len() * 2, |column, row| {
        let upper = row % 2 == 0;
        matches!((lines[row / 2][column], upper), ('█', _) | ('▀', true) | ('▄', false))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn every_reader_gets_the_address(path in "[a-zA-Z0-9/?=&%._~-]{0,120}", host in "[a-z]{1,20}\\.[a-z]{2,8}") {
        let address = format!("https://{host}/{path}");
        prop_assert_eq!(by_modules(&address), address.clone());
        prop_assert_eq!(by_svg(&address), address.clone());
        prop_assert_eq!(by_lines(&address), address.clone());
    }
}

#[test]
fn the_code_of_the_portal_fits_on_a_small_terminal() {
    let portal = crate::play::script::content().portal.address.clone().unwrap();
    let lines = qr::lines(&format!("https://{portal}"), false);
    assert!(lines.len() <= 20 && lines[0].chars().count() <= 80, "{} lines", lines.len());
    // The light edge is part of it.
    assert!(lines[0].trim().is_empty() && lines.iter().all(|line| line.starts_with("    ") && line.ends_with("    ")));
}

#[test]
fn where_no_code_can_be_shown_the_address_is() {
    assert_eq!(qr::lines("https://a.example/", true), ["https://a.example/"]);
    assert_eq!(qr::lines("\u{1b}[2J", true), [" [2J"]);
    let long = "x".repeat(10_000);
    assert_eq!(qr::lines(&long, false), std::slice::from_ref(&long));
    assert_eq!(qr::svg(&long, "").into_string(), "");
}
