//! Where a result is written: a file whole or not at all, a device or a pipe as it is.
//!
//! A regular file is written beside its place, then moved there; a link to it is followed first. It keeps
//! its mode and its owner; a new file takes what the user's mask allows. Whatever else stands at the path
//! is opened and written to, never replaced.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// The path that stands for standard output.
const STDOUT: &str = "-";

/// Links that lead further than this lead in a circle.
const MOST_LINKS: usize = 40;

/// Whether a path stands for standard output.
pub(crate) fn is_stdout(path: &Path) -> bool {
    path.as_os_str() == STDOUT
}

/// Writes what stands at a path, or makes it.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let place = followed(path)?;
    if is_open_already(&place) {
        return append(&place, bytes);
    }
    match place.metadata() {
        Ok(there) if there.is_file() => replace(&place, bytes, Some(&there)),
        Ok(there) if there.is_dir() => Err(io::Error::from(io::ErrorKind::IsADirectory)),
        Ok(_) => append(&place, bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => replace(&place, bytes, None),
        Err(error) => Err(error),
    }
}

/// Names such as `/dev/stdout` and `/proc/self/fd/3` stand for what is open already: were a file moved
/// over it, whoever opened it would not see what is written.
fn is_open_already(path: &Path) -> bool {
    let folders = ["/dev/stdout", "/dev/stderr", "/dev/fd", "/proc"];
    cfg!(unix) && folders.iter().any(|folder| path.starts_with(folder))
}

/// Where the links at a path lead, whether or not something stands there.
fn followed(path: &Path) -> io::Result<PathBuf> {
    let mut place = path.to_owned();
    for _ in 0..MOST_LINKS {
        if is_open_already(&place) {
            return Ok(place);
        }
        match place.symlink_metadata() {
            Ok(there) if there.is_symlink() => {
                let target = place.read_link()?;
                place = place.parent().unwrap_or_else(|| Path::new("")).join(target);
            }
            _ => return Ok(place),
        }
    }
    Err(io::Error::from(io::ErrorKind::InvalidInput))
}

/// Opens what stands there and writes to it; a file that is open elsewhere is added to.
fn append(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let regular = path.metadata().is_ok_and(|there| there.is_file());
    let mut open = OpenOptions::new().write(true).append(regular).open(path)?;
    open.write_all(bytes)?;
    open.flush()
}

/// Writes beside the place, then moves there.
fn replace(path: &Path, bytes: &[u8], old: Option<&Metadata>) -> io::Result<()> {
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| Path::new("."));
    folder.metadata()?;
    // The name of a file that does not last tells nobody anything.
    let mut file = beside(folder, old.is_some()).map_err(|error| io::Error::from(error.kind()))?;
    file.write_all(bytes)?;
    if let Some(old) = old {
        take_after(file.as_file(), old)?;
    }
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// A file that does not last: nobody else reads it, or it has the mode of any new file of the user.
#[cfg(unix)]
fn beside(folder: &Path, private: bool) -> io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    // The mask of the user takes away from it.
    let mode = std::fs::Permissions::from_mode(if private { 0o600 } else { 0o666 });
    tempfile::Builder::new().permissions(mode).tempfile_in(folder)
}

#[cfg(not(unix))]
fn beside(folder: &Path, _private: bool) -> io::Result<NamedTempFile> {
    NamedTempFile::new_in(folder)
}

/// The owner, the group and the mode of the file that was there. Where the owner or the group cannot be
/// given, others get no more than the new owner has need of.
#[cfg(unix)]
fn take_after(new: &File, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let now = new.metadata()?;
    let mut mode = old.mode() & 0o777;
    let (owner, group) = (old.uid(), old.gid());
    let other = (now.uid(), now.gid()) != (owner, group);
    if other && fchown(new, Some(owner), Some(group)).is_err() && now.gid() != group {
        mode &= !0o070;
    }
    new.set_permissions(std::fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn take_after(new: &File, old: &Metadata) -> io::Result<()> {
    new.set_permissions(old.permissions())
}
