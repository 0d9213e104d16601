//! The paths that a file refers to: in imports, expressions, types, visibilities and the bodies of macros.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use std::collections::BTreeMap;
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemMod, ItemUse, Macro, UseTree};

use super::files::Source;

/// A path that a file refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reference {
    pub(crate) line: usize,
    /// From the crate's root (`crate` first), or of a library.
    pub(crate) path: Vec<String>,
    /// Whether it begins with a name that the file imported: the import is a reference of its own.
    pub(crate) imported: bool,
    /// Whether only tests are compiled with it.
    pub(crate) in_tests: bool,
}

/// The names of a module: what it defines, imports and declares.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// Items that the module defines itself.
    pub(crate) items: Vec<String>,
    /// Names that it imports or re-exports, with what they stand for.
    pub(crate) imports: BTreeMap<String, Vec<String>>,
    /// Modules of which it imports everything.
    pub(crate) globs: Vec<Vec<String>>,
    /// Files that it declares for tests only.
    pub(crate) test_modules: Vec<String>,
}

/// Every reference of a file.
pub(crate) fn references(source: &Source) -> Vec<Reference> {
    let module = source.module();
    let scope = names(&module, &source.tree.items);
    let mut collector = Collector { module, scopes: vec![scope], tests: 0, found: Vec::new() };
    collector.visit_file(&source.tree);
    collector.found
}

/// The names of a module with these items.
pub(crate) fn names(module: &[String], items: &[Item]) -> Names {
    let mut names = Names::default();
    for item in items {
        match item {
            Item::Use(item) => {
                let mut leaves = Vec::new();
                flatten(&item.tree, &mut Vec::new(), &mut leaves);
                for leaf in leaves {
                    let Some(path) = absolute(&leaf.path, module, None) else { continue };
                    match leaf.name {
                        Some(name) => drop(names.imports.insert(name, path)),
                        None => names.globs.push(path),
                    }
                }
            }
            Item::Mod(item) => {
                names.items.push(item.ident.to_string());
                if for_tests(&item.attrs) {
                    names.test_modules.push(item.ident.to_string());
                }
            }
            other => names.items.extend(defined(other)),
        }
    }
    names
}

fn defined(item: &Item) -> Option<String> {
    let ident = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        _ => return None,
    };
    Some(ident.to_string())
}

/// Whether an item is compiled for tests only.
fn for_tests(attrs: &[Attribute]) -> bool {
    let mentions_test = |attr: &Attribute| {
        attr.meta.require_list().is_ok_and(|list| {
            list.tokens.clone().into_iter().any(|token| matches!(token, TokenTree::Ident(ident) if ident == "test"))
        })
    };
    attrs.iter().any(|attr| attr.path().is_ident("cfg") && mentions_test(attr))
}

/// One name of an import.
struct Leaf {
    path: Vec<String>,
    /// The name in this file; `None` for a glob.
    name: Option<String>,
    span: Span,
}

fn flatten(tree: &UseTree, before: &mut Vec<String>, leaves: &mut Vec<Leaf>) {
    let mut leaf = |before: &[String], last: String, name: Option<String>, span: Span| {
        let mut path = before.to_vec();
        // `a::{self}` is `a`.
        let own = last == "self" && !path.is_empty();
        let name = if own && name.as_deref() == Some("self") { path.last().cloned() } else { name };
        path.extend((!own).then_some(last));
        leaves.push(Leaf { path, name, span });
    };
    match tree {
        UseTree::Path(tree) => {
            before.push(tree.ident.to_string());
            flatten(&tree.tree, before, leaves);
            before.pop();
        }
        UseTree::Name(tree) => {
            let name = tree.ident.to_string();
            leaf(before, name.clone(), Some(name), tree.ident.span());
        }
        UseTree::Rename(tree) => {
            leaf(before, tree.ident.to_string(), Some(tree.rename.to_string()), tree.ident.span());
        }
        UseTree::Glob(tree) => leaf(before, "*".to_owned(), None, tree.star_token.spans[0]),
        UseTree::Group(tree) => tree.items.iter().for_each(|tree| flatten(tree, before, leaves)),
    }
}

/// A path from the crate's root on; that of a library as it is. `None` where it begins with a name of the file itself.
fn absolute(path: &[String], module: &[String], scope: Option<&Names>) -> Option<Vec<String>> {
    let first = path.first()?.as_str();
    let mut base: Vec<String> = match first {
        "crate" | "smo_desk" | "$crate" => Vec::new(),
        "super" | "self" => module.to_vec(),
        _ => match scope {
            None => return Some(path.to_vec()),
            Some(scope) if scope.imports.contains_key(first) => {
                let mut whole = scope.imports.get(first)?.clone();
                whole.extend(path.iter().skip(1).cloned());
                return Some(whole);
            }
            Some(scope) if scope.items.iter().any(|item| item == first) => module.to_vec(),
            Some(_) => return ["ratatui", "crossterm"].contains(&first).then(|| path.to_vec()),
        },
    };
    for part in path {
        match part.as_str() {
            "super" => drop(base.pop()),
            "crate" | "smo_desk" | "$crate" | "self" => {}
            other => base.push(other.to_owned()),
        }
    }
    base.insert(0, "crate".to_owned());
    Some(base)
}

struct Collector {
    module: Vec<String>,
    /// The names of the file and of each inline module that is open.
    scopes: Vec<Names>,
    /// How many open modules are for tests only.
    tests: usize,
    found: Vec<Reference>,
}

impl Collector {
    fn refer(&mut self, path: &[String], span: Span) {
        let scope = self.scopes.last();
        let first = path.first().map(String::as_str).unwrap_or_default();
        let imported = scope.is_some_and(|scope| scope.imports.contains_key(first));
        if let Some(path) = absolute(path, &self.module, scope) {
            self.push(path, span, imported);
        }
    }

    fn push(&mut self, path: Vec<String>, span: Span, imported: bool) {
        let line = span.start().line;
        self.found.push(Reference { line, path, imported, in_tests: self.tests > 0 });
    }

    /// Paths in the body of a macro, which has no syntax tree.
    fn tokens(&mut self, tokens: TokenStream) {
        let (mut path, mut span): (Vec<String>, Span) = (Vec::new(), Span::call_site());
        // The colons since the last name: two of them go on with its path.
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
                TokenTree::Ident(ident) => {
                    if colons != 2 {
                        self.refer(&std::mem::take(&mut path), span);
                        span = ident.span();
                    }
                    path.push(ident.to_string());
                    colons = 0;
                }
                TokenTree::Group(group) => {
                    if colons == 2 && group.delimiter() == Delimiter::Brace {
                        // An import inside of a macro: the group's first names are enough to tell the modules.
                        for inner in group.stream() {
                            if let TokenTree::Ident(ident) = inner {
                                let mut whole = path.clone();
                                whole.push(ident.to_string());
                                self.refer(&whole, span);
                            }
                        }
                    }
                    self.refer(&std::mem::take(&mut path), span);
                    colons = 0;
                    self.tokens(group.stream());
                }
                _ => {
                    self.refer(&std::mem::take(&mut path), span);
                    colons = 0;
                }
            }
        }
        self.refer(&path, span);
    }
}

impl<'ast> Visit<'ast> for Collector {
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        let tests = usize::from(for_tests(&item.attrs));
        self.tests += tests;
        if let Some((_, items)) = &item.content {
            self.module.push(item.ident.to_string());
            self.scopes.push(names(&self.module, items));
            visit::visit_item_mod(self, item);
            self.scopes.pop();
            self.module.pop();
        }
        self.tests -= tests;
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let mut leaves = Vec::new();
        flatten(&item.tree, &mut Vec::new(), &mut leaves);
        for leaf in leaves {
            let Names { items, .. } = self.scopes.last().unwrap();
            let child = leaf.path.first().is_some_and(|first| items.contains(first));
            let path = if child { [vec!["self".to_owned()], leaf.path].concat() } else { leaf.path };
            if let Some(path) = absolute(&path, &self.module, None) {
                self.push(path, leaf.span, false);
            }
        }
    }

    fn visit_item_extern_crate(&mut self, item: &'ast syn::ItemExternCrate) {
        self.push(vec![item.ident.to_string()], item.ident.span(), false);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let parts: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if let Some(first) = path.segments.first() {
            self.refer(&parts, first.ident.span());
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, item: &'ast Macro) {
        self.tokens(item.tokens.clone());
        visit::visit_macro(self, item);
    }
}
