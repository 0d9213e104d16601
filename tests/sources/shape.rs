//! The shape of the sources: files are small, and modules have names that say something.

use syn::visit::{self, Visit};

use super::files::Source;

/// The most lines of a file.
const MOST_LINES: usize = 300;

/// Files that are longer, and why that is better than two of them.
const LONGER: &[(&str, usize, &str)] = &[];

/// Names under which things are put that have no place.
const NAMELESS: [&str; 6] = ["util", "utils", "common", "helper", "helpers", "misc"];

/// Files that are too long, modules whose name says nothing, `mod.rs`.
pub(crate) fn faults(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        let path = &source.path;
        let lines = source.text.lines().count();
        let most = LONGER.iter().find(|(file, ..)| file == path).map_or(MOST_LINES, |(_, most, _)| *most);
        if lines > most {
            found.push(format!("{path}: {lines} lines; the most is {most}"));
        }
        if path.ends_with("mod.rs") {
            found.push(format!("{path}: a module's file stands beside its folder"));
        }
        let mut inline = Modules(Vec::new());
        inline.visit_file(&source.tree);
        let names = path.trim_end_matches(".rs").split('/').map(str::to_owned);
        if names.chain(inline.0).any(|name| NAMELESS.contains(&name.as_str())) {
            found.push(format!("{path}: a module's name says nothing of what is in it"));
        }
    }
    found
}

/// Exceptions that nothing needs any more.
pub(crate) fn unused_exceptions(sources: &[Source]) -> Vec<String> {
    let needed = |file: &str| sources.iter().any(|s| s.path == file && s.text.lines().count() > MOST_LINES);
    LONGER.iter().filter(|(file, ..)| !needed(file)).map(|(file, ..)| (*file).to_owned()).collect()
}

/// The modules that a file declares.
struct Modules(Vec<String>);

impl<'ast> Visit<'ast> for Modules {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.0.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
    }
}
