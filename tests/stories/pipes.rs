//! A reader that has had enough is no error.

use std::io::Read;
use std::process::Stdio;

use crate::harness::inventory;

#[cfg(unix)]
#[test]
fn a_broken_pipe_is_success() {
    for args in [
        ["spof", "--format", "json"],
        ["exposure", "--format", "csv"],
        ["map", "--theme", "light"],
        ["resolve", "--lang", "fr"],
    ] {
        let mut command = inventory("hospital").args(args).command();
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = [0; 16];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        // The pipe is closed here, long before the program has said all it has to say.
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        assert!(output.stderr.is_empty(), "{args:?}");
    }
}
