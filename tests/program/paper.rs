//! Calendars, as another program sees them. Needs python3-vobject: `--features paper`.

use smo_desk::case::StoredMove;
use std::io::Write as _;
use std::process::{Command, Stdio};

use super::cli::cases::State;

/// A program that reads from standard input: its exit code and what it complains of.
fn read_by(command: &[&str], text: &str) -> (Option<i32>, String) {
    let mut child = Command::new(command[0])
        .args(&command[1..])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

/// Reads a calendar and asks of each component what RFC 5545 asks of it.
const VALIDATOR: &str = "
import sys, vobject
text = sys.stdin.buffer.read().decode('utf-8')
found = [one for one in vobject.readComponents(text)]
assert len(found) == 1, found
assert found[0].validate(raiseException=True)
for event in getattr(found[0], 'vevent_list', []):
    assert not hasattr(event, 'dtend') or event.dtend.value > event.dtstart.value
for task in getattr(found[0], 'vtodo_list', []):
    assert task.uid.value and task.dtstamp.value and task.summary.value
sys.exit(0)
";

fn is_calendar(ics: &str) -> Result<(), String> {
    // The interpreter of the system, for which the package is installed.
    match read_by(&["/usr/bin/python3", "-c", VALIDATOR], ics) {
        (Some(0), _) => Ok(()),
        (_, said) => Err(said),
    }
}

#[test]
fn calendars_are_valid() {
    for steps in [&[][..], &["screening"], &["screening", "counselling"], &["call", "counselling"]] {
        let state = State::new();
        for step in steps {
            drop(state.save("country=CO", &[], |record| {
                record.place = vec![StoredMove { step: (*step).to_owned(), date: "2026-11-03".parse().unwrap() }];
                record.kept = true;
            }));
        }
        for lang in ["en", "es", "ht"] {
            let ics = state.text(&["due", "--format", "ics", "--lang", lang]);
            assert_eq!(is_calendar(&ics), Ok(()), "{ics}");
            assert_eq!(ics.contains("BEGIN:VEVENT"), steps.contains(&"screening"), "{ics}");
            assert_eq!(ics.contains("BEGIN:VTODO"), !steps.is_empty(), "{ics}");
            for (from, to) in [("END:VCALENDAR", "END:VEVENT"), ("UID:", "X-UID:"), ("DTSTAMP:", "X-DTSTAMP:")] {
                let broken = ics.replace(from, to);
                assert!(broken == ics || is_calendar(&broken).is_err(), "the validator sees {to}");
            }
        }
    }
}
