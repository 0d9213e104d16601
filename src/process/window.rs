//! When a step is to be expected: calendar days from what a source states.
//!
//! There are dates only where the content says how long and from which step, and that step is recorded without doubt.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Place;
use super::walk::spread;
use crate::content::{LinkKind, ProcessModel, Statement, Wait};

/// When a step is to be expected.
#[derive(Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Expected<'a> {
    /// The expected step, by index in [`ProcessModel::steps`].
    pub step: usize,
    pub wait: &'a Wait,
    /// The step from which the wait counts and its day; `None` where there is no window.
    pub from: Option<(usize, NaiveDate)>,
    /// The first day; `None` where no shortest time is stated, or there is no window.
    pub min: Option<NaiveDate>,
    /// The last day; `None` where the end is open, or there is no window.
    pub max: Option<NaiveDate>,
    pub state: WindowState,
    /// What other sources said about waits in general by the day of asking.
    pub later: Vec<&'a Statement>,
}

/// Where the day of asking lies in a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum WindowState {
    Undated(Undated),
    Early,
    /// First and last day included.
    Within,
    /// Longer than the source says, by so many days.
    Longer(i64),
}

/// Why there is no window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undated {
    /// The source does not say from when the wait counts.
    NoStart,
    /// The source gives no number.
    NoLength,
    /// The step from which it counts is not recorded.
    NotRecorded,
    /// The step from which it counts may have happened again at another body: the source does not say which one
    /// counts.
    InDoubt,
    /// Beyond the calendar.
    TooFar,
}

type Window = ((usize, NaiveDate), Option<NaiveDate>, Option<NaiveDate>);

impl<'a> Expected<'a> {
    /// When a person can expect a step; `None` where no wait is stated before it.
    pub fn of(model: &'a ProcessModel, place: &Place, step: usize, as_of: NaiveDate) -> Option<Self> {
        let wait = model.step(step).wait.as_ref()?;
        let later = model.waits_later.iter().filter(|statement| statement.published_by(as_of)).collect();
        let found = window(model, place, step, wait);
        let state = match &found {
            Err(why) => WindowState::Undated(*why),
            Ok((_, _, Some(max))) if as_of > *max => WindowState::Longer((as_of - *max).num_days()),
            Ok((_, Some(min), _)) if as_of < *min => WindowState::Early,
            Ok(((_, day), None, _)) if as_of < *day => WindowState::Early,
            Ok(_) => WindowState::Within,
        };
        let (from, min, max) = found.map_or((None, None, None), |(from, min, max)| (Some(from), min, max));
        Some(Self { step, wait, from, min, max, state, later })
    }

    /// Every wait ahead of a person, in reading order.
    pub fn ahead(model: &'a ProcessModel, place: &Place, as_of: NaiveDate) -> Vec<Self> {
        let Some(at) = place.at(model) else { return Vec::new() };
        let ahead = onward(model, at).into_iter().filter(|step| *step != at);
        ahead.filter_map(|step| Self::of(model, place, step, as_of)).collect()
    }
}

/// The steps that can be reached from a step without loops, itself included.
fn onward(model: &ProcessModel, at: usize) -> BTreeSet<usize> {
    spread(model, at, |link| link.kind != LinkKind::Loop)
}

fn window(model: &ProcessModel, place: &Place, step: usize, wait: &Wait) -> Result<Window, Undated> {
    let from = wait.from.ok_or(Undated::NoStart)?;
    if wait.min.is_none() && wait.max.is_none() {
        return Err(Undated::NoLength);
    }
    let (_, day) = place.known(model).rfind(|(at, _)| *at == from).ok_or(Undated::NotRecorded)?;
    if in_doubt(model, place, from, step) {
        return Err(Undated::InDoubt);
    }
    let after = |period: Option<crate::content::Period>| match period.map(|period| period.after(day)) {
        Some(None) => Err(Undated::TooFar),
        found => Ok(found.flatten()),
    };
    Ok(((from, day), after(wait.min)?, after(wait.max)?))
}

/// Whether the step from which a wait counts may have happened again at another body since it was recorded: where the
/// person has changed tracks since, or has to for the expected step. Who takes a case over examines it again, and the
/// sources do not say which time counts.
fn in_doubt(model: &ProcessModel, place: &Place, from: usize, step: usize) -> bool {
    let since: Vec<usize> = place.known(model).rev().take_while(|(at, _)| *at != from).map(|(at, _)| at).collect();
    // From such a step the counting one comes again: a new round has begun, whose day is not recorded.
    if since.iter().any(|at| onward(model, *at).contains(&from)) {
        return true;
    }
    let track = |at: &usize| model.step(*at).track.as_ref().map(|track| &track.id);
    let mut tracks = since.iter().chain([&step]).filter_map(track);
    tracks.next().is_some_and(|first| tracks.any(|track| track != first))
}

#[cfg(test)]
mod tests;
