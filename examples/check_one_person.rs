//! Checks one person with the library alone: no screen, no file, no clock.
//!
//! ```text
//! cargo run --example check_one_person -- 2026-11-23 country=CO nationality=VE arrived=2019 adult=yes
//! ```

use chrono::NaiveDate;
use smo_desk::content::{Content, Lang, Msg};
use smo_desk::rules::{OfficeFinding, Verdict, advice, assess, intake, parse_facts};
use std::error::Error;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let as_of: NaiveDate = arguments.next().ok_or("give the day of asking, then FACT=VALUE…")?.parse()?;
    let facts: Vec<String> = arguments.collect();

    let content = Content::embedded()?;
    let answers = parse_facts(&content, &facts, as_of)?;
    let assessment = assess(&content, &answers);
    for finding in &assessment.offices {
        show(&content, finding, as_of);
    }
    // Where the person is in a country with an office, what to say is about that one.
    let finding = answers.country(&content).and_then(|code| assessment.nearest_in(&code));
    for advice in advice(&content, &answers, finding, as_of) {
        println!("Say: {}", advice.short.get(Lang::default()));
    }
    Ok(())
}

/// An office's intake comes first, and never without it a verdict.
fn show(content: &Content, finding: &OfficeFinding, as_of: NaiveDate) {
    let lang = Lang::default();
    let office = &finding.office;
    println!("{}", office.name.get(lang));
    for line in intake::of(content, office, as_of).statements {
        println!("  (!) {} ({})", line.statement.text.get(lang), line.statement.source.label.get(lang));
    }
    println!("  {}", content.msg(word_for(finding.verdict), lang));
    for requirement in &finding.requirements {
        let word = if requirement.applies { word_for(requirement.verdict) } else { Msg::NotAbout };
        println!("    {}: {}", requirement.requirement.id, content.msg(word, lang));
    }
    for question in &finding.missing {
        println!("    ? {}", question.ask.fill(lang, &[("country", office.country.name.get(lang))]));
    }
}

fn word_for(verdict: Verdict) -> Msg {
    match verdict {
        Verdict::Met => Msg::Meets,
        Verdict::NotMet => Msg::DoesNotMeet,
        Verdict::Unclear => Msg::CannotTell,
    }
}
