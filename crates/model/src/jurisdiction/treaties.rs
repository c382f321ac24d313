//! Who is a member of a union, and where its law runs, by treaty and by day, as data.
//!
//! The two differ. A member's territories are at home where the member is; the law of the union runs in
//! them only where the treaty says so: in Réunion, not in French Polynesia. And the law of the European
//! Union ran in the United Kingdom for eleven months after it had left.

use super::Union;
use crate::Date;

/// A day, as year, month and day.
pub(super) type Ymd = (i16, i8, i8);

/// From the first to the last of some days, that day included, and where that is written.
pub(super) struct Days {
    pub union: Union,
    pub code: &'static str,
    pub from: Ymd,
    /// `None`: to this day.
    pub until: Option<Ymd>,
    pub source: &'static str,
}

impl Days {
    /// Whether they have `day`; without a day, whether they go on.
    fn have(&self, day: Option<Date>) -> bool {
        let date = |(year, month, day): Ymd| jiff::civil::date(year, month, day);
        match (day, self.until) {
            (None, until) => until.is_none(),
            (Some(day), until) => {
                date(self.from) <= day && until.is_none_or(|until| day <= date(until))
            }
        }
    }
}

/// The days of a union and a code that have `day`.
pub(super) fn found(
    of: &'static [Days],
    union: Union,
    code: &str,
    day: Option<Date>,
) -> Option<&'static Days> {
    of.iter().find(|days| days.union == union && days.code == code && days.have(day))
}

const fn of(
    union: Union,
    code: &'static str,
    from: Ymd,
    until: Option<Ymd>,
    source: &'static str,
) -> Days {
    Days { union, code, from, until, source }
}

const fn eu(code: &'static str, from: Ymd, source: &'static str) -> Days {
    of(Union::Eu, code, from, None, source)
}

const fn eea(code: &'static str, from: Ymd, source: &'static str) -> Days {
    of(Union::Eea, code, from, None, source)
}

const ROME: &str = "Treaty establishing the European Economic Community, article 247";
const FIRST: &str = "Treaty of Accession of 22 January 1972, article 2";
const GREECE: &str = "Treaty of Accession of 28 May 1979, article 2";
const IBERIA: &str = "Treaty of Accession of 12 June 1985, article 2";
const CORFU: &str = "Treaty of Accession of 24 June 1994, article 2";
const ATHENS: &str = "Treaty of Accession of 16 April 2003, article 2";
const LUXEMBOURG: &str = "Treaty of Accession of 25 April 2005, article 4";
const CROATIA: &str = "Treaty of Accession of 9 December 2011, article 3";
const WITHDRAWAL: &str = "Agreement on the withdrawal of the United Kingdom, article 185";
const PORTO: &str = "EEA Agreement, as adjusted by the Protocol of 17 March 1993, article 1";
const LIECHTENSTEIN: &str = "Decision of the EEA Council 1/95, article 7";
const WIDER_2004: &str =
    "EEA Enlargement Agreement of 14 October 2003, applied provisionally since 2004-05-01";
const WIDER_2007: &str =
    "EEA Enlargement Agreement of 25 July 2007, applied provisionally since 2007-08-01";
const WIDER_2014: &str = "EEA Enlargement Agreement of 11 April 2014 (OJ L 170, 11.6.2014, p. 5), applied provisionally since 2014-04-12";
const EEA_126: &str = "EEA Agreement, article 126(1): where the treaties of the Union apply";

/// The members of each union.
pub(super) const MEMBERS: [Days; 59] = [
    eu("AT", (1995, 1, 1), CORFU),
    eu("BE", (1958, 1, 1), ROME),
    eu("BG", (2007, 1, 1), LUXEMBOURG),
    eu("CY", (2004, 5, 1), ATHENS),
    eu("CZ", (2004, 5, 1), ATHENS),
    eu("DE", (1958, 1, 1), ROME),
    eu("DK", (1973, 1, 1), FIRST),
    eu("EE", (2004, 5, 1), ATHENS),
    eu("ES", (1986, 1, 1), IBERIA),
    eu("FI", (1995, 1, 1), CORFU),
    eu("FR", (1958, 1, 1), ROME),
    of(Union::Eu, "GB", (1973, 1, 1), Some((2020, 1, 31)), WITHDRAWAL),
    eu("GR", (1981, 1, 1), GREECE),
    eu("HR", (2013, 7, 1), CROATIA),
    eu("HU", (2004, 5, 1), ATHENS),
    eu("IE", (1973, 1, 1), FIRST),
    eu("IT", (1958, 1, 1), ROME),
    eu("LT", (2004, 5, 1), ATHENS),
    eu("LU", (1958, 1, 1), ROME),
    eu("LV", (2004, 5, 1), ATHENS),
    eu("MT", (2004, 5, 1), ATHENS),
    eu("NL", (1958, 1, 1), ROME),
    eu("PL", (2004, 5, 1), ATHENS),
    eu("PT", (1986, 1, 1), IBERIA),
    eu("RO", (2007, 1, 1), LUXEMBOURG),
    eu("SE", (1995, 1, 1), CORFU),
    eu("SI", (2004, 5, 1), ATHENS),
    eu("SK", (2004, 5, 1), ATHENS),
    eea("AT", (1994, 1, 1), PORTO),
    eea("BE", (1994, 1, 1), PORTO),
    eea("BG", (2007, 8, 1), WIDER_2007),
    eea("CY", (2004, 5, 1), WIDER_2004),
    eea("CZ", (2004, 5, 1), WIDER_2004),
    eea("DE", (1994, 1, 1), PORTO),
    eea("DK", (1994, 1, 1), PORTO),
    eea("EE", (2004, 5, 1), WIDER_2004),
    eea("ES", (1994, 1, 1), PORTO),
    eea("FI", (1994, 1, 1), PORTO),
    eea("FR", (1994, 1, 1), PORTO),
    of(Union::Eea, "GB", (1994, 1, 1), Some((2020, 1, 31)), EEA_126),
    eea("GR", (1994, 1, 1), PORTO),
    eea("HR", (2014, 4, 12), WIDER_2014),
    eea("HU", (2004, 5, 1), WIDER_2004),
    eea("IE", (1994, 1, 1), PORTO),
    eea("IS", (1994, 1, 1), PORTO),
    eea("IT", (1994, 1, 1), PORTO),
    eea("LI", (1995, 5, 1), LIECHTENSTEIN),
    eea("LT", (2004, 5, 1), WIDER_2004),
    eea("LU", (1994, 1, 1), PORTO),
    eea("LV", (2004, 5, 1), WIDER_2004),
    eea("MT", (2004, 5, 1), WIDER_2004),
    eea("NL", (1994, 1, 1), PORTO),
    eea("NO", (1994, 1, 1), PORTO),
    eea("PL", (2004, 5, 1), WIDER_2004),
    eea("PT", (1994, 1, 1), PORTO),
    eea("RO", (2007, 8, 1), WIDER_2007),
    eea("SE", (1994, 1, 1), PORTO),
    eea("SI", (2004, 5, 1), WIDER_2004),
    eea("SK", (2004, 5, 1), WIDER_2004),
];

const OUTERMOST: &str = "Treaty establishing the European Economic Community, article 227(2); today TFEU, articles 349 and 355(1)";
const MAYOTTE: &str = "European Council Decision 2012/419/EU";
const SAINT_BARTHELEMY: &str =
    "of Guadeloupe until then; European Council Decision 2010/718/EU made it an overseas country";
const SAINT_MARTIN: &str = "of Guadeloupe until 2007; TFEU, articles 349 and 355(1)";
const ALAND: &str = "TFEU, article 355(4); Act of Accession of 1994, protocol 2";
const ALAND_EEA: &str = "EEA Agreement, article 126(1), since it is in the Union";
const GIBRALTAR: &str = "TFEU, article 355(3); Agreement on the withdrawal, articles 3 and 127";
const GREENLAND: &str =
    "Act of Accession of 1972; Treaty of 13 March 1984, article 6, since when it is overseas";
const TRANSITION: &str = "Agreement on the withdrawal of the United Kingdom, articles 126 and 127";

/// Where the law of a union runs besides in its members.
///
/// What is not here has it not: overseas countries and territories (TFEU, article 355(2) and annex II:
/// `AW`, `BQ`, `CW`, `NC`, `PF`, `PM`, `SX`, `TF`, `WF`, and `AI`, `BM`, `FK`, `GS`, `IO`, `KY`, `MS`,
/// `PN`, `SH`, `TC`, `VG` in their day); the Faroe Islands (355(5)(a)); `GG`, `IM` and `JE`, where
/// customs and little else applied (355(5)(c), protocol 3 of 1972); Svalbard (EEA Agreement, protocol
/// 40, of which Norway made use), with which Jan Mayen shares its code; Bouvet Island, a dependency that
/// is no part of the Kingdom of Norway.
pub(super) const ALSO_RUNS: [Days; 21] = [
    of(Union::Eu, "GB", (2020, 2, 1), Some((2020, 12, 31)), TRANSITION),
    of(Union::Eea, "GB", (2020, 2, 1), Some((2020, 12, 31)), TRANSITION),
    eu("AX", (1995, 1, 1), ALAND),
    eea("AX", (1995, 1, 1), ALAND_EEA),
    of(Union::Eu, "BL", (1958, 1, 1), Some((2011, 12, 31)), SAINT_BARTHELEMY),
    eu("GF", (1958, 1, 1), OUTERMOST),
    of(Union::Eu, "GI", (1973, 1, 1), Some((2020, 12, 31)), GIBRALTAR),
    of(Union::Eu, "GL", (1973, 1, 1), Some((1985, 1, 31)), GREENLAND),
    eu("GP", (1958, 1, 1), OUTERMOST),
    eu("MF", (1958, 1, 1), SAINT_MARTIN),
    eu("MQ", (1958, 1, 1), OUTERMOST),
    eu("RE", (1958, 1, 1), OUTERMOST),
    eu("YT", (2014, 1, 1), MAYOTTE),
    of(Union::Eea, "BL", (1994, 1, 1), Some((2011, 12, 31)), EEA_126),
    of(Union::Eea, "GI", (1994, 1, 1), Some((2020, 12, 31)), EEA_126),
    eea("GF", (1994, 1, 1), EEA_126),
    eea("GP", (1994, 1, 1), EEA_126),
    eea("MF", (1994, 1, 1), EEA_126),
    eea("MQ", (1994, 1, 1), EEA_126),
    eea("RE", (1994, 1, 1), EEA_126),
    eea("YT", (2014, 1, 1), EEA_126),
];
