//! `offices/*.toml`.

use std::sync::Arc;

use super::super::files::Files;
use super::super::model::{Aspect, Condition, Country, Kind, Office, Requirement, Rule, Test};
use super::super::raw::{RawOffice, RawRequirement, RawStatement};
use super::super::text::Id;
use super::file::{FILES, Top, Tree};
use super::form::Form;
use super::statement::Role;
use super::{Loader, Problem};

/// The most facts that the rules of one office may test: verdicts are found by trying what the unknown ones can be.
const MOST_FACTS: usize = 12;

const TOP: Top = Top { keys: &["id", "country", "name", "listed"], kinds: &["intake", "requirement", "apply"] };

impl Loader {
    /// Raises all offices.
    pub(super) fn offices(&mut self, files: &Files, names: &[String]) -> Vec<Arc<Office>> {
        let mut offices = Vec::new();
        let mut any = false;
        for name in names.iter().filter(|n| n.starts_with("offices/")) {
            any = true;
            if FILES.iter().any(|other| name.ends_with(&format!("/{other}"))) {
                let problem = Problem::of_file(name.clone(), "an office file cannot have this name");
                self.problems.push(
                    problem.help("its texts would have the addresses of another file; name it after its country"),
                );
            }
            offices.extend(self.with_file(files, name, TOP, Self::office_file).flatten().map(Arc::new));
        }
        if !any {
            let problem = Problem::of_file("offices", "there is no office");
            self.problems.push(problem.help("describe each office in a file of its own, as offices/NAME.toml"));
            self.rules_lost = true;
        }
        offices
    }

    fn office_file(&mut self, tree: &mut Tree<'_>) -> Option<Office> {
        let file = self.stem.clone();
        self.facts.clear();
        let requirements = self.records::<RawRequirement>(tree, "requirement");
        let intakes = self.records::<RawStatement>(tree, "intake");
        let applies = self.records::<RawStatement>(tree, "apply");
        let own = self.own::<RawOffice>(tree);
        let id: Id = own.as_ref().map_or("", |own| own.id.get_ref()).into();
        let intake =
            intakes.iter().filter_map(|raw| self.intake(&format!("{file}.intake.{}", raw.id.get_ref()), raw)).collect();
        let apply = applies
            .iter()
            .filter_map(|raw| self.statement(&format!("{file}.apply.{}", raw.id.get_ref()), raw, Role::Plain))
            .collect();
        let loaded: Vec<Option<Arc<Requirement>>> =
            requirements.iter().map(|raw| self.requirement(&id, raw).map(Arc::new)).collect();
        self.facts_once();
        let own = own?;
        let at = format!("{file}.office.{id}");
        self.declare("office", &id, &own.id.span());
        let name = self.text(&at, "name", &own.name, Form::PLAIN);
        let listed = self.maybe(&at, "listed", own.listed.as_ref(), Form::PLAIN);
        let country = self.country(&own.country)?;
        self.one_office(&own, &country);
        self.place_first(&own, &country, &requirements, loaded.first().and_then(Option::as_ref));
        let requirements = loaded.into_iter().flatten().collect();
        Some(Office { id, country, name, listed, intake, requirements, apply })
    }

    fn requirement(&mut self, office: &Id, raw: &RawRequirement) -> Option<Requirement> {
        let name = raw.id.get_ref();
        let at = format!("{}.requirement.{name}", self.stem);
        let gives = self.gives(raw.rule.get_ref());
        let rule = self.rule(&at, &raw.rule);
        if !self.aspects.contains(raw.aspect.get_ref()) && !self.broken.contains("programme.toml") {
            let help = "add an `[[aspect]]` for it to programme.toml";
            self.problem(raw.aspect.span(), "this aspect has no row in the matrix", "no `[[aspect]]`", help);
        }
        let names = gives.names(&["nationalities"]);
        let text = self.text(&at, "text", &raw.text, Form::with(&names).ruled());
        let names = gives.names(&["codes"]);
        let form = Form::with(&names).cells(16).codes(gives.codes()).ruled();
        let short = self.text(&at, "short", &raw.short, form);
        let open = self.notes(&at, &raw.open);
        let later = self.statements(&at, "later", &raw.later);
        self.filled(Some(&raw.section), "section", &raw.id);
        let source = self.source(&raw.source);
        Some(Requirement {
            id: format!("{office}.{name}").into(),
            aspect: *raw.aspect.get_ref(),
            rule: rule?,
            text,
            short,
            source: source?,
            section: raw.section.as_str().into(),
            open,
            later,
        })
    }

    /// Reports a fact that two tests of the office look at, and an office that looks at too many.
    fn facts_once(&mut self) {
        let facts = std::mem::take(&mut self.facts);
        for (place, (fact, span)) in facts.iter().enumerate() {
            let Some((_, first)) = facts.iter().take(place).find(|(other, _)| other == fact) else { continue };
            let mut problem = Problem::at(self.file.clone(), span.clone(), format!("the office tests `{fact}` twice"));
            problem.also = Some((first.clone(), "first tested here".to_owned()));
            let help = "within one office a fact is tested once, so that every verdict is as sharp as it can be";
            self.problems.push(problem.label("tested again here").help(help));
        }
        if let Some((_, span)) = facts.get(MOST_FACTS) {
            let message = format!("the office tests {} facts; at most {MOST_FACTS} can be", facts.len());
            self.problem(span.clone(), message, "one too many", "leave some out, or ask them in one question");
        }
    }

    /// Reports a second office in a country.
    fn one_office(&mut self, own: &RawOffice, country: &Country) {
        self.declare("office in", &country.id, &own.country.span());
    }

    /// Reports an office whose first requirement is not to be in its country.
    fn place_first(
        &mut self,
        own: &RawOffice,
        country: &Country,
        raws: &[RawRequirement],
        first: Option<&Arc<Requirement>>,
    ) {
        let lost = self.ids.get(&format!("{}.requirement", self.stem)).is_some_and(|ids| ids.len() > raws.len());
        let Some(raw) = raws.first().filter(|_| !lost) else {
            if !lost {
                let help = "add its `[[requirement]]`s; the first is to be in its country";
                self.problem(own.id.span(), "this office has no requirements", "an empty office", help);
            }
            return;
        };
        let Some(first) = first else { return };
        let here = |test: &Test| {
            test.fact.kind == Kind::Country
                && matches!(&test.condition, Condition::OneOf(codes) if **codes == [Arc::clone(&country.id)])
        };
        if first.aspect == Aspect::Place && matches!(&first.rule, Rule::Test(test) if here(test)) {
            return;
        }
        let help =
            format!("`aspect = \"place\"`, `rule = {{ one_of = {{ fact = …, values = [\"{}\"] }} }}`", country.id);
        let message = "the first requirement of an office is to be in its country";
        self.problem(raw.id.span(), message, "something else", help);
    }
}
