//! `diff --git`: revisions of an inventory, read from the objects of the repository.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::harness::{Story, program};

/// A repository of its own, made by the `git` program, with days that stay the same.
pub(super) struct Repository {
    folder: tempfile::TempDir,
}

impl Repository {
    pub(super) fn new() -> Self {
        let repository = Self { folder: tempfile::tempdir().unwrap() };
        repository.git(&["init", "--quiet", "--initial-branch=main"], "2026-01-01");
        repository
    }

    pub(super) fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(super) fn name(&self, path: &str) -> String {
        self.at(path).to_str().unwrap().to_owned()
    }

    pub(super) fn git(&self, args: &[&str], day: &str) -> String {
        let when = format!("{day}T12:00:00+0000");
        let mut command = Command::new("git");
        command.current_dir(self.folder.path()).args(args).env("GIT_CONFIG_NOSYSTEM", "1");
        for person in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{person}_NAME"), "Camille Exemple");
            command.env(format!("GIT_{person}_EMAIL"), "camille@example.org");
            command.env(format!("GIT_{person}_DATE"), &when);
        }
        command.env("GIT_CONFIG_GLOBAL", "no-such-file").env_remove("GIT_DIR");
        let output = command.output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "git {args:?}: {told}");
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    /// Writes a file, and commits all that is there.
    pub(super) fn commit(&self, path: &str, text: &str, day: &str) -> &Self {
        let file = self.at(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
        self.commit_all(&format!("Write {path}"), day)
    }

    pub(super) fn commit_all(&self, message: &str, day: &str) -> &Self {
        self.git(&["add", "--all"], day);
        self.git(&["commit", "--quiet", "--allow-empty", "--message", message], day);
        self
    }
}

pub(super) const MAIL: &str = "\
trefonds: 1
home: [FR]
as_of: 2026-01-01
components:
  mail: {layer: service, depends_on: [servers]}
  servers: {layer: application, depends_on: none, operator: us, suppliers: none, data: none}
entities:
  us: {country: FR, owned_by: none}
";

/// The same in other words: the order, the layout, a comment.
const REFORMATTED: &str = "\
trefonds: 1
as_of: 2026-01-01
home:
  - FR
# Us.
entities:
  us:
    owned_by: none
    country: FR
components:
  servers: {layer: application, depends_on: none, operator: us, suppliers: none, data: none}
  mail:
    layer: service
    depends_on: [servers]
";

fn diff(repository: &Repository, revisions: &str) -> Story {
    program().args(["diff", "--git", revisions, &repository.name("si")])
}

/// Three commits: the inventory, the same in other words, another operator.
fn three() -> Repository {
    let repository = Repository::new();
    repository.commit("si/a.yaml", MAIL, "2026-01-01");
    repository.commit("si/a.yaml", REFORMATTED, "2026-02-01");
    let sold = MAIL.replace("us: {country: FR,", "us: {country: US,");
    repository.commit("si/a.yaml", &sold, "2026-03-01");
    repository
}

#[test]
fn a_commit_that_only_reformats_makes_no_difference() {
    let repository = three();
    diff(&repository, "HEAD~2..HEAD~1").says("The same");
    diff(&repository, "HEAD~1..HEAD").exits_with(1).says("country");
    diff(&repository, "HEAD~1..").exits_with(1);
    diff(&repository, "main~2..main~2").succeeds();
}

#[test]
fn one_revision_is_compared_with_the_files_on_disk() {
    let repository = three();
    diff(&repository, "HEAD").succeeds();
    std::fs::write(repository.at("si/a.yaml"), MAIL).unwrap();
    diff(&repository, "HEAD").exits_with(1);
    diff(&repository, "HEAD~2").succeeds();
    repository.git(&["tag", "-a", "first", "-m", "First", "HEAD~2"], "2026-03-02");
    diff(&repository, "first").succeeds();
}

#[test]
fn a_revision_differs_as_its_files_do() {
    let repository = three();
    std::fs::create_dir(repository.at("old")).unwrap();
    std::fs::write(repository.at("old/a.yaml"), REFORMATTED).unwrap();
    let folders = [repository.name("old"), repository.name("si")];
    let on_disk = program().args(["diff", &folders[0], &folders[1]]).exits_with(1).stdout;
    let said = diff(&repository, "HEAD~1..HEAD").exits_with(1).stdout;
    let folder = repository.at("").canonicalize().unwrap();
    let folder = format!("{}/", folder.to_str().unwrap().trim_end_matches('/'));
    assert!(said.contains("HEAD:si/a.yaml:"), "{said}");
    let fields = |text: &str| {
        let text = text.replace(&folder, "").replace("HEAD~1:si", "old").replace("HEAD:", "");
        let text = text.replace(&repository.name(""), "");
        text.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(fields(&said), fields(&on_disk));
}

#[test]
fn the_work_tree_and_the_index_are_left_alone() {
    let repository = three();
    std::fs::write(repository.at("si/a.yaml"), "not an inventory: [").unwrap();
    std::fs::write(repository.at("si/b.yaml"), "nor this").unwrap();
    let before = repository.git(&["status", "--porcelain"], "2026-03-01");
    diff(&repository, "HEAD~1..HEAD").exits_with(1);
    assert_eq!(repository.git(&["status", "--porcelain"], "2026-03-01"), before);
    // Nor need the folder be there any more.
    std::fs::remove_dir_all(repository.at("si")).unwrap();
    diff(&repository, "HEAD~2..HEAD~1").succeeds();
}

#[test]
fn the_same_files_are_read_as_on_disk() {
    let repository = Repository::new();
    let (root, parts) = MAIL.split_once("components:").unwrap();
    repository.commit("si/root.yml", root, "2026-01-01");
    repository.commit("si/deep/below/rest.yaml", &format!("components:{parts}"), "2026-01-01");
    repository.commit(
        "si/more.json",
        "{\"entities\": {\"x\": {\"country\": \"DE\"}}}",
        "2026-01-01",
    );
    for passed_over in ["si/.hidden.yaml", "si/.h/a.yaml", "si/node_modules/a.json", "si/notes.md"]
    {
        repository.commit(passed_over, "no: inventory", "2026-01-02");
    }
    diff(&repository, "HEAD").says("The same");
    let whole = program().args(["diff", "--git", "HEAD", &repository.name("")]);
    whole.says("The same");
    let file = program().args(["diff", "--git", "HEAD..HEAD", &repository.name("si/more.json")]);
    file.exits_with(2);
}

#[test]
fn a_snapshot_may_be_kept_in_a_repository() {
    let repository = three();
    let file = repository.name("kept.json");
    program().args(["snapshot", &repository.name("si"), "-o", &file]).succeeds();
    repository.commit_all("Keep", "2026-04-01");
    program().args(["diff", "--git", "HEAD", &file]).says("The same");
}

#[test]
fn what_is_wrong_in_a_revision_is_told_with_its_name() {
    let repository = three();
    repository.commit(
        "si/a.yaml",
        "trefonds: 1\ncomponents: {mail: {layer: cellar}}\n",
        "2026-04-01",
    );
    diff(&repository, "HEAD~1..HEAD").fails_with(2).complains("HEAD:si/a.yaml");
}

#[test]
fn what_is_not_there_is_told() {
    let repository = three();
    diff(&repository, "nowhere..HEAD").fails_with(2).complains("nowhere: no commit");
    diff(&repository, "main...HEAD").fails_with(2).complains("A..B");
    let missing = program().args(["diff", "--git", "HEAD", &repository.name("other")]);
    missing.fails_with(2).complains("HEAD:other: no inventory file");
    let outside = tempfile::tempdir().unwrap();
    let outside = program().args(["diff", "--git", "HEAD", outside.path().to_str().unwrap()]);
    outside.fails_with(2).complains("not in a git repository");
    program().args(["diff", "si"]).fails_with(2).complains("<NEW>");
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed_and_said_to_be_there() {
    let repository = three();
    link(Path::new("a.yaml"), &repository.at("si/b.yaml"));
    repository.commit_all("Link", "2026-04-01");
    diff(&repository, "HEAD~1..HEAD").fails_with(2).complains("HEAD:si/b.yaml: a symbolic link");
}

#[cfg(unix)]
fn link(to: &Path, at: &Path) {
    std::os::unix::fs::symlink(to, at).unwrap();
}
