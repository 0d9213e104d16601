//! `smo sheet`: what it prints, where it writes, and what it must not say.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use super::cases::State;
use super::run::{bare, refused, smo, text};

const FORMATS: [&str; 4] = ["text", "message", "html", "script"];

/// Text without what a format puts between words.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn every_format_has_the_day_the_notices_and_what_is_not_promised() {
    let said = [
        ("en", "23 November 2026", "no longer active", "executive order 14163", "promises nothing"),
        ("es", "23 de noviembre de 2026", "ya no está activo", "orden ejecutiva 14163", "no promete nada"),
        ("ht", "23 novanm 2026", "pa aktif ankò", "dekrè prezidansyèl 14163", "pa pwomèt anyen"),
    ];
    let people = [&[][..], &["country=EC"], &["country=GT", "nationality=GT", "arrived=2019"]];
    for (n, office) in ["colombia", "costa-rica", "ecuador", "guatemala"].iter().enumerate() {
        for (m, (lang, day, ended, suspended, promise)) in said.into_iter().enumerate() {
            for (k, format) in FORMATS.iter().enumerate() {
                let facts = people[(n + m + k) % people.len()];
                let sheet = text(&[&["sheet", office, "--lang", lang, "--format", format], facts].concat());
                for words in [day, ended, suspended, promise, "movilidadsegura.org/en/"] {
                    assert!(squeezed(&sheet).contains(&squeezed(words)), "{office} {lang} {format}: {words}");
                }
                assert!(!sheet.to_lowercase().contains("eligible"), "{sheet}");
            }
        }
    }
}

/// As it comes out of a printer: every office in every language, for somebody of whom one thing is not known.
#[test]
fn sheets_of_text_look_as_they_did() {
    let people = [
        ("colombia", "country=CO nationality=VE arrived=2023-06-11 adult=yes status=unknown"),
        ("costa-rica", "country=CR nationality=NI arrived=2023-06-13"),
        ("ecuador", "country=EC nationality=stateless arrived=2023-10 asylum_registered=no regularization=yes"),
        ("guatemala", "country=GT nationality=GT arrived=always"),
    ];
    for (office, facts) in people {
        for lang in ["en", "es", "ht"] {
            let facts: Vec<&str> = facts.split(' ').collect();
            let sheet = text(&[&["sheet", office, "--lang", lang, "--format", "text"], &facts[..]].concat());
            assert!(sheet.lines().all(|line| line.chars().count() <= 72), "{office} {lang}");
            insta::assert_snapshot!(format!("sheet_{office}_{lang}"), sheet);
        }
    }
}

#[test]
fn facts_come_from_arguments_and_from_standard_input() {
    let facts = ["country=EC", "nationality=VE", "arrived=2019"];
    let given = text(&[&["sheet", "ecuador"], &facts[..]].concat());
    let piped = smo(&["sheet", "ecuador", "-"]).write_stdin(facts.join("\n")).assert().success().get_output().clone();
    assert_eq!(String::from_utf8(piped.stdout).unwrap(), given);
    assert!(given.contains("2019 is on or before"), "{given}");
}

#[test]
fn without_the_person_it_is_that_of_nobody() {
    for format in FORMATS {
        let args = ["sheet", "ecuador", "--format", format];
        let nobody = text(&args);
        let facts = ["--impersonal", "country=EC", "nationality=VE", "arrived=2019"];
        assert_eq!(text(&[&args[..], &facts].concat()), nobody);
        assert!(!nobody.contains("2019"));
    }
}

#[test]
fn plain_ascii_is_plain_in_the_formats_of_lines() {
    for format in ["text", "message", "script"] {
        assert!(text(&["sheet", "ecuador", "--lang", "ht", "--ascii", "--format", format]).is_ascii());
    }
}

#[test]
fn what_is_wrong_is_said_in_one_line_with_the_nearest() {
    let offices = "the offices are colombia, costa-rica, ecuador, guatemala";
    let cases = [
        (&["sheet", "guatamala"][..], format!("there is no office \"guatamala\" (did you mean guatemala?); {offices}")),
        (&["sheet", "country=PE"], format!("which office? {offices}")),
        (&["sheet", "ecuador", "--lang", "fr"], "there is no language \"fr\"; the languages are en, es, ht".to_owned()),
        (&["sheet", "ecuador", "adult"], "\"adult\" has no \"=\"; write FACT=VALUE, as in adult=yes".to_owned()),
    ];
    for (args, line) in cases {
        assert_eq!(refused(args, 2), format!("error: {line}\n"));
    }
    assert_eq!(refused(&["sheet"], 2), format!("error: which office? {offices}\n"));
    refused(&["sheet", "ecuador", "--case", "K7Q2", "country=EC"], 2);
    refused(&["sheet", "ecuador", "--force"], 2);
}

#[test]
fn without_an_office_it_is_the_one_in_the_country_of_the_person() {
    let facts = ["country=EC", "nationality=VE"];
    assert_eq!(text(&[&["sheet"], &facts[..]].concat()), text(&[&["sheet", "ecuador"], &facts[..]].concat()));
}

/// A country with two offices.
#[test]
fn of_several_offices_the_nearest_is_taken_and_none_where_none_is_nearer() {
    let content = ["--content", concat!(env!("CARGO_MANIFEST_DIR"), "/examples/content/colombia-regularization")];
    let sheet = |words: &[&'static str], facts: &[&'static str]| [&content[..], words, facts].concat();
    for facts in [&["country=CO"][..], &["country=CO", "nationality=CU"], &["country=CO", "nationality=VE"]] {
        assert_eq!(refused(&sheet(&["sheet"], facts), 2), "error: which office? the offices are pep-tutor, ppt\n");
    }
    for (fact, nearest) in [("custodian=no", "ppt"), ("protected=yes", "pep-tutor")] {
        let facts = ["country=CO", fact];
        assert_eq!(text(&sheet(&["sheet"], &facts)), text(&sheet(&["sheet", nearest], &facts)));
    }
    // Its country's name and code are not those of one of them.
    for word in ["CO", "Colombia", "colombi"] {
        let said = refused(&sheet(&["sheet", word], &[]), 2);
        assert!(said.contains("(did you mean pep-tutor or ppt?)"), "{said}");
    }
}

#[test]
fn a_dash_is_standard_output_and_a_folder_that_is_not_there_is_named_as_that() {
    assert_eq!(text(&["sheet", "ecuador", "-o", "-"]), text(&["sheet", "ecuador"]));
    let said = refused(&["sheet", "ecuador", "-o", "/nowhere/at/all"], 4);
    assert!(said.contains("there is no such folder"), "{said}");
}

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn a_file_is_whole_private_and_replaced_only_where_that_is_asked_for() {
    for command in [&["sheet", "ecuador"][..], &["sheet", "ecuador", "--format", "html"], &["process"]] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("out");
        let to = [command, &["-o", file.to_str().unwrap()]].concat();
        assert_eq!(text(&to), "");
        assert_eq!(fs::read_to_string(&file).unwrap(), text(command));
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        fs::write(&file, "mine").unwrap();
        assert!(refused(&to, 4).contains("exists; --force replaces it"));
        assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
        assert_eq!(text(&[&to[..], &["--force"]].concat()), "");
        assert_eq!(fs::read_to_string(&file).unwrap(), text(command));
        assert_eq!(names(folder.path()), ["out"]);
    }
}

#[test]
fn nothing_is_written_through_a_link_nor_over_what_is_no_file() {
    for forced in [&[][..], &["--force"]] {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("target"), "mine").unwrap();
        symlink(path("target"), path("link")).unwrap();
        symlink(path("nothing"), path("dangling")).unwrap();
        fs::create_dir(path("folder")).unwrap();
        for name in ["link", "dangling", "folder", "none/out", "target/out"] {
            let file = path(name);
            let said = refused(&[&["sheet", "ecuador", "-o", file.to_str().unwrap()], forced].concat(), 4);
            assert!(said.contains(name) && said.lines().count() == 1, "{said}");
        }
        let mut left = names(folder.path());
        left.sort();
        assert_eq!(left, ["dangling", "folder", "link", "target"]);
        assert_eq!(fs::read_to_string(path("target")).unwrap(), "mine");
        assert!(fs::symlink_metadata(path("link")).unwrap().is_symlink());
    }
}

fn of_case(state: &State, args: &[&str]) -> String {
    let mut command = smo(&[&["sheet"], args].concat());
    let output = command.env("XDG_STATE_HOME", state.place.path()).assert().success().get_output().clone();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_case_that_is_open_at_a_desk_is_read_all_the_same() {
    let state = State::new();
    let hold = state.save("country=EC nationality=VE arrived=2019", &[], |record| record.items.push("photo".into()));
    let sheet = of_case(&state, &["ecuador", "--case", &hold.code().as_str().to_lowercase()]);
    assert!(sheet.contains("2019 is on or before") && sheet.contains("A clear photo of the person: ready"), "{sheet}");
    assert!(!sheet.contains(hold.code().as_str()), "{sheet}");
}

/// Whatever a withheld answer was, the sheet is the same, in every format.
#[test]
fn what_is_withheld_is_on_no_sheet() {
    let said = |facts: &str, withheld: &[&str], args: &[&str]| {
        let state = State::new();
        let hold = state.save(facts, withheld, |_| {});
        of_case(&state, &[args, &["--case", hold.code().as_str()]].concat())
    };
    for format in FORMATS {
        for office in ["colombia", "ecuador"] {
            let args = [office, "--format", format];
            let with = |nationality: &str, arrived: &str| {
                let facts = format!("country=EC nationality={nationality} arrived={arrived} regularization=yes");
                said(&facts, &["nationality", "arrived"], &args)
            };
            let sheet = with("VE", "2019");
            assert_eq!(sheet, with("PE", "2025"));
            assert_eq!(sheet, with("CU,HT", "2023"));
            assert!(!sheet.contains("2019") && !sheet.contains("Venezuelan is accepted"), "{sheet}");
            assert_eq!(
                said("country=EC nationality=VE regularization=yes", &["country"], &args),
                said("country=CO nationality=VE status=regular", &["country"], &args)
            );
        }
    }
}

/// The office of `--office` is taken wherever none is named, and never left aside.
#[test]
fn the_office_of_the_option_is_taken_or_refused() {
    let wanted = text(&["sheet", "ecuador", "country=EC", "adult=yes"]);
    for args in [
        &["sheet", "--office", "ecuador", "country=EC", "adult=yes"][..],
        &["--office", "ecuador", "sheet", "country=EC", "adult=yes"],
        &["sheet", "ecuador", "--office", "ecuador", "country=EC", "adult=yes"],
        &["sheet", "ecuador", "country=EC", "adult=yes", "--office", "ECUADOR"],
    ] {
        assert_eq!(text(args), wanted, "{args:?}");
    }
    let piped = smo(&["sheet", "--office", "ecuador", "-"]).write_stdin("country=EC adult=yes").output().unwrap();
    assert_eq!(String::from_utf8(piped.stdout).unwrap(), wanted);
    assert_eq!(text(&["sheet", "--office", "ecuador"]), text(&["sheet", "ecuador"]));
    for args in [&["sheet", "ecuador", "--office", "colombia"][..], &["--office", "colombia", "sheet", "ecuador"]] {
        assert_eq!(refused(args, 2), "error: OFFICE and --office are two offices; name one\n");
    }
    let both = ["sheet", "--office", "ecuador", "country=EC", "--case", "K7Q2"];
    assert_eq!(refused(&both, 2), "error: --case and facts are two people; give one\n");
}

#[test]
fn a_referral_slip_is_text_a_page_or_a_pdf_file_and_nothing_else() {
    for format in ["message", "script"] {
        let said = refused(&["sheet", "ecuador", "--referral", "--format", format], 2);
        assert!(said.lines().count() == 1 && said.contains("text, html or pdf"), "{said}");
    }
    refused(&["sheet", "ecuador", "--referral", "--impersonal"], 2);
    for (lang, copies, consent) in [
        ("en", ["Copy: person", "Copy: receiver", "Copy: desk"], "I may say no."),
        ("es", ["Copia: persona", "Copia: quien recibe", "Copia: atención"], "Puedo decir que no."),
        ("ht", ["Kopi: moun nan", "Kopi: moun ki resevwa", "Kopi: biwo akèy"], "Mwen ka di non."),
    ] {
        for format in ["text", "html"] {
            let slip =
                text(&["sheet", "ecuador", "--referral", "--lang", lang, "--format", format, "arrived=declined"]);
            let places: Vec<_> = copies.iter().map(|copy| slip.find(copy).unwrap()).collect();
            assert!(places.is_sorted(), "{lang} {format}");
            assert_eq!(slip.matches(consent).count(), 3, "{lang} {format}");
            assert!(!slip.to_lowercase().contains("eligible"), "{slip}");
        }
        let args = ["sheet", "ecuador", "--referral", "--lang", lang, "--format", "pdf"];
        assert!(smo(&args).output().unwrap().stdout.starts_with(b"%PDF-1.7"));
    }
    assert!(text(&["sheet", "ecuador", "--referral", "--ascii", "--lang", "ht"]).is_ascii());
}

/// Of a case: its code, what was answered; what was not stored is a blank, and no value of it makes a difference.
#[test]
fn a_referral_slip_of_a_case_has_its_code_and_nothing_that_is_withheld() {
    let slip = |nationality: &str, arrived: &str| {
        let state = State::new();
        let facts = format!("country=EC nationality={nationality} arrived={arrived} regularization=unknown");
        let hold = state.save(&facts, &["nationality", "arrived"], |_| {});
        let slip = of_case(&state, &["ecuador", "--referral", "--case", hold.code().as_str()]);
        assert_eq!(slip.matches(&format!("Case code: {}", hold.code().as_str())).count(), 3, "{slip}");
        slip.replace(hold.code().as_str(), "CODE")
    };
    let one = slip("VE", "2019");
    assert_eq!(one, slip("CU,HT", "2024-02-03"));
    let words = one.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in
        ["Name every one. ____", "come to Ecuador? ____", "regularization in Ecuador? don't know", "not asked yet"]
    {
        assert_eq!(words.matches(said).count(), 3, "{said} in {one}");
    }
}

/// What a full disk, a limit or a missing folder says names the file that was asked for, and no other.
#[test]
fn an_error_of_writing_names_the_file_that_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sheet.txt");
    let commands = ["sheet ecuador", "sheet ecuador --format html", "sheet ecuador --format pdf", "process"];
    for command in commands {
        let line = format!("ulimit -f 1; exec '{}' {command} -o '{}'", env!("CARGO_BIN_EXE_smo"), file.display());
        let output = std::process::Command::new("bash").args(["-c", &line]).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(4), "{said}");
        assert_eq!(said, format!("error: cannot write {}: File too large (os error 27)\n", file.display()));
        assert_eq!(names(folder.path()), Vec::<String>::new(), "no half of it stays");
    }
    let none = folder.path().join("none").join("sheet.txt");
    let said = refused(&["sheet", "ecuador", "-o", none.to_str().unwrap()], 4);
    assert!(said.contains(none.to_str().unwrap()) && !said.contains("at path"), "{said}");
}

#[test]
fn an_unknown_case_is_answered_with_what_lists_them() {
    let state = State::new();
    let mut command = bare(&["sheet", "ecuador", "--case", "K7Q2"]);
    let output = command.env("XDG_STATE_HOME", state.place.path()).assert().code(2).stdout("").get_output().clone();
    assert!(String::from_utf8(output.stderr).unwrap().contains("`smo cases list` names the cases"));
}

#[test]
fn a_pdf_file_is_the_same_through_a_pipe_and_with_an_output() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sheet.pdf");
    let args = ["sheet", "ecuador", "--lang", "ht", "--format", "pdf"];
    let piped = smo(&args).output().unwrap().stdout;
    assert!(piped.starts_with(b"%PDF-1.7") && piped.trim_ascii_end().ends_with(b"%%EOF"));
    assert!(smo(&[&args[..], &["-o", file.to_str().unwrap()]].concat()).output().unwrap().status.success());
    assert_eq!(fs::read(&file).unwrap(), piped);
    let large = smo(&[&args[..], &["--large"]].concat()).output().unwrap().stdout;
    assert_ne!(large, piped);
}
