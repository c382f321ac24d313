use trefonds_model::{Country, Law};

/// The state of a country: Puerto Rico is the only territory of the random inventories.
pub(super) fn belongs_to(country: Country) -> Country {
    match country.code() {
        "PR" => Country::parse("US").unwrap(),
        _ => country,
    }
}

/// Whether a law of the random inventories, all of states, runs in a country.
pub(super) fn runs_in(law: &Law, country: Country) -> bool {
    law.jurisdiction.code() == belongs_to(country).code()
}
