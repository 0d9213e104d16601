//! What the guide leaves open, by the numbers of the facts that are unclear, and where the content says so.

use smo_desk::content::{Certainty, Kind, Situation};

use super::lookup::Held::{Says, Typed};
use super::lookup::{Fact, includes, link, pathway};

pub(super) const NOTES: &[Fact] = &[
    Fact(23, Says("programme.statement.irap_tool.text", &["link was lost"])),
    Fact(98, Says("programme.statement.world_list.text", &["link was lost"])),
    Fact(58, Says("process.step.review.open.sender.text", &["not say who sends"])),
    Fact(69, Says("process.step.refugee_check.open.unchr.text", &["UNCHR", "UNHCR"])),
    Fact(76, Says("process.step.refugee_check.open.sender.text", &["not say who sends"])),
    Fact(
        2,
        Says("programme.statement.other_countries.text", &["other countries", "USA", "asylum in the host country"]),
    ),
    Fact(19, Says("colombia.requirement.nationality.open.dual.text", &["more than one nationality", "enough"])),
    Fact(19, Says("guatemala.requirement.nationality.open.stateless.text", &["without a nationality", "cannot tell"])),
    Fact(25, Says("colombia.requirement.presence.open.unbroken.text", &["not say", "unbroken", "check"])),
    Fact(29, Says("costa-rica.requirement.presence.open.unbroken.text", &["not say", "unbroken", "check"])),
    Fact(31, Says("ecuador.requirement.presence.open.unbroken.text", &["not say", "unbroken", "check"])),
    Fact(36, Says("guatemala.requirement.presence.open.unbroken.text", &["not say", "unbroken", "check"])),
    Fact(26, Says("colombia.requirement.age.open.day.text", &["which day", "day of applying"])),
    Fact(
        26,
        Says(
            "costa-rica.requirement.place.open.age_and_status.text",
            &["no rule on age", "not mean that there is none"],
        ),
    ),
    Fact(26, Says("ecuador.requirement.place.open.age.text", &["no rule on age", "not mean that there is none"])),
    Fact(27, Says("colombia.requirement.status.open.day.text", &["which day", "day of applying"])),
    Fact(
        27,
        Says("guatemala.requirement.place.open.age_and_status.text", &["legal status", "not mean that there is none"]),
    ),
    Fact(
        35,
        Says("guatemala.requirement.presence.open.born_here.text", &["born", "never arrived", "as it is written"]),
    ),
    Fact(
        36,
        Typed("born or always lived there is an answer", |c| {
            c.question("arrived").is_some_and(|q| q.kind == Kind::Date && q.always.is_some())
        }),
    ),
    Fact(57, Says("process.step.in_person_interview.open.same_as_screening.text", &["not say", "screening", "same"])),
    Fact(
        57,
        Typed("what follows the interview is not stated", |c| {
            link(c, "in_person_interview", "screening").is_some_and(|l| l.certainty == Certainty::NotStated)
        }),
    ),
    Fact(60, Says("process.step.silence.open.how_long.text", &["not say", "silence"])),
    Fact(61, Says("process.step.call.wait.text", &["does not say when they start"])),
    Fact(67, Says("process.step.routing.open.direct_or_after.text", &["not clear", "both ways"])),
    Fact(73, Says("process.step.unhcr_interview.open.several_months.text", &["several months", "no upper end"])),
    Fact(73, Says("process.step.unhcr_interview.open.which_screening.text", &["two screenings"])),
    Fact(85, Says("process.step.counselling.open.which_screening.text", &["two screenings"])),
    Fact(
        81,
        Says(
            "pathways.pathway.family_reunification_parole.open.whose_countries.text",
            &["specific countries", "which ones"],
        ),
    ),
    Fact(81, Says("pathways.pathway.family_reunification_parole.open.whose_visa.text", &["whose visa"])),
    Fact(82, Says("pathways.pathway.seasonal_work.open.place_or_nationality.text", &["office or the nationality"])),
    Fact(83, Says("pathways.pathway.asylum_host.open.no_condition.text", &["no condition"])),
    Fact(91, Says("process.step.arrival.wait.text", &["not said", "no time is given"])),
    Fact(
        95,
        Typed("no supporter is said to be needed for asylum in the host country", |c| {
            pathway(c, "asylum_host").is_some_and(|p| p.sponsor.is_none())
        }),
    ),
    // The exception for one country's own people is said only to them, with every result and before contact data.
    Fact(
        35,
        Typed("the data exception is said to those whom it is about", |c| {
            c.advice.iter().any(|a| {
                *a.id == *"limited_data_shared"
                    && a.situation == Situation::BeforeContact
                    && a.source.as_ref().is_some_and(|s| *s.id == *"portal-privacy")
                    && a.rule.as_ref().is_some_and(|people| includes(people, &["GT"]))
            })
        }),
    ),
];
