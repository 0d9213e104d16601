//! The time of day beside a date: `2023-06-11 10:30`, `11 jun 2023 10:30 am`, `2023-06-11T10:30:00Z`.

/// After a time.
const HALVES: [&str; 7] = ["am", "pm", "a.m.", "p.m.", "h", "hs", "hrs"];

/// The text without a time of day, if there is one.
pub(super) fn without(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().flat_map(parted).collect();
    let at = words.iter().position(|word| is_time(word))?;
    let after = words.get(at + 1).is_some_and(|word| HALVES.contains(&word.to_lowercase().as_str()));
    let last = at + usize::from(after);
    let rest = words.iter().enumerate().filter(|(n, _)| !(at..=last).contains(n)).map(|(_, word)| *word);
    Some(rest.collect::<Vec<_>>().join(" "))
}

/// Date and time as computers write them are two words.
fn parted(word: &str) -> Vec<&str> {
    match word.split_once(['T', 't']) {
        Some((date, time)) if is_time(time) && date.ends_with(|c: char| c.is_ascii_digit()) => vec![date, time],
        _ => vec![word],
    }
}

fn is_time(word: &str) -> bool {
    let lower = word.to_lowercase();
    let bare = HALVES.iter().find_map(|half| lower.strip_suffix(half)).unwrap_or(&lower);
    let bare = bare.strip_suffix('z').unwrap_or(bare);
    let bare = bare.split(['+', '.']).next().unwrap_or_default();
    let parts: Vec<&str> = bare.split(':').collect();
    let is_part = |part: &&str, most: u32| (1..=2).contains(&part.len()) && part.parse().is_ok_and(|n: u32| n < most);
    match parts.as_slice() {
        // An hour alone is one with its half of the day.
        [hour] => bare.len() < lower.len() && lower.ends_with('m') && is_part(hour, 13),
        [hour, rest @ ..] => {
            (1..=2).contains(&rest.len())
                && is_part(hour, 25)
                && rest.iter().all(|part| part.len() == 2 && is_part(part, 60))
        }
        [] => false,
    }
}
