//! Countries and unions of countries: who belongs to which, and whose law runs where.
//!
//! Three columns of data, each entry with its source: the state that a territory belongs to
//! ([`territories`]), the members of a union by day, and where its law runs besides ([`treaties`]).

mod territories;
mod treaties;

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

    /// The state that a territory belongs to, and where that is written; `None` for a state.
    #[must_use]
    pub fn territory_of(self) -> Option<(Self, &'static str)> {
        let all = &territories::TERRITORIES;
        let at = all.binary_search_by(|(code, ..)| code.as_bytes().cmp(&self.0[..])).ok()?;
        let (_, state, source) = all.get(at)?;
        state.as_bytes().try_into().ok().map(|state| (Self(state), *source))
    }

    /// The country, and the territories that belong to it.
    pub fn with_territories(self) -> impl Iterator<Item = Self> {
        let all = territories::TERRITORIES.iter().filter_map(|(code, ..)| Self::parse(code));
        std::iter::once(self)
            .chain(all.filter(move |territory| territory.state() == self && *territory != self))
    }

    /// The state that it belongs to: its own, unless it is a territory.
    #[must_use]
    pub fn state(self) -> Self {
        self.territory_of().map_or(self, |(state, _)| state)
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

    /// By which treaty the state of `country` is a member on `day`; without a day, at present.
    #[must_use]
    pub fn membership(self, country: Country, day: Option<Date>) -> Option<&'static str> {
        let state = country.state();
        treaties::found(&treaties::MEMBERS, self, state.code(), day).map(|days| days.source)
    }

    /// Whether the state of `country` is a member on `day`; without a day, whether it is at present.
    #[must_use]
    pub fn has(self, country: Country, day: Option<Date>) -> bool {
        self.membership(country, day).is_some()
    }

    /// By which treaty the law of the union runs in `country` on `day`; without a day, at present.
    /// A territory of a member is no member: the treaties say whether it does.
    #[must_use]
    pub fn law_by(self, country: Country, day: Option<Date>) -> Option<&'static str> {
        let also = treaties::found(&treaties::ALSO_RUNS, self, country.code(), day);
        let member = || treaties::found(&treaties::MEMBERS, self, country.code(), day);
        also.or_else(member).map(|days| days.source)
    }

    /// Whether the union is trusted where `home` is: home names it, or another that it is a party to,
    /// or covers every member.
    #[must_use]
    pub fn is_within(self, home: &[Jurisdiction], day: Option<Date>) -> bool {
        let named = |union| home.contains(&Jurisdiction::Union(union));
        // The European Community, now the Union, is itself a party to the EEA Agreement (article 2(c)).
        let party = || self == Self::Eu && named(Self::Eea) && is_after(day, EEA_AGREEMENT);
        let covered = |code: &str| {
            Country::parse(code)
                .is_some_and(|member| home.iter().any(|home| home.covers(member, day)))
        };
        let members = || {
            let codes = treaties::MEMBERS.iter().map(|days| days.code);
            let is_member = |code: &&str| treaties::found(&treaties::MEMBERS, self, code, day);
            codes.filter(move |code| is_member(code).is_some())
        };
        named(self) || party() || (members().next().is_some() && members().all(covered))
    }
}

/// The first day of the EEA Agreement.
const EEA_AGREEMENT: Date = jiff::civil::date(1994, 1, 1);

fn is_after(day: Option<Date>, first: Date) -> bool {
    day.is_none_or(|day| day >= first)
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

    /// What somebody may have meant who wrote no code: `usa`, `USA`, `UK`, `EL`, `eu`.
    #[must_use]
    pub fn near(text: &str) -> Option<Self> {
        let upper = text.to_ascii_uppercase();
        let customary = match upper.as_str() {
            "UK" => "GB",
            "EL" => "GR",
            other => other,
        };
        let long = || celes::Country::from_alpha3(customary).ok();
        Self::parse(customary).or_else(|| Self::parse(long()?.alpha2))
    }

    /// The code.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Country(country) => country.code(),
            Self::Union(union) => union.code(),
        }
    }

    /// Whether `country` belongs to it on `day`, for home and for events: it is the state of the
    /// country, or a union that has that state as a member.
    #[must_use]
    pub fn covers(&self, country: Country, day: Option<Date>) -> bool {
        match self {
            Self::Country(own) => own.state() == country.state(),
            Self::Union(union) => union.has(country, day),
        }
    }

    /// Whether any country belongs to both on `day`.
    #[must_use]
    pub fn meets(&self, other: &Self, day: Option<Date>) -> bool {
        match (self, other) {
            (any, Self::Country(country)) | (Self::Country(country), any) => {
                any.covers(*country, day)
            }
            (Self::Union(own), Self::Union(other)) => {
                let mut codes = treaties::MEMBERS.iter().map(|days| days.code);
                codes.any(|code| {
                    Country::parse(code).is_some_and(|it| own.has(it, day) && other.has(it, day))
                })
            }
        }
    }

    /// Whether its law runs in `country` on `day`: that of a state also in its territories, that of a
    /// territory there alone, that of a union where its treaties say so.
    #[must_use]
    pub fn law_runs_in(&self, country: Country, day: Option<Date>) -> bool {
        match self {
            Self::Country(own) => *own == country || *own == country.state(),
            Self::Union(union) => union.law_by(country, day).is_some(),
        }
    }

    /// Whether it is trusted where `home` is, on `day`.
    #[must_use]
    pub fn is_within(&self, home: &[Self], day: Option<Date>) -> bool {
        match self {
            Self::Country(country) => home.iter().any(|home| home.covers(*country, day)),
            Self::Union(union) => union.is_within(home, day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_jurisdictions_meet_in_a_country_of_both() {
        let day = |year| Some(jiff::civil::date(year, 1, 1));
        let meet = |a, b, day| {
            let [a, b] = [a, b].map(|code| Jurisdiction::parse(code).unwrap());
            assert_eq!(a.meets(&b, day), b.meets(&a, day));
            a.meets(&b, day)
        };
        for (a, b) in [("EU", "DE"), ("US", "PR"), ("EU", "RE"), ("EU", "EEA"), ("NO", "EEA")] {
            assert!(meet(a, b, day(2026)), "{a} {b}");
        }
        for (a, b) in [("EU", "NO"), ("US", "CN"), ("PR", "RE")] {
            assert!(!meet(a, b, day(2026)), "{a} {b}");
        }
        assert!(!meet("EU", "FI", day(1990)), "it joined later");
    }

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

    fn day(y: i16, m: i8, d: i8) -> Option<Date> {
        Some(jiff::civil::date(y, m, d))
    }

    #[test]
    fn what_was_meant() {
        let near = |text| Jurisdiction::near(text).map(|it| it.code().to_owned());
        for (text, code) in [("USA", "US"), ("fra", "FR"), ("uk", "GB"), ("EL", "GR"), ("eu", "EU")]
        {
            assert_eq!(near(text).as_deref(), Some(code), "{text}");
        }
        assert_eq!(near("Suisse"), None);
    }

    #[test]
    fn the_union_of_a_day() {
        assert!(Union::Eu.has(country("FR"), None));
        assert!(!Union::Eu.has(country("GB"), None));
        assert!(Union::Eu.has(country("GB"), day(2020, 1, 31)));
        assert!(!Union::Eu.has(country("GB"), day(2020, 2, 1)));
        assert!(!Union::Eu.has(country("HR"), day(2013, 6, 30)));
        assert!(Union::Eea.has(country("NO"), None) && !Union::Eu.has(country("NO"), None));
        assert!(!Union::Eea.has(country("CH"), None));
    }

    #[test]
    fn the_economic_area_has_its_own_days() {
        for (code, first) in [
            ("NO", (1994, 1, 1)),
            ("FR", (1994, 1, 1)),
            ("LI", (1995, 5, 1)),
            ("PL", (2004, 5, 1)),
            ("RO", (2007, 8, 1)),
            ("HR", (2014, 4, 12)),
        ] {
            let first = jiff::civil::date(first.0, first.1, first.2);
            let before = first.yesterday().unwrap();
            assert!(Union::Eea.has(country(code), Some(first)), "{code}");
            assert!(!Union::Eea.has(country(code), Some(before)), "{code}");
        }
        assert!(Union::Eea.has(country("GB"), day(2020, 1, 31)));
        assert!(
            !Union::Eea.has(country("GB"), day(2020, 2, 1)) && !Union::Eea.has(country("GB"), None)
        );
    }

    #[test]
    fn every_code_is_a_state_or_a_territory_of_one() {
        // 193 members and 2 observers of the United Nations, 49 territories, and the 5 codes that the
        // documentation of the table speaks of, make the 249 of ISO 3166-1. XK, which many use for
        // Kosovo, is read too.
        let codes = ('A'..='Z').flat_map(|a| ('A'..='Z').map(move |b| format!("{a}{b}")));
        let all: Vec<Country> = codes.filter_map(|code| Country::parse(&code)).collect();
        let (territories, states): (Vec<Country>, Vec<Country>) =
            all.iter().partition(|country| country.state() != **country);
        assert_eq!((territories.len(), states.len()), (49, 193 + 2 + 5 + 1));
        for territory in territories {
            let (state, source) = territory.territory_of().unwrap();
            assert!(Country::parse(state.code()).is_some() && !source.is_empty());
            assert_eq!(state.state(), state, "{territory}");
        }
        for own in ["CK", "NU", "TW", "EH", "AQ", "FR", "VA", "PS"] {
            assert_eq!(country(own).territory_of(), None, "{own}");
        }
    }

    #[test]
    fn a_territory_is_at_home_where_its_state_is() {
        let home = [Jurisdiction::parse("FR").unwrap(), Jurisdiction::parse("EU").unwrap()];
        let trusted = |code| home.iter().any(|home| home.covers(country(code), None));
        let french = ["GP", "GF", "MQ", "RE", "YT", "MF", "BL", "PM", "WF", "PF", "NC", "TF"];
        for code in french.into_iter().chain(["AX", "GL", "FO", "AW", "CW", "SX", "BQ"]) {
            assert!(trusted(code), "{code}");
        }
        for code in ["GI", "JE", "PR", "HK", "SJ", "CK"] {
            assert!(!trusted(code), "{code}");
        }
    }

    #[test]
    fn the_law_of_a_union_runs_where_a_treaty_says_so() {
        let runs = |union: Union, code, day| union.law_by(country(code), day).is_some();
        for code in ["RE", "GP", "GF", "MQ", "YT", "MF", "AX", "FR"] {
            assert!(runs(Union::Eu, code, None) && runs(Union::Eea, code, None), "{code}");
        }
        for code in ["GL", "FO", "PF", "NC", "WF", "PM", "TF", "BL", "AW", "CW", "SX", "BQ"] {
            assert!(!runs(Union::Eu, code, None) && !runs(Union::Eea, code, None), "{code}");
        }
        assert!(runs(Union::Eea, "NO", None) && !runs(Union::Eea, "SJ", None));
        assert!(!runs(Union::Eu, "JE", day(2010, 1, 1)) && runs(Union::Eu, "GI", day(2010, 1, 1)));
        let ends = [("GL", (1985, 1, 31)), ("BL", (2011, 12, 31)), ("GB", (2020, 12, 31))];
        for (code, (y, m, d)) in ends {
            let last = jiff::civil::date(y, m, d);
            assert!(runs(Union::Eu, code, Some(last)), "{code}");
            assert!(!runs(Union::Eu, code, Some(last.tomorrow().unwrap())), "{code}");
        }
    }

    #[test]
    fn a_law_of_the_union_is_at_home_in_the_economic_area() {
        let code = |code| Jurisdiction::parse(code).unwrap();
        assert!(code("EU").is_within(&[code("EEA")], None));
        assert!(!code("EU").is_within(&[code("EEA")], day(1990, 1, 1)));
        assert!(!code("EEA").is_within(&[code("EU")], None));
        let and_three = [code("EU"), code("NO"), code("IS"), code("LI")];
        assert!(code("EEA").is_within(&and_three, None));
        assert!(!code("EU").is_within(&[code("FR"), code("DE")], None));
        assert!(code("RE").is_within(&[code("FR")], None));
    }

    #[test]
    fn every_entry_has_a_source_and_codes_that_exist() {
        for days in treaties::MEMBERS.iter().chain(&treaties::ALSO_RUNS) {
            assert!(Country::parse(days.code).is_some() && !days.source.is_empty());
            assert!(days.until.is_none_or(|until| until > days.from), "{}", days.code);
        }
    }
}
