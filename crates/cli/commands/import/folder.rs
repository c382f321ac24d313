//! The folder of an import: written whole or not at all, and never over what somebody wrote by hand.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use trefonds_import::{ByHand, MANIFEST, Manifest, hash_of};
use trefonds_lang::Lang;

use crate::failure::Failure;
use crate::output::cannot_write;

/// The folder of all imports of an inventory.
const IMPORTED: &str = "imported";

/// The folder of one import, as it is before it is written.
pub(super) struct Folder {
    /// The folder of all imports.
    all: PathBuf,
    /// Its own.
    own: PathBuf,
    name: String,
    manifest: Option<Manifest>,
    /// What was changed by hand since, when it is to be moved aside.
    changed: Vec<String>,
}

impl Folder {
    /// Looks at the folder of an import.
    pub(super) fn open(into: &Path, name: &str, force: bool, lang: Lang) -> Result<Self, Failure> {
        if !into.is_dir() {
            return Err(Failure::Unknown(lang.import_no_folder(&into.display().to_string())));
        }
        let all = into.join(IMPORTED);
        let own = all.join(name);
        for path in [&all, &own] {
            let there = path.symlink_metadata();
            if there.is_ok_and(|it| !it.is_dir()) {
                return Err(Failure::Unknown(lang.import_link(&path.display().to_string())));
            }
        }
        let (manifest, changed) = match own.is_dir() {
            false => (None, Vec::new()),
            true => before(&own).map_err(|error| cannot_write(&own, &error, lang))?,
        };
        let folder = Self { all, own, name: name.to_owned(), manifest, changed };
        if !folder.changed.is_empty() && !force {
            return Err(folder.refused(lang));
        }
        Ok(folder)
    }

    /// What the last import wrote.
    pub(super) const fn manifest(&self) -> Option<&Manifest> {
        self.manifest.as_ref()
    }

    fn refused(&self, lang: Lang) -> Failure {
        let mut lines: Vec<String> = match self.manifest {
            None => vec![lang.import_not_ours(&self.own.display().to_string())],
            Some(_) => (self.changed.iter())
                .map(|file| lang.import_by_hand(&self.own.join(file).display().to_string()))
                .collect(),
        };
        lines.push(lang.import_by_hand_help());
        Failure::Unknown(lines.join("\n"))
    }

    /// Writes the files, in the place of those that were there.
    pub(super) fn write(
        &self,
        files: &[(String, String)],
        lang: Lang,
    ) -> Result<Option<ByHand>, Failure> {
        self.put(files).map_err(|error| cannot_write(&self.own, &error, lang))
    }

    fn put(&self, files: &[(String, String)]) -> io::Result<Option<ByHand>> {
        fs::create_dir_all(&self.all)?;
        // Hidden, so that no inventory has what is half written.
        let new = tempfile::Builder::new().prefix(".import-").tempdir_in(&self.all)?;
        let fresh = new.path().join("new");
        fs::create_dir(&fresh)?;
        for (name, text) in files {
            fs::write(fresh.join(name), text)?;
        }
        if !self.own.is_dir() {
            fs::rename(&fresh, &self.own)?;
            return Ok(None);
        }
        let aside = match self.changed.is_empty() {
            true => new.path().join("old"),
            false => self.free(),
        };
        fs::rename(&self.own, &aside)?;
        if let Err(error) = fs::rename(&fresh, &self.own) {
            fs::rename(&aside, &self.own)?;
            return Err(error);
        }
        let moved_to = || aside.display().to_string();
        let moved = !self.changed.is_empty();
        Ok(moved.then(|| ByHand { files: self.changed.clone(), moved_to: moved_to() }))
    }

    /// The first name that nothing has, for what is moved aside: hidden, so that it is declared no more.
    fn free(&self) -> PathBuf {
        let names = (1_u32..).map(|number| self.all.join(format!(".{}-{number}", self.name)));
        let mut free = names.filter(|path| path.symlink_metadata().is_err());
        free.next().unwrap_or_else(|| self.all.join(format!(".{}", self.name)))
    }
}

/// The manifest of a folder, and what was changed in it since.
fn before(own: &Path) -> io::Result<(Option<Manifest>, Vec<String>)> {
    let mut there = BTreeMap::new();
    for entry in fs::read_dir(own)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name == MANIFEST {
            continue;
        }
        let hash = match entry.file_type()?.is_file() {
            true => hash_of(&fs::read(entry.path())?),
            false => String::new(),
        };
        there.insert(name, hash);
    }
    let manifest = fs::read_to_string(own.join(MANIFEST)).ok();
    let manifest = manifest.and_then(|text| Manifest::read(&text));
    let changed = match &manifest {
        Some(manifest) => manifest.changed(&there),
        None => there.into_keys().collect(),
    };
    Ok((manifest, changed))
}
