//! `docs/content.md` against the shapes of `src/content/loader/` and the words of `src/content/model/`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use syn::{Fields, GenericArgument, Item, PathArguments, Type};

use super::files::Source;

/// The page.
pub(crate) struct Page {
    /// Tables by the marker that stands before each, `shape: RawOffice` or `values: FactKind`: rows of cells.
    pub(crate) tables: BTreeMap<String, Vec<Vec<String>>>,
    /// Examples by the file that their first line names, put together.
    pub(crate) examples: BTreeMap<String, String>,
}

impl Page {
    pub(crate) fn read() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/content.md");
        Self::of(&fs::read_to_string(path).unwrap())
    }

    pub(crate) fn of(text: &str) -> Self {
        let mut page = Self { tables: BTreeMap::new(), examples: BTreeMap::new() };
        let (mut marker, mut example): (Option<String>, Option<String>) = (None, None);
        for line in text.lines() {
            if let Some(part) = &mut example {
                if line == "```" {
                    let (file, rest) = part.trim_start_matches("# ").split_once('\n').unwrap_or((part, ""));
                    let whole = page.examples.entry(file.to_owned()).or_default();
                    whole.push_str(rest);
                    example = None;
                } else {
                    part.push_str(line);
                    part.push('\n');
                }
            } else if line == "```toml" {
                example = Some(String::new());
            } else if let Some(name) = line.strip_prefix("<!-- ").and_then(|line| line.strip_suffix(" -->")) {
                marker = Some(name.to_owned());
            } else if let (Some(name), true) = (&marker, line.starts_with('|')) {
                let cells = line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
                page.tables.entry(name.clone()).or_default().push(cells);
            } else {
                marker = None;
            }
        }
        page
    }

    /// What the page says otherwise than the code.
    pub(crate) fn faults(&self, sources: &[Source]) -> Vec<String> {
        let mut known = BTreeMap::new();
        for source in sources {
            let shapes = source.path.starts_with("content/loader/");
            let values = ["content/text.rs", "content/period.rs"];
            if shapes || source.path.starts_with("content/model/") || values.contains(&source.path.as_str()) {
                known.extend(source.tree.items.iter().filter_map(|item| described(item, shapes)));
            }
        }
        let mut found = Vec::new();
        for (marker, rows) in &known {
            match self.tables.get(marker) {
                None => found.push(format!("no table is marked `<!-- {marker} -->`")),
                Some(table) => found.extend(compared(marker, rows, table)),
            }
        }
        found.extend(self.tables.keys().filter(|m| !known.contains_key(*m)).map(|m| format!("nothing is `{m}`")));
        found
    }
}

/// What the code says of a key: its name, and for a field its type and whether it is required.
struct Row {
    key: String,
    /// In the words of the page; empty for a value.
    kinds: &'static [&'static str],
    required: bool,
}

fn compared(marker: &str, rows: &[Row], table: &[Vec<String>]) -> Vec<String> {
    let mut found = Vec::new();
    let cells = |key: &str| table.iter().find(|cells| cells.first().is_some_and(|cell| *cell == format!("`{key}`")));
    for row in rows {
        let Some(cells) = cells(&row.key) else {
            found.push(format!("{marker}: `{}` is missing", row.key));
            continue;
        };
        let cell = |at: usize| cells.get(at).map(String::as_str).unwrap_or_default();
        if !row.kinds.is_empty() && !row.kinds.contains(&cell(1)) {
            found.push(format!("{marker}: `{}` is {}, not {}", row.key, row.kinds.join(" or "), cell(1)));
        }
        if !row.kinds.is_empty() && row.required != (cell(2) == "required") {
            let is = if row.required { "required" } else { "not required" };
            found.push(format!("{marker}: `{}` is {is}", row.key));
        }
    }
    // The first two rows are the head.
    for cells in table.iter().skip(2) {
        let key = cells.first().map(|cell| cell.trim_matches('`')).unwrap_or_default();
        if !rows.iter().any(|row| row.key == key) {
            found.push(format!("{marker}: there is no `{key}`"));
        }
    }
    found
}

/// The marker and the rows of an item that can be written in a file.
fn described(item: &Item, shapes: bool) -> Option<(String, Vec<Row>)> {
    match item {
        Item::Struct(item) if shapes => {
            let Fields::Named(fields) = &item.fields else { return None };
            if !item.ident.to_string().starts_with("Raw") {
                return None;
            }
            let rows = fields.named.iter().map(|field| {
                let default = field.attrs.iter().any(|attr| attr.path().is_ident("serde"));
                let (name, inner) = unwrapped(&field.ty);
                let key = field.ident.as_ref().unwrap().to_string();
                Row { key, kinds: kinds(&inner), required: !default && name != "Option" }
            });
            Some((format!("shape: {}", item.ident), rows.collect()))
        }
        Item::Enum(item) => {
            let written = item.attrs.iter().any(|attr| attr.path().is_ident("serde"));
            let names = item.variants.iter().map(|variant| snake(&variant.ident.to_string()));
            let rows = names.map(|key| Row { key, kinds: &[], required: true }).collect();
            written.then(|| (format!("{}: {}", if shapes { "shape" } else { "values" }, item.ident), rows))
        }
        _ => None,
    }
}

/// The outermost name of a type, and all of it without `Option`, `Spanned` and `Box`.
fn unwrapped(ty: &Type) -> (String, String) {
    let Type::Path(path) = ty else { return (String::new(), String::new()) };
    let last = path.path.segments.last().unwrap();
    let name = last.ident.to_string();
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return (name.clone(), name) };
    let inner = arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(unwrapped(ty).1),
        _ => None,
    });
    let inner = inner.unwrap_or_default();
    let whole = match name.as_str() {
        "Vec" => format!("Vec {inner}"),
        "BTreeMap" => name.clone(),
        _ => inner,
    };
    (name, whole)
}

/// What the page may call a type.
fn kinds(ty: &str) -> &'static [&'static str] {
    match ty {
        "RawText" => &["text"],
        "Ref" => &["id"],
        "String" => &["string", "partial date", "period"],
        "i64" | "u32" => &["number"],
        "bool" => &["boolean"],
        "BTreeMap" => &["table"],
        "Datetime" => &["day"],
        "RawRule" => &["rule"],
        "Vec Ref" => &["list of ids"],
        "Vec String" => &["list of strings"],
        "Vec Channel" => &["list of words"],
        "Vec u8" => &["list of numbers"],
        _ if ty.starts_with("Vec Raw") => &["records"],
        _ if ty.starts_with("Raw") => &["table"],
        _ => &["word"],
    }
}

fn snake(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(c.to_lowercase());
    }
    out
}
