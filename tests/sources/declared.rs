//! One name for one type: what is public has no namesake that another file can import.

use std::collections::BTreeMap;

use syn::visit::{self, Visit};
use syn::{Attribute, Ident, Visibility};

use super::files::Source;

/// Names that are declared twice, and why that misleads nobody.
const EXCEPTIONS: &[(&str, &str)] = &[];

/// Public types that share their name with a type that is visible outside of its own module.
pub(crate) fn faults(sources: &[Source]) -> Vec<String> {
    let shared = shared(sources);
    let faults = shared.iter().filter(|(name, _)| !EXCEPTIONS.iter().any(|(known, _)| known == name));
    faults.map(|(name, files)| format!("{name} is declared in {}", files.join(", "))).collect()
}

/// Exceptions that nothing needs any more.
pub(crate) fn unused_exceptions(sources: &[Source]) -> Vec<&'static str> {
    let shared = shared(sources);
    EXCEPTIONS.iter().map(|(name, _)| *name).filter(|name| !shared.contains_key(*name)).collect()
}

fn shared(sources: &[Source]) -> BTreeMap<String, Vec<String>> {
    let mut declared: BTreeMap<String, (bool, Vec<String>)> = BTreeMap::new();
    for source in sources.iter().filter(|source| !source.path.ends_with("tests.rs")) {
        let mut types = Types(Vec::new());
        types.visit_file(&source.tree);
        for (name, is_public) in types.0 {
            let (any, files) = declared.entry(name).or_default();
            *any |= is_public;
            files.push(source.path.clone());
        }
    }
    let shared = declared.into_iter().filter(|(_, (is_public, files))| *is_public && files.len() > 1);
    shared.map(|(name, (_, files))| (name, files)).collect()
}

/// The types that a file declares and others can import, and whether each is `pub`.
struct Types(Vec<(String, bool)>);

impl Types {
    fn add(&mut self, name: &Ident, visibility: &Visibility) {
        if !matches!(visibility, Visibility::Inherited) {
            self.0.push((name.to_string(), matches!(visibility, Visibility::Public(_))));
        }
    }
}

impl<'ast> Visit<'ast> for Types {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        let is_test = |attr: &Attribute| {
            attr.path().is_ident("cfg") && attr.meta.require_list().is_ok_and(|list| list.tokens.to_string() == "test")
        };
        if !item.attrs.iter().any(is_test) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.add(&item.ident, &item.vis);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.add(&item.ident, &item.vis);
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.add(&item.ident, &item.vis);
    }

    fn visit_item_type(&mut self, item: &'ast syn::ItemType) {
        self.add(&item.ident, &item.vis);
    }
}
