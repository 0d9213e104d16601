//! A bad line: it drops, stalls, or delivers keys in pieces; and the signals that come with one. The program itself, in a
//! pseudo-terminal.

use super::process::{AT_ONCE, SIGHUP_IGNORED, TRIES, WITHOUT_SIGHUP, is_over, program, status, until};
use super::terminal::{self, ESC_KEY, Start, Terminal};
use portable_pty::native_pty_system;
use std::fs;
use std::io::Write;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

/// Until when after an Esc the rest of a key is surely known for one.
const LATE: Duration = Duration::from_millis(800);

/// How often the threads of a process went to sleep, all together.
fn sleeps(id: u32) -> Option<u64> {
    let threads = fs::read_dir(format!("/proc/{id}/task")).ok()?;
    let of = |thread: String| status(&format!("{id}/task/{thread}"), "voluntary_ctxt_switches")?.parse::<u64>().ok();
    threads.map(|thread| of(thread.ok()?.file_name().into_string().ok()?)).sum()
}

/// Waits until no thread of a process does anything: twice the same for a while.
fn until_idle(id: u32) {
    let mut last = (sleeps(id), Instant::now());
    until("an idle program", || {
        let now = sleeps(id);
        if now != last.0 {
            last = (now, Instant::now());
        }
        last.1.elapsed() > Duration::from_millis(200)
    });
}

/// Lets the line of a program drop again and again, until one is gone at once.
#[track_caller]
fn gone_at_once(under: &[&str], drop_line: impl Fn(&mut Terminal)) {
    let mut took = Vec::new();
    for _ in 0..TRIES {
        let mut desk = Terminal::desk_with(&Start { under, ..large() });
        let id = program(desk.id());
        drop_line(&mut desk);
        took.push(until("the program to end", || is_over(id)));
        desk.wait_end();
        if took.last().is_some_and(|took| *took <= AT_ONCE) {
            return;
        }
    }
    panic!("it outlived its line by {took:?}");
}

#[test]
fn it_ends_at_once_when_the_line_drops() {
    for under in [&[][..], SIGHUP_IGNORED, WITHOUT_SIGHUP] {
        gone_at_once(under, |desk| desk.hang_up("r"));
    }
}

/// A screen of which a few pictures fill a line.
const LARGE: (u16, u16) = (160, 50);

/// A large screen on a line that is said to be fast: nothing is asked of it, and no picture waits for another.
fn large() -> Start<'static> {
    Start { size: LARGE, args: &["--link", "100000000"], ..Start::default() }
}

/// Makes the loop wait for a line that takes no more: the line stalls, and each key redraws all.
fn stall(desk: &mut Terminal) {
    let id = program(desk.id());
    desk.stall("\x0c");
    until_it_waits(id, || desk.send("\x0c"));
}

/// Sends keys until the loop sleeps and no key wakes it.
fn until_it_waits(id: u32, mut send_key: impl FnMut()) {
    const WHILE: Duration = Duration::from_millis(300);
    let loop_sleeps = || status(&format!("{id}/task/{id}"), "voluntary_ctxt_switches");
    until("the loop to wait for the line", || {
        until_idle(id);
        let before = loop_sleeps();
        send_key();
        let sent = Instant::now();
        while loop_sleeps() == before {
            if sent.elapsed() > WHILE {
                return true;
            }
            thread::sleep(Duration::from_millis(1));
        }
        false
    });
}

#[test]
fn it_ends_at_once_when_a_stalled_line_drops() {
    for under in [&[][..], WITHOUT_SIGHUP] {
        gone_at_once(under, |desk| {
            stall(desk);
            desk.hang_up_stalled();
        });
    }
}

/// How long it outlives its keyboard while its loop waits for a screen that is another line, stalled, and stays.
fn outlives_its_keyboard() -> Duration {
    let [keyboard, screen] = [(); 2].map(|()| native_pty_system().openpty(terminal::cells(LARGE.0, LARGE.1)).unwrap());
    let [line, shown] = [&keyboard, &screen].map(|pair| pair.master.tty_name().unwrap());
    let shell = format!("exec setsid -w \"$@\" > {}", shown.display());
    let start = Start { under: &["sh", "-c", &shell, "sh"], ..large() };
    let mut child = keyboard.slave.spawn_command(terminal::command(&start)).unwrap();
    drop(keyboard.slave);
    let mut writer = keyboard.master.take_writer().unwrap();
    until("the keyboard unbuffered", || modes(&line).contains("-icanon"));
    let id = program(child.process_id().unwrap());
    until_it_waits(id, || writer.write_all(b"\x0c").unwrap());
    drop(writer);
    drop(keyboard.master);
    let took = until("the program to end", || is_over(id));
    child.wait().unwrap();
    took
}

#[test]
fn it_ends_at_once_whatever_its_loop_does() {
    let took: Vec<_> = (0..TRIES).map(|_| outlives_its_keyboard()).take_while(|took| *took > AT_ONCE).collect();
    assert!(took.len() < TRIES, "it outlived its keyboard by {took:?}");
}

#[test]
fn a_dropped_line_is_no_failure() {
    let mut desk = Terminal::desk();
    desk.hang_up("n");
    let status = desk.wait_end();
    assert_eq!((status.exit_code(), status.signal()), (0, None));
}

#[test]
fn signals_end_it_while_the_line_is_stalled() {
    for signal in ["TERM", "INT", "HUP"] {
        let mut desk = Terminal::desk_with(&large());
        let device = desk.device();
        let before = modes(&device);
        assert!(before.contains("-icanon"), "{before}");
        stall(&mut desk);
        desk.signal(signal);
        until("the program to end", || is_over(desk.id()));
        assert!(!modes(&device).contains("-icanon"), "{signal}: the terminal is given back");
        desk.go_on();
        let status = desk.wait_end();
        assert_eq!((status.exit_code(), status.signal()), (0, None), "{signal}");
        assert!(
            String::from_utf8_lossy(&desk.bytes()).contains("\x1b[?1049l"),
            "{signal}: the screen of before is back"
        );
    }
}

fn modes(device: &std::path::Path) -> String {
    let output = Command::new("stty").arg("-a").arg("-F").arg(device).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn it_gives_the_terminal_back_before_it_stops_and_takes_it_again() {
    let mut desk = Terminal::desk();
    let device = desk.device();
    desk.send("p");
    desk.wait_for("Process       ");
    until_idle(desk.id());
    let before = desk.text();
    for _ in 0..2 {
        desk.signal("TSTP");
        until("the program to stop", || status(&desk.id().to_string(), "State").unwrap().starts_with('T'));
        desk.wait_screen("the screen of before", |screen| !screen.alternate_screen() && !screen.bracketed_paste());
        assert!(!modes(&device).contains("-icanon"));
        desk.resize(100, 30);
        desk.resize(80, 24);
        desk.signal("CONT");
        desk.wait_screen("the same screen again", |screen| {
            screen.alternate_screen() && screen.bracketed_paste() && terminal::text_of(screen) == before
        });
        until_idle(desk.id());
        assert!(modes(&device).contains("-icanon"));
    }
    desk.send("o");
    desk.wait_for("Offices   ");
}

#[test]
fn a_stop_that_nobody_announced_is_mended_too() {
    let mut desk = Terminal::desk();
    desk.signal("STOP");
    until("the program to stop", || status(&desk.id().to_string(), "State").unwrap().starts_with('T'));
    let device = desk.device();
    // What a shell does when it takes the terminal.
    assert!(Command::new("stty").arg("-F").arg(&device).arg("sane").status().unwrap().success());
    desk.signal("CONT");
    until("the keyboard unbuffered", || modes(&device).contains("-icanon"));
    desk.send("p");
    desk.wait_for("Process       ");
    // A terminal that is on the other screen already notes the pen of the picture all the same.
    desk.send("\x03");
    desk.wait_end();
    let bytes = String::from_utf8(desk.bytes()).unwrap();
    let [entered, with_usual_pen] = ["\x1b[?1049h", "\x1b[m\x1b[?1049h"].map(|enter| bytes.matches(enter).count());
    assert_eq!((entered, with_usual_pen), (2, 2), "{bytes:?}");
}

#[test]
fn a_new_size_is_taken_up_while_a_key_is_half_there() {
    let mut desk = Terminal::desk();
    desk.send("\x1b[");
    desk.resize(120, 40);
    desk.wait_screen("the footer on the last row", |screen| {
        let rows: Vec<String> = screen.rows(0, 120).collect();
        rows.len() == 40 && rows[39].contains("q quit")
    });
}

#[test]
fn an_idle_desk_sleeps() {
    let desks = ["", "nCO", "\x1b", "\x1b[", "?"].map(|keys| {
        let mut desk = Terminal::desk();
        desk.send(keys);
        (keys, desk)
    });
    // Longer than any deadline that a key can set.
    thread::sleep(Duration::from_millis(1200));
    for (_, desk) in &desks {
        until_idle(desk.id());
    }
    let before = desks.each_ref().map(|(_, desk)| sleeps(desk.id()));
    thread::sleep(Duration::from_secs(1));
    for ((keys, desk), before) in desks.iter().zip(before) {
        assert_eq!(sleeps(desk.id()), before, "after {keys:?}");
    }
}

#[test]
fn a_held_esc_that_becomes_an_arrow_is_that_arrow() {
    let mut desk = Terminal::desk_with(&Start { env: &[("SMO_ESC_MS", "2000")], ..Start::default() });
    desk.send("nCO\r");
    desk.wait_for("already have a case");
    until_idle(desk.id());
    for (down, answer) in [
        ("\x1b|[B", "> 1 yes"),
        ("\x1b|[|B", "> 2 no"),
        ("\x1b|OB", "> 0 don't know"),
        ("\x1b|[1|;5|B", "> 9 prefers not to say"),
    ] {
        let mut pieces: Vec<&str> = down.split('|').collect();
        let last = pieces.pop().unwrap();
        for piece in pieces {
            assert!(desk.bytes_after(piece).is_empty(), "{down:?}: {piece:?} is waited with");
        }
        desk.send(last);
        desk.wait_for(answer);
        until_idle(desk.id());
    }
}

#[test]
fn an_esc_works_alone_and_what_comes_later_types_nothing() {
    for ssh in [&[][..], &[("SSH_CONNECTION", "192.0.2.1 4000 192.0.2.2 22")]] {
        let mut desk = Terminal::desk_with(&Start { env: ssh, ..Start::default() });
        desk.send("nCO\r");
        desk.wait_for("already have a case");
        // A list over the field: Esc closes it, and the field has the focus again.
        for rest in ["[A", "OA", "[1;5A", "[[A"] {
            desk.send("\x07");
            desk.wait_for("Go to or find");
            let pressed = Instant::now();
            desk.send(ESC_KEY);
            desk.wait_screen("no list", |screen| !terminal::text_of(screen).contains("Go to or find"));
            desk.send(rest);
            if pressed.elapsed() > LATE {
                // Too busy a machine: so late it may be typed.
                desk.send("\x17");
                continue;
            }
            until_idle(desk.id());
            if rest == "[[A" {
                desk.wait_for("Keys here");
                desk.send(ESC_KEY);
                desk.wait_for("already have a case");
            }
            assert!(!desk.text().contains(rest), "{rest:?}:\n{}", desk.text());
        }
    }
}

#[test]
fn a_paste_that_comes_in_pieces_is_text() {
    for pieces in [
        &["\x1b", "[200~q\r\x03", "\x1b", "[201~"][..],
        &["\x1b[20", "0~q\r\x03\x1b[201~"],
        &["\x1b[200~", "q", "\r\x03\x1b[2", "01~"],
    ] {
        let mut desk = Terminal::desk_with(&Start { env: &[("SMO_ESC_MS", "2000")], ..Start::default() });
        desk.send("nCO\r");
        desk.wait_for("already have a case");
        let (last, first) = pieces.split_last().unwrap();
        for piece in first {
            desk.send(piece);
            until_idle(desk.id());
        }
        desk.send(last);
        desk.wait_for("> q");
        assert!(desk.text().contains("already have a case"), "{}", desk.text());
    }
}

#[test]
fn puttys_sco_keys_work_and_are_explained_once_in_every_language() {
    for (lang, said) in [("en", "SCO keys: Del"), ("es", "Teclas SCO: Supr"), ("ht", "Touch SCO: Del")] {
        let mut desk = Terminal::open(&Start { args: &["--lang", lang], ..Start::default() });
        // The footer is drawn last, and then the cursor goes to the focus.
        desk.wait_screen("the offices", |screen| {
            terminal::text_of(screen).contains("  q ") && screen.cursor_position().0 == 3
        });
        let offices = desk.text();
        desk.send("\x1b[M");
        let text = desk.wait_for(said);
        assert!(text.contains("Terminal > Keyboard > ESC[n~"), "{text}");
        assert_ne!(text, offices, "F1 does what it does");
        desk.send(ESC_KEY);
        desk.wait_screen("the offices", |screen| terminal::text_of(screen) == offices);
        desk.send("\x1b[M");
        desk.wait_screen("the keys", |screen| terminal::text_of(screen) != offices);
        until_idle(desk.id());
        assert!(!desk.text().contains(said), "{}", desk.text());
    }
}
