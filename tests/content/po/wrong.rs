//! What translators and their tools can do wrong: told with its line, all at once.

use super::{ASK, entry, read, texts};

/// What stands in the entry of the question on countries, what a translator made of it, and what is said of that.
const PROBLEMS: &[(&str, &str, &str)] = &[
    ("msgctxt \"questions.question.country.ask\"", "msgctxt \"questions.question.country.asks\"", "there is no text `"),
    ("msgctxt \"questions.question.country.ask\"", "msgctxt \"questions.question.county.ask\"", "there is no text `"),
    ("msgctxt \"questions.question.country.ask\"\n", "", "this entry has no `msgctxt`"),
    ("msgctxt \"questions.question.country.ask\"", "msgctxt \"programme.source.guide.label\"", "is there twice"),
    ("msgstr \"¿", "msgstr \"{country} ¿", "the languages differ in their names"),
    ("msgstr \"¿", "msgstr \"{place} ¿", "this text has no value for `{place}`"),
    ("msgstr \"¿", "msgstr \"{ ¿", "the braces of this text do not match"),
    ("msgstr \"¿", "msgstr \"\\n¿", "this text holds the control character"),
    ("msgstr \"¿", "msgstr \"中¿", "which cannot be printed on a sheet"),
    ("msgstr \"¿", "msgstr \"\u{202e}¿", "not seen"),
    ("msgstr \"¿", "msgstr \"\u{200b}¿", "not seen"),
    ("msgid \"", "msgid \"\u{202e}", "not seen"),
    ("msgstr \"¿", "msgstr \"\u{1b}[2J¿", "this text holds the control character"),
    ("msgstr \"¿", "msgstr \"\\q¿", "`\\q` stands for nothing"),
    ("msgstr \"¿", "msgstr ¿", "this is no line of a gettext file"),
    ("msgstr \"¿", "msgtsr \"¿", "this is no line of a gettext file"),
    ("msgstr \"¿", "msgstr[0] \"¿", "a text has no plurals"),
    ("msgstr \"¿", "msgid_plural \"x\"\nmsgstr \"¿", "a text has no plurals"),
    ("ahora?\"", "ahora?", "these words do not end in a quote"),
    ("ahora?\"", "ahora?\\\"", "these words do not end in a quote"),
    ("ahora?\"", "ahora?\" x", "something follows the quote"),
    ("msgstr \"¿", "<<<<<<< ours\nmsgstr \"¿", "this is no line of a gettext file"),
];

#[test]
fn what_is_wrong_in_a_file_is_told_with_its_line() {
    let po = texts(None, "es").po();
    let old = entry(&po, ASK);
    let (before, _) = po.split_once(old).unwrap();
    let first = before.lines().count() + 1;
    for (from, to, said) in PROBLEMS {
        assert!(old.contains(from), "{from}");
        let problems = read(None, "es", &po.replace(old, &old.replacen(from, to, 1))).expect_err(to);
        assert!(problems.contains(said), "{to}: {problems}");
        let line: usize = problems.split("back.po:").nth(1).expect(to).split(':').next().unwrap().parse().unwrap();
        assert!((first..first + old.lines().count() + 1).contains(&line), "{to}: {problems}");
    }
}

#[test]
fn all_problems_of_a_file_are_told_at_once() {
    let po = texts(None, "es").po();
    let wide = po.replace("msgstr \"Llegada\"", "msgstr \"Llegada a los Estados Unidos\"");
    let lost = wide.replace("\nmsgstr \"País\"", "\nmsgstr \"País {date}\"").replace("Language: es", "Language: fr");
    let problems =
        read(None, "es", &format!("{lost}\nmsgctxt \"nowhere.text\"\nmsgid \"x\"\nmsgstr \"y\"\n")).unwrap_err();
    for said in [
        "this text is 28 cells wide; 16 fit",
        "`{date}`",
        "there is no text `nowhere.text`",
        "this file is in `fr`, not in `es`",
    ] {
        assert!(problems.contains(said), "{said}: {problems}");
    }
}

#[test]
fn a_date_written_out_beside_a_rule_is_a_problem_here_too() {
    let po = texts(None, "es").po();
    let old = entry(&po, "colombia.requirement.presence.text");
    let new = old.replace("msgstr \"", "msgstr \"11 de junio de 2023 ");
    assert!(read(None, "es", &po.replace(old, &new)).unwrap_err().contains("literal date"));
}
