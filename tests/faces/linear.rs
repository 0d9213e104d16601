//! The linear face, driven through a pipe as a script drives it.

mod answering;
mod hearing;
mod keeping;
mod looking;
mod noting;
mod piping;

use std::io::Cursor;
use std::sync::{Arc, OnceLock};

use smo_desk::content::{Content, Msg, Topic};
use smo_desk::desk::Desk;
use smo_desk::linear::{self, Options};
use smo_desk::rules::intake;
use unicode_width::UnicodeWidthStr;

fn content() -> Arc<Content> {
    static CONTENT: OnceLock<Arc<Content>> = OnceLock::new();
    let load = || Arc::new(Content::embedded().map_err(|problems| problems.to_string()).unwrap());
    Arc::clone(CONTENT.get_or_init(load))
}

fn day() -> chrono::NaiveDate {
    "2026-11-23".parse().unwrap()
}

fn desk(lang: &str) -> Desk {
    let content = content();
    let lang = content.language(lang).unwrap();
    Desk::new(content, lang, day())
}

/// Everything written for some bytes.
fn written(lang: &str, typed: &[u8], options: Options) -> String {
    written_by(desk(lang), typed, options)
}

/// Everything that a desk writes for some bytes.
fn written_by(desk: Desk, typed: &[u8], options: Options) -> String {
    let mut output = Vec::new();
    linear::run(desk, &mut Cursor::new(typed), &mut output, options).unwrap();
    String::from_utf8(output).unwrap()
}

/// The opening, then the reply to each line, without the prompts; the last one is that to the end of the input.
fn run_loop(lang: &str, lines: &[&str]) -> Vec<String> {
    talk_at(desk(lang), lines)
}

/// The same, at some desk.
fn talk_at(desk: Desk, lines: &[&str]) -> Vec<String> {
    let typed = [&lines.join("\n"), "\n"].concat();
    let all = written_by(desk, typed.as_bytes(), Options::default());
    let replies: Vec<String> = all.split("\n> ").map(str::to_owned).collect();
    assert_eq!(replies.len(), lines.len() + 2 - usize::from(ends(lines)), "a reply to every line:\n{all}");
    replies
}

/// Whether the last line ends the talk itself.
fn ends(lines: &[&str]) -> bool {
    lines.last().is_some_and(|line| ["quit", "salir", "soti"].contains(line))
}

/// The reply to the last line.
fn reply(lang: &str, lines: &[&str]) -> String {
    let replies = run_loop(lang, lines);
    replies[lines.len()].clone()
}

/// Where each part begins; they must come in this order.
fn in_order(text: &str, parts: &[&str]) {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut from = 0;
    for part in parts {
        let at = flat[from..].find(part);
        from += at.unwrap_or_else(|| panic!("{part:?} is missing, or too early, in:\n{text}")) + part.len();
    }
}

/// A positive verdict stands after the newest word on its office's intake and before what it does not promise.
fn no_bare_verdict(lang: &str, text: &str) {
    let content = content();
    let lang = content.language(lang).unwrap();
    let promise = content.on(Topic::Caveat).next().unwrap().text.get(lang);
    for office in &content.offices {
        let met = format!("[+] {}: {}", office.name.get(lang), content.msg(Msg::Meets, lang));
        let intake = intake::of(&content, office, day()).statements[0].statement.text.get(lang);
        for reply in text.split("\n> ").filter(|reply| reply.contains(&met)) {
            let pieces: Vec<&str> = reply.split(&met).collect();
            in_order(pieces[0], &[intake]);
            pieces.iter().skip(1).for_each(|after| in_order(after, &[promise]));
        }
    }
}

fn only_text(text: &str) {
    for line in text.split('\n') {
        assert!(line.width() <= 80, "too wide: {line:?}");
        assert!(!line.chars().any(char::is_control), "control characters: {line:?}");
    }
}

const COLOMBIA: [&str; 6] = ["co", "2", "ve", "2019", "1", "1"];

const JOURNEYS: [(&str, [&str; 6]); 4] = [
    ("en", COLOMBIA),
    ("en", ["Colombia", "no", "venezuelan", "2019", "yes", "regular"]),
    ("es", ["colombia", "no", "Venezolana", "2019", "si", "estatus regular"]),
    ("ht", ["kolonbi", "non", "venezwelyen", "2019", "wi", "estati regilye"]),
];
