use trefonds_lang::Lang;
use trefonds_source::Diagnostic;

use super::{Code, file_error, help};
use crate::OtherFile;

/// The path leads to nothing.
pub(crate) fn not_found(lang: Lang, path: &str) -> Diagnostic {
    help(file_error(Code::NotFound, path, lang.not_found()), lang.not_found_help())
}

/// A folder without an inventory file.
pub(crate) fn no_inventory_file(lang: Lang, path: &str) -> Diagnostic {
    let diagnostic = file_error(Code::NoInventoryFile, path, lang.no_inventory_file());
    help(diagnostic, lang.no_inventory_file_help())
}

/// Every file says that it is something else; the first of them.
pub(crate) fn only_others(lang: Lang, path: &str, kind: OtherFile) -> Diagnostic {
    let diagnostic = file_error(Code::NoInventoryFile, path, lang.only_others(&kind.named(lang)));
    let advice = match kind {
        OtherFile::Scenario => lang.only_scenarios_help(),
        OtherFile::Policy | OtherFile::Baseline => lang.only_policies_help(),
        OtherFile::Snapshot => lang.only_snapshots_help(),
        OtherFile::Schema
        | OtherFile::Mapping
        | OtherFile::Patterns
        | OtherFile::Suggestions
        | OtherFile::Licences => lang.only_others_help(),
    };
    help(diagnostic, advice)
}

/// The system refused to read.
pub(crate) fn unreadable(lang: Lang, path: &str, reason: &str) -> Diagnostic {
    file_error(Code::Unreadable, path, lang.unreadable(reason))
}

/// A symbolic link at `path` leads to the folder `target` above it.
pub(crate) fn symlink_loop(lang: Lang, path: &str, target: &str) -> Diagnostic {
    help(file_error(Code::SymlinkLoop, path, lang.symlink_loop(target)), lang.symlink_loop_help())
}

/// With this file, the inventory holds more than `limit` bytes.
pub(crate) fn too_large(lang: Lang, path: &str, limit: u64) -> Diagnostic {
    help(file_error(Code::TooLarge, path, lang.too_large(limit)), lang.too_large_help())
}

/// The first bytes that are no text are on this line.
pub(crate) fn not_utf8(lang: Lang, path: &str, line: usize) -> Diagnostic {
    help(file_error(Code::NotUtf8, path, lang.not_utf8(line)), lang.not_utf8_help())
}

/// A file that holds nothing.
pub(crate) fn empty_file(lang: Lang, path: &str) -> Diagnostic {
    help(file_error(Code::EmptyFile, path, lang.empty_file()), lang.empty_file_help())
}
