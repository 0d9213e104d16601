#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use serde_json::{Value, json};

use super::*;
use crate::process::tests::{ProcessBuilder, day, source};

fn value(model: &ProcessModel, on: &str) -> Value {
    let all = (0..model.steps.len()).collect();
    let notices: Vec<_> = model.steps[1].notices.iter().collect();
    serde_json::to_value(ProcessData::of(model, &all, &source(), &notices, Lang(0), day(on))).unwrap()
}

#[test]
fn steps_and_links_name_each_other_by_id() {
    let model = ProcessBuilder::new(3)
        .go(0, 1)
        .link(0, 2, LinkKind::Transfer, Certainty::Likely)
        .link(1, 0, LinkKind::Loop, Certainty::May)
        .go(1, 2)
        .track(1, 0)
        .wait(1, "2 weeks or more", Some(Period::Weeks(2)), Some(0))
        .detail(1, "more", Some("2025-02"))
        .notice(1, "stop", Some("2025-01-27"))
        .end(2, EndKind::NotStated)
        .model();
    let now = value(&model, "2025-02-01");
    assert_eq!(now["format"], 1);
    assert_eq!(now["guide"], json!({ "date": "2024-08", "certainty": "not_before" }));
    let mut transfer = now["links"][1].clone();
    let told = transfer.as_object_mut().unwrap().remove("notifications");
    let expected =
        json!({ "from": "s0", "to": "s2", "kind": "transfer", "certainty": "likely", "text": "case 0 to 2" });
    assert_eq!((transfer, told), (expected, Some(json!([]))));
    assert_eq!(now["links"].as_array().map(Vec::len), Some(4));
    let step = &now["steps"][1];
    assert_eq!((&step["number"], &step["track"], &step["kind"]), (&json!(2), &json!("a"), &json!("act")));
    assert_eq!((&step["wait"]["min"], &step["wait"]["max"]), (&json!("P2W"), &Value::Null));
    assert_eq!(step["wait"]["from"], "s0");
    assert_eq!(step["notices"], json!(["stop"]));
    assert_eq!((&step["details"][0]["id"], &step["details"][0]["date"]), (&json!("more"), &json!("2025-02")));
    assert_eq!((&now["steps"][2]["end"], &now["steps"][2]["wait"]), (&json!("not_stated"), &Value::Null));

    let before = value(&model, "2024-12-31");
    assert_eq!((&before["notices"], &before["steps"][1]["notices"]), (&json!([]), &json!([])));
    assert_eq!(before["steps"][1]["details"], json!([]));
}
