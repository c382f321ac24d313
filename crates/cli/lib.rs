//! The command line: parses arguments, loads, asks the libraries, prints. It alone prints and exits.
//!
//! [`run`] is the whole program as a function: arguments and a [`World`] in, an exit code out.

mod args;
mod commands;
mod destination;
mod failure;
mod git;
mod help;
mod output;
mod progress;
mod sides;
mod usage;
mod watch;

use std::ffi::OsString;
use std::io::{self, Write};

use clap::FromArgMatches;
use trefonds_lang::{Lang, visible_lines};

use args::Arguments;
use failure::Failure;

/// Everything went well.
pub const FINE: u8 = 0;
/// The command ran and found what it was asked to look for: violations or differences.
pub const FINDINGS: u8 = 1;
/// Wrong arguments, an inventory with errors, an output that cannot be written. Nothing was written.
pub const ERROR: u8 = 2;

/// What the program sees of its surroundings.
pub struct World<'a> {
    /// Where results go.
    pub out: &'a mut dyn Write,
    /// Where diagnostics and progress go.
    pub err: &'a mut dyn Write,
    /// Whether `out` is a terminal.
    pub out_is_terminal: bool,
    /// Whether `err` is a terminal.
    pub err_is_terminal: bool,
    /// Whether the user refuses colour (`NO_COLOR`).
    pub no_color: bool,
    /// Whether nothing but errors is told beside the result (`--quiet`).
    pub quiet: bool,
    /// The language of the user; `--lang` wins.
    pub lang: Lang,
}

/// The language that the environment asks for: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that says
/// anything, else English.
#[must_use]
pub fn language(environment: impl Fn(&str) -> Option<OsString>) -> Lang {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(environment);
    said.filter_map(|locale| Lang::of_locale(&locale.to_string_lossy())).next().unwrap_or_default()
}

/// Runs the program and gives its exit code: [`FINE`], [`FINDINGS`] or [`ERROR`].
pub fn run(arguments: impl IntoIterator<Item = OsString>, world: &mut World<'_>) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    // The help and the errors of the arguments are told before the arguments are understood.
    let lang = usage::asked(&arguments).unwrap_or(world.lang);
    let matches = help::command(lang).try_get_matches_from(arguments);
    let parsed = match matches.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(parsed) => parsed,
        Err(error) => return usage::tell(&error, lang, world),
    };
    world.lang = lang;
    world.quiet |= parsed.quiet;
    let done = commands::run(&parsed, world);
    // What a stream still holds back may be what cannot be written.
    let done = done.and_then(|code| Ok(world.out.flush().map(|()| code)?));
    match done {
        Ok(code) => code,
        Err(Failure::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => FINE,
        Err(failure) => {
            // When even the error cannot be told, the exit code still tells it.
            let _ = writeln!(world.err, "{}", visible_lines(&failure.told(lang)));
            ERROR
        }
    }
}

/// The exit code once all output has been flushed: a broken pipe is success, as the reader had enough.
#[must_use]
pub fn after_flush(code: u8, flushed: io::Result<()>) -> u8 {
    match flushed {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => ERROR,
        _ => code,
    }
}
