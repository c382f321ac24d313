//! The mapping file: how tables are written, and what their columns mean.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, SeqAccess, Visitor};
use trefonds_declare::{ids, words};
use trefonds_lang::Lang;
use trefonds_read::table::{Dialect, Encoding};

/// One text, or a list of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Texts(pub(crate) Vec<String>);

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct One;
        impl<'de> Visitor<'de> for One {
            type Value = Texts;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name or a list of names")
            }
            fn visit_str<E>(self, text: &str) -> Result<Texts, E> {
                Ok(Texts(vec![text.to_owned()]))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Texts, A::Error> {
                let mut texts = Vec::new();
                while let Some(text) = list.next_element()? {
                    texts.push(text);
                }
                Ok(Texts(texts))
            }
        }
        deserializer.deserialize_any(One)
    }
}

/// How tables are turned into facts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    #[serde(rename = "trefonds-mapping")]
    version: u32,
    pub(crate) name: String,
    pub(crate) source: String,
    #[serde(default)]
    pub(crate) read: How,
    pub(crate) tables: Vec<Table>,
}

/// How the cells of a table are written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct How {
    encoding: Option<String>,
    delimiter: Option<String>,
    header: Option<u32>,
    skip: Option<u32>,
    pub(crate) dates: Option<String>,
    #[serde(default)]
    pub(crate) not_said: Texts,
    #[serde(default)]
    pub(crate) none: Texts,
    #[serde(default)]
    pub(crate) undisclosed: Texts,
}

/// What the rows of a file are.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Table {
    pub(crate) file: String,
    #[serde(default, rename = "where")]
    pub(crate) only: BTreeMap<String, Texts>,
    pub(crate) component: Option<ComponentMap>,
    pub(crate) entity: Option<EntityMap>,
    pub(crate) site: Option<SiteMap>,
    pub(crate) edges: Option<EdgeMap>,
}

/// A column whose values are words of the format by the lines under `values`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Chosen {
    pub(crate) column: String,
    pub(crate) values: BTreeMap<String, String>,
}

/// A column that names other things.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Naming {
    pub(crate) column: String,
    pub(crate) split: Option<String>,
    #[serde(default)]
    pub(crate) r#match: Match,
}

/// By what a thing is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Match {
    /// Its key.
    #[default]
    Id,
    /// Its name.
    Name,
    /// Its LEI.
    Lei,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ComponentMap {
    pub(crate) id: String,
    pub(crate) name: Option<String>,
    pub(crate) layer: Chosen,
    pub(crate) criticality: Option<Chosen>,
    pub(crate) owner: Option<String>,
    pub(crate) operator: Option<Naming>,
    pub(crate) suppliers: Option<Naming>,
    pub(crate) site: Option<Naming>,
    pub(crate) country: Option<String>,
    pub(crate) depends_on: Option<Naming>,
    pub(crate) from: Option<String>,
    pub(crate) until: Option<String>,
    #[serde(default)]
    pub(crate) same_as: BTreeMap<String, String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EntityMap {
    pub(crate) id: String,
    pub(crate) name: Option<String>,
    pub(crate) country: Option<String>,
    pub(crate) lei: Option<String>,
    pub(crate) euid: Option<String>,
    pub(crate) register: Option<String>,
    #[serde(default)]
    pub(crate) same_as: BTreeMap<String, String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SiteMap {
    pub(crate) id: String,
    pub(crate) name: Option<String>,
    pub(crate) country: Option<String>,
    pub(crate) operator: Option<Naming>,
    #[serde(default)]
    pub(crate) same_as: BTreeMap<String, String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EdgeMap {
    pub(crate) from: String,
    pub(crate) to: String,
    #[serde(default)]
    pub(crate) r#match: Match,
    pub(crate) by: Option<String>,
    #[serde(default)]
    pub(crate) values: BTreeMap<String, String>,
    pub(crate) direction: Option<String>,
    pub(crate) stubs: Option<String>,
}

/// What is wrong with a mapping: the path of a value, and the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappingFault {
    /// The path of the value: `tables[0].edges.from`.
    pub path: String,
    /// What is wrong.
    pub what: String,
}

/// The words of directions: what an edge says of its ends.
pub(crate) const DIRECTIONS: [&str; 3] = ["needs", "needed_by", "ignore"];

impl Mapping {
    /// The word that names the folder of the import.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The files that it speaks of, each once, in its order.
    #[must_use]
    pub fn files(&self) -> Vec<&str> {
        let mut files: Vec<&str> = Vec::new();
        for table in &self.tables {
            if !files.contains(&table.file.as_str()) {
                files.push(&table.file);
            }
        }
        files
    }

    /// Everything that is wrong with it.
    #[must_use]
    pub fn faults(&self, lang: Lang) -> Vec<MappingFault> {
        let mut faults = Faults { lang, told: Vec::new() };
        if self.version != 1 {
            faults.tell("trefonds-mapping", lang.import_version(self.version));
        }
        if !ids::is_well_formed(&self.name) || self.name.contains('/') {
            faults.tell("name", lang.import_bad_name(&self.name));
        }
        if self.read.encoding().is_none() {
            let said = self.read.encoding.as_deref().unwrap_or_default();
            faults.tell("read.encoding", lang.import_bad_encoding(said));
        }
        if self.read.delimiter().is_none() {
            faults.tell("read.delimiter", lang.import_bad_delimiter());
        }
        for (at, table) in self.tables.iter().enumerate() {
            faults.table(&format!("tables[{at}]"), table);
        }
        faults.told
    }
}

impl How {
    fn encoding(&self) -> Option<Encoding> {
        match self.encoding.as_deref().unwrap_or("utf-8").to_ascii_lowercase().as_str() {
            "utf-8" => Some(Encoding::Utf8),
            "windows-1252" | "iso-8859-1" => Some(Encoding::Windows1252),
            _ => None,
        }
    }

    fn delimiter(&self) -> Option<u8> {
        match self.delimiter.as_deref().unwrap_or(",").as_bytes() {
            b"tab" => Some(b'\t'),
            [one] if one.is_ascii() && !one.is_ascii_alphanumeric() && *one != b'"' => Some(*one),
            _ => None,
        }
    }

    /// How the file is read.
    pub(crate) fn dialect(&self) -> Dialect {
        Dialect {
            delimiter: self.delimiter().unwrap_or(b','),
            encoding: self.encoding().unwrap_or_default(),
            header: self.header.unwrap_or(1),
            skip: self.skip.unwrap_or(0),
        }
    }
}

struct Faults {
    lang: Lang,
    told: Vec<MappingFault>,
}

impl Faults {
    fn tell(&mut self, path: &str, what: String) {
        self.told.push(MappingFault { path: path.to_owned(), what });
    }

    fn table(&mut self, path: &str, table: &Table) {
        let kinds = usize::from(table.component.is_some())
            + usize::from(table.entity.is_some())
            + usize::from(table.site.is_some())
            + usize::from(table.edges.is_some());
        if kinds != 1 {
            self.tell(path, self.lang.import_one_kind());
        }
        if table.file.contains(['/', '\\']) || table.file.starts_with('.') {
            self.tell(&format!("{path}.file"), self.lang.import_bad_file(&table.file));
        }
        let layers: Vec<&str> = words::LAYERS.iter().map(|(word, _)| *word).collect();
        let grades: Vec<&str> = words::CRITICALITIES.iter().map(|(word, _)| *word).collect();
        if let Some(component) = &table.component {
            let path = format!("{path}.component");
            self.values(&format!("{path}.layer"), &component.layer.values, &layers);
            if let Some(criticality) = &component.criticality {
                self.values(&format!("{path}.criticality"), &criticality.values, &grades);
            }
        }
        if let Some(edges) = &table.edges {
            let path = format!("{path}.edges");
            self.values(&path, &edges.values, &DIRECTIONS);
            if edges.by.is_none() && !edges.values.is_empty() {
                self.tell(&path, self.lang.import_no_by());
            }
            if edges.by.is_some() == edges.direction.is_some() {
                self.tell(&path, self.lang.import_by_or_direction());
            }
            if let Some(word) = &edges.direction {
                self.word(&format!("{path}.direction"), word, &DIRECTIONS[..2]);
            }
            let mut stubs = layers;
            stubs.push("none");
            if let Some(word) = &edges.stubs {
                self.word(&format!("{path}.stubs"), word, &stubs);
            }
        }
    }

    fn values(&mut self, path: &str, values: &BTreeMap<String, String>, known: &[&str]) {
        for (key, word) in values {
            self.word(&format!("{path}.values.{key}"), word, known);
        }
    }

    fn word(&mut self, path: &str, word: &str, known: &[&str]) {
        if !known.contains(&word) {
            self.tell(path, self.lang.import_bad_word(word, &known.join(", ")));
        }
    }
}
