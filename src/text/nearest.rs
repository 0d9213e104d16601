//! "Did you mean": the name that somebody most likely wanted to write.

/// The candidate that is closest to a name, if one is close: at most a third of its letters differ.
/// Case counts for nothing.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let name = name.to_lowercase();
    let length = name.chars().count();
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let other = candidate.to_lowercase();
            let others = other.chars().count();
            let allowed = length.max(others) / 3;
            if length.abs_diff(others) > allowed {
                return None;
            }
            let distance = strsim::osa_distance(&name, &other);
            (distance <= allowed).then_some((distance, candidate))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Help for a name that is none of the known ones: the nearest one, or all where they are few.
pub fn suggest<'a>(name: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<String> {
    if let Some(near) = nearest(name, known.clone()) {
        return Some(format!("did you mean `{near}`?"));
    }
    let all: Vec<String> = known.take(MOST_LISTED + 1).map(|n| format!("`{n}`")).collect();
    (!all.is_empty() && all.len() <= MOST_LISTED).then(|| format!("known here: {}", all.join(", ")))
}

/// More names than this are no help.
const MOST_LISTED: usize = 24;

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_a_letter_is_near() {
        let known = ["guide", "portal", "notice"];
        assert_eq!(nearest("gude", known), Some("guide"));
        assert_eq!(nearest("PORTAL", known), Some("portal"));
        assert_eq!(nearest("ntoice", known), Some("notice"));
    }

    #[test]
    fn another_word_is_not() {
        assert_eq!(nearest("zebra", ["guide", "portal"]), None);
        assert_eq!(nearest("QX", ["QY", "QZ"]), None);
        assert_eq!(nearest("", ["QY"]), None);
    }
}
