//! Git: an inventory as the commits of a repository hold it.
//!
//! Objects are read straight from the store: the work tree and the index are neither read nor
//! touched, and the settings of the machine and of the user change nothing. This module alone knows
//! git (docs/decisions/0012-git-library.md).

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use gix::objs::tree::EntryKind;
use thiserror::Error;
use trefonds_inventory::is_inventory_name;
use trefonds_lang::{Lang, visible};
use trefonds_model::Date;

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
        let not_there =
            || GitError::NotThere { revision: revision.to_owned(), path: self.inside().to_owned() };
        let state = self.state(&commit)?.ok_or_else(not_there)?;
        let files = self.files_of(&repository, state, &format!("{revision}:"))?;
        if files.is_empty() {
            return Err(not_there());
        }
        let read = |(name, id)| Ok((name, repository.find_blob(id)?.take_data()));
        files.into_iter().map(read).collect()
    }

    /// Where the inventory is, from the root of the repository.
    pub(crate) fn inside(&self) -> &str {
        if self.inside.is_empty() { "." } else { &self.inside }
    }

    /// The commits that changed what stands at the inventory's place, along first parents from the
    /// last commit, the newest first.
    pub(crate) fn commits(&self, since: Option<&Since>) -> Result<Vec<Commit>, GitError> {
        let repository = self.store.to_thread_local();
        let known = match since {
            Some(Since::Revision(revision)) => ancestors(&commit(&repository, revision)?)?,
            _ => BTreeSet::new(),
        };
        let mut touching = Vec::new();
        let mut now = commit(&repository, "HEAD")?;
        let mut state = self.state(&now)?;
        while !known.contains(&now.id) {
            let before = parent(&repository, &now)?;
            let was = before.as_ref().map_or(Ok(None), |before| self.state(before))?;
            if state != was {
                touching.push(Commit::of(&now, state)?);
            }
            let Some(before) = before else { break };
            (now, state) = (before, was);
        }
        if touching.is_empty() && since.is_none() {
            let path = self.inside().to_owned();
            return Err(GitError::NotThere { revision: "HEAD".to_owned(), path });
        }
        if let Some(Since::Day(day)) = since {
            let day = day.to_string();
            touching.retain(|commit| commit.day >= day);
        }
        Ok(touching)
    }

    /// Reads one state after the other.
    pub(crate) fn reader(&self) -> Reader<'_> {
        let repository = self.store.to_thread_local();
        Reader { kept: self, repository, last: BTreeMap::new() }
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

    fn files_of(
        &self,
        repository: &gix::Repository,
        state: State,
        before: &str,
    ) -> Result<Files, GitError> {
        let name = format!("{before}{}", self.inside);
        match state.kind {
            EntryKind::Tree => files_under(repository, state.id, &name),
            EntryKind::Blob | EntryKind::BlobExecutable => Ok(vec![(name, state.id)]),
            EntryKind::Link | EntryKind::Commit => Err(GitError::LeadsElsewhere(name)),
        }
    }
}

/// Names of files and where their contents are.
type Files = Vec<(String, gix::ObjectId)>;

/// From when a history is wanted.
pub(crate) enum Since {
    /// The days of the commits, this one included.
    Day(Date),
    /// What this revision does not have yet.
    Revision(String),
}

impl Since {
    /// A day when it is written like one.
    pub(crate) fn of(text: &str) -> Self {
        text.parse().map_or_else(|_| Self::Revision(text.to_owned()), Self::Day)
    }
}

/// A commit, as a person reads it.
pub(crate) struct Commit {
    pub id: String,
    /// The day of the author, where the author was.
    pub day: String,
    pub author: String,
    /// The first line of the message.
    pub subject: String,
    /// What stands at the inventory's place, if anything.
    pub state: Option<State>,
}

impl Commit {
    fn of(commit: &gix::Commit<'_>, state: Option<State>) -> Result<Self, GitError> {
        let author = commit.author()?;
        let time = author.time().unwrap_or_default();
        Ok(Self {
            id: commit.id.to_string(),
            day: time.format_or_unix(gix::date::time::format::SHORT),
            author: printable(&author.name.to_string()),
            subject: printable(&commit.message()?.title.to_string()),
            state,
        })
    }
}

/// In one line, without what would steer a terminal.
fn printable(text: &str) -> String {
    visible(text.trim()).into_owned()
}

/// Reads the files of states that follow one another: what did not change is not read again.
pub(crate) struct Reader<'k> {
    kept: &'k Kept,
    repository: gix::Repository,
    last: BTreeMap<gix::ObjectId, Vec<u8>>,
}

impl Reader<'_> {
    /// The files of a state, named from the root of the repository.
    pub(crate) fn texts(&mut self, state: State) -> Result<Texts, GitError> {
        let files = self.kept.files_of(&self.repository, state, "")?;
        let mut now = BTreeMap::new();
        let mut texts = Vec::with_capacity(files.len());
        for (name, id) in files {
            let known = now.get(&id).cloned().or_else(|| self.last.remove(&id));
            let bytes = match known {
                Some(bytes) => bytes,
                None => self.repository.find_blob(id)?.take_data(),
            };
            now.insert(id, bytes.clone());
            texts.push((name, bytes));
        }
        self.last = now;
        Ok(texts)
    }
}

/// The first parent; none of a commit beyond which a shallow clone holds nothing.
fn parent<'r>(
    repository: &'r gix::Repository,
    commit: &gix::Commit<'r>,
) -> Result<Option<gix::Commit<'r>>, GitError> {
    let Some(id) = commit.parent_ids().next() else { return Ok(None) };
    if repository.is_shallow()? && !repository.has_object(id) {
        return Ok(None);
    }
    Ok(Some(repository.find_commit(id)?))
}

/// A commit and all that lead to it.
fn ancestors(commit: &gix::Commit<'_>) -> Result<BTreeSet<gix::ObjectId>, GitError> {
    let mut found = BTreeSet::new();
    for ancestor in commit.ancestors().all()? {
        found.insert(ancestor?.id);
    }
    Ok(found)
}

/// What stands at the inventory's place in a commit; the same for the same contents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
) -> Result<Files, GitError> {
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
                EntryKind::Blob | EntryKind::BlobExecutable if is_inventory_name(&file) => {
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
