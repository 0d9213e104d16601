//! Neighbours that change places, so that fewer lines cross.

/// Items in rows.
type Rows<T> = Vec<Vec<T>>;
/// What is joined between each row and the next one.
type Gaps<T> = [Vec<(T, T)>];

/// The most crossings that a change may cost at first: those beside it can win them back.
const PRICE: isize = 1;

/// Lets neighbours change places where fewer lines cross then. A change that makes no difference is tried too: it can be
/// what a row beside it needs, and is taken back where it is not.
pub(super) fn untangle<T: Copy + Ord>(rows: &mut Rows<T>, gaps: &Gaps<T>) {
    let mut tangle = Tangle::of(rows, gaps);
    for at in 0..rows.len() {
        for nth in 1..tangle.len(at) {
            let mut change = tangle.change(at, nth);
            if change > PRICE || !tangle.is_crossed_near(at) {
                continue;
            }
            let mut done = vec![(at, nth)];
            tangle.swap(at, nth);
            for beside in [at.wrapping_sub(1), at + 1] {
                for nth in 1..tangle.len(beside) {
                    let gain = tangle.change(beside, nth);
                    if gain < 0 {
                        tangle.swap(beside, nth);
                        done.push((beside, nth));
                        change += gain;
                    }
                }
            }
            if change >= 0 {
                done.iter().rev().for_each(|(at, nth)| tangle.swap(*at, *nth));
            }
        }
    }
    *rows = tangle
        .rows
        .iter()
        .map(|row| row.iter().filter_map(|item| tangle.items.get(*item).copied()).collect())
        .collect();
}

/// The rows, with items by number: what each is, which of its row, and what it is joined to above and below.
struct Tangle<T> {
    rows: Vec<Vec<usize>>,
    items: Vec<T>,
    place: Vec<usize>,
    joined: Vec<[Vec<usize>; 2]>,
}

impl<T: Copy + Ord> Tangle<T> {
    fn of(rows: &Rows<T>, gaps: &Gaps<T>) -> Self {
        let mut tangle = Self { rows: Vec::new(), items: Vec::new(), place: Vec::new(), joined: Vec::new() };
        for row in rows {
            let first = tangle.items.len();
            tangle.items.extend(row);
            tangle.place.extend(0..row.len());
            tangle.rows.push((first..first + row.len()).collect());
        }
        tangle.joined.resize_with(tangle.items.len(), Default::default);
        // A line that passes several rows is an item in each.
        let number = |at: usize, what: T| {
            let nth = rows.get(at)?.iter().position(|own| *own == what)?;
            tangle.rows.get(at)?.get(nth).copied()
        };
        for (at, (from, to)) in gaps.iter().enumerate().flat_map(|(at, gap)| gap.iter().map(move |join| (at, join))) {
            let (Some(from), Some(to)) = (number(at, *from), number(at + 1, *to)) else { continue };
            tangle.joined.get_mut(from).into_iter().for_each(|[_, below]| below.push(to));
            tangle.joined.get_mut(to).into_iter().for_each(|[above, _]| above.push(from));
        }
        tangle
    }

    fn len(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, Vec::len)
    }

    fn place(&self, item: usize) -> usize {
        self.place.get(item).copied().unwrap_or_default()
    }

    /// What an item is joined to, above or below.
    fn joined(&self, item: usize, side: usize) -> &[usize] {
        self.joined.get(item).and_then(|sides| sides.get(side)).map(Vec::as_slice).unwrap_or_default()
    }

    /// An item of a row and the one before it.
    fn pair(&self, row: usize, nth: usize) -> Option<(usize, usize)> {
        let row = self.rows.get(row)?;
        Some((*row.get(nth.checked_sub(1)?)?, *row.get(nth)?))
    }

    /// How many crossings more there are once an item of a row has changed places with the one before it.
    fn change(&self, row: usize, nth: usize) -> isize {
        let Some((left, right)) = self.pair(row, nth) else { return 0 };
        let ends = |side| {
            let of_right = move |end| self.joined(right, side).iter().map(move |other| (end, *other));
            self.joined(left, side).iter().flat_map(move |end| of_right(*end))
        };
        let signs =
            [0, 1].into_iter().flat_map(ends).map(|(a, b)| self.place(b).cast_signed() - self.place(a).cast_signed());
        signs.map(isize::signum).sum()
    }

    /// Whether lines of neighbours in a row cross.
    fn is_crossed_near(&self, row: usize) -> bool {
        (row.saturating_sub(1)..=row + 1).any(|row| {
            let pairs = (1..self.len(row)).flat_map(|nth| (0..nth).map(move |before| (before, nth)));
            pairs.into_iter().any(|(before, nth)| self.crosses(row, before, nth))
        })
    }

    fn crosses(&self, row: usize, left: usize, right: usize) -> bool {
        let item = |nth| self.rows.get(row).and_then(|row| row.get(nth)).copied().unwrap_or_default();
        let below = |nth| self.joined(item(nth), 1).iter().map(|end| self.place(*end));
        below(left).max() > below(right).min() && below(right).min().is_some()
    }

    fn swap(&mut self, row: usize, nth: usize) {
        let Some((left, right)) = self.pair(row, nth) else { return };
        if let Some([a, b]) = self.rows.get_mut(row).and_then(|row| row.get_mut(nth - 1..=nth)) {
            std::mem::swap(a, b);
        }
        for (item, place) in [(right, nth - 1), (left, nth)] {
            self.place.get_mut(item).into_iter().for_each(|slot| *slot = place);
        }
    }
}
