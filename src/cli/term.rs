//! Which terminals can place their cursor, as their `TERM` says; every other one gets plain lines.

/// First words of the names of terminals that know what this program sends, which is little more than a VT100 did.
const KNOWN: &[&str] = &[
    "alacritty",
    "ansi",
    "aterm",
    "cons25",
    "contour",
    "cygwin",
    "eterm",
    "fbterm",
    "foot",
    "ghostty",
    "gnome",
    "hterm",
    "iterm",
    "iterm2",
    "jfbterm",
    "kitty",
    "konsole",
    "kterm",
    "linux",
    "mintty",
    "mlterm",
    "mosh",
    "ms",
    "mterm",
    "nsterm",
    "pcansi",
    "pcvt25",
    "putty",
    "rio",
    "rxvt",
    "scoansi",
    "screen",
    "st",
    "sun",
    "tera",
    "teraterm",
    "terminator",
    "terminology",
    "tmux",
    "vscode",
    "vt100",
    "vt100nav",
    "vt102",
    "vt125",
    "vt131",
    "vt132",
    "vt200",
    "vt220",
    "vt240",
    "vt300",
    "vt320",
    "vt340",
    "vt400",
    "vt420",
    "vt500",
    "vt510",
    "vt520",
    "vt525",
    "vte",
    "wezterm",
    "wsvt25",
    "xfce",
    "xterm",
    "xterm1",
    "xtermc",
    "zellij",
];

/// Whether a terminal of this name can show the screen. Names go from the general to the particular,
/// `xterm-256color`; some name the terminal inside of which they are first, `screen.xterm-256color`.
pub(super) fn has_screen(term: Option<&str>) -> bool {
    let first = term.unwrap_or_default().split(['-', '.', '+', ':']).next().unwrap_or_default();
    KNOWN.iter().any(|known| first.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminals_without_a_cursor_to_place_and_unknown_ones_have_no_screen() {
        for term in [
            "",
            "dumb",
            "vt52",
            "unknown",
            "network",
            "dialup",
            "plugboard",
            "emacs",
            "tty33",
            "lpr",
            "printer",
            "adm3a",
            "vt",
            "vt1",
            "vt05",
            "vt50",
            "hp2621",
            "xtermx",
            "-",
            ".xterm",
            "../xterm",
            "x",
            "linuxx",
            "\u{1b}[2J",
            "ibm3270",
        ] {
            assert!(!has_screen(Some(term)), "{term:?}");
        }
        assert!(!has_screen(None));
        for term in [
            "xterm",
            "xterm-256color",
            "xterm-kitty",
            "xterm+256color",
            "screen",
            "screen-256color",
            "screen.xterm-256color",
            "tmux-256color",
            "linux",
            "vt100",
            "vt102",
            "vt220",
            "vt420",
            "ansi",
            "rxvt-unicode-256color",
            "putty-256color",
            "st-256color",
            "alacritty",
            "foot-extra",
            "konsole-256color",
            "gnome",
            "vte-256color",
            "cygwin",
            "mintty",
            "nsterm",
            "scoansi",
            "XTERM",
        ] {
            assert!(has_screen(Some(term)), "{term}");
        }
    }
}
