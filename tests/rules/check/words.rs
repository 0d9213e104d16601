//! Dates, lists, names and what the guide's age is said to be.

use chrono::NaiveDate;
use smo_desk::content::{Boundary, Certainty, Content, Lang, Notice, PartialDate, Source, Statement, Text};
use smo_desk::document::Mark;
use smo_desk::rules::{Answer, Interval, Value, Verdict};
use smo_desk::wording::Phrases;
use std::sync::Arc;

use super::person::{CONTENT, answer, office, phrases, question};
use crate::made_up::{Maker, cutoff, day, text};

fn partial(date: &str) -> PartialDate {
    date.parse().unwrap()
}

#[test]
fn days_months_and_years_in_every_language() {
    let table = [
        ("en", "11 June 2023", "11 Jun 23", "11 Jun 2023", "June 2023", "Jun 2023"),
        ("es", "11 de junio de 2023", "11 jun 23", "11 jun 2023", "junio de 2023", "jun 2023"),
        ("ht", "11 jen 2023", "11 jen 23", "11 jen 2023", "jen 2023", "jen 2023"),
    ];
    for (lang, full, cell, short, month, month_short) in table {
        let phrases = phrases(lang);
        assert_eq!(phrases.day(day("2023-06-11")), full);
        assert_eq!(phrases.date(partial("2023-06-11")), full);
        assert_eq!(phrases.day_cell(day("2023-06-11")), cell);
        assert_eq!(phrases.date_short(partial("2023-06-11")), short);
        assert_eq!(phrases.date(partial("2023-06")), month);
        assert_eq!(phrases.date_short(partial("2023-06")), month_short);
        assert_eq!(phrases.date(partial("2023")), "2023");
        assert_eq!(phrases.date_short(partial("2023")), "2023");
    }
    assert_eq!(phrases("en").day_cell(day("2005-01-02")), "2 Jan 05");
}

#[test]
fn a_date_says_how_sure_it_is() {
    let table = [
        ("en", "Aug 2024", "Aug 2024 or later", "undated"),
        ("es", "ago 2024", "ago 2024 o despu\u{e9}s", "sin fecha"),
        ("ht", "out 2024", "out 2024 oswa apre", "san dat"),
    ];
    for (lang, stated, later, none) in table {
        let phrases = phrases(lang);
        assert_eq!(phrases.dated(Some(partial("2024-08")), Certainty::Stated), stated);
        assert_eq!(phrases.dated(Some(partial("2024-08")), Certainty::NotBefore), later);
        assert_eq!(phrases.dated(None, Certainty::Stated), none);
        assert_eq!(phrases.dated(None, Certainty::NotBefore), none);
    }
}

#[test]
fn dates_of_an_answer() {
    let said = |lang, interval: Interval| phrases(lang).interval(&interval);
    let cut = day("2023-06-11");
    for (interval, en, es) in [
        (Interval::from(partial("2019")), "some day in 2019", "alg\u{fa}n d\u{ed}a de 2019"),
        (Interval::from(partial("2023-05")), "some day in May 2023", "alg\u{fa}n d\u{ed}a de mayo de 2023"),
        (Interval::on(cut), "11 June 2023", "11 de junio de 2023"),
        (Interval::until(cut), "on or before 11 June 2023", "el 11 de junio de 2023 o antes"),
        (Interval::since(cut), "on or after 11 June 2023", "el 11 de junio de 2023 o despu\u{e9}s"),
        (Interval::always(), "born here or always lived here", "naci\u{f3} o siempre vivi\u{f3} aqu\u{ed}"),
    ] {
        assert_eq!((said("en", interval), said("es", interval)), (en.to_owned(), es.to_owned()));
    }
}

#[test]
fn lists_of_none_one_two_and_three() {
    let table = [
        ("en", "a", "a and b", "a, b and c", "a or b", "a, b or c"),
        ("es", "a", "a y b", "a, b y c", "a o b", "a, b o c"),
        ("ht", "a", "a ak b", "a, b ak c", "a oswa b", "a, b oswa c"),
    ];
    for (lang, one, and2, and3, or2, or3) in table {
        let phrases = phrases(lang);
        assert_eq!((phrases.all_of(&[]), phrases.any_of(&[])), (String::new(), String::new()));
        assert_eq!((phrases.all_of(&["a"]), phrases.any_of(&["a"])), (one.to_owned(), one.to_owned()));
        assert_eq!((phrases.all_of(&["a", "b"]), phrases.any_of(&["a", "b"])), (and2.to_owned(), or2.to_owned()));
        let three = ["a", "b", "c"];
        assert_eq!((phrases.all_of(&three), phrases.any_of(&three)), (and3.to_owned(), or3.to_owned()));
    }
}

#[test]
fn answers_in_words() {
    let table = [
        ("country", "CO", "Colombia", "Kolonbi"),
        ("country", "DE", "Germany (DE)", "Almay (DE)"),
        ("country", "other", "another country", "l\u{f2}t peyi"),
        ("country", "unknown", "don't know", "pa konnen"),
        ("adult", "yes", "yes", "wi"),
        ("adult", "declined", "prefers not to say", "pito pa di"),
        ("nationality", "VE", "Venezuelan", "venezwelyen"),
        ("nationality", "CU,HT,VE", "Cuban, Haitian and Venezuelan", "kiben, ayisyen ak venezwelyen"),
        (
            "nationality",
            "DE,other",
            "nationality of Germany (DE) and another country",
            "moun Almay (DE) ak l\u{f2}t peyi",
        ),
        ("nationality", "stateless", "stateless", "san nasyonalite"),
        ("status", "in_process", "in the process of regularization", "nan pwosesis regilarizasyon"),
        ("asylum_registered", "no", "not registered", "pa anrejistre"),
        ("asylum_registered", "2023-05", "some day in May 2023", "yon jou nan me 2023"),
    ];
    for (id, value, en, ht) in table {
        let given = answer(id, value);
        assert_eq!(phrases("en").answer(question(id), &given), en, "{id}={value}");
        assert_eq!(phrases("ht").answer(question(id), &given), ht, "{id}={value}");
        if let Answer::Known(value) = given {
            assert_eq!(phrases("en").answer(question(id), &Answer::Withheld(value)), en, "used all the same");
        }
    }
}

#[test]
fn questions_name_the_country_and_do_without() {
    let en = phrases("en");
    let arrived = question("arrived");
    assert_eq!(en.ask(arrived, Some("CO")), "When did the person first come to Colombia?");
    assert_eq!(en.ask(arrived, Some("DE")), "When did the person first come to Germany (DE)?");
    for unknown in [None, Some("other")] {
        assert_eq!(en.ask(arrived, unknown), "When did the person first come to the country where the person is?");
    }
    assert_eq!(en.why(arrived, Some("EC")), "The rule asks by which day the person was in Ecuador.");
    assert_eq!(en.always(arrived, Some("GT")).as_deref(), Some("born in Guatemala, or always lived there"));
    assert_eq!(en.always(question("adult"), Some("GT")), None);
}

#[test]
fn choices_keep_the_words_of_the_rule() {
    let said = |lang: &'static str, id: &str| -> Vec<String> {
        let office = office(id);
        let offered = smo_desk::check::choices(&CONTENT, question("arrived"), Some(office), "");
        let say = |choice| phrases(lang).choice(question("arrived"), choice, Some(&office.country.id));
        offered[..3].iter().map(say).collect()
    };
    assert_eq!(
        said("en", "colombia"),
        ["on or before 11 June 2023", "after 11 June 2023", "born in Colombia, or always lived there"]
    );
    assert_eq!(said("en", "guatemala")[..2], ["before 16 July 2024", "on 16 July 2024 or after"]);
    assert_eq!(
        said("es", "guatemala")[..2],
        ["antes del 16 de julio de 2024", "el 16 de julio de 2024 o despu\u{e9}s"]
    );
    for (boundary, sides) in [
        (Boundary::OnOrBefore, ["on or before 1 May 2024", "after 1 May 2024"]),
        (Boundary::Before, ["before 1 May 2024", "on 1 May 2024 or after"]),
        (Boundary::OnOrAfter, ["on 1 May 2024 or after", "before 1 May 2024"]),
        (Boundary::After, ["after 1 May 2024", "on or before 1 May 2024"]),
    ] {
        let maker = Maker::new();
        let rule = maker.test("came", cutoff(boundary, "2024-05-01"));
        let office = maker.office("AA", Vec::new(), vec![("presence", "presence", rule)]);
        let made_up = maker.content();
        let came = made_up.question("came").unwrap();
        let offered = smo_desk::check::choices(&made_up, came, Some(&office), "");
        let said: Vec<String> = offered[..2].iter().map(|c| phrases("en").choice(came, c, None)).collect();
        assert_eq!(said, sides);
    }
}

#[test]
fn requirements_take_their_dates_and_nationalities_from_the_rule() {
    let said = |lang: &'static str, id: &str| -> Vec<(String, String)> {
        let say = |r: &Arc<_>| (phrases(lang).requirement(r), phrases(lang).requirement_short(r));
        office(id).requirements.iter().map(say).collect()
    };
    let colombia = said("en", "colombia");
    assert_eq!(colombia[1], ("Cuban, Haitian or Venezuelan".to_owned(), "CU HT VE".to_owned()));
    assert_eq!(colombia[2], ("In Colombia on or before 11 June 2023".to_owned(), "11 Jun 23".to_owned()));
    let guatemala = said("es", "guatemala");
    assert_eq!(guatemala[2], ("En Guatemala antes del 16 de julio de 2024".to_owned(), "ant. 16 jul 24".to_owned()));
    assert!(said("en", "ecuador")[3].0.ends_with("on or before 18 October 2023"));
}

/// The made-up content with a guide of this date, and words in English.
fn guide_of(date: Option<&str>) -> Content {
    let mut content = Content::embedded().unwrap();
    let guide = content.guide.clone();
    content.guide = Arc::new(Source { date: date.map(partial), ..copy(&guide) });
    content
}

fn copy(source: &Source) -> Source {
    Source {
        id: source.id.clone(),
        publisher: source.publisher.clone(),
        label: source.label.clone(),
        title: source.title.clone(),
        address: source.address.clone(),
        date: source.date,
        certainty: source.certainty,
        read: source.read,
        note: source.note.clone(),
    }
}

#[test]
fn the_guides_age_is_said_from_two_months_on() {
    let age = |date: Option<&str>, today: &str| Phrases::new(&guide_of(date), Lang(0)).guide_age(day(today));
    let months = |n: u32| Some(format!("up to {n} months old"));
    let table = [
        ("2024-08", "2024-08-31", None),
        ("2024-08", "2024-09-30", None),
        ("2024-08", "2024-10-01", months(2)),
        ("2024-08", "2026-11-23", months(27)),
        ("2024-08", "2024-07-31", None),
        ("2024-08", "1999-01-01", None),
        ("2024", "2024-12-31", months(11)),
        ("2024-08-20", "2024-09-30", None),
        ("2024-08-20", "2024-10-19", months(2)),
    ];
    for (date, today, expected) in table {
        assert_eq!(age(Some(date), today), expected, "{date} on {today}");
    }
    assert_eq!(age(None, "2026-11-23"), None);
    let short = |today: &str| phrases("en").guide_age_short(day(today));
    assert_eq!((short("2024-09-30"), short("2026-11-23")), (None, Some("(27 months)".to_owned())));
    assert_eq!(phrases("en").guide_date(), "Guide: Aug 2024 or later");
    assert_eq!(Phrases::new(&guide_of(None), Lang(0)).guide_date(), "Guide: undated");
}

#[test]
fn the_headline_names_the_month() {
    let ended = CONTENT.notices.iter().find(|notice| *notice.statement.id == *"reported_ended").unwrap();
    let said = |lang| phrases(lang).headline(ended).unwrap();
    assert_eq!(said("en"), "Reported ended, Feb 2025.");
    assert_eq!(said("es"), "Se dijo que termin\u{f3}, feb 2025.");
    assert_eq!(said("ht"), "Yo f\u{e8} konnen li fini, fev 2025.");
    let silent = CONTENT.notices.iter().find(|notice| notice.headline.is_none()).unwrap();
    assert_eq!(phrases("en").headline(silent), None);
    let maker = Maker::new();
    let dated = |date: &str| {
        let headline = Some(Text::new(vec!["Ended {date}.".into()]));
        let notice = Notice { statement: maker.statement("n", Some(date)), headline, intake: None };
        phrases("en").headline(&notice).unwrap()
    };
    assert_eq!(
        [dated("2025"), dated("2025-02"), dated("2025-02-04")],
        ["Ended 2025.", "Ended Feb 2025.", "Ended Feb 2025."]
    );
}

#[test]
fn who_says_a_thing_and_when() {
    let portal = CONTENT.notices.iter().find(|notice| *notice.statement.id == *"portal_ended").unwrap();
    assert_eq!(phrases("en").said_by(&portal.statement), "portal, undated, read 23 Nov 2026");
    assert_eq!(phrases("es").said_by(&portal.statement), "portal, sin fecha, consultado el 23 nov 2026");
    let press = CONTENT.notices.iter().find(|notice| *notice.statement.id == *"reported_ended").unwrap();
    assert_eq!(phrases("en").said_by(&press.statement), "press report, 4 Feb 2025");
    assert_eq!(phrases("en").said_by(&office("colombia").intake[0].statement), "guide, Aug 2024 or later");
    let source = &press.statement.source;
    assert_eq!(
        phrases("en").source(source),
        format!("{}: A report on an e-mail to applicants, 4 Feb 2025", source.publisher)
    );
    // A statement with a date of its own is as sure as it says itself, whatever its source is.
    let maker = Maker::new();
    let own = Statement { text: text("own"), ..maker.statement("own", Some("2029-09-01")) };
    assert_eq!(phrases("en").said_by(&own), "book, 1 Sep 2029");
    assert_eq!(phrases("en").said_by(&maker.statement("as source", Some("2029-08"))), "book, Aug 2029 or later");
}

#[test]
fn verdict_words_promise_nothing() {
    let words = |verdict| ["en", "es", "ht"].map(|lang| phrases(lang).verdict(verdict));
    assert_eq!(words(Verdict::Met)[0], "meets the stated minimum");
    assert_eq!(words(Verdict::NotMet)[0], "does not meet");
    assert_eq!(words(Verdict::Unclear)[0], "cannot tell yet");
    let verdicts = [Verdict::Met, Verdict::NotMet, Verdict::Unclear];
    assert_eq!(verdicts.map(|verdict| Mark::Verdict(verdict).sign()), ["[+]", "[-]", "[?]"]);
    assert_eq!(Mark::NotApplicable.sign(), "[ ]");
    let never = ["eligible", "approved", "elegible", "aprobad"];
    for verdict in [Verdict::Met, Verdict::NotMet, Verdict::Unclear] {
        assert!(words(verdict).iter().all(|said| !never.iter().any(|word| said.to_lowercase().contains(word))));
    }
}

#[test]
fn a_day_of_any_calendar_year_has_words() {
    for date in [NaiveDate::MIN, NaiveDate::MAX, day("0001-01-01")] {
        assert!(!phrases("en").day(date).contains('{') && !phrases("en").day_cell(date).contains('{'));
    }
    assert_eq!(phrases("en").value(question("arrived"), &Value::No), "no");
}
