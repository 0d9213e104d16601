//! Dates that are read or asked.

use smo_desk::check::date::TypedDateError::{Form, NoMonth, NoYear, Reversed, ShortYear, Vague};
use smo_desk::check::{AnswerError, Reading, read};
use smo_desk::content::Sense;

use super::super::person::{CONTENT, meaning, phrases, question, today};
use super::{all, refused};

#[test]
fn ordinals_and_days_in_words() {
    all(
        "arrived",
        "2023-06-11",
        &["June 11th, 2023", "11th June 2023", "11th of June 2023", "11\u{ba} de junio de 2023"],
    );
    all("arrived", "2023-06-11", &["el once de junio de 2023", "onz jen 2023", "11yèm jen 2023", "onzième juin 2023"]);
    all("arrived", "2022-05-01", &["1st of May 2022", "1ro de mayo de 2022", "1\u{ba} de mayo 2022", "1ye me 2022"]);
    all("arrived", "2022-05-01", &["primero de mayo de 2022", "premye me 2022", "1er mai 2022", "May first 2022"]);
    all(
        "arrived",
        "2022-05-02",
        &["2nd May 2022", "2do de mayo de 2022", "2yèm me 2022", "2ème mai 2022", "second of May 2022"],
    );
    all("arrived", "2022-05-31", &["31st May 2022", "treinta y uno de mayo de 2022", "thirty-first of May 2022"]);
    all("arrived", "2023-06-01", &["1st/06/2023", "2023-06-1st"]);
}

#[test]
fn every_month_by_every_word_in_every_place() {
    let lexicon = CONTENT.lexicon();
    let mut seen = [0; 12];
    // Without its accent "março" is a name.
    all("arrived", "2022-03", &["mar\u{e7}o 2022", "mes de mar\u{e7}o de 2022"]);
    for (word, senses) in lexicon.iter().filter(|(_, senses)| !senses.contains(&Sense::NoMonth)) {
        for sense in senses {
            let Sense::Month(month) = sense else { continue };
            seen[*month as usize - 1] += 1;
            let (short, long) = (format!("2022-{month:02}"), format!("2022-{month:02}-17"));
            all(
                "arrived",
                &short,
                &[&format!("{word} 2022"), &format!("{word}2022"), &format!("mes de {word} de 2022")],
            );
            all(
                "arrived",
                &long,
                &[&format!("17 {word} 2022"), &format!("{word} 17th, 2022"), &format!("17{word}2022")],
            );
            all("arrived", &long, &[&format!("el 17 de {}. de 2022", word.to_uppercase()), &format!("2022-{word}-17")]);
        }
    }
    assert!(seen.iter().all(|words| *words >= 4), "four languages and abbreviations: {seen:?}");
}

#[test]
fn month_words_of_all_languages() {
    all("arrived", "2022-09", &["setiembre 2022", "set 2022", "sept. 2022", "sektanm 2022", "septembre 2022"]);
    all("arrived", "2022-07", &["jiyet 2022", "juillet 2022", "jiye\u{300} 2022", "jul. 2022", "julio 2022"]);
    all(
        "arrived",
        "2022-02",
        &["fevriye 2022", "f\u{e9}vrier 2022", "fe\u{301}vrier 2022", "Febuary 2022", "febr. 2022"],
    );
    all("arrived", "2022-01", &["janvier 2022", "ene 2022", "janvye 2022", "Januray 2022"]);
    all("arrived", "2023-06", &["juin 2023", "jen 2023", "June2023", "mes de junio de 2023", "mwa jen 2023"]);
    all("arrived", "2021-08", &["ao\u{fb}t 2021", "agosto 2021", "out 2021", "ago 2021", "Aug. 2021"]);
    all("arrived", "2022-03", &["mars 2022", "mas 2022", "mar 2022", "marzo 2022"]);
    all("arrived", "2023-05", &["mai 2023", "me 2023", "mayo 2023"]);
    all("arrived", "2022-12", &["d\u{e9}cembre 2022", "desanm 2022", "dic. 2022"]);
}

#[test]
fn words_before_a_date_and_weekdays() {
    all("arrived", "2019", &["en el 2019", "a\u{f1}o 2019", "nan lane 2019", "in 2019", "since 2019", "desde 2019"]);
    all(
        "arrived",
        "2019",
        &["the year 2019", "depi 2019", "depuis 2019", "en 2019", "en l'ann\u{e9}e 2019", "some day in 2019"],
    );
    all("arrived", "2023-06-12", &["lunes 12 de junio de 2023", "mon 12 jun 2023", "Monday, June 12th, 2023"]);
    all(
        "arrived",
        "2023-06-13",
        &["madi 13 jen 2023", "mar 13 jun 2023", "martes, 13 de junio del 2023", "mardi 13 juin 2023"],
    );
    all("arrived", "2023-06-11", &["dimanch 11 jen 2023", "dom. 11 jun 2023", "el domingo 11 de junio de 2023"]);
}

#[test]
fn numbers_without_blanks() {
    all("arrived", "2023-06-11", &["11jun2023", "20230611", "11June2023", "jun11,2023"]);
    all("arrived", "2023-06", &["202306", "062023", "jun2023"]);
    all("arrived", "1:2023-06-11 2:2023-11-06", &["11062023"]);
    refused("arrived", &AnswerError::NoDate(ShortYear), &["200610", "110623"]);
}

#[test]
fn one_sided_dates() {
    all("arrived", "..2022-12-31", &["antes de 2023", "avan 2023", "before 2023", "anvan 2023", "avant 2023"]);
    all("arrived", "..2018-12-31", &["before 2019", "on or before 31 December 2018", "2018 or earlier"]);
    all("arrived", "2021-01-01..", &["after 2020", "despu\u{e9}s de 2020", "apre 2020", "2021 o despu\u{e9}s"]);
    all("arrived", "..2023-05-31", &["before june 2023", "antes de junio de 2023", "antes del 1 de junio de 2023"]);
    all("arrived", "..2019-01-01", &["..2019-01-01", "\u{2026}2019-01-01", "\u{2025}2019-01-01", "...1 ene 2019"]);
    all("arrived", "2019-01-01..", &["2019-01-01..", "2019-01-01\u{2026}", "2019-01-01\u{2025}"]);
    refused("arrived", &AnswerError::NoDate(Form), &["before after 2020", "2019 before", "before 2019 before"]);
}

#[test]
fn spans() {
    all("arrived", "2019..2020", &["2019-2020", "2019/2020", "between 2019 and 2020", "entre 2019 y 2020"]);
    all(
        "arrived",
        "2019..2020",
        &["ant 2019 ak 2020", "2019 to 2020", "2019 \u{2013} 2020", "2019..2020", "2019 or 2020"],
    );
    all(
        "arrived",
        "2023-03..2023-05",
        &["mar-may 2023", "marzo a mayo de 2023", "between March and May 2023", "mas-me 2023"],
    );
    all("arrived", "2022-11..2023-02", &["nov 2022 - feb 2023", "2022-11 - 2023-02", "11/2022-02/2023"]);
    all("arrived", "2023-06-11..2023-06-15", &["11-15 june 2023", "june 11-15, 2023", "del 11 al 15 de junio de 2023"]);
    refused("arrived", &AnswerError::NoDate(Reversed), &["2020-2019", "dec 2023 - jan 2023", "between 2021 and 2019"]);
    refused("arrived", &AnswerError::NoDate(Vague), &["2019 or 2021", "marzo o junio 2023"]);
    refused("arrived", &AnswerError::NoDate(NoYear), &["mar-may", "between march and may"]);
    refused("arrived", &AnswerError::Future(today()), &["2027-2028"]);
    for (lang, said) in [
        ("en", "some day from March 2023 to May 2023"),
        ("es", "alg\u{fa}n d\u{ed}a entre marzo de 2023 y mayo de 2023"),
        ("ht", "yon jou ant mas 2023 ak me 2023"),
    ] {
        let Reading::Answer(answer) = read(&CONTENT, question("arrived"), None, "mar-may 2023", today()) else {
            panic!()
        };
        assert_eq!(phrases(lang).answer(question("arrived"), &answer), said, "an interval is read back in words");
        assert_eq!(meaning("arrived", said), "2023-03..2023-05", "{said}");
    }
}

#[test]
fn a_part_left_blank_or_unknown() {
    all(
        "arrived",
        "2023",
        &["11/ /2023", "11//2023", "11/-/2023", "11--2023", "11/00/2023", "11/??/2023", "11.-.2023"],
    );
    all(
        "arrived",
        "2023",
        &["2023--11", "2023-00-11", "2023/ /11", "00/2023", "--/--/2023", "25//2023", "xx/xx/2023", "11/xx/2023"],
    );
    all(
        "arrived",
        "2023-06",
        &["00/06/2023", "--/06/2023", "??/06/2023", "__/06/2023", "xx-06-2023", "/06/2023", "2023-06-??"],
    );
    all("arrived", "2023-06", &["2023-06-00", "00 jun 2023", "-- jun 2023", "??/jun/2023"]);
}

#[test]
fn day_or_month_first_is_asked() {
    all("arrived", "1:2023-06-11 2:2023-11-06", &["11/06/2023", "11.06.2023", "11-06-2023", "11 06 2023", "11/6/2023"]);
    all("arrived", "1:2023-11-06 2:2023-06-11", &["06-11-2023", "6/11/2023"]);
    all("arrived", "1:2026-12-11! 2:2026-11-12", &["11/12/2026", "11-12-2026"]);
    let reading = read(&CONTENT, question("arrived"), None, "11/12/2026", today());
    let Reading::Which(which) = reading else { panic!("{reading:?}") };
    assert_eq!(which[0].taken(), Reading::Invalid(AnswerError::Future(today())), "what lies ahead is no answer");
    for language in &CONTENT.languages {
        let words = phrases(&language.id).choice(question("arrived"), &which[0], None);
        assert!(words.contains("2026") && words.contains(&phrases(&language.id).day(today())), "{words}");
    }
}

/// A day whose month was left out is never that number's month.
#[test]
fn a_day_without_its_month_is_no_month() {
    let typed = ["el 11 de 2023", "lunes 11 2023", "sab 11 2023", "day 11 2023", "the 6 2023", "Monday 5 2023"];
    refused("arrived", &AnswerError::NoDate(NoMonth), &typed);
    refused("arrived", &AnswerError::NoDate(NoMonth), &["jou 11 2023", "lendi 11 2023", "jou 5 lane 2022"]);
    refused("arrived", &AnswerError::NoDate(NoMonth), &["antes del 11 de 2023", "before the 11 2023"]);
    // A weekday beside a year can be a slip for a month.
    refused("arrived", &AnswerError::NoDate(NoMonth), &["sun 2022", "lun 2023", "sat 2022"]);
    all("arrived", "2023-06", &["06 2023", "6/2023", "06-2023"]);
}
