//! What a side of a diff may be: an inventory on disk or in a revision, or a snapshot.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use trefonds_diff::{Side, SnapshotError, is_snapshot, read_snapshot};
use trefonds_findings::SNAPSHOT_VERSION;
use trefonds_graph::facts;
use trefonds_inventory::load_texts;
use trefonds_lang::Lang;

use crate::World;
use crate::commands::session::{self, Telling};
use crate::failure::Failure;
use crate::git::Kept;

/// How much of a file tells whether it is a snapshot.
const START: u64 = 4096;

/// What stands at a path: a folder or file of an inventory, or a snapshot.
pub(crate) fn of_path(
    path: &Path,
    telling: Telling,
    world: &mut World<'_>,
) -> Result<Side, Failure> {
    if begins_a_snapshot(path) {
        let shown = path.display().to_string();
        let bytes = std::fs::read(path).map_err(|error| {
            let why = telling.lang.system_error(&error);
            Failure::Unknown(telling.lang.snapshot_unreadable(&shown, &why))
        })?;
        return of_snapshot(&shown, &bytes, telling.lang);
    }
    Ok(facts(&session::load_path(path, telling, world)?).into())
}

/// Of what cannot be opened, the loader tells.
fn begins_a_snapshot(path: &Path) -> bool {
    if !path.is_file() {
        return false;
    }
    let mut start = Vec::new();
    let read = File::open(path).and_then(|file| file.take(START).read_to_end(&mut start));
    read.is_ok() && is_snapshot(&start)
}

fn of_snapshot(shown: &str, bytes: &[u8], lang: Lang) -> Result<Side, Failure> {
    read_snapshot(bytes).map_err(|error| {
        Failure::Unknown(match error {
            SnapshotError::Json(error) => lang.snapshot_unreadable(shown, &error.to_string()),
            SnapshotError::Newer(version) => lang.snapshot_newer(shown, version, SNAPSHOT_VERSION),
            error => lang.snapshot_no_inventory(shown, &error.to_string()),
        })
    })
}

/// An inventory, or a snapshot, in a revision.
pub(crate) fn of_revision(
    kept: &Kept,
    revision: &str,
    telling: Telling,
    world: &mut World<'_>,
) -> Result<Side, Failure> {
    let lang = telling.lang;
    let texts = kept.texts(revision).map_err(|error| Failure::Unknown(error.told(lang)))?;
    if let [(name, bytes)] = texts.as_slice()
        && is_snapshot(bytes)
    {
        return of_snapshot(name, bytes, lang);
    }
    let loaded = load_texts(texts, &telling.options());
    let name = format!("{revision}:{}", kept.inside());
    Ok(facts(&session::accepted(loaded, &name, telling, world)?).into())
}
