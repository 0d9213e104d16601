//! Two desks on one folder.

use rustix::process::{Pid, Signal, kill_process};

use super::folder::{Folder, facts};
use super::{on, saved};
use crate::terminal::{ENTER, ESC_KEY, Terminal};

#[test]
fn a_second_desk_works_beside_the_first_and_takes_over_what_that_leaves() {
    let folder = Folder::new();
    let mut first = Terminal::desk_with(&on(&folder));
    first.send("nCO\r");
    let (code, ..) = saved(&first.wait_for("answers saved: 1")).unwrap();

    let mut second = Terminal::desk_with(&on(&folder));
    second.send("a");
    let list = second.wait_for("open elsewhere");
    assert!(list.contains(&code) && !list.contains("were left open"), "{list}");
    second.send(ENTER);
    second.wait_for(&format!("Case {code} is open at another desk"));
    second.wait_for("Take this case over?");
    second.send(ENTER);
    second.wait_for("n next person");
    second.send("n");
    second.wait_for("In which country");
    second.send("EC\r");
    let (other, ..) = saved(&second.wait_for("answers saved: 1")).unwrap();
    assert_ne!(code, other);
    first.send("2\r");
    first.wait_for("answers saved: 2");
    assert_eq!(facts(&folder.record(&code)), ["country=CO", "existing_case=no"]);
    assert_eq!(facts(&folder.record(&other)), ["country=EC"]);

    kill_process(Pid::from_raw(first.id().try_into().unwrap()).unwrap(), Signal::KILL).unwrap();
    first.wait_end();
    second.send(ESC_KEY);
    second.wait_for("n next person");
    second.send("a");
    second.wait_for(&format!("> {code}"));
    second.send(ENTER);
    second.wait_for(&format!("{code} answers saved: 2"));
    second.send("VE\r");
    second.wait_for("answers saved: 3");
    assert_eq!(folder.record(&code).answers.len(), 3);
    drop(second);
    folder.is_clean();
}
