//! Which office is meant by what is typed.

use crate::content::{Msg, Office};
use crate::desk::Desk;
use crate::plain::Page;
use crate::text::fold;

/// The office that a number, a code, an id or the beginning of a name in any language means.
pub(super) fn named(desk: &Desk, text: &str) -> Option<usize> {
    let offices = &desk.content().offices;
    if let Ok(number) = text.parse::<usize>() {
        return number.checked_sub(1).filter(|n| *n < offices.len());
    }
    let exact = |office: &Office| fold(&office.id) == text || fold(&office.country.id) == text;
    let begins = |office: &Office| {
        let names = office.name.all().chain(office.country.name.all());
        names.into_iter().any(|name| fold(name).starts_with(text))
    };
    let mut found = offices.iter().enumerate().filter(|(_, office)| begins(office)).map(|(n, _)| n);
    let only = found.next().filter(|_| found.next().is_none());
    offices.iter().position(|office| exact(office)).or(only)
}

/// That no office is meant by what was typed, and which there are.
pub(super) fn none(desk: &Desk, page: &mut Page) {
    let offices = desk.content().offices.iter().enumerate();
    let names: Vec<String> = offices.map(|(n, office)| format!("{} {}", n + 1, office.name.get(desk.lang()))).collect();
    page.put("(!) ", &desk.phrases().fill(Msg::LinearNoOffice, &[("offices", &names.join(", "))]));
}
