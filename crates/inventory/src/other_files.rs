//! Files that stand in the folder of an inventory and say that they are something else.
//!
//! They are passed over and told, never refused: an editor's schema, a policy or a snapshot is at home
//! beside the inventory that it belongs to.

use trefonds_lang::Lang;

/// What a file says that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OtherFile {
    /// A scenario, which `trefonds test` plays.
    Scenario,
    /// A policy, by which `trefonds check --policy` judges.
    Policy,
    /// A JSON Schema, for editors.
    Schema,
    /// A mapping, by which something is brought in.
    Mapping,
    /// A snapshot, which `trefonds diff` compares with.
    Snapshot,
    /// What is known of the violations of a policy.
    Baseline,
    /// Names that lead to offers of a catalogue.
    Patterns,
    /// Rules for what usually lies beneath.
    Suggestions,
    /// Licences of the sources of a catalogue.
    Licences,
}

impl OtherFile {
    const ALL: [Self; 9] = [
        Self::Scenario,
        Self::Policy,
        Self::Schema,
        Self::Mapping,
        Self::Snapshot,
        Self::Baseline,
        Self::Patterns,
        Self::Suggestions,
        Self::Licences,
    ];

    /// The root key by which a file says so.
    const fn key(self) -> &'static str {
        match self {
            Self::Scenario => "trefonds-scenario",
            Self::Policy => "trefonds-policy",
            Self::Schema => "$schema",
            Self::Mapping => "trefonds-mapping",
            Self::Snapshot => "trefonds_snapshot",
            Self::Baseline => "trefonds-baseline",
            Self::Patterns => "trefonds-patterns",
            Self::Suggestions => "trefonds-suggestions",
            Self::Licences => "trefonds-licences",
        }
    }

    /// Whether it stands beside the facts of a catalogue.
    pub(crate) const fn is_of_a_catalogue(self) -> bool {
        matches!(self, Self::Patterns | Self::Suggestions | Self::Licences)
    }

    /// Its name in prose: "a scenario".
    #[must_use]
    pub fn named(self, lang: Lang) -> String {
        match self {
            Self::Scenario => lang.file_scenario(),
            Self::Policy => lang.file_policy(),
            Self::Schema => lang.file_schema(),
            Self::Mapping => lang.file_mapping(),
            Self::Snapshot => lang.file_snapshot(),
            Self::Baseline => lang.file_baseline(),
            Self::Patterns => lang.file_patterns(),
            Self::Suggestions => lang.file_suggestions(),
            Self::Licences => lang.file_licences(),
        }
    }

    /// What a file says that it is, when it is not of an inventory.
    ///
    /// A root key of a block mapping stands at the start of a line, and no line within a value does; in
    /// JSON, and in a mapping in braces, it is the first key.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Self::ALL.into_iter().find(|kind| text.contains(kind.key()) && kind.is_said_in(text))
    }

    fn is_said_in(self, text: &str) -> bool {
        if let Some(inside) = text.trim_start().strip_prefix('{') {
            return value_of(inside.trim_start(), self.key()).is_some_and(|it| self.takes(it));
        }
        text.lines().any(|line| value_of(line, self.key()).is_some_and(|it| self.takes(it)))
            && !text
                .lines()
                .any(|line| NOT_OF_OTHERS.iter().any(|key| value_of(line, key).is_some()))
    }

    /// A `$schema` names the language of schemas in a schema; in other files, their schema.
    fn takes(self, value: &str) -> bool {
        self != Self::Schema || value.contains("json-schema.org/")
    }
}

/// Root keys of inventories alone: a file with one of these is read as a part of the inventory, and
/// refused for the other key, so that nothing declared in it is left out in silence.
const NOT_OF_OTHERS: [&str; 5] = ["trefonds", "home", "components", "entities", "sites"];

/// What stands after a key, quoted or not, at the start of a text; up to the end of the line.
fn value_of<'t>(text: &'t str, key: &str) -> Option<&'t str> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''));
    let rest = match quote {
        Some(quote) => text[1..].strip_prefix(key)?.strip_prefix(quote)?,
        None => text.strip_prefix(key)?,
    };
    let value = rest.trim_start().strip_prefix(':')?;
    value.lines().next().or(Some(""))
}

#[cfg(test)]
mod tests {
    use super::OtherFile as Kind;

    #[test]
    fn a_file_says_what_it_is() {
        for (text, kind) in [
            ("trefonds-scenario: 1\n", Kind::Scenario),
            ("\u{feff}# A comment.\n\n---\ntitle: x\ntrefonds-scenario : 1\n", Kind::Scenario),
            ("{\"trefonds-scenario\": 1}", Kind::Scenario),
            ("{ 'trefonds-scenario' : 1}", Kind::Scenario),
            ("title: x\r\ntrefonds-policy: 1\r\nrules: []\r\n", Kind::Policy),
            ("'trefonds-policy': 1\n", Kind::Policy),
            ("trefonds-mapping: 1\n", Kind::Mapping),
            ("{\n  \"trefonds_snapshot\": 1,\n  \"facts\": {}}", Kind::Snapshot),
            ("{\"trefonds-baseline\": 1}", Kind::Baseline),
            ("trefonds-patterns: 1\npatterns: {}\n", Kind::Patterns),
            ("trefonds-suggestions: 1\n", Kind::Suggestions),
            ("# Of what.\ntrefonds-licences: 1\n", Kind::Licences),
            (
                "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"properties\": {\"components\": {}}\n}",
                Kind::Schema,
            ),
            ("$schema: http://json-schema.org/draft-07/schema#\n", Kind::Schema),
        ] {
            assert_eq!(Kind::of(text), Some(kind), "{text}");
        }
        assert_eq!(Kind::of(crate::schema()), Some(Kind::Schema));
    }

    #[test]
    fn nothing_that_is_declared_is_left_out() {
        for text in [
            "trefonds: 1\n",
            "components:\n  a:\n    trefonds-scenario: 1\n",
            "title: trefonds-scenario\n",
            "# trefonds-policy: 1\ntitle: x\n",
            "trefonds-scenario: 1\ncomponents:\n  db: {layer: data}\n",
            "home: [FR]\ntrefonds-policy: 1\n",
            "trefonds-scenarios: 1\n",
            "{\"title\": \"trefonds-scenario: 1\"}",
            "{\"components\": {}, \"trefonds-policy\": 1}",
            "# yaml-language-server: $schema=./trefonds.schema.json\ntrefonds: 1\n",
            "{\"$schema\": \"./trefonds.schema.json\", \"trefonds\": 1}",
            "",
        ] {
            assert_eq!(Kind::of(text), None, "{text}");
        }
    }
}
