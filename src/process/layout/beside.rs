//! The next box in a direction.

use super::{Map, Rect};

/// A direction on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Toward {
    Up,
    Down,
    Left,
    Right,
}

impl Map {
    /// The step whose box is next in the row, or nearest in the row above or below.
    #[must_use]
    pub fn beside(&self, step: usize, toward: Toward) -> Option<usize> {
        let here = self.rect(step)?;
        let all = || self.shown().filter(|(other, _)| *other != step);
        let away = |rect: &Rect| (rect.middle().abs_diff(here.middle()), rect.col);
        let nearest = |row: usize| all().filter(|(_, rect)| rect.row == row).min_by_key(|(_, rect)| away(rect));
        let found = match toward {
            Toward::Up => nearest(all().map(|(_, rect)| rect.row).filter(|row| *row < here.row).max()?),
            Toward::Down => nearest(all().map(|(_, rect)| rect.row).filter(|row| *row > here.row).min()?),
            Toward::Left => {
                all().filter(|(_, rect)| rect.row == here.row && rect.col < here.col).max_by_key(|(_, rect)| rect.col)
            }
            Toward::Right => {
                all().filter(|(_, rect)| rect.row == here.row && rect.col > here.col).min_by_key(|(_, rect)| rect.col)
            }
        };
        found.map(|(step, _)| step)
    }

    /// The step whose box is the farthest in a direction within so many lines; else the step itself.
    #[must_use]
    pub fn away(&self, step: usize, toward: Toward, lines: usize) -> usize {
        let row = |step: &usize| self.rect(*step).map_or(0, |rect| rect.row);
        let from = row(&step);
        let all = std::iter::successors(Some(step), |at| self.beside(*at, toward));
        all.take_while(|at| row(at).abs_diff(from) <= lines).last().unwrap_or(step)
    }

    fn shown(&self) -> impl Iterator<Item = (usize, Rect)> + '_ {
        self.boxes.iter().enumerate().filter_map(|(step, rect)| Some((step, (*rect)?)))
    }
}

impl Rect {
    /// Twice its middle column.
    fn middle(&self) -> usize {
        2 * self.col + self.width
    }
}

#[cfg(test)]
mod tests {
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
}
