//! Graphviz takes the process as it is written for it. Needs `dot` on the machine: `--features graphviz`.

use std::io::Write;
use std::process::{Command, Stdio};

fn smo(args: &[&str]) -> String {
    let output = assert_cmd::Command::cargo_bin("smo").unwrap().env("LANG", "C.UTF-8").args(args).output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What `dot` makes of a graph; nothing may be said against it.
fn drawn(graph: &str) -> String {
    let mut dot = Command::new("dot")
        .arg("-Tsvg")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    dot.stdin.take().unwrap().write_all(graph.as_bytes()).unwrap();
    let output = dot.wait_with_output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && !said.contains("rror"), "{said}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn graphviz_draws_every_step_and_link() {
    let data: serde_json::Value = serde_json::from_str(&smo(&["process", "--format", "json"])).unwrap();
    let count = |key: &str| data[key].as_array().unwrap().len();
    for lang in ["en", "es", "ht"] {
        for ascii in [&[][..], &["--ascii"]] {
            let svg = drawn(&smo(&[&["process", "--format", "dot", "--lang", lang], ascii].concat()));
            assert_eq!(svg.matches("class=\"node\"").count(), count("steps"), "{lang}");
            assert_eq!(svg.matches("class=\"edge\"").count(), count("links"), "{lang}");
        }
    }
}

#[test]
fn graphviz_draws_a_part_with_the_ways_out_of_it() {
    for args in [&["--track", "refugee"][..], &["--track", "other", "--from", "screening"], &["--from", "us_decision"]]
    {
        drawn(&smo(&[&["process", "--format", "dot"], args].concat()));
    }
}

#[test]
fn texts_that_look_like_signs_stay_texts() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    smo(&["content", "export", path]);
    let file = folder.path().join("process.toml");
    let good = std::fs::read_to_string(&file).unwrap();
    let hostile = "\\\\N \\\"]; &amp; <b> x\\\\";
    std::fs::write(&file, good.replace("Screening, can vary by place", hostile)).unwrap();
    let svg = drawn(&smo(&["process", "--format", "dot", "--content", path]));
    assert!(svg.contains("9 \\N &quot;]; &amp;amp; &lt;b&gt; x\\<"), "{svg}");
}
