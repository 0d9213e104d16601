use super::*;

#[test]
fn nothing_that_a_terminal_obeys_gets_through() {
    assert_eq!(clean("a\u{1b}[31mb\u{9b}c\u{202e}d\re\u{200f}f\u{2028}g"), "a [31mb c d e f g");
}

#[test]
fn ascii_leaves_out_accents_and_marks_what_it_cannot_write() {
    assert_eq!(ascii("¿Nació aquí? «sí»"), "?Nacio aqui? <<si>>");
    assert_eq!(ascii("\u{e000}"), "?");
}

#[test]
fn words_are_compared_without_accents_blanks_and_capitals() {
    assert_eq!(fold(" Noël\u{301} Été "), "noel ete");
}

#[test]
fn cells_are_counted_and_not_characters() {
    assert_eq!(pad("ñ日", 5), "ñ日  ");
    assert_eq!(pad("long", 2), "long");
    assert_eq!(["日本語", "abc"].map(|text| cut(text, 4)), ["日…", "abc"]);
    assert_eq!(["abc", "abc", "abc"].map(|text| cut(text, 2)), ["a…"; 3]);
    assert_eq!((cut("abc", 1), cut("abc", 0)), ("…".to_owned(), String::new()));
}
