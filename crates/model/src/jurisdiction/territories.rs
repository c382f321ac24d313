//! Which state a territory with a country code of its own belongs to, as data.
//!
//! ISO 3166-1 gives codes to places, not to states: 49 of them are territories of a state, by the
//! state's own law. What a territory does, or what is done to it, its state does: it is at home when
//! its state is, and no withdrawal event of its own.
//!
//! Five codes are no state that is a member or an observer of the United Nations, and yet no territory
//! here; each is an event of its own:
//!
//! - `CK` and `NU`: self-governing in free association with New Zealand, whose parliament makes no law
//!   for them; the United Nations treat both as states in the making of treaties (Repertory of Practice
//!   of United Nations Organs, supplement 8, volume VI, article 102). New Zealand's withdrawal is not
//!   theirs.
//! - `TW`: ISO calls it a province of China; no authority of the People's Republic governs it, so what
//!   the one withdraws the other does not.
//! - `EH`: a non-self-governing territory of which the United Nations recognise no administering power
//!   (General Assembly, list of Non-Self-Governing Territories, note on Western Sahara).
//! - `AQ`: no state's (Antarctic Treaty of 1959, article IV).
//!
//! `HK` and `MO` are of China, under whose constitution they are governed; `FK` and `GS` are of the
//! United Kingdom, that administers them (General Assembly, same list; Argentina disputes it); `IO` is of
//! the United Kingdom, that administers it (International Court of Justice, opinion of 2019-02-25, finds
//! that it ought to end).

/// A territory, the state that it belongs to, and where that is written.
type Territory = (&'static str, &'static str, &'static str);

const FRANCE: &str = "Constitution of the French Republic, articles 72-3, 76 and 77";
const NETHERLANDS: &str = "Charter for the Kingdom of the Netherlands, article 1";
const OVERSEAS: &str = "British Nationality Act 1981, schedule 6 (British overseas territories)";
const CROWN: &str =
    "Interpretation Act 1978, schedule 1 (British Islands); the Crown answers for them abroad";
const UNITED_STATES: &str = "United States Code, title 48 (territories and insular possessions)";
const CHINA: &str =
    "Constitution of the People's Republic of China, article 31; Basic Law, article 1";

/// All territories, in the order of their codes.
pub(super) const TERRITORIES: [Territory; 49] = [
    ("AI", "GB", OVERSEAS),
    ("AS", "US", UNITED_STATES),
    ("AW", "NL", NETHERLANDS),
    ("AX", "FI", "Act on the Autonomy of Åland (1144/1991)"),
    ("BL", "FR", FRANCE),
    ("BM", "GB", OVERSEAS),
    ("BQ", "NL", NETHERLANDS),
    ("BV", "NO", "Act of 27 February 1930 on Bouvet Island, Peter I's Island and Queen Maud Land"),
    ("CC", "AU", "Cocos (Keeling) Islands Act 1955"),
    ("CW", "NL", NETHERLANDS),
    ("CX", "AU", "Christmas Island Act 1958"),
    ("FK", "GB", OVERSEAS),
    ("FO", "DK", "Act 137 of 23 March 1948 on the Home Rule of the Faroe Islands"),
    ("GF", "FR", FRANCE),
    ("GG", "GB", CROWN),
    ("GI", "GB", OVERSEAS),
    ("GL", "DK", "Act 473 of 12 June 2009 on Greenland Self-Government"),
    ("GP", "FR", FRANCE),
    ("GS", "GB", OVERSEAS),
    ("GU", "US", UNITED_STATES),
    ("HK", "CN", CHINA),
    ("HM", "AU", "Heard Island and McDonald Islands Act 1953"),
    ("IM", "GB", CROWN),
    ("IO", "GB", OVERSEAS),
    ("JE", "GB", CROWN),
    ("KY", "GB", OVERSEAS),
    ("MF", "FR", FRANCE),
    ("MO", "CN", CHINA),
    ("MP", "US", UNITED_STATES),
    ("MQ", "FR", FRANCE),
    ("MS", "GB", OVERSEAS),
    ("NC", "FR", FRANCE),
    ("NF", "AU", "Norfolk Island Act 1979"),
    ("PF", "FR", FRANCE),
    ("PM", "FR", FRANCE),
    ("PN", "GB", OVERSEAS),
    ("PR", "US", UNITED_STATES),
    ("RE", "FR", FRANCE),
    ("SH", "GB", OVERSEAS),
    ("SJ", "NO", "Svalbard Act of 17 July 1925; Jan Mayen Act of 27 February 1930"),
    ("SX", "NL", NETHERLANDS),
    ("TC", "GB", OVERSEAS),
    ("TF", "FR", FRANCE),
    ("TK", "NZ", "Tokelau Act 1948"),
    ("UM", "US", UNITED_STATES),
    ("VG", "GB", OVERSEAS),
    ("VI", "US", UNITED_STATES),
    ("WF", "FR", FRANCE),
    ("YT", "FR", FRANCE),
];
