//! Where the content holds each fact of the second programme, by whom it is said, and in which words.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use smo_desk::content::{Lang, LanguageState};
use toml::{Table, Value};

use super::{CONTENT, folder};

use LanguageState::{Reviewed, Unreviewed};

/// A fact by its number, the record that holds it, its sources, and what its English words or other values say.
struct Held(u32, &'static str, &'static [&'static str], &'static [&'static str]);

const REPORTED: &[&str] = &["decree-1209", "resolution-2451"];
const FOUR: &[&str] = &["2001online", "revista7", "eldato", "bluradio"];

const FACTS: &[Held] = &[
    Held(1, "ppt.requirement.nationality", &["decree-216"], &["values = [\"VE\"]"]),
    Held(2, "ppt.requirement.ground", &["eltiempo"], &["a valid PIP, PTP or PEP of any phase", "\"permit\""]),
    Held(2, "questions.question.held.option.permit", &[], &["a valid PIP, PTP or PEP of any phase"]),
    Held(
        3,
        "ppt.requirement.ground",
        &["eltiempo"],
        &["safe-conduct SC-2 held during a refugee application", "\"safe_conduct\""],
    ),
    Held(3, "questions.question.held.option.safe_conduct", &[], &["SC-2, as refugee applicant"]),
    Held(4, "ppt.requirement.ground", &["eltiempo"], &["in Colombia irregularly on {date}", "2021-01-31"]),
    Held(4, "questions.question.irregular", &[], &["On 31 January 2021", "in an irregular situation"]),
    Held(
        5,
        "ppt.requirement.ground",
        &["eltiempo"],
        &["regularly, through a migration checkpoint", "from = 2021-05-29", "to = 2023-05-28"],
    ),
    Held(6, "ppt.requirement.ground", &["migravenezuela-2565"], &["Registered in RUMV in time"]),
    Held(7, "ppt.requirement.ground", &["inmigracionyvisas"], &["from = 2021-05-05", "to = 2022-05-28"]),
    Held(
        7,
        "ppt.intake.there_before",
        &["inmigracionyvisas"],
        &["from = 2021-05-05", "until = 2022-05-28", "\"open\""],
    ),
    Held(8, "ppt.requirement.ground", &["inmigracionyvisas"], &["from = 2021-05-29", "to = 2023-11-24"]),
    Held(
        8,
        "ppt.intake.entered_later",
        &["inmigracionyvisas"],
        &["from = 2021-05-29", "until = 2023-11-24", "\"open\""],
    ),
    Held(9, "ppt.requirement.place", &["migravenezuela-2456"], &["in Colombia", "\"CO\""]),
    Held(
        9,
        "application.item.identity",
        &["migravenezuela-2456"],
        &["valid or expired", "Passport, Venezuelan identity card or PEP"],
    ),
    Held(9, "application.item.birth_certificate", &["migravenezuela-2456"], &["birth certificate", "minor"]),
    Held(9, "application.item.time_only", &["migravenezuela-2456"], &["to stay for a time only"]),
    Held(9, "application.item.biometric", &["migravenezuela-2456"], &["biometric data"]),
    Held(9, "ppt.apply.register", &["migravenezuela-2456"], &["be in Colombia", "a time only", "biometric data"]),
    Held(
        10,
        "ppt.requirement.record",
        &["migravenezuela-2565"],
        &["No criminal record", "administrative or judicial proceedings under way", "Colombia or abroad"],
    ),
    Held(11, "ppt.requirement.investigation", &["migravenezuela-2565"], &["No migration investigation under way"]),
    Held(
        12,
        "ppt.requirement.protected",
        &["migravenezuela-2565"],
        &["Not recognised as a refugee, nor granted asylum, in another country"],
    ),
    Held(
        13,
        "ppt.requirement.seeking",
        &["migravenezuela-2565"],
        &["No application for international protection under way in another country"],
    ),
    Held(
        14,
        "programme.statement.refugee_applicants",
        &["migravenezuela-2565"],
        &["may ask for the PPT too", "does not harm"],
    ),
    Held(
        14,
        "programme.statement.refugee_choice",
        &["migravenezuela-2565"],
        &["Once the PPT is granted", "choose between the two"],
    ),
    Held(
        15,
        "programme.statement.discretion",
        &["migravenezuela-2565"],
        &["does not guarantee", "discretion", "\"caveat\""],
    ),
    Held(16, "programme.statement.ppt_free", &["migravenezuela-2565"], &["free of charge"]),
    Held(16, "ppt.apply.free", &["migravenezuela-2565"], &["free of charge"]),
    Held(17, "programme.statement.statute_lasts", &["migravenezuela-2651"], &["lasts ten years"]),
    Held(17, "programme.statement.ppt_ends", &["migravenezuela-2651"], &["end on 30 May 2031"]),
    Held(
        18,
        "programme.statement.no_more_pep",
        &["migravenezuela-2651"],
        &["No more PEP permits", "Valid ones pass into"],
    ),
    Held(
        19,
        "ppt.intake.closed_to_adults",
        &["capitalradio"],
        &[
            "Since 2024 registration is closed to adults",
            "only to children and adolescents in the school system or under protection measures",
            "\"no_new_applications\"",
        ],
    ),
    Held(20, "process.step.pre_registration", &["decree-216"], &["pre-registers online", "RUMV", "\"ppt\""]),
    Held(21, "process.step.survey", &["decree-216"], &["socio-economic survey online"]),
    Held(22, "process.step.biometrics", &["decree-216"], &["appointment", "in person"]),
    Held(23, "process.step.study", &["decree-216"], &["Migración Colombia studies the case", "\"authority\""]),
    Held(24, "process.step.ppt_granted", &["decree-216"], &["granted, and collected", "\"stated\""]),
    Held(24, "process.step.ppt_refused", &["decree-216"], &["What comes after is not said", "\"not_stated\""]),
    Held(30, "pep-tutor.requirement.nationality", REPORTED, &["values = [\"VE\"]"]),
    Held(
        31,
        "pep-tutor.requirement.custody",
        REPORTED,
        &["Legal representative or custodian", "who holds a valid PPT"],
    ),
    Held(
        32,
        "pep-tutor.requirement.child",
        &["2001online", "bluradio", "eldato", "talcual"],
        &["held the PPT on {date}", "2023-12-31"],
    ),
    Held(
        33,
        "pep-tutor.requirement.child.other.register",
        &["rostrocaribe"],
        &["director", "in the register RUMV on {date}", "2023-12-31"],
    ),
    Held(
        34,
        "pep-tutor.requirement.record",
        &["2001online", "bluradio"],
        &[
            "No criminal record and no final judgement, in Colombia or abroad",
            "no administrative sanction other than for migration infractions",
            "[\"none\", \"migration\"]",
        ],
    ),
    Held(35, "pep-tutor.requirement.measure", REPORTED, &["No expulsion, deportation or economic sanction in force"]),
    Held(36, "pep-tutor.requirement.own_ppt", REPORTED, &["No PPT of one's own", "not = { yes = \"own_ppt\" }"]),
    Held(37, "pep-tutor.requirement.visa", REPORTED, &["No valid visa of any class"]),
    Held(38, "pep-tutor.intake.open", FOUR, &["from = 2025-09-01", "until = 2026-04-30", "\"open\""]),
    Held(38, "pep-tutor.intake.closed", FOUR, &["from = 2026-05-01", "\"no_new_applications\""]),
    Held(39, "pep-tutor.intake.director_open", &["rostrocaribe"], &["director", "until = 2026-04-01", "\"open\""]),
    Held(
        39,
        "pep-tutor.intake.director_closed",
        &["rostrocaribe"],
        &["director", "from = 2026-04-02", "disputes = \"open\""],
    ),
    Held(40, "programme.statement.tutor_ends", REPORTED, &["until 30 May 2031", "not extended"]),
    Held(41, "programme.statement.tutor_fee", REPORTED, &["65 000 Colombian pesos, once granted, for the document"]),
    Held(41, "pep-tutor.fee.document", &["decree-1209"], &["amount = 65000", "\"COP\"", "once the permit is granted"]),
    Held(42, "programme.statement.no_go_between", REPORTED, &["no go-between is needed"]),
    Held(42, "pep-tutor.apply.go_between", &["resolution-2451"], &["No go-between is needed"]),
    Held(
        43,
        "pep-tutor.apply.first_places",
        &["revista7"],
        &["First in Bogotá, Medellín, Barranquilla, Cartagena, Pereira, Cali, Cúcuta and Arauca"],
    ),
    Held(43, "pep-tutor.apply.more_places", &["eldato"], &["Maicao and Pasto"]),
    Held(44, "programme.statement.counts_towards_residence", &["rostrocaribe"], &["counts towards later residence"]),
    Held(44, "pathways.pathway.residence", &["rostrocaribe"], &["Time with the PEP Tutor counts"]),
    Held(
        45,
        "process.step.form",
        &["resolution-2451"],
        &["online form, with their own and the child's data and proof of custody", "\"pep-tutor\""],
    ),
    Held(45, "application.item.custody_proof", &["resolution-2451"], &["proof of custody"]),
    Held(46, "process.step.tutor_survey", &["resolution-2451"], &["socio-economic survey"]),
    Held(47, "process.step.booking", &["resolution-2451"], &["books an appointment"]),
    Held(
        48,
        "process.step.visit",
        &["resolution-2451"],
        &["In person", "documents are checked", "biometric data are registered"],
    ),
    Held(49, "process.step.answer", &["resolution-2451"], &["within at most 30 days", "max = \"P30D\""]),
    Held(
        50,
        "process.step.payment",
        &["resolution-2451"],
        &["Once the permit is granted, the person pays 65 000 Colombian pesos"],
    ),
    Held(51, "process.step.collected", &["resolution-2451"], &["in person", "\"stated\""]),
    Held(52, "process.step.tutor_refused", &["resolution-2451"], &["What comes then is not said", "\"not_stated\""]),
];

/// A record as its file has it.
fn record(address: &str) -> Option<Table> {
    let mut parts = address.split('.');
    let file = parts.next()?;
    let [own, office] = [format!("{file}.toml"), format!("offices/{file}.toml")].map(|name| folder().join(name));
    let text = fs::read_to_string(own).or_else(|_| fs::read_to_string(office)).ok()?;
    let mut table: Table = text.parse().ok()?;
    while let (Some(kind), Some(id)) = (parts.next(), parts.next()) {
        let records = table.remove(kind)?;
        let named = |record: &&Value| record.get("id").and_then(Value::as_str) == Some(id);
        table = records.as_array()?.iter().find(named)?.as_table()?.clone();
    }
    Some(table)
}

/// What is wrong with where a fact is held.
fn faults(Held(number, at, sources, says): &Held) -> Vec<String> {
    let Some(record) = record(at) else { return vec![format!("S{number}: there is no {at}")] };
    let mut faults = Vec::new();
    let of = |key: &str| record.get(key).cloned().into_iter();
    let also = of("also").flat_map(|also| also.as_array().cloned().unwrap_or_default());
    let named: BTreeSet<String> = of("source").chain(also).filter_map(|one| Some(one.as_str()?.to_owned())).collect();
    faults.extend(
        sources.iter().filter(|source| !named.contains(**source)).map(|one| format!("S{number}: {at} not by {one}")),
    );
    let words: Vec<String> = record.iter().map(|(key, value)| format!("{key} = {value}")).collect();
    let words = words.join("\n");
    faults
        .extend(says.iter().filter(|says| !words.contains(**says)).map(|one| format!("S{number}: {at} lacks {one:?}")));
    faults
}

#[test]
fn every_fact_is_held_with_its_sources() {
    let numbers: BTreeSet<u32> = FACTS.iter().map(|held| held.0).collect();
    assert_eq!(numbers, (1..=24).chain(30..=52).collect());
    let faults: Vec<String> = FACTS.iter().flat_map(faults).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The table can fail: with another number, source, word or place it does.
#[test]
fn what_is_not_held_is_found() {
    for wrong in [
        Held(1, "ppt.requirement.nationality", &["eltiempo"], &[]),
        Held(1, "ppt.requirement.nationality", &["decree-216"], &["\"CO\""]),
        Held(1, "ppt.requirement.nation", &[], &[]),
        Held(49, "process.step.answer", &[], &["max = \"P31D\""]),
    ] {
        assert_eq!(faults(&wrong).len(), 1, "{}", wrong.1);
    }
}

/// All were read on one day, none is said to be official, and that it is no legal advice is said.
#[test]
fn sources_are_what_they_are() {
    assert!(CONTENT.sources.iter().all(|source| source.read.to_string() == "2026-11-28"));
    let dates: BTreeMap<&str, String> =
        CONTENT.sources.iter().filter_map(|s| Some((&*s.id, s.date?.to_string()))).collect();
    for (source, date) in [
        ("decree-216", "2021-03-01"),
        ("resolution-971", "2021-04-28"),
        ("eltiempo", "2021-04"),
        ("inmigracionyvisas", "2021-05"),
        ("capitalradio", "2024-06-18"),
        ("2001online", "2025-09-01"),
        ("bluradio", "2025-09-01"),
        ("rostrocaribe", "2025-09-01"),
    ] {
        assert_eq!(dates.get(source).map(String::as_str), Some(date), "{source}");
    }
    let text = CONTENT.notices[0].statement.text.get(Lang(0));
    assert!(text.contains("stored copy on 28 November 2026") && text.contains("no legal advice"), "{text}");
    assert!(text.contains("None is an official text") && CONTENT.notices[0].headline.is_some());
}

#[test]
fn every_text_is_there_in_three_languages_and_kreyol_is_not_reviewed() {
    let states: Vec<(&str, LanguageState)> = CONTENT.languages.iter().map(|one| (&*one.id, one.state)).collect();
    assert_eq!(states, [("en", Reviewed), ("es", Reviewed), ("ht", Unreviewed)]);
    for (address, text) in &CONTENT.texts {
        let words: Vec<&str> = text.all().collect();
        assert!(words.len() == 3 && words.iter().all(|words| !words.ends_with("[en]")), "{address}: {words:?}");
        let lower = words.join(" ").to_lowercase();
        assert!(!["eligible", "elegible", "kalifye"].iter().any(|word| lower.contains(word)), "{address}: {words:?}");
        // Sentences are short and plain, and each language has its own.
        let long = words[0].split_inclusive(". ").any(|sentence| sentence.split_whitespace().count() > 32);
        assert!(!long || address.ends_with("ground.text"), "{address}: {words:?}");
        let same = words[0] == words[1] && words[0].split_whitespace().count() > 5;
        assert!(!same, "{address}: {words:?}");
    }
}
