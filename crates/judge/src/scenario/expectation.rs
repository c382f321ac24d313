//! What may be expected of a service.

use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use trefonds_findings::{Certainty, Outcome};

use crate::Delay;

/// What is expected of a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Expectation {
    /// That it stops, is degraded without stopping, or holds in both readings.
    pub outcome: Outcome,
    /// For certain or possibly; of what holds, always certain.
    pub certainty: Certainty,
    /// Not before these minutes, in either reading.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub at_least_minutes: Option<u32>,
    /// By these minutes, in the reading of the certainty.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub at_most_minutes: Option<u32>,
    /// That it is up for good by these minutes, in both readings.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub back_minutes: Option<u32>,
    /// That it is down for good from some time on, in the reading of the certainty.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub for_good: bool,
}

/// The same as it is written: a word, or a mapping.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct ExpectationForm {
    /// `holds`, or `holds: certain`.
    pub holds: bool,
    /// `stops: certain` or `stops: possible`.
    pub stops: Option<Certainty>,
    /// `degrades: certain` or `degrades: possible`.
    pub degrades: Option<Certainty>,
    /// `at_least: 4h`.
    pub at_least: Option<Delay>,
    /// `at_most: 4h`.
    pub at_most: Option<Delay>,
    /// `back: 24h`.
    pub back: Option<Delay>,
    /// `for_good: true`.
    pub for_good: bool,
}

/// The mapping.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    stops: Option<Certainty>,
    degrades: Option<Certainty>,
    at_least: Option<Delay>,
    at_most: Option<Delay>,
    back: Option<Delay>,
    #[serde(default)]
    for_good: bool,
}

const WORDS: &[&str] = &["holds", "stops", "degrades"];

impl<'de> Deserialize<'de> for ExpectationForm {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Written;
        impl<'de> Visitor<'de> for Written {
            type Value = ExpectationForm;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(
                    "holds, stops, degrades, or a mapping such as {stops: certain, at_least: 4h}",
                )
            }

            fn visit_str<E: Error>(self, word: &str) -> Result<ExpectationForm, E> {
                let blank = ExpectationForm::default();
                match word {
                    "holds" => Ok(ExpectationForm { holds: true, ..blank }),
                    "stops" => Ok(ExpectationForm { stops: Some(Certainty::Certain), ..blank }),
                    "degrades" => {
                        Ok(ExpectationForm { degrades: Some(Certainty::Certain), ..blank })
                    }
                    _ => Err(E::unknown_variant(word, WORDS)),
                }
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<ExpectationForm, A::Error> {
                let form = Form::deserialize(MapAccessDeserializer::new(map))?;
                Ok(ExpectationForm {
                    holds: false,
                    stops: form.stops,
                    degrades: form.degrades,
                    at_least: form.at_least,
                    at_most: form.at_most,
                    back: form.back,
                    for_good: form.for_good,
                })
            }
        }
        from.deserialize_any(Written)
    }
}

impl JsonSchema for ExpectationForm {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Expectation".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let delay = generator.subschema_for::<Delay>();
        json_schema!({
            "description": "What is expected of a service: that it holds in both readings, stops, or is degraded without stopping. `stops` and `degrades` alone mean for certain.",
            "anyOf": [
                {"enum": WORDS},
                {
                    "type": "object",
                    "properties": {
                        "stops": {"enum": ["certain", "possible"]},
                        "degrades": {"enum": ["certain", "possible"]},
                        "at_least": delay,
                        "at_most": delay,
                        "back": delay,
                        "for_good": {"type": "boolean"},
                    },
                    "additionalProperties": false,
                    "oneOf": [{"required": ["stops"]}, {"required": ["degrades"]}],
                },
            ],
        })
    }
}

impl ExpectationForm {
    /// What is expected; `None` when it says nothing, or two things.
    #[must_use]
    pub fn meaning(self) -> Option<Expectation> {
        let (outcome, certainty) = match (self.holds, self.stops, self.degrades) {
            (true, None, None) => (Outcome::Holds, Certainty::Certain),
            (false, Some(certainty), None) => (Outcome::Stops, certainty),
            (false, None, Some(certainty)) => (Outcome::Degrades, certainty),
            _ => return None,
        };
        Some(Expectation {
            outcome,
            certainty,
            at_least_minutes: self.at_least.map(|delay| delay.0),
            at_most_minutes: self.at_most.map(|delay| delay.0),
            back_minutes: self.back.map(|delay| delay.0),
            for_good: self.for_good,
        })
    }
}
