//! Why a requirement has its verdict: every kind of test, verdict and answer.

use smo_desk::content::{Boundary, Condition, Content, Rule};
use smo_desk::rules::{Verdict, assess, parse_facts};
use smo_desk::wording::Phrases;

use super::person::{CONTENT, answers, phrases};
use crate::made_up::{Maker, cutoff, text, today};

/// The verdict and the reason of a requirement for these facts.
fn reason(lang: &str, requirement: &str, facts: &str) -> (Verdict, String) {
    let found = assess(&CONTENT, &answers(facts));
    let office = requirement.split_once('.').unwrap().0;
    let finding =
        found.office(office).unwrap().requirements.iter().find(|r| *r.requirement.id == *requirement).unwrap();
    (finding.verdict, phrases(lang).because(finding))
}

#[test]
fn in_english_for_every_kind_of_answer() {
    use Verdict::{Met, NotMet, Unclear};
    let accepted = "accepted: Cuban, Haitian or Venezuelan";
    let refused = |who: &str| format!("{who}; {accepted}");
    let status = "accepted: regular status or in the process of regularization";
    let table: Vec<(&str, &str, Verdict, String)> = vec![
        ("colombia.place", "country=CO", Met, "in Colombia".into()),
        ("colombia.place", "country=EC", NotMet, "in Ecuador, not in Colombia".into()),
        ("colombia.place", "country=other", NotMet, "in another country, not in Colombia".into()),
        ("colombia.place", "country=DE", NotMet, "in Germany (DE), not in Colombia".into()),
        ("colombia.place", "", Unclear, "Country: not asked yet".into()),
        ("colombia.place", "country=unknown", Unclear, "Country: not known".into()),
        ("colombia.place", "country=declined", Unclear, "Country: not given".into()),
        ("colombia.nationality", "nationality=VE", Met, "Venezuelan is accepted".into()),
        ("colombia.nationality", "nationality=CO,VE", Met, "Venezuelan is accepted".into()),
        ("colombia.nationality", "nationality=CU,HT", Met, "Cuban or Haitian is accepted".into()),
        ("colombia.nationality", "nationality=NI", NotMet, refused("Nicaraguan")),
        ("colombia.nationality", "nationality=NI,other", NotMet, refused("Nicaraguan and another country")),
        (
            "colombia.nationality",
            "nationality=stateless",
            Unclear,
            "stateless: the source does not say how this counts".into(),
        ),
        ("colombia.nationality", "nationality=unknown", Unclear, "Nationality: not known".into()),
        ("colombia.presence", "arrived=2019", Met, "2019 is on or before 11 June 2023".into()),
        ("colombia.presence", "arrived=2023-06-11", Met, "11 June 2023: the rule is on or before 11 June 2023".into()),
        ("colombia.presence", "arrived=2023-06-12", NotMet, "12 June 2023 is after 11 June 2023".into()),
        ("colombia.presence", "arrived=2023-06", Unclear, "June 2023 can be on either side of 11 June 2023".into()),
        ("colombia.presence", "arrived=..2023-06-11", Met, "on or before 11 June 2023".into()),
        ("colombia.presence", "arrived=2023-06-12..", NotMet, "on or after 12 June 2023".into()),
        ("colombia.presence", "arrived=always", Met, "born here or always lived here".into()),
        ("colombia.presence", "arrived=unknown", Unclear, "Came: not known".into()),
        ("guatemala.presence", "arrived=2024-07-15", Met, "15 July 2024 is before 16 July 2024".into()),
        ("guatemala.presence", "arrived=2024-07-16", NotMet, "16 July 2024: the rule is before 16 July 2024".into()),
        ("guatemala.presence", "arrived=2024", Unclear, "2024 can be on either side of 16 July 2024".into()),
        ("colombia.age", "adult=yes", Met, "18 or older: yes".into()),
        ("colombia.age", "adult=no", NotMet, "18 or older: no".into()),
        ("colombia.age", "adult=declined", Unclear, "18 or older: not given".into()),
        ("colombia.status", "status=in_process", Met, "in the process of regularization is accepted".into()),
        ("colombia.status", "status=irregular", NotMet, format!("neither of these; {status}")),
        ("colombia.status", "", Unclear, "Legal status: not asked yet".into()),
        ("ecuador.registration", "regularization=yes", Met, "Regularization: yes".into()),
        (
            "ecuador.registration",
            "regularization=no asylum_registered=2020",
            Met,
            "2020 is on or before 18 October 2023".into(),
        ),
        (
            "ecuador.registration",
            "regularization=no asylum_registered=no",
            NotMet,
            "Regularization: no; not registered".into(),
        ),
        (
            "ecuador.registration",
            "regularization=no asylum_registered=2024",
            NotMet,
            "Regularization: no; 2024 is after 18 October 2023".into(),
        ),
        ("ecuador.registration", "regularization=no", Unclear, "Registered: not asked yet".into()),
        (
            "ecuador.registration",
            "regularization=unknown asylum_registered=declined",
            Unclear,
            "Regularization: not known; Registered: not given".into(),
        ),
    ];
    for (requirement, facts, verdict, expected) in table {
        assert_eq!(reason("en", requirement, facts), (verdict, expected), "{requirement}: {facts}");
    }
}

#[test]
fn a_rule_on_a_stay_elsewhere_names_its_own_country() {
    for (lang, said) in [
        ("en", "about a stay in Colombia; not about this person"),
        ("es", "sobre una estancia en Colombia; no es el caso de esta persona"),
        ("ht", "sou yon sejou nan Kolonbi; se pa ka moun sa a"),
    ] {
        let (verdict, because) = reason(lang, "colombia.presence", "country=EC arrived=2019");
        assert_eq!((verdict, because.as_str()), (Verdict::Unclear, said));
    }
    let (_, because) = reason("en", "costa-rica.presence", "country=other");
    assert_eq!(because, "about a stay in Costa Rica; not about this person");
}

#[test]
fn in_spanish_and_creole_too() {
    let table = [
        ("colombia.nationality", "nationality=VE", "venezolana: se acepta", "venezwelyen: yo aksepte l"),
        ("colombia.presence", "arrived=2019", "2019: el 11 de junio de 2023 o antes", "2019 se 11 jen 2023 oswa anvan"),
        (
            "colombia.nationality",
            "nationality=stateless",
            "ap\u{e1}trida: la fuente no dice c\u{f3}mo cuenta",
            "san nasyonalite: sous la pa di kijan sa konte",
        ),
        (
            "guatemala.presence",
            "arrived=2024-07-16",
            "16 de julio de 2024: la regla es antes del 16 de julio de 2024",
            "16 jiyè 2024: règ la se anvan 16 jiyè 2024",
        ),
        (
            "colombia.presence",
            "arrived=2023-06-11",
            "11 de junio de 2023: la regla es el 11 de junio de 2023 o antes",
            "11 jen 2023: règ la se 11 jen 2023 oswa anvan",
        ),
        ("colombia.place", "country=EC", "en Ecuador, no en Colombia", "nan Ekwat\u{e8}, pa nan Kolonbi"),
    ];
    for (requirement, facts, es, ht) in table {
        assert_eq!(reason("es", requirement, facts).1, es);
        assert_eq!(reason("ht", requirement, facts).1, ht);
    }
}

/// A content with real words and one made-up requirement.
fn with_rule(rule: impl Fn(&Maker) -> Rule) -> Content {
    let maker = Maker::new();
    let mut content = Content::embedded().unwrap();
    content.offices = vec![maker.office("AA", Vec::new(), vec![("rule", "status", rule(&maker))])];
    content.questions = maker.content().questions;
    content.codes.push("AA".into());
    content
}

fn made_up_reason(content: &Content, facts: &str) -> (Verdict, String) {
    let facts: Vec<String> = facts.split_whitespace().map(str::to_owned).collect();
    let found = assess(content, &parse_facts(content, &facts, today()).unwrap());
    let finding = &found.offices[0].requirements[1];
    (finding.verdict, Phrases::new(content, content.language("en").unwrap()).because(finding))
}

#[test]
fn every_boundary_has_its_words() {
    use Boundary::{After, Before, OnOrAfter, OnOrBefore};
    let table = [
        (OnOrBefore, "2024-05-01", "1 May 2024: the rule is on or before 1 May 2024"),
        (OnOrBefore, "2024-05-02", "2 May 2024 is after 1 May 2024"),
        (Before, "2024-04-30", "30 April 2024 is before 1 May 2024"),
        (Before, "2024-05-01", "1 May 2024: the rule is before 1 May 2024"),
        (OnOrAfter, "2024-05-01", "1 May 2024: the rule is on 1 May 2024 or after"),
        (OnOrAfter, "2024-04-30", "30 April 2024 is before 1 May 2024"),
        (After, "2024-05-02", "2 May 2024 is after 1 May 2024"),
        (After, "2024-05-01", "1 May 2024: the rule is after 1 May 2024"),
        (OnOrBefore, "..2024-05-01", "on or before 1 May 2024"),
        (OnOrBefore, "..2024-03-01", "on or before 1 March 2024: the rule is on or before 1 May 2024"),
        (OnOrBefore, "..2024-06-01", "on or before 1 June 2024 can be on either side of 1 May 2024"),
        (OnOrBefore, "2024-05-01..", "on or after 1 May 2024 can be on either side of 1 May 2024"),
        (OnOrBefore, "2024-05-02..", "on or after 2 May 2024"),
        (OnOrBefore, "2025-01-01..", "on or after 1 January 2025: the rule is on or before 1 May 2024"),
        (Before, "..2024-04-30", "on or before 30 April 2024"),
        (Before, "2024-05-01..", "on or after 1 May 2024"),
        (Before, "2024-05-01..2024-05-03", "some day from 1 May 2024 to 3 May 2024: the rule is before 1 May 2024"),
        (Before, "2020..2021", "some day from 2020 to 2021 is before 1 May 2024"),
        (Before, "2020..2025", "some day from 2020 to 2025 can be on either side of 1 May 2024"),
        (After, "2024", "2024 can be on either side of 1 May 2024"),
    ];
    for (boundary, date, expected) in table {
        let content = with_rule(|maker| maker.test("came", cutoff(boundary, "2024-05-01")));
        assert_eq!(made_up_reason(&content, &format!("land=AA came={date}")).1, expected, "{boundary:?}");
    }
}

#[test]
fn what_nobody_states_is_said() {
    let unstated = with_rule(|_| Rule::Unstated(text("which papers")));
    assert_eq!(made_up_reason(&unstated, "land=AA"), (Verdict::Unclear, "not stated: ".to_owned() + "which papers"));
    let either =
        |maker: &Maker| Rule::Any(vec![maker.test("filed", Condition::Yes), Rule::Unstated(text("something else"))]);
    let content = with_rule(either);
    assert_eq!(made_up_reason(&content, "land=AA filed=yes"), (Verdict::Met, "filed: yes".to_owned()));
    let (verdict, because) = made_up_reason(&content, "land=AA filed=no");
    assert_eq!(verdict, Verdict::Unclear);
    assert!(because.ends_with("not stated: something else"), "{because}");
}

#[test]
fn the_opposite_of_what_a_test_accepts_is_not_called_accepted() {
    let content = with_rule(|maker| Rule::Not(Box::new(maker.test("origin", crate::made_up::includes(&["CU"])))));
    let (verdict, because) = made_up_reason(&content, "land=AA origin=CU");
    assert_eq!(verdict, Verdict::NotMet);
    assert!(!because.contains("is accepted"), "{because}");
    let (verdict, because) = made_up_reason(&content, "land=AA origin=VE");
    assert_eq!(verdict, Verdict::Met);
    assert!(!because.contains("not accepted"), "{because}");
}

/// "Neither of these is not accepted", "Registered: Registered": no clause of a reason negates twice or says its label
/// twice, whatever the answer and the language.
#[test]
fn no_reason_negates_twice_or_doubles_its_label() {
    let negations = |lang: &str| match lang {
        "en" => ["no", "not", "neither", "none", "never", "without"].as_slice(),
        "es" => &["no", "ninguno", "ninguna", "ningún", "nunca", "nadie"],
        _ => &["pa", "non", "okenn", "pèsonn", "janm"],
    };
    let values: [(&str, &[&str]); 8] = [
        ("country", &["CO", "EC", "GT", "DE", "other", "unknown", "declined"]),
        ("nationality", &["VE", "FR", "CO,FR", "other", "stateless", "unknown"]),
        (
            "arrived",
            &["2019", "2023-06-11", "2024-07-16", "2023-10-18", "2026", "..2023-06-11", "2024-07-16..", "always"],
        ),
        ("adult", &["yes", "no", "unknown", "declined"]),
        ("status", &["regular", "in_process", "irregular", "unknown"]),
        ("regularization", &["yes", "no", "unknown"]),
        ("asylum_registered", &["2020", "2026", "no", "unknown"]),
        ("existing_case", &["yes", "no"]),
    ];
    let mut seen = 0;
    for office in &CONTENT.offices {
        for (fact, all) in values {
            for value in all {
                let here = format!("country={} {fact}={value}", office.country.id);
                let facts = if fact == "country" { format!("country={value}") } else { here };
                for requirement in &office.requirements {
                    for lang in ["en", "es", "ht"] {
                        let (_, said) = reason(lang, &requirement.id, &facts);
                        for clause in said.split(';') {
                            let words: Vec<&str> = clause.split(|c: char| !c.is_alphanumeric()).collect();
                            let count = words.iter().filter(|word| negations(lang).contains(&**word)).count();
                            assert!(count < 2, "{lang} {facts}: {said}");
                            let parts: Vec<&str> = clause.split(':').map(str::trim).collect();
                            assert!(parts.windows(2).all(|pair| pair[0] != pair[1]), "{lang} {facts}: {said}");
                            seen += 1;
                        }
                    }
                }
            }
        }
    }
    assert!(seen > 1000, "{seen}");
}
