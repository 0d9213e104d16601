use smo_desk::rules::Verdict::{self, Met, NotMet, Unclear};
use smo_desk::rules::kleene::{all, any, not};
use strum::IntoEnumIterator;

#[test]
fn both_must_hold() {
    let table = [
        (Met, Met, Met),
        (Met, NotMet, NotMet),
        (Met, Unclear, Unclear),
        (NotMet, NotMet, NotMet),
        (NotMet, Unclear, NotMet),
        (Unclear, Unclear, Unclear),
    ];
    for (a, b, expected) in table {
        assert_eq!((all([a, b]), all([b, a])), (expected, expected), "{a:?} and {b:?}");
    }
}

#[test]
fn one_must_hold() {
    let table = [
        (Met, Met, Met),
        (Met, NotMet, Met),
        (Met, Unclear, Met),
        (NotMet, NotMet, NotMet),
        (NotMet, Unclear, Unclear),
        (Unclear, Unclear, Unclear),
    ];
    for (a, b, expected) in table {
        assert_eq!((any([a, b]), any([b, a])), (expected, expected), "{a:?} or {b:?}");
    }
}

#[test]
fn the_opposite_of_an_unknown_is_unknown() {
    assert_eq!([Met, NotMet, Unclear].map(not), [NotMet, Met, Unclear]);
}

#[test]
fn lists_fold_the_tables() {
    assert_eq!(all([]), Met);
    assert_eq!(any([]), NotMet);
    assert_eq!(all([Met, Unclear, NotMet]), NotMet);
    assert_eq!(all([Met, Unclear, Met]), Unclear);
    assert_eq!(any([NotMet, Unclear, Met]), Met);
    assert_eq!(any([NotMet, Unclear, NotMet]), Unclear);
}

#[test]
fn verdicts_have_the_words_of_the_contract() {
    assert_eq!(Verdict::iter().map(<&str>::from).collect::<Vec<_>>(), ["not_met", "unclear", "met"]);
}
