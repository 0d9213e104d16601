//! Content of the host that changes while desks run.

use super::*;

/// Presses Down, as somebody at work, until the screen says something.
fn work_until(desk: &mut Terminal, said: &str) {
    let mut seen = desk.text();
    while !seen.contains(said) {
        desk.send("\x1b[B\x1b[A");
        seen = desk.wait_screen("the first office", |screen| text_of(screen).contains("> Colombia"));
    }
}

#[test]
fn a_running_desk_is_told_of_newer_content_and_changes_when_somebody_wants_it() {
    let host = Host::new("");
    let (state, content) = (host.path("state"), host.path("content"));
    bare(&["content", "export", content.to_str().unwrap()]).assert().success();
    host.write(&format!("state = \"{}/{{user}}\"\ncontent = \"{}\"\n", state.display(), content.display()));
    let mut desk = host.desk(&[], &[]);
    desk.wait_for("Content of this host, check-code ");
    let file = content.join("programme.toml");
    let before = fs::read_to_string(&file).unwrap();
    fs::write(&file, format!("{before}\n# written to while the desk runs\n")).unwrap();
    work_until(&mut desk, "Ctrl-N: newer content on this host, check-code ");
    desk.send("nCO\r");
    desk.wait_for("already have a case");
    desk.send("\x0e");
    desk.wait_for("Change to the newer content?");
    let id = desk.id();
    desk.send("\r");
    let code = smo_desk::content::Content::from_folder(&content).unwrap().check_code;
    desk.wait_for(&format!("Content of this host, check-code {code}."));
    assert_eq!(desk.id(), id);
    // What was answered is there, and the terminal is left as it was.
    desk.wait_for("These cases were left open");
    desk.send("\r");
    desk.wait_for("Colombia");
    desk.send("\x03");
    assert!(desk.wait_end().success());
    desk.look(|screen| assert_eq!(unclean_screen(screen), None));
}
