//! The content model: everything that the desk knows, from the files of `content/`.
//!
//! [`Content::embedded`] is what the program was built with; [`Content::from_folder`] reads another folder. Both
//! report every problem at once. Floor 0: knows nothing of the rest.

pub mod catalog;
pub mod compare;
pub mod date;
mod files;
pub mod hearing;
mod in_force;
mod loader;
mod lookup;
pub mod model;
pub mod period;
pub mod po;
pub mod problem;
pub mod schema;
mod search;
pub mod text;
pub mod translation;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;

pub use catalog::{Catalog, Msg};
pub use date::{DateError, PartialDate};
pub use files::{FolderStamp, export, folder_stamp};
pub use hearing::{Hearing, NameKind, Sense};
pub use lookup::{LookedUp, Lookup};
pub use model::*;
pub use period::{Period, PeriodUnit};
pub use problem::{Problem, Problems};
pub use search::{ALL, SearchWords, Target};
pub use text::{Id, Lang, Language, LanguageState, Text, fill};

/// Everything that the files of `content/` say.
#[derive(Debug, Clone, Default)]
pub struct Content {
    /// The programme's name.
    pub name: Text,
    /// The languages of every text; the first is the default.
    pub languages: Vec<Language>,
    /// The source that rules and process are from.
    pub guide: Arc<Source>,
    /// The source whose address people are sent to; it has one.
    pub portal: Arc<Source>,
    /// Days an unkept case is held.
    pub hold_days: u32,
    /// Every source.
    pub sources: Vec<Arc<Source>>,
    /// Notices, in the order of the file.
    pub notices: Vec<Arc<Notice>>,
    /// Statements about the programme, in the order of the file.
    pub statements: Vec<ProgrammeStatement>,
    /// Topics beside those that the program knows, in order.
    pub topics: Vec<Arc<OwnTopic>>,
    /// The rows of the requirements matrix.
    pub aspects: Vec<Arc<Aspect>>,
    /// Help lines.
    pub help_lines: Vec<HelpLine>,
    /// Every assigned ISO 3166 alpha-2 code, sorted.
    pub codes: Vec<Id>,
    /// Countries that have names here.
    pub countries: Vec<Arc<Country>>,
    /// What other countries are called in words of the program.
    pub shown: Vec<(Id, Text)>,
    /// What people type.
    pub hearing: Hearing,
    /// Questions in asking order.
    pub questions: Vec<Arc<Question>>,
    /// What to say, in order.
    pub advice: Vec<Advice>,
    /// Offices, in the order of their file names.
    pub offices: Vec<Arc<Office>>,
    /// How a case moves.
    pub process: ProcessModel,
    /// Legal options.
    pub pathways: Vec<Pathway>,
    /// What the application asks for.
    pub items: Vec<Item>,
    /// Who can be named as family.
    pub relations: Vec<QuestionOption>,
    /// Example people.
    pub examples: Vec<Example>,
    /// The program's own words.
    pub catalog: Catalog,
    /// Every text by its address, `FILE.KIND.ID.FIELD`.
    pub texts: BTreeMap<Box<str>, Text>,
    /// A short hash over all files: the content that a verdict was reached under.
    pub check_code: String,
}

impl Content {
    /// The content that the program was built with.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn embedded() -> Result<Self, Problems> {
        loader::load(&files::Files::embedded())
    }

    /// The content of a folder.
    ///
    /// # Errors
    /// Everything that is wrong with it; or that the folder cannot be read.
    pub fn from_folder(folder: &Path) -> Result<Self, Problems> {
        loader::load(&Self::files(Some(folder))?)
    }

    /// The files of a folder, or those that the program was built with.
    fn files(folder: Option<&Path>) -> Result<files::Files, Problems> {
        let Some(folder) = folder else { return Ok(files::Files::embedded()) };
        let unreadable = |reason: io::Error| {
            let message = format!("this content folder cannot be read: {reason}");
            let problem = Problem::of_file(folder.display().to_string(), message);
            let list = vec![problem.help("`smo content export DIR` writes a folder to begin with")];
            Problems { list, sources: BTreeMap::new() }
        };
        files::Files::in_folder(folder).map_err(unreadable)
    }

    /// The language with an ISO code.
    pub fn language(&self, id: &str) -> Option<Lang> {
        self.languages.iter().position(|l| *l.id == *id).map(Lang)
    }

    /// A word of the program's own in a language.
    pub fn msg(&self, msg: Msg, lang: Lang) -> &str {
        self.catalog.get(msg, lang)
    }

    /// The question that gives a fact.
    pub fn question(&self, id: &str) -> Option<&Arc<Question>> {
        self.questions.iter().find(|q| *q.id == *id)
    }

    /// The first question that asks for a kind of fact.
    pub fn asking_for(&self, kind: FactKind) -> Option<&Arc<Question>> {
        self.questions.iter().find(|q| q.kind == kind)
    }

    /// An office by id.
    pub fn office(&self, id: &str) -> Option<&Arc<Office>> {
        self.offices.iter().find(|o| *o.id == *id)
    }

    /// What a relative is called; a relation of a stored case that the content no longer has keeps its id.
    pub fn relation<'a>(&'a self, id: &'a str, lang: Lang) -> &'a str {
        self.relations.iter().find(|relation| *relation.id == *id).map_or(id, |relation| relation.text.get(lang))
    }

    /// The offices in a country.
    pub fn offices_in(&self, country: &str) -> impl Iterator<Item = &Arc<Office>> {
        self.offices.iter().filter(move |office| *office.country.id == *country)
    }

    /// The shortest that tells an office from every other: the code of its country, or its name where it is not the only
    /// office there.
    pub fn sign<'a>(&self, office: &'a Office, lang: Lang) -> &'a str {
        let is_alone = self.offices_in(&office.country.id).count() == 1;
        if is_alone { &office.country.id } else { office.name.get(lang) }
    }

    /// A country that has a name here.
    pub fn country(&self, code: &str) -> Option<&Arc<Country>> {
        self.countries.iter().find(|c| *c.id == *code)
    }

    /// What a country without a record of its own is called, with its code; the code alone where nothing names it.
    pub fn shown<'a>(&'a self, code: &'a str, lang: Lang) -> &'a str {
        let own = self.shown.iter().find(|(id, _)| **id == *code).map(|(_, name)| name.get(lang));
        own.or_else(|| self.names().shown(code, lang)).unwrap_or(code)
    }

    /// Whether a code is assigned in ISO 3166.
    pub fn is_code(&self, code: &str) -> bool {
        self.codes.iter().any(|c| **c == *code)
    }

    /// The same of a topic of any kind.
    pub fn about(&self, topic: StatementTopic) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter(move |s| s.topic == topic).map(|s| &s.statement)
    }

    /// Statements of a topic, in order.
    pub fn on(&self, topic: Topic) -> impl Iterator<Item = &Statement> {
        self.about(StatementTopic::Known(topic))
    }
}
