//! What public sources other than the guide say since, and where the content holds it.

/// A statement of another source.
pub(super) struct Row {
    /// As [`statements`](super::lookup::statements) names it.
    pub(super) place: &'static str,
    /// Its source's id.
    pub(super) source: &'static str,
    /// Who published that.
    pub(super) publisher: &'static str,
    /// The date that the source bears.
    pub(super) dated: Option<&'static str>,
    /// Words that the English has.
    pub(super) keywords: &'static [&'static str],
}

/// The day on which every stored copy was read.
pub(super) const READ: &str = "2026-11-23";

const PORTAL: &str = "movilidadsegura.org";

const fn portal(place: &'static str, source: &'static str, keywords: &'static [&'static str]) -> Row {
    Row { place, source, publisher: PORTAL, dated: None, keywords }
}

const fn dated(
    place: &'static str,
    (source, publisher, day): (&'static str, &'static str, &'static str),
    keywords: &'static [&'static str],
) -> Row {
    Row { place, source, publisher, dated: Some(day), keywords }
}

const REGISTER: &str = "Federal Register";
const CHNV: (&str, &str, &str) = ("federal-register-2025-05128", REGISTER, "2025-03-25");
const FAMILY: (&str, &str, &str) = ("federal-register-2025-22744", REGISTER, "2025-12-15");

pub(super) const ROWS: &[Row] = &[
    portal("notice.portal_ended", "portal-home", &["no longer active", "no new applications"]),
    dated(
        "notice.usrap_suspended",
        ("policy-tracking", "immpolicytracking.org", "2025-01-20"),
        &["suspended", "27 January 2025", "14163", "20 January 2025", "case by case"],
    ),
    dated(
        "notice.reported_ended",
        ("elimpulso", "elimpulso.com", "2025-02-04"),
        &["e-mail", "UNHCR and IOM", "no longer process"],
    ),
    dated("pathway.chnv_parole.later.ended", CHNV, &["ended"]),
    dated("pathway.family_reunification_parole.later.ended", FAMILY, &["ended"]),
    dated(
        "pathway.family_reunification_parole.later.countries",
        FAMILY,
        &["Colombia", "Cuba", "Ecuador", "El Salvador", "Guatemala", "Haiti", "Honduras"],
    ),
    dated(
        "statement.earlier_copy",
        ("guide-2024-08-02", "usahello.org", "2024-08-02"),
        &["2 August 2024", "not yet say", "no new applications"],
    ),
    portal("colombia.apply.hours", "portal-colombia", &["weekdays", "08:00", "quota"]),
    portal("colombia.status.later.when_applying", "portal-colombia", &["in the process", "at the time of applying"]),
    portal("colombia.presence.later.way_of_entry", "portal-colombia", &["way of entry", "not matter"]),
    portal(
        "ecuador.apply.hours",
        "portal-ecuador",
        &["Monday, Wednesday and Friday", "08:00", "quota", "15 January 2024"],
    ),
    Row {
        place: "guatemala.nationality.later.own_nationals_only",
        source: "voa-reprint",
        publisher: "VOA, thelatestnews.world",
        dated: None,
        keywords: &["only", "Guatemalans", "reported"],
    },
    portal("statement.no_wait_time", "portal-questions", &["no wait time"]),
    portal("waits_later.no_wait_time", "portal-questions", &["no wait time"]),
    portal("step.review.detail.no_wait_time", "portal-questions", &["no wait time"]),
    portal("statement.first_contact", "portal-questions", &["only UNHCR or IOM", "first contact"]),
    portal("step.call.detail.first_contact", "portal-questions", &["only UNHCR or IOM", "first contact"]),
    portal(
        "statement.data_not_shared",
        "portal-privacy",
        &["not shared with home governments", "exception", "Guatemalans in Guatemala", "go on"],
    ),
    portal("statement.help_lines", "portal-home", &["help line", "not verified"]),
];
