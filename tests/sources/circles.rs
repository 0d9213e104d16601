//! Circles of imports among the files of `src/`.

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use std::collections::{BTreeMap, BTreeSet};

use super::files::Source;
use super::references::{Names, names, references};

/// The modules of the crate that have a file of their own.
struct Crate<'s> {
    /// Module path, joined by `::`, to the file's path.
    files: BTreeMap<String, &'s str>,
    names: BTreeMap<String, Names>,
}

/// The circles of files that import each other, the largest first; each is sorted.
///
/// A name counts for the file that defines it, behind every re-export. Files and modules that are compiled for tests
/// only do not count, nor does what a file takes from the modules that it is a part of.
pub(crate) fn circles(sources: &[Source]) -> Vec<Vec<String>> {
    let house = Crate::new(sources);
    let mut graph = DiGraph::<&str, ()>::new();
    let nodes: BTreeMap<&str, NodeIndex> =
        sources.iter().map(|source| (source.path.as_str(), graph.add_node(source.path.as_str()))).collect();
    for (from, to) in house.edges(sources) {
        graph.update_edge(nodes[from], nodes[to], ());
    }
    let mut circles: Vec<Vec<String>> = tarjan_scc(&graph)
        .into_iter()
        .filter(|members| members.len() > 1)
        .map(|members| members.into_iter().map(|member| graph[member].to_owned()).collect())
        .collect();
    for circle in &mut circles {
        circle.sort();
    }
    circles.sort_by_key(|circle| (std::cmp::Reverse(circle.len()), circle.clone()));
    circles
}

impl<'s> Crate<'s> {
    fn new(sources: &'s [Source]) -> Self {
        let mut house = Self { files: BTreeMap::new(), names: BTreeMap::new() };
        for source in sources {
            let module = source.module();
            house.files.insert(module.join("::"), &source.path);
            house.names.insert(module.join("::"), names(&module, &source.tree.items));
        }
        house
    }

    fn edges(&self, sources: &'s [Source]) -> BTreeSet<(&'s str, &'s str)> {
        let mut edges = BTreeSet::new();
        for source in sources.iter().filter(|source| !self.for_tests(&source.module())) {
            for reference in references(source).into_iter().filter(|reference| !reference.in_tests) {
                let [first, rest @ ..] = reference.path.as_slice() else { continue };
                if first != "crate" {
                    continue;
                }
                for file in self.definitions(rest, 0) {
                    // A part of a module may use what the module defines: together they are one thing.
                    let own = source.path.starts_with(&format!("{}/", file.trim_end_matches(".rs")));
                    if file != source.path && !own {
                        edges.insert((source.path.as_str(), file));
                    }
                }
            }
        }
        edges
    }

    fn for_tests(&self, module: &[String]) -> bool {
        (0..module.len()).any(|depth| {
            let parent = self.names.get(&module[..depth].join("::"));
            parent.is_some_and(|names| names.test_modules.contains(&module[depth]))
        })
    }

    /// The files that define what a path names, behind every re-export.
    fn definitions(&self, path: &[String], depth: usize) -> Vec<&'s str> {
        let Some(length) = (0..=path.len()).rev().find(|length| self.files.contains_key(&path[..*length].join("::")))
        else {
            return Vec::new();
        };
        let module = path[..length].join("::");
        let (file, names) = (self.files[&module], &self.names[&module]);
        let Some(name) = path.get(length).filter(|_| depth < 16) else { return vec![file] };
        if names.items.contains(name) {
            return vec![file];
        }
        if let Some(target) = names.imports.get(name) {
            let whole: Vec<String> = target.iter().chain(&path[length + 1..]).cloned().collect();
            return self.behind(&whole, &path[..length], file, depth);
        }
        // One of its globs brings the name in; that of an enum is defined where the enum is.
        for glob in &names.globs {
            let whole: Vec<String> = glob[..glob.len() - 1].iter().chain(&path[length..]).cloned().collect();
            let behind = self.behind(&whole, &path[..length], file, depth);
            if behind.iter().any(|found| self.defines(found, name)) {
                return behind;
            }
        }
        vec![file]
    }

    fn behind(&self, path: &[String], module: &[String], file: &'s str, depth: usize) -> Vec<&'s str> {
        let [first, rest @ ..] = path else { return vec![file] };
        if first == "crate" {
            return self.definitions(rest, depth + 1);
        }
        // A path that begins with a child of the module; else one of a library.
        let whole = [module, path].concat();
        let child = self.files.contains_key(&whole[..=module.len()].join("::"));
        if child { self.definitions(&whole, depth + 1) } else { Vec::new() }
    }

    fn defines(&self, file: &str, name: &str) -> bool {
        let module = self.files.iter().find(|(_, path)| **path == file).map(|(module, _)| module);
        module
            .and_then(|module| self.names.get(module))
            .is_some_and(|names| names.items.iter().any(|item| item == name))
    }
}
