//! `smo rules`: on one page, as data, as SQL.

use serde_json::Value;
use smo_desk::content::Content;

use super::content::{copy, shown};
use super::run::{each, json, keys, refused, text};

#[test]
fn every_rule_stands_on_one_page() {
    let content = Content::embedded().unwrap();
    for lang in ["en", "es", "ht"] {
        let page = text(&["rules", "--lang", lang]);
        let data = json(&["rules", "--format", "json", "--lang", lang]);
        let unwrapped = page.split_whitespace().collect::<Vec<_>>().join(" ");
        for office in data["offices"].as_array().unwrap() {
            for one in office["requirements"].as_array().unwrap() {
                assert!(unwrapped.contains(one["text"].as_str().unwrap()), "{lang}: {one}");
            }
        }
        // Pathways are said as everywhere, each with its later status.
        for one in data["pathways"].as_array().unwrap() {
            assert!(unwrapped.contains(one["text"].as_str().unwrap()), "{lang}: {one}");
        }
        for later in content.pathways.iter().flat_map(|pathway| &pathway.later) {
            assert!(unwrapped.contains(later.statement.text.get(content.language(lang).unwrap())), "{lang}");
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
    // The first line names the content by its check-code.
    let query = text(&["rules", "--format", "sql"]);
    insta::assert_snapshot!(query.split_once('\n').unwrap().1);
    let said = refused(&["rules", "--dialect", "spark"], 2);
    assert_eq!(said, "error: --dialect is for --format sql\n");
}

#[test]
fn the_form_has_every_question_in_every_language() {
    use calamine::{DataType, Reader, Xlsx, open_workbook_from_rs};

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("form.xlsx");
    let path = file.display().to_string();
    assert_eq!(text(&["rules", "--format", "xlsform", "-o", &path]), "");
    let bytes = std::fs::read(&file).unwrap();
    let mut workbook: Xlsx<_> = open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    assert_eq!(workbook.sheet_names(), ["survey", "choices", "settings"]);
    let survey = workbook.worksheet_range("survey").unwrap();
    let rows: Vec<Vec<String>> =
        survey.rows().map(|row| row.iter().map(|cell| cell.as_string().unwrap_or_default()).collect()).collect();
    let column = |name: &str| rows[0].iter().position(|own| own.starts_with(name)).unwrap();
    let labels = ["label::English (en)", "label::Espa\u{f1}ol (es)", "label::Krey\u{f2}l ayisyen (ht)"].map(column);
    let named = |name: &str| rows.iter().find(|row| row[1] == name).unwrap_or_else(|| panic!("no {name}"));
    for id in
        ["country", "nationality", "arrived_known", "adult", "status", "regularization", "asylum_registered_known"]
    {
        for label in labels {
            assert!(!named(id)[label].is_empty(), "{id}");
        }
    }
    // What was said of the programme stands before the first question, and no verdict is told before it.
    let at = |wanted: &dyn Fn(&str) -> bool| rows.iter().position(|row| wanted(&row[1])).unwrap();
    assert!(at(&|name| name == "notice_1") < at(&|name| name == "country"));
    assert!(at(&|name| name == "promise") < at(&|name| name == "country"));
    assert!(at(&|name| name == "colombia_intake_1") < at(&|name| name == "colombia_is_met"));
    let said = |name: &str| named(name)[labels[0]].as_str();
    assert_eq!(said("colombia_is_met"), "Colombia: meets the stated minimum");
    assert_eq!(said("colombia_is_unclear"), "Colombia: cannot tell yet");
    let different: std::collections::BTreeSet<_> = rows.iter().map(|row| &row[1]).collect();
    assert_eq!(rows.len(), different.len(), "no name stands twice");
}

/// A day for each nationality is a tree of tests that repeat two facts: what is said of it says each once.
#[test]
fn days_that_differ_by_nationality_are_said_as_one_rule() {
    let (day, days) = (
        "fact = \"arrived\", date = 2024-07-16",
        "fact = \"arrived\", by = \"nationality\", dates = { GT = 2024-07-16, NI = 2024-05-01, HN = 2024-05-01 }",
    );
    let folder = copy("offices/guatemala.toml", day, days);
    let path = folder.path().join("offices/guatemala.toml");
    std::fs::write(&path, std::fs::read_to_string(&path).unwrap().replace("{date}", "its day")).unwrap();
    let content = shown(folder.path());
    let person = ["country=GT", "nationality=HN", "arrived=2024-06", "--content", &content];
    let said = text(&[&["check"], &person[..]].concat());
    assert!(said.contains("June 2024 is on or after 1 May 2024 (answer 2, 3)\n"), "{said}");
    let found = json(&[&["check", "--json"], &person[..]].concat());
    let office = found["offices"].as_array().unwrap().iter().find(|office| office["id"] == "guatemala").unwrap();
    assert_eq!(office["requirements"][2]["facts"], serde_json::json!(["nationality", "arrived"]));
    let data = json(&["rules", "--format", "json", "--content", &content]);
    let one = |code: &[&str], day: &str| {
        let whom = serde_json::json!({ "includes": { "fact": "nationality", "values": code } });
        serde_json::json!({ "all": [whom, { "before": { "fact": "arrived", "date": day } }] })
    };
    let expected = serde_json::json!({ "any": [one(&["GT"], "2024-07-16"), one(&["NI", "HN"], "2024-05-01")] });
    assert_eq!(data["offices"][3]["requirements"][2]["rule"], expected);
    // Every small change of it is noticed by somebody whom the program itself names.
    let path = folder.path().join("examples.toml");
    let missing = text(&["content", "test", "--missing", &content]);
    std::fs::write(&path, std::fs::read_to_string(&path).unwrap() + &missing).unwrap();
    assert_eq!(text(&["content", "test", "--missing", &content]), "");
}
