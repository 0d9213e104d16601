//! What only the content may name stands nowhere in `src/`: no office, country, nationality, pathway or day of a rule.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

#[path = "sources/names.rs"]
mod names;
#[path = "sources/tokens.rs"]
mod tokens;

use names::Names;
use smo_desk::content::Content;
use tokens::Source;

fn real() -> Names {
    Names::of(&Content::embedded().map_err(|problems| problems.to_string()).unwrap())
}

#[test]
fn the_sources_name_nothing_that_the_content_holds() {
    let names = real();
    let faults: Vec<String> = tokens::all().iter().flat_map(|source| names.in_source(source)).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_exception_is_still_needed() {
    let names = real();
    let used: Vec<_> = tokens::all().iter().flat_map(|source| names.excepted(source)).collect();
    for (file, name, why) in names::EXCEPTIONS {
        assert!(used.contains(&((*file).to_owned(), (*name).to_owned())), "{file} no longer needs {name}: {why}");
    }
}

#[test]
fn planted_names_are_found() {
    let names = real();
    for text in [
        "const X: &str = \"colombia\";",
        "fn in_costa_rica() {}",
        "enum X { CostaRica }",
        "let x = \"costa-rica\";",
        "let x = \"the Cuban rule\";",
        "let x = \"AYISYEN\";",
        "let x = \"hondurena\";",
        "let x = \"Hondureña\";",
        "let x = \"salvadoreña\\n\";",
        "if code == \"CO\" {}",
        "let x = ['a', b\"VE\"];",
        "let x = r#\"on \"2023-06-11\" or so\"#;",
        "let day = NaiveDate::from_ymd_opt(2023, 06, 11);",
        "let day = date(2024, 7, 16);",
        "let x = \"family_reunification\";",
    ] {
        assert!(!names.in_source(&Source::new("x.rs", text)).is_empty(), "not found: {text}");
    }
}

#[test]
fn comments_and_other_words_are_not_names() {
    let names = real();
    for text in [
        "//! Colombia, for one.\n/// `CO`, 2023-06-11\n/* Cuban /* and */ Haitian */ fn f() {}",
        "let no = \"columbine\"; let cubane = 1; fn co() {} enum X { Co }",
        "let day = NaiveDate::from_ymd_opt(2023, 6, 12 + n); let x = (2023, 11, 6);",
        "let x = 'c'; fn f<'cuban>(x: &'cuban str) {}",
    ] {
        assert_eq!(names.in_source(&Source::new("x.rs", text)), Vec::<String>::new(), "{text}");
    }
}
