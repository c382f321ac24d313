//! A spinner for what takes more than a second, on a terminal only.

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget};

use crate::World;

/// Nothing is shown before.
const PATIENCE: Duration = Duration::from_secs(1);

/// A spinner that goes away when it is dropped.
pub(crate) struct Progress {
    running: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    /// Says on standard error what is being done, when it takes more than a second.
    pub(crate) fn start(what: impl Into<String>, world: &World<'_>) -> Self {
        if !world.err_is_terminal || world.quiet {
            return Self { running: None };
        }
        let what = what.into();
        let (done, wait) = channel::<()>();
        let thread = std::thread::spawn(move || {
            if wait.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            let spinner = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            spinner.set_message(what);
            spinner.enable_steady_tick(Duration::from_millis(120));
            let _ = wait.recv();
            spinner.finish_and_clear();
        });
        Self { running: Some((done, thread)) }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((done, thread)) = self.running.take() {
            drop(done);
            let _ = thread.join();
        }
    }
}
