//! Git: an inventory as the commits of a repository hold it.
//!
//! Objects are read straight from the store: the work tree and the index are neither read nor
//! touched, and the settings of the machine and of the user change nothing. This module alone knows
//! git (docs/decisions/0012-git-library.md).

use std::path::{Path, PathBuf};

use gix::objs::tree::EntryKind;
use thiserror::Error;
use trefonds_lang::Lang;

/// What files of an inventory end in, as in a folder on disk.
const ENDINGS: [&str; 3] = ["yaml", "yml", "json"];

/// More files than this are no inventory but a trap: a few trees can name one another endlessly.
const MOST_FILES: usize = 1_000_000;

/// Why the repository does not tell what it was asked.
#[derive(Debug, Error)]
pub(crate) enum GitError {
    /// The path is in no repository.
    #[error("{0}: no repository")]
    NoRepository(String),
    /// Nothing is called so.
    #[error("{revision}: {reason}")]
    NoRevision { revision: String, reason: String },
    /// The revision holds no inventory at the path.
    #[error("{revision}:{path}: nothing there")]
    NotThere { revision: String, path: String },
    /// A symbolic link or a submodule, which leads out of the tree.
    #[error("{0}: leads elsewhere")]
    LeadsElsewhere(String),
    /// The trees name too many files.
    #[error("{0}: too many files")]
    TooMany(String),
    /// An object that cannot be read.
    #[error(transparent)]
    Broken(#[from] gix::Error),
}

impl GitError {
    /// What a user reads.
    pub(crate) fn told(&self, lang: Lang) -> String {
        match self {
            Self::NoRepository(path) => lang.history_no_repository(path),
            Self::NoRevision { revision, reason } => lang.history_no_revision(revision, reason),
            Self::NotThere { revision, path } => lang.history_not_there(revision, path),
            Self::LeadsElsewhere(name) => lang.history_leads_elsewhere(name),
            Self::TooMany(name) => lang.history_too_many(name, MOST_FILES),
            Self::Broken(error) => lang.history_broken(&error.to_string()),
        }
    }
}

/// Names and contents of files.
pub(crate) type Texts = Vec<(String, Vec<u8>)>;

/// An inventory in a repository.
pub(crate) struct Kept {
    store: gix::ThreadSafeRepository,
    /// Where the inventory is, from the root of the repository; empty when it is the root.
    inside: String,
}

impl Kept {
    /// Finds the repository upward from `path`, which need not be in the work tree any more.
    pub(crate) fn find(path: &Path) -> Result<Self, GitError> {
        let none = || GitError::NoRepository(path.display().to_string());
        let real = real(path).ok_or_else(none)?;
        let folder = real.ancestors().find(|folder| folder.is_dir()).ok_or_else(none)?;
        let store = open(folder).map_err(|_| none())?;
        let root = store.work_dir().unwrap_or_else(|| store.git_dir());
        let root = root.canonicalize().map_err(|_| none())?;
        let inside = real.strip_prefix(&root).map_err(|_| none())?;
        let parts = inside.components().map(|part| part.as_os_str().to_string_lossy());
        Ok(Self { inside: parts.collect::<Vec<_>>().join("/"), store })
    }

    /// The files of the inventory in a revision, named `REVISION:path`.
    pub(crate) fn texts(&self, revision: &str) -> Result<Texts, GitError> {
        let repository = self.store.to_thread_local();
        let commit = commit(&repository, revision)?;
        let not_there = || GitError::NotThere {
            revision: revision.to_owned(),
            path: if self.inside.is_empty() { ".".to_owned() } else { self.inside.clone() },
        };
        let state = self.state(&commit)?.ok_or_else(not_there)?;
        let texts = self.texts_of(&repository, state, &format!("{revision}:"))?;
        if texts.is_empty() { Err(not_there()) } else { Ok(texts) }
    }

    /// What a commit has where the inventory is.
    fn state(&self, commit: &gix::Commit<'_>) -> Result<Option<State>, GitError> {
        if self.inside.is_empty() {
            let id = commit.tree_id()?.detach();
            return Ok(Some(State { id, kind: EntryKind::Tree }));
        }
        let entry = commit.tree()?.lookup_entry_by_path(&self.inside)?;
        Ok(entry.map(|entry| State { id: entry.object_id(), kind: entry.mode().kind() }))
    }

    fn texts_of(
        &self,
        repository: &gix::Repository,
        state: State,
        before: &str,
    ) -> Result<Texts, GitError> {
        let name = format!("{before}{}", self.inside);
        let files = match state.kind {
            EntryKind::Tree => files_under(repository, state.id, &name)?,
            EntryKind::Blob | EntryKind::BlobExecutable => vec![(name, state.id)],
            EntryKind::Link | EntryKind::Commit => return Err(GitError::LeadsElsewhere(name)),
        };
        let read = |(name, id)| Ok((name, repository.find_blob(id)?.take_data()));
        files.into_iter().map(read).collect()
    }
}

/// What stands at the inventory's place in a commit; the same for the same contents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct State {
    id: gix::ObjectId,
    kind: EntryKind,
}

/// The path without links, whether or not its last parts are there.
fn real(path: &Path) -> Option<PathBuf> {
    let absolute = std::path::absolute(path).ok()?;
    let there = absolute.ancestors().find_map(|part| Some((part, part.canonicalize().ok()?)));
    let (part, real) = there?;
    let rest = absolute.strip_prefix(part).ok()?;
    // Joined to nothing, a path would end in a slash and be no file any more.
    Some(if rest.as_os_str().is_empty() { real } else { real.join(rest) })
}

/// Only what the repository itself says counts.
fn open(folder: &Path) -> Result<gix::ThreadSafeRepository, gix::Error> {
    let isolated = gix::open::Options::isolated;
    let options = gix::sec::trust::Mapping { full: isolated(), reduced: isolated() };
    gix::ThreadSafeRepository::discover_opts(folder, Default::default(), options)
}

fn commit<'r>(
    repository: &'r gix::Repository,
    revision: &str,
) -> Result<gix::Commit<'r>, GitError> {
    let found = repository
        .rev_parse_single(revision)
        .and_then(|id| id.object())
        .and_then(|object| object.peel_to_commit());
    found.map_err(|error| GitError::NoRevision {
        revision: revision.to_owned(),
        reason: error.to_string(),
    })
}

/// The files of an inventory under a tree, chosen and ordered as those of a folder on disk.
fn files_under(
    repository: &gix::Repository,
    tree: gix::ObjectId,
    name: &str,
) -> Result<Vec<(String, gix::ObjectId)>, GitError> {
    let mut files = Vec::new();
    let mut folders = vec![(name.to_owned(), tree)];
    let mut seen = 0;
    while let Some((folder, id)) = folders.pop() {
        for entry in repository.find_tree(id)?.iter() {
            let entry = entry?;
            let file = entry.filename().to_string();
            let below = if folder.is_empty() || folder.ends_with([':', '/']) { "" } else { "/" };
            let path = format!("{folder}{below}{file}");
            seen += 1;
            if seen > MOST_FILES {
                return Err(GitError::TooMany(name.to_owned()));
            }
            if file.starts_with('.') {
                continue;
            }
            match entry.mode().kind() {
                EntryKind::Tree if file == "node_modules" => {}
                EntryKind::Tree => folders.push((path, entry.object_id())),
                EntryKind::Blob | EntryKind::BlobExecutable if is_read(&file) => {
                    files.push((path, entry.object_id()));
                }
                EntryKind::Blob | EntryKind::BlobExecutable => {}
                EntryKind::Link | EntryKind::Commit => return Err(GitError::LeadsElsewhere(path)),
            }
        }
    }
    files.sort();
    Ok(files)
}

fn is_read(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending))
}
