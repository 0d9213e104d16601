//! The program itself, in a pseudo-terminal that a model of a terminal reads.

use super::terminal::{ENTER, ESC_KEY, F1, F9, Start, Terminal, UP, text_of};
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

/// The person of Colombia who meets all that is stated, each answer once its question is there.
fn check_a_person(desk: &mut Terminal) {
    for (keys, then) in [
        ("n", "country is the person"),
        ("CO\r", "already have a case"),
        ("2\r", "Which nationality"),
        ("VE\r", "first come to"),
        ("1\r", "18 or older on"),
        ("1\r", "Which legal status"),
        ("1\r", "meets the stated minimum"),
    ] {
        desk.send(keys);
        desk.wait_for(then);
    }
}

#[test]
fn it_opens_on_the_offices() {
    let desk = Terminal::desk();
    let text = desk.text();
    for office in ["Colombia", "Costa Rica", "Ecuador", "Guatemala"] {
        assert!(text.contains(office), "{text}");
    }
    assert!(text.contains("(!)") && text.contains("? help"), "{text}");
}

#[test]
fn a_person_is_checked_to_a_verdict_with_the_ended_intake_beside_it() {
    let mut desk = Terminal::desk();
    check_a_person(&mut desk);
    let text = desk.text();
    let (intake, verdict) = (text.find("no longer active"), text.find("meets the stated minimum"));
    assert!(intake.is_some() && intake < verdict, "the end of the intake stands before the verdict:\n{text}");
    assert!(text.lines().nth(1).unwrap().contains("(!)"), "the notice stands above:\n{text}");
}

#[test]
fn keys_typed_faster_than_drawn_are_all_taken() {
    let mut desk = Terminal::desk();
    desk.send("nCO\r2\rVE\r1\r1\r1\r");
    desk.wait_for("meets the stated minimum");
}

#[test]
fn every_size_is_drawn_anew_and_keeps_the_place() {
    let mut desk = Terminal::desk();
    desk.send("nCO\r2\rV");
    let is_drawn = |screen: &vt100::Screen| {
        let text = text_of(screen);
        text.contains("Which nationality") && text.contains("> V") && text.contains("Enter ")
    };
    desk.wait_screen("the question", |screen| is_drawn(screen) && text_of(screen).contains("Esc stop"));
    let before = desk.text();
    for (columns, rows) in [(40, 12), (160, 50)] {
        desk.resize(columns, rows);
        desk.wait_screen("the question at the new size", is_drawn);
    }
    desk.resize(1, 1);
    desk.resize(80, 24);
    desk.wait_screen("the same screen as before", |screen| text_of(screen) == before);
    desk.send("E\r");
    desk.wait_for("first come to Colombia");
}

#[test]
fn sizes_that_change_while_keys_come_do_no_harm() {
    let mut desk = Terminal::desk();
    for (n, (columns, rows)) in
        [(40, 12), (1, 1), (200, 60), (3, 200), (80, 24)].into_iter().cycle().take(40).enumerate()
    {
        desk.resize(columns, rows);
        desk.send(["o", "r", "p", "c", "?\x1b"][n % 5]);
    }
    desk.resize(80, 24);
    desk.wait_for("? help");
    // Where a screen was too small for a key, the next one can have begun a question.
    desk.send("\x1b\x1bo");
    desk.wait_screen("the offices", |screen| {
        text_of(screen).contains("Offices   ") && text_of(screen).contains("Colombia")
    });
}

#[test]
fn each_way_to_quit_ends_with_status_0_and_gives_the_terminal_back() {
    for keys in ["q", "\x03", "\x04", "n\x03", "nCO\r\x04", "?\x03", "x\x03", "nCO\r\x1b"] {
        let mut desk = Terminal::desk();
        desk.send(keys);
        if keys.ends_with(ESC_KEY) {
            desk.wait_for("cannot tell yet");
            desk.send("q");
            desk.wait_for("Quit?");
            desk.send(ENTER);
        }
        let status = desk.wait_end();
        assert_eq!(status.exit_code(), 0, "{keys:?}");
        given_back(&desk, keys);
    }
}

#[test]
fn signals_end_it_and_the_terminal_is_given_back() {
    for signal in ["TERM", "HUP", "INT"] {
        let mut desk = Terminal::desk();
        desk.send("nCO\r");
        desk.wait_for("already have a case");
        desk.signal(signal);
        let status = desk.wait_end();
        assert_eq!(status.exit_code(), 0, "{signal}: {status:?}");
        given_back(&desk, signal);
    }
}

#[track_caller]
fn given_back(desk: &Terminal, after: &str) {
    let bytes = desk.bytes();
    let last = |wanted: &str| bytes.windows(wanted.len()).rposition(|window| window == wanted.as_bytes());
    let (entered, left) = (last("\x1b[?1049h"), last("\x1b[?1049l"));
    assert!(entered.is_some() && left > entered, "{after}: the screen of before is not back");
    assert!(last("\x1b[?25h") > last("\x1b[?25l") || last("\x1b[?25l").is_none(), "{after}: the cursor is hidden");
    assert!(last("\x1b[?2004l") > last("\x1b[?2004h"), "{after}: pastes stay bracketed");
    assert!(last("\x1b[?25h").is_some(), "{after}: the cursor is not shown");
}

#[test]
fn a_dropped_line_ends_it() {
    let mut desk = Terminal::desk();
    desk.send("nCO\r");
    desk.wait_for("already have a case");
    desk.hang_up(F1);
    desk.wait_end();
}

#[test]
fn it_goes_on_after_it_was_stopped() {
    let mut desk = Terminal::desk();
    desk.signal("STOP");
    desk.signal("CONT");
    desk.send("p");
    desk.wait_for("Process       ");
}

#[test]
fn a_key_that_changes_nothing_sends_nothing() {
    let mut desk = Terminal::desk();
    for idle in [F9, "Z", UP, ESC_KEY, "o"] {
        let bytes = desk.bytes_after(idle);
        assert!(bytes.is_empty(), "{idle:?} sends {:?}", String::from_utf8_lossy(&bytes));
    }
    assert!(!desk.bytes_after("r").is_empty(), "else a key that changes something is drawn");
}

#[test]
fn the_terminal_is_asked_nothing_and_told_nothing_but_the_picture() {
    let mut desk = Terminal::desk();
    check_a_person(&mut desk);
    assert!(!desk.command_line().contains("VE") && !desk.command_line().contains("CO"));
    desk.resize(100, 30);
    desk.send("\x0c");
    desk.send("q");
    desk.wait_for("Quit?");
    desk.send(ENTER);
    desk.wait_end();
    let bytes = desk.bytes();
    let text = String::from_utf8(bytes).unwrap();
    for (query, name) in [
        ("\x1b[6n", "where its cursor is"),
        ("\x1b[c", "what it is"),
        ("\x1b[>c", "its version"),
        ("\x1b[>0q", "its name"),
        ("\x1b[?u", "its keyboard"),
        ("\x1bP", "its capabilities"),
    ] {
        assert!(!text.contains(query), "it is asked {name}");
    }
    // A title, a clipboard, a colour query: all begin so.
    assert!(!text.contains("\x1b]"), "an operating system command is sent");
}

/// How the terminal is asked how it is.
const REQUEST: &[u8] = b"\x1b[5n";

fn requests(desk: &Terminal) -> usize {
    desk.bytes().windows(REQUEST.len()).filter(|window| *window == REQUEST).count()
}

#[test]
fn only_in_a_burst_of_keys_is_the_terminal_asked_whether_it_keeps_up() {
    let mut desk = Terminal::desk();
    for (key, then) in [("r", "There by"), ("p", "Process       "), ("o", "Offices   ")] {
        // Apart from the key before, and from the first picture.
        thread::sleep(Duration::from_millis(300));
        desk.send(key);
        desk.wait_for(then);
    }
    assert_eq!(requests(&desk), 0);
    for key in ["p", "r", "o", "p"] {
        desk.send(key);
        desk.bytes_after("");
    }
    desk.send("\x1b[B\x1b[B");
    desk.wait_for(">  3");
    assert!(requests(&desk) <= 2, "it does not answer");
}

#[test]
fn a_terminal_that_answers_is_asked_again_and_its_answers_are_no_keys() {
    let mut desk = Terminal::desk();
    desk.send("p");
    desk.wait_for("Process       ");
    for n in 1..6 {
        desk.send("\x1b[B");
        desk.wait_screen("the next step", |screen| text_of(screen).contains(&format!(">  {}", n + 1)));
        if requests(&desk) > n - 1 {
            desk.send("\x1b[0n");
        }
    }
    let text = desk.text();
    let asked = requests(&desk);
    assert!(desk.bytes_after("\x1b[0n").is_empty());
    assert_eq!(desk.text(), text);
    assert!(asked <= 6, "{asked}");
}

#[test]
fn with_a_stated_speed_nothing_is_asked_and_all_is_drawn() {
    let mut desk = Terminal::desk_with(&Start { args: &["--link", "38400"], ..Start::default() });
    desk.send("p");
    desk.send(&"\x1b[B".repeat(20));
    desk.send("o");
    desk.wait_for("Offices   ");
    assert_eq!(requests(&desk), 0);
}

#[test]
fn what_was_sent_is_told_once_the_terminal_is_given_back() {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("stats");
    let to_file = format!("--wire-stats={}", file.display());
    for to in ["--wire-stats", &to_file] {
        let mut desk = Terminal::desk_with(&Start { args: &[to], ..Start::default() });
        let first = desk.bytes().len();
        desk.send("r");
        desk.wait_for("There by");
        desk.send("Z");
        desk.send("q");
        assert_eq!(desk.wait_end().exit_code(), 0);
        let bytes = String::from_utf8(desk.bytes()).unwrap();
        let (drawn, after) = bytes.rsplit_once("\x1b[?1049l").unwrap();
        let told = if to == to_file { std::fs::read_to_string(&file).unwrap() } else { after.to_owned() };
        assert_eq!(after.contains("wire:"), to != to_file, "{after:?}");
        let numbers: Vec<usize> = told.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
        let [all, of_first, writes, frames, keys, each] = numbers[..] else { panic!("{told:?}") };
        // What enters and leaves the screen is not the picture's.
        assert!(all < drawn.len() && all + 60 > drawn.len(), "{told}");
        assert!(of_first < first && of_first + 20 > first, "{told}");
        assert_eq!((keys, each), (3, (all - of_first) / 3), "{told}");
        assert!(writes == 2 && (2..=4).contains(&frames), "{told}");
    }
}

#[test]
fn what_was_sent_is_written_through_no_link_and_for_no_other_eyes() {
    let folder = tempfile::TempDir::new().unwrap();
    let [file, link, other] = ["stats", "link", "other"].map(|name| folder.path().join(name));
    std::fs::write(&other, "as it was").unwrap();
    std::os::unix::fs::symlink(&other, &link).unwrap();
    for (to, code) in [(&file, 0), (&link, 4)] {
        let to = format!("--wire-stats={}", to.display());
        let mut desk = Terminal::desk_with(&Start { args: &[&to], ..Start::default() });
        desk.send("q");
        assert_eq!(desk.wait_end().exit_code(), code, "{to}");
    }
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(std::fs::read_to_string(&other).unwrap(), "as it was");
}

#[test]
fn without_colour_no_colour_is_sent() {
    for start in
        [Start { env: &[("NO_COLOR", "1")], ..Start::default() }, Start { args: &["--no-color"], ..Start::default() }]
    {
        let mut desk = Terminal::desk_with(&start);
        desk.send("rpc?");
        desk.wait_for("Keys here");
        desk.send("\x03");
        desk.wait_end();
        let colours = colours(&desk.bytes());
        assert!(colours.is_empty(), "{colours:?}");
    }
    let desk = Terminal::desk();
    assert!(!colours(&desk.bytes()).is_empty(), "else there is colour to leave out");
}

/// Parameters of attribute changes that set a colour.
fn colours(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let changes = text.split("\x1b[").skip(1).filter_map(|part| {
        let (numbers, after) = part.split_at(part.find(|c: char| !c.is_ascii_digit() && c != ';')?);
        after.starts_with('m').then(|| numbers.to_owned())
    });
    let sets = |change: &String| {
        change.split(';').any(|n| matches!(n.parse().unwrap_or(0), 30..=38 | 40..=48 | 90..=97 | 100..=107))
    };
    changes.filter(sets).collect()
}

#[test]
fn the_cursor_is_where_the_hand_is() {
    let mut desk = Terminal::desk();
    desk.send("nCO");
    desk.wait_for("> CO");
    desk.wait_screen("the cursor behind what is typed", |screen| {
        let (row, column) = screen.cursor_position();
        let line = screen.rows(0, column).nth(row.into()).unwrap_or_default();
        line.ends_with("> CO") && !screen.hide_cursor()
    });
    assert!(desk.cursor().0 > 0);
}

#[test]
fn ascii_sends_ascii() {
    for (first, start) in [
        ("Kolonbi", Start { args: &["--ascii", "--lang", "ht"], ..Start::default() }),
        ("Colombia", Start { args: &["--lang", "es"], env: &[("LC_ALL", "C")], ..Start::default() }),
    ] {
        let mut desk = Terminal::open(&start);
        desk.wait_for(first);
        desk.send("p");
        desk.wait_for(" 11 A");
        desk.send("?\x1b!\x1b");
        desk.send("\x03");
        desk.wait_end();
        assert!(desk.bytes().is_ascii());
    }
}

#[test]
fn a_paste_is_no_command() {
    let mut desk = Terminal::desk();
    desk.send("\x1b[200~q\rn\x03\x1b[201~");
    desk.send("nCO\r");
    desk.wait_for("already have a case");
    desk.send("\x1b[200~\x04q\r\x1b[201~");
    desk.wait_for("> q");
}

#[test]
fn an_escape_sequence_that_arrives_in_parts_is_no_command() {
    let mut desk = Terminal::desk();
    desk.send("p");
    desk.wait_for("Process       ");
    for part in ["\x1b", "[", "B", "\x1b[", "B", "\x1bO", "B"] {
        desk.send(part);
    }
    desk.send("o");
    desk.wait_for("Offices   ");
}

#[test]
fn a_terminal_that_cannot_place_its_cursor_gets_plain_lines() {
    let terms = ["dumb", "vt52", "", "unknown", "network", "adm3a", "hp2621", "no-such-terminal", "../xterm", "-"];
    let named = terms.map(|term| (vec![("TERM", term)], &[][..]));
    for (env, under) in named.into_iter().chain([(Vec::new(), &["env", "-u", "TERM"][..])]) {
        let mut desk = Terminal::open(&Start { env: &env, under, ..Start::default() });
        desk.wait_for("In which country");
        desk.send("quit\r");
        let status = desk.wait_end();
        assert_eq!(status.exit_code(), 0, "{env:?}: {}", desk.text());
        assert!(!desk.bytes().contains(&0x1b), "{env:?}: no escape sequence is sent");
    }
}

#[test]
fn every_usual_terminal_gets_the_screen_and_others_where_that_is_asked_for() {
    for term in ["xterm", "screen.xterm-256color", "tmux-256color", "linux", "vt100", "vt220", "rxvt-unicode", "putty"]
    {
        Terminal::desk_with(&Start { env: &[("TERM", term)], ..Start::default() });
    }
    Terminal::desk_with(&Start { env: &[("TERM", "no-such")], args: &["--linear=no"], ..Start::default() });
}

#[test]
fn without_a_terminal_it_says_so() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_smo"));
    command.env("TERM", "xterm").env("LANG", "en_US.UTF-8").stdin(Stdio::null());
    let output = command.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("--linear") && said.contains("check"), "{said}");
    assert!(output.stdout.is_empty());
}
