//! Runs the program in an environment of its own.

use assert_cmd::Command;
use serde_json::Value;

/// The day on which these tests ask, so that they do not age.
pub(crate) const TODAY: &str = "2026-11-23";

/// The program in English, UTF-8, on one day, without a terminal.
pub(crate) fn smo(args: &[&str]) -> Command {
    let mut command = bare(args);
    command.args(["--as-of", TODAY]);
    command
}

/// The same without a day.
pub(crate) fn bare(args: &[&str]) -> Command {
    let mut command = Command::cargo_bin("smo").unwrap();
    for name in ["LC_ALL", "LC_MESSAGES", "LC_CTYPE", "SMO_LANG", "NO_COLOR"] {
        command.env_remove(name);
    }
    // Nobody has chosen anything, and nothing of whoever runs the tests is read.
    command.env("XDG_CONFIG_HOME", "/dev/null");
    command.env("LANG", "en_US.UTF-8").env("TERM", "xterm").args(args);
    command
}

/// What is printed where all goes well.
pub(crate) fn text(args: &[&str]) -> String {
    let output = smo(args).assert().success().stderr("").get_output().clone();
    String::from_utf8(output.stdout).unwrap()
}

/// The JSON that is printed where all goes well.
pub(crate) fn json(args: &[&str]) -> Value {
    serde_json::from_str(&text(args)).unwrap()
}

/// The message of a refusal with an exit code; nothing is on standard output then.
pub(crate) fn refused(args: &[&str], code: i32) -> String {
    let output = bare(args).assert().code(code).stdout("").get_output().clone();
    String::from_utf8(output.stderr).unwrap()
}

/// The keys of an object, in order.
pub(crate) fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

/// A field of every element of a list, as text.
pub(crate) fn each<'a>(list: &'a Value, key: &str) -> Vec<&'a str> {
    list.as_array().unwrap().iter().map(|one| one[key].as_str().unwrap()).collect()
}
