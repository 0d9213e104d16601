//! Offices, rules, the process, notices and help, without leaving the question.

use smo_desk::content::{Lang, Msg};

use super::{content, in_order, reply, run_loop};

#[test]
fn the_process_is_a_list_and_each_step_says_where_it_goes() {
    let replies = run_loop("en", &["process", "process 9", "follow 1", "follow 99", "proceso 6", "follow 1"]);
    let steps = &content().process.steps;
    for (n, step) in steps.iter().enumerate() {
        in_order(&replies[1], &[&format!("{} {}", n + 1, step.title.get(Lang(0)))]);
    }
    let screening = &steps[8];
    let to = screening.links[0].to;
    let way = format!("1 then {}", to + 1);
    in_order(
        &replies[2],
        &["9 ", screening.title.get(Lang(0)), "\"follow\"", &way, screening.statement.text.get(Lang(0))],
    );
    in_order(&replies[3], &[&format!("{} {}", to + 1, steps[to].title.get(Lang(0)))]);
    in_order(&replies[4], &["Write \"follow\" and a number from 1 to"]);
    in_order(&replies[6], &["Nothing follows here."]);
    for reply in &replies[1..7] {
        in_order(reply, &["In which country is the person now?"]);
    }
}

#[test]
fn a_pathway_is_told_with_what_became_of_it() {
    let content = content();
    for (lang, n) in
        (0..content.languages.len()).flat_map(|l| (1..=content.process.steps.len()).map(move |n| (Lang(l), n)))
    {
        let step = format!("process {n}");
        let said = reply(&content.languages[lang.0].id, &[&step]);
        for pathway in content.pathways.iter().filter(|p| said.contains(&format!("\n- {}\n", p.name.get(lang)))) {
            let later: Vec<&str> = pathway.later.iter().map(|later| later.statement.text.get(lang)).collect();
            in_order(&said, &[pathway.name.get(lang)]);
            in_order(&said, &later);
            for notice in &pathway.notices {
                in_order(&said, &[notice.statement.text.get(lang)]);
            }
        }
    }
    let told = reply("en", &["process 20"]);
    assert!(content.pathways.iter().any(|p| told.contains(p.name.get(Lang(0)))), "{told}");
}

#[test]
fn offices_and_requirements_put_intake_first() {
    let content = content();
    let all = reply("en", &["offices"]);
    let of_one = ["offices 3", "offices ecu", "oficinas EC", "biwo ecuador"].map(|typed| reply("en", &[typed]));
    let rules = reply("en", &["requirements ecuador"]);
    for office in &content.offices {
        in_order(&all, &[office.name.get(Lang(0)), "no longer active"]);
    }
    for said in &of_one {
        assert_eq!(said, &of_one[0]);
    }
    in_order(
        &of_one[0],
        &["Ecuador", "no longer active", "1800 001667", "not verified", "Stated minimum [guide]:", "18 October 2023"],
    );
    in_order(&rules, &["no longer active", "Place:", "[guide, ", "Age: Not stated for this office."]);
    in_order(&reply("en", &["ec", "requirements"]), &["Ecuador", "[+] in Ecuador"]);
    assert!(reply("en", &["offices c"]).contains("No such office"), "two begin so");
}

#[test]
fn notices_help_and_why() {
    let notices = reply("en", &["!"]);
    for notice in &content().notices {
        in_order(&notices, &[notice.statement.text.get(Lang(0))]);
    }
    in_order(&reply("es", &["ayuda"]), &["volver:", "cambiar 3:", "salir:"]);
    in_order(&reply("ht", &["help"]), &["tounen:", "soti:"]);
    let why = reply("en", &["co", "2", "ve", "why"]);
    in_order(&why, &["The rule: In Colombia on or before 11 June 2023", "[guide, Colombia", "unbroken"]);
}

/// What the screen can do, lines can: in the words of each language, with garbage between.
#[test]
fn offices_are_compared_filtered_and_words_are_found() {
    let table: [(&str, &str, &[&str]); 14] = [
        (
            "en",
            "compare 1 4",
            &["Colombia and Guatemala: what differs", "Both:", "There by:", "In Guatemala before 16 July 2024"],
        ),
        ("es", "comparar CO guatemala", &["Colombia y Guatemala: qué cambia", "Ambas:"]),
        ("ht", "konpare 1 4", &["Kolonbi ak Gwatemala: sa ki diferan"]),
        ("en", "compare 1", &["(!) Write \"compare\" and the numbers of two offices: 1 Colombia"]),
        ("en", "compare 1 1", &["(!) Write \"compare\""]),
        ("en", "filter venezuelan", &["Nationality: Venezuelan", "[+] Colombia", "[-] Guatemala"]),
        ("es", "filtrar 18 no", &["18 o más: no", "[-] Colombia", "Costa Rica: no se indica"]),
        ("ht", "filtre ve", &["Nasyonalite: venezwelyen", "[+] Kolonbi", "[-] Gwatemala"]),
        ("en", "filter blub", &["(!) filter: no such answer"]),
        ("en", "find fraud", &["Beware of anyone", "\"offices 1\" reads it."]),
        (
            "es",
            "buscar línea de ayuda",
            &["Colombia (oficina)", "0 1800 519 0665 (sin verificar", "«oficinas 1» lo lee."],
        ),
        ("ht", "chèche azil", &["Azil nan peyi akèy la (chemen)"]),
        ("en", "find zzzzqqq", &["Nothing found"]),
        ("en", "find", &["(!) Write \"find\" and a word."]),
    ];
    for (lang, line, parts) in table {
        let replies = run_loop(lang, &["blub", line, "co"]);
        in_order(&replies[2], parts);
        in_order(&replies[3], &["CO"].map(|_| if lang == "ht" { "Kolonbi" } else { "Colombia" }));
    }
}

/// No reply says a verdict or a step without what was reported of the programme, and none says it twice.
#[test]
fn every_verdict_and_step_stands_with_what_was_reported() {
    let content = content();
    let lines =
        ["co", "process", "process 9", "no", "review", "ve", "back", "undo", "1", "ve", "filter 18 no", "filter ve"];
    for (n, language) in content.languages.iter().enumerate() {
        let desk = super::desk(&language.id);
        let phrases = desk.phrases();
        let headline = phrases.headline(&content.notices[0]).unwrap();
        let verdicts = [Msg::Meets, Msg::DoesNotMeet, Msg::CannotTell].map(|msg| content.msg(msg, Lang(n)));
        for (line, reply) in lines.iter().zip(&run_loop(&language.id, &lines)[1..]) {
            let said = reply.matches(&headline).count();
            let needs = ["process", "filter"].iter().any(|word| line.starts_with(word))
                || verdicts.iter().any(|verdict| reply.contains(verdict));
            assert_eq!(said, usize::from(needs), "{} {line}: {reply}", language.id);
        }
    }
}

/// The sheet and the slip, in any language and order of the words; with a format behind it a file, and nothing else.
#[test]
fn a_sheet_is_shown_or_saved() {
    let folder = tempfile::tempdir().unwrap();
    let sheets = folder.path().join("sheets");
    for (line, words, file) in [
        ("sheet", "Safe Mobility: the office in", None),
        ("sheet 3 es", "Movilidad Segura: la oficina en Ecuador", None),
        ("sheet es ecuador", "Movilidad Segura: la oficina en Ecuador", None),
        ("hoja 3", "the office in Ecuador", None),
        ("sheet referral", "referral slip", None),
        ("sheet referral 3 ht", "Ekwatè", None),
        ("SHEET Ecuador Referral", "Copy: receiver", None),
        ("hoja derivación 3 es", "Copia: ", None),
        ("hoja derivacion costa rica es", "Copia: ", None),
        ("fèy referans 2 ht", "Kopi", None),
        ("sheet pdf", "Saved until", Some("colombia-en-pdf-1.pdf")),
        ("sheet referral 3 es pdf", "Saved until", Some("ecuador-es-pdf-referral-1.pdf")),
        ("sheet html 3", "Saved until", Some("ecuador-en-html-1.html")),
        ("sheet texto 3", "Saved until", Some("ecuador-en-text-1.txt")),
        ("sheet costa rica message", "Saved until", Some("costa-rica-en-message-1.txt")),
        ("sheet referral message", "paper to sign", None),
        ("sheet referral nowhere", "Which office", None),
        ("sheet nowhere pdf", "Which office", None),
    ] {
        let before = names(&sheets);
        let desk = super::desk("en").saving_sheets(Some(sheets.clone()));
        let said = super::talk_at(desk, &[line]);
        let office = smo_desk::wording::Phrases::new(&content(), Lang(0)).get(Msg::LinearNoOffice).to_owned();
        let words = if words == "Which office" { office.split('{').next().unwrap().trim() } else { words };
        assert!(said[1].contains(words), "{line}: {words}: {}", said[1]);
        let new: Vec<String> = names(&sheets).into_iter().filter(|name| !before.contains(name)).collect();
        assert_eq!(new, file.map(str::to_owned).into_iter().collect::<Vec<_>>(), "{line}");
        assert!(!said.concat().contains('\x1b'), "{line}: nothing is sent to a printer");
    }
    assert!(super::reply("en", &["sheet pdf"]).contains("nothing is stored"), "without a folder");
    for (lang, word) in [("en", "sheet referral"), ("es", "hoja derivación"), ("ht", "fèy referans")] {
        let help = super::reply(lang, &["help"]).replace('\n', " ");
        assert!(help.split_whitespace().collect::<Vec<_>>().join(" ").contains(word), "{help}");
    }
}

fn names(folder: &std::path::Path) -> Vec<String> {
    let all = std::fs::read_dir(folder).into_iter().flatten().flatten();
    all.map(|entry| entry.file_name().into_string().unwrap()).collect()
}
