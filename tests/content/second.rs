//! The programme of `examples/content/colombia-regularization`: two permits in one country, windows, sources that disagree.
//! Its facts, what it comes to for whom on which day, and the desk on it.

mod desk;
mod facts;
mod lent;
mod verdicts;

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use smo_desk::content::Content;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/content/colombia-regularization")
}

static CONTENT: LazyLock<Arc<Content>> = LazyLock::new(|| {
    Arc::new(Content::from_folder(&folder()).unwrap_or_else(|problems| panic!("{}", problems.render(false))))
});

/// With the example people beside it no small change of a rule goes unnoticed, and no rule is one that cannot be meant.
#[test]
fn no_change_of_a_rule_goes_unnoticed() {
    use smo_desk::proof;
    assert_eq!(proof::failed_examples(&CONTENT), []);
    let day = "2026-11-23".parse().unwrap();
    assert_eq!(proof::flaws(&CONTENT, day), []);
    assert_eq!(proof::survivors(&CONTENT, day), []);
}
