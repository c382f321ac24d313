//! What an id may be.

use trefonds_model::Jurisdiction;

/// The longest id.
const LONGEST: usize = 100;

/// Whether a text can be an id: 1 to 100 ASCII letters, digits, `-`, `_`, `.` and `/`, the first a
/// letter or a digit.
#[must_use]
pub fn is_well_formed(id: &str) -> bool {
    let allowed =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'/');
    let first = id.bytes().next();
    id.len() <= LONGEST
        && first.is_some_and(|byte| byte.is_ascii_alphanumeric())
        && id.bytes().all(allowed)
}

/// Whether an id is not a word that stands for no name.
#[must_use]
pub fn not_a_word(id: &str) -> bool {
    !matches!(id, "none" | "undisclosed" | "dispersed")
}

/// Whether an id is neither such a word nor a country or union.
#[must_use]
pub fn not_reserved(id: &str) -> bool {
    not_a_word(id) && Jurisdiction::parse(id).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids() {
        for good in ["a", "7zip", "a-b_c.d/e", &"x".repeat(100)] {
            assert!(is_well_formed(good), "{good}");
        }
        for bad in ["", "-a", "é", "a b", "a:b", &"x".repeat(101)] {
            assert!(!is_well_formed(bad), "{bad}");
        }
    }

    #[test]
    fn reserved_words() {
        assert!(!not_reserved("FR") && !not_reserved("EU") && !not_reserved("none"));
        assert!(not_reserved("fr") && not_reserved("XX") && not_a_word("FR"));
    }
}
