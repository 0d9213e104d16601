//! `smo cases`, on a folder of its own.

use assert_cmd::Command;
use chrono::{Local, NaiveDateTime, TimeDelta};
use serde_json::Value;
use smo_desk::case::disk::Real;
use smo_desk::case::{Code, Draft, Hold, Holder, Record, Store, StoredMove, storable_verdicts};
use smo_desk::content::{Content, Id};
use smo_desk::rules::{Answer, assess, parse_facts, parse_value};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use tempfile::TempDir;

use super::run::{TODAY, bare, keys, smo, text};

/// A state folder with cases in it.
pub(crate) struct State {
    pub(crate) place: TempDir,
    content: Content,
    store: Store,
}

impl State {
    pub(crate) fn new() -> Self {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("smo").join("cases");
        let store = Store::open(Box::new(Real::at(folder))).unwrap();
        Self { place, content: Content::embedded().unwrap(), store }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.place.path().join("smo").join("cases").join(name)
    }

    /// Saves a case of some facts and withheld facts; it stays open as long as the hold.
    pub(crate) fn save(&self, facts: &str, withheld: &[&str], change: impl FnOnce(&mut Record)) -> Hold {
        let now: NaiveDateTime = format!("{TODAY}T14:02:00").parse().unwrap();
        let holder = Holder { pid: 4711, terminal: "pts/3".to_owned(), host: "desk".to_owned(), since: now };
        let hold = self.store.begin(&holder).unwrap();
        let facts: Vec<String> = facts.split_whitespace().map(str::to_owned).collect();
        let mut answers = parse_facts(&self.content, &facts, now.date()).unwrap();
        for id in withheld {
            let question = self.content.question(id).unwrap();
            let value = answers.value(id).unwrap().clone();
            answers.set(&self.content, question, Answer::Withheld(value));
        }
        let withheld: Vec<Id> = withheld.iter().map(|id| (*id).into()).collect();
        let mut record = Record::new(hold.code().clone(), now);
        record.set_answers(&self.content, &answers, &withheld);
        record.verdicts = storable_verdicts(&assess(&self.content, &answers), &withheld);
        change(&mut record);
        self.store.save(&hold, &record).unwrap();
        hold
    }

    pub(crate) fn code(&self, facts: &str) -> Code {
        self.save(facts, &[], |_| {}).code().clone()
    }

    pub(crate) fn smo(&self, args: &[&str]) -> Command {
        let mut command = smo(&[&["cases"], args].concat());
        command.env("XDG_STATE_HOME", self.place.path());
        command
    }

    pub(crate) fn text(&self, args: &[&str]) -> String {
        let output = self.smo(args).assert().success().stderr("").get_output().clone();
        String::from_utf8(output.stdout).unwrap()
    }

    pub(crate) fn refused(&self, args: &[&str], code: i32) -> String {
        let output = self.smo(args).assert().code(code).stdout("").get_output().clone();
        String::from_utf8(output.stderr).unwrap()
    }
}

#[test]
fn a_list_without_cases_says_so() {
    let state = State::new();
    assert!(state.text(&["list"]).ends_with("\n\nNo case is stored.\n"));
    assert!(state.text(&["list", "--lang", "es"]).contains("No hay ningún caso guardado."));
    assert_eq!(state.text(&["export"]), "");
}

#[test]
fn the_list_says_where_how_much_what_is_open_and_who_has_it() {
    let state = State::new();
    let open = state.save("country=CO nationality=VE arrived=2019", &[], |record| record.kept = true);
    let code = state.code("existing_case=no");
    let list = state.text(&["list"]);
    let line = |code: &Code| list.lines().find(|line| line.starts_with(code.as_str())).unwrap().to_owned();
    assert!(line(open.code()).contains("  Colombia  "), "{list}");
    let flat = list.split_whitespace().collect::<Vec<_>>().join(" ");
    let said = "Venezuelan; cannot tell yet; answers: 3; open: 18 or older, Legal status; kept";
    assert!(flat.contains(said), "{list}");
    assert!(list.contains("      open at another desk: pts/3, desk, since 14:02, 23 Nov 2026, process 4711\n"));
    assert!(line(&code).contains("country not known") && line(&code).ends_with("answers: 1; open: Country"), "{list}");
    assert!(list.lines().all(|line| line.chars().count() <= 80), "{list}");
    for lang in ["es", "ht"] {
        let list = state.text(&["list", "--lang", lang]);
        assert!(list.lines().all(|line| line.chars().count() <= 80), "{list}");
    }
}

#[test]
fn the_list_as_json() {
    let state = State::new();
    let hold = state.save("country=CO nationality=VE adult=yes", &["adult"], |_| {});
    fs::write(state.path("K7Q2.json"), "{").unwrap();
    fs::write(state.path("K7Q3.damaged-1"), "{").unwrap();
    let list: Value = serde_json::from_str(&state.text(&["list", "--json"])).unwrap();
    assert_eq!(keys(&list), ["format", "cases", "set_aside"]);
    assert_eq!(list["set_aside"][0], "K7Q3.damaged-1");
    let find = |code: &str| list["cases"].as_array().unwrap().iter().find(|case| case["code"] == code).unwrap();
    let case = find(hold.code().as_str());
    assert_eq!((&case["country"], &case["office"]), (&"CO".into(), &"colombia".into()));
    assert_eq!((&case["nationality"], &case["verdict"]), (&"VE".into(), &"unclear".into()));
    assert_eq!(case["answers"], 2);
    assert_eq!(case["open"], serde_json::json!(["arrived", "adult", "status"]));
    assert_eq!((&case["held"], &case["held_by"]["pid"]), (&true.into(), &4711.into()));
    assert!(find("K7Q2")["problem"].as_str().unwrap().contains("damaged"));
    assert!(state.path("K7Q2.json").exists(), "looking changes nothing");
}

#[test]
fn a_case_ages_by_the_clock_and_not_by_the_day_that_is_asked_about() {
    let state = State::new();
    let days = [0, 1, 400, -1, -30];
    let hold = |days: i64| {
        state.save("country=CO", &[], |record| record.changed = Local::now().naive_local() - TimeDelta::days(days))
    };
    let codes: Vec<Code> = days.iter().map(|days| hold(*days).code().clone()).collect();
    for as_of in ["2025-01-01", "2026-11-23", "2031-01-01"] {
        let ask = |args: &[&str]| {
            let mut command = bare(&[&["cases", "list", "--as-of", as_of], args].concat());
            let output = command.env("XDG_STATE_HOME", state.place.path()).assert().success().get_output().clone();
            String::from_utf8(output.stdout).unwrap()
        };
        let json: Value = serde_json::from_str(&ask(&["--json"])).unwrap();
        for ((code, days), said) in codes.iter().zip(days).zip(["0 d", "1 d", "400 d", "1 d ahead", "30 d ahead"]) {
            let mut cases = json["cases"].as_array().unwrap().iter();
            assert_eq!(cases.find(|case| case["code"] == code.as_str()).unwrap()["days"], days, "{as_of}");
            let text = ask(&[]);
            let line = text.lines().find(|line| line.starts_with(code.as_str())).unwrap();
            assert!(line.contains(&format!(" {said}  cannot tell yet; answers: 1")), "{as_of}: {line}");
        }
    }
}

#[test]
fn a_case_is_shown_with_all_that_the_check_says_of_its_answers() {
    let state = State::new();
    for facts in [
        "country=CO existing_case=no nationality=VE arrived=2019 adult=yes status=regular",
        "country=CO existing_case=yes nationality=VE arrived=2024 adult=yes status=regular",
        "country=CR existing_case=no nationality=NI arrived=2019",
        "country=EC existing_case=no nationality=CU arrived=2022 regularization=yes asylum_registered=2022",
        "country=GT existing_case=no nationality=HN arrived=2019",
        "country=MX existing_case=no nationality=VE",
    ] {
        let code = state.code(facts);
        for lang in ["en", "es", "ht"] {
            let facts: Vec<&str> = facts.split(' ').collect();
            let check = text(&[&["check", "--lang", lang], &facts[..]].concat());
            let (head, result) = check.trim_end().split_once("\n\n").unwrap();
            let shown = state.text(&["show", code.as_str(), "--lang", lang]);
            assert!(shown.starts_with(&format!("{head}\n\n{code}\n")), "{shown}");
            assert!(shown.ends_with(&format!("\n\n{result}\n")), "{facts:?}: {shown}\nis not\n{result}");
        }
    }
}

#[test]
fn a_case_is_shown_with_intake_and_without_what_was_withheld() {
    let state = State::new();
    let facts = "country=CO nationality=VE arrived=2019 adult=yes status=regular";
    let hold = state.save(facts, &[], |record| {
        record
            .place
            .push(StoredMove { step: state.content.process.steps[0].id.to_string(), date: TODAY.parse().unwrap() });
        record.items.push(state.content.items[0].id.to_string());
    });
    let shown = state.text(&["show", &hold.code().as_str().to_lowercase()]);
    for said in [
        "Begun 23 Nov 2026, 14:02",
        "Country: Colombia",
        "18 or older: yes",
        "Process so far",
        "Ready: ",
        "open at another desk",
        "meets the stated minimum",
    ] {
        assert!(shown.contains(said), "{said} in {shown}");
    }
    let at = |words: &str| shown.find(words).unwrap_or_else(|| panic!("{words} in {shown}"));
    assert!(at("no longer active") < at("meets the stated minimum"), "{shown}");
    assert!(shown[at("meets the stated minimum")..].contains("(!) "), "{shown}");
    assert!(!shown.contains("Then ("), "the content is the same: {shown}");
    assert_eq!(shown.matches("Colombia: meets the stated minimum").count(), 1, "{shown}");
    let hold = state.save(facts, &["status", "adult"], |_| {});
    let shown = state.text(&["show", hold.code().as_str()]);
    assert!(shown.contains("Used and not stored: 18 or older, Legal status"), "{shown}");
    assert!(!shown.contains("regular status") && !shown.contains("Then ("), "{shown}");
    assert!(shown.contains("[?] Colombia: cannot tell yet"), "{shown}");
}

#[test]
fn answers_that_are_no_longer_understood_and_rules_that_changed_are_shown() {
    let state = State::new();
    let hold = state.save("country=CO nationality=VE arrived=2019 adult=yes status=regular", &[], |record| {
        record.check_code = "00000000".to_owned();
        record.answers.retain(|said| said.fact != "adult");
        record.answers.push(smo_desk::case::StoredAnswer {
            country: None,
            fact: "shoe".into(),
            value: "43\u{1b}[2J".into(),
        });
    });
    let shown = state.text(&["show", hold.code().as_str()]);
    assert!(shown.contains("Not understood by this content, kept: shoe: 43 [2J"), "{shown:?}");
    let then = format!("Then (00000000, now {}): Colombia [+] meets the stated minimum", state.content.check_code);
    let at = |words: &str| shown.find(words).unwrap_or_else(|| panic!("{words} in {shown}"));
    assert!(
        at("no longer active") < at("[?] Colombia: cannot tell yet, ") && at("[?] Colombia") < at(&then),
        "{shown}"
    );
    assert!(
        shown.ends_with(&format!("{then}\n  (!) The minimum promises nothing: no pathway, no travel.\n")),
        "{shown}"
    );
    for once in ["cannot tell yet", "meets the stated minimum"] {
        assert_eq!(
            shown.matches(&format!("] {once}")).count() + shown.matches(&format!(": {once}")).count(),
            1,
            "{shown}"
        );
    }
}

#[test]
fn an_unknown_code_is_answered_with_the_nearest() {
    let state = State::new();
    state.code("country=CO");
    let code = state.code("country=EC");
    let near = format!("{}{}", &code.as_str()[..3], if code.as_str().ends_with('7') { '8' } else { '7' });
    let said = state.refused(&["show", &near], 2);
    assert!(said.starts_with(&format!("error: there is no case \"{near}\" (did you mean {code}?)")), "{said}");
    for bad in ["", "../x", "K0Q2", "\u{1b}[2J"] {
        let said = state.refused(&["delete", bad], 2);
        assert!(said.starts_with("error: there is no case \"") && !said.contains('\u{1b}'), "{said:?}");
    }
    state.refused(&["delete"], 2);
}

#[test]
fn cases_are_deleted_together_or_not_at_all() {
    let state = State::new();
    let (one, two) = (state.code("country=CO"), state.code("country=EC"));
    let open = state.save("country=GT", &[], |_| {});
    let said = state.refused(&["delete", one.as_str(), open.code().as_str()], 4);
    let held = "is open at another desk (pts/3 on desk, since 14:02 on 2026-11-23, process 4711); close it there first";
    assert_eq!(said, format!("error: case {} {held}\n", open.code()));
    state.refused(&["delete", one.as_str(), "XXXX"], 2);
    assert_eq!(state.store.list().unwrap().cases.len(), 3);
    let said = state.text(&["delete", &two.as_str().to_lowercase(), one.as_str(), two.as_str()]);
    let mut gone = [one.as_str(), two.as_str()];
    gone.sort_unstable();
    let mut lines = said.lines();
    assert_eq!(lines.next(), Some(&*format!("Deleted: {}", gone.join(", "))));
    let trash = state.path("").with_file_name("trash");
    let until = lines.next().unwrap();
    assert!(until.starts_with("Until ") && until.ends_with(&*trash.display().to_string()), "{until}");
    let mut kept: Vec<String> =
        fs::read_dir(&trash).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    kept.sort();
    assert!(kept.len() == 2 && kept.iter().zip(gone).all(|(name, code)| name.starts_with(code)), "{kept:?}");
    drop(open);
    assert_eq!(state.store.list().unwrap().cases.len(), 1);
    assert_eq!(fs::read_dir(state.path("")).unwrap().count(), 1);
}

#[test]
fn an_export_holds_neither_parked_nor_withheld_nor_half_typed() {
    let state = State::new();
    let hold = state.save("country=CO nationality=VE arrived=1987-03-04 adult=yes", &["adult"], |record| {
        let content = Content::embedded().unwrap();
        let (mut answers, _) = record.answers(&content);
        let country = content.question("country").unwrap();
        let today = TODAY.parse().unwrap();
        answers.set(&content, country, parse_value(&content, country, "EC", today).unwrap());
        record.set_answers(&content, &answers, &["adult".into()]);
        record.draft = Some(Draft { question: "status".to_owned(), text: "HALF".to_owned() });
        assert_eq!(record.parked.len(), 1);
    });
    state.code("country=GT");
    let lines = state.text(&["export"]);
    assert_eq!(lines.lines().count(), 2);
    assert!(!lines.contains("1987") && !lines.contains("HALF"), "{lines}");
    let one: Value = serde_json::from_str(&state.text(&["export", hold.code().as_str()])).unwrap();
    assert_eq!((&one["format"], &one["withheld"]), (&1.into(), &serde_json::json!(["adult"])));
    assert_eq!(one["answers"].as_array().unwrap().len(), 2);
}

#[test]
fn an_export_to_a_file_is_whole_private_and_replaces_nothing() {
    let state = State::new();
    let code = state.code("country=CO");
    let file = state.place.path().join("cases.jsonl");
    let path = file.to_str().unwrap();
    assert_eq!(state.text(&["export", "-o", path]), format!("Cases written to {path}: 1\n"));
    let written = fs::read_to_string(&file).unwrap();
    assert!(written.contains(code.as_str()));
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(state.refused(&["export", "-o", path], 4).contains("cannot export to"));
    assert_eq!(fs::read_to_string(&file).unwrap(), written);
}

#[test]
fn an_export_goes_on_past_a_case_that_cannot_be_read_and_says_so() {
    let state = State::new();
    let code = state.code("country=CO");
    fs::write(state.path("K7Q2.json"), r#"{"format": 9, "secret": "SECRET"}"#).unwrap();
    let output = state.smo(&["export"]).assert().code(4).get_output().clone();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains(code.as_str()) && text.contains("has format 9, of a newer smo"), "{text}");
    assert!(!text.contains("SECRET"), "{text}");
    assert!(state.refused(&["show", "K7Q2"], 4).contains("open it with that one"));
}

#[test]
fn a_folder_that_cannot_be_used_is_named_with_what_to_do() {
    let state = State::new();
    let said = state.refused(&["list", "--no-store"], 2);
    assert!(said.starts_with("error: --no-store keeps no cases"), "{said}");
    let other = tempfile::tempdir().unwrap();
    fs::write(other.path().join("smo"), "").unwrap();
    let output =
        state.smo(&["list"]).env("XDG_STATE_HOME", other.path()).assert().code(4).stdout("").get_output().clone();
    let said = String::from_utf8(output.stderr).unwrap();
    let in_the_way = other.path().join("smo");
    assert_eq!(said, format!("error: {} is not a folder; move it away\n", in_the_way.display()));
}

#[test]
fn the_process_of_a_case_begins_at_its_place_and_has_days() {
    let state = State::new();
    let moved = |step: &str, date: &str| StoredMove { step: step.to_owned(), date: date.parse().unwrap() };
    let hold = state.save("country=CO", &[], |record| {
        record.place = vec![moved("screening", "2026-05-03"), moved("refugee_check", "2026-05-10")];
    });
    let process = |args: &[&str]| {
        let mut command = smo(&[&["process", "--case", hold.code().as_str()], args].concat());
        command.env("XDG_STATE_HOME", state.place.path());
        String::from_utf8(command.assert().success().stderr("").get_output().stdout.clone()).unwrap()
    };
    let text = process(&[]);
    assert!(text.contains("9 Screening, can vary by place: 3 May 2026"), "{text}");
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("2 weeks or more after 3 May 2026 (Screening): from 17 May 2026"), "{text}");
    assert!(
        text.contains("(!)") && text.contains("\n11 ") && !text.contains("\n3 Review"),
        "from the place on:\n{text}"
    );
    let data: Value = serde_json::from_str(&process(&["--format", "json"])).unwrap();
    assert_eq!(data["case"]["at"], "refugee_check");
    assert_eq!(data["case"]["expected"][0]["min"], "2026-05-17");
    assert_eq!(data["case"]["expected"][0]["max"], Value::Null);
    let mut command = smo(&["process", "--case", "ZZZZ"]);
    let refused = command.env("XDG_STATE_HOME", state.place.path()).assert().code(2).get_output().stderr.clone();
    assert!(String::from_utf8(refused).unwrap().contains("there is no case"));
}
