//! Pages as a browser prints them, and as the validator and the checker for accessibility see them. Needs chromium and
//! poppler-utils, Java, and in the folder of `PAPER_TOOLS` the packages vnu-jar and axe-core: `--features paper`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use smo_desk::sheet::{self, Sheet};

use super::made::{slips, tidied};

/// How many pages of one look are printed: the longest.
const LONGEST: usize = 150;

/// A page with the article of each copy, and how many sheets of paper it may be.
struct Printed {
    name: String,
    title: String,
    html: String,
    most: usize,
}

fn each(mut check: impl FnMut(Printed)) {
    let mut add = |name: &str, sheet: &Sheet, html: String, most| {
        check(Printed { name: name.to_owned(), title: sheet.title.clone(), html, most });
    };
    tidied(|name, desk, sheet, most| add(name, sheet, sheet::html(sheet, desk.context().phrases), most));
    slips(|name, desk, sheet, most| {
        add(&format!("slip-{name}"), sheet, sheet::html(sheet, desk.context().phrases), most / 3);
    });
}

fn chromium(folder: &Path, args: &[&str], page: &Path) -> Vec<u8> {
    let own = format!("--user-data-dir={}", folder.join("browser").display());
    let output = Command::new("chromium")
        .args(["--headless", "--no-sandbox", "--disable-gpu", &own])
        .args(args)
        .arg(format!("file://{}", page.display()))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// On how many pages each copy stands, in order, where they are printed after one another.
fn pages(folder: &Path, html: &str, title: &str) -> Vec<usize> {
    let (page, paper) = (folder.join("page.html"), folder.join("page.pdf"));
    fs::write(&page, html).unwrap();
    chromium(folder, &["--no-pdf-header-footer", &format!("--print-to-pdf={}", paper.display())], &page);
    let text = Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(&paper).arg("-").output().unwrap();
    let text = String::from_utf8(text.stdout).unwrap();
    let mut counts = Vec::new();
    for page in text.trim_end_matches('\u{c}').split('\u{c}') {
        match counts.last_mut().filter(|_| !page.trim_start().starts_with(title)) {
            Some(count) => *count += 1,
            None => counts.push(1),
        }
    }
    counts
}

/// Pages of one look behind one another: what stands before the first article is the same in all of them.
#[test]
fn pages_print_on_their_sheets_of_paper() {
    let folder = tempfile::tempdir().unwrap();
    let mut looks: Vec<(String, Vec<Printed>)> = Vec::new();
    each(|one| {
        let class = one.html.split("class=\"").nth(1).unwrap().split('"').next().unwrap();
        let title: String = one.title.split([' ', ':']).next().unwrap().to_owned();
        let look = format!("{class} {title} {}", one.most);
        match looks.iter_mut().find(|(known, _)| *known == look) {
            Some((_, all)) => all.push(one),
            None => looks.push((look, vec![one])),
        }
    });
    assert!(looks.iter().any(|(look, _)| look.starts_with("normal long")), "some are long");
    for (look, mut all) in looks {
        all.sort_by_key(|one| std::cmp::Reverse(one.html.len()));
        all.truncate(LONGEST);
        let (head, _) = all[0].html.split_once("<article>").unwrap();
        let (mut page, mut copies) = (head.to_owned(), Vec::new());
        for one in &all {
            let (_, main) = one.html.split_once("<main>").unwrap();
            page += main.split_once("</main>").unwrap().0;
            copies.extend((0..main.matches("<article>").count()).map(|_| (&one.name, one.most)));
        }
        let begin: String = all[0].title.split(' ').take(2).collect::<Vec<_>>().join(" ");
        let counts = pages(folder.path(), &(page + "</main></body></html>"), &begin);
        assert_eq!(counts.len(), copies.len(), "{look}");
        for (count, (name, most)) in counts.into_iter().zip(copies) {
            assert!(count <= most, "{look}, {name}: {count} sheets of paper");
        }
    }
}

fn tool(path: &str) -> PathBuf {
    let folder = std::env::var_os("PAPER_TOOLS").expect("PAPER_TOOLS names the folder of vnu-jar and axe-core");
    PathBuf::from(folder).join("node_modules").join(path)
}

/// A page of each office, language and look.
fn some() -> Vec<Printed> {
    let mut all: Vec<Printed> = Vec::new();
    each(|one| {
        let kind = |one: &Printed| one.name.split('-').filter(|part| part.parse::<u64>().is_err()).collect::<String>();
        if all.iter().filter(|known| kind(known) == kind(&one)).count() < 2 {
            all.push(one);
        }
    });
    all
}

fn validated(folder: &Path) -> String {
    let jar = tool("vnu-jar/build/dist/vnu.jar");
    let output = Command::new("java").arg("-jar").arg(jar).arg("--Werror").arg(folder).output().unwrap();
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn pages_are_valid() {
    let (folder, broken) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for one in some() {
        fs::write(folder.path().join(format!("{}.html", one.name)), &one.html).unwrap();
        fs::write(
            broken.path().join("page.html"),
            one.html.replacen("<h2 id=", "<h2 class=x id=", 1).replace("<li", "<dd"),
        )
        .unwrap();
    }
    assert_eq!(validated(folder.path()), "");
    assert_ne!(validated(broken.path()), "", "the validator sees what is broken");
}

/// What axe finds in a page: the rules that it breaks, and those of which the checker is not sure.
fn found(folder: &Path, html: &str) -> String {
    let axe = fs::read_to_string(tool("axe-core/axe.min.js")).unwrap();
    let run = "axe.run().then(found => { const of = all => all.map(one => one.id).join(' '); \
        document.body.textContent = 'FOUND:' + of(found.violations) + ':' + of(found.incomplete) + ':' \
        + (found.passes.length > 10) + ':END' })";
    let page = folder.join("axe.html");
    fs::write(&page, html.replace("</body>", &format!("<script>{axe}</script><script>{run}</script></body>"))).unwrap();
    let shown = chromium(folder, &["--virtual-time-budget=20000", "--dump-dom"], &page);
    let shown = String::from_utf8(shown).unwrap();
    let (_, found) = shown.rsplit_once("FOUND:").unwrap();
    found.split_once(":END").unwrap().0.to_owned()
}

#[test]
fn pages_are_accessible() {
    let folder = tempfile::tempdir().unwrap();
    for one in some().iter().step_by(5) {
        assert_eq!(found(folder.path(), &one.html), "::true", "{}", one.name);
    }
    let one = some().swap_remove(0);
    let broken = one.html.replace(" lang=", " data-lang=").replace("#000", "#ccc");
    let said = found(folder.path(), &broken);
    assert!(said.contains("html-has-lang") && said.contains("color-contrast"), "axe sees what is broken: {said}");
}
