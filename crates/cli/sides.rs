//! What a side of a diff may be: an inventory on disk or in a revision, or a snapshot.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use trefonds_ask::facts;
use trefonds_declare::model;
use trefonds_diff::{Side, SnapshotError, is_snapshot, read_snapshot};
use trefonds_findings::SNAPSHOT_VERSION;
use trefonds_inventory::load_texts;

use crate::World;
use crate::commands::session::{self, Telling};
use crate::failure::Failure;
use crate::git::Kept;

/// How much of a file tells whether it is a snapshot.
const START: u64 = 4096;

/// What stands at a path: a folder or file of an inventory, or a snapshot.
pub(crate) fn of_path(
    path: &Path,
    telling: Telling<'_>,
    world: &mut World<'_>,
) -> Result<Side, Failure> {
    if begins_a_snapshot(path) {
        let shown = path.display().to_string();
        let bytes = std::fs::read(path).map_err(|error| {
            let why = telling.lang.system_error(&error);
            Failure::Unknown(telling.lang.snapshot_unreadable(&shown, &why))
        })?;
        return of_snapshot(&shown, &bytes, telling, world);
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

/// Declarations that make no inventory are told as those of files are.
fn of_snapshot(
    shown: &str,
    bytes: &[u8],
    telling: Telling<'_>,
    world: &mut World<'_>,
) -> Result<Side, Failure> {
    let lang = telling.lang;
    match read_snapshot(bytes, |facts| model(facts, shown, lang)) {
        Ok(side) => Ok(side),
        Err(SnapshotError::Facts(refused)) => Err(session::refused(*refused, telling, world)),
        Err(SnapshotError::Json(error)) => {
            Err(Failure::Unknown(lang.snapshot_unreadable(shown, &error.to_string())))
        }
        Err(SnapshotError::Newer(version)) => {
            Err(Failure::Unknown(lang.snapshot_newer(shown, version, SNAPSHOT_VERSION)))
        }
        Err(SnapshotError::Asked(word)) => {
            Err(Failure::Unknown(lang.snapshot_no_inventory(shown, &word)))
        }
    }
}

/// An inventory, or a snapshot, in a revision.
pub(crate) fn of_revision(
    kept: &Kept,
    revision: &str,
    telling: Telling<'_>,
    world: &mut World<'_>,
) -> Result<Side, Failure> {
    let lang = telling.lang;
    let texts = kept.texts(revision).map_err(|error| Failure::Unknown(error.told(lang)))?;
    if let [(name, bytes)] = texts.as_slice()
        && is_snapshot(bytes)
    {
        return of_snapshot(name, bytes, telling, world);
    }
    let loaded = load_texts(texts, &telling.options());
    let name = format!("{revision}:{}", kept.inside());
    Ok(facts(&session::accepted(loaded, &name, telling, world)?).into())
}
