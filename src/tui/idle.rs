//! When a desk that nobody uses hides its screen, and when it sets the case aside, so that whoever sits down next sees
//! nobody. No clock in here: the time is an argument, and the loop asks [`Idle::due`] until when it may wait.

use std::time::{Duration, Instant};

/// After how long without a key; never where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct IdleTimes {
    pub hide: Option<Duration>,
    pub set_aside: Option<Duration>,
}

/// What is done with a desk that nobody uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IdleStep {
    /// The screen is hidden until a key asks for it.
    Hide,
    /// The case is set aside, and no undo leads back to it.
    SetAside,
}

/// How long the desk was not used.
#[derive(Debug)]
pub struct Idle {
    times: IdleTimes,
    /// When a key came last.
    used: Instant,
    /// What was done since.
    done: Option<IdleStep>,
}

impl Idle {
    /// A desk that was just opened.
    pub fn new(times: IdleTimes, now: Instant) -> Self {
        Self { times, used: now, done: None }
    }

    /// Somebody used it.
    pub fn used(&mut self, now: Instant) {
        (self.used, self.done) = (now, None);
    }

    /// What is done next if nobody uses it until then; none where nothing is.
    pub fn due(&self) -> Option<(Instant, IdleStep)> {
        let steps = [(self.times.hide, IdleStep::Hide), (self.times.set_aside, IdleStep::SetAside)];
        let left = steps.into_iter().filter(|(_, step)| self.done.is_none_or(|done| *step > done));
        left.filter_map(|(after, step)| Some((self.used.checked_add(after?)?, step))).min()
    }

    /// A step was done.
    pub fn done(&mut self, step: IdleStep) {
        self.done = Some(step);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is done, and after how many seconds, if nobody comes.
    fn steps(hide: Option<u64>, set_aside: Option<u64>) -> Vec<(u64, IdleStep)> {
        let now = Instant::now();
        let times = IdleTimes { hide: hide.map(Duration::from_secs), set_aside: set_aside.map(Duration::from_secs) };
        let mut idle = Idle::new(times, now);
        let mut found = Vec::new();
        while let Some((at, step)) = idle.due() {
            found.push((at.duration_since(now).as_secs(), step));
            idle.done(step);
        }
        found
    }

    #[test]
    fn first_it_hides_then_it_sets_aside_and_then_nothing_is_waited_for() {
        assert_eq!(steps(Some(600), Some(3600)), [(600, IdleStep::Hide), (3600, IdleStep::SetAside)]);
        assert_eq!(steps(Some(600), None), [(600, IdleStep::Hide)]);
        assert_eq!(steps(None, Some(60)), [(60, IdleStep::SetAside)]);
        assert_eq!(steps(Some(60), Some(60)), [(60, IdleStep::Hide), (60, IdleStep::SetAside)]);
        assert_eq!(steps(Some(90), Some(60)), [(60, IdleStep::SetAside)], "what is set aside is hidden too");
        assert_eq!(steps(None, None), [], "a desk without a host waits for no time");
        assert_eq!(steps(Some(u64::MAX), None), [], "a time that never comes");
    }

    #[test]
    fn whoever_uses_it_begins_anew() {
        let now = Instant::now();
        let (minute, later) = (Duration::from_secs(60), now + Duration::from_secs(59));
        let mut idle = Idle::new(IdleTimes { hide: Some(minute), set_aside: Some(minute * 2) }, now);
        idle.used(later);
        assert_eq!(idle.due(), Some((later + minute, IdleStep::Hide)));
        idle.done(IdleStep::Hide);
        assert_eq!(idle.due(), Some((later + minute * 2, IdleStep::SetAside)));
        idle.done(IdleStep::SetAside);
        idle.used(later);
        assert_eq!(idle.due(), Some((later + minute, IdleStep::Hide)));
    }
}
