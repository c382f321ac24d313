//! `export`: what a committee gets, in one file.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::process::Command;

use roxmltree::Document;

use crate::harness::{Story, clinic, inventory};

/// Writes a file and gives its path; the folder goes with the story.
fn written(of: &Story, folder: &Path, name: &str, more: &[&str]) -> std::path::PathBuf {
    let path = folder.join(name);
    of.clone().args(["export", "-o", path.to_str().unwrap()]).args(more).succeeds();
    path
}

/// What `pdftotext` reads.
pub fn text_of_pdf(path: &Path) -> String {
    let read = Command::new("pdftotext").args(["-layout"]).arg(path).arg("-").output().unwrap();
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    String::from_utf8(read.stdout).unwrap()
}

#[test]
fn the_pdf_has_text_that_can_be_selected_what_matters_first() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(&clinic(), folder.path(), "clinic.pdf", &[]);
    let bytes = fs::read(&path).unwrap();
    assert!(bytes.starts_with(b"%PDF-1."));
    let has = |words: &[u8]| bytes.windows(words.len()).any(|at| at == words);
    assert!(has(b"/Outlines") && has(b"/FontFile2"));
    let text = text_of_pdf(&path);
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words:?} not in\n{text}"));
    assert!(at("Services: who can stop them") < at("Proofs: why a country"));
    assert!(at("Proofs: why a country") < at("Single points of foreign control: jurisdictions"));
    assert!(at("Questions to ask next") < at("Method, sources, assumptions"));
    assert!(at("coverage") < at("Proofs: why a country"));
    assert!(text.contains("tests/inventories/clinic/trefonds.yaml:"));
}

#[test]
fn the_same_inventory_gives_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    for (first, second) in [("a.pdf", "b.pdf"), ("a.xlsx", "b.xlsx"), ("a.png", "b.png")] {
        let one = written(&clinic().env("RAYON_NUM_THREADS", "1"), folder.path(), first, &[]);
        let four = written(&clinic().env("RAYON_NUM_THREADS", "4"), folder.path(), second, &[]);
        assert!(fs::read(one).unwrap() == fs::read(four).unwrap(), "{first}");
    }
}

/// The parts of a workbook by name.
pub fn parts(path: &Path) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(File::open(path).unwrap()).unwrap();
    let read = (0..archive.len()).map(|at| {
        let mut part = archive.by_index(at).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        (part.name().unwrap().into_owned(), text)
    });
    read.collect()
}

fn sheets(parts: &[(String, String)]) -> Vec<&str> {
    let sheets = parts.iter().filter(|(name, _)| name.starts_with("xl/worksheets/sheet"));
    sheets.map(|(_, text)| text.as_str()).collect()
}

#[test]
fn the_workbook_has_a_sheet_a_list_with_frozen_headings_and_filters() {
    let folder = tempfile::tempdir().unwrap();
    let parts = parts(&written(&inventory("hospital"), folder.path(), "hospital.xlsx", &[]));
    let book = &parts.iter().find(|(name, _)| name == "xl/workbook.xml").unwrap().1;
    let book = Document::parse(book).unwrap();
    let names: Vec<&str> = (book.descendants().filter(|node| node.has_tag_name(sheet("sheet"))))
        .filter_map(|node| node.attribute("name"))
        .collect();
    assert_eq!(names[..4], ["Summary", "Services", "Cannot be mended", "Countries"]);
    let sheets = sheets(&parts);
    assert_eq!(names.len(), sheets.len());
    for text in sheets {
        let document = Document::parse(text).unwrap();
        let has = |name: &str| document.descendants().any(|node| node.has_tag_name(sheet(name)));
        assert!(has("pane") && has("autoFilter"));
        assert!(!has("f"), "a formula");
    }
    // The day of the results is a number, as spreadsheets hold days: 2026-11-01.
    assert!(sheets_hold(&parts, "<v>46327</v>"));
}

fn sheet(name: &str) -> (&'static str, &str) {
    ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", name)
}

fn sheets_hold(parts: &[(String, String)], words: &str) -> bool {
    sheets(parts).iter().any(|text| text.contains(words))
}

#[test]
fn names_that_look_like_formulas_stay_text() {
    let folder = tempfile::tempdir().unwrap();
    let name = "=HYPERLINK(\"http://example.invalid\")";
    let text = format!(
        "trefonds: 1\nhome: [FR]\ncomponents:\n  s: {{ name: {name:?}, layer: service, depends_on: none }}\n"
    );
    fs::write(folder.path().join("trefonds.yaml"), text).unwrap();
    let of = Story::on(folder.path().to_str().unwrap());
    let parts = parts(&written(&of, folder.path(), "out.xlsx", &[]));
    let strings = &parts.iter().find(|(name, _)| name == "xl/sharedStrings.xml").unwrap().1;
    assert!(strings.contains("=HYPERLINK"));
    let styles = &parts.iter().find(|(name, _)| name == "xl/styles.xml").unwrap().1;
    assert!(styles.contains("quotePrefix=\"1\""));
    assert!(!sheets_hold(&parts, "<f>"));
}

#[test]
fn pictures_and_text() {
    let folder = tempfile::tempdir().unwrap();
    let of = clinic();
    let png = fs::read(written(&of, folder.path(), "map.png", &[])).unwrap();
    assert!(png.starts_with(b"\x89PNG\r\n"));
    let svg = fs::read_to_string(written(&of, folder.path(), "map.svg", &[])).unwrap();
    assert_eq!(svg, of.clone().args(["map"]).succeeds().stdout);
    let french = ["--to", "markdown", "--lang", "fr"];
    let text = fs::read_to_string(written(&of, folder.path(), "report.txt", &french)).unwrap();
    assert!(text.starts_with("# ") && text.contains("## Hypothèses"));
    assert!(text.contains("# Points uniques de contrôle étranger\u{a0}: juridictions"));
}

#[test]
fn an_ending_that_names_nothing_is_an_error_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.doc");
    let args = ["export", "-o", path.to_str().unwrap()];
    clinic().args(args).fails_with(2).complains("the ending names no format");
    assert!(!path.exists());
}
