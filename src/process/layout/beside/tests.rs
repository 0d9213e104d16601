use super::Toward::{Down, Left, Right, Up};
use super::*;

/// ```text
///      [0]
/// [1]     [2] [3]
///        [4]
/// ```
fn map() -> Map {
    let rect = |row, col| Some(Rect { row, col, width: 3, height: 1 });
    Map { boxes: vec![rect(0, 5), rect(3, 0), rect(3, 8), rect(3, 12), rect(6, 7), None], ..Map::default() }
}

#[test]
fn each_direction_leads_to_the_nearest() {
    let map = map();
    let ways = |step| [Up, Down, Left, Right].map(|toward| map.beside(step, toward));
    assert_eq!(ways(0), [None, Some(2), None, None]);
    assert_eq!(ways(1), [Some(0), Some(4), None, Some(2)]);
    assert_eq!(ways(2), [Some(0), Some(4), Some(1), Some(3)]);
    assert_eq!(ways(3), [Some(0), Some(4), Some(2), None]);
    assert_eq!(ways(4), [Some(2), None, None, None]);
    assert_eq!(ways(5), [None; 4], "not shown");
    assert_eq!(ways(9), [None; 4], "no such step");
}

#[test]
fn a_page_goes_as_far_as_its_lines() {
    let map = map();
    assert_eq!([0, 2, 3, 5, 6, 99].map(|lines| map.away(0, Down, lines)), [0, 0, 2, 2, 4, 4]);
    assert_eq!(map.away(4, Up, 99), 0);
    assert_eq!(map.away(5, Up, 99), 5);
}
