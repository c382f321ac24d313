//! Countries by their names, in both languages: for people who read, and for people who look for one.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::{Lang, fold};

/// The table, one country a line. See its head for the sources.
const TABLE: &str = include_str!("countries.tsv");

/// The unions that stand where a country may: code, English, French.
const UNIONS: [(&str, &str, &str); 2] = [
    ("EU", "European Union", "Union européenne"),
    ("EEA", "European Economic Area", "Espace économique européen"),
];

/// One country of the table.
struct Entry {
    code: &'static str,
    alpha3: &'static str,
    english: &'static str,
    french: &'static str,
    others: Vec<&'static str>,
}

fn entries() -> &'static [Entry] {
    static ENTRIES: OnceLock<Vec<Entry>> = OnceLock::new();
    ENTRIES.get_or_init(|| TABLE.lines().filter(|line| !line.starts_with('#')).map(entry).collect())
}

fn entry(line: &'static str) -> Entry {
    let mut cells = line.split('\t');
    let mut cell = || cells.next().unwrap_or_default();
    let (code, alpha3, english, french) = (cell(), cell(), cell(), cell());
    let others = cell().split("; ").filter(|name| !name.is_empty()).collect();
    Entry { code, alpha3, english, french, others }
}

/// The alpha-2 code of a country that is written otherwise: by its name in English or in French, a
/// name by which people call it, or its alpha-3 code; accents, case and hyphens do not matter.
///
/// ```
/// use trefonds_lang::country_code;
/// assert_eq!(country_code("Etats-Unis"), Some("US"));
/// assert_eq!(country_code("che"), Some("CH"));
/// assert_eq!(country_code("Ruritania"), None);
/// ```
#[must_use]
pub fn country_code(written: &str) -> Option<&'static str> {
    codes().get(&fold(written)).copied()
}

/// The codes by every name, in the form in which names are compared.
fn codes() -> &'static BTreeMap<String, &'static str> {
    static CODES: OnceLock<BTreeMap<String, &'static str>> = OnceLock::new();
    CODES.get_or_init(|| {
        let mut codes = BTreeMap::from([("ue".to_owned(), "EU"), ("eee".to_owned(), "EEA")]);
        for (code, english, french) in UNIONS {
            codes.extend([(fold(english), code), (fold(french), code)]);
        }
        for entry in entries() {
            let names = [entry.alpha3, entry.english, entry.french];
            let all = names.iter().chain(&entry.others);
            codes.extend(all.map(|name| (fold(name), entry.code)));
        }
        codes
    })
}

/// The code itself, when it is that of a country or a union.
#[must_use]
pub fn known_country(code: &str) -> Option<&'static str> {
    let union = UNIONS.iter().find(|(union, ..)| *union == code).map(|(union, ..)| *union);
    let at = entries().binary_search_by(|entry| entry.code.cmp(code));
    union.or_else(|| at.ok().and_then(|at| entries().get(at)).map(|entry| entry.code))
}

impl Lang {
    /// The name of a country or a union by its code; `None` for any other text.
    #[must_use]
    pub fn country_name(self, code: &str) -> Option<&'static str> {
        let of = |english, french| if self == Self::Fr { french } else { english };
        if let Some((_, english, french)) = UNIONS.iter().find(|(union, ..)| *union == code) {
            return Some(of(*english, *french));
        }
        let at = entries().binary_search_by(|entry| entry.code.cmp(code)).ok()?;
        entries().get(at).map(|entry| of(entry.english, entry.french))
    }

    /// A country as people read it, its name with its code: "United States (US)"; the text itself
    /// when it is no code.
    ///
    /// ```
    /// use trefonds_lang::Lang;
    /// assert_eq!(Lang::Fr.country("US"), "États-Unis (US)");
    /// assert_eq!(Lang::En.country("?"), "?");
    /// ```
    #[must_use]
    pub fn country(self, code: &str) -> String {
        match self.country_name(code) {
            Some(name) => format!("{name} ({code})"),
            None => code.to_owned(),
        }
    }

    /// Countries in one line: "France (FR), European Union (EU)".
    #[must_use]
    pub fn countries(self, codes: &[String]) -> String {
        codes.iter().map(|code| self.country(code)).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole_and_in_order() {
        assert_eq!(entries().len(), 249);
        assert!(entries().windows(2).all(|pair| pair[0].code < pair[1].code));
        for entry in entries() {
            assert_eq!((entry.code.len(), entry.alpha3.len()), (2, 3), "{}", entry.code);
            assert!(!entry.english.is_empty() && !entry.french.is_empty(), "{}", entry.code);
        }
    }

    #[test]
    fn every_name_leads_to_one_country() {
        let mut seen = BTreeMap::new();
        for entry in entries() {
            let names = [entry.code, entry.alpha3, entry.english, entry.french];
            for name in names.iter().chain(&entry.others) {
                let before = seen.insert(fold(name), entry.code);
                assert!(before.is_none_or(|code| code == entry.code), "{name}: {before:?}");
            }
        }
    }

    #[test]
    fn people_write_countries_in_many_ways() {
        for (written, code) in [
            ("USA", "US"),
            ("États-Unis", "US"),
            ("etats unis", "US"),
            ("Suisse", "CH"),
            ("Royaume-Uni", "GB"),
            ("UK", "GB"),
            ("DEU", "DE"),
            ("Côte d’Ivoire", "CI"),
            ("UE", "EU"),
            ("Union européenne", "EU"),
        ] {
            assert_eq!(country_code(written), Some(code), "{written}");
        }
        assert_eq!(country_code(""), None);
    }
}
