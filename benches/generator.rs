//! Inventories of any size, the same ones on every machine: no clock, no outside randomness.
//!
//! Seven layers, about two requirements a component (alternatives, k-of-n, soft ones, tolerances,
//! a few circles), five laws, and around them 200 entities and one more for each fifty components, in
//! chains of ownership over twelve countries, and 80 sites and one more for each five hundred.
//! One component in a hundred or so leaves each fact unsaid, as real inventories do. Components need
//! what stands near their own position in a layer below, and one time in twenty something that a
//! large part of the system shares.

mod components;
mod entities;
mod random;

use std::io;

use components::Layers;
use random::Random;

/// About how large the files of a folder are.
const FILE_BYTES: usize = 5_000_000;

/// How an inventory is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Files of about five megabytes each, as folders of generated inventories have.
    Folder,
    /// One file.
    OneFile,
}

/// How many components say what comes down and back: what takes over later, what restarts and what its repair
/// needs, who can change it, how many of its places it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InTime {
    /// None.
    Nobody,
    /// One in ten.
    Tenth,
    /// All.
    Everybody,
}

impl InTime {
    /// Whether the component at a position does.
    const fn has(self, at: usize) -> bool {
        match self {
            Self::Nobody => false,
            Self::Tenth => at % 10 == 3,
            Self::Everybody => true,
        }
    }
}

/// Gives the files of an inventory of so many components to `file`, one after the other: the name,
/// then the text.
pub fn generate(
    components: usize,
    layout: Layout,
    in_time: InTime,
    mut file: impl FnMut(&str, &str) -> io::Result<()>,
) -> io::Result<()> {
    let layers = Layers::of(components, in_time);
    let mut text = String::with_capacity(FILE_BYTES + (FILE_BYTES >> 3));
    entities::root(entities::Surroundings::of(components), &mut text);
    if layout == Layout::Folder {
        file("trefonds.yaml", &text)?;
        text.clear();
    }
    text.push_str("components:\n");
    let mut files = 0;
    for at in 0..components {
        layers.component(at, &mut text);
        if layout == Layout::Folder && text.len() > FILE_BYTES && at + 1 < components {
            files += 1;
            file(&format!("components-{files:04}.yaml"), &text)?;
            text.clear();
            text.push_str("components:\n");
        }
    }
    let name = match layout {
        Layout::Folder => format!("components-{:04}.yaml", files + 1),
        Layout::OneFile => "trefonds.yaml".to_owned(),
    };
    file(&name, &text)
}

/// Appends formatted text; a `String` takes everything.
macro_rules! put {
    ($text:expr, $($format:tt)*) => {
        let _ = write!($text, $($format)*);
    };
}
use put;
