#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod stand_still;

use super::*;
use proptest::prelude::*;

fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// The loop of the face over a line that is slow and far, with a clock of its own.
struct Desk {
    pace: Pace,
    start: Instant,
    now: Instant,
    /// Bytes that the line takes in a second, and how long they are on the way, there or back.
    rate: u64,
    delay: Duration,
    /// Whether the terminal answers, and when its answers come.
    answers: bool,
    coming: VecDeque<Instant>,
    drained: Instant,
    state: u32,
    drawn: u32,
    pictures: Vec<(Instant, Instant)>,
    asked: usize,
    most_waiting: Duration,
}

const PICTURE: u64 = 300;

impl Desk {
    fn new(link: Option<u32>, bits: u64, delay: Duration, answers: bool) -> Self {
        let now = Instant::now();
        Self {
            pace: Pace::new(link),
            start: now,
            now,
            rate: bits / 10,
            delay,
            answers,
            coming: VecDeque::new(),
            drained: now,
            state: 0,
            drawn: 0,
            pictures: Vec::new(),
            asked: 0,
            most_waiting: Duration::ZERO,
        }
    }

    fn draw(&mut self) {
        let asks = self.pace.asks(self.now);
        self.drained = self.drained.max(self.now) + ms(PICTURE * 1000 / self.rate);
        self.most_waiting = self.most_waiting.max(self.drained - self.now);
        self.pictures.push((self.now, self.drained + self.delay));
        if asks {
            self.asked += 1;
            if self.answers {
                self.coming.push_back(self.drained + self.delay * 2);
            }
        }
        self.pace.sent(self.now, PICTURE, asks);
        self.drawn = self.state;
        assert!(self.pace.on_the_way() <= MOST_ON_THE_WAY);
    }

    /// Lets time pass, as the loop does.
    fn until(&mut self, until: Instant) {
        loop {
            let due = (self.drawn != self.state).then(|| self.pace.due().unwrap_or(self.now).max(self.now));
            let answer = self.coming.front().copied();
            let Some(next) = [due, answer].into_iter().flatten().min().filter(|next| *next <= until) else { break };
            self.now = next;
            if answer == Some(next) {
                self.coming.pop_front();
                self.pace.answered(self.now);
            } else {
                self.draw();
            }
        }
        self.now = until;
    }

    fn key(&mut self, after: Duration) {
        self.until(self.now + after);
        self.pace.key(self.now);
        self.state += 1;
    }

    fn hold(&mut self, time: Duration) {
        let every = ms(33);
        for _ in 0..time.as_millis() / every.as_millis() {
            self.key(every);
        }
    }

    /// How long after the last key the last picture is to be seen.
    fn settled(&mut self) -> Duration {
        let released = self.now;
        self.until(released + ms(60_000));
        assert_eq!(self.drawn, self.state, "the last state is drawn");
        self.pictures.last().unwrap().1 - released
    }
}

#[test]
fn a_single_key_goes_out_at_once_and_asks_nothing() {
    let mut desk = Desk::new(None, 9600, ms(300), true);
    desk.draw();
    for gap in [300, 400, 5000] {
        desk.key(ms(gap));
        let came = desk.now;
        desk.until(came);
        assert_eq!(desk.pictures.last().unwrap().0, came);
    }
    assert_eq!(desk.asked, 0);
}

#[test]
fn a_held_key_settles_soon_and_queues_little() {
    for (bits, most) in [(9600, ms(1300)), (64_000, ms(500)), (10_000_000, ms(400))] {
        let mut desk = Desk::new(None, bits, ms(300), true);
        desk.draw();
        desk.until(desk.start + ms(5000));
        desk.hold(ms(3000));
        let settled = desk.settled();
        assert!(settled <= most, "{bits}: {settled:?}");
        // The first two go out before anything is known, and one more at the end.
        assert!(desk.most_waiting <= ms(3 * PICTURE * 1000 / desk.rate), "{bits}: {:?}", desk.most_waiting);
        assert!(desk.pictures.len() > 4, "{bits}: it moves while the key is held");
    }
}

#[test]
fn near_and_fast_nothing_is_left_out() {
    let mut desk = Desk::new(None, 100_000_000, ms(1), true);
    desk.hold(ms(3000));
    desk.settled();
    assert_eq!(desk.pictures.len(), 90);
}

#[test]
fn a_terminal_that_does_not_answer_is_asked_no_more() {
    let mut desk = Desk::new(None, 9600, ms(300), false);
    desk.hold(ms(20_000));
    assert!(desk.settled() <= ms(1500));
    let asked = desk.asked;
    assert!((1..=4).contains(&asked), "{asked}");
    let pictures = desk.pictures.len();
    desk.key(ms(5000));
    desk.until(desk.now);
    assert_eq!(desk.pictures.len(), pictures + 1, "a single key waits for nothing");
    desk.hold(ms(3000));
    assert!(desk.settled() <= ms(1500));
    assert_eq!(desk.asked, asked);
}

#[test]
fn an_answer_that_comes_late_is_an_answer() {
    let mut desk = Desk::new(None, 9600, ms(300), false);
    desk.hold(ms(10_000));
    let asked = desk.asked;
    desk.pace.answered(desk.now);
    desk.answers = true;
    desk.hold(ms(1000));
    assert!(desk.asked > asked);
}

/// Whatever a picture takes on the line, its answer is waited for.
#[test]
fn no_answer_is_given_up_while_its_picture_is_on_the_way() {
    for (bits, bytes) in [(9600, 300), (9600, 1500), (9600, 2100), (9600, 4000), (64_000, 9000), (100_000_000, 100)] {
        let mut pace = Pace::new(None);
        let now = Instant::now();
        pace.sent(now, 100, false);
        pace.key(now + ms(100));
        assert!(pace.asks(now + ms(100)));
        pace.sent(now + ms(100), bytes, true);
        pace.asks(now + ms(100 + 600 + bytes * 8000 / bits));
        assert_eq!(pace.on_the_way(), 1, "{bytes} bytes at {bits}");
    }
}

#[test]
fn answers_say_how_fast_the_line_is() {
    let took = |bits: u64, trip: u64, bytes: u64| ms(trip + bytes * 8000 / bits);
    for bits in [1200, 9600, 64_000] {
        for trip in [2, 600] {
            for (first, second) in [(1400, 700), (300, 900), (250, 400), (2000, 90)] {
                let mut rate = Rate::default();
                rate.answered(first, took(bits, trip, first));
                rate.answered(second, took(bits, trip, second));
                let known = rate.known().unwrap() * 8;
                assert!(known.abs_diff(bits) * 10 <= bits, "{bits} {trip} {first} {second}: {known}");
            }
        }
    }
    let mut rate = Rate::default();
    rate.answered(300, ms(900));
    rate.answered(320, ms(910));
    assert_eq!(rate.known(), None, "too little of a difference says nothing");
    rate.answered(900, ms(2));
    assert!(rate.known().unwrap() > 100_000, "the line is a faster one by now");
}

#[test]
fn a_stated_speed_is_kept_and_nothing_is_asked() {
    let mut desk = Desk::new(Some(9600), 9600, ms(300), true);
    desk.draw();
    desk.hold(ms(3000));
    assert!(desk.settled() <= ms(1000));
    assert_eq!(desk.asked, 0);
    assert!(desk.most_waiting <= ms(PICTURE * 1000 / desk.rate), "{:?}", desk.most_waiting);
}

#[test]
fn what_changes_nothing_neither_waits_nor_is_waited_for() {
    let mut pace = Pace::new(None);
    let now = Instant::now();
    for n in 0..50 {
        pace.key(now + ms(n * 30));
        let asks = pace.asks(now + ms(n * 30));
        pace.sent(now + ms(n * 30), 0, asks);
        assert_eq!((pace.due(), pace.on_the_way()), (None, 0));
    }
}

#[test]
fn who_takes_the_terminal_back_waits_for_no_old_answer() {
    let mut pace = Pace::new(None);
    let now = Instant::now();
    for _ in 0..MOST_ON_THE_WAY {
        assert_eq!(pace.due(), None);
        pace.sent(now, 10, true);
    }
    assert!(pace.due().is_some());
    pace.forget();
    assert_eq!(pace.due(), None);
}

proptest! {
    #[test]
    fn the_last_state_is_always_drawn_and_the_line_never_flooded(
        link in prop::option::of(1200_u32..1_000_000),
        bits in 1200_u64..1_000_000,
        delay in 0_u64..2000,
        answers: bool,
        gaps in prop::collection::vec(prop_oneof![0_u64..60, 60_u64..400, 400_u64..9000], 1..80),
        changes in prop::collection::vec(any::<bool>(), 1..8),
    ) {
        let mut desk = Desk::new(link, bits, ms(delay), answers);
        for (n, gap) in gaps.iter().enumerate() {
            desk.key(ms(*gap));
            // Terminals come and go: a tmux is attached elsewhere.
            if n % 10 == 9 {
                desk.answers = changes[n / 10 % changes.len()];
            }
        }
        let (last, pictures) = (desk.now, desk.pictures.len());
        desk.settled();
        prop_assert!(desk.pictures.len() <= pictures + 1);
        if link.is_none() {
            // Three pictures and the way, at what the line was taken for: never slower than it is with all that waited.
            let waits = PATIENCE + ms(delay * 2) + desk.most_waiting + ms(4 * PICTURE * 1000 / SLOW);
            prop_assert!(desk.pictures.last().unwrap().0 <= last + waits * 2_u32.pow(TRIES));
        } else {
            prop_assert_eq!(desk.asked, 0);
        }
    }
}

#[test]
fn a_speed_at_which_nothing_would_come_is_not_believed() {
    for bits in [1, 9, 10, 299, u32::MAX] {
        let (mut pace, now) = (Pace::new(Some(bits)), Instant::now());
        pace.sent(now, 1700, false);
        let due = pace.due().unwrap();
        assert!(due <= now + ms(60_000), "{bits}: {:?}", due - now);
    }
}
