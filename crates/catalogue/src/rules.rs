//! The layers that components of a kind usually rest on, and that nobody has drawn.

use crate::patterns::{fold, says};
use crate::tree::{Fault, Tree};

/// Which components a rule speaks of, or which it looks for beneath them. What is empty says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    /// Words for layers.
    layers: Vec<String>,
    tags: Vec<String>,
    /// Words of an id or a name, folded.
    names: Vec<String>,
    kinds: Vec<String>,
}

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its id.
    pub id: String,
    when: Sought,
    lacks: Sought,
    /// What to add: an offer or any of a kind, and whether what rests on it stops without it.
    pub suggest: Vec<Suggested>,
    /// What is asked, in English and in French.
    pub text: (String, String),
    /// Why, in English and in French.
    pub why: (String, String),
    /// The id of its source, if it has one.
    pub source: Option<String>,
}

/// Something to add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggested {
    /// The offer, or `None` where any of the kind will do.
    pub offer: Option<String>,
    /// The kind of the offer.
    pub kind: Option<String>,
    /// Whether it only degrades.
    pub soft: bool,
}

/// A component as a rule sees it.
#[derive(Clone, Debug, Default)]
pub struct Subject {
    /// Its id.
    pub id: String,
    /// Its name, if it has one.
    pub name: String,
    /// The word for its layer.
    pub layer: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// Its offer, if it says what it is.
    pub offer: Option<String>,
    /// The kind of its offer.
    pub kind: Option<String>,
}

/// All rules of a catalogue.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    all: Vec<Rule>,
}

impl Sought {
    fn of(tree: Option<&Tree>) -> Self {
        let Some(tree) = tree else { return Self::default() };
        let kinds = tree.texts("kinds");
        let offers = tree.texts("offers");
        let of_offers = offers.iter().filter_map(|it| it.strip_prefix("kind:")).map(str::to_owned);
        Self {
            layers: tree.texts("layers").into_iter().chain(tree.texts("layer")).collect(),
            tags: tree.texts("tags"),
            names: tree.texts("names").iter().map(|name| fold(name)).collect(),
            kinds: kinds.into_iter().chain(of_offers).map(|kind| kind.replace(' ', "-")).collect(),
        }
    }

    fn has_layer(&self, subject: &Subject) -> bool {
        self.layers.contains(&subject.layer)
    }

    fn has_mark(&self, subject: &Subject) -> bool {
        self.tags.iter().any(|tag| subject.tags.iter().any(|own| fold(own) == fold(tag)))
            || self.names.iter().any(|word| words_of(subject).contains(word))
            || subject.kind.as_ref().is_some_and(|kind| self.kinds.contains(kind))
    }

    const fn names_no_mark(&self) -> bool {
        self.tags.is_empty() && self.names.is_empty() && self.kinds.is_empty()
    }
}

/// The words of the id and the name of a component and of its offer, folded.
fn words_of(subject: &Subject) -> Vec<String> {
    let offer = subject.offer.as_deref().unwrap_or_default();
    let text = format!("{} {} {}", fold(&subject.id), fold(&subject.name), fold(offer));
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}

impl Rule {
    /// Whether a rule speaks of a component: it is of one of the layers, and has one of the tags, words or
    /// kinds, as far as the rule names any.
    #[must_use]
    pub fn speaks_of(&self, subject: &Subject) -> bool {
        let layer = self.when.layers.is_empty() || self.when.has_layer(subject);
        layer && (self.when.names_no_mark() || self.when.has_mark(subject))
    }

    /// Whether a component is itself what the rule looks for beneath it: a registry needs no other above it.
    #[must_use]
    pub fn is_met_by_itself(&self, subject: &Subject) -> bool {
        subject.kind.as_ref().is_some_and(|kind| self.lacks.kinds.contains(kind))
    }

    /// Whether what the rule looks for is there: a component of one of the kinds, or with one of the words or
    /// tags.
    #[must_use]
    pub fn is_met_by(&self, beneath: &Subject) -> bool {
        self.lacks.has_mark(beneath) || self.lacks.has_layer(beneath)
    }
}

impl Rules {
    /// Reads those of some files. O(n).
    ///
    /// # Errors
    /// The first thing in a file that makes no sense.
    pub fn read<'t>(files: impl Iterator<Item = (&'t str, &'t str)>) -> Result<Self, Fault> {
        let mut all = Vec::new();
        for (file, text) in files.filter(|(_, text)| says(text, "trefonds-suggestions")) {
            let tree = Tree::read(file, text)?;
            for (id, rule) in tree.get("rules").map(Tree::entries).unwrap_or_default() {
                all.push(of(file, id, rule)?);
            }
        }
        Ok(Self { all })
    }

    /// All of them, in the order of their files.
    #[must_use]
    pub fn all(&self) -> &[Rule] {
        &self.all
    }
}

fn of(file: &str, id: &str, tree: &Tree) -> Result<Rule, Fault> {
    let both = |key: &str| {
        let said = tree.get(key);
        let word = |lang: &str| said.and_then(|said| said.said(lang)).map(str::to_owned);
        word("en").zip(word("fr")).ok_or_else(|| Fault {
            file: file.to_owned(),
            line: 0,
            what: format!("the rule {id} lacks `{key}` in a language"),
        })
    };
    let suggest =
        tree.get("suggest").map(Tree::items).unwrap_or_default().iter().map(|it| Suggested {
            offer: it.said("offer").map(str::to_owned),
            kind: it.said("kind").map(|kind| kind.replace(' ', "-")),
            soft: it.said("as") == Some("soft"),
        });
    Ok(Rule {
        id: id.to_owned(),
        when: Sought::of(tree.get("when")),
        lacks: Sought::of(tree.get("lacks")),
        suggest: suggest.collect(),
        text: both("text")?,
        why: both("why")?,
        source: tree.said("source").map(str::to_owned),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A component that a rule looks for: of its first layer, with its first word, tag or kind.
    fn one_of(sought: &Sought) -> Subject {
        Subject {
            id: "x1".to_owned(),
            name: sought.names.first().cloned().unwrap_or_else(|| "zzz".to_owned()),
            layer: sought.layers.first().cloned().unwrap_or_else(|| "application".to_owned()),
            tags: sought.tags.first().cloned().into_iter().collect(),
            offer: None,
            kind: sought.kinds.first().cloned(),
        }
    }

    /// One of which no rule knows a word.
    fn stranger(layer: &str) -> Subject {
        Subject {
            id: "zzz".to_owned(),
            name: "Zzz".to_owned(),
            layer: layer.to_owned(),
            ..Subject::default()
        }
    }

    #[test]
    fn each_rule_speaks_of_one_and_not_of_another_and_is_content_once_it_is_met() {
        let rules = Rules::read(crate::files()).unwrap();
        for rule in rules.all() {
            assert!(rule.speaks_of(&one_of(&rule.when)), "{} never speaks", rule.id);
            let layers = [
                "service",
                "application",
                "data",
                "software",
                "middleware",
                "infrastructure",
                "hosting",
            ];
            let quiet = layers.iter().any(|layer| !rule.speaks_of(&stranger(layer)));
            assert!(quiet, "{} speaks of everything", rule.id);
            assert!(rule.is_met_by(&one_of(&rule.lacks)), "{} is never content", rule.id);
            let nothing = layers.iter().any(|layer| !rule.is_met_by(&stranger(layer)));
            assert!(nothing, "{} is content with anything", rule.id);
        }
    }
}
