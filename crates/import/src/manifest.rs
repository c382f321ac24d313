//! What an import wrote, so that the next one knows whether somebody changed it, and what came and went.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The file of the manifest, in the folder of the import.
pub const MANIFEST: &str = ".trefonds-import.json";

/// What the folder of an import held when it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of this document.
    pub version: u32,
    /// The hash of every file by its name.
    pub files: BTreeMap<String, String>,
    /// The ids that were declared, with their kinds.
    pub ids: BTreeSet<String>,
}

/// The hash of a text, SHA-256 in hexadecimal.
#[must_use]
pub fn hash_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Manifest {
    /// That of a text; `None` when it is no manifest that this program reads.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let manifest: Self = serde_json::from_str(text).ok()?;
        (manifest.version == 1).then_some(manifest)
    }

    /// Its text.
    #[must_use]
    pub fn text(&self) -> String {
        let text = serde_json::to_string_pretty(self).unwrap_or_default();
        format!("{text}\n")
    }

    /// Which of the files that are there were changed, added or taken away since.
    #[must_use]
    pub fn changed(&self, there: &BTreeMap<String, String>) -> Vec<String> {
        let names: BTreeSet<&String> = self.files.keys().chain(there.keys()).collect();
        let differs = |name: &&&String| self.files.get(**name) != there.get(**name);
        names.iter().filter(differs).map(|name| (*name).clone()).collect()
    }
}
