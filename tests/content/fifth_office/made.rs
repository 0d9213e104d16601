//! Makes a content folder with a fifth office, a question of its own, a step, and a language of long words.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use smo_desk::content::{Content, export};
use tempfile::TempDir;

/// The code of the made-up language.
pub(crate) const LONG: &str = "xx";

const OFFICE: &str = r#"
id = "panama"
country = "PA"
name = { en = "Panama", es = "Panamá", ht = "Panama" }

[[intake]]
id = "pilot"
state = "open"
source = "guide"
date = "2027-01"
text = { en = "A pilot takes applications.", es = "Un piloto recibe solicitudes.", ht = "Yon pilòt pran demann." }

[[requirement]]
id = "place"
aspect = "place"
rule = { one_of = { fact = "country", values = ["PA"] } }
text = { en = "The person is in Panama", es = "La persona está en Panamá", ht = "Moun nan nan peyi Panama" }
short = { en = "Panama", es = "Panamá", ht = "Panama" }
source = "guide"
section = "Made up"

[[requirement]]
id = "presence"
aspect = "presence"
rule = { after = { fact = "arrived", date = 2020-02-29 } }
text = { en = "In Panama after {date}", es = "En Panamá después del {date}", ht = "Nan peyi Panama apre {date}" }
short = { en = "{date}", es = "{date}", ht = "{date}" }
source = "guide"
section = "Made up"

[[requirement]]
id = "lodging"
aspect = "status"
rule = { yes = "has_lodging" }
text = { en = "Has a place to stay", es = "Tiene alojamiento", ht = "Gen kote pou rete" }
short = { en = "lodging", es = "alojamiento", ht = "kote pou rete" }
source = "guide"
section = "Made up"
"#;

const QUESTION: &str = r#"
[[question]]
id = "has_lodging"
kind = "yes_no"
scope = "country"
part = "minimum"
name = { en = "Lodging", es = "Alojamiento", ht = "Kote pou rete" }
ask = { en = "Does the person have a place to stay?", es = "¿Tiene la persona dónde quedarse?", ht = "Èske moun nan gen kote pou rete?" }
why = { en = "One office asks for it.", es = "Una oficina lo pide.", ht = "Gen yon biwo ki mande sa." }
"#;

const LINK: &str = r#"
[[step.link]]
to = "made_up_desk"
text = { en = "at the made-up desk", es = "en la mesa inventada", ht = "nan biwo envante a" }
"#;

const STEP: &str = r#"
[[step]]
id = "made_up_desk"
kind = "end"
end = "stated"
title = { en = "The made-up desk", es = "La mesa inventada", ht = "Biwo envante a" }
short = { en = "Made-up desk", es = "Mesa inventada", ht = "Biwo envante" }
text = { en = "Here it ends.", es = "Aquí termina.", ht = "Se la li fini." }
source = "guide"
section = "Made up"
"#;

/// The folder with everything in it; it goes when the value goes.
pub(crate) fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    export(root).unwrap();
    fs::write(root.join("offices/panama.toml"), OFFICE).unwrap();
    edit(root, "questions.toml", |text| format!("{text}{QUESTION}"));
    edit(root, "process.toml", |text| {
        // The new step is reached from the first one.
        let second = text.match_indices("\n[[step]]").nth(1).unwrap().0;
        format!("{}{LINK}{}{STEP}", &text[..second], &text[second..])
    });
    let content = Content::from_folder(root).unwrap_or_else(|problems| panic!("{}", problems.render(false)));
    fs::create_dir_all(root.join("texts")).unwrap();
    fs::write(root.join(format!("texts/{LONG}.toml")), long_texts(&content)).unwrap();
    edit(root, "programme.toml", |text| {
        let language = format!("[[language]]\nid = \"{LONG}\"\nname = \"Loongwoords\"\nstate = \"unreviewed\"\n\n");
        text.replacen("[[source]]", &format!("{language}[[source]]"), 1)
    });
    folder
}

fn edit(root: &Path, file: &str, change: impl Fn(String) -> String) {
    let path = root.join(file);
    fs::write(&path, change(fs::read_to_string(&path).unwrap())).unwrap();
}

/// Every text of the content in long words, by its address.
fn long_texts(content: &Content) -> String {
    let mut out = String::new();
    for (address, text) in &content.texts {
        let words = text.all().next().unwrap();
        let lengthened = long(words);
        // Where the room is fixed, words are as long as they may be.
        let fixed = [".short", ".name", ".label"].iter().any(|field| address.ends_with(field));
        let month = address.contains(".month.");
        let fits = !month && (!fixed || lengthened.chars().count() <= 16);
        let _ = writeln!(out, "{address} = {:?}", if fits { lengthened.as_str() } else { words });
    }
    out
}

/// Doubles the vowels outside of `{names}`: words of about 1.4 times the length, the same number of them.
pub(crate) fn long(words: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in words.chars() {
        inside = (inside || c == '{') && c != '}';
        out.push(c);
        if !inside && "aeiouy".contains(c) {
            out.push(c);
        }
    }
    out
}
