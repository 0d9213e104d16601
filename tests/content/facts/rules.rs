//! Facts that are requirements of the offices, or rules of the pathways.

use smo_desk::content::{Aspect, Boundary, Certainty, Rule, Topic};

use super::lookup::Held::{Says, Typed};
use super::lookup::{
    Fact, accepts, all, certainty, cutoff, first, includes, one_of, pathway, presence, requirement, suits, yes,
};

pub(super) const FACTS: &[Fact] = &[
    // Colombia.
    Fact(24, Typed("nationalities", |c| accepts(c, "colombia.nationality", &["CU", "HT", "VE"]))),
    Fact(25, Typed("the day counts", |c| presence(c, "colombia", Boundary::OnOrBefore, "2023-06-11"))),
    Fact(25, Says("colombia.requirement.presence.text", &["on or before {date}"])),
    Fact(26, Typed("adult", |c| requirement(c, "colombia.age").is_some_and(|r| yes(&r.rule, "adult")))),
    Fact(26, Says("colombia.requirement.age.text", &["18 or older"])),
    Fact(
        26,
        Typed("no other office states an age", |c| {
            c.offices.iter().flat_map(|o| &o.requirements).filter(|r| r.aspect == Aspect::Age).count() == 1
        }),
    ),
    Fact(
        27,
        Typed("regular or in process", |c| {
            requirement(c, "colombia.status").is_some_and(|r| one_of(&r.rule, "status", &["regular", "in_process"]))
        }),
    ),
    Fact(27, Says("colombia.requirement.status.text", &["regular status", "in the process of regularization"])),
    // Costa Rica.
    Fact(28, Typed("nationalities", |c| accepts(c, "costa-rica.nationality", &["NI", "VE", "EC"]))),
    Fact(29, Typed("the day counts", |c| presence(c, "costa-rica", Boundary::OnOrBefore, "2023-06-12"))),
    Fact(29, Says("costa-rica.requirement.presence.text", &["on or before {date}"])),
    // Ecuador.
    Fact(30, Typed("nationalities", |c| accepts(c, "ecuador.nationality", &["CU", "HT", "NI", "VE", "CO"]))),
    Fact(31, Typed("the day counts", |c| presence(c, "ecuador", Boundary::OnOrBefore, "2023-10-18"))),
    Fact(31, Says("ecuador.requirement.presence.text", &["on or before {date}"])),
    Fact(32, Says("ecuador.requirement.registration.text", &["at least one", "by the time of applying"])),
    Fact(32, Typed("one of two conditions is enough", |c| registration(c).is_some_and(|parts| parts.len() == 2))),
    Fact(33, Typed("regularization", |c| registration(c).is_some_and(|p| p.iter().any(|r| yes(r, "regularization"))))),
    Fact(
        34,
        Typed("registered; the day counts", |c| {
            registration(c).is_some_and(|parts| {
                parts.iter().any(|r| cutoff(r, "asylum_registered", Boundary::OnOrBefore, "2023-10-18"))
            })
        }),
    ),
    Fact(34, Says("ecuador.requirement.registration.text", &["asylum-seeker or refugee", "on or before {date}"])),
    // Guatemala.
    Fact(35, Typed("nationalities", |c| accepts(c, "guatemala.nationality", &["GT", "SV", "HN", "NI"]))),
    Fact(36, Typed("the day does not count", |c| presence(c, "guatemala", Boundary::Before, "2024-07-16"))),
    Fact(36, Says("guatemala.requirement.presence.text", &["before {date}"])),
    Fact(
        36,
        Typed("and the text does not say that it does", |c| {
            requirement(c, "guatemala.presence").is_some_and(|r| !first(&r.text).contains("on or before"))
        }),
    ),
    // Pathways.
    Fact(
        78,
        Typed("four nationalities", |c| suits(c, "chnv_parole", |rule| includes(rule, &["CU", "HT", "NI", "VE"]))),
    ),
    Fact(78, Says("pathways.pathway.chnv_parole.gives", &["temporary stay", "living", "working"])),
    Fact(79, Typed("protected family", |c| suits(c, "family_reunification", |rule| yes(rule, "family_protected")))),
    Fact(79, Says("pathways.pathway.family_reunification.text", &["family in the USA", "refugee or asylee status"])),
    Fact(80, Typed("resident family", |c| suits(c, "family_immigration", |rule| yes(rule, "family_resident")))),
    Fact(80, Says("pathways.pathway.family_immigration.text", &["family in the USA", "citizen", "green card"])),
    Fact(
        81,
        Typed("applied for, and countries that are not said", |c| {
            suits(
                c,
                "family_reunification_parole",
                |rule| matches!(all(rule), [asked, Rule::Unstated(_)] if yes(asked, "relative_applied")),
            )
        }),
    ),
    Fact(
        81,
        Says("pathways.pathway.family_reunification_parole.text", &["already applied", "visa", "specific countries"]),
    ),
    Fact(
        82,
        Typed("work, and one country", |c| {
            suits(c, "seasonal_work", |rule| matches!(all(rule), [work, Rule::Any(_)] if yes(work, "seasonal_work")))
        }),
    ),
    Fact(82, Says("pathways.pathway.seasonal_work.name", &["seasonal", "temporary", "H-2A", "H-2B"])),
    Fact(82, Says("pathways.pathway.seasonal_work.text", &["Guatemala only"])),
    Fact(83, Typed("no condition is stated", |c| suits(c, "asylum_host", |rule| matches!(rule, Rule::Unstated(_))))),
    Fact(83, Says("pathways.pathway.asylum_host.name", &["asylum", "host country"])),
    Fact(83, Says("advice.advice.asylum_host.text", &["asylum", "no condition"])),
    Fact(95, Says("programme.statement.most_need_sponsor.text", &["most", "petitioner or sponsor", "USA"])),
    Fact(
        95,
        Typed("most, not all", |c| {
            certainty(c, Topic::Pathways, "most_need_sponsor") == Some(Certainty::Most)
                && c.pathways.iter().all(|p| p.sponsor == (*p.id != *"asylum_host").then_some(Certainty::Most))
                && pathway(c, "asylum_host").is_some()
        }),
    ),
];

/// The two conditions of which Ecuador asks for one.
fn registration(content: &smo_desk::content::Content) -> Option<&[Rule]> {
    match &requirement(content, "ecuador.registration")?.rule {
        Rule::Any(parts) => Some(parts),
        _ => None,
    }
}
