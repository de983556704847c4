//! `cargo xtask COMMAND`: one entry to everything that is done with this repository.
//!
//! Each command is a file of its own. What a command needs (the WebAssembly target, Trunk,
//! wasm-bindgen, a browser) it installs under `target/tools` the first time, says so, and never twice.

mod bench;
mod browser;
mod build;
mod check;
mod compress;
mod digest;
mod fuzz;
mod host;
mod html;
mod names;
mod nginx;
mod npm;
mod offline;
mod optimize;
mod project;
mod sample;
mod scripts;
mod seal;
mod serve;
mod setup;
mod sheets;
mod single;
mod size;
mod stage;
mod supply;
mod tally;
mod test;

use std::process::ExitCode;

/// What a command comes to: whether it succeeded once it has said why, or a message to print.
type Outcome = Result<ExitCode, String>;

/// A command, as the help lists it.
struct Command {
    name: &'static str,
    arguments: &'static str,
    summary: &'static str,
    run: fn(&[String]) -> Outcome,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "serve",
        arguments: "[--release]",
        summary: "build, serve at http://127.0.0.1:8080, rebuild on every change",
        run: serve::run,
    },
    Command {
        name: "test",
        arguments: "[quick|kind…]",
        summary: "every kind of test, those named, or a quick part of all; closes with a table and the totals",
        run: test::run,
    },
    Command {
        name: "build",
        arguments: "[--fixture]",
        summary: "leave the pages in dist/, ready for any static host, and say what they weigh; --fixture: those of \
                  the tests' own site too, in target/fixture/",
        run: build::run,
    },
    Command {
        name: "single-file",
        arguments: "",
        summary: "build, and leave each page as one file that needs no host in dist-single/",
        run: single::run,
    },
    Command {
        name: "check",
        arguments: "[--record]",
        summary: "read content/ whole and name every problem; --record adds new ids to published-ids.json",
        run: check::run,
    },
    Command {
        name: "schema",
        arguments: "",
        summary: "write content/schema/ and docs/notes.schema.json from the Rust types",
        run: check::schema,
    },
    Command {
        name: "setup",
        arguments: "[--test]",
        summary: "install what building needs (with --test: what testing needs too)",
        run: setup::run,
    },
    Command {
        name: "bench",
        arguments: "[native|page]",
        summary: "measure the layout, and the page beside two other timeline tools; asserts nothing",
        run: bench::run,
    },
    Command {
        name: "fuzz",
        arguments: "[parser] [count]",
        summary: "try every parser, or one, with a million made-up inputs; a second number is the seed",
        run: fuzz::run,
    },
    Command {
        name: "sample",
        arguments: "N",
        summary: "write a bundle of N made-up entries, always the same ones, and print its path",
        run: sample::run,
    },
    Command {
        name: "stage",
        arguments: "before|after",
        summary: "what Trunk's hooks call before and after its build; not for people",
        run: stage::run,
    },
    Command { name: "help", arguments: "", summary: "this list", run: help },
];

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let name = arguments.next().unwrap_or_else(|| "help".to_owned());
    let arguments: Vec<String> = arguments.collect();
    let outcome = match COMMANDS.iter().find(|command| command.name == name) {
        Some(command) => (command.run)(&arguments),
        None => Err(format!("there is no command `{name}`\n\n{}", list())),
    };
    outcome.unwrap_or_else(|message| {
        eprintln!("error: {}", message.trim_end());
        ExitCode::FAILURE
    })
}

fn help(_: &[String]) -> Outcome {
    print!("{}", list());
    Ok(ExitCode::SUCCESS)
}

fn list() -> String {
    let mut text = "cargo xtask COMMAND\n\n".to_owned();
    for Command { name, arguments, summary, .. } in COMMANDS {
        text.push_str(&format!("  {:<22}{summary}\n", format!("{name} {arguments}")));
    }
    text.push_str(&format!("\nkinds of test: {}\n", test::names().join(" ")));
    text.push_str("`test quick`: the kinds without a browser, and one walk through the page in Chromium\n");
    text
}

/// Whether the one option a command knows was given; any other argument is refused.
fn flag(arguments: &[String], known: &str) -> Result<bool, String> {
    match arguments.iter().find(|argument| *argument != known) {
        Some(argument) if known.is_empty() => Err(format!("unknown argument `{argument}`: this command takes none")),
        Some(argument) => Err(format!("unknown argument `{argument}`: this command knows only `{known}`")),
        None => Ok(!arguments.is_empty()),
    }
}
