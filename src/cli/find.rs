//! `smo find`: search over the whole content.

use super::error::Printed;
use super::session::Session;
use crate::content::Msg;
use crate::document;
use crate::find::Index;
use crate::plain;

/// More hits than this are counted, not shown.
const MOST: usize = 20;

pub(super) fn run(session: &Session, words: &[String]) -> Printed {
    let phrases = session.phrases();
    let hits = Index::new(&session.content, session.as_of).search(&words.join(" "), session.lang);
    let (ctx, mut page) = (session.context(None), session.page());
    session.show(&mut page, &document::brief(&ctx));
    page.gap();
    if hits.is_empty() {
        page.put("", phrases.get(Msg::FindNothing));
    }
    for hit in hits.iter().take(MOST) {
        session.show(&mut page, &plain::found(&ctx, hit));
    }
    if hits.len() > MOST {
        page.gap();
        page.put("", &phrases.fill(Msg::FoundMore, &[("count", &(hits.len() - MOST).to_string())]));
    }
    page.finish().into()
}
