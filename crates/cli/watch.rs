//! Whether the files of an inventory have changed.

use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use trefonds_lang::Lang;

use crate::failure::Failure;

/// Editors write in several steps: what comes within this time is one change.
const QUIET: Duration = Duration::from_millis(120);

/// Watches a folder or a file for as long as it lives.
pub(crate) struct Watch {
    changes: Receiver<()>,
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Begins to watch. Of a single file its folder is watched, since editors put a new file in its place.
    pub(crate) fn new(path: &Path, lang: Lang) -> Result<Self, Failure> {
        let failed = |error: notify::Error| {
            let why = match &error.kind {
                notify::ErrorKind::Io(error) => lang.system_error(error),
                notify::ErrorKind::PathNotFound => lang.os_not_found(),
                _ => lang.os_other(),
            };
            Failure::Unknown(lang.watch_cannot(&path.display().to_string(), &why))
        };
        let (folder, mode) = match path.parent() {
            Some(parent) if path.is_file() => (parent, RecursiveMode::NonRecursive),
            _ => (path, RecursiveMode::Recursive),
        };
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let (tell, changes) = channel();
        let mut watcher =
            notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
                // What was only read has not changed; of what went wrong, reading again will tell.
                if !event.is_ok_and(|event| matches!(event.kind, EventKind::Access(_))) {
                    // Nobody listens any more once the command ends.
                    let _ = tell.send(());
                }
            })
            .map_err(failed)?;
        watcher.watch(folder, mode).map_err(failed)?;
        Ok(Self { changes, _watcher: watcher })
    }

    /// Waits for a change and for its end, at most for so long; whether there was one.
    pub(crate) fn changed_within(&self, time: Duration) -> bool {
        if self.changes.recv_timeout(time).is_err() {
            return false;
        }
        while self.changes.recv_timeout(QUIET).is_ok() {}
        true
    }
}
