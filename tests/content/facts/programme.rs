//! Facts on the programme, its offices, how to apply and what the guide says of itself.

use smo_desk::content::{Certainty, IntakeState, Topic};

use super::lookup::Held::{Says, Typed};
use super::lookup::{Fact, certainty, intake, intake_is};

pub(super) const FACTS: &[Fact] = &[
    Fact(1, Says("programme.statement.purpose.text", &["legal", "safe", "routes"])),
    Fact(
        2,
        Says("programme.statement.programmes_usa_and_elsewhere.text", &["apply", "programmes", "USA", "other places"]),
    ),
    Fact(3, Says("programme.statement.started.text", &["2023"])),
    Fact(4, Says("programme.statement.lawful_from_latin_america.text", &["lawful pathways", "Latin America"])),
    Fact(
        5,
        Says("programme.statement.may_enter.text", &["refugees", "migrants", "Central and South America", "may enter"]),
    ),
    Fact(
        6,
        Says(
            "programme.statement.resettlement_through_offices.text",
            &["certain countries", "resettlement", "other protection"],
        ),
    ),
    Fact(7, Says("programme.statement.avoid_journey.text", &["dangerous journey", "border", "Mexico"])),
    Fact(8, Says("programme.statement.free_help.text", &["help", "free"])),
    Fact(9, Says("programme.statement.former_name.text", &["Regional Processing Centers"])),
    Fact(10, Says("programme.statement.no_visas.text", &["not", "visas", "screens", "informs", "refers"])),
    Fact(11, Says("programme.statement.us_decides.text", &["final decision", "U.S. government"])),
    Fact(11, Says("process.step.us_decision.text", &["U.S. government", "final decision"])),
    // Availability.
    Fact(12, Says("programme.statement.office_list_derived.text", &["lost", "derived", "requirements"])),
    Fact(
        12,
        Typed("the four offices, each marked as derived", |c| {
            c.offices.iter().map(|o| (&*o.id, &*o.country.id)).eq([
                ("colombia", "CO"),
                ("costa-rica", "CR"),
                ("ecuador", "EC"),
                ("guatemala", "GT"),
            ]) && c.offices.iter().all(|o| o.listed.is_some())
        }),
    ),
    Fact(13, Says("colombia.intake.no_new_applications.text", &["no new applications"])),
    Fact(13, Typed("closed there", |c| intake_is(c, "colombia", IntakeState::NoNewApplications))),
    Fact(13, Typed("no stop is named there", |c| intake_is(c, "costa-rica", IntakeState::NotStated))),
    Fact(14, Says("ecuador.intake.no_new_applications.text", &["no new applications"])),
    Fact(14, Typed("closed there", |c| intake_is(c, "ecuador", IntakeState::NoNewApplications))),
    Fact(14, Typed("no stop is named there", |c| intake_is(c, "guatemala", IntakeState::NotStated))),
    Fact(15, Says("colombia.intake.existing_cases.text", &["existing cases", "continue"])),
    Fact(15, Says("ecuador.intake.existing_cases.text", &["existing cases", "continue"])),
    Fact(16, Says("colombia.intake.likely_priority.text", &["likely", "approved for travel", "decision", "interview"])),
    Fact(16, Says("ecuador.intake.likely_priority.text", &["likely", "approved for travel", "decision", "interview"])),
    Fact(
        16,
        Typed("no more than likely", |c| {
            ["colombia", "ecuador"].iter().all(|office| {
                intake(c, office, "likely_priority").is_some_and(|i| i.statement.certainty == Certainty::Likely)
            })
        }),
    ),
    // Access.
    Fact(17, Says("programme.statement.in_office_country.text", &["must be in a country", "office"])),
    Fact(
        17,
        Typed("the place is each office's first requirement", |c| {
            c.offices.iter().all(|o| {
                o.requirements.first().is_some_and(|r| {
                    *r.id == *format!("{}.place", o.id) && super::lookup::one_of(&r.rule, "country", &[&*o.country.id])
                })
            })
        }),
    ),
    Fact(18, Says("programme.statement.own_rules.text", &["each office", "rules of its own"])),
    Fact(19, Says("programme.statement.depends_origin.text", &["country", "comes from"])),
    Fact(19, Typed("they can, not they do", |c| certainty(c, Topic::Access, "depends_origin") == Some(Certainty::May))),
    Fact(20, Says("programme.statement.depends_dates.text", &["dates", "host country"])),
    Fact(21, Says("programme.statement.depends_status.text", &["legal status", "host country"])),
    Fact(22, Says("programme.statement.check_portal.text", &["rules", "Movilidad Segura"])),
    Fact(23, Says("programme.statement.irap_tool.text", &["IRAP", "tool"])),
    // Caveats.
    Fact(37, Says("programme.statement.minimum_for_screening.text", &["minimum", "screened"])),
    Fact(38, Says("programme.statement.no_promise.text", &["promises no", "pathway"])),
    Fact(38, Says("advice.advice.met.text", &["stated minimum", "promises no pathway"])),
    Fact(39, Says("programme.statement.not_all_travel.text", &["not everyone", "travels"])),
    // Applying.
    Fact(40, Says("programme.statement.online_form.text", &["free", "online form", "Movilidad Segura"])),
    Fact(40, Says("process.step.application.text", &["free", "online form", "Movilidad Segura"])),
    Fact(
        40,
        Typed("the form is where everyone begins", |c| {
            c.process.steps.first().is_some_and(|s| *s.id == *"application")
        }),
    ),
    Fact(41, Says("programme.statement.no_walk_in.text", &["nobody", "straight to an office", "without"])),
    Fact(42, Says("programme.statement.daily_limit.text", &["some offices", "daily limit"])),
    Fact(42, Typed("some offices only", |c| certainty(c, Topic::Applying, "daily_limit") == Some(Certainty::Some))),
    Fact(43, Says("programme.statement.certain_days.text", &["some offices", "certain days"])),
    Fact(43, Typed("some offices only", |c| certainty(c, Topic::Applying, "certain_days") == Some(Certainty::Some))),
    Fact(44, Says("programme.statement.local_guidelines.text", &["local guidelines"])),
    Fact(45, Says("programme.statement.early_in_the_day.text", &["early in the day", "best"])),
    Fact(46, Says("programme.statement.more_than_one_try.text", &["more than one try"])),
    Fact(46, Typed("it may be", |c| certainty(c, Topic::Applying, "more_than_one_try") == Some(Certainty::May))),
    Fact(47, Says("programme.statement.form_closed.text", &["closed", "later"])),
    // Items.
    Fact(48, Says("application.item.email.text", &["valid e-mail address"])),
    Fact(49, Says("application.item.phone.text", &["valid phone number"])),
    Fact(50, Says("application.item.personal.text", &["name", "date of birth", "personal information"])),
    Fact(51, Says("application.item.photo.text", &["clear photo", "person"])),
    Fact(52, Says("application.item.identity_photo.text", &["photo", "identity document"])),
    Fact(53, Says("application.item.family.text", &["family members"])),
    Fact(53, Typed("these items and no others", |c| c.items.len() == 6)),
    Fact(54, Says("programme.statement.application_free.text", &["application", "free"])),
    Fact(55, Says("programme.statement.beware_of_fees.text", &["beware", "money"])),
    // Meta.
    Fact(98, Says("programme.statement.world_list.text", &["list", "groups", "worldwide"])),
    Fact(98, Says("advice.advice.other_organisations.text", &["list", "groups", "all over the world"])),
    Fact(99, Says("programme.statement.border_and_sponsorship.text", &["Mexico border", "sponsorship"])),
    Fact(99, Says("advice.advice.sponsorship_help.text", &["sponsorship"])),
    Fact(
        100,
        Says("programme.statement.guide_sources.text", &["Movilidad Segura", "Department of State", "IRAP", "others"]),
    ),
    Fact(101, Says("programme.statement.guide_updates.text", &["regular updates"])),
    Fact(102, Says("programme.statement.not_legal_advice.text", &["not legal advice"])),
];
