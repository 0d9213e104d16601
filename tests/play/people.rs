//! What can be written for a fact so that every rule is seen from all its sides, and people made of it.

use smo_desk::content::{Condition, Content, FactKind, Question};
use std::collections::BTreeSet;

/// Each value that some test of an office tells from others, with the days around each bound, days that are not exact, and
/// nothing at all.
pub(crate) fn values(content: &Content, question: &Question) -> Vec<String> {
    let mut values: BTreeSet<String> = ["", "unknown", "declined"].map(str::to_owned).into();
    let all: &[&str] = match question.kind {
        FactKind::YesNo => &["yes", "no"],
        FactKind::OneOf => &[],
        FactKind::Country => &["other", "PE"],
        FactKind::Countries => &["stateless", "other", "PE,VE", "CU,NI"],
        FactKind::Date => &["always", "2019", "2023-06", "..2023-06-11", "2022-01-01.."],
        FactKind::DateOrNo => &["no", "2023", "2022-12-30..2023-01-02", "..2023-01-01"],
        FactKind::Number | FactKind::Period => &["0", "1"],
    };
    values.extend(all.iter().filter(|text| **text != "always" || question.always.is_some()).map(|t| (*t).to_owned()));
    values.extend(question.options.iter().map(|option| option.id.to_string()));
    for test in content.offices.iter().flat_map(|office| &office.requirements).flat_map(|one| one.rule.tests()) {
        match &test.condition {
            _ if *test.fact != *question => {}
            Condition::OneOf(ids) | Condition::Includes(ids) => values.extend(ids.iter().map(ToString::to_string)),
            Condition::Cutoff(cutoff) => {
                let around = [cutoff.date.pred_opt(), Some(cutoff.date), cutoff.date.succ_opt()];
                values.extend(around.iter().flatten().map(ToString::to_string));
            }
            Condition::AtLeast(number) | Condition::AtMost(number) => {
                values.extend([number.saturating_sub(1), *number, number + 1].map(|number| number.to_string()));
            }
            Condition::Yes => {}
        }
    }
    values.into_iter().collect()
}
