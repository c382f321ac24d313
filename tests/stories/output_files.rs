//! `-o`: what is at the path is respected, whatever it is; a terminal is not filled with bulk.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Stdio};

use trefonds_cli::World;

use crate::harness::{clinic, root};

/// Every command that writes a file, before and after the inventory.
const WRITERS: [&[&str]; 12] = [
    &["spof"],
    &["check", "--format", "csv"],
    &["map"],
    &["report"],
    &["snapshot"],
    &["questions"],
    &["ends"],
    &["denial"],
    &["exposure"],
    &["rank"],
    &["export", "--to", "markdown"],
    &["whatif", "--withdraw", "US"],
];

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().mode() & 0o777
}

fn named(writer: &[&str], folder: &Path) -> std::path::PathBuf {
    folder.join(if writer[0] == "map" { "out.svg" } else { "out" })
}

/// Writes with the user's mask.
fn under_mask(mask: &str, args: &[&str]) {
    let mut shell = Command::new("sh");
    shell.current_dir(root()).arg("-c").arg(format!("umask {mask}; exec \"$@\"")).arg("sh");
    let (first, rest) = args.split_first().unwrap();
    shell.arg(env!("CARGO_BIN_EXE_trefonds")).arg(first).arg("tests/inventories/clinic").args(rest);
    let output = shell.output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_new_file_takes_the_mask_and_an_old_one_keeps_its_mode() {
    for writer in WRITERS {
        let folder = tempfile::tempdir().unwrap();
        let file = named(writer, folder.path());
        let with = |more: &str| {
            let mut args = writer.to_vec();
            args.extend(["-o", file.to_str().unwrap()]);
            under_mask(more, &args);
        };
        with("027");
        assert_eq!(mode(&file), 0o640, "{writer:?}");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
        with("000");
        assert_eq!(mode(&file), 0o600, "{writer:?}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "{writer:?}");
    }
}

/// Only the superuser can give a file away.
#[test]
fn an_old_file_keeps_its_owner() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("out");
    fs::write(&file, "old").unwrap();
    if std::os::unix::fs::chown(&file, Some(1234), Some(4321)).is_err() {
        return;
    }
    clinic().args(["spof", "-o", file.to_str().unwrap()]).succeeds();
    let kept = fs::metadata(&file).unwrap();
    assert_eq!((kept.uid(), kept.gid()), (1234, 4321));
    assert!(fs::read_to_string(&file).unwrap().contains("Certain"));
}

#[test]
fn a_link_is_followed_and_stays() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("deep")).unwrap();
    let (link, file) = (folder.path().join("link"), folder.path().join("deep/file"));
    symlink("deep/file", &link).unwrap();
    for _ in 0..2 {
        clinic().args(["spof", "-o", link.to_str().unwrap()]).succeeds();
        assert!(link.symlink_metadata().unwrap().is_symlink());
        assert!(fs::read_to_string(&file).unwrap().contains("Certain"));
    }
    let circle = folder.path().join("circle");
    symlink("circle", &circle).unwrap();
    let path = circle.to_str().unwrap();
    clinic().args(["spof", "-o", path]).fails_with(2).complains(path);
}

// Elsewhere there is no device that is always full.
#[cfg(target_os = "linux")]
#[test]
fn devices_are_written_to_and_never_replaced() {
    for writer in WRITERS.into_iter().filter(|writer| writer[0] != "map") {
        clinic().args(writer).args(["-o", "/dev/null"]).succeeds();
        let full = clinic().args(writer).args(["-o", "/dev/full"]).fails_with(2);
        assert!(full.stderr.starts_with("error: cannot write /dev/full: "), "{}", full.stderr);
    }
    for device in ["/dev/null", "/dev/full"] {
        assert!(fs::metadata(device).unwrap().file_type().is_char_device());
    }
    let french = clinic().args(["spof", "--lang", "fr", "-o", "/dev/full"]).fails_with(2);
    french.complains("impossible d'écrire /dev/full");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_standard_output_is_told() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = clinic().args(["check"]).command().stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write the output"));
}

#[test]
fn a_pipe_is_written_to() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let path = pipe.to_str().unwrap().to_owned();
    let reader = std::thread::spawn(move || fs::read_to_string(path).unwrap());
    clinic().args(["spof", "-o", pipe.to_str().unwrap()]).succeeds();
    assert!(reader.join().unwrap().contains("Certain"));
    assert!(fs::metadata(&pipe).unwrap().file_type().is_fifo());
}

#[test]
fn a_hyphen_and_dev_stdout_are_standard_output() {
    let expected = clinic().args(["spof"]).succeeds().stdout;
    for path in ["-", "/dev/stdout"] {
        assert_eq!(clinic().args(["spof", "-o", path]).succeeds().stdout, expected);
    }
    clinic().args(["map", "-o", "-"]).says("<svg");
    clinic().args(["export", "--to", "markdown", "-o", "-"]).says("# ");
    assert!(!root().join("-").exists());
}

#[test]
fn what_is_open_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("out");
    let open = fs::File::create(&file).unwrap();
    let before = fs::metadata(&file).unwrap().ino();
    let story = clinic().args(["spof", "-o", "/dev/stdout"]);
    let status = story.command().stdout(open).stderr(Stdio::inherit()).status().unwrap();
    assert!(status.success());
    assert_eq!(fs::metadata(&file).unwrap().ino(), before);
    assert!(fs::read_to_string(&file).unwrap().contains("Certain"));
}

#[test]
fn a_folder_is_no_place_for_a_result() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    clinic().args(["spof", "-o", path]).fails_with(2).complains(path);
}

/// Runs on a terminal: exit code, output, errors.
fn on_a_terminal(args: &[&str]) -> (u8, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut world = World {
        out: &mut out,
        err: &mut err,
        out_is_terminal: true,
        err_is_terminal: false,
        no_color: true,
        quiet: false,
        lang: trefonds_cli::language(|_| None),
    };
    let args = ["trefonds"].iter().chain(args).map(std::ffi::OsString::from);
    let code = trefonds_cli::run(args, &mut world);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (code, text(out), text(err))
}

#[test]
fn bulk_is_refused_on_a_terminal_unless_a_hyphen_asks_for_it() {
    let clinic = root().join("tests/inventories/clinic");
    let path = clinic.to_str().unwrap();
    for command in ["report", "snapshot", "map"] {
        let (code, out, err) = on_a_terminal(&[command, path]);
        assert_eq!((code, out.as_str()), (2, ""), "{command}");
        assert!(err.contains("-o -") && err.contains(&format!("-o {command}.")), "{err}");
        let (code, out, err) = on_a_terminal(&[command, path, "-o", "-"]);
        assert_eq!((code, err.as_str()), (0, ""), "{command}");
        assert!(out.len() > 10_000, "{command}");
    }
    let (code, _, err) = on_a_terminal(&["report", path, "--lang", "fr"]);
    assert!(code == 2 && err.contains("pas du texte pour un terminal"), "{err}");
    assert_eq!(on_a_terminal(&["spof", path]).0, 0);
}
