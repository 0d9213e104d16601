//! `smo batch`: files, pipes, signals and memory.

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::run::{TODAY, bare, each, smo};
use crate::process::{status, until};

const TABLE: &str =
    "name,country,nationality,arrived,adult,status\nA,CO,VE,2020,yes,regular\nB,CO,VE,2024,yes,regular\n";

fn table(folder: &Path) -> String {
    let file = folder.join("people.csv");
    fs::write(&file, TABLE).unwrap();
    file.display().to_string()
}

/// Nothing but these files is in a folder.
fn assert_holds(folder: &Path, names: &[&str]) {
    let mut all: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    all.sort();
    assert_eq!(all, names);
}

#[test]
fn a_table_goes_to_a_file_and_its_summary_to_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (table(folder.path()), folder.path().join("checked.csv").display().to_string());
    let output = smo(&["batch", &from, "-o", &to]).assert().success().stderr("").get_output().clone();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.starts_with("Rows: 2\n") && said.contains("meets the stated minimum           1 ####"), "{said}");
    assert!(said.contains("promises nothing"), "{said}");
    let written = fs::read_to_string(&to).unwrap();
    assert!(written.ends_with("B,CO,VE,2024,yes,regular,colombia,not_met,colombia.presence,,ended,,\n"), "{written}");
    let refused = smo(&["batch", &from, "-o", &to]).assert().code(4).stdout("").get_output().clone();
    assert!(String::from_utf8(refused.stderr).unwrap().contains("exists; --force replaces it"));
    smo(&["batch", &from, "-o", &to, "--force"]).assert().success();
    assert_holds(folder.path(), &["checked.csv", "people.csv"]);
}

#[test]
fn a_table_goes_through_a_pipe_and_its_summary_past_it() {
    let output = smo(&["batch", "-", "--json"]).write_stdin(TABLE).assert().success().get_output().clone();
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("name,country,"));
    let summary: Value = serde_json::from_slice(&output.stderr).unwrap();
    let schema: Value = serde_json::from_str(include_str!("../../../docs/batch.schema.json")).unwrap();
    assert!(jsonschema::validator_for(&schema).unwrap().is_valid(&summary), "{summary}");
    assert_eq!(summary["rows"], 2);
    assert_eq!(each(&summary["not_met"], "id"), ["colombia.presence"]);
    let one = smo(&["batch", "-", "--office", "ecuador"]).write_stdin(TABLE).assert().success().get_output().clone();
    assert!(String::from_utf8(one.stdout).unwrap().contains(",ecuador,not_met,ecuador.place,"));
}

/// A question under a name that is not its own is not answered, which nobody sees in the rows.
#[test]
fn the_summary_names_the_columns_that_are_not_read() {
    let table = "Name,País,Is adult,_status,a\u{202e}b\nA,CO,yes,new,\n";
    let output = smo(&["batch", "-"]).write_stdin(table).assert().success().get_output().clone();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("\nColumns that are kept and not read: Name, Is adult, a"), "{said}");
    assert!(!said.contains(['\u{202e}']) && !said.contains("_status"), "{said}");
    let many: Vec<String> = (0..20).map(|n| format!("c{n}")).collect();
    let table = format!("{},country\n{}CO\n", many.join(","), ",".repeat(20));
    let output = smo(&["batch", "-", "--json"]).write_stdin(table.clone()).assert().success().get_output().clone();
    let summary: Value = serde_json::from_slice(&output.stderr).unwrap();
    assert_eq!(summary["kept_columns"].as_array().unwrap().len(), 20);
    let output = smo(&["batch", "-", "--lang", "es"]).write_stdin(table).assert().success().get_output().clone();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("no se leen: c0, c1, c2, c3, c4, c5, c6, c7, +12\n"), "{said}");
    let all = smo(&["batch", "-"]).write_stdin("country\nCO\n").assert().success().get_output().clone();
    assert!(!String::from_utf8(all.stderr).unwrap().contains("not read"));
}

#[test]
fn what_cannot_be_worked_on_gets_one_line_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("out.csv").display().to_string();
    let no_table = folder.path().display().to_string();
    for (from, code) in [("-", 2), (no_table.as_str(), 4), ("/nowhere/people.csv", 4)] {
        let output =
            bare(&["batch", from, "-o", &to]).write_stdin("a,b\n1,2\n").assert().code(code).get_output().clone();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.starts_with("error: ") && said.lines().count() == 1, "{said}");
    }
    let nowhere =
        bare(&["batch", "-", "-o", "/nowhere/out.csv"]).write_stdin(TABLE).assert().code(4).get_output().clone();
    assert!(String::from_utf8(nowhere.stderr).unwrap().contains("there is no such folder"));
    assert_holds(folder.path(), &[]);
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("smo"));
    command.args(["batch", &table(folder.path())]).stdout(full).stderr(Stdio::piped());
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(4));
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("error: cannot write: "));
}

/// A row without an end, through a pipe and in a file: the rest is not waited for.
#[test]
fn two_gigabytes_in_one_line_get_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |output: std::process::Output, said: &str| {
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(String::from_utf8(output.stderr).unwrap(), format!("error: {said}\n"));
    };
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("smo"));
    command.args(["batch", "-"]).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(b"country,note\nCO,").unwrap();
    let block = vec![b'x'; 1 << 20];
    let taken = (0..2048).take_while(|_| input.write_all(&block).is_ok()).count();
    assert!(taken < 16, "{taken} MB");
    let quotation = "row 2 has more than 1048576 bytes; is a quotation mark not closed?";
    refused(child.wait_with_output().unwrap(), quotation);
    let file = folder.path().join("long.csv");
    let mut long = fs::File::create(&file).unwrap();
    long.write_all(b"country,note\nCO,").unwrap();
    // Of the file only the beginning is on the disk: the rest reads as NUL bytes.
    long.set_len(2 << 30).unwrap();
    let run = |path: &str| bare(&["batch", path]).assert().get_output().clone();
    refused(run(&file.display().to_string()), quotation);
}

#[test]
fn a_disk_that_fills_half_way_keeps_no_half_file() {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (folder.path().join("people.csv"), folder.path().join("checked.csv"));
    fs::write(&from, format!("country\n{}", "CO\n".repeat(100_000))).unwrap();
    for ending in ["csv", "xlsx"] {
        let to = to.with_extension(ending);
        let smo = assert_cmd::cargo::cargo_bin("smo");
        let paths = [&smo, &from, &to].map(|path| path.display().to_string());
        let line = format!("ulimit -f 64; exec '{}' batch '{}' -o '{}'", paths[0], paths[1], paths[2]);
        let output = Command::new("bash").args(["-c", &line]).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(said, format!("error: cannot write {}: File too large (os error 27)\n", paths[2]));
        assert_eq!(output.status.code(), Some(4));
        assert_holds(folder.path(), &["people.csv"]);
    }
}

/// The program with a table that somebody is still writing.
fn fed(args: &[&str], rows: usize) -> Child {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("smo"));
    command.args(["batch", "-", "--as-of", TODAY]).args(args).stdin(Stdio::piped()).stdout(Stdio::null());
    let mut child = command.stderr(Stdio::null()).spawn().unwrap();
    child.stdin.as_mut().unwrap().write_all(TABLE.as_bytes()).unwrap();
    feed(&mut child, rows);
    child
}

/// Gives it rows of days and names that are all different.
fn feed(child: &mut Child, rows: usize) {
    let input = child.stdin.as_mut().unwrap();
    for from in (0..rows).step_by(1000) {
        let row = |at: usize| {
            let (year, month, day) = (1980 + at % 40, 1 + at % 12, 1 + at % 28);
            format!("P{at},CO,VE,{year}-{month:02}-{day:02},yes,rich {}\n", at * 31)
        };
        let block: String = (from..from + 1000).map(row).collect();
        input.write_all(block.as_bytes()).unwrap();
    }
}

/// However many rows there are, and however many different texts: 32 MB.
#[test]
fn memory_does_not_grow_with_the_rows() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("out.csv").display().to_string();
    let mut child = fed(&["-o", &to], 20_000);
    let peak = |id: u32| {
        let text = status(&id.to_string(), "VmHWM").unwrap();
        text.trim_end_matches("kB").trim().parse::<u64>().unwrap()
    };
    let before = peak(child.id());
    feed(&mut child, 200_000);
    let after = peak(child.id());
    assert!(after < 32 << 10 && after < before + 2048, "{before} kB, then {after} kB");
    drop(child.stdin.take());
    assert!(child.wait().unwrap().success());
    assert_eq!(fs::read_to_string(&to).unwrap().lines().count(), 220_003);
}

#[test]
fn what_is_stopped_leaves_nothing_behind() {
    for signal in ["INT", "TERM", "HUP"] {
        let folder = tempfile::tempdir().unwrap();
        let to = folder.path().join("out.csv").display().to_string();
        let mut child = fed(&["-o", &to], 5_000);
        until("the file beside its place", || fs::read_dir(folder.path()).unwrap().count() == 1);
        let id = child.id().to_string();
        assert!(Command::new("kill").args([&format!("-{signal}"), &id]).status().unwrap().success());
        // The table is still open, and nothing more comes.
        assert_eq!(child.wait().unwrap().code(), Some(130), "{signal}");
        assert_holds(folder.path(), &[]);
    }
}
