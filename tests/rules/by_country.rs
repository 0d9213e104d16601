//! Days that differ by nationality: from the file, against brute force over persons, and in words.

use proptest::prelude::*;
use proptest::sample::Index;
use smo_desk::check::{Check, choices};
use smo_desk::content::{Content, Lang, Office, Requirement, Rule, export};
use smo_desk::rules::{Answer, Answers, Interval, Value, Verdict, assess, eval, obstacles, parse_facts, unmet_parts};
use smo_desk::wording::Phrases;
use std::fs;
use std::sync::{Arc, LazyLock};

use crate::made_up::{day, ids, today};
use crate::property::{check, content_of, of_the_person, say};

/// Whom each day is for: the last two share one, apart in the file.
const DAYS: [(&str, &str); 5] =
    [("SV", "2024-06-01"), ("GT", "2024-07-16"), ("NI", "2024-05-01"), ("HN", "2024-06-01"), ("CU", "2023-12-31")];

const RULE: &str = "rule = { before = { fact = \"arrived\", date = 2024-07-16 } }";
/// What it says in each language before its day.
const TEXTS: [&str; 3] =
    ["In Guatemala before {date}", "En Guatemala antes del {date}", "Nan peyi Gwatemala anvan {date}"];

/// The built-in content, but for the rule of one office on arrival.
static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    export(folder.path()).unwrap();
    let path = folder.path().join("offices/guatemala.toml");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(RULE) && TEXTS.iter().all(|words| text.contains(words)));
    let dates: Vec<String> = DAYS.iter().map(|(code, day)| format!("{code} = {day}")).collect();
    let rule = format!(
        "rule = {{ before = {{ fact = \"arrived\", by = \"nationality\", dates = {{ {} }} }} }}",
        dates.join(", ")
    );
    let said = "Before {date}, {date2}, {date3} or {date4}: {nationalities}";
    let text = TEXTS.iter().fold(text.replace(RULE, &rule), |text, words| text.replace(words, said));
    let text = text.replace(". {date}", ". its day");
    fs::write(&path, text).unwrap();
    Content::from_folder(folder.path()).unwrap_or_else(|problems| panic!("{}", problems.render(false)))
});

fn office() -> &'static Arc<Office> {
    CONTENT.offices.iter().find(|office| *office.id == *"guatemala").unwrap()
}

fn presence() -> &'static Arc<Requirement> {
    office().requirements.iter().find(|stated| *stated.id == *"guatemala.presence").unwrap()
}

fn facts(facts: &str) -> Answers {
    let facts: Vec<String> = facts.split_whitespace().map(str::to_owned).collect();
    parse_facts(&CONTENT, &facts, today()).unwrap()
}

fn set(fact: &str, value: Value) -> (Arc<smo_desk::content::Question>, Answer) {
    (Arc::clone(CONTENT.question(fact).unwrap()), Answer::Known(value))
}

/// What the page says, without trees: one nationality whose day is kept is enough.
fn by_the_page(nationalities: &[&str], arrived: chrono::NaiveDate) -> bool {
    DAYS.iter().any(|(code, last)| nationalities.contains(code) && arrived < day(last))
}

#[test]
fn every_set_of_nationalities_is_judged_by_the_best_of_its_days() {
    let codes = ["SV", "GT", "NI", "HN", "CU", "VE"];
    let around =
        DAYS.iter().flat_map(|(_, last)| [day(last).pred_opt().unwrap(), day(last), day(last).succ_opt().unwrap()]);
    for arrived in around {
        for set_of in 1..1_u32 << codes.len() {
            let own: Vec<&str> =
                codes.iter().enumerate().filter(|(n, _)| set_of >> n & 1 == 1).map(|(_, code)| *code).collect();
            let mut answers = Answers::default();
            for (question, answer) in [
                set("nationality", Value::Countries(own.iter().map(|code| (*code).into()).collect())),
                set("arrived", Value::Date(Interval::on(arrived))),
            ] {
                answers.set(&CONTENT, &question, answer);
            }
            assert_eq!(
                eval(&presence().rule, &answers),
                Verdict::from(by_the_page(&own, arrived)),
                "{own:?} {arrived}"
            );
        }
    }
}

#[test]
fn what_is_not_known_leaves_open_just_what_it_can_decide() {
    let table = [
        // No nationality has a day after the last one, and some have none.
        ("arrived=2024-07-16", Verdict::NotMet),
        ("arrived=2020", Verdict::Unclear),
        ("arrived=2024-07-16 nationality=stateless", Verdict::NotMet),
        ("arrived=2020 nationality=stateless", Verdict::Unclear),
        ("arrived=2020 nationality=unknown", Verdict::Unclear),
        ("nationality=VE", Verdict::NotMet),
        ("nationality=VE arrived=declined", Verdict::NotMet),
        ("nationality=SV", Verdict::Unclear),
        ("nationality=SV arrived=2024", Verdict::Unclear),
        ("nationality=SV arrived=2024-05", Verdict::Met),
        ("nationality=SV arrived=2024-06", Verdict::NotMet),
        ("nationality=SV,GT arrived=2024-06", Verdict::Met),
        ("nationality=CU,VE arrived=always", Verdict::Met),
        ("nationality=NI arrived=..2024-04-30", Verdict::Met),
        ("nationality=NI arrived=2024-05-01..", Verdict::NotMet),
    ];
    for (said, verdict) in table {
        assert_eq!(eval(&presence().rule, &facts(&format!("country=GT {said}"))), verdict, "{said}");
    }
    let settles = |said: &str| {
        let found = assess(&CONTENT, &facts(said));
        let found = found.office("guatemala").unwrap();
        (ids(&found.missing).join(" "), ids(&found.settles).join(" "))
    };
    assert_eq!(settles("country=GT nationality=SV"), ("arrived".to_owned(), "arrived".to_owned()));
    assert_eq!(settles("country=GT arrived=2020"), ("nationality".to_owned(), "nationality".to_owned()));
    assert_eq!(settles("country=GT"), ("nationality arrived".to_owned(), "nationality arrived".to_owned()));
    assert_eq!(settles("country=GT arrived=2024-07-16"), (String::new(), String::new()));
}

/// The reason is what is asked of the person's own nationalities, and only the whole list where none is in it.
#[test]
fn reasons_are_about_the_nationalities_that_the_person_has() {
    let because = |said: &str, lang: usize| {
        let found = assess(&CONTENT, &facts(&format!("country=GT {said}")));
        let found = found.office("guatemala").unwrap();
        let stated = found.requirements.iter().find(|one| one.requirement.id == presence().id).unwrap();
        Phrases::new(&CONTENT, Lang(lang)).because(stated)
    };
    let table = [
        ("nationality=SV arrived=2024-05", "Salvadoran is accepted; May 2024 is before 1 June 2024"),
        ("nationality=SV,GT arrived=2024-06", "Guatemalan is accepted; June 2024 is before 16 July 2024"),
        ("nationality=SV arrived=2024-07", "July 2024 is on or after 1 June 2024"),
        (
            "nationality=SV,NI arrived=2024-07",
            "July 2024 is on or after 1 June 2024; July 2024 is on or after 1 May 2024",
        ),
        ("nationality=VE arrived=2020", "Venezuelan; accepted: Salvadoran, Honduran, Guatemalan, Nicaraguan or Cuban"),
        ("nationality=SV", "Came: not asked yet"),
        ("nationality=SV arrived=2024", "2024 can be on either side of 1 June 2024"),
        ("arrived=2020", "Nationality: not asked yet"),
    ];
    for (said, expected) in table {
        assert_eq!(because(said, 0), expected, "{said}");
    }
    assert_eq!(
        because("nationality=VE arrived=2020", 1),
        "venezolana; se acepta: salvadoreña, hondureña, guatemalteca, nicaragüense o cubana"
    );
}

#[test]
fn what_would_have_to_be_different_is_the_day_of_the_person() {
    let (rule, phrases) = (&presence().rule, Phrases::new(&CONTENT, Lang(0)));
    let different = |said: &str| {
        let parts = unmet_parts(rule, &facts(&format!("country=GT {said}")), today());
        parts.iter().map(|part| (phrases.unmet_part(part), part.fixed().is_some())).collect::<Vec<_>>()
    };
    let past = |words: &str| vec![(words.to_owned(), true)];
    assert_eq!(different("nationality=SV arrived=2024-07"), past("Came: before 1 June 2024 (that day is past)"));
    assert_eq!(
        different("nationality=SV,NI arrived=2024-07"),
        past("Came: before 1 June 2024 (that day is past) or Came: before 1 May 2024 (that day is past)")
    );
    let [(words, fixed)] = &different("nationality=VE arrived=2020")[..] else { panic!() };
    assert!(*fixed && words.starts_with("Nationality: Salvadoran or Honduran, Nationality: Guatemalan, "), "{words}");
    let found = assess(&CONTENT, &facts("country=GT nationality=SV arrived=2024-07"));
    let answers = facts("country=GT nationality=SV arrived=2024-07");
    let all = obstacles(found.office("guatemala").unwrap(), &answers, today());
    let texts: Vec<String> = all.iter().map(|one| phrases.obstacle(one)).collect();
    let text = "Before 1 June 2024, 16 July 2024, 1 May 2024 or 31 December 2023: Salvadoran, Honduran, Guatemalan, Nicaraguan \
                or Cuban (that day is past)";
    assert_eq!(texts, [text]);
}

/// A date question offers the two sides of the day that is the person's own; of several days none.
#[test]
fn the_form_offers_the_sides_of_the_persons_own_day() {
    let offered = |said: &str| {
        let check = Check::with_answers(&CONTENT, facts(said));
        let (question, asking) = (CONTENT.question("arrived").unwrap(), check.asking(&CONTENT));
        let phrases = Phrases::new(&CONTENT, Lang(0));
        let all = choices(&CONTENT, question, asking.as_deref(), "");
        all.iter()
            .filter(|choice| choice.side.is_some())
            .map(|choice| phrases.choice(question, choice, None))
            .collect::<Vec<_>>()
    };
    assert_eq!(offered("country=GT nationality=HN"), ["before 1 June 2024", "on 1 June 2024 or after"]);
    assert_eq!(offered("country=GT nationality=CU,VE"), ["before 31 December 2023", "on 31 December 2023 or after"]);
    assert_eq!(offered("country=GT nationality=CU,GT"), [""; 0]);
    assert_eq!(offered("country=GT"), [""; 0]);
    assert_eq!(offered("country=EC nationality=CU"), ["on or before 18 October 2023", "after 18 October 2023"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// The office with its other rules, one of which tests nationality too, and the rule alone.
    #[test]
    fn findings_agree_with_brute_force(picks in prop::collection::vec(any::<Index>(), 9)) {
        let rules: Vec<Rule> = office().requirements.iter().map(|stated| of_the_person(&stated.rule)).collect();
        let content = content_of(rules);
        let answers = say(&content, &content.offices[0], &picks);
        check(&assess(&content, &answers).offices[0], &answers);
        let alone = content_of(vec![of_the_person(&presence().rule)]);
        let answers = say(&alone, &alone.offices[0], &picks);
        check(&assess(&alone, &answers).offices[0], &answers);
    }
}
