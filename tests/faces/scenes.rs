//! What is pictured: a name, and the keys that lead there from the first screen.

pub(crate) type Scene = (&'static str, String);

const MET: &str = "n CO<enter> 2<enter> VE<enter> 1<enter> 1<enter> 1<enter>";

/// One pane at a time.
pub(crate) fn of_one_pane() -> Vec<Scene> {
    let after = |more: &str| format!("{MET} {more}");
    vec![
        ("offices", String::new()),
        ("an office in full", "<down><enter>".to_owned()),
        ("requirements", "r<down><down>".to_owned()),
        ("a rule in full", "r<down><down><enter>".to_owned()),
        ("requirements, filter typed", "r v ve".to_owned()),
        ("requirements, filtered", after("r v adult<space>no<enter>")),
        ("two offices", "r d".to_owned()),
        ("two offices, a person", after("r d<right>")),
        ("process", "p<down><down><down>".to_owned()),
        ("a step in full", "p 1 2 <enter>".to_owned()),
        ("the map", "m 1 2".to_owned()),
        ("the map, near", "m 9 +".to_owned()),
        ("nobody is checked yet", "c".to_owned()),
        ("country", "n".to_owned()),
        ("country, typed", "n co".to_owned()),
        ("nationality", "n CO<enter> 2<enter>".to_owned()),
        ("arrival, typed", "n CO<enter> 2<enter> VE<enter> 2019".to_owned()),
        ("arrival, no date", "n CO<enter> 2<enter> VE<enter> 31<space>feb<space>2023<enter>".to_owned()),
        ("arrival, which of two", "n CO<enter> 2<enter> VE<enter> 11/06/2023<enter>".to_owned()),
        ("met", MET.to_owned()),
        ("met, offices", after("o")),
        ("met, requirements", after("r<down>")),
        ("changed", after("5 2<enter>")),
        ("another country", after("1 EC<enter><esc>")),
        ("cannot tell", "n CO<enter> 2<enter> VE<enter> 2023<enter> 9<enter> 0<enter>".to_owned()),
        ("no office in the country", "n PE<enter> 1<enter>".to_owned()),
        ("next person", after("n")),
        ("help", "?".to_owned()),
        ("notices", "!".to_owned()),
        ("find", "/paro".to_owned()),
        ("quit?", after("q")),
        ("hidden", after("x")),
    ]
}

/// All four panes at once, with the focus in each.
pub(crate) fn of_four_panes() -> Vec<Scene> {
    let after = |more: &str| format!("{MET} z {more}");
    vec![
        ("nobody", "z".to_owned()),
        ("a question", "z n CO<enter> 2<enter>".to_owned()),
        ("met", after("")),
        ("met, offices", after("o<down>")),
        ("met, an office in full", after("o<enter>")),
        ("met, requirements", after("r<down>")),
        ("met, a rule in full", after("r<down><enter>")),
        ("met, filtered", after("r v gt<enter>")),
        ("met, two offices", after("r d")),
        ("met, process", after("p 1 2")),
        ("met, a step in full", after("p 1 2<enter>")),
        ("met, answers", after("c<enter>")),
        ("help", after("p ?")),
        ("hidden", after("x")),
    ]
}
