//! A scenario file as it is written.

use std::collections::BTreeMap;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::Delay;
use crate::scenario::ExpectationForm;

/// The version of scenario files.
pub const SCENARIO_VERSION: u32 = 1;

/// The key by which a file is known to be a scenario.
pub const SCENARIO_KEY: &str = "trefonds-scenario";

/// A scenario: what is withdrawn together, and what is expected to come of it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScenarioFile {
    /// The version of the format: 1.
    #[serde(rename = "trefonds-scenario")]
    #[schemars(range(min = 1, max = 1))]
    pub version: u32,
    /// What people call it.
    pub title: Option<String>,
    /// Free text for people.
    pub description: Option<String>,
    /// Who or what withdraws: a component, a legal entity with all that it controls, a country, `EU` or
    /// `EEA`, an unknown fact; `entity:ID` is the legal entity alone. One, or a list.
    #[serde(default)]
    pub withdraw: OneOrMany,
    /// Whose faults: each fails, or a change of its goes wrong: one, or a list. Goes with no withdrawal and
    /// no law.
    #[serde(default)]
    pub faults: OneOrMany,
    /// Sites that close: one, or a list.
    #[serde(default)]
    pub close_sites: OneOrMany,
    /// Laws that are applied to all that they reach: one, or a list.
    #[serde(default)]
    pub laws: OneOrMany,
    /// The horizon: what stops later holds. `15min`, `4h`, `30d`, `2w`, `6mo`, `1y`.
    pub by: Option<Delay>,
    /// How long all of it lasts; for good when it is not said.
    #[serde(rename = "for")]
    pub lasts: Option<Delay>,
    /// What is expected of services, by their ids.
    #[serde(default)]
    pub expect: BTreeMap<String, ExpectationForm>,
}

/// A name or a list of names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OneOrMany {
    /// The names.
    pub names: Vec<String>,
    /// Whether they were written as a list: their places are then `[0]`, `[1]`...
    pub list: bool,
}

impl<'de> Deserialize<'de> for OneOrMany {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Names;
        impl<'de> Visitor<'de> for Names {
            type Value = OneOrMany;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name or a list of names")
            }

            fn visit_str<E>(self, name: &str) -> Result<OneOrMany, E> {
                Ok(OneOrMany { names: vec![name.to_owned()], list: false })
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<OneOrMany, A::Error> {
                let mut names = Vec::new();
                while let Some(name) = list.next_element::<String>()? {
                    names.push(name);
                }
                Ok(OneOrMany { names, list: true })
            }
        }
        from.deserialize_any(Names)
    }
}

impl JsonSchema for OneOrMany {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "OneOrMany".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A name or a list of names.",
            "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
        })
    }
}
