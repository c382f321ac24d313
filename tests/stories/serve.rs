//! `serve` and `check --watch`: what is shown is what the files say now.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use crate::harness::{program, root};

/// Longer than any machine needs.
const PATIENCE: Duration = Duration::from_secs(60);

/// A program that runs until the story ends.
struct Running {
    child: Child,
    out: BufReader<ChildStdout>,
}

impl Running {
    fn start(args: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_trefonds"));
        command.current_dir(root()).args(args).stdin(Stdio::null());
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        Self { child, out }
    }

    /// The next line on standard output that holds these words.
    fn says(&mut self, words: &str) -> String {
        let mut line = String::new();
        while !line.contains(words) {
            line.clear();
            assert!(self.out.read_line(&mut line).unwrap() > 0, "ended without {words:?}");
        }
        line
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// A small inventory of our own, with this name for its service.
fn write(folder: &Path, name: &str) {
    let text = format!(
        "trefonds: 1\nhome: [FR]\ncomponents:\n  s: {{ name: {name}, layer: service, depends_on: none }}\n"
    );
    fs::write(folder.join("trefonds.yaml"), text).unwrap();
}

fn served(folder: &Path) -> (Running, String) {
    let path = folder.to_str().unwrap();
    let mut running = Running::start(&["serve", path, "--listen", "127.0.0.1:0"]);
    let line = running.says("http://127.0.0.1:");
    let address = line.split("http://").nth(1).unwrap().split('/').next().unwrap().to_owned();
    (running, address)
}

/// Status and everything else that comes back.
fn ask(address: &str, method: &str, path: &str, host: &str) -> (u16, String) {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")
        .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
    (status, answer)
}

/// Asks until the page holds these words.
fn until(address: &str, words: &str) -> String {
    let started = Instant::now();
    loop {
        let (_, page) = ask(address, "GET", "/", address);
        if page.contains(words) {
            return page;
        }
        assert!(started.elapsed() < PATIENCE, "{words:?} never came");
        std::thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn the_page_follows_the_files_and_shows_errors_rather_than_an_older_page() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "Accueil");
    let (_running, address) = served(folder.path());
    let page = until(&address, "Accueil");
    assert!(page.contains("data-state=\"1\"") && page.contains("connect-src 'self'"));
    write(folder.path(), "[");
    let page = until(&address, "The inventory has errors");
    assert!(page.contains("trefonds.yaml:4:") && !page.contains("Accueil"));
    write(folder.path(), "Standard");
    let page = until(&address, "Standard");
    assert!(!page.contains("Accueil") && !page.contains("has errors"));
    let (_, state) = ask(&address, "GET", "/state", &address);
    assert!(!state.ends_with("\n1") && page.contains("data-state=\""));
}

#[test]
fn only_this_machine_under_its_own_name_is_answered() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "Accueil");
    let (_running, address) = served(folder.path());
    let port = address.rsplit(':').next().unwrap();
    assert_eq!(ask(&address, "GET", "/", &format!("localhost:{port}")).0, 200);
    assert_eq!(ask(&address, "GET", "/", &format!("[::1]:{port}")).0, 200);
    assert_eq!(ask(&address, "GET", "/", "evil.example").0, 403);
    assert_eq!(ask(&address, "GET", "/state", &format!("evil.example:{port}")).0, 403);
    assert_eq!(ask(&address, "GET", "/../trefonds.yaml", &address).0, 404);
    assert_eq!(ask(&address, "POST", "/", &address).0, 405);
}

#[test]
fn an_address_that_others_reach_has_to_be_asked_for() {
    let args = ["serve", "inventories/hospital", "--listen", "0.0.0.0:0"];
    program().args(args).fails_with(2).complains("--allow-network");
}

#[test]
fn an_address_in_use_is_an_error() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let args = ["serve", "inventories/hospital", "--listen", &address];
    program().args(args).fails_with(2).complains("cannot listen on");
}

#[test]
fn watching_checks_again_whenever_a_file_changes() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "Accueil");
    let mut running = Running::start(&["check", folder.path().to_str().unwrap(), "--watch"]);
    running.says("Accueil");
    running.says("Watching the files");
    write(folder.path(), "[");
    running.says("Watching the files");
    write(folder.path(), "Standard");
    running.says("Standard");
}
