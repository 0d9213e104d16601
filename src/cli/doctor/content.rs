//! The content and its age, and the clock against it.

use chrono::NaiveDate;

use super::finding::{Examined, Finding};
use crate::cli::args::Global;
use crate::cli::clock;
use crate::content::{Content, Problems};

/// After so many days somebody should look whether sources say something newer.
const OLD: i64 = 180;

/// The content that a desk here would open with, and what is said of it.
pub(super) fn loaded(global: &Global) -> (Option<Content>, Finding) {
    let (loaded, which) = match &global.content {
        Some(folder) => (Content::from_folder(folder), format!("the folder {}", folder.display())),
        None => (Content::embedded(), "built in".to_owned()),
    };
    match loaded {
        Ok(content) => {
            let finding = aged(&which, &content, clock::now().date());
            (Some(content), finding)
        }
        Err(problems) => (None, refused(&which, &problems)),
    }
}

fn refused(which: &str, problems: &Problems) -> Finding {
    let first = problems.list.first();
    let first = first.map(|one| format!("; the first is in {}: {}", one.file, one.message)).unwrap_or_default();
    let text = format!("{which}: {} problems{first}", problems.list.len());
    Finding::problem(Examined::Content, &text, "`smo content check DIR` shows all of them")
}

fn aged(which: &str, content: &Content, today: NaiveDate) -> Finding {
    let text = format!("{which}, check-code {}", content.check_code);
    let Some(read) = newest(content) else { return Finding::ok(Examined::Content, &text) };
    let text = format!("{text}; its newest source was read on {read}");
    let days = today.signed_duration_since(read).num_days();
    if days > OLD {
        let advice = "look whether the sources say something newer, and take newer content";
        return Finding::note(Examined::Content, &format!("{text}, {days} days ago"), advice);
    }
    Finding::ok(Examined::Content, &text)
}

/// The day on which a source was read last.
fn newest(content: &Content) -> Option<NaiveDate> {
    content.sources.iter().map(|source| source.read).max()
}

/// Whether the clock can be right.
pub(super) fn clock(content: Option<&Content>) -> Finding {
    match clock::today() {
        Ok(today) => told(today, content.and_then(newest)),
        Err(_) => Finding::problem(Examined::Clock, "the clock says a day that is none here", SET),
    }
}

const SET: &str =
    "set the clock of this computer: no case is deleted for its age meanwhile, but dates are judged by it";

fn told(today: NaiveDate, read: Option<NaiveDate>) -> Finding {
    match read.filter(|read| today < *read) {
        Some(read) => {
            Finding::problem(Examined::Clock, &format!("the clock says {today}, and a source was read on {read}"), SET)
        }
        None => {
            Finding::ok(Examined::Clock, &format!("the clock says {today}, after every day of the content's sources"))
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use crate::cli::doctor::finding::Gravity;
    use chrono::Days;

    #[test]
    fn old_content_and_a_clock_before_it_are_told() {
        let content = Content::embedded().unwrap();
        let read = newest(&content).unwrap();
        let after = |days| read.checked_add_days(Days::new(days)).unwrap();
        assert_eq!(aged("built in", &content, after(180)).mark, Gravity::Ok);
        assert_eq!(aged("built in", &content, after(181)).mark, Gravity::Note);
        for (today, mark) in
            [(read.pred_opt().unwrap(), Gravity::Problem), (read, Gravity::Ok), (after(9000), Gravity::Ok)]
        {
            assert_eq!(told(today, Some(read)).mark, mark, "{today}");
        }
    }
}
