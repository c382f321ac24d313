use std::fmt;

use crate::Date;

/// A country: an ISO 3166-1 alpha-2 code that is officially assigned.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

impl Country {
    /// The country of an upper-case alpha-2 code; `None` when ISO 3166-1 does not assign it.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        let bytes: [u8; 2] = code.as_bytes().try_into().ok()?;
        let assigned =
            bytes.iter().all(u8::is_ascii_uppercase) && celes::Country::from_alpha2(code).is_ok();
        assigned.then_some(Self(bytes))
    }

    /// The alpha-2 code.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("??")
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A union of countries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Union {
    /// The European Union.
    Eu,
    /// The European Economic Area: the Union, Iceland, Liechtenstein and Norway.
    Eea,
}

/// Members of the European Union and the day they joined; the United Kingdom left after 2020-01-31.
/// Source: "EU countries", European Union, <https://european-union.europa.eu/principles-countries-history/eu-countries_en>.
const EU: [(&str, i16, i8, i8); 28] = [
    ("AT", 1995, 1, 1),
    ("BE", 1958, 1, 1),
    ("BG", 2007, 1, 1),
    ("CY", 2004, 5, 1),
    ("CZ", 2004, 5, 1),
    ("DE", 1958, 1, 1),
    ("DK", 1973, 1, 1),
    ("EE", 2004, 5, 1),
    ("ES", 1986, 1, 1),
    ("FI", 1995, 1, 1),
    ("FR", 1958, 1, 1),
    ("GB", 1973, 1, 1),
    ("GR", 1981, 1, 1),
    ("HR", 2013, 7, 1),
    ("HU", 2004, 5, 1),
    ("IE", 1973, 1, 1),
    ("IT", 1958, 1, 1),
    ("LT", 2004, 5, 1),
    ("LU", 1958, 1, 1),
    ("LV", 2004, 5, 1),
    ("MT", 2004, 5, 1),
    ("NL", 1958, 1, 1),
    ("PL", 2004, 5, 1),
    ("PT", 1986, 1, 1),
    ("RO", 2007, 1, 1),
    ("SE", 1995, 1, 1),
    ("SI", 2004, 5, 1),
    ("SK", 2004, 5, 1),
];

impl Union {
    /// The union of a code, `EU` or `EEA`.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "EU" => Some(Self::Eu),
            "EEA" => Some(Self::Eea),
            _ => None,
        }
    }

    /// The code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Eu => "EU",
            Self::Eea => "EEA",
        }
    }

    /// Whether `country` is a member on `day`; without a day, whether it is one at present.
    #[must_use]
    pub fn has(self, country: Country, day: Option<Date>) -> bool {
        let associated = self == Self::Eea && matches!(country.code(), "IS" | "LI" | "NO");
        associated || EU.iter().any(|entry| entry.0 == country.code() && is_member(entry, day))
    }
}

fn is_member(&(code, year, month, date): &(&str, i16, i8, i8), day: Option<Date>) -> bool {
    let left = code == "GB" && day.is_none_or(|day| day > jiff::civil::date(2020, 1, 31));
    let joined = day.is_none_or(|day| day >= jiff::civil::date(year, month, date));
    joined && !left
}

/// A country or a union.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Jurisdiction {
    /// A country.
    Country(Country),
    /// A union.
    Union(Union),
}

impl Jurisdiction {
    /// Reads a country code or `EU`, `EEA`.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Union::parse(code).map(Self::Union).or_else(|| Country::parse(code).map(Self::Country))
    }

    /// The code.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Country(country) => country.code(),
            Self::Union(union) => union.code(),
        }
    }

    /// Whether it is `country`, or a union that has it as a member on `day`.
    #[must_use]
    pub fn covers(&self, country: Country, day: Option<Date>) -> bool {
        match self {
            Self::Country(own) => *own == country,
            Self::Union(union) => union.has(country, day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn country(code: &str) -> Country {
        Country::parse(code).unwrap()
    }

    #[test]
    fn codes_are_officially_assigned_alpha2() {
        assert_eq!(country("NO").code(), "NO");
        for bad in ["UK", "EU", "fr", "FRA", "XX", "", "É"] {
            assert_eq!(Country::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_union_of_a_day() {
        let day = |y, m, d| Some(jiff::civil::date(y, m, d));
        assert!(Union::Eu.has(country("FR"), None));
        assert!(!Union::Eu.has(country("GB"), None));
        assert!(Union::Eu.has(country("GB"), day(2020, 1, 31)));
        assert!(!Union::Eu.has(country("GB"), day(2020, 2, 1)));
        assert!(!Union::Eu.has(country("HR"), day(2013, 6, 30)));
        assert!(Union::Eea.has(country("NO"), None) && !Union::Eu.has(country("NO"), None));
        assert!(!Union::Eea.has(country("CH"), None));
    }
}
