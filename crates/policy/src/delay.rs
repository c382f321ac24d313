use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{Error, Unexpected},
};
use trefonds_findings::Hours;

/// Whole hours, written as in an inventory: `4h`, `30d`, `2w`, `6mo` (180 days), `1y` (365 days).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Delay(pub u32);

impl Delay {
    /// The hours of a text; `None` when it is no duration, or one of 2^32 hours or more.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Hours::parse(text).map(|hours| Self(hours.0))
    }
}

impl<'de> Deserialize<'de> for Delay {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let wrong = || D::Error::invalid_value(Unexpected::Str(&text), &"a duration such as 30d");
        Self::parse(&text).ok_or_else(wrong)
    }
}

impl JsonSchema for Delay {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Delay".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A duration: a whole number and h, d, w, mo (30 days) or y (365 days).",
            "type": "string",
            "pattern": "^[0-9]+ *(h|d|w|mo|y)$",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_those_of_inventories() {
        let hours = |text| Delay::parse(text).map(|delay| delay.0);
        assert_eq!(hours("4h"), Some(4));
        assert_eq!(hours("30d"), Some(720));
        assert_eq!(hours("2w"), Some(336));
        assert_eq!(hours("6mo"), Some(4320));
        assert_eq!(hours("1y"), Some(8760));
        for wrong in ["", "h", "30", "30 days", "-1h", "4294967295h", "99999999999y"] {
            assert_eq!(hours(wrong), None, "{wrong}");
        }
    }
}
