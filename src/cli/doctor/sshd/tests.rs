//! What opens a kiosk is a problem, in the files and as the server sees each account.

use super::*;
use crate::cli::doctor::finding::Gravity;

const GOOD: &str = "# a comment\nAcceptEnv LANG LC_*\nMatch Group staff\n  ForceCommand /usr/bin/smo --kiosk\n  \
                    DisableForwarding yes\n  PermitUserRC no\n  ClientAliveInterval 60\n\tPermitTTY yes\n\
                    ExposeAuthInfo=yes\n";

fn marks(text: &str) -> Vec<Gravity> {
    let mut settings = ServerSettings::default();
    settings.add(text, 0);
    settings.findings(None, true).iter().map(|finding| finding.mark).collect()
}

#[test]
fn the_lines_of_the_page_for_administrators_are_good() {
    let page = include_str!("../../../../docs/host.md");
    assert_eq!(
        marks(page.split("```sshd_config\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap_or("")),
        [Gravity::Ok]
    );
}

#[test]
fn what_opens_a_kiosk_is_a_problem() {
    assert_eq!(marks(GOOD), [Gravity::Ok]);
    for (more, mark) in [
        ("AcceptEnv *", Gravity::Problem),
        ("acceptenv LANG LD_PRELOAD", Gravity::Problem),
        ("AcceptEnv SSH_*", Gravity::Problem),
        ("PermitUserEnvironment yes", Gravity::Problem),
        ("PERMITTTY no", Gravity::Problem),
    ] {
        assert_eq!(marks(&format!("{GOOD}{more}\n")), [mark], "{more}");
    }
    for (gone, mark) in [
        ("ForceCommand /usr/bin/smo --kiosk", Gravity::Note),
        ("DisableForwarding yes", Gravity::Problem),
        ("PermitUserRC no", Gravity::Problem),
        ("ExposeAuthInfo=yes", Gravity::Problem),
        ("ClientAliveInterval 60", Gravity::Note),
    ] {
        assert_eq!(marks(&GOOD.replace(gone, "")), [mark], "{gone}");
    }
}

fn settings(text: &str) -> ServerSettings {
    let mut settings = ServerSettings::default();
    settings.add(text, 0);
    settings
}

#[test]
fn whom_a_kiosk_is_started_for_is_read_from_what_stands_before_it() {
    let text = "ForceCommand internal-sftp\nMatch User backup\n  DisableForwarding yes\nMatch Group desk,help User ana\n  \
                ForceCommand /usr/bin/smo --kiosk\nMatch all\n";
    let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(settings(text).kiosks(), (own(&["ana"]), own(&["desk", "help"])));
    assert_eq!(settings("ForceCommand /usr/bin/smo --kiosk").kiosks(), (Vec::new(), Vec::new()));
}

/// What holds for one account need not hold for another, whatever stands in the files.
#[test]
fn each_account_is_judged_by_what_the_server_does_for_it() {
    let accounts = super::super::accounts::tests::named(&["ana", "bob", "eva"]);
    let told = |account: &Account| match account.name.as_str() {
        "eva" => Ok(settings(GOOD)),
        _ => Ok(settings(&GOOD.replace("DisableForwarding yes", "DisableForwarding no"))),
    };
    let found = of_accounts(&accounts, false, told);
    let texts: Vec<_> =
        found.iter().map(|finding| (finding.mark, finding.text.split(':').next().unwrap_or_default())).collect();
    assert_eq!(texts, [(Gravity::Problem, "ana, bob"), (Gravity::Ok, "eva")]);
    let refused = of_accounts(&accounts, false, |_| Err("line 3: Bad configuration option: Bogus".to_owned()));
    let is_told = |finding: &Finding| finding.mark == Gravity::Problem && finding.text.contains("Bogus");
    assert!(refused.len() == 1 && refused.iter().all(is_told), "{refused:?}");
}

/// Whatever else the server does for an account than to start the kiosk opens it.
#[test]
fn an_account_without_the_forced_command_is_a_kiosk_by_its_shell_alone() {
    let mut ana = super::super::accounts::tests::named(&["ana"]).remove(0);
    let with = |lines: &str| GOOD.replace("ForceCommand /usr/bin/smo --kiosk\n", lines);
    let marks = |account: &Account, lines: &str| {
        let found = settings(&with(lines)).findings(Some(account), true);
        found.iter().map(|finding| finding.mark).collect::<Vec<_>>()
    };
    assert_eq!(marks(&ana, "ForceCommand none\n"), [Gravity::Ok]);
    assert_eq!(marks(&ana, "Subsystem sftp internal-sftp\n"), [Gravity::Problem]);
    assert_eq!(marks(&ana, "ForceCommand internal-sftp\n"), [Gravity::Problem]);
    assert_eq!(marks(&ana, "ForceCommand /usr/bin/smo --kiosk\nSubsystem sftp internal-sftp\n"), [Gravity::Ok]);
    ana.shell = "/bin/sh".to_owned();
    assert_eq!(marks(&ana, "ForceCommand none\n"), [Gravity::Problem]);
    assert_eq!(marks(&ana, "ForceCommand /usr/bin/smo --kiosk\n"), [Gravity::Ok]);
}
