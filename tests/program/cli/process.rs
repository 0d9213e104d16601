//! `process`: parts of it, pictures, files.

use std::path::Path;

use super::run::{each, json, refused, smo, text};

/// The names of open elements; what stands between tags has no sign that a tag would have.
fn well_formed(xml: &str) {
    let body = xml.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").unwrap();
    let mut open: Vec<&str> = Vec::new();
    for part in body.trim_end().split('<').skip(1) {
        let (tag, words) = part.split_once('>').unwrap();
        assert!(!words.contains('>') && !words.replace("&amp;", "").replace("&lt;", "").contains("& "), "{words}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
        } else {
            assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
            open.push(tag.split(' ').next().unwrap());
        }
    }
    assert_eq!(open, Vec::<&str>::new());
}

fn titles(lang: &str) -> Vec<String> {
    let found = json(&["process", "--format", "json", "--lang", lang]);
    each(&found["steps"], "title").into_iter().map(str::to_owned).collect()
}

#[test]
fn pictures_have_every_step_the_notices_and_what_is_not_promised() {
    for lang in ["en", "es", "ht"] {
        let notices = json(&["process", "--format", "json", "--lang", lang])["notices"].clone();
        for format in ["dot", "mermaid", "svg"] {
            let picture = text(&["process", "--format", format, "--lang", lang]);
            // Wrapping puts tags and ends of lines between words, and each format writes some signs as numbers.
            let plain = |words: &str| words.chars().filter(|c| c.is_alphabetic()).collect::<String>();
            let untagged = |part: &str| part.split_once('>').map_or(part, |(_, words)| words).to_owned();
            let bare = match format {
                "svg" => picture.split('<').map(untagged).collect::<String>(),
                _ => picture.replace("\\n", "").replace("\\l", "").replace("<br/>", ""),
            };
            let bare = plain(&bare);
            for words in titles(lang).iter().map(String::as_str).chain(each(&notices, "text")) {
                assert!(bare.contains(&plain(words)), "{format} {lang}: {words}");
            }
            let first = plain(&text(&["process", "--lang", lang]).lines().next().unwrap()[..40]);
            assert!(bare.contains(&first), "{format} {lang}: {first}");
            assert!(bare.contains(&plain(&promise(lang))), "{format} {lang}");
        }
    }
}

fn promise(lang: &str) -> String {
    let said = [("en", "The minimum promises nothing"), ("es", "El mínimo no promete nada"), ("ht", "pa pwomèt anyen")];
    said.iter().find(|(id, _)| *id == lang).unwrap().1.to_owned()
}

#[test]
fn the_svg_is_one_page_that_fetches_nothing() {
    for args in [&[][..], &["--track", "B"], &["--from", "25"], &["--track", "A", "--from", "screening"], &["--ascii"]]
    {
        for lang in ["en", "es", "ht"] {
            let svg = text(&[&["process", "--format", "svg", "--lang", lang], args].concat());
            well_formed(&svg);
            assert!(svg.contains(&format!("xml:lang=\"{lang}\"")) && svg.contains("width=\"210mm\""));
            assert!(
                !svg.contains("href") && !svg.contains("url(") && !svg.contains("<style") && !svg.contains("@import")
            );
            assert_eq!(svg.is_ascii(), args.contains(&"--ascii"));
        }
    }
}

#[test]
fn every_wait_and_every_number_stands_on_the_svg() {
    for lang in ["en", "es", "ht"] {
        let svg = text(&["process", "--format", "svg", "--lang", lang]);
        let found = json(&["process", "--format", "json", "--lang", lang]);
        for step in found["steps"].as_array().unwrap() {
            let label = format!(">{} {}<", step["number"], step["short"].as_str().unwrap());
            assert!(svg.contains(&label), "{lang}: {label}");
        }
        let waits = found["steps"].as_array().unwrap().iter().filter(|step| !step["wait"].is_null()).count();
        assert!(svg.matches(">~ ").count() >= waits, "{lang}");
    }
}

#[test]
fn dot_and_mermaid_stay_as_they_are() {
    insta::assert_snapshot!("process_dot_en", text(&["process", "--format", "dot"]));
    for lang in ["en", "es", "ht"] {
        insta::assert_snapshot!(
            format!("process_mermaid_{lang}"),
            text(&["process", "--format", "mermaid", "--lang", lang])
        );
    }
    insta::assert_snapshot!(
        "process_mermaid_part",
        text(&["process", "--format", "mermaid", "--track", "refugee", "--from", "routing"])
    );
}

#[test]
fn the_text_in_each_language() {
    let found = json(&["process", "--format", "json"]);
    let open = found["steps"].as_array().unwrap().iter().filter(|step| step["end"] == "not_stated").count();
    assert_eq!(text(&["process"]).matches("(?) the guide does not say what comes next").count(), open);
    for lang in ["en", "es", "ht"] {
        insta::assert_snapshot!(format!("process_text_{lang}"), text(&["process", "--lang", lang]));
    }
}

#[test]
fn a_part_has_what_can_be_reached() {
    let ids = |args: &[&str]| {
        let found = json(&[&["process", "--format", "json"], args].concat());
        each(&found["steps"], "id").into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(ids(&["--from", "us_decision"]), ["us_decision", "arrival", "entry_refused"]);
    assert_eq!(ids(&["--from", "25"]), ids(&["--from", "US_DECISION"]));
    let [all, a, b] = [ids(&[]), ids(&["--track", "refugee"]), ids(&["--track", "B"])];
    assert_eq!(ids(&["--track", "refugee", "--track", "other"]), all);
    assert!(a.contains(&"usrap".to_owned()) && !a.contains(&"counselling".to_owned()));
    assert!(b.contains(&"counselling".to_owned()) && !b.contains(&"usrap".to_owned()));
    let printed = text(&["process", "--from", "us_decision"]);
    assert!(printed.contains("\n25 U.S. decision") && !printed.contains("\n24 Own application"), "{printed}");
}

#[test]
fn two_tracks_stand_side_by_side() {
    let printed = text(&["process", "--track", "A", "--track", "B"]);
    insta::assert_snapshot!("process_two_tracks", printed);
    for lang in ["en", "es", "ht"] {
        let printed = text(&["process", "--track", "refugee", "--track", "other", "--lang", lang]);
        assert!(printed.lines().all(|line| line.chars().count() <= 80), "{printed}");
        assert!(printed.starts_with("(!) "));
    }
}

#[test]
fn a_name_that_is_none_is_answered_with_those_that_are() {
    let said = refused(&["process", "--from", "screning"], 2);
    assert!(said.contains("there is no step \"screning\" (did you mean screening?)"), "{said}");
    let said = refused(&["process", "--track", "C"], 2);
    assert!(said.contains("the tracks are refugee, other"), "{said}");
    for number in ["0", "28", "-1"] {
        refused(&["process", &format!("--from={number}")], 2);
    }
}

#[test]
fn a_file_is_written_instead_and_what_cannot_be_written_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("process.svg");
    let args = ["process", "--format", "svg", "-o", file.to_str().unwrap()];
    assert_eq!(text(&args), "");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), text(&args[..3]));
    let nowhere = folder.path().join("none").join("process.svg");
    let said = refused(&["process", "--format", "svg", "-o", nowhere.to_str().unwrap()], 4);
    assert!(said.contains("process.svg"), "{said}");
    assert!(!Path::new(&nowhere).exists());
}

#[test]
fn texts_that_look_like_signs_stay_texts() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    smo(&["content", "export", path]).assert().success();
    let file = folder.path().join("process.toml");
    let good = std::fs::read_to_string(&file).unwrap();
    // Labels stand in every format, titles in two of them.
    let hostile = "</text> \\\"]; & x";
    std::fs::write(&file, good.replace("en = \"Screening\"", &format!("en = \"{hostile}\""))).unwrap();
    let picture = |format| text(&["process", "--format", format, "--content", path, "--from", "call"]);
    let svg = picture("svg");
    well_formed(&svg);
    assert!(svg.contains("9 &lt;/text&gt; &quot;]; &amp; x<"), "{svg}");
    std::fs::write(&file, good.replace("Screening, can vary by place", hostile)).unwrap();
    assert!(picture("dot").contains("9 </text> \\\"]; &amp; x"), "{}", picture("dot"));
    assert!(picture("mermaid").contains("9 #60;/text#62; #34;#93;#59; #38; x"), "{}", picture("mermaid"));
}
