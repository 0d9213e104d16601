//! `check --json` against `docs/check.schema.json`, and what it says of facts that are not known.

use serde_json::{Value, json};

use super::parity::PERSONS;
use super::run::{each, json};

fn schema() -> Value {
    serde_json::from_str(include_str!("../../../docs/check.schema.json")).unwrap()
}

fn check(facts: &str, more: &[&str]) -> Value {
    json(&[&["check", "--json"], more, &facts.split_whitespace().collect::<Vec<_>>()].concat())
}

#[test]
fn every_answer_has_the_documented_shape() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    for facts in PERSONS.iter().chain(&["", "seasonal_work=no country=FR nationality=FR adult=unknown"]) {
        for lang in ["en", "ht"] {
            let found = check(facts, &["--lang", lang]);
            let faults: Vec<String> = validator.iter_errors(&found).map(|fault| fault.to_string()).collect();
            assert_eq!(faults, [""; 0], "{facts}");
        }
    }
}

/// A schema that takes anything would hold nothing.
#[test]
fn the_schema_refuses_what_is_not_documented() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let found = check(PERSONS[0], &[]);
    let wrong: [fn(&mut Value); 6] = [
        |found| drop(found.as_object_mut().unwrap().remove("not_known")),
        |found| found["more"] = json!(1),
        |found| found["offices"][0]["verdict"] = json!("eligible"),
        |found| found["pathways"][0]["state"] = json!("fine"),
        |found| found["not_known"][0]["reason"] = json!("lost"),
        |found| found["offices"][0]["requirements"][0]["open"] = json!(["text"]),
    ];
    assert!(validator.is_valid(&found));
    for (n, wrong) in wrong.iter().enumerate() {
        let mut changed = found.clone();
        wrong(&mut changed);
        assert!(!validator.is_valid(&changed), "change {n}");
    }
}

#[test]
fn each_fact_that_is_not_known_says_why() {
    let found = check("country=EC nationality=declined arrived=2022 adult=unknown", &[]);
    let reason = |fact: &str| {
        let all = found["not_known"].as_array().unwrap();
        all.iter().find(|one| one["fact"] == fact).map(|one| one["reason"].as_str().unwrap().to_owned())
    };
    let expected = [
        ("country", None),
        ("arrived", None),
        ("nationality", Some("declined")),
        ("adult", Some("unknown")),
        ("existing_case", Some("not_asked")),
        ("seasonal_work", Some("not_asked")),
    ];
    for (fact, wanted) in expected {
        assert_eq!(reason(fact).as_deref(), wanted, "{fact}");
    }
    assert_eq!(found["contradictions"], json!([]));
    let found = check("country=EC nationality=CU arrived=2022 asylum_registered=2020", &[]);
    assert_eq!(found["contradictions"][0]["facts"], json!(["asylum_registered", "arrived"]));
}

#[test]
fn a_pathway_says_what_became_of_it_and_what_would_have_to_be_different() {
    let pathway = |facts: &str, id: &str| {
        let found = check(facts, &[]);
        found["pathways"].as_array().unwrap().iter().find(|pathway| pathway["id"] == id).unwrap().clone()
    };
    for (id, state) in [
        ("chnv_parole", "ended"),
        ("family_reunification_parole", "ended"),
        ("family_immigration", "affected"),
        ("seasonal_work", "affected"),
        ("asylum_host", "not_stated"),
    ] {
        assert_eq!(pathway("", id)["state"], state, "{id}");
        assert_eq!(pathway("", id)["different"], json!([]), "{id}");
    }
    let family = "\"Is any of the person's family in the USA a citizen or green-card holder?\" yes";
    let work = "\"Is the person looking for seasonal or temporary work in the USA?\" yes";
    let table: [(&str, &str, &[&str], &[bool]); 6] = [
        ("chnv_parole", "nationality=FR", &["Nationality: Cuban, Haitian, Nicaraguan or Venezuelan"], &[true]),
        ("chnv_parole", "nationality=FR,CU", &[], &[]),
        ("family_immigration", "family_resident=no", &[family], &[false]),
        ("seasonal_work", "seasonal_work=no country=GT nationality=GT", &[work], &[false]),
        (
            "seasonal_work",
            "seasonal_work=no country=CO nationality=CU",
            &[work, "Country: Guatemala or Nationality: Guatemalan"],
            &[false, false],
        ),
        ("asylum_host", "country=CO", &[], &[]),
    ];
    for (id, facts, texts, fixed) in table {
        let different = pathway(facts, id)["different"].clone();
        assert_eq!(each(&different, "text"), texts, "{id}: {facts}");
        let marked: Vec<bool> = different.as_array().unwrap().iter().map(|one| one["fixed"] == true).collect();
        assert_eq!(marked, fixed, "{id}: {facts}");
    }
}

/// Open points and what others say stand with the requirement; who has a nationality hears nothing of those without.
#[test]
fn open_points_are_in_the_requirement() {
    let said = |facts: &str, requirement: &str, key: &str| {
        let found = check(facts, &[]);
        let offices = found["offices"].as_array().unwrap().clone();
        let all = offices.iter().flat_map(|office| office["requirements"].as_array().unwrap().clone());
        let found = all.into_iter().find(|found| found["id"] == requirement).unwrap();
        each(&found[key], "text").join(" ")
    };
    let nationality = |facts| said(facts, "guatemala.nationality", "open");
    for (several, facts) in [
        (true, "country=GT"),
        (true, "country=GT nationality=HN,ES"),
        (true, "country=GT nationality=unknown"),
        (true, "country=GT nationality=declined"),
        (false, "country=GT nationality=HN"),
        (false, "country=GT nationality=ES"),
        (false, "country=GT nationality=stateless"),
    ] {
        assert_eq!(nationality(facts).contains("more than one nationality"), several, "{facts}");
    }
    assert!(!nationality("country=GT nationality=HN").contains("without a nationality"));
    for facts in ["country=GT", "country=GT nationality=stateless", "country=GT nationality=unknown"] {
        assert!(nationality(facts).contains("without a nationality"), "{facts}");
    }
    assert!(said("country=GT nationality=HN", "guatemala.nationality", "later").contains("only Guatemalans"));
    assert!(said("country=EC nationality=CU", "ecuador.presence", "open").contains("unbroken"));
}
