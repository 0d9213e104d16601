//! What can be found, and by which words.

use chrono::NaiveDate;

use super::also::Also;
use super::folded::Folded;
use super::writer::Writer;
use super::{Fit, Hit, HitKind};
use crate::content::{
    Condition, Content, Country, FactKind, ItemKind, Lang, Lookup, Msg, Office, Pathway, Question, Requirement, Step,
    Text,
};

/// Something that can be found.
#[derive(Debug)]
pub(super) struct Entry {
    kind: HitKind,
    title: Text,
    pub(super) names: Vec<Folded>,
    pub(super) body: Vec<Folded>,
    /// How many texts of the body are shown; what is found in the others is shown as the first.
    shown: usize,
    /// Words by which people look for it.
    pub(super) also: Vec<Also>,
}

impl Entry {
    fn new(kind: HitKind, title: Text, names: Vec<Text>, body: Vec<Text>) -> Self {
        let fold = |texts: Vec<Text>| texts.into_iter().map(Folded::from).collect();
        let shown = body.len();
        Self { shown, kind, title, names: fold(names), body: fold(body), also: Vec::new() }
    }

    /// Whether it is a country without an office, of which the texts say nothing.
    pub(super) fn is_bare_country(&self) -> bool {
        matches!(self.kind, HitKind::Country(_))
    }

    pub(super) fn hit(&self, lang: Lang, fit: &Fit) -> Hit {
        let (body, score) = (fit.body, fit.score);
        let title = self.title.get(lang).to_owned();
        if let Some(text) = fit.also.and_then(|place| self.also.get(place)?.text.as_ref()) {
            return Hit { kind: self.kind.clone(), title, snippet: text.get(lang).to_owned(), score };
        }
        let text = |place: usize| self.body.get(place).map(|words| words.text.get(lang));
        // A title that is also a text is not shown twice.
        let body = body.map(|place| if place < self.shown { place } else { 0 });
        let snippet = body.and_then(|place| text(place).filter(|words| *words != title).or_else(|| text(0)));
        let snippet = snippet.filter(|words| *words != title).unwrap_or_default().to_owned();
        Hit { kind: self.kind.clone(), title, snippet, score }
    }
}

/// Everything that a content says by a day, in the order in which equal hits are shown.
pub(super) fn all(content: &Content, day: NaiveDate) -> Vec<Entry> {
    let writer = Writer::new(content, day);
    let mut entries = Vec::new();
    for (n, office) in content.offices.iter().enumerate() {
        entries.push(writer.office(n, office));
    }
    for (n, office) in content.offices.iter().enumerate() {
        entries.extend(office.requirements.iter().enumerate().map(|(r, it)| writer.requirement(n, office, r, it)));
    }
    entries.extend(content.process.steps.iter().enumerate().map(|(n, it)| writer.step(n, it)));
    entries.extend(content.pathways.iter().enumerate().map(|(n, it)| writer.pathway(n, it)));
    let without_office = content.countries.iter().filter(|country| content.offices_in(&country.id).next().is_none());
    entries.extend(without_office.map(|country| writer.country(country)));
    entries.extend(content.questions.iter().map(|question| writer.question(question)));
    for (n, item) in content.items.iter().enumerate() {
        let name = item.text.clone();
        let family = content.relations.iter().filter(|_| item.kind == ItemKind::Family);
        let body = [item.hint.clone()].into_iter().chain(family.map(|relation| relation.text.clone())).collect();
        entries.push(Entry::new(HitKind::Item(n), name.clone(), vec![name], body));
    }
    let statements = content.statements.iter().enumerate().map(|(n, it)| (HitKind::Statement(n), &it.statement));
    let notices = content.notices.iter().enumerate().map(|(n, it)| (HitKind::Notice(n), &it.statement));
    let made = statements.chain(notices).filter(|(_, it)| it.published_by(day));
    entries.extend(made.map(|(kind, it)| Entry::new(kind, it.text.clone(), Vec::new(), vec![it.text.clone()])));
    entries.extend((0..content.languages.len()).map(|n| writer.language(n)));
    entries.extend((!content.process.tracks.is_empty()).then(|| writer.tracks()));
    for entry in &mut entries {
        entry.also = writer.also(&entry.kind);
    }
    entries
}

impl Writer<'_> {
    fn office(&self, n: usize, office: &Office) -> Entry {
        let country = &office.country;
        let lines = self.content.help_lines.iter().filter(|line| line.country == country.id);
        let lines = lines.map(|line| self.help_line(&line.number));
        let intake = office.intake.iter().filter(|own| own.statement.published_by(self.day));
        let statements = intake.map(|own| self.after_its_notices(own)).chain(self.statements(&office.apply));
        let body = statements.chain(office.listed.clone()).chain(lines).collect();
        let mut entry = Entry::new(HitKind::Office(n), office.name.clone(), vec![office.name.clone()], body);
        entry.names.extend(self.names_of(&country.id));
        entry
    }

    fn requirement(&self, n: usize, office: &Office, place: usize, requirement: &Requirement) -> Entry {
        let aspect = &requirement.aspect.name;
        let title = self.each(|lang| format!("{}: {}", office.name.get(lang), aspect.get(lang)));
        let facts = requirement.rule.tests().into_iter().map(|test| test.fact.name.clone());
        let texts = [self.ruled(&requirement.text, requirement.own_rule()), title.clone()];
        let later = self.statements(&requirement.later);
        let countries = requirement.rule.tests().into_iter().filter_map(|test| match &test.condition {
            Condition::Includes(codes) => Some(codes),
            _ => None,
        });
        let accepted = countries.flatten().flat_map(|code| self.names_of(code));
        let names = [aspect.clone()].into_iter().chain(facts).collect();
        let open = requirement.open.iter().map(|open| open.text.clone());
        let body = texts.into_iter().chain(open).chain(later).collect();
        let mut entry = Entry::new(HitKind::Requirement(n, place), title, names, body);
        // They lead to it and are not shown.
        entry.body.extend(accepted);
        entry
    }

    fn step(&self, n: usize, step: &Step) -> Entry {
        let statements =
            [&step.statement].into_iter().chain(&step.details).chain(step.wait.iter().map(|w| &w.statement));
        let actor = step.actor.iter().map(|actor| &actor.name);
        let body = self.statements(statements).chain(step.open.iter().chain(actor).cloned()).collect();
        let names = vec![step.title.clone(), step.short.clone()];
        Entry::new(HitKind::Step(n), step.title.clone(), names, body)
    }

    fn pathway(&self, n: usize, pathway: &Pathway) -> Entry {
        let more = pathway
            .gives
            .iter()
            .chain(&pathway.open)
            .cloned()
            .chain(self.statements(pathway.later.iter().map(|later| &later.statement)));
        let body = [self.ruled(&pathway.text, &pathway.rule)].into_iter().chain(more).collect();
        Entry::new(HitKind::Pathway(n), pathway.name.clone(), vec![pathway.name.clone()], body)
    }

    fn question(&self, question: &Question) -> Entry {
        let texts = [&question.ask, &question.why].map(|text| self.here(text));
        let options = question.options.iter().map(|option| option.text.clone());
        let stateless = (question.kind == FactKind::Countries).then(|| self.message(Msg::Stateless));
        let body = texts.into_iter().chain(options).chain(stateless).collect();
        let kind = HitKind::Question(question.id.clone());
        Entry::new(kind, question.name.clone(), vec![question.name.clone()], body)
    }

    fn language(&self, n: usize) -> Entry {
        let name = self.same(&self.content.languages.at(n).name);
        Entry::new(HitKind::Language(n), name.clone(), vec![name], Vec::new())
    }

    fn tracks(&self) -> Entry {
        let [title, waits] = [Msg::TracksTitle, Msg::CompareWaits].map(|msg| self.message(msg));
        Entry::new(HitKind::Tracks, title.clone(), vec![title], vec![waits])
    }

    fn country(&self, country: &Country) -> Entry {
        let mut entry = Entry::new(HitKind::Country(country.id.clone()), country.name.clone(), Vec::new(), Vec::new());
        entry.names.extend(self.names_of(&country.id));
        entry
    }
}
