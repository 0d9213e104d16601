//! What would have to be different where a minimum is not met, through the real content.

use smo_desk::content::{Boundary, Condition, Rule};
use smo_desk::rules::{Fixed, Verdict, asked_besides, obstacles, parse_facts, unmet_parts};

use crate::guide::{CONTENT, TODAY, answers, assessed, met_but};
use crate::made_up::{Maker, cutoff, day, includes, text};

/// The requirements in the way, with `!` behind those that nobody can change any more.
fn in_the_way(office: &str, facts: &str, as_of: &str) -> Vec<String> {
    let found = assessed(facts);
    let all = obstacles(found.office(office).unwrap(), &answers(facts), day(as_of));
    all.iter()
        .map(|one| format!("{}{}", one.finding.requirement.name(), if one.fixed.is_some() { "!" } else { "" }))
        .collect()
}

/// Facts that meet an office's minimum, but for these.
fn met_with(office: &str, changed: &str) -> String {
    let name = |fact: &str| fact.split('=').next().unwrap_or_default().to_owned();
    let met = met_but(office, "");
    let kept = met.split(' ').filter(|fact| !changed.split(' ').any(|change| name(change) == name(fact)));
    kept.chain(changed.split(' ').filter(|change| !change.is_empty())).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_unmet_requirement_is_named_and_only_those() {
    let table: [(&str, &str, &[&str]); 9] = [
        ("colombia", "", &[]),
        ("colombia", "nationality=FR", &["nationality!"]),
        ("colombia", "arrived=2023-06-11", &[]),
        ("colombia", "arrived=2023-06-12 adult=no", &["presence!", "age"]),
        ("colombia", "status=irregular", &["status"]),
        ("colombia", "adult=unknown nationality=stateless", &[]),
        ("colombia", "country=EC", &["place"]),
        ("guatemala", "arrived=2024-07-16", &["presence!"]),
        ("ecuador", "regularization=no asylum_registered=2023-10-19", &["registration"]),
    ];
    for (office, facts, expected) in table {
        assert_eq!(in_the_way(office, &met_with(office, facts), TODAY), expected, "{office}: {facts}");
    }
}

/// To be there would not be enough: what else an office asks is named with it, a past day marked so, and nothing that is
/// met or named already.
#[test]
fn somebody_elsewhere_hears_what_else_would_be_asked() {
    let table: [(&str, &str, &[&str]); 9] = [
        ("ecuador", "country=CO nationality=VE", &["presence!", "registration"]),
        ("ecuador", "country=CO nationality=GT", &["presence!", "registration"]),
        ("ecuador", "country=CO", &["nationality", "presence!", "registration"]),
        ("colombia", "country=FR nationality=VE adult=yes", &["presence!", "status"]),
        ("colombia", "country=FR nationality=VE adult=unknown", &["presence!", "age", "status"]),
        ("colombia", "country=FR adult=no", &["nationality", "presence!", "status"]),
        ("guatemala", "country=EC nationality=HN arrived=2019", &["presence!"]),
        ("costa-rica", "country=CR nationality=FR arrived=2025", &[]),
        ("costa-rica", "nationality=FR", &[]),
    ];
    for (office, facts, expected) in table {
        let found = assessed(facts);
        let all = asked_besides(found.office(office).unwrap(), day(TODAY));
        let mark = |fixed| if fixed == Some(Fixed::PastDay) { "!" } else { "" };
        let all: Vec<_> =
            all.iter().map(|one| format!("{}{}", one.finding.requirement.name(), mark(one.fixed))).collect();
        assert_eq!(all, expected, "{office}: {facts}");
    }
    let open = assessed("country=FR nationality=VE");
    let early = asked_besides(open.office("colombia").unwrap(), day("2023-06-11"));
    assert!(early.iter().all(|one| one.fixed.is_none()), "the day is not past on the day itself");
}

/// Whoever is asked on the day of the cutoff, or before it, can still arrive by it.
#[test]
fn a_day_that_is_not_past_can_still_be_kept() {
    let late = |office: &str, as_of: &str| in_the_way(office, &met_with(office, "arrived=2025"), as_of);
    for (office, as_of, expected) in [
        ("colombia", "2023-06-10", "presence"),
        ("colombia", "2023-06-11", "presence"),
        ("colombia", "2023-06-12", "presence!"),
        ("guatemala", "2024-07-15", "presence"),
        ("guatemala", "2024-07-16", "presence!"),
    ] {
        assert_eq!(late(office, as_of), [expected], "{office} as of {as_of}");
    }
}

/// Made of the rules alone: what is met, unclear or about somebody else is never called different.
#[test]
fn it_agrees_with_the_verdicts() {
    for facts in
        ["country=CO nationality=FR arrived=2024 adult=no", "country=GT nationality=VE", "country=FR", "adult=no"]
    {
        let found = assessed(facts);
        for office in &CONTENT.offices {
            let finding = found.office(&office.id).unwrap();
            let named = obstacles(finding, &answers(facts), day(TODAY));
            assert_eq!(named.is_empty(), finding.verdict != Verdict::NotMet, "{facts}: {}", office.id);
            assert!(named.iter().all(|one| one.finding.applies && one.finding.verdict == Verdict::NotMet));
        }
    }
}

/// The unmet parts of a rule: sets within a part with `|` between them, tests within a set with `+`, `-` before one of
/// which the opposite is wanted, `!` behind one that nobody can change any more.
fn parts(rule: impl Fn(&Maker) -> Rule, facts: &str) -> Vec<String> {
    let maker = Maker::new();
    let (rule, content) = (rule(&maker), maker.content());
    let facts: Vec<String> = facts.split_whitespace().map(str::to_owned).collect();
    let answers = parse_facts(&content, &facts, day(TODAY)).unwrap();
    let found = unmet_parts(&rule, &answers, day(TODAY));
    let parts = found.iter().map(|part| {
        let sets = part.0.iter().map(|set| {
            let tests = set.iter().map(|one| {
                let (turned, fixed) =
                    (if one.is_turned { "-" } else { "" }, if one.fixed.is_some() { "!" } else { "" });
                format!("{turned}{}{fixed}", one.test.fact.id)
            });
            tests.collect::<Vec<_>>().join("+")
        });
        format!("{}{}", sets.collect::<Vec<_>>().join("|"), if part.fixed().is_some() { " fixed" } else { "" })
    });
    parts.collect()
}

/// The smallest sets, whatever the shape of the rule: conjunctions are parted, of alternatives one is enough, what holds
/// another one is left out, and what nobody states is no obstacle.
#[test]
fn the_smallest_sets_of_a_rule() {
    let filed = |maker: &Maker| maker.test("filed", Condition::Yes);
    let grown = |maker: &Maker| maker.test("grown", Condition::Yes);
    let origin = |maker: &Maker| maker.test("origin", includes(&["XX"]));
    let came = |maker: &Maker| maker.test("came", cutoff(Boundary::Before, "2020-01-01"));
    let none = "filed=no grown=no origin=YY came=2024";
    let all = |maker: &Maker| Rule::All(vec![filed(maker), origin(maker), came(maker)]);
    assert_eq!(parts(all, none), ["filed", "origin! fixed", "came! fixed"]);
    assert_eq!(parts(all, "filed=yes origin=YY"), ["origin! fixed"]);
    assert_eq!(parts(all, "filed=unknown came=2019"), [""; 0]);
    let any = |maker: &Maker| Rule::Any(vec![filed(maker), origin(maker)]);
    assert_eq!(parts(any, none), ["filed|origin!"]);
    assert_eq!(parts(any, "filed=no"), [""; 0]);
    let nested = |maker: &Maker| {
        let both = Rule::All(vec![filed(maker), origin(maker)]);
        let open = Rule::All(vec![any(maker), Rule::Unstated(text("which"))]);
        Rule::All(vec![grown(maker), Rule::Any(vec![both, open])])
    };
    assert_eq!(parts(nested, none), ["grown", "filed|origin!"]);
    let pairs = |maker: &Maker| {
        Rule::Any(vec![Rule::All(vec![filed(maker), origin(maker)]), Rule::All(vec![grown(maker), came(maker)])])
    };
    assert_eq!(parts(pairs, none), ["filed+origin!|grown+came! fixed"]);
    let not = |maker: &Maker| Rule::Not(Box::new(Rule::Any(vec![filed(maker), came(maker)])));
    assert_eq!(parts(not, "filed=yes came=2019"), ["-filed", "-came"]);
    let late = |maker: &Maker| maker.test("came", cutoff(Boundary::OnOrAfter, "2020-01-01"));
    assert_eq!(parts(|maker| Rule::Not(Box::new(late(maker))), "came=2024"), ["-came! fixed"]);
    assert_eq!(parts(late, "came=2019"), ["came"]);
}
