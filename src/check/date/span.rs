//! Two dates and all days between them: `2019-2020`, `mar-may 2023`, `11 a 15 de junio de 2023`.

use chrono::Datelike;

use super::atom::AtomRole;
use super::single;
use super::{Item, TypedDate, TypedDateError, is_link};
use crate::content::PartialDate;
use crate::rules::Interval;

/// The most years of a span of which the second has two digits.
const MOST: i32 = 10;

/// Two dates, and whether the first has its year from the other.
type Ends = (PartialDate, PartialDate, bool);

/// Reads items as two dates; `None` where they are not two, or where they could be parted in more than one way.
/// `is_between` where a word before them says that they are the ends of a span.
pub(super) fn read(items: &[Item<'_>], is_between: bool) -> Option<Result<TypedDate, TypedDateError>> {
    let has_links = items.iter().any(is_link);
    let (mut found, mut either): (Vec<Ends>, bool) = (Vec::new(), false);
    for (at, item) in items.iter().enumerate().skip(1) {
        let (left, right) = items.split_at_checked(at)?;
        let right = match (has_links, is_link(item)) {
            (true, true) => right.get(1..)?,
            (false, _) if item.before.contains(['-', '/']) => right,
            _ => continue,
        };
        either |= matches!(item.role, AtomRole::Or) || (item.role == AtomRole::And && !is_between);
        found.extend(parted(left, right).into_iter().filter(|ends| !found.contains(ends)).collect::<Vec<_>>());
    }
    if found.is_empty() {
        return None;
    }
    // Who "came in 2019 and 2020" came twice.
    let is_twice = !is_between && items.iter().any(|item| item.role == AtomRole::And);
    if is_twice && found.iter().any(|(from, ..)| matches!(from, PartialDate::Year(_))) {
        return Some(Err(TypedDateError::Vague));
    }
    // One or the other is a span only if nothing lies between them.
    let is_whole = |(from, to, _): &Ends| from.last().succ_opt() == Some(to.first());
    if either && !found.iter().any(is_whole) {
        return Some(Err(TypedDateError::Vague));
    }
    let spans: Vec<Interval> = found
        .iter()
        .filter(|ends| !either || is_whole(ends))
        .filter_map(|(from, to, _)| Interval::between(*from, *to))
        .collect();
    Some(match (spans.is_empty(), found.as_slice()) {
        (false, _) => Ok(TypedDate { dates: spans, is_guess: false }),
        (true, [(from, to, true)]) => over_new_year(*from, *to),
        (true, _) => Err(TypedDateError::Reversed),
    })
}

/// Every pair of dates; what the first one lacks it has from the second: the year, or month and year.
fn parted(left: &[Item<'_>], right: &[Item<'_>]) -> Vec<Ends> {
    if let Some(days) = days_after_month(left, right) {
        return vec![days];
    }
    let lasts = dates(right);
    let firsts = dates(left);
    let (firsts, is_shared) = if firsts.is_empty() { (completed(left, right, &lasts), true) } else { (firsts, false) };
    let pairs = firsts.iter().flat_map(|from| lasts.iter().map(move |to| (*from, *to, is_shared)));
    // Where both can be read either way round, both are written in the same.
    let same_order = |n: &usize| firsts.len() < 2 || lasts.len() < 2 || n.is_multiple_of(lasts.len() + 1);
    pairs.enumerate().filter(|(n, _)| same_order(n)).map(|(_, ends)| ends).collect()
}

fn completed(left: &[Item<'_>], right: &[Item<'_>], lasts: &[PartialDate]) -> Vec<PartialDate> {
    let year = right.iter().find(|item| matches!(item.role, AtomRole::Number(_, 4)));
    let month = right.iter().find(|item| matches!(item.role, AtomRole::Month(_)));
    let (Some(year), Some(month)) = (year, month) else { return Vec::new() };
    let has_month = left.iter().any(|item| matches!(item.role, AtomRole::Month(_)));
    let shared = match left {
        [_, ..] if has_month => vec![plain(year)],
        [day] | [Item { role: AtomRole::Weekday(_), .. }, day]
            if matches!(day.role, AtomRole::Day(_) | AtomRole::Number(..))
                && matches!(lasts, [PartialDate::Day(_)]) =>
        {
            vec![plain(month), plain(year)]
        }
        _ => return Vec::new(),
    };
    dates(&left.iter().copied().chain(shared).collect::<Vec<_>>())
}

/// "june 11-15 2023", and "june 10-12, 2023", which is no December.
fn days_after_month(left: &[Item<'_>], right: &[Item<'_>]) -> Option<Ends> {
    let ([month, first], [last, year]) = (left, right) else { return None };
    let is_apart = matches!(year.before, "" | ",");
    let date = |day: &Item<'_>| match dates(&[plain(month), plain(day), plain(year)]).as_slice() {
        [PartialDate::Day(day)] if is_apart && matches!(month.role, AtomRole::Month(_)) => Some(PartialDate::Day(*day)),
        _ => None,
    };
    Some((date(first)?, date(last)?, false))
}

fn plain<'i>(item: &Item<'i>) -> Item<'i> {
    Item { role: item.role, before: "" }
}

/// The dates that items can be. What stood before the first item parts it from the other date.
fn dates(items: &[Item<'_>]) -> Vec<PartialDate> {
    let Some((first, rest)) = items.split_first() else { return Vec::new() };
    let items: Vec<Item<'_>> = [plain(first)].into_iter().chain(rest.iter().copied()).collect();
    single::read(&items).unwrap_or_default()
}

/// "December to January 2023" goes over a new year: which one is asked.
fn over_new_year(from: PartialDate, to: PartialDate) -> Result<TypedDate, TypedDateError> {
    let year = to.first().year();
    let before = in_year(from, year - 1).and_then(|from| Interval::between(from, to));
    let after = in_year(to, year + 1).and_then(|to| Interval::between(from, to));
    let dates: Vec<Interval> = before.into_iter().chain(after).collect();
    if dates.is_empty() { Err(TypedDateError::Reversed) } else { Ok(TypedDate { dates, is_guess: true }) }
}

fn in_year(date: PartialDate, year: i32) -> Option<PartialDate> {
    match date {
        PartialDate::Day(day) => day.with_year(year).map(PartialDate::Day),
        PartialDate::Month(_, month) => Some(PartialDate::Month(year, month)),
        PartialDate::Year(_) => None,
    }
}

/// "2022-23": which span is meant can be told, but no year has two digits.
pub(super) fn of_seasons(items: &[Item<'_>]) -> Option<TypedDate> {
    let [Item { role: AtomRole::Number(year, 4), .. }, Item { role: AtomRole::Number(last, 2), before }] = items else {
        return None;
    };
    let year = i32::try_from(*year).ok()?;
    let last = year - year % 100 + i32::try_from(*last).ok()?;
    let is_span = (year + 1..=year + MOST).contains(&last) && matches!(*before, "-" | "/");
    let span = Interval::between(PartialDate::Year(year), PartialDate::Year(last)).filter(|_| is_span)?;
    Some(TypedDate { dates: vec![span], is_guess: true })
}

/// "3-5 2023" can also be two months of the year.
pub(super) fn of_months(items: &[Item<'_>]) -> Option<Interval> {
    let [Item { role: AtomRole::Number(from, 1 | 2), .. }, Item { role: AtomRole::Number(to, 1 | 2), before }, year] =
        items
    else {
        return None;
    };
    let Item { role: AtomRole::Number(year, 4), before: link } = year else { return None };
    let year = i32::try_from(*year).ok()?;
    let is_span = *before == "-" && *link != "-" && (1..=12).contains(from) && (1..=12).contains(to) && from < to;
    Interval::between(PartialDate::Month(year, *from), PartialDate::Month(year, *to)).filter(|_| is_span)
}
