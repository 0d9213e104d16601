use super::*;

#[test]
fn nothing_that_a_terminal_obeys_gets_through() {
    assert_eq!(clean("a\u{1b}[31mb\u{9b}c\u{202e}d\re\u{200f}f\u{2028}g"), "a [31mb c d e f g");
}

#[test]
fn what_is_not_seen_is_no_text() {
    let unseen = [
        0..=0x1f,
        0x7f..=0x9f,
        0xad..=0xad,
        0x34f..=0x34f,
        0x61c..=0x61c,
        0x180e..=0x180e,
        0x200b..=0x200b,
        0x200e..=0x200f,
        0x2028..=0x202e,
        0x2060..=0x206f,
        0xfeff..=0xfeff,
        0xfff9..=0xfffb,
        0xfffe..=0xffff,
        0x1_d173..=0x1_d17a,
        0xe_0000..=0xe_01ef,
        0x10_fffe..=0x10_ffff,
    ];
    for c in unseen.into_iter().flatten().filter_map(char::from_u32) {
        assert!(!is_text(c), "{c:?}");
        assert_eq!(clean(&format!("a{c}b")), "a b");
        let quoted = quoted(&format!("a{c}b"));
        assert!(quoted.chars().all(is_text), "{quoted}");
    }
}

/// Letters of any script with their marks, what joins them or keeps them apart, and the forms of signs.
#[test]
fn words_of_any_script_stay() {
    for word in [
        "¿Nació?",
        "Noe\u{308}l",
        "می\u{200c}خواهم",
        "क्\u{200d}ष",
        "שלום",
        "日本語",
        "❤\u{fe0f}",
        "a\u{a0}b",
        "\u{fffd}",
    ] {
        assert_eq!(clean(word), word);
    }
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

/// Each is parted from what stands around it at every blank, and inside of itself at none.
#[test]
fn numbers_and_dates_are_never_parted() {
    let whole = [
        "11 June 2023",
        "3 Feb 2025",
        "17-31 May 2026",
        "11 de junio de 2023",
        "agosto de 2024",
        "Aug 2024",
        "11 me 2023",
        "jiyè 2024",
        "0 1800 519 0665",
        "1800 001667",
        "1 800 3000 203",
    ];
    for one in whole {
        for around in
            ["so is {}", "is that: {} or so", "as it is [said, {}]", "that it is ({}), and so on", "that is {}; yes"]
        {
            let kept = around.replace("{}", &one.replace(' ', "\u{a0}"));
            assert_eq!(glued(&around.replace("{}", one)), kept);
            assert_eq!(unglued(&kept), around.replace("{}", one));
        }
    }
    for none in ["2 of 5 met", "up to 27 months old", "18 or older (yes)", "form 14163 of 20 people", "", " ", "a  b"] {
        assert_eq!(glued(none), none);
    }
}
