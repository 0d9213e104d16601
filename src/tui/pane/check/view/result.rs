//! What the answers come to: intake first, then the verdict with its reasons, what to say and what now.
//!
//! ```text
//! (!) No longer active, takes no applications
//!     portal, undated, read 23 Nov 2026
//! COLOMBIA [?] CANNOT TELL YET: 4 of 5 met
//!   [+] Place        in Colombia                                   answer 1
//!   [?] Age          not given                                     answer 5
//!   Would settle it: 18 or older
//! Say: No new applications are taken. The minimum promises nothing.
//! What now: other organisations; asylum in this country; sponsorship help
//! ```

use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::verdicts;
use crate::content::Msg;
use crate::rules::{self, Answer, OfficeFinding, RequirementFinding, Value, Verdict};
use crate::tui::component::View;
use crate::tui::focus::Part;
use crate::tui::page::{Page, Set};
use crate::tui::pane::check::rows::{Row, rows};
use crate::tui::pane::{intake, pathways};
use crate::wording::mark;

/// Rows of the body below which only the newest statement on intake stands before the verdict, so that what to say is
/// nearer. The others stand after the advice.
const ROOMY: u16 = 24;

/// Rows of the body below which what decided comes first.
const TIGHT: u16 = 14;

/// The result, for the office in the person's country or else for all.
pub(in crate::tui::pane::check) fn page(view: &View<'_>, width: u16) -> Page {
    let mut page = Page::new(width);
    let desk = view.desk;
    if desk.check().is_empty() {
        return page;
    }
    if view.is_on(Part::Detail) {
        page.focus_next(0);
    }
    let height = view.area().height;
    let (roomy, tight) = (height >= ROOMY, height < TIGHT);
    if let Some(finding) = desk.finding_here() {
        if roomy {
            intake::of(view, &finding.office, &mut page);
        } else {
            intake::newest(view, &finding.office, &mut page);
        }
        if !tight {
            page.gap();
        }
        verdict(view, finding, &mut page);
        let rows = rows(desk);
        for requirement in in_order(finding, tight) {
            reason(view, &rows, requirement, &mut page);
        }
        settles(view, finding, &mut page);
        contradictions(view, &mut page);
        to_find_out(view, finding, &mut page);
    } else {
        every_office(view, &mut page);
    }
    advice(view, &mut page);
    if desk.check().asks_for_pathways() {
        pathways::of_person(view, &mut page);
    }
    if let Some(finding) = desk.finding_here() {
        page.gap();
        page.line(verdicts(view, usize::from(width)));
        if !roomy {
            page.gap();
            let said = desk.intake(&finding.office);
            intake::lines(view, said.statements.get(1..).unwrap_or_default(), &mut page);
        }
    }
    page
}

fn verdict(view: &View<'_>, finding: &OfficeFinding, page: &mut Page) {
    let (desk, phrases) = (view.desk, view.desk.phrases());
    let name = finding.office.name.get(desk.lang()).to_uppercase();
    let met = finding.requirements.iter().filter(|r| r.applies && r.verdict == Verdict::Met).count();
    let of = finding.requirements.len();
    let count = phrases.fill(Msg::ResultCount, &[("met", &met.to_string()), ("of", &of.to_string())]);
    let previous = desk.check().previous(&finding.office.id).filter(|previous| *previous != finding.verdict);
    let previous = previous
        .map(|previous| format!(" {}", phrases.fill(Msg::ResultWas, &[("verdict", phrases.verdict(previous))])));
    let stored = desk.stored_verdict(&finding.office.id);
    let stored =
        stored.map(|stored| format!(" {}", phrases.fill(Msg::VerdictThen, &[("verdict", phrases.verdict(stored))])));
    let previous = format!("{}{}", previous.unwrap_or_default(), stored.unwrap_or_default());
    let words = phrases.verdict(finding.verdict).to_uppercase();
    let text = format!("{name}: {words}, {count}{previous}");
    let lead = (mark(finding.verdict, true), view.theme.verdict(finding.verdict));
    page.paragraph(&text, Set { indent: 4, mark: lead, style: view.theme.strong(), ..Set::default() });
    if finding.verdict == Verdict::Met {
        page.text(4, phrases.get(Msg::PromisesNothing), view.theme.strong());
    }
}

fn reason(view: &View<'_>, rows: &[Row<'_>], finding: &RequirementFinding, page: &mut Page) {
    let phrases = view.desk.phrases();
    let name = phrases.aspect(finding.requirement.aspect);
    let wide = usize::from(view.geometry.size.0) >= 60;
    let lead = format!("{} ", mark(finding.verdict, finding.applies));
    let because = phrases.because(finding);
    let name =
        if wide { format!("{name}{}", " ".repeat(13usize.saturating_sub(name.width()))) } else { format!("{name}: ") };
    let style = view.theme.reason(finding);
    let answers = answer_numbers(view, rows, finding);
    let set = Set { indent: 4, mark: (&lead, style), tag: (&answers, Style::new()), ..Set::default() };
    if wide {
        // The name stands in the indent, so that reasons of any length stay in their own column.
        page.named(&name, &because, set);
    } else {
        page.paragraph(&format!("{name}{because}"), set);
    }
}

/// The numbers of the answers that a reason rests on, as on the page of answers.
fn answer_numbers(view: &View<'_>, rows: &[Row<'_>], finding: &RequirementFinding) -> String {
    if !finding.applies {
        return String::new();
    }
    let answers = view.desk.check().answers();
    let numbers: Vec<String> = finding
        .tests
        .iter()
        .filter(|test| answers.get(&test.question.id).is_some())
        .filter_map(|test| rows.iter().position(|row| row.question().is_some_and(|q| q.id == test.question.id)))
        .map(|n| (n + 1).to_string())
        .collect();
    if numbers.is_empty() {
        return String::new();
    }
    view.desk.phrases().fill(Msg::AnswerNo, &[("n", &numbers.join(", "))])
}

fn settles(view: &View<'_>, finding: &OfficeFinding, page: &mut Page) {
    if finding.verdict != Verdict::Unclear {
        return;
    }
    let phrases = view.desk.phrases();
    // No answer settles what the source leaves open: that stands with the reason.
    let stateless = |r: &&RequirementFinding| {
        r.tests.iter().any(|t| matches!(t.answer.as_ref().and_then(Answer::value), Some(Value::Stateless)))
    };
    let open = finding.requirements.iter().filter(|r| r.applies && r.verdict == Verdict::Unclear && !stateless(r));
    let rules: Vec<String> = open.map(|r| phrases.requirement(&r.requirement)).collect();
    if rules.is_empty() {
        return;
    }
    let text = phrases.fill(Msg::WouldSettle, &[("what", &rules.join("; "))]);
    page.text(4, &text, Style::new());
}

/// What the person did not know and what was not stored: with it the check can be gone on with.
fn to_find_out(view: &View<'_>, finding: &OfficeFinding, page: &mut Page) {
    let (desk, lang) = (view.desk, view.desk.lang());
    let open = |answer: Option<&Answer>| matches!(answer, Some(Answer::DontKnow));
    let answers = desk.check().answers();
    let unknown = finding.missing.iter().filter(|q| open(answers.get(&q.id)) || desk.check().is_forgotten(&q.id));
    let names: Vec<&str> = unknown.map(|question| question.name.get(lang)).collect();
    if !names.is_empty() {
        let text = format!("{}: {}", desk.phrases().get(Msg::ToFindOut), names.join(", "));
        page.text(4, &text, Style::new());
    }
}

fn contradictions(view: &View<'_>, page: &mut Page) {
    for text in view.desk.contradictions() {
        page.paragraph(&text, Set { indent: 4, mark: ("(?)", view.theme.alert()), ..Set::default() });
    }
}

/// The requirements in the office's order; where there is little room, what decided comes first.
fn in_order(finding: &OfficeFinding, tight: bool) -> Vec<&RequirementFinding> {
    let mut all: Vec<&RequirementFinding> = finding.requirements.iter().collect();
    if tight {
        all.sort_by_key(|requirement| !requirement.applies || requirement.verdict != finding.verdict);
    }
    all
}

/// Where no office is the person's own: each in a line, with what speaks against it.
fn every_office(view: &View<'_>, page: &mut Page) {
    let (desk, phrases) = (view.desk, view.desk.phrases());
    let country = desk.check().country(desk.content());
    let notices = rules::notices(desk.content(), desk.as_of());
    if let Some(notice) = notices.iter().find(|notice| notice.intake.is_some()) {
        intake::notice(view, &notice.statement, page);
        page.gap();
    }
    if let Some(code) = country {
        page.text(0, &phrases.fill(Msg::NoOfficeIn, &[("country", phrases.country(code))]), view.theme.strong());
    }
    let offices = &desk.found().offices;
    let names = offices.iter().map(|f| f.office.name.get(desk.lang()).width()).max().unwrap_or(0);
    for finding in offices {
        let against = finding.requirements.iter().find(|r| r.applies && r.verdict == Verdict::NotMet);
        let reason = against.map(|r| phrases.because(r));
        let text = reason.unwrap_or_else(|| phrases.verdict(finding.verdict).to_owned());
        let name = finding.office.name.get(desk.lang());
        let name = format!("{name}{}", " ".repeat(names + 2 - name.width().min(names)));
        let mark = (mark(finding.verdict, true), view.theme.verdict(finding.verdict));
        page.named(&name, &text, Set { indent: 4, mark, ..Set::default() });
        if country.is_none() && finding.verdict != Verdict::NotMet {
            settles(view, finding, page);
        }
    }
}

fn advice(view: &View<'_>, page: &mut Page) {
    for section in view.desk.advice() {
        page.heading(view.desk.phrases().get(section.title), view.theme.accent());
        for (text, source) in section.advice {
            let label = source.map_or("", |source| source.label.get(view.desk.lang()));
            page.paragraph(
                &text,
                Set { indent: 2, mark: ("- ", Style::new()), tag: (label, Style::new()), ..Set::default() },
            );
        }
    }
}
