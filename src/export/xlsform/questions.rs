//! The questions of the form, and the tests of the rules on their answers.

use super::FormWriter;
use super::bounds;
use super::expression::{Fields, condition};
use super::sheet::FormSheet;
use crate::content::{CheckPart, Condition, FactKind, Id, Msg, PeriodUnit, Question, Rule, Test};
use crate::export::change::Trees;
use crate::export::clause::Clause;
use crate::rules::{self, OTHER};
use crate::wording::Phrases;

/// Choices beside the answers of a question, with their words.
pub(super) const UNKNOWN: (&str, Msg) = ("unknown", Msg::DontKnow);
pub(super) const DECLINED: (&str, Msg) = ("declined", Msg::Declined);

/// How exactly a date is known.
const EXACT: [(&str, Msg, &str); 3] =
    [("day", Msg::FormDay, ""), ("month", Msg::FormMonth, "month-year"), ("year", Msg::FormYear, "year")];

/// Adds every question that a rule of an office or a piece of advice tests.
pub(super) fn write(form: FormWriter<'_>, survey: &mut FormSheet, choices: &mut FormSheet) {
    for question in form.content.questions.iter().filter(|question| is_asked(form, question)) {
        let relevant = relevant(form, question);
        match question.kind {
            FactKind::Date | FactKind::DateOrNo => date(form, question, &relevant, survey, choices),
            kind => {
                let list = list(form, question, choices);
                let kind = match kind {
                    FactKind::Countries => format!("select_multiple {list}"),
                    FactKind::Number | FactKind::Period => "integer".to_owned(),
                    _ => format!("select_one {list}"),
                };
                ask(form, question, (&kind, &question.id), &relevant, survey);
                if question.kind.is_counted() {
                    let most = question.counts.map(|unit| format!(" and . <= {}", unit.most())).unwrap_or_default();
                    survey.set("constraint", format!(". >= 0{most}"));
                    form.text(survey, "constraint_message", |phrases| match question.counts {
                        Some(unit) => in_whole(phrases, unit),
                        None => phrases.get(Msg::WrongNumber).to_owned(),
                    });
                }
                if question.kind == FactKind::Countries {
                    // What stands alone is not chosen with others.
                    let alone =
                        ["stateless", UNKNOWN.0, DECLINED.0].map(|one| format!("selected(., '{one}')")).join(" or ");
                    survey.set("constraint", format!("count-selected(.) <= 1 or not({alone})"));
                    form.text(survey, "constraint_message", |phrases| phrases.get(Msg::FormAlone).to_owned());
                }
            }
        }
    }
}

fn is_asked(form: FormWriter<'_>, question: &Question) -> bool {
    let of_offices = form.content.offices.iter().flat_map(|office| &office.requirements).map(|one| &one.rule);
    let of_advice = form.content.advice.iter().filter_map(|advice| advice.rule.as_ref());
    let is_tested = |rule: &Rule| rule.tests().iter().any(|test| *test.fact == *question);
    question.part == CheckPart::Minimum && of_offices.chain(of_advice).any(is_tested)
}

/// When a question is asked: where its answer can still change the verdict of an office, whatever comes after it. What only
/// advice depends on is asked of everybody.
fn relevant(form: FormWriter<'_>, question: &Question) -> String {
    let when = form.content.offices.iter().map(|office| {
        let trees = Trees::of(office.requirements.iter().map(|one| &one.rule));
        trees.can_change(question, &Fields { office, trees: &trees, before: Some(question) })
    });
    match Clause::any(when) {
        Clause::True | Clause::False => String::new(),
        clause => condition(&clause),
    }
}

/// A question with its words, and why it is asked as a hint.
fn ask(form: FormWriter<'_>, question: &Question, cells: (&str, &str), relevant: &str, survey: &mut FormSheet) {
    form.labelled(survey, &[cells.0, cells.1], |phrases| phrases.ask(question, None));
    form.text(survey, "hint", |phrases| match question.counts {
        Some(unit) => format!("{} {}", phrases.why(question, None), in_whole(phrases, unit)),
        None => phrases.why(question, None),
    });
    survey.set("relevant", relevant.to_owned());
    survey.set("required", "yes".to_owned());
}

/// In what a length of time is to be given, and the most that it can be.
fn in_whole(phrases: Phrases<'_>, unit: PeriodUnit) -> String {
    let msg = match unit {
        PeriodUnit::Days => Msg::FormInDays,
        PeriodUnit::Months => Msg::FormInMonths,
    };
    phrases.fill(msg, &[("n", &unit.most().to_string())])
}

/// The list of choices of a question, added where it is new; its name.
fn list(form: FormWriter<'_>, question: &Question, choices: &mut FormSheet) -> String {
    let name = match question.kind {
        FactKind::YesNo => "yes_no".to_owned(),
        _ => format!("{}_list", question.id),
    };
    if choices.has(&[&name]) || question.kind.is_counted() {
        return name;
    }
    let mut add = |id: &str, words: &dyn Fn(Phrases<'_>) -> String| {
        form.labelled(choices, &[&name, id], words);
    };
    match question.kind {
        FactKind::YesNo => {
            add("yes", &|phrases| phrases.get(Msg::Yes).to_owned());
            add("no", &|phrases| phrases.get(Msg::No).to_owned());
        }
        FactKind::Country | FactKind::Countries => {
            let is_one = question.kind == FactKind::Country;
            for country in &form.content.countries {
                let id = &country.id;
                add(id, &|phrases| if is_one { phrases.country(id) } else { phrases.demonym(id) }.to_owned());
            }
            add(OTHER, &|phrases| phrases.get(Msg::OtherCountry).to_owned());
            if !is_one {
                add("stateless", &|phrases| phrases.get(Msg::Stateless).to_owned());
            }
        }
        _ => {
            for option in &question.options {
                add(&option.id, &|phrases| option.text.get(phrases.lang).to_owned());
            }
        }
    }
    for (id, msg) in [UNKNOWN, DECLINED] {
        add(id, &|phrases| phrases.get(msg).to_owned());
    }
    name
}

/// A date: first how exactly it is known, then as much of it.
fn date(form: FormWriter<'_>, question: &Question, relevant: &str, survey: &mut FormSheet, choices: &mut FormSheet) {
    let (id, list) = (&question.id, format!("{}_list", question.id));
    for (choice, msg, _) in EXACT {
        form.labelled(choices, &[&list, choice], |phrases| phrases.get(msg).to_owned());
    }
    for (choice, text) in [("always", &question.always), ("no", &question.no)] {
        if let Some(text) = text {
            form.labelled(choices, &[&list, choice], |phrases| {
                text.fill(phrases.lang, &[("country", phrases.here(None))])
            });
        }
    }
    for (choice, msg) in [UNKNOWN, DECLINED] {
        form.labelled(choices, &[&list, choice], |phrases| phrases.get(msg).to_owned());
    }
    let known = format!("{id}_known");
    ask(form, question, (&format!("select_one {list}"), &known), relevant, survey);
    for (choice, msg, appearance) in EXACT {
        form.labelled(survey, &["date", &format!("{id}_{choice}")], |phrases| {
            format!("{}: {}", question.name.get(phrases.lang), phrases.get(msg))
        });
        survey.set("relevant", format!("${{{known}}} = '{choice}'"));
        survey.set("required", "yes".to_owned());
        survey.set("appearance", appearance.to_owned());
        survey.set("constraint", format!(". <= today() and . >= date('{}-01-01')", rules::FIRST_YEAR));
        form.text(survey, "constraint_message", |phrases| phrases.get(Msg::FormNotAhead).to_owned());
    }
    let part = |choice: &str, pattern: &str| format!("format-date(${{{id}_{choice}}}, '{pattern}')");
    let chosen = |day: &str, month: &str, year: &str, other: &str| {
        let is = |choice: &str| format!("${{{known}}} = '{choice}'");
        format!("if({}, {day}, if({}, {month}, if({}, {year}, {other})))", is("day"), is("month"), is("year"))
    };
    let calculate = |survey: &mut FormSheet, name: &str, how: String| {
        survey.row(&["calculate", name]);
        survey.set("calculation", how);
    };
    let [day, month, year] = [part("day", "%Y-%m-%d"), part("month", "%Y-%m"), part("year", "%Y")];
    calculate(survey, id, chosen(&day, &month, &year, &format!("${{{known}}}")));
    let number = |choice: &str, pattern: &str| format!("number({})", part(choice, pattern));
    let [day, month, year] = [number("day", "%Y%m%d"), number("month", "%Y%m01"), number("year", "%Y0101")];
    let always = |first: &str| format!("if(${{{known}}} = 'always', {first}, '')");
    calculate(survey, &format!("{id}_first"), chosen(&day, &month, &year, "''"));
    let [month, year] = [number("month", "%Y%m31"), number("year", "%Y1231")];
    calculate(survey, &format!("{id}_last"), chosen(&day, &month, &year, &always("0")));
}

/// A test as a number: 1 is met, 0 is not met, 0.5 is not known.
pub(super) fn test(test: &Test) -> String {
    let id = &test.fact.id;
    let field = format!("${{{id}}}");
    let open = |field: &str| format!("({field} = '{}' or {field} = '{}' or {field} = '')", UNKNOWN.0, DECLINED.0);
    let listed = |ids: &[Id], one: &dyn Fn(&Id) -> String| ids.iter().map(one).collect::<Vec<_>>().join(" or ");
    match &test.condition {
        Condition::Yes => format!("if({field} = 'yes', 1, if({field} = 'no', 0, 0.5))"),
        Condition::OneOf(ids) => {
            let any = listed(ids, &|one| format!("{field} = '{one}'"));
            format!("if({any}, 1, if({}, 0.5, 0))", open(&field))
        }
        Condition::Includes(ids) => {
            let any = listed(ids, &|one| format!("selected({field}, '{one}')"));
            let alone = format!("{} or {field} = 'stateless'", open(&field));
            format!("if({any}, 1, if({alone}, 0.5, 0))")
        }
        Condition::AtLeast(number) => format!("if({field} = '', 0.5, if({field} >= {number}, 1, 0))"),
        Condition::AtMost(number) => format!("if({field} = '', 0.5, if({field} <= {number}, 1, 0))"),
        Condition::Cutoff(cutoff) => {
            let [first, last] = ["first", "last"].map(|end| format!("${{{id}_{end}}}"));
            let (passes, fails) = bounds::conditions(*cutoff, &first, &last);
            let known = |field: &str, when: &str| format!("{field} != '' and {when}");
            let (passes, fails) = match cutoff.boundary {
                crate::content::Boundary::OnOrBefore | crate::content::Boundary::Before => {
                    (known(&last, &passes), known(&first, &fails))
                }
                _ => (known(&first, &passes), known(&last, &fails)),
            };
            let never = format!("${{{id}_known}} = 'no' or ");
            let never = if test.fact.kind == FactKind::DateOrNo { never.as_str() } else { "" };
            format!("if({passes}, 1, if({never}({fails}), 0, 0.5))")
        }
    }
}
