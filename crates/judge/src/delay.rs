use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{Error, Unexpected, Visitor},
};
use trefonds_findings::Minutes;

/// Whole minutes, written as in an inventory: `15min`, `4h`, `30d`, `2w`, `6mo` (180 days), `1y` (365 days).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Delay(pub u32);

impl Delay {
    /// The minutes of a text; `None` when it is no duration, or one of 2^32 minutes or more.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Minutes::parse(text).map(|minutes| Self(minutes.0))
    }
}

impl<'de> Deserialize<'de> for Delay {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Written;
        impl Visitor<'_> for Written {
            type Value = Delay;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a duration such as 15min, 4h, 30d, 2w, 6mo, 1y")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Delay, E> {
                let wrong = || E::invalid_value(Unexpected::Str(text), &self);
                Delay::parse(text).ok_or_else(wrong)
            }
        }
        from.deserialize_any(Written)
    }
}

impl JsonSchema for Delay {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Delay".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A duration: a whole number and min, h, d, w, mo (30 days) or y (365 days).",
            "type": "string",
            "pattern": "^[0-9]+ *(min|h|d|w|mo|y)$",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_those_of_inventories() {
        let minutes = |text| Delay::parse(text).map(|delay| delay.0);
        assert_eq!(minutes("15min"), Some(15));
        assert_eq!(minutes("4h"), Some(240));
        assert_eq!(minutes("30d"), Some(43_200));
        assert_eq!(minutes("2w"), Some(20_160));
        assert_eq!(minutes("6mo"), Some(259_200));
        assert_eq!(minutes("1y"), Some(525_600));
        for wrong in ["", "h", "30", "30 days", "-1h", "4294967295h", "99999999999y"] {
            assert_eq!(minutes(wrong), None, "{wrong}");
        }
    }
}
