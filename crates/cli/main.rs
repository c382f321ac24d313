//! The `trefonds` program: arguments, streams and terminal go in, an exit code comes out.

use std::io::IsTerminal;
use std::process::ExitCode;

use trefonds_cli::{World, language, run};

#[allow(clippy::disallowed_methods, reason = "the program alone reads the environment")]
fn main() -> ExitCode {
    let (stdout, stderr) = (std::io::stdout(), std::io::stderr());
    let mut world = World {
        out_is_terminal: stdout.is_terminal(),
        err_is_terminal: stderr.is_terminal(),
        // https://no-color.org: any value but the empty one.
        no_color: std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()),
        quiet: false,
        lang: language(|name| std::env::var_os(name)),
        out: &mut std::io::BufWriter::new(stdout.lock()),
        err: &mut stderr.lock(),
    };
    let code = run(std::env::args_os(), &mut world);
    let flushed = world.out.flush();
    ExitCode::from(trefonds_cli::after_flush(code, flushed))
}
