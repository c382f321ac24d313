//! No file imports another that imports it, however far round: each can be read before those that use it.
//!
//! What counts are `use` lines that begin with `crate`, `self` or `super`, and the imports of the
//! page's scripts. A name that a parent exports again counts as the parent's.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::harness::{names_in, root, text_of};
use crate::stories::tidy::files_under;

/// The circles that are left, by crate. This list only shrinks.
const LEFT: [(&str, &[&str]); 0] = [];

/// Who imports whom, by name.
type Imports = BTreeMap<String, BTreeSet<String>>;

/// All that `from` imports, directly or not. Time and space O(V + E).
fn reached(imports: &Imports, from: &str) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(next) = open.pop() {
        for to in imports.get(next).into_iter().flatten() {
            if seen.insert(to.clone()) {
                open.push(to);
            }
        }
    }
    seen
}

/// The sets of names that all import one another, in order.
fn circles(imports: &Imports) -> Vec<Vec<String>> {
    let reached: BTreeMap<&String, _> =
        imports.keys().map(|name| (name, reached(imports, name))).collect();
    let mutual = |a: &String, b: &String| reached[a].contains(b) && reached[b].contains(a);
    let circle = |name: &String| -> Vec<String> {
        imports.keys().filter(|other| mutual(name, other)).cloned().collect()
    };
    let found: BTreeSet<Vec<String>> = imports.keys().map(circle).collect();
    found.into_iter().filter(|circle| !circle.is_empty()).collect()
}

/// The modules of a crate, by path (none for its root).
fn modules(folder: &Path) -> BTreeMap<Vec<String>, PathBuf> {
    let mut files = Vec::new();
    files_under(folder, &mut files);
    let rust = files.into_iter().filter(|file| file.extension().is_some_and(|it| it == "rs"));
    let named = rust.map(|file| {
        let inside = file.strip_prefix(folder).unwrap().with_extension("");
        let mut path: Vec<String> =
            inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        if path.last().is_some_and(|last| last == "mod") || path == ["lib"] || path == ["main"] {
            path.pop();
        }
        (path, file)
    });
    named.collect()
}

/// The paths that the `use` lines of a text name, without what its module of tests uses.
fn used(text: &str) -> Vec<String> {
    let product = text.lines().map(str::trim).take_while(|line| *line != "mod tests {");
    let mut statement: Option<String> = None;
    let mut paths = Vec::new();
    for line in product.map(|line| line.split("//").next().unwrap()) {
        let begins = line.strip_prefix("use ").or_else(|| {
            line.starts_with("pub").then(|| line.split_once(" use ").map(|(_, rest)| rest))?
        });
        match (&mut statement, begins) {
            (Some(open), _) => open.push_str(line),
            (None, Some(rest)) => statement = Some(rest.to_owned()),
            (None, None) => continue,
        }
        if line.contains(';') {
            let whole = statement.take().unwrap();
            branches(whole.split(';').next().unwrap(), &mut paths);
        }
    }
    paths
}

/// A tree such as `a::{b, c::d}` as the paths `a::b` and `a::c::d`.
fn branches(tree: &str, paths: &mut Vec<String>) {
    let Some((stem, rest)) = tree.split_once('{') else {
        paths.push(tree.split(" as ").next().unwrap().trim().to_owned());
        return;
    };
    let mut depth = 0;
    let comma = |c: char| {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => (),
        }
        c == ',' && depth == 0
    };
    let inner = &rest[..rest.rfind('}').unwrap()];
    for branch in inner.split(comma).map(str::trim).filter(|branch| !branch.is_empty()) {
        branches(&format!("{}{branch}", stem.trim()), paths);
    }
}

/// The module that a path leads to from `within`; none for what is outside the crate.
fn target(
    path: &str,
    within: &[String],
    all: &BTreeMap<Vec<String>, PathBuf>,
) -> Option<Vec<String>> {
    let mut steps = path.split("::").peekable();
    let mut at = match *steps.peek()? {
        "crate" => Vec::new(),
        "super" | "self" => within.to_vec(),
        _ => return None,
    };
    for step in steps {
        match step {
            "crate" | "self" => (),
            "super" => drop(at.pop()),
            _ => {
                at.push(step.to_owned());
                if !all.contains_key(&at) {
                    at.pop();
                    break;
                }
            }
        }
    }
    Some(at)
}

fn imports_of_crate(folder: &Path) -> Imports {
    let all = modules(folder);
    let name = |path: &[String]| path.join("::");
    let used_by = |(path, file): (&Vec<String>, &PathBuf)| {
        let text = std::fs::read_to_string(file).unwrap();
        let targets = used(&text).into_iter().filter_map(|it| target(&it, path, &all));
        (name(path), targets.filter(|to| to != path).map(|to| name(&to)).collect())
    };
    all.iter().map(used_by).collect()
}

#[test]
fn no_circle_of_modules_within_a_crate() {
    let mut found = Vec::new();
    for name in names_in("crates") {
        let source = root().join("crates").join(&name).join("src");
        let folder = if source.is_dir() { source } else { root().join("crates").join(&name) };
        let imports = imports_of_crate(&folder);
        assert!(imports.values().any(|used| !used.is_empty()), "{name}: nothing was read");
        found.extend(circles(&imports).into_iter().map(|circle| (name.clone(), circle)));
    }
    let left = LEFT.map(|(name, circle)| {
        (name.to_owned(), circle.iter().map(|&it| it.to_owned()).collect::<Vec<_>>())
    });
    assert_eq!(found, left, "a new circle is to be cut, one that has gone leaves the list");
}

#[test]
fn no_circle_of_the_page_s_scripts() {
    let folder = "crates/report/page/src";
    let scripts = names_in(folder).into_iter().filter(|name| name.ends_with(".ts"));
    let imports: Imports = scripts
        .map(|name| {
            let text = text_of(format!("{folder}/{name}"));
            let from = text.split("from \"./").skip(1);
            let used = from.map(|rest| format!("{}.ts", rest.split('"').next().unwrap()));
            (name, used.collect())
        })
        .collect();
    for used in imports.values().flatten() {
        assert!(imports.contains_key(used), "{used} is imported and is not there");
    }
    assert_eq!(circles(&imports), Vec::<Vec<String>>::new());
}

#[test]
fn circles_are_seen_however_long() {
    let arrows = [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "e"), ("f", "f")];
    let mut imports = Imports::new();
    for (from, to) in arrows {
        imports.entry(from.to_owned()).or_default().insert(to.to_owned());
        imports.entry(to.to_owned()).or_default();
    }
    assert_eq!(circles(&imports), [vec!["a", "b", "c"], vec!["f"]]);
}

#[test]
fn use_lines_are_read_whole() {
    let text = "use super::{a, b::{C, d as e}};\npub(crate) use crate::f::\n    G; // h\n\
                mod tests {\n    use super::i;\n";
    assert_eq!(used(text), ["super::a", "super::b::C", "super::b::d", "crate::f::G"]);
}
