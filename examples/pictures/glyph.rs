//! Line characters, drawn as lines: those of a font leave gaps between rows that are further apart than its letters.

/// The size of a cell.
pub(crate) const CELL: (usize, usize) = (9, 20);

/// Where the line goes from the middle of a cell: up, right, down, left.
type Arms = [bool; 4];

const UP: Arms = [true, false, false, false];
const RIGHT: Arms = [false, true, false, false];
const DOWN: Arms = [false, false, true, false];
const LEFT: Arms = [false, false, false, true];

const LINES: [(&str, &[Arms]); 11] = [
    ("─", &[RIGHT, LEFT]),
    ("│", &[UP, DOWN]),
    ("┌", &[RIGHT, DOWN]),
    ("┐", &[DOWN, LEFT]),
    ("└", &[UP, RIGHT]),
    ("┘", &[UP, LEFT]),
    ("├", &[UP, RIGHT, DOWN]),
    ("┤", &[UP, DOWN, LEFT]),
    ("┬", &[RIGHT, DOWN, LEFT]),
    ("┴", &[UP, RIGHT, LEFT]),
    ("┼", &[UP, RIGHT, DOWN, LEFT]),
];

/// The path of a line character whose cell has this corner; nothing for other characters.
pub(crate) fn path(symbol: &str, (x, y): (usize, usize)) -> Option<String> {
    let (_, arms) = LINES.iter().find(|(line, _)| *line == symbol)?;
    let start = format!("M{}.5 {}.5", x + CELL.0 / 2, y + CELL.1 / 2);
    let arm = |arm: &Arms| match *arm {
        UP => format!("{start}V{y}"),
        RIGHT => format!("{start}H{}", x + CELL.0),
        DOWN => format!("{start}V{}", y + CELL.1),
        _ => format!("{start}H{x}"),
    };
    Some(arms.iter().map(arm).collect())
}
