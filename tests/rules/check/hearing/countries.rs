//! Countries and nationalities.

use smo_desk::check::{AnswerError, Reading, read};
use smo_desk::content::NameKind;
use smo_desk::rules::{Answer, Value, parse_value};

use super::super::person::{CONTENT, meaning, question, today};
use super::{all, refused};

fn shown(text: &str) -> String {
    meaning("nationality", text)
}

/// Whether it is asked, the named ones among the choices.
#[track_caller]
fn asked(text: &str, codes: &[&str]) {
    let reading = shown(text);
    let offered: Vec<&str> = reading.split(' ').filter_map(|one| Some(one.split_once(':')?.1)).collect();
    assert!(offered.len() > 1, "{text:?}: {reading}");
    for code in codes {
        assert!(offered.contains(code), "{text:?}: {reading}");
    }
}

#[test]
fn other_spellings() {
    all("nationality", "SV", &["Salvadorean", "Salvadorian", "salvadorenio", "salvadoryen", "El Salvado"]);
    all("nationality", "EC", &["Ecuadorean", "Equador", "Ecuadoran", "ekwatoryen", "\u{e9}quatorienne"]);
    all("nationality", "HN", &["Hondurian", "hondurenio", "hondure\u{f1}os", "Hondurans"]);
    all("nationality", "CO", &["Columbian", "Colombiano", "kolonbyen", "Kolombia", "Colonbia"]);
    all("nationality", "CR", &["Costarica", "costaricense", "costarricenses", "tico", "ticas"]);
    all("nationality", "VE", &["Venezuala", "Venesuela", "venezolanos", "venezolanas", "Venezuelans", "venezolano/a"]);
    all("nationality", "VE", &["Venezuela.", "venezolano(a)", "venezolan@", "venezolanos/as", "Vzla", "VENEZUELA!"]);
    all("nationality", "GT", &["Guatamala", "guatemaltecos", "chapines", "gwatemalt\u{e8}k"]);
    all("nationality", "NI", &["nicas", "nicarag\u{fc}enses", "Nicaraguans", "nicaraguense"]);
    all("nationality", "1:HT", &["Hati"]);
}

#[test]
fn gender_region_and_language() {
    all(
        "nationality",
        "US",
        &[
            "americana",
            "norteamericana",
            "EEUU",
            "EE.UU.",
            "EE. UU.",
            "U.S.A.",
            "United States of America",
            "Ozetazini",
            "estadounidenses",
        ],
    );
    all("nationality", "BR", &["brasilera", "brasile\u{f1}os", "brezilyen", "br\u{e9}silienne"]);
    all("nationality", "JM", &["jamaiquina", "jamaiquino", "Jamaicans", "jama\u{ef}caine"]);
    all("nationality", "MX", &["mejicana", "mexicanos", "M\u{e9}jico", "meksiken"]);
    all(
        "nationality",
        "HT",
        &["ha\u{ef}tien", "ayisyen", "ayisyenn", "ha\u{ef}tiennes", "haitianas", "Ayiti", "moun Ayiti"],
    );
    all(
        "nationality",
        "DO",
        &["dominikani", "Sen Domeng", "RD", "DR", "Rep\u{fa}blica Dominicana", "dominicanos", "dominicaine", "Dom Rep"]
            [..7],
    );
    all("nationality", "CU", &["kiben", "cubanos", "cubaine", "Kiba", "from Cuba"]);
    asked("pany\u{f2}l", &["ES", "DO"]);
    asked("Dominican", &["DM", "DO"]);
}

#[test]
fn long_and_short_names() {
    all(
        "country",
        "VE",
        &[
            "Bolivarian Republic of Venezuela",
            "Venezuela, Bolivarian Republic of",
            "Rep\u{fa}blica Bolivariana de Venezuela",
        ],
    );
    all("country", "TT", &["Trinidad & Tobago", "Trinidad and Tobago", "Trinidad y Tobago", "Trinidad"]);
    all("country", "LC", &["St. Lucia", "Saint Lucia", "St Lucia", "Santa Luc\u{ed}a", "Sainte-Lucie"]);
    all("country", "KN", &["St. Kitts", "Saint Kitts and Nevis", "St Kitts & Nevis"]);
    all("country", "BS", &["The Bahamas", "Las Bahamas", "Bahamas"]);
    all("country", "GB", &["UK", "U.K.", "Reino Unido", "England", "Inglaterra"]);
    all("country", "BO", &["Plurinational State of Bolivia", "Bolivia"]);
    asked("Congo", &["CD", "CG"]);
    asked("Corea", &["KP", "KR"]);
}

#[test]
fn codes_of_passports() {
    all("nationality", "VE", &["VEN", "ven"]);
    for (longer, code) in [
        ("COL", "CO"),
        ("CUB", "CU"),
        ("HTI", "HT"),
        ("CHL", "CL"),
        ("CRI", "CR"),
        ("DOM", "DO"),
        ("GTM", "GT"),
        ("NIC", "NI"),
    ] {
        all("nationality", code, &[longer, &longer.to_lowercase()]);
        all("country", code, &[longer]);
    }
    let longer = CONTENT.names().iter().filter(|name| name.kind == NameKind::Passport);
    let mut count = 0;
    for name in longer {
        count += 1;
        let reading = shown(&name.text);
        let among = reading.split(' ').any(|one| one.ends_with(&format!(":{}", name.code)));
        assert!(reading == *name.code || among || reading.contains(':'), "{}: {reading}", name.text);
    }
    assert_eq!(count, CONTENT.codes.len(), "every country has one");
}

#[test]
fn second_passports_and_several() {
    let seconds = [
        ("espa\u{f1}ola", "ES"),
        ("Spain", "ES"),
        ("italiana", "IT"),
        ("portuguesa", "PT"),
        ("Canadian", "CA"),
        ("chilena", "CL"),
        ("peruana", "PE"),
        ("francesa", "FR"),
        ("British", "GB"),
        ("alemanes", "DE"),
        ("holandesa", "NL"),
    ];
    for (typed, code) in seconds {
        all("nationality", code, &[typed]);
        all(
            "nationality",
            &[code, "VE"]
                .into_iter()
                .collect::<std::collections::BTreeSet<_>>()
                .into_iter()
                .collect::<Vec<_>>()
                .join(","),
            &[&format!("venezolana y {typed}"), &format!("{typed}, VE")],
        );
    }
    all(
        "nationality",
        "CO,VE",
        &["VE,CO", "VE CO", "VE y CO", "VE and CO", "VE ak CO", "VE/CO", "VE & CO", "VE; CO", "VE+CO", "VE e CO"],
    );
    all(
        "nationality",
        "CO,VE",
        &["venezolana y colombiana", "venezolana colombiana", "nacionalidad venezolana y colombiana"],
    );
    all("nationality", "TT,VE", &["VE, Trinidad & Tobago", "Trinidad y Tobago, VE"]);
    refused(
        "nationality",
        &AnswerError::UnknownName { name: "atlantis".into(), kept: Some(Value::Countries(["VE".into()].into())) },
        &["VE, atlantis", "atlantis, VE", "VE y atlantis"],
    );
    refused("nationality", &AnswerError::SeveralNames("c".into()), &["h, c"]);
}

#[test]
fn stateless_goes_with_nothing() {
    all(
        "nationality",
        "stateless",
        &["ap\u{e1}trida", "sin nacionalidad", "san nasyonalite", "stateless", "apatride", "no nationality"],
    );
    refused(
        "nationality",
        &AnswerError::StatelessWithOthers,
        &["NI,stateless", "stateless,NI", "ap\u{e1}trida y VE", "VE, CO, sin nacionalidad"],
    );
    assert!(
        parse_value(&CONTENT, question("nationality"), "NI,stateless", today()).is_err(),
        "nor on the command line"
    );
}

#[test]
fn begun_names_are_asked() {
    asked("h", &["HT", "HN"]);
    asked("c", &["CO", "CR", "CU"]);
    asked("gu", &["GT", "GU", "GY"]);
    for (begun, named) in
        [("sa", "SV"), ("es", "US"), ("me", "MX"), ("ki", "CU"), ("gw", "GT"), ("ru", "RU"), ("fr", "FR"), ("v", "VE")]
    {
        asked(begun, &[named]);
    }
    assert!(shown("gu").find(":GT") < shown("gu").find(":GU"), "the country of an office before the bare code");
    for (begun, one) in [("col", "CO"), ("vene", "VE"), ("guate", "GT"), ("ecua", "EC"), ("hon", "HN"), ("ayi", "HT")] {
        let reading = shown(begun);
        assert!(reading == one || reading.contains(&format!(":{one}")), "{begun}: {reading}");
    }
}

#[test]
fn a_match_inside_a_word_is_never_taken() {
    for country in ["country", "nationality"] {
        for name in CONTENT.names().iter().filter(|name| name.joined.chars().count() > 4) {
            let inner: String = name.joined.chars().skip(1).collect();
            let reading = read(&CONTENT, question(country), None, &inner, today());
            let Reading::Answer(Answer::Known(value)) = &reading else { continue };
            let code = value.to_string();
            // What was taken has a name that begins so, or nearly so: it was not found inside of one.
            let begins = CONTENT.names().begun(&inner).any(|other| *other.code == *code);
            let near = CONTENT
                .names()
                .iter()
                .any(|other| *other.code == *code && strsim::osa_distance(&other.joined, &inner) <= 2);
            let other = matches!(value, Value::Stateless) || code == "other";
            assert!(begins || near || other, "{inner}: {code}");
        }
    }
}

#[test]
fn what_is_no_answer_is_refused() {
    for id in ["country", "nationality"] {
        refused(
            id,
            &AnswerError::NoCountry,
            &["17", "25", "ayuda", "exit", "help", "quit", "already", "saturday", "!!", "1990", "xyz"],
        );
    }
    refused("adult", &AnswerError::NoChoice, &["ayuda", "maybe"]);
    refused("adult", &AnswerError::Age(18), &["17", "25", "veinte"]);
}

/// In a list every part counts: what looks like a word that says nothing can be a code.
#[test]
fn nothing_of_a_list_is_dropped() {
    for (typed, codes) in
        [("ES,VE", ["ES", "VE"]), ("VE, ES", ["ES", "VE"]), ("DE, VE", ["DE", "VE"]), ("LA, CU", ["CU", "LA"])]
    {
        let found = shown(typed);
        assert!(codes.iter().all(|code| found.contains(code)), "{typed}: {found}");
    }
    for typed in ["ES VE", "VE ES", "haitiano de Chile", "venezolano de Colombia", "cubano de Espa\u{f1}a"] {
        let found = shown(typed);
        assert!(!["VE", "CU", "CL,HT", "CO,VE", "CU,ES"].contains(&found.as_str()), "{typed}: {found}");
    }
    all("nationality", "VE", &["es venezolano", "soy venezolana", "el venezolano"]);
}
