//! The picture of any process is whole, whatever its texts are.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::content::{Lang, ProcessModel};
use crate::process::tests::{any_process, keys};
use crate::process::{dot, mermaid};

fn picture<T>(model: &ProcessModel, steps: BTreeSet<usize>, draw: impl Fn(&Picture<'_>) -> T) -> T {
    draw(&Picture {
        model,
        catalog: &keys(),
        lang: Lang(0),
        code: "en",
        steps,
        title: "A <title> & \"more\"".into(),
        part: None,
        notices: vec!["A notice".into()],
        guide: vec!["A guide".into()],
        caveats: vec!["No promise".into()],
    })
}

/// Every number that an attribute holds.
fn lengths(svg: &str, attribute: &str) -> Vec<usize> {
    svg.split(&format!(" {attribute}=\"")).skip(1).filter_map(|rest| rest.split_once('"')?.0.parse().ok()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_step_is_on_the_page(model in any_process(60), left_out in prop::collection::btree_set(0_usize..60, 0..20)) {
        let steps: BTreeSet<usize> = (0..model.steps.len()).filter(|step| !left_out.contains(step)).collect();
        let svg = picture(&model, steps.clone(), write);
        for step in 0..model.steps.len() {
            let label = format!(">{} s{step}<", step + 1);
            prop_assert_eq!(svg.matches(&label).count(), usize::from(steps.contains(&step)), "{}", label);
        }
        prop_assert!(svg.contains("A &lt;title&gt; &amp; &quot;more&quot;"));
        prop_assert_eq!(svg.matches("</").count(), svg.matches('<').count() / 2);
        prop_assert!(lengths(&svg, "x").into_iter().all(|x| x < PAGE.0));
    }

    #[test]
    fn the_other_formats_have_every_link(model in any_process(40)) {
        let steps: BTreeSet<usize> = (0..model.steps.len()).collect();
        let count = crate::process::links(&model).count();
        let dot = picture(&model, steps.clone(), dot::write);
        prop_assert_eq!(dot.matches("\" -> \"").count(), count);
        let mermaid = picture(&model, steps, mermaid::write);
        prop_assert_eq!(mermaid.matches("> s").count() + mermaid.matches("| s").count(), count, "{}", mermaid);
    }
}
