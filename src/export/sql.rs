//! The rules as one `SELECT`: for each person and office a verdict, what is not met, and what is missing.
//!
//! A condition is `TRUE`, `FALSE`, or `NULL` where it is not known: the logic of SQL is the three-valued logic of the
//! rules. Facts that are tested several times are tried in each of their cells, as the desk does.

mod dialect;
mod expression;
mod office;
mod tests;

use chrono::NaiveDate;

use crate::content::{Certainty, Content, FactKind, Lang, PeriodUnit, Question};
pub use dialect::Dialect;
use tests::Tests;

/// The table that people are read from, and its key.
const TABLE: &str = "people";

/// Writes the rules of a content as they are in force on a day.
pub fn sql(content: &Content, dialect: Dialect, as_of: NaiveDate) -> String {
    let tests = Tests::of(content, dialect);
    let offices: Vec<office::OfficeQuery<'_>> =
        content.offices.iter().map(|office| office::OfficeQuery::of(office, &tests)).collect();
    let mut parts = vec![tests.cte(TABLE)];
    parts.extend(offices.iter().map(office::OfficeQuery::ctes));
    let selects: Vec<String> = offices.iter().map(office::OfficeQuery::select).collect();
    let head = header(content, dialect, &tests, as_of);
    format!("{head}WITH\n{}\n{}\nORDER BY id, office;\n", parts.join(",\n"), selects.join("\nUNION ALL\n"))
}

/// What the query is, and how the table is to look that it reads.
fn header(content: &Content, dialect: Dialect, tests: &Tests<'_>, as_of: NaiveDate) -> String {
    let mut lines = vec![
        format!("The stated minimum of each office, as on {as_of}; content {}.", content.check_code),
        "A reading of published rules: it promises nothing. Whether an office takes applications is not in it."
            .to_owned(),
        String::new(),
        format!("It reads {TABLE}, a row for each person; what is not known, declined or not asked is NULL:"),
        "  id  the person's key".to_owned(),
    ];
    lines.extend(tests.facts().iter().flat_map(|fact| columns(fact, dialect)));
    lines.extend(
        [
            "",
            "A day that is not known exactly is its first and its last possible day: 2023-05 is 2023-05-01 and 2023-05-31;",
            "on or before a day has no first, on or after one no last; \"always\" has no first and 0001-01-01 as the last.",
            "",
            "It gives for each person and office: verdict (met, not_met, unclear), the requirements that are not met, and",
            "the facts that are missing, each list parted by a semicolon.",
        ]
        .map(str::to_owned),
    );
    let requirements = content.offices.iter().flat_map(|office| &office.requirements);
    let unsure = requirements.filter(|stated| stated.certainty != Certainty::Stated);
    let unsure: Vec<String> =
        unsure.map(|stated| format!("{} ({})", stated.id, <&str>::from(stated.certainty))).collect();
    if !unsure.is_empty() {
        lines.extend([String::new(), format!("Not said plainly by its source: {}.", unsure.join(", "))]);
    }
    lines.iter().map(|line| format!("-- {line}").trim_end().to_owned() + "\n").collect()
}

/// The columns of a fact, each with what it holds.
fn columns(fact: &Question, dialect: Dialect) -> Vec<String> {
    let name = fact.name.get(Lang::default());
    let column = |suffix: &str, holds: &str| format!("  {}  {holds}", dialect.quoted(&format!("{}{suffix}", fact.id)));
    let options = || fact.options.iter().map(|option| &*option.id).collect::<Vec<_>>().join(", ");
    match fact.kind {
        FactKind::YesNo => vec![column("", &format!("{name}: TRUE or FALSE"))],
        FactKind::OneOf => vec![column("", &format!("{name}: {}", options()))],
        FactKind::Country => vec![column("", &format!("{name}: a two-letter code, or other"))],
        FactKind::Countries => {
            vec![column("", &format!("{name}: two-letter codes or other, commas without blanks between; or stateless"))]
        }
        FactKind::Number => vec![column("", &format!("{name}: a whole number"))],
        FactKind::Period => {
            let unit = if fact.counts == Some(PeriodUnit::Days) { "days" } else { "months" };
            vec![column("", &format!("{name}: a whole number of {unit}"))]
        }
        FactKind::Date | FactKind::DateOrNo => {
            let mut all = vec![
                column("_first", &format!("{name}: the first possible day")),
                column("_last", "the last possible day"),
            ];
            if fact.kind == FactKind::DateOrNo {
                all.push(column("_never", "TRUE where it did not happen"));
            }
            all
        }
    }
}
