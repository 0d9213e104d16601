//! Countries and nationalities found while they are typed.

use smo_desk::check::country::is_exact;
use smo_desk::content::hearing::spaced;
use smo_desk::rules::OTHER;
use smo_desk::text::fold;

use super::person::{CONTENT, meaning, offered, question};

fn joined(text: &str) -> String {
    spaced(text).replace(' ', "")
}

#[track_caller]
fn nationalities(table: &[(&str, &str)]) {
    for (typed, expected) in table {
        assert_eq!(meaning("nationality", typed), *expected, "{typed:?}");
    }
}

#[test]
fn every_country_is_found_by_its_code_and_by_every_name_in_every_language() {
    for country in &CONTENT.countries {
        let names = country.name.all().chain(country.demonym.all()).chain(country.also.iter().map(String::as_str));
        for name in names.chain([&*country.id]) {
            // The one that it names in full is first among those that it can mean.
            for typed in [name.to_owned(), fold(name), name.to_uppercase(), format!("  {name}")] {
                let found = offered("country", None, &typed);
                let same = |id: &String| {
                    let letters = joined(&typed);
                    CONTENT.names().exactly(&letters).any(|name| *name.code == **id)
                };
                let exact: Vec<&String> = found.iter().take_while(|id| **id == *country.id || same(id)).collect();
                assert!(exact.iter().any(|id| ***id == *country.id), "{typed:?} finds {found:?}");
            }
        }
    }
}

/// Whether a code is a word of its own, which nobody means for the country.
fn is_word(code: &str) -> bool {
    CONTENT.lexicon().means(&code.to_lowercase(), smo_desk::content::Sense::NoCode)
}

#[test]
fn every_code_is_found_named_or_not() {
    for code in &CONTENT.codes {
        for typed in [code.to_string(), code.to_lowercase()] {
            for question in ["country", "nationality"] {
                let read = meaning(question, &typed);
                // A code without a name here is asked where names begin so.
                let asked = read.split(' ').any(|one| one.ends_with(&format!(":{code}")));
                assert!(
                    read == **code || (asked && (CONTENT.country(code).is_none() || is_word(code))),
                    "{typed}: {read}"
                );
            }
        }
    }
    assert_eq!(meaning("country", "XX"), "NoCountry");
    assert_eq!(meaning("country", "jp"), "JP");
}

#[test]
fn one_word_is_read_in_any_language_accents_optional() {
    nationalities(&[
        ("VE", "VE"),
        ("venez", "VE"),
        ("Venezuelan", "VE"),
        ("venezolano", "VE"),
        ("venezwelyen", "VE"),
        ("haitiano", "HT"),
        ("ayiti", "HT"),
        ("haiti", "HT"),
        ("Hait\u{ed}", "HT"),
        ("Haiti\u{301}", "HT"),
        ("kiben", "CU"),
        ("salvador", "SV"),
        ("nica", "NI"),
        ("chapin", "GT"),
        ("hondureno", "HN"),
        ("rica", "1:CR 2:PR"),
        ("usa", "US"),
        ("other", OTHER),
        ("otro", OTHER),
        ("lot", OTHER),
        ("stateless", "stateless"),
        ("apatri", "stateless"),
        ("san nas", "stateless"),
        ("Atlantis", "NoCountry"),
        ("zz", "NoCountry"),
        ("77", "NoCountry"),
        ("!", "NoCountry"),
        ("\u{301}", "NoCountry"),
        ("\u{200b}", "NoCountry"),
    ]);
}

#[test]
fn a_list_is_one_answer() {
    nationalities(&[
        ("CU,VE", "CU,VE"),
        ("ve, cu", "CU,VE"),
        ("cuban; venezuelan", "CU,VE"),
        ("cuba + venez + hait", "CU,HT,VE"),
        ("ve,ve", "VE"),
        ("ve,", "VE"),
        ("ve, ", "VE"),
        (",ve", "VE"),
        ("cu,,ve,", "CU,VE"),
        ("ve,\u{301}", "VE"),
        ("ve, other", "VE,other"),
        ("ve, stateless", "StatelessWithOthers"),
        ("stateless, ve", "StatelessWithOthers"),
        ("stateless,", "stateless"),
        ("ve, atlantis", "UnknownName { name: \"atlantis\", kept: Some(Countries({\"VE\"})) }"),
        ("atlantis, ve", "UnknownName { name: \"atlantis\", kept: Some(Countries({\"VE\"})) }"),
        (",", "NoCountry"),
        ("ve cu", "CU,VE"),
    ]);
    assert_eq!(meaning("country", "CO, EC"), "OneCountry", "a person is in one country");
    assert_eq!(meaning("country", "stateless"), "NoCountry", "where somebody is has a name");
    assert_eq!(meaning("country", "other"), OTHER);
}

#[test]
fn typing_narrows_and_the_best_comes_first() {
    assert_eq!(offered("nationality", None, "sal"), ["SV", "SB"]);
    assert_eq!(offered("country", None, "co")[..2], ["CO", "CR"]);
    assert_eq!(offered("country", None, "gua")[0], "GT", "a country of an office goes before the others");
    let few = offered("nationality", None, "a");
    assert_eq!(few.len(), 8, "as many as there are digits: {few:?}");
    let more = offered("nationality", None, "ve,");
    assert_eq!(more[..3], ["VE", "NI,VE", "CU,VE"]);
    let mut once = more.clone();
    once.dedup();
    assert_eq!(once, more);
    assert_eq!(offered("nationality", None, "ve, cu")[..2], ["CU,VE", "CW,VE"]);
}

#[test]
fn what_names_its_countries_in_full_is_told_from_a_guess() {
    let nationality = |typed| is_exact(&CONTENT, question("nationality"), typed);
    for typed in ["VE", "venezuelan", "Venezolano", "cu, ve", "ve,", "haitian+cuban", "alemana", "stateless"] {
        assert!(nationality(typed), "{typed:?}");
    }
    for typed in ["", ",", "vene", "cu, vene", "vene, cu", "atlantis", "other, vene"] {
        assert!(!nationality(typed), "{typed:?}");
    }
}

#[test]
fn long_lists_stay_quick() {
    let list = "venezuelan,".repeat(400 / 11);
    let start = std::time::Instant::now();
    assert_eq!(meaning("nationality", &list), "VE");
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
}
