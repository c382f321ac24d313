//! One hostile inventory through every output: nothing in a name steers, turns, hides or is computed.

use std::fs;
use std::io::Read;

use crate::harness::{Story, program};

/// Control characters, signs of direction, invisible signs, breaks of line.
const HOSTILE: &str = "\\0\\x07\\x1b[2J\\x7f\\x85\\u061C\\u200E\\u200F\\u202A\\u202B\\u202C\\u202D\\u202E\\u2066\\u2067\\u2068\\u2069\\u2028\\u200B\\uFEFF\\r\\n\\t";

/// A file may be called so too.
#[cfg(unix)]
const FILE: &str = "=a\u{1b}[2J\u{202E}\u{2066}\u{7}.yaml";
#[cfg(not(unix))]
const FILE: &str = "a\u{202E}\u{2066}.yaml";

/// What begins a formula; a name of each.
const FORMULAS: [&str; 8] = ["=", "+", "-", "@", "＝", "＋", "－", "＠"];

fn inventory(folder: &std::path::Path) -> String {
    let mut text = format!(
        "trefonds: 1\nhome: [FR]\nas_of: 2026-11-01\ntitle: \"T{HOSTILE}itle\"\ncomponents:\n"
    );
    let mut needed = Vec::new();
    for (at, sign) in FORMULAS.iter().enumerate() {
        text += &format!(
            "  c{at}:\n    name: \"{sign}cmd{HOSTILE}\"\n    layer: application\n    owner: \"{sign}own{HOSTILE}\"\n    \
             operator: {{entity: host, until: 2027-01-31, source: \"s{HOSTILE}\"}}\n    data: {{class: \"{sign}d{HOSTILE}\", form: clear}}\n"
        );
        needed.push(format!("c{at}"));
    }
    text += &format!(
        "  s:\n    name: \"{}s{HOSTILE}\"\n    layer: service\n    criticality: vital\n    tags: [\"t{HOSTILE}\"]\n    depends_on:\n",
        '='
    );
    for id in needed {
        text += &format!("      - {{needs: {id}, because: \"b{HOSTILE}\"}}\n");
    }
    text += &format!(
        "entities:\n  host: {{name: \"＝host{HOSTILE}\", country: US}}\nlaws:\n  act:\n    name: \"@act{HOSTILE}\"\n    \
         jurisdiction: US\n    effect: access\n    reaches: [{{channel: operation, link: direct}}]\n"
    );
    fs::write(folder.join(FILE), text).unwrap();
    folder.to_str().unwrap().to_owned()
}

/// Whether a character steers, hides or turns what people see.
fn is_forbidden(c: char) -> bool {
    let code = u32::from(c);
    (c.is_control() && c != '\n')
        || matches!(code, 0x061C | 0x200B | 0x200E | 0x200F | 0x2028 | 0x2029 | 0xFEFF)
        || (0x202A..=0x202E).contains(&code)
        || (0x2066..=0x2069).contains(&code)
}

#[track_caller]
fn is_clean(what: &str, text: &str) {
    let before: String = text.chars().take_while(|c| !is_forbidden(*c)).collect();
    let near: String = text[before.len()..].chars().take(20).collect();
    assert!(near.is_empty(), "{what}: {near:?} after {:?}", before.lines().last());
}

#[test]
fn text_markdown_csv_and_json_hold_nothing_that_steers() {
    let folder = tempfile::tempdir().unwrap();
    let path = inventory(folder.path());
    let lists: [&[&str]; 11] = [
        &["check"],
        &["spof"],
        &["spof", "--level", "component"],
        &["exposure"],
        &["questions"],
        &["ends"],
        &["denial"],
        &["resolve"],
        &["rank"],
        &["plan"],
        &["whatif", "--withdraw", "US"],
    ];
    for list in lists {
        for format in ["text", "markdown", "csv", "json"] {
            for lang in ["en", "fr"] {
                let out = Story::on(&path)
                    .args(list)
                    .args(["--format", format, "--lang", lang])
                    .succeeds()
                    .stdout;
                let lines = if format == "csv" { out.replace("\r\n", "\n") } else { out };
                is_clean(&format!("{list:?} {format}"), &lines);
            }
        }
    }
    let calendar = Story::on(&path).args(["ends", "--format", "ics"]).succeeds().stdout;
    is_clean("ends ics", &calendar.replace("\r\n", "\n"));
    for service in [&["why", "s", "host"][..], &["cuts", "s"]] {
        let story = program().args([service[0], path.as_str()]).args(&service[1..]);
        is_clean(service[0], &story.succeeds().stdout);
    }
}

#[test]
fn json_says_the_name_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let overview = Story::on(&inventory(folder.path())).args(["check"]).json();
    let title = overview["title"].as_str().unwrap();
    assert!(title.starts_with("T\0\u{7}\u{1b}[2J") && title.contains('\u{202E}'), "{title:?}");
}

#[test]
fn no_cell_of_a_list_is_computed() {
    let folder = tempfile::tempdir().unwrap();
    let path = inventory(folder.path());
    for list in ["spof", "exposure", "questions", "ends", "denial", "resolve", "check", "rank"] {
        let csv = Story::on(&path).args([list, "--format", "csv"]).succeeds().stdout;
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        for record in reader.records() {
            for cell in record.unwrap().iter() {
                let first = cell.trim_start().chars().next().unwrap_or('a');
                assert!(!"=+-@＝＋－＠".contains(first), "{list}: {cell:?}");
            }
        }
    }
}

#[test]
fn pictures_pages_and_files_hold_nothing_that_steers() {
    let folder = tempfile::tempdir().unwrap();
    let path = inventory(folder.path());
    let out = tempfile::tempdir().unwrap();
    for (command, file) in [
        ("map", "map.svg"),
        ("map", "map.dot"),
        ("map", "map.json"),
        ("report", "page.html"),
        ("snapshot", "kept.json"),
        ("export", "all.md"),
        ("export", "all.svg"),
    ] {
        let place = out.path().join(file);
        Story::on(&path).args([command, "-o", place.to_str().unwrap()]).succeeds();
        is_clean(file, &fs::read_to_string(&place).unwrap());
    }
    let page = fs::read_to_string(out.path().join("page.html")).unwrap();
    // What the script would make characters of again.
    let start = page.find("id=\"data\"").unwrap();
    for escape in ["\\u0000", "\\u0007", "\\u001b", "\\u007f", "\\u202e", "\\u202E", "\\b", "\\f"] {
        assert!(!page[start..].split("</script>").next().unwrap().contains(escape), "{escape}");
    }
    let dot = out.path().join("map.dot");
    let drawn = fs::read_to_string(dot).unwrap();
    assert!(drawn.contains('␀') && drawn.contains('\u{FFFD}'));
}

#[test]
fn a_workbook_holds_nothing_that_steers_or_is_computed() {
    let folder = tempfile::tempdir().unwrap();
    let path = inventory(folder.path());
    let place = folder.path().join("all.xlsx");
    Story::on(&path).args(["export", "-o", place.to_str().unwrap()]).succeeds();
    let mut archive = zip::ZipArchive::new(fs::File::open(&place).unwrap()).unwrap();
    let mut quoted = 0;
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        is_clean(&name, &text.replace("\r\n", "\n"));
        // A control character may hide as _x0007_ too.
        assert!(!text.contains("_x00") && !text.contains("<f>"), "{name}");
        roxmltree::Document::parse(&text).unwrap();
        quoted += text.matches("quotePrefix=\"1\"").count();
    }
    assert!(quoted > 0);
}

#[test]
fn problems_are_told_without_what_steers() {
    let folder = tempfile::tempdir().unwrap();
    let text = "trefonds: 1\nhome: [FR]\ncomponents:\n  a: {layer: service, depends_on: [\"x\\u202Ey\\x1b[2J\"]}  # \u{202E}\u{61C}\u{200E}\u{200B}\u{85}\u{2067}\n  b: {layer: \"\\x07\\u2066q\"}\n";
    fs::write(folder.path().join(FILE), text).unwrap();
    let path = folder.path().to_str().unwrap();
    let told = Story::on(path).args(["check"]).fails_with(2);
    is_clean("diagnostics", &told.stderr);
    let json = Story::on(path).args(["check", "--format", "json"]).exits_with(2);
    is_clean("diagnostics as JSON", &json.stdout);
    fs::write(
        folder.path().join(FILE),
        "trefonds: 1\nhome: [FR]\ncomponents:\n  a: {layer: service}\n",
    )
    .unwrap();
    let wrong = Story::on(path).args(["resolve", "q\u{202E}\u{1b}[2J"]).fails_with(2);
    is_clean("errors", &wrong.stderr);
    let usage = program().args(["spof", "--by", "q\u{202E}\u{1b}[2J", path]).fails_with(2);
    is_clean("usage", &usage.stderr);
}

#[test]
fn a_policy_report_holds_nothing_that_steers() {
    let folder = tempfile::tempdir().unwrap();
    let path = inventory(folder.path());
    let policy = folder.path().join("policy.yaml");
    fs::write(&policy, "trefonds-policy: 1\ntitle: \"p\\x1b\\u202E\"\nrules:\n  - {id: no-one, severity: error, text: \"t\\x07\\u2066\", no_foreign_single_point: {}}\n").unwrap();
    for format in ["text", "markdown", "csv", "json", "sarif", "junit"] {
        let story = Story::on(&path).args([
            "check",
            "--policy",
            policy.to_str().unwrap(),
            "--format",
            format,
        ]);
        let out = story.exits_with(1).stdout.replace("\r\n", "\n");
        is_clean(format, &out);
        if format == "sarif" {
            let log: serde_json::Value = serde_json::from_str(&out).unwrap();
            let told = log["runs"][0]["results"][0]["message"]["text"].as_str().unwrap();
            is_clean("what SARIF says", told);
        }
    }
}
