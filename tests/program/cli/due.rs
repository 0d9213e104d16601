//! `smo cases due`: the windows of kept cases by day, as text, JSON and a calendar.

use chrono::NaiveDate;
use serde_json::Value;
use smo_desk::case::{Code, StoredMove};
use std::collections::BTreeMap;
use std::fs;

use super::cases::State;
use super::run::{TODAY, keys};

/// Steps and days, what is listed of each kind: code left out, step, first and last day.
type Row = (&'static [(&'static str, &'static str)], &'static [(&'static str, &'static str, &'static str)], usize);

/// What is noted of a person, the windows that follow, and how many steps have none.
const TABLE: &[Row] = &[
    (&[], &[], 0),
    (&[("no_such_step", "2026-05-03")], &[], 0),
    (
        &[("screening", "2026-05-03")],
        &[("counselling", "2026-05-17", "2026-05-31"), ("unhcr_interview", "2026-05-17", "")],
        1,
    ),
    (&[("call", "2026-05-03")], &[], 3),
    // The last screening counts, and only the track on which the person is.
    (
        &[("screening", "2026-01-31"), ("screening", "2026-10-20"), ("iom_review", "2026-10-21")],
        &[("counselling", "2026-11-03", "2026-11-17")],
        1,
    ),
    (&[("counselling", "2026-05-03")], &[], 1),
    (&[("arrival", "2026-05-03")], &[], 0),
];

impl State {
    fn kept(&self, moves: &[(&str, &str)]) -> Code {
        self.noted(moves, true)
    }

    fn noted(&self, moves: &[(&str, &str)], kept: bool) -> Code {
        let stored = |(step, day): &(&str, &str)| StoredMove { step: (*step).to_owned(), date: day.parse().unwrap() };
        let hold = self.save("country=CO nationality=VE", &["nationality"], |record| {
            record.place = moves.iter().map(stored).collect();
            record.kept = kept;
        });
        hold.code().clone()
    }

    fn due(&self, format: &str) -> String {
        self.text(&["due", "--format", format])
    }

    fn due_json(&self) -> Value {
        serde_json::from_str(&self.due("json")).unwrap()
    }
}

fn field<'a>(of: &'a Value, key: &str) -> &'a str {
    of[key].as_str().unwrap_or_default()
}

#[test]
fn windows_follow_from_what_is_noted() {
    for (moves, windows, undated) in TABLE {
        let state = State::new();
        state.kept(moves);
        let data = state.due_json();
        let found = data["due"].as_array().unwrap();
        let mut found: Vec<_> =
            found.iter().map(|due| (field(due, "step"), field(due, "first"), field(due, "last"))).collect();
        found.sort_unstable();
        assert_eq!(found, *windows, "{moves:?}");
        assert_eq!(data["undated"].as_array().unwrap().len(), *undated, "{moves:?}");
        let calendar = state.due("ics");
        let unfolded = calendar.replace("\r\n ", "");
        let tasks: Vec<&str> = unfolded.split("BEGIN:VTODO").skip(1).collect();
        assert_eq!(tasks.len(), *undated, "{calendar}");
        for (task, one) in tasks.iter().zip(data["undated"].as_array().unwrap()) {
            let said = [field(one, "case"), field(one, "title"), "No wait time can be given."];
            assert!(said.iter().all(|words| task.replace('\\', "").contains(words)), "{said:?} in {task}");
            assert!(!task.contains("DTSTART") && !task.contains("DUE"), "{task}");
        }
    }
}

/// Three cases: two with windows, one that nobody keeps.
fn three() -> (State, [Code; 3]) {
    let state = State::new();
    let late = state.kept(&[("screening", "2026-11-10")]);
    let early = state.kept(&[("screening", "2026-05-03")]);
    let loose = state.noted(&[("screening", "2026-11-01")], false);
    (state, [early, late, loose])
}

#[test]
fn days_come_in_order_with_the_notices_and_what_is_not_listed() {
    let (state, [early, late, loose]) = three();
    let text = state.due("text");
    let unwrapped = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let wanted = [
        "Reported ended, Feb 2025".to_owned(),
        "No wait time can be given.".to_owned(),
        "17 May 2026:".to_owned(),
        format!(
            "{early}: Counselling session in IOM's office, 17-31 May 2026, by IOM; only on track B: Other lawful pathways; longer than the guide says; 2 to 4 weeks after 3 May 2026"
        ),
        format!("{early}: UNHCR interview, from 17 May 2026, by UNHCR"),
        "24 November 2026:".to_owned(),
        format!("{late}: Counselling session in IOM's office, 24 November 2026 to 8 December 2026, by IOM"),
        "Without a date:".to_owned(),
        ": Arrival in the USA. It can take".to_owned(),
        format!("nobody keeps these cases: {loose}"),
        "can no longer process cases".to_owned(),
    ];
    let mut rest = unwrapped.as_str();
    for words in wanted {
        let (_, after) = rest.split_once(&words).unwrap_or_else(|| panic!("no {words:?} in its place:\n{text}"));
        rest = after;
    }
    assert_eq!(unwrapped.matches("longer than the guide says").count(), 1, "{text}");
    assert_eq!(unwrapped.matches(loose.as_str()).count(), 1, "{text}");
}

#[test]
fn the_json_is_as_documented() {
    let (state, [early, late, loose]) = three();
    let data = state.due_json();
    let page = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/due.md")).unwrap();
    let example = page.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let example: Value = serde_json::from_str(example).unwrap();
    assert_eq!(keys(&data), keys(&example));
    for list in ["waits", "due", "undated"] {
        assert_eq!(keys(&data[list][0]), keys(&example[list][0]), "{list}");
    }
    assert_eq!(keys(&data["due"][0]["from"]), keys(&example["due"][0]["from"]));
    let cases: Vec<&str> = data["due"].as_array().unwrap().iter().map(|due| field(due, "case")).collect();
    assert_eq!(cases, [early.as_str(), early.as_str(), late.as_str(), late.as_str()]);
    let states: Vec<&str> = data["due"].as_array().unwrap().iter().map(|due| field(due, "state")).collect();
    assert_eq!(states, ["longer", "within", "early", "early"]);
    assert_eq!(data["not_kept"], serde_json::json!([loose.as_str()]));
    for state in states.iter().chain(&["no_start", "no_length", "not_recorded", "in_doubt", "too_far"]) {
        assert!(page.contains(&format!("`{state}`")), "{state} is not documented");
    }
}

/// An event by its properties, parameters left in the name.
type Event = BTreeMap<String, String>;

/// Reads a calendar as strictly as RFC 5545 is: anything that it does not allow fails.
fn events(text: &str) -> Vec<Event> {
    assert!(text.ends_with("\r\n"));
    let bare = text.replace("\r\n", "");
    assert!(!bare.contains(['\r', '\n']), "a line end of its own");
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.chars().any(char::is_control), "{line:?}");
    }
    let unfolded = text.replace("\r\n ", "");
    let mut open: Vec<String> = Vec::new();
    let (mut found, mut components, mut calendar) = (Vec::new(), 0, Vec::new());
    for line in unfolded.lines() {
        let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("no property: {line}"));
        match name {
            "BEGIN" => {
                assert_eq!(open.is_empty(), value == "VCALENDAR");
                components += usize::from(open.len() == 1);
                open.push(value.to_owned());
                found.extend((value == "VEVENT").then(Event::new));
            }
            "END" => assert_eq!(open.pop().as_deref(), Some(value)),
            _ if open.len() == 1 => calendar.push(name.to_owned()),
            _ if open.last().is_some_and(|open| open == "VEVENT") => {
                let event = found.last_mut().unwrap();
                assert!(event.insert(name.to_owned(), unescaped(value)).is_none(), "{name} twice");
            }
            _ => {}
        }
    }
    assert!(open.is_empty() && components > 0, "{text}");
    assert!(calendar.contains(&"VERSION".to_owned()) && calendar.contains(&"PRODID".to_owned()));
    found
}

/// A text without its escapes, each of which has to be one.
fn unescaped(value: &str) -> String {
    let (mut out, mut chars) = (String::new(), value.chars());
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some(c @ ('\\' | ';' | ',')) => out.push(c),
                Some('n' | 'N') => out.push('\n'),
                other => panic!("\\{other:?} in {value}"),
            },
            ';' | ',' => panic!("{c} is not escaped in {value}"),
            c => out.push(c),
        }
    }
    out
}

#[test]
fn the_calendar_holds_the_windows_and_nothing_personal() {
    let (state, [early, late, loose]) = three();
    for lang in ["en", "es", "ht"] {
        for ascii in [&[][..], &["--ascii"]] {
            let args = [&["due", "--format", "ics", "--lang", lang][..], ascii].concat();
            let text = state.text(&args);
            assert_eq!(text, state.text(&args), "it is the same when asked again");
            assert!(ascii.is_empty() || text.is_ascii());
            let events = events(&text);
            let of = |code: &Code, step: &str| {
                let uid = format!("{code}-{step}@smo");
                events.iter().find(|event| event["UID"] == uid).unwrap_or_else(|| panic!("no {uid}: {text}"))
            };
            assert_eq!(events.len(), 4);
            let counselling = of(&early, "counselling");
            assert_eq!(counselling["DTSTART;VALUE=DATE"], "20260517");
            assert_eq!(counselling["DTEND;VALUE=DATE"], "20260601", "the day after the last");
            assert_eq!(counselling["DTSTAMP"], format!("{}T000000Z", TODAY.replace('-', "")));
            assert_eq!(of(&late, "counselling")["DTEND;VALUE=DATE"], "20261209");
            let open = of(&early, "unhcr_interview");
            assert!(!open.contains_key("DTEND;VALUE=DATE"), "an open end stays open");
            for event in &events {
                let day: NaiveDate = NaiveDate::parse_from_str(&event["DTSTART;VALUE=DATE"], "%Y%m%d").unwrap();
                assert!(day.to_string().as_str() >= "2026-05-17");
                let said = state.text(&["due", "--lang", lang]).split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(!ascii.is_empty() || said.contains(&event["SUMMARY"]), "{}", event["SUMMARY"]);
                if lang == "en" {
                    let description = &event["DESCRIPTION"];
                    assert!(description.contains("Reported ended"), "{description}");
                    assert!(description.contains("can no longer process cases"), "{description}");
                    assert!(description.contains("No wait time can be given."), "{description}");
                    assert!(!description.contains("Screening"), "{description}");
                }
            }
            assert!(!text.contains(loose.as_str()));
        }
    }
}

#[test]
fn where_nothing_is_due_the_calendar_is_one_all_the_same() {
    let state = State::new();
    assert_eq!(events(&state.due("ics")), []);
    assert!(state.due("ics").contains("\r\nDESCRIPTION:"), "it has the notices all the same");
    assert!(state.due("text").contains("Nothing is due"));
    assert_eq!(state.due_json()["due"], serde_json::json!([]));
}

#[test]
fn no_format_tells_an_answer() {
    let (state, _) = three();
    for format in ["text", "json", "ics"] {
        let text = state.due(format);
        for word in ["Venezuela", "VE\"", "=VE", "Colombia", "\"CO\"", "nationality"] {
            assert!(!text.contains(word), "{word} in {format}:\n{text}");
        }
    }
}

#[test]
fn what_is_damaged_is_told_and_the_rest_is_listed() {
    let (state, [early, ..]) = three();
    for (name, bytes) in [("K7Q2", &b"garbage"[..]), ("K7Q3", b""), ("K7Q4", b"{\"format\": 99}")] {
        fs::write(state.path(&format!("{name}.json")), bytes).unwrap();
    }
    for format in ["text", "json", "ics"] {
        let output = state.smo(&["due", "--format", format]).assert().code(4).get_output().clone();
        let (out, said) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        assert!(out.contains(early.as_str()), "{out}");
        assert_eq!(said.lines().count(), 3, "{said}");
        for code in ["K7Q2", "K7Q3", "K7Q4"] {
            assert!(said.contains(code) && !out.contains(code), "{code}: {said}");
        }
    }
    assert_eq!(fs::read(state.path("K7Q2.json")).unwrap(), b"garbage", "it is left as it is");
}

#[test]
fn a_case_that_is_open_elsewhere_is_read_and_nothing_is_changed() {
    let state = State::new();
    let hold = state.save("country=CO", &[], |record| {
        record.place = vec![StoredMove { step: "screening".to_owned(), date: "2026-05-03".parse().unwrap() }];
        record.kept = true;
    });
    let listed = || {
        let files = fs::read_dir(state.path("")).unwrap().map(|file| file.unwrap());
        let mut files: Vec<_> =
            files.map(|file| (file.file_name(), file.metadata().unwrap().modified().unwrap())).collect();
        files.sort();
        files
    };
    let before = listed();
    assert_eq!(events(&state.due("ics")).len(), 2);
    assert_eq!(listed(), before);
    drop(hold);
}

#[test]
fn an_unknown_format_is_answered_with_those_there_are() {
    let state = State::new();
    let output = state.smo(&["due", "--format", "pdf"]).assert().code(2).get_output().clone();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(["text", "json", "ics"].iter().all(|format| said.contains(format)), "{said}");
}

/// `--office` leaves the cases of people in its country, in every format.
#[test]
fn the_office_of_the_option_selects_cases() {
    let state = State::new();
    let save = |country: &str| {
        let hold = state.save(&format!("country={country}"), &[], |record| {
            record.place = vec![StoredMove { step: "screening".to_owned(), date: "2026-11-03".parse().unwrap() }];
            record.kept = true;
        });
        hold.code().as_str().to_owned()
    };
    let codes = ["CO", "EC", "PE"].map(save);
    for format in ["text", "json", "ics"] {
        for (office, left) in [("colombia", Some(0)), ("ecuador", Some(1)), ("guatemala", None)] {
            let due = state.text(&["due", "--format", format, "--office", office]);
            for (n, code) in codes.iter().enumerate() {
                assert_eq!(due.contains(code.as_str()), left == Some(n), "{format} {office}: {due}");
            }
        }
        let due = state.due(format);
        assert!(codes.iter().all(|code| due.contains(code.as_str())), "{format}: {due}");
    }
}
