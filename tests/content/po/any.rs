//! Whatever the words are, and however a file is broken.

use proptest::prelude::*;
use smo_desk::content::po::PoFile;
use smo_desk::content::translation::{Standing, Translatable, Translations};
use smo_desk::content::{Content, Lang};
use std::collections::BTreeMap;

fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        "[\"\\\\\n\t\r' {}#|~,msgidctxr áñ]{0,40}",
        "(\\\\n|\\\\|\"|\n|msgid \"x\"\n){0,9}",
        "[a-z ]{0,3000}",
        "\\PC{0,60}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_words_come_back_as_they_were(all in prop::collection::vec((hostile(), hostile(), hostile()), 1..8)) {
        let texts: Vec<Translatable> = all
            .iter()
            .enumerate()
            .map(|(at, (source, words, of))| Translatable {
                address: format!("file.kind.{at}.text").into(),
                source: format!("s{source}").into(),
                words: Some(format!("w{words}").into()),
                of: Some(format!("o{of}").into()),
                standing: Standing::Stale,
                cells: 0,
                is_ruled: false,
            })
            .collect();
        let translations = Translations { content: Content::default(), lang: Lang(0), texts };
        let back = PoFile::read("x", translations.po(), "es");
        for text in &translations.texts {
            let entry = &back.entries[&*text.address];
            prop_assert_eq!((&*entry.source, entry.words.as_str()), (&*text.source, text.words.as_deref().unwrap()));
            prop_assert!(entry.is_fuzzy);
        }
        let file: toml::Table = translations.file().parse().unwrap();
        let of = |table: &toml::Table| -> BTreeMap<String, String> {
            let kinds = table["file"]["kind"].as_table().unwrap();
            kinds.iter().map(|(id, one)| (id.clone(), one["text"].as_str().unwrap().to_owned())).collect()
        };
        let sources = of(file["translated_from"].as_table().unwrap());
        let words = of(&file);
        for (at, (_, one, before)) in all.iter().enumerate() {
            prop_assert_eq!(&words[&at.to_string()], &format!("w{one}"));
            prop_assert_eq!(&sources[&at.to_string()], &format!("o{before}"));
        }
    }

    /// As tools wrap them: a string in as many parts as they like.
    #[test]
    fn words_may_be_parted_anywhere(words in hostile(), every in 1..20_usize) {
        let words = format!("w{words}");
        let chars: Vec<char> = words.chars().collect();
        let parts = chars.chunks(every).map(|part| {
            let part: String = part.iter().collect();
            let escaped = part.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\r', "\\r");
            format!("\"{}\"\n", escaped.replace('\t', "\\t"))
        });
        let po = format!("msgctxt \"a.b\"\nmsgid \"s\"\nmsgstr \"\"\n{}", parts.collect::<String>());
        let back = PoFile::read("x", po, "es");
        prop_assert_eq!(&back.entries["a.b"].words, &words);
    }

    /// No file makes the reader stop.
    #[test]
    fn any_file_is_read(po in "(msgctxt|msgid|msgstr|#,|#\\||#~| |\"|\\\\|\n|fuzzy|é|a){0,200}") {
        let _ = PoFile::read("x", po, "es");
    }
}
