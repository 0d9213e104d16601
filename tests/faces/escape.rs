//! The escape decoder against what keyboards send, cut into pieces by a bad line. Time is simulated.

mod keyboards;
mod replies;

use keyboards::{KEYBOARDS, NOTHING, NUMBER_PAD, SCO};
use proptest::prelude::*;
use smo_desk::tui::escape::{AT_HOME, Decoder, OVER_SSH, delay};
use smo_desk::tui::key::{Input, Key};
use std::time::{Duration, Instant};

/// Silences between two pieces, in milliseconds: none, around each delay, and as long as a line stalls.
const GAPS: [u64; 12] = [0, 1, 10, 19, 20, 21, 50, 99, 100, 101, 200, 300];

/// A decoder, the one who reads for it, and a clock.
struct Line {
    decoder: Decoder,
    now: Instant,
    got: Vec<Input>,
}

impl Line {
    fn new(delay: Duration) -> Self {
        Self { decoder: Decoder::new(delay), now: Instant::now(), got: Vec::new() }
    }

    /// Lets time pass; whoever reads wakes at each deadline.
    fn pass(&mut self, time: Duration) {
        let until = self.now + time;
        while let Some(deadline) = self.decoder.deadline().filter(|deadline| *deadline <= until) {
            self.got.extend(self.decoder.expire(deadline));
            assert!(self.decoder.deadline().is_none_or(|next| next > deadline), "it would wake for ever");
        }
        self.now = until;
    }

    fn come(&mut self, bytes: &[u8]) {
        self.got.extend(self.decoder.feed(bytes, self.now));
    }

    /// What came of it all, when nothing more comes.
    fn end(mut self) -> Vec<Input> {
        self.pass(Duration::from_secs(3600));
        assert_eq!(self.decoder.deadline(), None, "an idle desk sleeps");
        joined(self.got)
    }

    /// Bytes in pieces of some lengths, with a silence in milliseconds after each.
    fn come_in_pieces(&mut self, bytes: &[u8], cuts: &[(usize, u64)]) {
        let mut rest = bytes;
        for (length, gap) in cuts.iter().cycle() {
            let (piece, after) = rest.split_at((*length).min(rest.len()));
            self.come(piece);
            self.pass(Duration::from_millis(*gap));
            rest = after;
            if rest.is_empty() {
                break;
            }
        }
    }
}

/// Keys that came one after the other, as one.
fn joined(inputs: Vec<Input>) -> Vec<Input> {
    let mut all: Vec<Input> = Vec::new();
    for input in inputs {
        match (all.last_mut(), input) {
            (Some(Input::Keys(keys)), Input::Keys(more)) => keys.extend(more),
            (_, input) => all.push(input),
        }
    }
    all
}

fn in_pieces(pieces: &[&[u8]], gap: Duration, delay: Duration) -> Vec<Input> {
    let mut line = Line::new(delay);
    for (n, piece) in pieces.iter().enumerate() {
        if n > 0 {
            line.pass(gap);
        }
        line.come(piece);
    }
    line.end()
}

fn whole(text: &str) -> Vec<Input> {
    in_pieces(&[text.as_bytes()], Duration::ZERO, AT_HOME)
}

fn keys(keys: &[Key]) -> Vec<Input> {
    vec![Input::Keys(keys.to_vec())]
}

/// Every way in which a text can come: in two pieces, cut at each byte, and byte by byte; with every silence between.
fn every_way(text: &str, mut check: impl FnMut(&[Input], bool, &str)) {
    let bytes = text.as_bytes();
    let mut ways: Vec<Vec<&[u8]>> = (1..bytes.len()).map(|at| vec![&bytes[..at], &bytes[at..]]).collect();
    ways.push(bytes.chunks(1).collect());
    for way in ways {
        for delay in [AT_HOME, OVER_SSH] {
            for gap in GAPS.map(Duration::from_millis) {
                let got = in_pieces(&way, gap, delay);
                // Only where the Esc stood alone for its delay may it have been given.
                let esc_may = way[0] == b"\x1b" && gap >= delay;
                check(&got, esc_may, &format!("{way:?} with {gap:?} between, an Esc held for {delay:?}"));
            }
        }
    }
}

#[test]
fn every_key_of_every_keyboard_is_that_key_however_it_comes() {
    for (name, table) in KEYBOARDS {
        for (text, key) in *table {
            assert_eq!(whole(text), keys(&[*key]), "{name}: {text:?}");
            every_way(text, |got, esc_may, way| {
                let wanted = if esc_may { keys(&[Key::Esc, *key]) } else { keys(&[*key]) };
                assert_eq!(got, wanted, "{name}: {way}");
            });
        }
    }
}

#[test]
fn the_answer_of_the_terminal_is_no_key_however_it_comes() {
    for text in ["\x1b[0n", "\x1b[3n"] {
        assert_eq!(whole(text), [Input::Status]);
        every_way(text, |got, esc_may, way| {
            let wanted = if esc_may { vec![keys(&[Key::Esc]).remove(0), Input::Status] } else { vec![Input::Status] };
            assert_eq!(got, wanted, "{way}");
        });
    }
    for gap in GAPS.map(Duration::from_millis) {
        let mut line = Line::new(AT_HOME);
        line.decoder.expect_answer(true);
        line.come(b"\x1b");
        line.pass(gap);
        line.come(b"[0n");
        assert_eq!(line.end(), [Input::Status], "its Esc is held for {gap:?}");
    }
    assert_eq!(whole("\x1b[B\x1b[0n\x1b[B"), [&keys(&[Key::Down])[..], &[Input::Status], &keys(&[Key::Down])].concat());
}

#[test]
fn what_means_nothing_is_swallowed_whole() {
    for text in NOTHING {
        assert_eq!(whole(text), [], "{text:?}");
        every_way(text, |got, esc_may, way| {
            let wanted = if esc_may { keys(&[Key::Esc]) } else { Vec::new() };
            assert_eq!(got, wanted, "{way}");
        });
    }
}

fn types(inputs: &[Input]) -> bool {
    inputs.iter().any(|input| match input {
        Input::Keys(keys) => keys.iter().any(|key| matches!(key, Key::Char(_))),
        Input::Paste(_) => true,
        Input::Sco | Input::Status => false,
    })
}

#[test]
fn a_lone_esc_works_after_its_delay_and_not_before() {
    for delay in [AT_HOME, OVER_SSH, Duration::ZERO] {
        let mut line = Line::new(delay);
        line.come(b"\x1b");
        assert_eq!(line.decoder.deadline(), Some(line.now + delay));
        assert_eq!(line.got, []);
        line.pass(delay);
        assert_eq!(line.got, keys(&[Key::Esc]));
        assert_eq!(line.decoder.deadline(), None, "nothing more is waited for");
        assert_eq!(line.end(), keys(&[Key::Esc]));
    }
}

#[test]
fn what_is_typed_after_an_esc_is_typed_after_an_esc() {
    for (typed, wanted) in [
        ("\r", vec![Key::Enter]),
        ("\x1b", vec![Key::Esc]),
        ("\x1b\x1b", vec![Key::Esc, Key::Esc]),
        ("\x1b[A", vec![Key::Up]),
        ("Ohio", "Ohio".chars().map(Key::Char).collect()),
    ] {
        for gap in GAPS.map(Duration::from_millis) {
            for delay in [AT_HOME, OVER_SSH] {
                if typed == "Ohio" && gap < delay {
                    continue;
                }
                let got = in_pieces(&[b"\x1b", typed.as_bytes()], gap, delay);
                let all: Vec<Key> = std::iter::once(Key::Esc).chain(wanted.iter().copied()).collect();
                assert_eq!(got, keys(&all), "Esc, {gap:?}, {typed:?}, an Esc held for {delay:?}");
            }
        }
    }
}

#[test]
fn a_letter_that_comes_with_an_esc_is_held_with_alt() {
    for (typed, with_alt) in
        [("n", "n"), ("é", "é"), ("Q", "Q"), ("]", "]"), ("P", "P"), ("_", "_"), ("^", "^"), ("X", "X")]
    {
        for gap in GAPS.map(Duration::from_millis) {
            for delay in [AT_HOME, OVER_SSH] {
                let got = in_pieces(&[b"\x1b", typed.as_bytes()], gap, delay);
                let key = with_alt.chars().next().unwrap();
                let wanted = if gap < delay { vec![Key::Alt(key)] } else { vec![Key::Esc, Key::Char(key)] };
                assert_eq!(got, keys(&wanted), "Esc, {gap:?}, {typed:?}, an Esc held for {delay:?}");
            }
        }
    }
    for text in ["]a", "Panama", "_ x"] {
        let mut typed = text.chars();
        let all: Vec<Key> = typed.next().map(Key::Alt).into_iter().chain(typed.map(Key::Char)).collect();
        assert_eq!(whole(&format!("\x1b{text}")), keys(&all), "no terminal answers so: {text:?}");
        let got = in_pieces(&[b"\x1b", text.as_bytes()], Duration::from_millis(300), OVER_SSH);
        let all: Vec<Key> = [Key::Esc].into_iter().chain(text.chars().map(Key::Char)).collect();
        assert_eq!(got, keys(&all), "typed after an Esc: {text:?}");
    }
}

#[test]
fn digits_of_the_number_pad_are_digits_however_they_come() {
    for (text, key) in NUMBER_PAD {
        assert_eq!(whole(text), keys(&[*key]), "{text:?}");
        every_way(text, |got, esc_may, way| {
            let wanted = if esc_may { keys(&[Key::Esc, *key]) } else { keys(&[*key]) };
            assert_eq!(got, wanted, "{way}");
        });
    }
}

#[test]
fn a_bracket_typed_long_after_an_esc_is_a_bracket() {
    let got = in_pieces(&[b"\x1b", b"[A"], Duration::from_millis(1500), OVER_SSH);
    assert_eq!(got, keys(&[Key::Esc, Key::Char('['), Key::Char('A')]));
}

#[test]
fn alt_with_a_bracket_or_an_o_is_esc_and_takes_no_key_with_it() {
    for alt in ["\x1b[", "\x1bO"] {
        let got = in_pieces(&[alt.as_bytes(), b"n"], Duration::from_millis(1500), AT_HOME);
        assert_eq!(got, keys(&[Key::Esc, Key::Char('n')]), "{alt:?}");
    }
    assert_eq!(in_pieces(&[b"\x1b", b"O"], Duration::from_millis(200), AT_HOME), keys(&[Key::Esc, Key::Char('O')]));
}

#[test]
fn shift_tab_of_the_linux_console() {
    assert_eq!(whole("\x1b\t"), keys(&[Key::BackTab]));
    let got = in_pieces(&[b"\x1b", b"\t"], Duration::from_millis(300), OVER_SSH);
    assert_eq!(got, keys(&[Key::Esc, Key::Tab]), "so late it is a key of its own");
}

#[test]
fn keys_that_come_in_one_go_are_told_apart() {
    let wanted: Vec<Key> = [Key::Up, Key::Char('a'), Key::Esc, Key::Down, Key::Home, Key::Enter].to_vec();
    assert_eq!(whole("\x1b[Aa\x1b\x1b[B\x1b[1~\r"), keys(&wanted));
}

#[test]
fn what_breaks_a_sequence_off_means_itself() {
    for begun in ["\x1b", "\x1b[", "\x1bO", "\x1b[1", "\x1b[1;", "\x1b[[", "\x1bO5"] {
        for (text, key) in [("\x03", Key::Ctrl('c')), ("\r", Key::Enter), ("\x1b[D", Key::Left)] {
            let got = whole(&format!("{begun}{text}"));
            let Some(Input::Keys(got)) = got.first() else { panic!("{begun:?}{text:?}: {got:?}") };
            assert_eq!(got.last(), Some(&key), "{begun:?}{text:?}");
            assert!(got.iter().all(|key| !matches!(key, Key::Char(_))), "{begun:?}{text:?}: {got:?}");
        }
    }
}

#[test]
fn control_characters_are_keys_or_nothing() {
    assert_eq!(whole("\r\n\t\x08\x7f"), keys(&[Key::Enter, Key::Enter, Key::Tab, Key::Backspace, Key::Backspace]));
    assert_eq!(whole("\x01\x0c\x1a"), keys(&[Key::Ctrl('a'), Key::Ctrl('l'), Key::Ctrl('z')]));
    assert_eq!(whole("\0\x1c\x1d\x1e\x1f\u{9b}\u{202e}"), []);
}

#[test]
fn characters_of_many_bytes_come_whole() {
    let text = "ñè日\u{1f468}";
    let wanted: Vec<Key> = text.chars().map(Key::Char).collect();
    every_way(text, |got, _, way| assert_eq!(got, keys(&wanted), "{way}"));
    for broken in [&b"\xe9a"[..], b"\xc3a", b"\xe6\x97a", b"\xffa", b"\x80a", b"\xf0\x9f\x91a"] {
        let got = in_pieces(&[broken], Duration::ZERO, AT_HOME);
        assert_eq!(got, keys(&[Key::Char('a')]), "{broken:?}: the key after it is not lost");
    }
}

#[test]
fn a_pasted_text_is_text_however_it_comes() {
    for text in ["q", "nCO\r1\r", "ñ日", "a\x1b[Ab", "\x1b", "\x1b[20", "\x1b\x1b[201", "\x03\x04", "[201~"] {
        every_way(&format!("\x1b[200~{text}\x1b[201~"), |got, esc_may, way| {
            let mut wanted = if esc_may { keys(&[Key::Esc]) } else { Vec::new() };
            wanted.push(Input::Paste(text.to_owned()));
            assert_eq!(got, wanted, "{way}");
        });
    }
}

#[test]
fn keys_after_a_paste_are_keys_again() {
    let got = whole("\x1b[200~a\x1b[201~\x1b[200~\x1b[201~b");
    assert_eq!(got, [Input::Paste("a".to_owned()), Input::Keys(vec![Key::Char('b')])]);
}

#[test]
fn a_paste_whose_end_was_lost_ends_by_silence() {
    let got = in_pieces(&[b"\x1b[200~abc\x1b[2", b"n"], Duration::from_secs(6), OVER_SSH);
    assert_eq!(got, [Input::Paste("abc".to_owned()), Input::Keys(vec![Key::Char('n')])]);
    let got = in_pieces(&[b"\x1b[200~abc", b"d", b"\x1b[201~"], Duration::from_secs(4), OVER_SSH);
    assert_eq!(got, [Input::Paste("abcd".to_owned())]);
}

#[test]
fn a_paste_without_measure_is_kept_within_one() {
    let long = "x".repeat(1 << 20);
    let got = whole(&format!("\x1b[200~{long}\x1b[201~n"));
    let [Input::Paste(text), Input::Keys(after)] = got.as_slice() else { panic!("{} inputs", got.len()) };
    assert_eq!((text.len(), after.as_slice()), (1 << 16, &[Key::Char('n')][..]));
    assert_eq!(whole(&format!("\x1b[{}A", "1;".repeat(1 << 16))), keys(&[Key::Up]));
}

/// Pastes whose end never comes, while keys do: in pieces, with a silence between them.
const ENDLESS: [(&[u8], u64); 5] = [(b"x", 0), (b"x", 10), (b"q\r", 300), (b"xyz\x1b[20", 900), (b"\xc3\xb1", 4900)];

/// A line on which a paste has begun that never ends, after some time and bytes.
fn endless((piece, gap): (&[u8], u64), pieces: usize) -> Line {
    let mut line = Line::new(OVER_SSH);
    line.come(b"\x1b[200~");
    for _ in 0..pieces {
        line.come(piece);
        line.pass(Duration::from_millis(gap));
    }
    line
}

#[test]
fn a_ctrl_c_counts_in_a_paste_that_never_ends() {
    for (key, byte) in [(Key::Ctrl('c'), b"\x03"), (Key::Ctrl('d'), b"\x04")] {
        for way in ENDLESS {
            for before in [0, 1, 50, 1 << 17] {
                if before > 50 && way.1 > 0 {
                    continue;
                }
                let mut line = endless(way, before);
                line.come(byte);
                let pressed = line.now;
                let has_come = |line: &Line| line.got.iter().any(|input| *input == Input::Keys(vec![key]));
                while !has_come(&line) {
                    assert!(line.now - pressed <= Duration::from_secs(5), "{way:?} after {before}");
                    line.pass(Duration::from_millis(way.1.max(1)));
                    line.come(way.0);
                }
                let again = {
                    let mut line = endless(way, before);
                    line.come(byte);
                    line.pass(Duration::from_millis(150));
                    line.come(byte);
                    has_come(&line)
                };
                assert!(again, "a second one counts at once: {way:?} after {before}");
            }
        }
    }
}

#[test]
fn keys_are_keys_again_after_a_paste_that_never_ends() {
    for way in ENDLESS {
        let pieces = usize::try_from(12_000 / way.1.max(1)).unwrap().max(1 << 10);
        let mut line = endless(way, pieces);
        line.pass(Duration::from_secs(6));
        let before = line.got.len();
        line.come(b"n");
        assert_eq!(line.got[before..], keys(&[Key::Char('n')]), "{way:?}");
        let texts = line.got.iter().filter(|input| matches!(input, Input::Paste(_))).count();
        assert_eq!(texts, 1, "what came is given once: {way:?}");
    }
}

#[test]
fn what_is_over_the_measure_of_a_paste_is_no_command() {
    let mut line = Line::new(OVER_SSH);
    line.come(b"\x1b[200~");
    for _ in 0..30 {
        line.come(&b"qn\r".repeat(4000));
        line.pass(Duration::from_millis(500));
    }
    line.come(b"\x1b[201~n");
    let [Input::Paste(text), Input::Keys(after)] = line.got.as_slice() else { panic!("{} inputs", line.got.len()) };
    assert_eq!((text.len(), after.as_slice()), (1 << 16, &[Key::Char('n')][..]));
}

#[test]
fn puttys_sco_keys_are_read_and_said_once() {
    let (first, key) = SCO[0];
    every_way(first, |got, esc_may, way| {
        let mut wanted = keys(if esc_may { &[Key::Esc, Key::F(1)] } else { &[Key::F(1)] });
        wanted.push(Input::Sco);
        assert_eq!(got, wanted, "{way}");
    });
    let mut line = Line::new(AT_HOME);
    line.come(first.as_bytes());
    assert_eq!(line.got, [Input::Keys(vec![key]), Input::Sco]);
    for (text, key) in SCO {
        line.got.clear();
        line.come(text.as_bytes());
        assert_eq!(line.got, keys(&[*key]), "{text:?}");
    }
    for (name, table) in KEYBOARDS {
        let all: String = table.iter().map(|(text, _)| *text).chain(NOTHING.iter().copied()).collect();
        assert!(!whole(&all).contains(&Input::Sco), "{name} does not speak SCO");
    }
}

#[test]
fn the_delay_is_what_was_set_or_what_suits_the_line() {
    assert_eq!(delay(None, false), AT_HOME);
    assert_eq!(delay(None, true), OVER_SSH);
    assert_eq!(delay(Some("250"), true), Duration::from_millis(250));
    assert_eq!(delay(Some(" 0 "), false), Duration::ZERO);
    assert_eq!(delay(Some("soon"), false), AT_HOME);
    assert_eq!(delay(Some("-1"), true), OVER_SSH);
    assert_eq!(delay(Some("999999999999"), true), Duration::from_secs(2));
}

#[test]
fn bytes_that_wait_when_the_reader_wakes_late_came_in_time() {
    let mut line = Line::new(AT_HOME);
    line.come(b"\x1b");
    line.now += Duration::from_millis(400);
    line.come(b"[A");
    assert_eq!(line.end(), keys(&[Key::Up]));
}

fn any_sequence() -> impl Strategy<Value = &'static str> {
    let all: Vec<&str> = KEYBOARDS.iter().flat_map(|(_, table)| *table).map(|(text, _)| *text).collect();
    prop::sample::select(all)
}

proptest! {
    #[test]
    fn keys_held_down_on_a_bad_line_never_type(
        sequences in prop::collection::vec(any_sequence(), 1..12),
        cuts in prop::collection::vec((1usize..6, 0u64..=300), 1..60),
        over_ssh in any::<bool>(),
    ) {
        let bytes = sequences.concat().into_bytes();
        let mut line = Line::new(delay(None, over_ssh));
        line.come_in_pieces(&bytes, &cuts);
        let got = line.end();
        prop_assert!(!types(&got), "{got:?}");
        let meant: Vec<Key> = whole(&sequences.concat()).into_iter().flat_map(|input| match input {
            Input::Keys(keys) => keys,
            _ => Vec::new(),
        }).collect();
        let came: Vec<Key> = got.into_iter().flat_map(|input| match input {
            Input::Keys(keys) => keys,
            _ => Vec::new(),
        }).filter(|key| *key != Key::Esc).collect();
        prop_assert_eq!(came, meant);
    }

    #[test]
    fn any_bytes_at_any_time_do_no_harm(
        pieces in prop::collection::vec((prop::collection::vec(prop_oneof![Just(0x1b), Just(b'['), Just(b'O'), any::<u8>()], 0..8), 0u64..6000), 0..20),
    ) {
        let mut line = Line::new(AT_HOME);
        for (piece, gap) in &pieces {
            line.come(piece);
            line.pass(Duration::from_millis(*gap));
        }
        line.end();
    }
}

/// Whatever comes, and however late the rest: the reader that waits for the deadline sleeps in between.
#[test]
fn after_any_bytes_the_decoder_comes_to_rest() {
    const PIECES: &[&[u8]] = &[
        b"\x1b[200~",
        b"\x1b[201~",
        b"\x1b[20",
        b"\x1b",
        b"VE",
        b"\x03",
        b"\x04",
        b"q\r\x03",
        b"\x1b]52;c;",
        b"\x1bP1+r",
        b"\\",
        b"\x1b_Gi=1;OK",
        b"\xc2",
        b"\x9b",
        b"\x1bO",
        b"\x1b[",
        b"\x1b[M",
        b"\x1b[M !!",
        b"\x1b[<0;10;10M",
        b"\x1b[I",
        b"\x1b[0n",
        b"\x1bP!|00000000\x1b\\",
        b"\x1b]11;rgb:0000/0000/0000\x1b\\",
        b"\x1b]10;rgb:ffff/ffff/ffff\x07",
        b"\xc2\x9b0n",
        b"\x1bOP",
        b"\x1b\x1bq",
        b"\x1b[5~",
        b"\x7f",
        b"\x1b\x1b",
        b"\x1b[?62;22c",
        b"\x1b[8;24;80t",
        b"\x07",
        b"\x1b[31m",
        b"\xe2\x80",
    ];
    const WAITS: [u64; 7] = [0, 1, 30, 400, 1100, 2600, 5100];
    let mut seed = 1_u64;
    let mut next = |most: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % most
    };
    for _ in 0..200_000 {
        let mut decoder = Decoder::new(Duration::from_millis(20));
        let mut now = Instant::now();
        let mut fed = Vec::new();
        for _ in 0..=next(8) {
            let piece = PIECES[next(PIECES.len())];
            fed.push(piece);
            decoder.feed(piece, now);
            now += Duration::from_millis(WAITS[next(WAITS.len())]);
            decoder.expect_answer(next(2) == 0);
            if next(2) == 0 {
                decoder.expire(now);
            }
        }
        let mut wakes = 0;
        while let Some(deadline) = decoder.deadline() {
            now = now.max(deadline);
            decoder.expire(now);
            wakes += 1;
            assert!(wakes < 8, "{fed:?}: {decoder:?}");
        }
    }
}
