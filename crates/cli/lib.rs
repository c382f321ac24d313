//! The command line: parses arguments, loads, asks the libraries, prints. It alone prints and exits.
//!
//! [`run`] is the whole program as a function: arguments and a [`World`] in, an exit code out.

mod args;
mod commands;
mod destination;
mod failure;
mod git;
mod output;
mod progress;
mod sides;
mod watch;

use std::ffi::OsString;
use std::io::{self, Write};

use clap::Parser;
use trefonds_lang::visible_lines;

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
}

/// Runs the program and gives its exit code: [`FINE`], [`FINDINGS`] or [`ERROR`].
pub fn run(arguments: impl IntoIterator<Item = OsString>, world: &mut World<'_>) -> u8 {
    let parsed = match Arguments::try_parse_from(arguments) {
        Ok(parsed) => parsed,
        Err(error) => return usage(&error, world),
    };
    world.quiet |= parsed.quiet;
    let done = commands::run(&parsed, world);
    // What a stream still holds back may be what cannot be written.
    let done = done.and_then(|code| Ok(world.out.flush().map(|()| code)?));
    match done {
        Ok(code) => code,
        Err(Failure::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => FINE,
        Err(failure) => {
            // When even the error cannot be told, the exit code still tells it.
            let _ = writeln!(world.err, "{}", visible_lines(&failure.to_string()));
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

fn usage(error: &clap::Error, world: &mut World<'_>) -> u8 {
    let text = error.render();
    let (code, printed) = if error.use_stderr() {
        (ERROR, paint(&text, world.err_is_terminal && !world.no_color, world.err))
    } else {
        (FINE, paint(&text, world.out_is_terminal && !world.no_color, world.out))
    };
    after_flush(code, printed)
}

fn paint(text: &clap::builder::StyledStr, colour: bool, out: &mut dyn Write) -> io::Result<()> {
    if colour {
        write!(out, "{}", text.ansi())
    } else {
        write!(out, "{}", visible_lines(&text.to_string()))
    }
}
