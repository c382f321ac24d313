//! Names that are met somewhere, to offers.

use std::fmt;

use crate::tree::{Fault, Tree};

/// What kind of name a pattern knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PatternKind {
    /// A host, by the end of its name.
    Domain,
    /// The target of an alias of the DNS, by its end.
    Cname,
    /// A mail host, by its end.
    Mx,
    /// A name server, by its end.
    Ns,
    /// A name in an SPF record, by its end.
    Spf,
    /// The organisation of a certificate's issuer, whole.
    Issuer,
    /// The number of an autonomous system.
    As,
    /// A Terraform provider, `namespace/name` or a namespace.
    Terraform,
    /// A package URL's type, or type and namespace.
    Purl,
    /// An image registry, or a registry and the beginning of a path.
    Image,
    /// A top-level domain.
    Tld,
    /// What people call a product.
    Name,
}

impl PatternKind {
    /// All of them with the keys under which they stand, in order.
    pub const ALL: [(&'static str, Self); 12] = [
        ("domain", Self::Domain),
        ("cname", Self::Cname),
        ("mx", Self::Mx),
        ("ns", Self::Ns),
        ("spf", Self::Spf),
        ("issuer", Self::Issuer),
        ("as", Self::As),
        ("tf", Self::Terraform),
        ("purl", Self::Purl),
        ("image", Self::Image),
        ("tld", Self::Tld),
        ("name", Self::Name),
    ];

    /// The key of a kind.
    #[must_use]
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(key, _)| key)
    }

    /// The kind of a key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.iter().find(|(own, _)| *own == key).map(|(_, kind)| *kind)
    }

    /// How much of a name a pattern of this kind matches, in characters of the pattern; `None` where it
    /// does not match. Both are as they are compared.
    fn matches(self, name: &str, pattern: &str) -> Option<usize> {
        let matches = match self {
            Self::Domain | Self::Cname | Self::Mx | Self::Ns | Self::Spf => {
                ends_with_labels(name, pattern)
            }
            Self::Issuer => name == pattern,
            Self::As => {
                name.strip_prefix("as").unwrap_or(name)
                    == pattern.strip_prefix("as").unwrap_or(pattern)
            }
            Self::Terraform | Self::Image => begins_with_parts(name, pattern),
            Self::Purl => begins_with_parts(name.strip_prefix("pkg:").unwrap_or(name), pattern),
            Self::Tld => name.rsplit('.').next() == Some(pattern.trim_start_matches('.')),
            Self::Name => has_words(name, pattern),
        };
        matches.then(|| pattern.chars().count())
    }
}

impl fmt::Display for PatternKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

/// Whole labels from the right.
fn ends_with_labels(name: &str, pattern: &str) -> bool {
    let name = name.trim_end_matches('.');
    name.strip_suffix(pattern).is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

/// Whole parts from the left; a version or a tag behind them is no matter.
fn begins_with_parts(name: &str, pattern: &str) -> bool {
    name.strip_prefix(pattern)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', ':', '@']))
}

/// Whole words, in their order, one behind the other.
fn has_words(name: &str, pattern: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    };
    let (name, pattern) = (words(name), words(pattern));
    !pattern.is_empty() && name.windows(pattern.len()).any(|window| window == pattern)
}

/// What leads a name to an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// The offer.
    pub offer: String,
    /// What kind of name.
    pub kind: PatternKind,
    /// The pattern as it is written.
    pub value: String,
    /// The same as it is compared: words of a name for people, else in lower case.
    folded: String,
    /// The id of its source.
    pub source: Option<String>,
    /// The day on which it was read there; `None` where it was not.
    pub verified: Option<String>,
    /// The first day on which the name is of this offer, if it changed hands.
    pub from: Option<String>,
    /// The last.
    pub until: Option<String>,
    /// Whether other offers have it too.
    pub shared: bool,
    /// Where it stands.
    pub file: String,
}

impl Pattern {
    /// How much it matches of a name, given as folded words and in lower case.
    fn matches(&self, words: &str, lower: &str) -> Option<usize> {
        if self.kind != PatternKind::Name {
            return self.kind.matches(lower, &self.folded);
        }
        // ".fr" is no word of its own: the point tells a domain from a syllable.
        let value = self.value.to_lowercase();
        let mut dotted = value.split_whitespace().filter(|word| word.starts_with('.'));
        let there = |word: &str| {
            let ends = |c: char| !(c.is_alphanumeric() || c == '.');
            lower.split(ends).any(|own| own == word)
        };
        dotted.all(there).then(|| self.kind.matches(words, &self.folded)).flatten()
    }
}

/// A pattern that matches a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit<'p> {
    /// The pattern.
    pub pattern: &'p Pattern,
    /// Whether no other matches more of the name; where several do, each wins: a tie stays a tie.
    pub wins: bool,
}

/// All patterns of a catalogue.
#[derive(Clone, Debug, Default)]
pub struct Patterns {
    all: Vec<Pattern>,
}

impl Patterns {
    /// Reads those of some files; of files that say that they hold none, nothing. O(n).
    ///
    /// # Errors
    /// The first thing in a file that makes no sense.
    pub fn read<'t>(files: impl Iterator<Item = (&'t str, &'t str)>) -> Result<Self, Fault> {
        let mut all = Vec::new();
        for (file, text) in files.filter(|(_, text)| says(text, "trefonds-patterns")) {
            let tree = Tree::read(file, text)?;
            let offers = tree.get("patterns").map(Tree::entries).unwrap_or_default();
            for (offer, patterns) in offers {
                for pattern in patterns.items() {
                    all.push(of(file, offer, pattern)?);
                }
            }
        }
        Ok(Self { all })
    }

    /// All of them, in the order of their files.
    #[must_use]
    pub fn all(&self) -> &[Pattern] {
        &self.all
    }

    /// Every pattern that matches a name, of one kind if one is given, on a day if one is given: those that
    /// match most of it first. O(p) for p patterns.
    #[must_use]
    pub fn identify(
        &self,
        name: &str,
        kind: Option<PatternKind>,
        day: Option<&str>,
    ) -> Vec<Hit<'_>> {
        let (words, lower) = (fold(name), name.trim().to_lowercase());
        let meant = self.all.iter().filter(|it| kind.is_none_or(|kind| kind == it.kind));
        let holds = |it: &&Pattern| {
            day.is_none_or(|day| {
                it.from.as_deref().is_none_or(|from| from <= day)
                    && it.until.as_deref().is_none_or(|until| day <= until)
            })
        };
        let mut met: Vec<(usize, &Pattern)> =
            meant.filter(holds).filter_map(|it| Some((it.matches(&words, &lower)?, it))).collect();
        met.sort_by(|(one, a), (other, b)| {
            other
                .cmp(one)
                .then_with(|| (&a.offer, a.kind, &a.value).cmp(&(&b.offer, b.kind, &b.value)))
        });
        let most = met.first().map_or(0, |(length, _)| *length);
        met.into_iter().map(|(length, pattern)| Hit { pattern, wins: length == most }).collect()
    }
}

/// Without case, accents and blanks around.
pub(crate) fn fold(text: &str) -> String {
    trefonds_lang::fold(text.trim())
}

/// Whether a file says by its first key what it is.
pub(crate) fn says(text: &str, key: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines.next().is_some_and(|line| line.starts_with(key))
}

fn of(file: &str, offer: &str, tree: &Tree) -> Result<Pattern, Fault> {
    let fault = |what: String| Fault { file: file.to_owned(), line: 0, what };
    let kinds = tree
        .entries()
        .iter()
        .filter_map(|(key, value)| Some((PatternKind::parse(key)?, value.text()?)));
    let kinds: Vec<(PatternKind, &str)> = kinds.collect();
    let [(kind, value)] = kinds.as_slice() else {
        return Err(fault(format!("a pattern of {offer} has not just one kind")));
    };
    let known = ["source", "verified", "from", "until", "shared"];
    let strange = tree
        .entries()
        .iter()
        .find(|(key, _)| PatternKind::parse(key).is_none() && !known.contains(&key.as_str()));
    if let Some((key, _)) = strange {
        return Err(fault(format!("a pattern of {offer} has an unknown key, {key}")));
    }
    let said = |key: &str| tree.said(key).map(str::to_owned);
    Ok(Pattern {
        offer: offer.to_owned(),
        kind: *kind,
        value: (*value).to_owned(),
        folded: if *kind == PatternKind::Name { fold(value) } else { value.to_lowercase() },
        source: said("source"),
        verified: said("verified").filter(|day| day != "false"),
        from: said("from"),
        until: said("until"),
        shared: tree.said("shared") == Some("true"),
        file: file.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "trefonds-patterns: 1\npatterns:\n  a/storage:\n    - {domain: s3.cloud.com, source: s, verified: 2026-11-28}\n  a/cloud:\n    - {domain: cloud.com}\n    - {as: 64500}\n    - {name: Big Cloud}\n  b/ca:\n    - {issuer: Old Root, until: 2023-12-31}\n  c/ca:\n    - {issuer: Old Root, from: 2024-01-01}\n  d/npm:\n    - {purl: npm}\n  d/azure:\n    - {purl: npm/@azure}\n  e/hub:\n    - {image: docker.io}\n  f/fr:\n    - {name: .fr}\n";

    fn offers(name: &str, day: Option<&str>) -> Vec<(String, bool)> {
        let patterns = Patterns::read([("p.yaml", TEXT)].into_iter()).unwrap();
        let hits = patterns.identify(name, None, day);
        hits.into_iter().map(|hit| (hit.pattern.offer.clone(), hit.wins)).collect()
    }

    fn all(expected: &[(&str, bool)]) -> Vec<(String, bool)> {
        expected.iter().map(|(offer, wins)| ((*offer).to_owned(), *wins)).collect()
    }

    #[test]
    fn whole_labels_and_the_longest_wins() {
        assert_eq!(
            offers("bucket.S3.cloud.com.", None),
            all(&[("a/storage", true), ("a/cloud", false)])
        );
        assert_eq!(offers("notcloud.com", None), []);
        assert_eq!(offers("cloud.com.evil.net", None), []);
    }

    #[test]
    fn every_kind_in_its_own_way() {
        assert_eq!(offers("AS64500", None), all(&[("a/cloud", true)]));
        assert_eq!(offers("Our big-cloud tenant", None), all(&[("a/cloud", true)]));
        assert_eq!(offers("bigclouds", None), []);
        assert_eq!(offers("Zone .fr", None), all(&[("f/fr", true)]));
        assert_eq!(offers("Zone fr", None), []);
        assert_eq!(
            offers("pkg:npm/@azure/core@1.0", None),
            all(&[("d/azure", true), ("d/npm", false)])
        );
        assert_eq!(offers("docker.io/library/nginx:1", None), all(&[("e/hub", true)]));
    }

    #[test]
    fn a_tie_stays_a_tie_unless_the_day_tells() {
        assert_eq!(offers("Old Root", None), all(&[("b/ca", true), ("c/ca", true)]));
        assert_eq!(offers("Old Root", Some("2026-01-01")), all(&[("c/ca", true)]));
    }
}
