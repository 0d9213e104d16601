//! The tables can fail: content that says a little less, a little more or something else than the guide is noticed.

use smo_desk::content::{Content, export};
use std::fs;
use tempfile::TempDir;

use super::{faults, hedges};

/// A file, what is taken out of it, what stands there instead.
type Mutant = (&'static str, &'static str, &'static str);

const MUTANTS: &[Mutant] = &[
    // A hedge is lost in one language, then in another.
    ("process.toml", "Li ka chanje selon kote a. Anjeneral", "Li chanje selon kote a. Anjeneral"),
    ("process.toml", "Puede variar según el lugar. Por", "Varía según el lugar. Por"),
    ("process.toml", "Por lo común mira primero", "Mira primero"),
    ("programme.toml", "Souvan yo rele", "Yo rele"),
    ("programme.toml", "Por lo general, para la mayoría de estas", "Para la mayoría de estas"),
    ("programme.toml", "pou pifò nan chemen sa yo", "pou chemen sa yo"),
    ("offices/ecuador.toml", "Probablemente primero", "Primero"),
    ("offices/colombia.toml", "Gen anpil chans pou moun k ap tann", "Moun k ap tann"),
    ("process.toml", "En algunos países solo", "Solo"),
    ("process.toml", "Puede tardar al menos tres", "Puede tardar tres"),
    // A hedge is lost in all.
    ("pathways.toml", "For specific countries only.", "For some people only."),
    ("process.toml", "USCIS may offer humanitarian", "USCIS offers humanitarian"),
    // Something is added.
    ("programme.toml", "La ayuda es gratuita.", "La ayuda es siempre gratuita."),
    ("process.toml", "Moun nan rive Ozetazini.", "Moun nan rive Ozetazini dirèkteman."),
    ("process.toml", "IOM can help to use", "IOM is guaranteed to help to use"),
    // Another certainty, another section, another day, another people.
    ("process.toml", "certainty = \"some_countries\"\ntext", "certainty = \"some\"\ntext"),
    ("process.toml", "certainty = \"most\"\ntext = { en = \"to refugee", "text = { en = \"to refugee"),
    ("offices/colombia.toml", "certainty = \"likely\"\n", ""),
    (
        "process.toml",
        "id = \"another_screening\"\nsource = \"guide\"\nsection = \"Refugee protection\"",
        "id = \"another_screening\"\nsource = \"guide\"\nsection = \"Other lawful pathways\"",
    ),
    (
        "application.toml",
        "section = \"How can I get an appointment at an SMO?\"\n\n[[item]]\nid = \"phone\"",
        "section = \"How to apply\"\n\n[[item]]\nid = \"phone\"",
    ),
    ("offices/costa-rica.toml", "date = 2023-06-12", "date = 2023-06-11"),
    ("offices/guatemala.toml", "before = { fact", "on_or_before = { fact"),
    (
        "offices/ecuador.toml",
        "values = [\"CU\", \"HT\", \"NI\", \"VE\", \"CO\"]",
        "values = [\"CU\", \"HT\", \"NI\", \"VE\"]",
    ),
    // The same meaning is not said.
    ("programme.toml", "No es asesoría legal.", "Es asesoría legal."),
    ("programme.toml", "Èd la gratis.", "Gen èd."),
];

#[test]
fn each_slip_is_noticed() {
    let missed: Vec<&Mutant> = MUTANTS.iter().filter(|mutant| found(mutant).is_empty()).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

fn found((file, old, new): &Mutant) -> Vec<String> {
    let folder = TempDir::new().unwrap();
    let content = folder.path().join("content");
    export(&content).unwrap();
    let path = content.join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(old), "{file} has no {old:?}");
    fs::write(&path, text.replacen(old, new, 1)).unwrap();
    let content = Content::from_folder(&content).unwrap_or_else(|problems| panic!("{problems}"));
    let all = [faults(&content), hedges::lost(&content), hedges::added(&content), hedges::unsure(&content)];
    all.into_iter().chain([hedges::strange(&content)]).flatten().collect()
}
