//! Where each thing of the catalogue stands, and what it speaks of: a scan of lines, no reading of YAML.
//!
//! The data keeps to a layout that makes this enough, and a test holds it: root keys in the first column, ids
//! in the third, all else further in.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use trefonds_declare::SubjectKind;

/// A thing, and its lines.
pub(crate) struct Block {
    pub(crate) kind: SubjectKind,
    pub(crate) id: &'static str,
    /// Which file.
    file: usize,
    /// The line of the root key under which it stands.
    section: Range<usize>,
    lines: Range<usize>,
}

/// All things of some files.
pub(crate) struct Index {
    files: &'static [(&'static str, &'static str)],
    pub(crate) blocks: Vec<Block>,
    by_name: FxHashMap<&'static str, Vec<u32>>,
}

/// The kind of things under a root key.
fn kind_of(key: &str) -> Option<SubjectKind> {
    Some(match key {
        "offers" => SubjectKind::Component,
        "entities" => SubjectKind::Entity,
        "sites" => SubjectKind::Site,
        "laws" => SubjectKind::Law,
        "sources" => SubjectKind::Source,
        _ => return None,
    })
}

impl Index {
    /// O(n) for n bytes.
    pub(crate) fn of(files: &'static [(&'static str, &'static str)]) -> Self {
        let mut index = Self { files, blocks: Vec::new(), by_name: FxHashMap::default() };
        for (file, (_, text)) in files.iter().enumerate() {
            index.scan(file, text);
        }
        index
    }

    fn scan(&mut self, file: usize, text: &'static str) {
        let mut section: Option<(SubjectKind, Range<usize>)> = None;
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let lines = at..at + line.len();
            at = lines.end;
            let inner = line.trim_start_matches(' ');
            let depth = line.len() - inner.len();
            let word = inner.split_once(':').map_or("", |(word, _)| word);
            match depth {
                0 if !word.is_empty() && !inner.starts_with('#') => {
                    section = kind_of(word).map(|kind| (kind, lines.clone()));
                }
                2 if !word.is_empty() && !inner.starts_with('#') => {
                    if let Some((kind, section)) = section.clone() {
                        let number = self.blocks.len() as u32;
                        self.by_name.entry(word).or_default().push(number);
                        self.blocks.push(Block {
                            kind,
                            id: word,
                            file,
                            section,
                            lines: lines.clone(),
                        });
                    }
                }
                _ => {}
            }
            if depth >= 2
                && section.is_some()
                && let Some(block) = self.blocks.last_mut().filter(|it| it.file == file)
            {
                block.lines.end = lines.end;
                if let Some((_, lei)) = line.split_once("lei: ") {
                    let ends = |c: char| !c.is_ascii_alphanumeric();
                    let lei = lei.split(ends).next().unwrap_or_default();
                    let number = self.blocks.len().saturating_sub(1) as u32;
                    self.by_name.entry(lei).or_default().push(number);
                }
            }
        }
    }

    /// The path of the file of a thing.
    pub(crate) fn path(&self, block: &Block) -> &'static str {
        self.files.get(block.file).map_or("", |(path, _)| path)
    }

    /// What stands behind a key of a thing, on its line.
    pub(crate) fn said(&self, block: &Block, key: &str) -> Option<&'static str> {
        let lines = self.text(block).lines().map(str::trim_start);
        let mut said = lines.filter_map(|line| line.strip_prefix(key)?.strip_prefix(": "));
        said.next().map(|text| text.trim_matches(['"', '\'', ' ']))
    }

    /// Whether a word that may be an id stands behind a key of a thing.
    pub(crate) fn says_word(&self, block: &Block, key: &str, wanted: &str) -> bool {
        self.said(block, key).is_some_and(|text| words(text).any(|word| word == wanted))
    }

    fn text(&self, block: &Block) -> &'static str {
        let text = self.files.get(block.file).map_or("", |(_, text)| text);
        text.get(block.lines.clone()).unwrap_or_default()
    }

    /// The files in which some names are declared, and all that these lead to, everything else blank: the
    /// path and the text of each. O(n) for n bytes of what is reached.
    pub(crate) fn reached<'n>(
        &self,
        names: impl Iterator<Item = &'n str>,
        laws: bool,
    ) -> Vec<(&'static str, String)> {
        let mut met: FxHashSet<u32> = FxHashSet::default();
        let mut queue: Vec<u32> = Vec::new();
        let mut reach = |name: &str, queue: &mut Vec<u32>| {
            for number in self.by_name.get(name).into_iter().flatten() {
                if met.insert(*number) {
                    queue.push(*number);
                }
            }
        };
        names.for_each(|name| reach(name, &mut queue));
        if laws {
            let all = self.blocks.iter().filter(|it| it.kind == SubjectKind::Law);
            all.for_each(|law| reach(law.id, &mut queue));
        }
        while let Some(number) = queue.pop() {
            let Some(block) = self.blocks.get(number as usize) else { continue };
            words(self.text(block)).for_each(|word| reach(word, &mut queue));
        }
        self.only(&met)
    }

    /// The files of some things, with the lines of these alone.
    fn only(&self, wanted: &FxHashSet<u32>) -> Vec<(&'static str, String)> {
        let mut lines: Vec<Vec<Range<usize>>> = vec![Vec::new(); self.files.len()];
        for (number, block) in self.blocks.iter().enumerate() {
            if wanted.contains(&(number as u32))
                && let Some(lines) = lines.get_mut(block.file)
            {
                if !lines.contains(&block.section) {
                    lines.push(block.section.clone());
                }
                lines.push(block.lines.clone());
            }
        }
        let with_lines = self.files.iter().zip(lines).filter(|(_, lines)| !lines.is_empty());
        with_lines.map(|((name, text), lines)| (*name, kept(text, &lines))).collect()
    }
}

/// A text of which some stretches stay, in order, and of the others their line breaks.
fn kept(text: &str, stretches: &[Range<usize>]) -> String {
    let mut kept = String::with_capacity(stretches.iter().map(|it| it.len() + 64).sum());
    let mut at = 0;
    for stretch in stretches {
        let before = text.get(at..stretch.start).unwrap_or_default();
        kept.extend(before.bytes().filter(|byte| *byte == b'\n').map(char::from));
        kept.push_str(text.get(stretch.clone()).unwrap_or_default());
        at = stretch.end;
    }
    kept
}

/// The words of a text that may be ids.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let ends = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/'));
    text.split(ends).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: &[(&str, &str)] = &[
        (
            "a.yaml",
            "# Two.\nentities:\n  acme: {name: Acme, owned_by: [holdco]}\n  other:\n    name: Other\n    lei: ABC\n",
        ),
        (
            "b.yaml",
            "entities:\n  far: {name: Far}\n  holdco:\n    country: {code: US}\n\noffers:\n  acme/mail:\n    operator: acme\n",
        ),
    ];

    #[test]
    fn what_is_named_and_what_it_leads_to_stays_where_it_stands() {
        let reached = Index::of(FILES).reached(["acme/mail"].into_iter(), false);
        assert_eq!(
            reached,
            [
                ("a.yaml", "\nentities:\n  acme: {name: Acme, owned_by: [holdco]}\n".to_owned()),
                ("b.yaml", "entities:\n\n  holdco:\n    country: {code: US}\noffers:\n  acme/mail:\n    operator: acme\n".to_owned()),
            ]
            .map(|(name, text): (&str, String)| (name, text.replace("US}\noffers", "US}\n\noffers")))
        );
    }

    #[test]
    fn an_lei_leads_to_its_entity() {
        let reached = Index::of(FILES).reached(["ABC"].into_iter(), false);
        assert_eq!(
            reached,
            [("a.yaml", "\nentities:\n\n  other:\n    name: Other\n    lei: ABC\n".to_owned())]
        );
    }
}
