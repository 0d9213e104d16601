//! Facts that are requirements of the offices, or rules of the pathways.

use smo_desk::content::{Boundary, Certainty, Rule, Topic};

use super::lookup::{
    Typed, accepts, all, certainty, cutoff, includes, one_of, pathway, presence, requirement, suits, yes,
};

pub(super) const FACTS: &[Typed] = &[
    // Colombia.
    Typed(24, "nationalities", |c| accepts(c, "colombia.nationality", &["CU", "HT", "VE"])),
    Typed(25, "the day counts", |c| presence(c, "colombia", Boundary::OnOrBefore, "2023-06-11")),
    Typed(26, "adult", |c| requirement(c, "colombia.age").is_some_and(|r| yes(&r.rule, "adult"))),
    Typed(26, "no other office states an age", |c| {
        c.offices.iter().flat_map(|o| &o.requirements).filter(|r| *r.aspect.id == *"age").count() == 1
    }),
    Typed(27, "regular or in process", |c| {
        requirement(c, "colombia.status").is_some_and(|r| one_of(&r.rule, "status", &["regular", "in_process"]))
    }),
    // Costa Rica.
    Typed(28, "nationalities", |c| accepts(c, "costa-rica.nationality", &["NI", "VE", "EC"])),
    Typed(29, "the day counts", |c| presence(c, "costa-rica", Boundary::OnOrBefore, "2023-06-12")),
    // Ecuador.
    Typed(30, "nationalities", |c| accepts(c, "ecuador.nationality", &["CU", "HT", "NI", "VE", "CO"])),
    Typed(31, "the day counts", |c| presence(c, "ecuador", Boundary::OnOrBefore, "2023-10-18")),
    Typed(32, "one of two conditions is enough", |c| registration(c).is_some_and(|parts| parts.len() == 2)),
    Typed(33, "regularization", |c| registration(c).is_some_and(|p| p.iter().any(|r| yes(r, "regularization")))),
    Typed(34, "registered; the day counts", |c| {
        registration(c).is_some_and(|parts| {
            parts.iter().any(|r| cutoff(r, "asylum_registered", Boundary::OnOrBefore, "2023-10-18"))
        })
    }),
    // Guatemala.
    Typed(35, "nationalities", |c| accepts(c, "guatemala.nationality", &["GT", "SV", "HN", "NI"])),
    Typed(36, "the day does not count", |c| presence(c, "guatemala", Boundary::Before, "2024-07-16")),
    // Pathways.
    Typed(78, "four nationalities", |c| suits(c, "chnv_parole", |rule| includes(rule, &["CU", "HT", "NI", "VE"]))),
    Typed(79, "protected family", |c| suits(c, "family_reunification", |rule| yes(rule, "family_protected"))),
    Typed(80, "resident family", |c| suits(c, "family_immigration", |rule| yes(rule, "family_resident"))),
    Typed(81, "applied for, and countries that are not said", |c| {
        suits(
            c,
            "family_reunification_parole",
            |rule| matches!(all(rule), [asked, Rule::Unstated(_)] if yes(asked, "relative_applied")),
        )
    }),
    Typed(82, "work, and one country", |c| {
        suits(c, "seasonal_work", |rule| matches!(all(rule), [work, Rule::Any(_)] if yes(work, "seasonal_work")))
    }),
    Typed(83, "no condition is stated", |c| suits(c, "asylum_host", |rule| matches!(rule, Rule::Unstated(_)))),
    Typed(95, "most, not all", |c| {
        certainty(c, Topic::Pathways, "most_need_sponsor") == Some(Certainty::Most)
            && c.pathways.iter().all(|p| p.sponsor == (*p.id != *"asylum_host").then_some(Certainty::Most))
            && pathway(c, "asylum_host").is_some()
    }),
];

/// The two conditions of which Ecuador asks for one.
fn registration(content: &smo_desk::content::Content) -> Option<&[Rule]> {
    match &requirement(content, "ecuador.registration")?.rule {
        Rule::Any(parts) => Some(parts),
        _ => None,
    }
}
