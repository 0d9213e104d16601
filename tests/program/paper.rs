//! Pages and calendars, as other programs see them. Needs tidy and python3-vobject: `--features paper`.
//!
//! `vnu` and axe see more of a page than tidy, which sees whether it is well formed and whether each element stands where
//! HTML has it; they need Java and a browser.

use smo_desk::case::StoredMove;
use std::io::Write as _;
use std::process::{Command, Stdio};

use super::cli::cases::State;
use super::cli::run::text;

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

/// What tidy finds, without the attributes of pictures, of which it knows no more than their names.
fn found_in_page(html: &str) -> Vec<String> {
    let (_, said) = read_by(&["tidy", "-q", "-e", "-utf8"], html);
    let is_of_picture = |line: &&str| line.contains("Warning: <svg> proprietary attribute");
    said.lines().filter(|line| !is_of_picture(line)).map(str::to_owned).collect()
}

#[test]
fn pages_are_well_formed() {
    for office in ["colombia", "costa-rica", "ecuador", "guatemala"] {
        for lang in ["en", "es", "ht"] {
            for more in [&[][..], &["--large"], &["--referral"], &["--referral", "--large"]] {
                for facts in [&[][..], &["country=EC", "nationality=VE,CU", "arrived=2023"]] {
                    let args = [&["sheet", office, "--lang", lang, "--format", "html"], more, facts].concat();
                    let html = text(&args);
                    assert_eq!(found_in_page(&html), Vec::<String>::new(), "{args:?}");
                    let broken = html.replacen("</section>", "</article>", 1);
                    assert_ne!(found_in_page(&broken), Vec::<String>::new(), "tidy sees what is broken");
                }
            }
        }
    }
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
            for (from, to) in [("END:VCALENDAR", "END:VEVENT"), ("UID:", "X-UID:"), ("DTSTAMP:", "X-DTSTAMP:")] {
                let broken = ics.replace(from, to);
                assert!(broken == ics || is_calendar(&broken).is_err(), "the validator sees {to}");
            }
        }
    }
}
