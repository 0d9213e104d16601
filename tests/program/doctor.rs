//! `smo doctor` at a terminal: what it sees of it, and the line, which is measured only where that is asked for.

use super::terminal::{Start, Terminal};

const QUESTION: &[u8] = b"\x1b[6n";

fn asks(desk: &Terminal) -> usize {
    desk.bytes().windows(QUESTION.len()).filter(|window| *window == QUESTION).count()
}

#[test]
fn a_terminal_is_asked_nothing_unless_the_line_is_to_be_measured() {
    let mut desk = Terminal::open(&Start { args: &["doctor"], ..Start::default() });
    assert_eq!(desk.wait_end().exit_code(), 0);
    let said = String::from_utf8(desk.bytes()).unwrap();
    assert!(said.contains("can place its cursor; 80x24"), "{said}");
    assert!(!said.contains('\x1b'), "{said:?}");
}

#[test]
fn the_line_is_measured_by_what_the_terminal_answers() {
    let mut desk = Terminal::open(&Start { args: &["doctor", "--line"], ..Start::default() });
    for n in 1..=6 {
        desk.wait_bytes("a question", |bytes| bytes.windows(4).filter(|window| *window == QUESTION).count() == n);
        desk.send("\x1b[1;1R");
    }
    assert_eq!(desk.wait_end().exit_code(), 0);
    assert_eq!(asks(&desk), 6);
    let said = String::from_utf8(desk.bytes()).unwrap();
    assert!(said.contains("there and back takes"), "{said}");
}

#[test]
fn measuring_can_be_interrupted_and_says_so() {
    let mut desk = Terminal::open(&Start { args: &["doctor", "--line"], ..Start::default() });
    desk.wait_bytes("a question", |bytes| bytes.windows(4).any(|window| window == QUESTION));
    desk.send("x\x03");
    assert_eq!(desk.wait_end().exit_code(), 0);
    let said = String::from_utf8(desk.bytes()).unwrap();
    assert!(said.contains("could not be measured: it was interrupted"), "{said}");
}
