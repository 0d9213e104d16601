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
mod tests;
