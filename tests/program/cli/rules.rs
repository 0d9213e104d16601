//! `smo rules`: on one page, as data, as SQL.

use serde_json::Value;

use super::run::{each, json, keys, refused, text};

#[test]
fn every_rule_stands_on_one_page() {
    for lang in ["en", "es", "ht"] {
        let page = text(&["rules", "--lang", lang]);
        let data = json(&["rules", "--format", "json", "--lang", lang]);
        let unwrapped = page.split_whitespace().collect::<Vec<_>>().join(" ");
        for office in data["offices"].as_array().unwrap() {
            for one in office["requirements"].as_array().unwrap() {
                assert!(unwrapped.contains(one["text"].as_str().unwrap()), "{lang}: {one}");
            }
        }
        assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
    }
}

#[test]
fn rules_as_data_hold_to_their_schema() {
    let schema: Value = serde_json::from_str(include_str!("../../../docs/rules.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let second = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/content/colombia-regularization");
    for content in [&[][..], &["--content", second]] {
        let data = json(&[&["rules", "--format", "json"], content].concat());
        let errors: Vec<String> = validator.iter_errors(&data).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new());
    }
    let data = json(&["rules", "--format", "json"]);
    assert_eq!(keys(&data), ["format", "guide", "as_of", "notices", "offices", "pathways"]);
    assert_eq!(each(&data["offices"], "id"), ["colombia", "costa-rica", "ecuador", "guatemala"]);
    let with = |what: &str, to: Value| {
        let mut bad = data.clone();
        bad["offices"][0]["requirements"][0][what] = to;
        validator.is_valid(&bad)
    };
    assert!(!with("rule", Value::Null) && !with("more", Value::Null) && !with("from", "June".into()));
}

#[test]
fn the_query_is_written_for_each_engine() {
    for dialect in ["duckdb", "postgres", "sqlite", "spark"] {
        let sql = text(&["rules", "--format", "sql", "--dialect", dialect]);
        for part in
            ["WITH", "FROM people", "colombia_place", "UNION ALL", "'costa-rica' AS office", "ORDER BY id, office;"]
        {
            assert!(sql.contains(part), "{dialect}: {part}");
        }
        assert_eq!(sql.contains("DATE '2023-06-11'"), dialect != "sqlite");
        assert_eq!(sql.contains("`arrived_first`"), dialect == "spark");
    }
    assert_eq!(text(&["rules", "--format", "sql"]), text(&["rules", "--format", "sql", "--dialect", "duckdb"]));
    insta::assert_snapshot!(text(&["rules", "--format", "sql"]));
    let said = refused(&["rules", "--dialect", "spark"], 2);
    assert_eq!(said, "error: --dialect is for --format sql\n");
}
