//! The help is made from doc comments: none may go missing.

use clap::CommandFactory;

use super::Arguments;

fn without_help(command: &clap::Command, found: &mut Vec<String>) {
    let name = command.get_name();
    if command.get_about().is_none() {
        found.push(name.to_owned());
    }
    for arg in command.get_arguments() {
        if arg.get_help().is_none() {
            found.push(format!("{name} {}", arg.get_id()));
        }
        let values = arg.get_possible_values();
        let said = values.iter().filter(|value| value.get_help().is_some()).count();
        if said > 0 && said < values.len() {
            found.push(format!("{name} {}: some of its values", arg.get_id()));
        }
    }
    command.get_subcommands().for_each(|command| without_help(command, found));
}

#[test]
fn every_subcommand_and_argument_has_help() {
    let mut found = Vec::new();
    without_help(&Arguments::command(), &mut found);
    assert_eq!(found, Vec::<String>::new());
}
